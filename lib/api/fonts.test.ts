// A book's own fonts: one is supplied with its licence, lines are set in it, and it is taken away again.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { fontFile } from "../../lettering/src/font-file.ts";
import { LetteringPageSchema } from "../manga/lettering.ts";
import type { OwnFont } from "../manga/own-fonts.ts";
import { loadJson } from "../pipeline/store-result.ts";
import { memoryLimiter } from "./memory-limiter.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const RED = readFileSync(fontFile("ReggaeOne_400Regular.ttf")).toString("base64");
const LATIN = readFileSync(fontFile("ComicNeue_700Bold.ttf"));
const LICENCE = "SIL Open Font License 1.1";

const service = sampleService();
let path: string;
let sessionId: string;

const send = (where: string, body?: unknown, method = "POST", as = "local") =>
  service.send(method, `${path}/${where}`, body, { as });

const add = (file: string, more = {}) => send("fonts", { file, licence: LICENCE, confirmed: true, ...more });

const textsOf = async () => {
  const answer = await service.send("GET", `${path}/pages/1/lettering`);
  return LetteringPageSchema.shape.texts.parse(((await answer.json()) as { texts: unknown }).texts);
};
const paramsOf = async () => (await service.schedule(sessionId)).params;
const imageOf = async () => {
  const { results } = await service.schedule(sessionId);
  const page = await loadJson(service.services.blobs, sessionId, results["lettering/p001"]?.output ?? "");
  return LetteringPageSchema.parse(page).image;
};

beforeAll(async () => {
  const started = await service.send("POST", "/api/v1/manga/generate", {
    ...{ text: SAMPLE_STORY, pages: 1, formats: ["csv"] },
  });
  ({ sessionId } = (await started.json()) as { sessionId: string });
  path = `/api/v1/manga/sessions/${sessionId}`;
  await service.deliver();
});

describe("an own font", () => {
  let font: OwnFont;

  it("is added with its licence, the sentence and the time, and draws nothing", async () => {
    const before = await imageOf();
    service.drawn.length = 0;
    const answer = await add(RED);
    expect(answer.status).toBe(200);
    ({ font } = (await answer.json()) as { font: OwnFont });
    await service.deliver();
    expect(font).toMatchObject({
      ...{ id: expect.stringMatching(/^own-[0-9a-f]{64}$/), name: expect.stringMatching(/Reggae/) },
      embedding: "installable",
      licence: { name: LICENCE, statement: "I may use this font in this book." },
    });
    expect(Math.abs(Date.parse(font.licence.confirmedAt) - Date.now())).toBeLessThan(60_000);
    expect((await paramsOf()).fonts).toEqual([font]);
    expect(service.drawn).toEqual([]);
    expect(await imageOf()).toBe(before);
  });

  it("is shown by a sample, with the characters that it lacks", async () => {
    const other = await add(LATIN.toString("base64"));
    const { font: latin } = (await other.json()) as { font: OwnFont };
    await service.deliver();
    const answer = await send("lettering/samples", { text: "雨", line: "雨の猫A" });
    const { samples } = (await answer.json()) as {
      samples: { font: string; glyphs: string; missing?: string[] }[];
    };
    const of = (id: string) => samples.find((one) => one.font === id);
    expect(of(font.id)).toMatchObject({ missing: [] });
    expect(of(latin.id)).toMatchObject({ missing: ["雨", "の", "猫"] });
    expect(of("reggae")).not.toHaveProperty("missing");
    expect((await send(`fonts/${latin.id}`, {}, "DELETE")).status).toBe(200);
    await service.deliver();
    expect((await paramsOf()).fonts).toEqual([font]);
  });

  it("sets a line as the shipped typeface of the same file does, is in the book, and undone to the same bytes", async () => {
    const { version } = service.projector.sessions.get(sessionId) ?? { version: 0 };
    const [before, image] = [await textsOf(), await imageOf()];
    const [line] = before.filter(({ kind }) => kind === "balloon");
    const edit = (chosen: string) => ({
      edits: [{ kind: "text", text: line?.id, change: { font: chosen } }],
    });
    const shipped = await send("pages/1/lettering/preview", edit("reggae"));
    const seen = await send("pages/1/lettering/preview", edit(font.id));
    const glyphsOf = async (answer: Response) =>
      ((await answer.json()) as { texts: { glyphs: string }[] }).texts.map(({ glyphs }) => glyphs);
    expect(await glyphsOf(seen)).toEqual(await glyphsOf(shipped));
    service.drawn.length = 0;
    expect((await send("pages/1/lettering", edit(font.id))).status).toBe(200);
    await service.deliver();
    expect(service.drawn).toEqual([]);
    expect(await imageOf()).not.toBe(image);
    const style = { edits: [{ kind: "style", of: "book", change: { font: font.id } }] };
    expect((await send("pages/1/lettering", style)).status).toBe(200);
    await service.deliver();
    const { results } = await service.schedule(sessionId);
    const finished = (await loadJson(service.services.blobs, sessionId, results.finish?.output ?? "")) as {
      book: string;
    };
    const book = (await loadJson(service.services.blobs, sessionId, finished.book)) as { fonts?: unknown };
    expect(book.fonts).toEqual([font]);
    // It cannot be taken away while something is set in it; the refusal names what.
    const refused = await send(`fonts/${font.id}`, {}, "DELETE");
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: "font-in-use",
      detail: expect.stringContaining(`the style of book, page 1: ${line?.id}`),
    });
    await send(`versions/${version}/restore`, {});
    await service.deliver();
    expect(await imageOf()).toBe(image);
    expect(await textsOf()).toEqual(before);
    expect((await paramsOf()).fonts).toEqual([font]);
    expect((await send(`fonts/${font.id}`, {}, "DELETE")).status).toBe(200);
    await service.deliver();
    expect((await paramsOf()).fonts).toBeUndefined();
    expect(await imageOf()).toBe(image);
  });

  it("is not there for edits, requests and people who do not have it", async () => {
    const edits = [{ kind: "style", of: "book", change: { font: font.id } }];
    expect((await send("pages/1/lettering", { edits })).status).toBe(404);
    expect((await send("pages/1/lettering/preview", { edits })).status).toBe(404);
    expect((await send(`fonts/${font.id}`, {}, "DELETE")).status).toBe(404);
    const stranger = { file: RED, licence: LICENCE, confirmed: true };
    expect((await send("fonts", stranger, "POST", "bob")).status).toBe(404);
    const board = await service.send("GET", `${path}/pages/1/storyboard`);
    const page = (await board.json()) as { panels: { words: { texts: object[] } }[] };
    const panels = page.panels.map((panel) => ({
      ...panel,
      words: {
        ...panel.words,
        texts: panel.words.texts.map((text) => ({ ...text, set: { font: font.id } })),
      },
    }));
    const patched = await send("pages/1/storyboard", { panels }, "PATCH");
    expect(patched.status).toBe(422);
    expect(await patched.json()).toMatchObject({ detail: expect.stringContaining("this book has no font") });
  });
});

describe("a font that is refused", () => {
  it.each([
    ["cut off", LATIN.subarray(0, 20_000), "broken"],
    ["compressed", Buffer.concat([Buffer.from("wOF2"), LATIN]), "compressed"],
    ["no font", Buffer.from("hello, I am text"), "not-a-font"],
    ["too large", Buffer.alloc(10_000_001), "too-large"],
  ])("says why: %s", async (_, file, reason) => {
    const answer = await add(file.toString("base64"));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "font-unusable", reason, field: "file" });
    expect((await paramsOf()).fonts).toBeUndefined();
  });

  it("lacks the confirmation or the licence", async () => {
    expect((await add(RED, { confirmed: false })).status).toBe(422);
    expect((await add(RED, { licence: " " })).status).toBe(422);
  });

  it("is the fifth of a book", async () => {
    for (const end of [1, 2, 3, 4, 5]) {
      // Bytes after the last table are no part of the font.
      const file = Buffer.concat([LATIN, Buffer.alloc(end)]).toString("base64");
      const answer = await add(file);
      expect(answer.status).toBe(end < 5 ? 200 : 422);
      if (end === 5) expect(await answer.json()).toMatchObject({ reason: "too-many" });
      await service.deliver();
    }
  });

  it("is the 41st of a person's books", async () => {
    const { sessions } = service.projector;
    const book = sessions.get(sessionId);
    if (!book) throw new Error("the book is missing");
    const [font] = book.params.fonts ?? [];
    if (!font) throw new Error("the book has no font");
    const shelve = (id: string, count: number, ownerId = book.ownerId) => {
      const fonts = Array.from({ length: count }, (_, at): OwnFont => {
        return { ...font, id: `own-${id}${at}` };
      });
      sessions.set(id, { ...book, sessionId: id, ownerId, params: { ...book.params, fonts } });
    };
    for (let number = 1; number <= 9; number += 1) shelve(`other${number}`, 4);
    shelve("last", 3);
    shelve("stranger", 4, "bob");
    // The book itself has as many as a book may have, so the next check of the font answers.
    expect(await (await add(RED)).json()).toMatchObject({ reason: "too-many" });
    shelve("last", 4);
    const refused = await add(RED);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "font-unusable", reason: "too-many-of-owner" });
  });

  it("is the eleventh within an hour, whether the others could be used or not", async () => {
    let now = 0;
    const counted = sampleService(undefined, { limiter: memoryLimiter(() => now) });
    const started = await counted.send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY, pages: 1 });
    const { sessionId: id } = (await started.json()) as { sessionId: string };
    await counted.deliver();
    const file = Buffer.from("hello, I am text").toString("base64");
    const statusOf = async () => {
      const body = { file, licence: LICENCE, confirmed: true };
      return (await counted.send("POST", `/api/v1/manga/sessions/${id}/fonts`, body)).status;
    };
    for (let number = 1; number <= 10; number += 1) expect(await statusOf()).toBe(422);
    expect(await statusOf()).toBe(429);
    now += 2 * 3_600_000;
    expect(await statusOf()).toBe(422);
  });
});
