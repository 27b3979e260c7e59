// Mapping of the storyboard's panels to the lettering engine, and that constants defined on both sides are equal.
import fc from "fast-check";
import { expect, test } from "vitest";
import * as engineGeometry from "../../lettering/src/geometry.ts";
import * as engineJoined from "../../lettering/src/joined-balloons.ts";
import { FONTS, SHAPES, VOICES, WEIGHTS } from "../../lettering/src/page.ts";
import { pageSearch } from "../../lettering/src/page-search.ts";
import { rectangle } from "../../lettering/src/sample-page.ts";
import * as engineRandom from "../../lettering/src/seeded-random.ts";
import { PAPER } from "../manga/geometry.ts";
import { ShapeSchema, ShippedFontSchema, WeightSchema } from "../manga/hand-lettering.ts";
import { JOINABLE_FORMS, joinsPrevious } from "../manga/joined-balloons.ts";
import { LetteredTextSchema } from "../manga/lettering.ts";
import { VoiceSchema } from "../manga/plot.ts";
import { sampleFigure } from "../manga/sample-picture.ts";
import { fnv1a, mulberry32 } from "../manga/seeded-random.ts";
import { letterPage } from "./letter-page.ts";
import { samplePanel } from "./sample-panel.ts";

const PAGE = { number: 1, language: "ja", direction: "rtl", seed: 4 } as const;
const CORNERS = rectangle(160, 185, 1500, 1000);

test("the titles, figures, sounds and texts of a panel are mapped to the engine's", async () => {
  const panel = samplePanel({
    ...{ id: "k1", corners: CORNERS, effects: ["impact"] },
    texts: [{ text: "ここで待っていて。", speaker: "c1" }],
    sounds: [{ text: "ドン", loudness: 5, hard: true }],
  });
  const strip = { number: 1, title: "雨の日" };
  const withSpeakerAt = async (side: number) => {
    const picture = { ...panel.picture, figures: [sampleFigure({ character: "c1", side })] };
    const texts = await letterPage([{ ...panel, picture, strip }], new Map(), PAGE);
    expect(texts.map((text) => LetteredTextSchema.parse(text).kind)).toEqual(["title", "balloon", "sound"]);
    return texts[1]?.tail?.x ?? Number.NaN;
  };
  expect(await withSpeakerAt(0.1)).toBeLessThan(await withSpeakerAt(0.95));
});

test("closer shots leave less room for words", async () => {
  const coveredIn = async (shot: "close" | "long") => {
    const texts = [{ text: "ここでずっと、待っていてくれませんか。" }];
    const panel = samplePanel({ id: "k1", corners: rectangle(160, 185, 450, 450), texts, shot });
    const lettered = await letterPage([panel], new Map(), PAGE);
    return lettered.reduce((sum, { box }) => sum + box.width * box.height, 0);
  };
  expect(await coveredIn("close")).toBeLessThan(await coveredIn("long"));
});

test("a page that is lettered again reuses the mapped panels", async () => {
  const panel = samplePanel({ id: "k1", corners: CORNERS, texts: [{ text: "待って。" }] });
  const search = pageSearch();
  const first = await letterPage([panel], new Map(), PAGE, search);
  const spent = search.budget.spent;
  expect(await letterPage([panel], new Map(), PAGE, search)).toEqual(first);
  expect(search.budget.spent).toBe(spent);
});

test("the engine's paper, voices and random numbers equal the domain's", () => {
  const { width, height, safe } = PAPER;
  expect(engineGeometry.PAPER).toEqual({ width, height, safe });
  expect(VOICES).toEqual(VoiceSchema.options);
  expect([SHAPES, FONTS, WEIGHTS]).toEqual([
    ShapeSchema.options,
    ShippedFontSchema.options,
    WeightSchema.options,
  ]);
  fc.assert(
    fc.property(fc.string(), fc.integer(), (text, seed) => {
      expect(engineRandom.fnv1a(text, seed)).toBe(fnv1a(text, seed));
      expect(engineRandom.mulberry32(seed)()).toBe(mulberry32(seed)());
    }),
  );
});

test("the engine joins the lines that the domain counts as one turn", () => {
  expect(engineJoined.JOINABLE_FORMS).toEqual(JOINABLE_FORMS);
  const line = fc.record({
    kind: fc.constantFrom("balloon" as const, "caption" as const),
    voice: fc.constantFrom(...VOICES),
    speaker: fc.constantFrom("c1", "c2", null),
    unit: fc.constantFrom("u0001", "u0002", null),
    at: fc.constantFrom(undefined, { x: 1, y: 1 }),
    set: fc.constantFrom(undefined, { join: true }, { join: false }, { shape: "speech" as const }),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      expect(engineJoined.joinsPrevious(lines)).toEqual(joinsPrevious(lines));
    }),
  );
});
