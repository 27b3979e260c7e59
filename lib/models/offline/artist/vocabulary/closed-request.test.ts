import { describe, expect, it } from "vitest";
import type { Character } from "../../../../manga/cast.ts";
import type { Thing } from "../../../../manga/moment.ts";
import type { Figure } from "../../../../manga/storyboard.ts";
import { ANIMAL_NAMES } from "../closed/animals.ts";
import { ClothesSchema, FillSchema, HairSchema } from "../closed/cast.ts";
import {
  EffectSchema,
  ExpressionSchema,
  PlaceKindSchema,
  PoseSchema,
  PropSchema,
} from "../closed/staging.ts";
import { GROUNDS, PERCHES, SEATS_TOLD } from "../closed/told.ts";
import { BEARDS, BUILDS, KINDS } from "./design.ts";
import { character, drawnPanel, drawnPortrait, figure } from "./sample-open.ts";

const drawnFigure = (told: Partial<Figure>) => {
  const { request, notices } = drawnPanel({ picture: { figures: [figure(told)] } });
  return { figure: request.picture.figures[0], told: request.picture.told.figures.c1, request, notices };
};
const drawnThings = (...things: Thing[]) => drawnPanel({ picture: { things } });

describe("the artist's own names are drawn unchanged, without notices", () => {
  it.each(PoseSchema.options)("pose %s", (pose) => {
    const { figure: drawn, told, notices } = drawnFigure({ doing: pose });
    expect([drawn?.pose, told, notices]).toEqual([pose, undefined, []]);
  });

  it.each(ExpressionSchema.options)("face %s", (face) => {
    const { figure: drawn, told, notices } = drawnFigure({ feeling: face });
    expect([drawn?.expression, told, notices]).toEqual([face, undefined, []]);
  });

  it("things, in order and number", () => {
    const { request, notices } = drawnThings(...PropSchema.options.map((what) => ({ what })));
    expect(request.picture.props).toEqual(PropSchema.options);
    expect(request.picture.told.animals).toEqual([]);
    expect(notices).toEqual([]);
    expect(drawnThings({ what: "cup", count: 3 }).request.picture.props).toEqual(["cup", "cup", "cup"]);
    const alike = [{ what: "blank canvas" }, { what: "easel" }, { what: "cup" }, { what: "mug", count: 2 }];
    expect(drawnThings(...alike).request.picture.props).toEqual(["easel", "cup", "cup"]);
  });

  it("things in hands", () => {
    for (const what of PropSchema.options) {
      const {
        figure: drawn,
        told,
        notices,
      } = drawnFigure({ doing: "hold", hands: [{ what }, { what: "key" }] });
      expect([drawn?.holds, drawn?.alsoHolds, told, notices]).toEqual([what, "key", undefined, []]);
    }
  });

  it.each(PlaceKindSchema.options)("place %s", (kind) => {
    const { request, notices } = drawnPanel({ place: { kind, name: "灯" } });
    expect(request.picture.scene.place).toEqual({ kind, name: "灯" });
    expect(request.picture.told.place).toEqual({});
    expect(request.picture.scene.look).toBe(7);
    expect(notices).toEqual([]);
  });

  it("effects", () => {
    const { request, notices } = drawnPanel({ picture: { effects: EffectSchema.options.slice(0, 4) } });
    expect(request.picture.effects).toEqual(EffectSchema.options.slice(0, 4));
    for (const effect of EffectSchema.options)
      expect(drawnPanel({ picture: { effects: [effect] } }).request.picture.effects).toEqual([effect]);
    expect(notices).toEqual([]);
  });

  it("animals at every perch", () => {
    for (const animal of ANIMAL_NAMES)
      for (const perch of PERCHES) {
        const { request, notices } = drawnThings({ what: animal, count: 2, where: perch, state: "young" });
        expect(request.picture.told.animals).toEqual([{ animal, count: 2, perch, young: true }]);
        expect([request.picture.props, notices]).toEqual([[], []]);
      }
  });

  it("grounds and seats", () => {
    for (const ground of GROUNDS)
      expect(drawnPanel({ picture: { ground } }).request.picture.told.ground).toBe(ground);
    for (const seat of SEATS_TOLD) expect(drawnFigure({ doing: "sit", seat }).told).toEqual({ seat });
  });

  it("kinds, beards and builds", () => {
    for (const kind of KINDS) {
      const { request, notices } = drawnPortrait({ kind });
      expect([request.design.kind, request.told, notices]).toEqual([kind, undefined, []]);
    }
    for (const beard of BEARDS) expect(drawnPortrait({ beard }).request.design.beard).toBe(beard);
    for (const build of BUILDS) expect(drawnPortrait({ build }).request.design.build).toBe(build);
    for (const age of ["child", "teen", "adult", "elder"] as const)
      expect(drawnPortrait({ age }).request.design.age).toBe(age);
  });

  it("hair of each style and tone", () => {
    for (const style of HairSchema.shape.style.options)
      for (const fill of FillSchema.options) {
        const { request, notices } = drawnPortrait({ hair: `${style}, ${fill}` });
        expect([request.design.hair, notices]).toEqual([{ style, fill }, []]);
      }
  });

  it("clothes of each piece and tone, with hats and a sword", () => {
    const { top: tops, bottom: bottoms, hat: hats } = ClothesSchema.shape;
    for (const top of tops.options)
      for (const bottom of bottoms.options.filter((one) => one !== "none"))
        for (const hat of hats.options)
          for (const [topFill, bottomFill] of [
            ["white", "black"],
            ["mid", "light"],
            ["dark", "dark"],
          ] as const) {
            const worn = [`${topFill} ${top}`, `${bottomFill} ${bottom}`, ...(hat === "none" ? [] : [hat])];
            const { request, notices } = drawnPortrait({
              outfits: [{ id: "o1", worn: [...worn, "sword at the hip"], scenes: [] }],
            });
            expect(request.design.clothes).toEqual({ top, topFill, bottom, bottomFill, hat, sword: true });
            expect(notices).toEqual([]);
          }
  });

  it("no garment below the waist (`none`), with the tone of the legs", () => {
    for (const fill of FillSchema.options) {
      const worn = ["dark shirt", `${fill} none`];
      const { request, notices } = drawnPortrait({ outfits: [{ id: "o1", worn, scenes: [] }] });
      expect(request.design.clothes).toMatchObject({ top: "shirt", bottom: "none", bottomFill: fill });
      expect(notices).toEqual([]);
    }
  });

  it("one-piece garments, with nothing worn below the waist", () => {
    for (const top of ["kimono", "robe"] as const) {
      const { request } = drawnPortrait({ outfits: [{ id: "o1", worn: [`mid ${top}`], scenes: [] }] });
      expect(request.design.clothes).toMatchObject({ top, topFill: "mid", bottom: "none" });
    }
  });
});

it("draws a camel with a red saddle as a horse, and says what the drawing lacks", () => {
  const camel = { kind: "camel", accessories: ["red saddle"], marks: [] };
  const portrait = drawnPortrait(camel);
  expect(portrait.request.design.kind).toBe("creature");
  expect(portrait.request.told).toEqual({ animal: "horse" });
  expect(portrait.notices).toEqual([
    '"camel" is drawn as a horse, without its hump.',
    'Nothing is drawn for "red saddle".',
  ]);
  const { request, notices } = drawnPanel({
    cast: [character({ ...camel, id: "c2" }), character()],
    picture: {
      figures: [
        figure({ doing: "rides over the dunes", mount: "c2" }),
        figure({ character: "c2", doing: "walks" }),
      ],
    },
    place: { kind: "desert" },
  });
  expect(request.picture.figures.map(({ pose }) => pose)).toEqual(["ride", "walk"]);
  expect(request.picture.told.figures).toEqual({ c1: { manner: "astride" }, c2: { by: "c1" } });
  expect(request.picture.told.people).toEqual({ c2: { animal: "horse" } });
  expect(notices).toEqual([]);
  const stray = drawnPanel({
    picture: {
      things: [
        { what: "camel", where: "beside the well" },
        { what: "red saddle", where: "on the camel" },
      ],
    },
  });
  expect(stray.request.picture.told.animals).toEqual([{ animal: "horse", count: 1, perch: "ground" }]);
  expect(stray.request.picture.props).toEqual(["saddle"]);
  expect(stray.notices).toEqual(['"camel" is drawn as a horse, without its hump.']);
});

it("dresses characters for the scene, and applies later changes", () => {
  const cast = [
    character({
      outfits: [
        { id: "o1", worn: ["white shirt", "dark trousers", "straw hat"], scenes: [] },
        { id: "o2", worn: ["black kimono", "straw hat"], scenes: ["s1"] },
        { id: "o3", worn: ["mid armor", "helmet"], scenes: [] },
      ],
    }),
  ];
  const clothes = (told: Partial<Figure>) =>
    drawnPanel({ cast, picture: { figures: [figure(told)] } }).request.cast[0]?.clothes;
  expect(clothes({})).toMatchObject({ top: "kimono", topFill: "black", hat: "straw-hat" });
  expect(clothes({ outfit: "o3" })).toMatchObject({ top: "armor", hat: "helmet" });
  expect(clothes({ without: ["straw hat"] })).toMatchObject({ top: "kimono", hat: "none" });
});

it("gives notices about a character with the portrait, and only new ones with a panel", () => {
  const camel: Partial<Character> = {
    ...{ kind: "camel", eyes: "amber" },
    outfits: [
      { id: "o1", worn: ["red saddle"], scenes: [] },
      { id: "o2", worn: ["red saddle", "antimony collar"], scenes: [] },
    ],
  };
  const portrait = drawnPortrait(camel).notices;
  expect(portrait).toContain('Nothing is drawn for "amber".');
  expect(portrait.some((said) => said.startsWith('"camel" is drawn as '))).toBe(true);
  const panel = (told: Partial<Figure>) =>
    drawnPanel({ cast: [character(camel)], picture: { figures: [figure(told)] } }).notices;
  expect(panel({ outfit: "o1", doing: "stand" })).toEqual([]);
  expect(panel({ outfit: "o2", doing: "stand" })).toEqual(['Nothing is drawn for "antimony collar".']);
});
