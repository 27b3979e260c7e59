import { expect, test } from "vitest";
import type { PictureMade } from "../pipeline/phase.ts";
import { type StepRef, stepId } from "../pipeline/step-id.ts";
import { drawnBook, panelStep, pictureProvenance } from "./made-by.ts";
import type { MangaContext } from "./tools.ts";

const READER = "gemini/gemini-3.8-flash@7";
const DRAFT = "gemini/gemini-3.1-flash-lite-image@7";
const BEST = "gemini/gemini-3-pro-image@7";
const PANELS = [panelStep(1, { id: "k1" }), panelStep(1, { id: "k2" }), panelStep(2, { id: "k1" })];
const sheet = (step: string) => ({ step, image: "", width: 1, height: 1 });
const SHEETS = [sheet("characters/c1"), { ...sheet("artwork/style"), own: true as const }];

interface Recorded {
  finals?: readonly string[];
  makers?: Record<string, string>;
  made?: Record<string, Pick<PictureMade, "references">>;
  given?: readonly string[];
}

/** A draft as its steps recorded it; the arguments change it. */
function recorded({ finals = [], makers = {}, made = {}, given = [] }: Recorded) {
  const id = (step: StepRef) => stepId(step).replace("artwork/p", "p");
  const read: string[] = [];
  const context = {
    params: {
      ...{ storyHash: "", language: "en", direction: "ltr", style: "manga", seed: 3, formats: [] },
      ...{ review: [], reviewTimeoutMinutes: 30, tier: "draft" },
      models: { reader: READER, director: READER, artist: DRAFT },
    },
    isFinal: (step) => finals.includes(id(step)),
    makerOf: (step) => makers[id(step)],
    async madeOf(step) {
      read.push(id(step));
      const one = made[id(step)];
      return one && { take: 0, made: "drawn", model: "m", size: "1K", ...one };
    },
    given: new Set(given),
  } satisfies Partial<MangaContext>;
  return { context, read };
}

const drawn = (told: Recorded) => drawnBook({ panels: PANELS, sheets: SHEETS }, recorded(told).context);

test("a book that one artist drew at one tier has no list of artists", () => {
  expect(drawn({})).toEqual({ models: { reader: READER, director: READER, artist: DRAFT }, tier: "draft" });
});

test("a book whose panels were all drawn as final is named by those, and its sheets by who drew them", () => {
  const finals = ["p001/k1", "p001/k2", "p002/k1"];
  const makers = Object.fromEntries(finals.map((panel) => [panel, BEST]));
  expect(drawn({ finals, makers })).toEqual({
    models: { reader: READER, director: READER, artist: BEST },
    tier: "final",
    drawnBy: [
      { artist: BEST, tier: "final", pictures: finals },
      { artist: DRAFT, tier: "draft", pictures: ["characters/c1"] },
    ],
  });
});

test("a book with some panels drawn as final or by another artist stays a draft and lists them", () => {
  const makers = { "p001/k2": BEST, "p002/k1": "offline-artist@1" };
  expect(drawn({ finals: ["p001/k2"], makers })).toEqual({
    models: { reader: READER, director: READER, artist: DRAFT },
    tier: "draft",
    drawnBy: [
      { artist: DRAFT, tier: "draft", pictures: ["p001/k1", "characters/c1"] },
      { artist: BEST, tier: "final", pictures: ["p001/k2"] },
      { artist: "offline-artist@1", tier: "draft", pictures: ["p002/k1"] },
    ],
  });
});

test("a page names an uploaded picture where one of its panels was made from it", async () => {
  const after = (sha256: string) => ({ references: [{ role: "person", step: "characters/c1", sha256 }] });
  const told = { made: { "p001/k1": after("own"), "p002/k1": after("drawn before") }, given: ["own"] };
  const given = async (page: number) => {
    const shown = PANELS.filter(({ picture }) => picture.startsWith(`p00${page}`));
    return (await pictureProvenance(shown, recorded(told).context)).given;
  };
  expect([await given(1), await given(2)]).toEqual([["characters/c1"], []]);
});

test("sealed requests are not read for a book without uploaded pictures", async () => {
  const { context, read } = recorded({});
  await pictureProvenance(PANELS, context);
  expect(read).toEqual([]);
});
