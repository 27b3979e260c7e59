import fc from "fast-check";
import { expect, it } from "vitest";
import { CharacterDesignSchema } from "../closed/cast.ts";
import { PictureSchema } from "../closed/storyboard.ts";
import { closedRequest } from "./closed-request.ts";
import { character, figure, openPanel, openPortrait } from "./sample-open.ts";

/** Random text of up to 120 characters, and realistic text with names, brackets and both languages. */
const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 120, unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ...[
          "a ",
          "the ",
          "red",
          " of ",
          "clock",
          "馬",
          "に",
          "乗る",
          "ing ",
          "on",
          " the wall",
          "(",
          "[",
          "\\",
          "c1",
          ",",
          "、",
        ],
        ...[
          "camel",
          "s",
          "halberd",
          " in her arms",
          "開",
          "門",
          "tall",
          "👘",
          "\u0000",
          "\ud800",
          "ﷺ",
          "  ",
          "\n",
          "rides ",
        ],
      ),
      { minLength: 1, maxLength: 20 },
    )
    .map((parts) => parts.join("").slice(0, 120)),
);
const words = (most: number) => fc.array(word, { maxLength: most });
const count = fc.integer({ min: 2, max: 99 });

const acting = fc.record(
  {
    ...{ doing: word, feeling: word, posture: word, gaze: word, seat: word, mount: word, leads: word },
    hands: fc.array(fc.record({ what: word, how: word }, { requiredKeys: ["what"] }), { maxLength: 4 }),
    ...{ where: words(4), face: words(4), without: words(4) },
  },
  { requiredKeys: ["doing", "feeling", "hands"] },
);
const thing = fc.record(
  { ...{ what: word, where: word, how: word, state: word }, count },
  { requiredKeys: ["what"] },
);
const person = fc.record(
  {
    ...{ kind: word, age: word, face: word, eyes: word, hair: word, beard: word, build: word, height: word },
    ...{ marks: words(8), accessories: words(8) },
    outfits: words(12).map((worn) => [{ id: "o1", worn, scenes: [] }]),
  },
  { requiredKeys: ["kind", "age", "marks", "accessories", "outfits"] },
);
const place = fc.record(
  { kind: word, name: word, culture: word, state: word, floor: word },
  { requiredKeys: ["kind", "name"] },
);
const moment = fc.record(
  { things: fc.array(thing, { maxLength: 16 }), ground: word, light: word, effects: words(4) },
  { requiredKeys: ["things", "effects"] },
);

/** Every string inside a value. */
const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

it("makes a drawable request of any text, with at most one notice for each word", () => {
  const asked = fc.record({ act: acting, who: person, where: place, seen: moment });
  fc.assert(
    fc.property(asked, ({ act, who, where, seen }) => {
      const picture = { ...seen, figures: [figure(act)] };
      const panel = closedRequest(openPanel({ picture, place: where, cast: [character(who)] }));
      const portrait = closedRequest(openPortrait(who));
      if (panel.request.kind !== "panel" || portrait.request.kind !== "portrait") throw new TypeError();
      PictureSchema.parse(panel.request.picture);
      for (const design of [...panel.request.cast, portrait.request.design])
        CharacterDesignSchema.parse(design);
      for (const { notices } of [panel, portrait]) expect(new Set(notices).size).toBe(notices.length);
      expect(panel.notices.length).toBeLessThanOrEqual(new Set(textsIn({ act, who, where, seen })).size);
      expect(closedRequest(openPortrait(who))).toEqual(portrait);
    }),
    { numRuns: 60 },
  );
});

it("reads at most 300 characters of a field, in bounded time", () => {
  const long = (part: string, length: number) => part.repeat(length).slice(0, length);
  const parts = [
    "a ",
    "ride a ",
    "馬に乗る",
    "(",
    "on the ",
    "red ",
    "of ",
    "aaaa",
    "ﷺ",
    "、の",
    "'s ",
    "over the lamp ",
  ];
  const ask = (text: string) => {
    const act = {
      doing: text,
      feeling: text,
      posture: text,
      hands: [{ what: text, how: text }],
      where: [text],
    };
    const seen = { things: [{ what: text, where: text, how: text, state: text }], ground: text, light: text };
    return openPanel({
      picture: { figures: [figure(act)], ...seen, effects: [text] },
      place: { kind: text },
      cast: [
        character({ kind: text, age: text, hair: text, outfits: [{ id: "o1", worn: [text], scenes: [] }] }),
      ],
    });
  };
  closedRequest(ask("warm up"));
  const before = process.cpuUsage();
  for (const part of parts) closedRequest(ask(long(part, 120)));
  const { user } = process.cpuUsage(before);
  // CPU time in milliseconds; about 6 is usual.
  expect(user / 1000 / parts.length).toBeLessThan(250);
  const { request } = closedRequest(ask(long("halberd ", 100_000)));
  expect(request).toEqual(closedRequest(ask(long("halberd ", 301))).request);
});
