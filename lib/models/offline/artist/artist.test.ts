// Properties of the artist as callers see them: every word of the staging vocabulary draws, drawings stay inside the panel, and
// the same request gives the same drawing. Longer than 300 lines: the last property lists every field of a request.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { greyPixels } from "../../../drawing/grey-pixels.ts";
import { ART_MARGIN, type DrawingItem, DrawingSchema, PathItemSchema } from "../../../manga/drawing.ts";
import type { Drawn } from "../../artist.ts";
import { type CharacterDesign, CharacterDesignSchema } from "./closed/cast.ts";
import {
  AngleSchema,
  EffectSchema,
  ExpressionSchema,
  HourSchema,
  MoodSchema,
  PlaceKindSchema,
  PoseSchema,
  PropSchema,
  SeasonSchema,
  ShotSchema,
  ViewSchema,
  WeatherSchema,
} from "./closed/staging.ts";
import type { PersonTold, Told } from "./closed/told.ts";
import { drawRequest } from "./draw-request.ts";
import { draw, drawingOf, figure, GIRL, MAN, picture, STYLE, tell } from "./sample-panel.ts";

const HAIRS = CharacterDesignSchema.shape.hair.shape.style.options;
const TOPS = CharacterDesignSchema.shape.clothes.shape.top.options;
const BOTTOMS = CharacterDesignSchema.shape.clothes.shape.bottom.options;
const HATS = CharacterDesignSchema.shape.clothes.shape.hat.options;
const FILLS = ["white", "light", "mid", "dark", "black"] as const;
const KINDS = CharacterDesignSchema.shape.kind.options;

function count(items: readonly DrawingItem[]): number {
  return items.reduce((n, item) => n + ("items" in item ? count(item.items) : 1), 0);
}

/** Faults of a drawing: malformed numbers in paths, paints outside 0 … 1, boxes outside the panel, a size too large to send. */
function faultsOf(drawn: Drawn): string[] {
  const faults: string[] = [];
  const drawing = drawingOf(drawn);
  const { width, height } = drawing;
  const text = JSON.stringify(drawing);
  if (/NaN|Infinity|undefined|null|\de[-+]/.test(text)) faults.push("a number is broken");
  if (text.length > 640_000) faults.push(`${text.length} characters`);
  if (count(drawing.items) > 3000) faults.push(`${count(drawing.items)} items`);
  if (drawing.margin !== ART_MARGIN) faults.push("no margin");
  const check = (items: readonly DrawingItem[]) => {
    for (const item of items) {
      if ("items" in item) check(item.items);
      else if (!PathItemSchema.safeParse(item).success)
        faults.push(`bad item ${JSON.stringify(item).slice(0, 200)}`);
    }
  };
  check(drawing.items);
  for (const { x, y, width: w, height: h } of [...drawn.faces.map(({ box }) => box), ...drawn.keep]) {
    if (x < 0 || y < 0 || x + w > width + 0.2 || y + h > height + 0.2) faults.push("a box leaves the panel");
  }
  for (const { mouth } of drawn.faces) {
    if (mouth.x < 0 || mouth.y < 0 || mouth.x > width || mouth.y > height)
      faults.push("a mouth leaves the panel");
  }
  return faults;
}

describe("the offline artist", () => {
  it("draws every pose from every view, with one face unless the figure is turned away", async () => {
    for (const pose of PoseSchema.options) {
      for (const view of ViewSchema.options) {
        const drawn = await draw({ figures: [figure({ pose, view })] });
        expect({ pose, view, faults: faultsOf(drawn) }).toEqual({ pose, view, faults: [] });
        expect(drawn.faces.length).toBe(1);
      }
    }
  });

  it("draws a different face for every expression", async () => {
    const faces = new Set<string>();
    for (const expression of ExpressionSchema.options) {
      const drawn = await draw({
        shot: "close",
        figures: [figure({ expression })],
        scene: { ...picture().scene, place: { kind: "abstract", name: "" } },
      });
      expect({ expression, faults: faultsOf(drawn) }).toEqual({ expression, faults: [] });
      faces.add(JSON.stringify(drawingOf(drawn)));
    }
    expect(faces.size).toBe(ExpressionSchema.options.length);
  });

  it("draws every place at every hour, each different from the others", async () => {
    const seen = new Set<string>();
    for (const kind of PlaceKindSchema.options) {
      for (const hour of HourSchema.options) {
        const scene = { ...picture().scene, place: { kind, name: "" }, hour };
        const drawn = await draw({ shot: "establishing", figures: [], scene });
        expect({ kind, hour, faults: faultsOf(drawn) }).toEqual({ kind, hour, faults: [] });
        seen.add(JSON.stringify(drawingOf(drawn).items));
      }
    }
    expect(seen.size).toBeGreaterThan(PlaceKindSchema.options.length * 3);
  });

  it("draws every thing held and set down, and reserves its box from lettering", async () => {
    for (const prop of PropSchema.options) {
      const held = await draw({
        shot: "half",
        figures: [figure({ pose: "hold", holds: prop })],
        props: [prop],
      });
      expect({ prop, faults: faultsOf(held) }).toEqual({ prop, faults: [] });
      expect(held.keep.length).toBeGreaterThan(0);
      const alone = await draw({ shot: "detail", figures: [], props: [prop] });
      expect({ prop, faults: faultsOf(alone) }).toEqual({ prop, faults: [] });
      expect(alone.keep.length).toBe(1);
    }
  });

  it("sets furniture down when a figure is asked to hold it", async () => {
    for (const prop of ["door", "window", "car", "table", "chair", "boat"] as const) {
      const held = await draw({ figures: [figure({ holds: prop })] });
      const beside = await draw({ figures: [figure()], props: [prop] });
      expect({ prop, same: JSON.stringify(held) === JSON.stringify(beside) }).toEqual({ prop, same: true });
    }
  });

  it("removes the hat of a sleeper in a room, and keeps it elsewhere", async () => {
    const asleep = async (kind: "room" | "street", hat: "cap" | "none") => {
      const scene = { ...picture().scene, place: { kind, name: "" } };
      const design = { ...GIRL, clothes: { ...GIRL.clothes, hat } };
      // `room: 0` reserves no space for words, which would move the figure: only clothes may differ.
      const drawn = await draw({ figures: [figure({ pose: "sleep" })], scene, room: 0 }, { cast: [design] });
      return JSON.stringify(drawn.faces.map(({ character }) => character)) + count(drawingOf(drawn).items);
    };
    expect(await asleep("room", "cap")).toBe(await asleep("room", "none"));
    expect(await asleep("street", "cap")).not.toBe(await asleep("street", "none"));
  });

  it("hangs a sword at its wearer's hip, and keeps the scabbard there when the sword is drawn", async () => {
    const scene = { ...picture().scene, place: { kind: "abstract" as const, name: "" } };
    const seen = async (sword: boolean, holds: "sword" | null) => {
      const design = { ...MAN, id: "c1", clothes: { ...MAN.clothes, sword } };
      const pose = holds ? ("hold" as const) : ("stand" as const);
      return drawingOf(
        await draw({ scene, figures: [figure({ pose, holds })], room: 0 }, { cast: [design] }),
      );
    };
    const ink = async (sword: boolean, holds: "sword" | null) =>
      JSON.stringify((await seen(sword, holds)).items).length;
    expect(await ink(true, null)).toBeGreaterThan((await ink(false, null)) + 200);
    expect(await ink(true, "sword")).toBeGreaterThan((await ink(false, "sword")) + 100);
  });

  it("draws a bottle that flies, one that has fallen over and one that stands in different boxes", async () => {
    const boxOf = async (things: Told["things"]) => {
      const told = tell({ things });
      const { keep } = await draw({ shot: "long", figures: [], props: ["bottle"], told, room: 0 });
      const box = keep.at(-1);
      if (!box) throw new TypeError("no box for the thing that is set down");
      return box;
    };
    const [stands, lies, flies] = [
      await boxOf({}),
      await boxOf({ fallen: true }),
      await boxOf({ flies: true }),
    ];
    expect(stands.height).toBeGreaterThan(stands.width * 1.5);
    expect(lies.width).toBeGreaterThan(lies.height * 1.5);
    expect(flies.y + flies.height).toBeLessThan(stands.y + stands.height * 0.5);
  });

  it("opens a door that a figure pushes", async () => {
    const pushed = await draw({ figures: [figure({ pose: "push" })], props: ["door"] });
    const shut = await draw({ figures: [figure({ pose: "push" })], props: ["window"] });
    expect(faultsOf(pushed)).toEqual([]);
    expect(pushed.keep.length).toBeGreaterThan(0);
    expect(JSON.stringify(pushed)).not.toBe(JSON.stringify(shut));
  });

  it("draws a gull with white feathers for any hair, and a small bird in its design's hair fill", async () => {
    const white = { style: "short" as const, fill: "white" as const };
    const bird = { ...GIRL, kind: "bird" as const };
    const seen = async (design: CharacterDesign, animal?: "gull") => {
      const scene = { ...picture().scene, place: { kind: "abstract" as const, name: "" } };
      const told = tell({ people: { [design.id]: { animal } } });
      const drawing = drawingOf(await draw({ scene, told, shot: "close" }, { cast: [design] }));
      const grey = greyPixels(drawing, "white");
      return { text: JSON.stringify(drawing), light: grey.reduce((sum, one) => sum + one, 0) / grey.length };
    };
    const gull = await seen(bird, "gull");
    const whiteGull = await seen({ ...bird, hair: white }, "gull");
    const small = await seen(bird);
    const whiteSmall = await seen({ ...bird, hair: white });
    expect(gull.text).toBe(whiteGull.text);
    expect(gull.text).not.toBe(small.text);
    expect(small.text).not.toBe(whiteSmall.text);
    for (const { light } of [gull, whiteSmall]) expect(light).toBeGreaterThan(small.light + 0.02);
  });

  it("gives the same drawing for the same request, and another drawing for another seed", async () => {
    const request = {
      shot: "bust" as const,
      figures: [figure({ at: 0.3 }), figure({ character: "c2", at: 0.7 })],
    };
    const [first, again, other] = await Promise.all([
      draw(request),
      draw(request),
      draw(request, { seed: 8 }),
    ]);
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(first));
  });

  it("shows both of two people who talk, in panels of any proportions", async () => {
    for (const [width, height] of [
      [1500, 400],
      [700, 520],
      [400, 900],
    ] as const) {
      const figures = [figure({ at: 0.2 }), figure({ character: "c2", at: 0.25, facing: "left" })];
      const drawn = await draw({ shot: "bust", figures }, { width, height });
      expect(drawn.faces.map(({ character }) => character).toSorted()).toEqual(["c1", "c2"]);
      const [a, b] = drawn.faces;
      expect(Math.abs((a?.mouth.x ?? 0) - (b?.mouth.x ?? 0))).toBeGreaterThan((a?.box.width ?? 0) * 0.8);
    }
  });

  it("leaves more of the top of the panel empty when the words need more room", async () => {
    const tops = await Promise.all(
      [0, 5].map(async (room) => (await draw({ shot: "half", room })).faces[0]?.box.y ?? 0),
    );
    expect(tops[1]).toBeGreaterThan((tops[0] ?? 0) + 40);
  });

  it("draws a portrait with one face", () => {
    const size = { style: STYLE, width: 500, height: 600, seed: 1 };
    const drawn = drawRequest({ ...size, kind: "portrait", design: MAN });
    expect(faultsOf(drawn)).toEqual([]);
    expect(drawn.faces.map(({ character }) => character)).toEqual(["c2"]);
    expect(DrawingSchema.safeParse(drawingOf(drawn)).success).toBe(true);
  });

  it("applies told facts about a design's build to a portrait", () => {
    const size = { style: STYLE, width: 500, height: 600, seed: 1, kind: "portrait" as const };
    const items = (kind: "creature" | "dog", told?: PersonTold) =>
      JSON.stringify(
        drawingOf(drawRequest({ ...size, design: { ...MAN, kind }, ...(told && { told }) })).items,
      );
    expect(items("creature", { animal: "fox" })).not.toBe(items("creature"));
    expect(items("dog", { coat: "black" })).not.toBe(items("dog"));
  });

  it("draws any request of the closed vocabulary without a fault", async () => {
    const design = fc.record({
      kind: fc.constantFrom(...KINDS),
      age: fc.constantFrom("child" as const, "teen" as const, "adult" as const, "elder" as const),
      gender: fc.constantFrom("female" as const, "male" as const, "unknown" as const),
      build: fc.constantFrom("small" as const, "slim" as const, "average" as const, "broad" as const),
      hair: fc.record({ style: fc.constantFrom(...HAIRS), fill: fc.constantFrom(...FILLS) }),
      beard: fc.constantFrom("none" as const, "stubble" as const, "moustache" as const, "full" as const),
      glasses: fc.boolean(),
      clothes: fc.record({
        top: fc.constantFrom(...TOPS),
        topFill: fc.constantFrom(...FILLS),
        bottom: fc.constantFrom(...BOTTOMS),
        bottomFill: fc.constantFrom(...FILLS),
        hat: fc.constantFrom(...HATS),
      }),
      look: fc.nat(50),
    });
    const staged = fc.record({
      pose: fc.constantFrom(...PoseSchema.options),
      expression: fc.constantFrom(...ExpressionSchema.options),
      view: fc.constantFrom(...ViewSchema.options),
      facing: fc.constantFrom("left" as const, "right" as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      depth: fc.nat(3),
      holds: fc.option(fc.constantFrom(...PropSchema.options)),
    });
    const scene = fc.record({
      kind: fc.constantFrom(...PlaceKindSchema.options),
      hour: fc.constantFrom(...HourSchema.options),
      weather: fc.constantFrom(...WeatherSchema.options),
      season: fc.constantFrom(...SeasonSchema.options),
      mood: fc.constantFrom(...MoodSchema.options),
    });
    const request = fc.record({
      people: fc.array(fc.tuple(design, staged), { maxLength: 5 }),
      scene,
      shot: fc.constantFrom(...ShotSchema.options),
      angle: fc.constantFrom(...AngleSchema.options),
      props: fc.array(fc.constantFrom(...PropSchema.options), { maxLength: 3 }),
      effects: fc.array(fc.constantFrom(...EffectSchema.options), { maxLength: 2 }),
      room: fc.nat(5),
      width: fc.integer({ min: 150, max: 1900 }),
      aspect: fc.double({ min: 0.3, max: 4, noNaN: true }),
      seed: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(
        request,
        async ({ people, scene: { kind, ...light }, width, aspect, seed, ...staging }) => {
          const cast = people.map(([d], i) => ({ ...GIRL, ...d, id: `c${i + 1}` }));
          const figures = people.map(([, f], i) => ({ ...f, character: `c${i + 1}` }));
          const drawn = await draw(
            { ...staging, figures, scene: { id: "s3", place: { kind, name: "" }, ...light } },
            { cast, width, height: Math.max(120, Math.min(2400, width / aspect)), seed },
          );
          expect(faultsOf(drawn)).toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  }, 60_000);
});
