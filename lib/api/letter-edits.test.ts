// The route of lettering by hand: what a change makes, what it costs, and what is refused.
import { beforeAll, describe, expect, it } from "vitest";
import { ShippedFontSchema } from "../manga/hand-lettering.ts";
import { LetteringPageSchema } from "../manga/lettering.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const SESSION = "/api/v1/manga/sessions/s1";
const service = sampleService();
const send = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  service.send("POST", `${SESSION}/${path}`, body, { headers });
const textsOf = async () => LetteringPageSchema.parse(await service.output("s1", "lettering/p001")).texts;
const firstText = async () => (await textsOf()).find(({ kind }) => kind !== "sound")?.id ?? "";

beforeAll(async () => {
  await service.send("POST", "/api/v1/manga/generate", {
    text: SAMPLE_STORY,
    pages: 2,
    seed: 3,
    formats: [],
  });
  await service.deliver();
});

describe("a change of lettering", () => {
  it("costs nothing, is made once for an idempotency key, and draws no picture", async () => {
    const edits = [{ kind: "text", text: await firstText(), change: { size: 15, weight: "bold" } }];
    const seen = await send("feedback/preview", { kind: "lettering", page: 1, edits });
    expect(await seen.json()).toMatchObject({
      ...{ again: { lettering: 1 }, priceMicros: 0, changes: [{ what: "lettering", page: 1 }] },
    });
    service.drawn.length = 0;
    const headers = { "idempotency-key": "size-1" };
    const answers = [
      await send("pages/1/lettering", { edits }, headers),
      await send("pages/1/lettering", { edits }, headers),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers[1]?.json()).toMatchObject({ version: 2 });
    await service.deliver();
    expect(service.drawn).toEqual([]);
    const text = (await textsOf()).find(({ id }) => id === edits[0]?.text);
    expect(text?.fontSize).toBeCloseTo((15 * 254) / 72, 1);
  });

  it("is previewed on the page as its lettering step will set it, and changes nothing", async () => {
    const id = await firstText();
    const before = await textsOf();
    const edits = [{ kind: "text", text: id, change: { shape: "thought", tail: { x: 300, y: 400 } } }];
    const seen = await send("pages/1/lettering/preview", { edits });
    expect(seen.status).toBe(200);
    const { texts } = (await seen.json()) as { texts: unknown[] };
    expect(await textsOf()).toEqual(before);
    expect((await send("pages/1/lettering", { edits })).status).toBe(200);
    await service.deliver();
    expect(texts).toEqual(await textsOf());
    const back = { shape: null, tail: null };
    await send("pages/1/lettering", { edits: [{ kind: "text", text: id, change: back }] });
    await service.deliver();
    expect(await textsOf()).toEqual(before);
  });

  it("is refused with the place of an edit that cannot be made, and with 412 where the storyboard changed", async () => {
    const text = await firstText();
    const unknown = await send("pages/1/lettering", { edits: [{ kind: "delete", text: "k9/w1" }] });
    expect(unknown.status).toBe(404);
    const edits = [
      { kind: "text", text, change: { size: 12 } },
      { kind: "text", text, change: { emphasis: [{ at: 400, length: 2 }] } },
    ];
    const refused = await send("pages/1/lettering", { edits });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "invalid-edit", field: "edits.1" });
    const old = await send("pages/1/lettering", { edits: edits.slice(0, 1), base: "0".repeat(64) });
    expect(old.status).toBe(412);
    expect(await old.json()).toMatchObject({ code: "edit-conflict" });
  });

  it("sets the style of all lines, previewed as its lettering step will set it, without cost or a picture", async () => {
    const before = await textsOf();
    const edits = [{ kind: "style", of: "book", change: { font: "gothic", size: 13 } }];
    const priced = await send("feedback/preview", { kind: "lettering", page: 1, edits });
    expect(await priced.json()).toMatchObject({
      ...{
        again: { lettering: 2 },
        priceMicros: 0,
        changes: [{ what: "letter-style", to: "gothic, 13 pt" }],
      },
    });
    const seen = await send("pages/1/lettering/preview", { edits });
    const { texts } = (await seen.json()) as { texts: unknown[] };
    service.drawn.length = 0;
    expect((await send("pages/1/lettering", { edits })).status).toBe(200);
    await service.deliver();
    expect(service.drawn).toEqual([]);
    expect(texts).toEqual(await textsOf());
    expect(texts).not.toEqual(before);
    const back = [{ kind: "style", of: "book", change: { font: null, size: null } }];
    await send("pages/1/lettering", { edits: back });
    await service.deliver();
    expect(await textsOf()).toEqual(before);
    const unknown = [{ kind: "style", of: "c99", change: { size: 13 } }];
    expect((await send("pages/1/lettering", { edits: unknown })).status).toBe(404);
  });

  it.each([
    ["a size out of bounds", { size: 500 }],
    ["a place outside the page", { at: { x: 99_999, y: 0 } }],
    ["an unknown typeface", { font: "papyrus" }],
    ["an unknown field", { colour: "red" }],
    ["no field", {}],
  ])("is refused for %s", async (_name, change) => {
    const edits = [{ kind: "text", text: await firstText(), change }];
    const refused = await send("pages/1/lettering", { edits });
    expect(refused.status).toBe(422);
  });
});

describe("samples of typefaces", () => {
  it("have the text in each typeface, set as a page of the book sets it", async () => {
    const answer = await send("lettering/samples", { text: "雨の猫" });
    expect(answer.status).toBe(200);
    const { samples } = (await answer.json()) as { samples: { font: string; glyphs: string }[] };
    expect(samples.map(({ font }) => font)).toEqual(ShippedFontSchema.options);
    // The commands of a path, without its place on the page.
    const forms = samples.slice(0, 5).map(({ glyphs }) => glyphs.replaceAll(/[^a-z]/gi, ""));
    expect(new Set(forms).size).toBe(5);
    const bold = await send("lettering/samples", { text: "雨の猫", weight: "heavy" });
    expect(await bold.json()).not.toEqual({ samples });
    expect((await send("lettering/samples", { text: "雨".repeat(61) })).status).toBe(422);
  });
});
