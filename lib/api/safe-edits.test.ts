// Lost updates: a change that is sent again, and a change based on older values.
import { beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const PATH = "/api/v1/manga/sessions/s1";
const BoardSchema = StoryboardPageSchema.omit({ preview: true });

let service: ReturnType<typeof sampleService>;
beforeEach(async () => {
  service = sampleService();
  await service.send("POST", "/api/v1/manga/generate", {
    ...{ text: SAMPLE_STORY, pages: 1, seed: 3, formats: [], review: ["characters"] },
  });
  await service.deliver();
});

const approve = async () => {
  await service.send("POST", `${PATH}/feedback`, { phase: "characters", revision: 1, kind: "approve" });
  await service.deliver();
};
const change = (body: unknown, headers: Record<string, string> = {}, id = "k1.w1") =>
  service.send("PATCH", `${PATH}/pages/1/balloons/${id}`, body, { headers });
const board = async () =>
  BoardSchema.parse(await (await service.send("GET", `${PATH}/pages/1/storyboard`)).json());
/** The first line of dialogue in the book. */
const line = async () => {
  for (const { id, words } of (await board()).panels) {
    const [word] = words.texts;
    if (word !== undefined) return { id: `${id}.${word.id}`, text: word.text, at: word.at };
  }
  throw new Error("the book says nothing");
};

describe("a change with an idempotency key", () => {
  it("that is sent again is applied once, whatever was changed since", async () => {
    await approve();
    const { id } = await line();
    const key = { "idempotency-key": "edit-1", "if-match": '"1"' };
    const first = await change({ text: "一つ" }, key, id);
    expect(await first.json()).toMatchObject({ version: 2 });
    await service.deliver();
    expect((await change({ text: "二つ" }, { "idempotency-key": "edit-2" }, id)).status).toBe(200);
    await service.deliver();
    const again = await change({ text: "一つ" }, key, id);
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ version: 2 });
    expect((await line()).text).toBe("二つ");
    const { versions } = await service.schedule("s1");
    expect(versions).toHaveLength(3);
    const listed = await (await service.send("GET", `${PATH}/versions`)).text();
    expect(listed).not.toContain("once");
  });

  it("is applied once if both copies arrive at the same time", async () => {
    await approve();
    const { id } = await line();
    const key = { "idempotency-key": "edit-1" };
    const both = await Promise.all([change({ text: "一つ" }, key, id), change({ text: "一つ" }, key, id)]);
    expect(await Promise.all(both.map((one) => one.json()))).toMatchObject([{ version: 2 }, { version: 2 }]);
    expect((await service.schedule("s1")).versions).toHaveLength(2);
  });

  it("is refused if the key was used for another change", async () => {
    await approve();
    const { id } = await line();
    const key = { "idempotency-key": "edit-1" };
    await change({ text: "一つ" }, key, id);
    await service.deliver();
    const other = await change({ text: "二つ" }, key, id);
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: "idempotency-conflict" });
    expect((await change({ text: "三つ" }, { "idempotency-key": "with space" }, id)).status).toBe(422);
  });

  it("answers a gate by a wish once", async () => {
    const wish = { phase: "characters", revision: 1, kind: "words", text: "ミナの髪を短くして" };
    const headers = { "idempotency-key": "wish-1" };
    const first = await service.send("POST", `${PATH}/feedback`, wish, { headers });
    expect(first.status).toBe(200);
    await service.deliver();
    const again = await service.send("POST", `${PATH}/feedback`, wish, { headers });
    expect(again.status).toBe(200);
    expect((await service.schedule("s1")).versions).toHaveLength(2);
  });
});

describe("a text with the values that the client saw", () => {
  it("is changed if it still has those values, and refused with the current ones otherwise", async () => {
    await approve();
    const { id, text } = await line();
    expect((await change({ text: "甲", was: { text: [text] } }, {}, id)).status).toBe(200);
    await service.deliver();
    const late = await change({ text: "乙", was: { text: [text] } }, {}, id);
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ code: "edit-conflict", actual: { text: "甲" } });
    expect((await line()).text).toBe("甲");
    // A client whose save of 甲 was not confirmed yet lists both values.
    expect((await change({ text: "丙", was: { text: [text, "甲"] } }, {}, id)).status).toBe(200);
    await service.deliver();
    expect((await line()).text).toBe("丙");
    // Two clients that want the same value do not conflict.
    expect((await change({ text: "丙", was: { text: [text] } }, {}, id)).status).toBe(200);
  });

  it("keeps its place if another client moved it in the meantime", async () => {
    await approve();
    const { id } = await line();
    const [seen, there] = [
      { x: 600, y: 600 },
      { x: 900, y: 700 },
    ];
    // The balloon has no chosen place yet.
    expect((await change({ position: there, was: { position: [seen] } }, {}, id)).status).toBe(200);
    await service.deliver();
    const late = await change({ position: { x: 500, y: 500 }, was: { position: [seen] } }, {}, id);
    expect(await late.json()).toMatchObject({ status: 412, actual: { position: there } });
    // A change of another field of the same text is not a conflict.
    expect((await change({ text: "甲", was: { text: [(await line()).text] } }, {}, id)).status).toBe(200);
    await service.deliver();
    expect(await line()).toMatchObject({ text: "甲", at: there });
  });

  it("is changed together with others of the book, all or none", async () => {
    await approve();
    const { id, text } = await line();
    const texts = [
      { page: 1, balloonId: id, text: "甲", was: { text: [text] } },
      { page: 1, balloonId: id, text: "乙", was: { text: ["another"] } },
    ];
    const answer = await service.send("PATCH", `${PATH}/texts`, { texts });
    expect(await answer.json()).toMatchObject({ status: 412, code: "edit-conflict" });
    expect((await line()).text).toBe(text);
  });
});

describe("a result with the hash of its base", () => {
  const PhaseSchema = z.object({
    hash: z.string().optional(),
    output: z.looseObject({
      characters: z.array(z.looseObject({ name: z.string(), description: z.string() })),
    }),
  });
  const cast = async () => PhaseSchema.parse(await (await service.send("GET", `${PATH}/phase/2`)).json());

  it("does not replace another result at its gate", async () => {
    const before = await cast();
    const [first, ...others] = before.output.characters;
    const patch = { characters: [{ ...first, description: "長いコートを着ている" }, ...others] };
    const edit = { phase: "characters", kind: "edit", patch };
    const base = "0".repeat(64);
    const late = await service.send("POST", `${PATH}/feedback`, { ...edit, revision: 1, base });
    expect(await late.json()).toMatchObject({ status: 412, code: "edit-conflict", field: "characters" });
    const good = await service.send("POST", `${PATH}/feedback`, { ...edit, revision: 1, base: before.hash });
    expect(good.status).toBe(200);
    await service.deliver();
    expect((await cast()).output.characters[0]?.description).toBe("長いコートを着ている");
  });

  it("does not replace another result of a page", async () => {
    await approve();
    const page = (await service.projector.pages.get("s1/1"))?.storyboard ?? "";
    const { panels } = await board();
    const send = (base: string) =>
      service.send("PATCH", `${PATH}/pages/1/storyboard?base=${base}`, {
        panels: panels.with(0, {
          ...panels[0],
          picture: { ...panels[0]?.picture, action: "雨を見る" },
        } as never),
      });
    expect(await (await send("f".repeat(64))).json()).toMatchObject({ status: 412, code: "edit-conflict" });
    expect((await send(page)).status).toBe(200);
  });
});

describe("the story of a book", () => {
  it("is returned only to its owner, and is not cached on the way", async () => {
    const answer = await service.send("GET", `${PATH}/story`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({ text: SAMPLE_STORY, language: "ja" });
    expect((await service.send("GET", `${PATH}/story`, undefined, { as: "other" })).status).toBe(404);
    expect((await service.send("GET", `${PATH}/story`, undefined, { as: null })).status).toBe(401);
  });

  it("is deleted with its session", async () => {
    expect((await service.send("DELETE", PATH)).status).toBe(204);
    expect((await service.send("GET", `${PATH}/story`)).status).toBe(404);
  });
});
