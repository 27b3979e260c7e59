import { expect, test } from "vitest";
import { allAsked, askedFor, compared, explained, panelOf } from "./explain.ts";

const ASKED = {
  prompt: "Bust shot, eye level. The person of reference 1 turns to the left.",
  own: false,
  references: [
    { role: "person", step: "characters/c1", sha256: "ab12" },
    { role: "place", step: "artwork/place.l1", sha256: "cd34" },
  ],
  model: "gemini-3-pro-image",
  size: "1K",
  notices: ['"top hat" is drawn as a hat'],
};

test("a panel's request is printed with its references in order, its words, and deviations", () => {
  expect(explained("p003/k2", ASKED)).toEqual([
    "p003/k2 was requested from gemini-3-pro-image at 1K.",
    "Reference pictures, in the order in which they were sent (number, use, step, start of its sha-256):",
    "  1  who is in it                    characters/c1         ab12",
    "  2  where it is                     artwork/place.l1      cd34",
    "Prompt by code, at most 180 words: 13 words.",
    "  Bust shot, eye level.",
    "  The person of reference 1 turns to the left.",
    'notice: "top hat" is drawn as a hat',
  ]);
  expect(explained("p001/k1", { ...ASKED, own: true, references: [] }).slice(1)).toEqual([
    "No reference pictures were sent.",
    "Prompt of a person's own: 13 words.",
    "  Bust shot, eye level. The person of reference 1 turns to the left.",
    'notice: "top hat" is drawn as a hat',
  ]);
});

test("the API is asked for the named panel, and its refusal is printed", async () => {
  const asked: string[] = [];
  const guest = (response: Response) => ({
    fetch: async (path: string) => {
      asked.push(path);
      return response;
    },
  });
  expect(await askedFor(guest(Response.json(ASKED)), "s1", "p012/k3")).toEqual(ASKED);
  expect(asked).toEqual(["/api/v1/manga/sessions/s1/pages/12/panels/k3/prompt"]);
  const problem = Response.json({ code: "not-found", detail: "no such panel" }, { status: 404 });
  await expect(askedFor(guest(problem), "s1", "p012/k9")).rejects.toThrow("no such panel");
  await expect(askedFor(guest(problem), "s1", "k9")).rejects.toThrow(RangeError);
});

test.each(["p3/k2", "p003", "p003/w1", "c1"])("%s names no panel", (name) => {
  expect(panelOf(name)).toBeUndefined();
});

test("the pictures of a session are printed one per line, then the faults with and without a rough", async () => {
  const rough = { role: "rough", step: "artwork/p001/k1", sha256: "ef56" };
  const answers: Record<string, unknown> = {
    "1/panels/k1": { ...ASKED, references: [...ASKED.references, rough], found: [] },
    "1/panels/k2": { ...ASKED, found: ["letters (upper left)", "little room for words"] },
    "2/panels/k1": { ...ASKED, prompt: "", references: [], notices: [], model: null, size: null },
  };
  const guest = {
    async fetch(path: string) {
      const [, at = ""] = /pages\/(.*)\/prompt$/.exec(path) ?? [];
      if (at !== "") return Response.json(answers[at]);
      const panels = (...ids: string[]) => ids.map((id) => ({ id }));
      return Response.json({
        pages: [
          { number: 1, panels: panels("k1", "k2") },
          { number: 2, panels: panels("k1") },
        ],
      });
    },
  };
  expect(compared(await allAsked(guest, "s1"))).toEqual([
    "p001/k1  gemini-3-pro-image  1K  3 references  The check of the first picture found no faults.",
    "p001/k2  gemini-3-pro-image  1K  2 references  The check of the first picture found letters (upper left), little room for words.",
    "with a rough: 1 pictures were checked, 0 faults found, 0.00 a picture.",
    "without: 1 pictures were checked, 2 faults found, 2.00 a picture.",
  ]);
  expect(explained("p002/k1", { ...ASKED, model: null, size: null })[0]).toContain(
    "No model was asked for p002/k1",
  );
});
