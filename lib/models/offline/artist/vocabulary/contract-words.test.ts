// Requests in the words that the contract (`lib/models/artist.ts`) lists, and the facts of the closed request for them.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Character } from "../../../../manga/cast.ts";
import type { Held, Thing } from "../../../../manga/moment.ts";
import type { Place } from "../../../../manga/place.ts";
import type { Figure } from "../../../../manga/storyboard.ts";
import { ExpressionSchema, PropSchema } from "../closed/staging.ts";
import { type FigureTold, type PersonTold, type PlaceTold, PURPOSES, TRADES } from "../closed/told.ts";
import { character, drawnPanel, drawnPortrait, figure } from "./sample-open.ts";

// Values of open fields, and the facts of the closed request for them.
const FIGURE_ROWS: [Partial<Figure>, FigureTold][] = [
  [{ doing: "ride", posture: "astride" }, { manner: "astride" }],
  [
    { doing: "ride", posture: "pickaback", carriedBy: "c2" },
    { manner: "pickaback", by: "c2" },
  ],
  [{ doing: "climb", posture: "on the rail" }, { manner: "rail" }],
  [{ doing: "jump", posture: "afloat" }, { manner: "afloat" }],
  [{ doing: "climb", posture: "on a ladder" }, { manner: "ladder" }],
  [{ doing: "sit", posture: "at the piano" }, { manner: "keys" }],
  [{ doing: "point", posture: "upward" }, { manner: "up" }],
  [{ doing: "climb", posture: "onto it" }, { manner: "onto" }],
  [{ doing: "sleep", posture: "curled up" }, { curled: true }],
  [{ doing: "walk", leads: "c2" }, { leads: true }],
  [{ doing: "lie", where: ["on a wall"] }, { onWall: true }],
  [{ doing: "eat", where: ["at a table"] }, { atTable: true }],
  [{ where: ["at the foot of the stairs"] }, { atFootOfStairs: true }],
  [{ where: ["in a doorway"] }, { inDoorway: true }],
  [{ where: ["in a cage"] }, { cage: "in" }],
  [{ where: ["out of the cage"] }, { cage: "out" }],
  [{ doing: "sit", where: ["in what is pushed"] }, { inWheels: true }],
  [{ where: ["under a lamp"] }, { underLamp: true }],
  [{ face: ["cries out"] }, { cries: true }],
  [{ face: ["eyes shine"] }, { eyesShine: true }],
  [{ face: ["yawns"] }, { face: "yawns" }],
  [{ face: ["eyes shut"] }, { face: "shut" }],
  [{ face: ["one eye open"] }, { face: "one-eye" }],
  [{ face: ["rain on the glasses", "breath seen"] }, { wetGlasses: true, breath: true }],
  [{ doing: "hold", hands: [{ what: "bag", how: "over the head" }] }, { lift: "over" }],
  [{ doing: "hold", hands: [{ what: "camera", how: "before the eye" }] }, { lift: "eye" }],
  [{ hands: [{ what: "backpack", how: "on the back" }] }, { worn: "back" }],
  [{ hands: [{ what: "bag", how: "over the shoulder" }] }, { worn: "shoulder" }],
  [{ hands: [{ what: "blanket", how: "round the shoulders" }] }, { worn: "round" }],
  [{ doing: "hold", hands: [{ what: "rope", how: "gripped" }] }, { grips: true }],
  [{ doing: "hold", to: "c2", hands: [{ what: "arm", how: "gripped" }] }, { grips: true }],
  [{ doing: "reach", hands: [{ what: "arm", how: "gripped" }] }, { grips: true }],
  [{ doing: "carry", hands: [{ what: "box", how: "carried" }] }, { carries: "load" }],
  [{ doing: "carry", hands: [{ what: "box", how: "together" }] }, { carries: "together" }],
  [{ doing: "walk", hands: [{ what: "pram", how: "pushed" }] }, { pushes: "pram" }],
  [{ doing: "push", to: "c2" }, { pushesSomebody: true }],
  [{ doing: "sit", seat: "wheelchair" }, { seat: "wheelchair" }],
  [{ doing: "ride", mount: "c2" }, { manner: "astride" }],
];

const PLACE_ROWS: [Partial<Place>, PlaceTold][] = [
  [{ kind: "garden, greenhouse" }, { greenhouse: true }],
  [{ kind: "shore, harbour" }, { harbour: true }],
  [{ kind: "bath, swimming pool" }, { swimmingPool: true }],
  [{ kind: "room, spacecraft" }, { spacecraft: true }],
  [{ kind: "space, space station" }, { spaceStation: true }],
  [{ kind: "shop, stalls" }, { stalls: true }],
  [{ kind: "street, bus stop" }, { busStop: true }],
  [{ kind: "bridge, suspension bridge" }, { suspensionBridge: true }],
  [{ kind: "train, on its roof" }, { trainRoof: true }],
  ...PURPOSES.map((purpose): [Partial<Place>, PlaceTold] => [{ kind: `room, ${purpose}` }, { purpose }]),
  ...TRADES.map((trade): [Partial<Place>, PlaceTold] => [{ kind: `shop, ${trade}` }, { trade }]),
  [{ kind: "museum, paintings" }, { paintings: true }],
  [{ culture: "Western" }, { western: true }],
  [{ kind: "graveyard", culture: "Japanese" }, { easternGraves: true }],
  [{ state: "run-down" }, { rundown: true }],
  [{ kind: "room", floor: "tatami" }, { matted: true }],
];

const THING_ROWS: [Thing, object, string[]][] = [
  [{ what: "window", how: "seen" }, { windows: true }, []],
  [{ what: "puddles" }, { puddles: true }, []],
  [{ what: "pond" }, { pond: true }, []],
  [{ what: "crowd" }, { crowd: true }, []],
  [{ what: "splash" }, { splash: true }, []],
  [{ what: "lens" }, { lens: true }, []],
  [{ what: "smoke", where: "chimney" }, { chimneySmoke: true }, []],
  [{ what: "planet", state: "huge" }, { giantPlanet: true }, []],
  [{ what: "lamp", state: "huge" }, { hugeLamp: true }, ["lamp"]],
  [{ what: "glass", state: "cracked" }, { crackedGlass: true }, []],
  ...["grains", "powder", "sheets", "feathers"].map((stuff): [Thing, object, string[]] => [
    { what: stuff, how: "scattered" },
    { scattered: stuff },
    [],
  ]),
  [{ what: "door", how: "opens" }, { door: { opens: true } }, ["door"]],
  [{ what: "door", how: "shuts" }, { door: { shuts: true } }, ["door"]],
  [{ what: "door", how: "slides" }, { door: { slides: true } }, ["door"]],
  [{ what: "door", how: "slides open" }, { door: { opens: true, slides: true } }, ["door"]],
  [{ what: "door", how: "slides shut" }, { door: { shuts: true, slides: true } }, ["door"]],
  [{ what: "door", state: "bakery" }, { place: { doorTrade: "bakery" } }, ["door"]],
  [{ what: "bakery door" }, { place: { doorTrade: "bakery" } }, ["door"]],
  [{ what: "bell", how: "rings" }, { bellRings: true }, ["bell"]],
  [{ what: "bread", how: "thrown" }, { things: { thrown: true } }, ["bread"]],
  [{ what: "bag", how: "emptied" }, { things: { takenOut: true } }, ["bag"]],
  [{ what: "hat", how: "flies" }, { things: { flies: true } }, ["hat"]],
  [{ what: "cup", how: "lies" }, { things: { fallen: true } }, ["cup"]],
  [{ what: "key", how: "sunk" }, { things: { sunk: true } }, ["key"]],
  [{ what: "map", where: "on the wall" }, { things: { onWall: true } }, ["map"]],
  [{ what: "vase", where: "on the sill" }, { things: { onSill: true } }, ["vase"]],
  [{ what: "book", where: "on a bench" }, { things: { onBench: true } }, ["book"]],
  [{ what: "handprint", where: "under a shoe" }, { things: { underShoe: true } }, ["handprint"]],
  [{ what: "hand", where: "under a shoe" }, { things: { underShoe: true } }, []],
  [{ what: "handprint", where: "on a sole" }, { things: { onSole: true } }, ["handprint"]],
  [{ what: "wheelchair", state: "empty" }, { wheelsEmpty: true }, ["wheelchair"]],
  [{ what: "sword" }, { sword: true }, ["sword"]],
  [{ what: "sword", how: "meant" }, { sword: true }, []],
  [{ what: "bicycle" }, { bicycle: true }, ["bicycle"]],
  [{ what: "bicycle", how: "meant" }, { bicycle: true }, []],
];

const PERSON_ROWS: [Partial<Character>, PersonTold][] = [
  [{ kind: "fox" }, { animal: "fox" }],
  [{ kind: "crow" }, { animal: "crow" }],
  [
    { kind: "cow", age: "child", marks: ["calf"] },
    { animal: "cow", young: true, calf: true },
  ],
  [{ kind: "cat", marks: ["black coat"] }, { coat: "black" }],
  [
    { kind: "dog", marks: ["mid coat", "white ear"] },
    { coat: "mid", oddEar: "white" },
  ],
  [
    { kind: "goat", marks: ["hornless"] },
    { animal: "goat", hornless: true },
  ],
  [
    { kind: "robot", marks: ["on wheels", "one eye"] },
    { onWheels: true, oneEyed: true },
  ],
  [{ kind: "cat", hair: "short, mid" }, {}],
];

const drawnFigure = (told: Partial<Figure>) => {
  const { request, notices } = drawnPanel({ picture: { figures: [figure(told)] } });
  return { figure: request.picture.figures[0], told: request.picture.told.figures.c1, request, notices };
};
const drawnThings = (...things: Thing[]) => drawnPanel({ picture: { things } });

describe("words of the contract", () => {
  it.each(FIGURE_ROWS)("%o", (said, told) => {
    const drawn = drawnFigure(said);
    expect(drawn.told).toEqual(told);
    expect(drawn.figure?.pose).toBe(said.doing ?? "stand");
    expect(drawn.notices).toEqual([]);
  });

  it("gives no fact for a thing that is kept, or for a sword that is gone", () => {
    const kept: Held = { what: "lantern", how: "kept" };
    const drawn = drawnFigure({ doing: "walk", hands: [kept], without: ["sword"], gaze: "c2" });
    expect(drawn.figure).toMatchObject({ pose: "walk", holds: "lantern", unarmed: true });
    expect([drawn.told, drawn.notices]).toEqual([undefined, []]);
  });

  it("adds an animal outside the cast that a figure rides once, whether or not the things list it", () => {
    const ridden = { animal: "horse", count: 1, perch: "ridden" };
    const drawn = drawnFigure({ doing: "ride", mount: "horse" });
    expect(drawn.told).toEqual({ manner: "astride" });
    expect(drawn.request.picture.told.animals).toEqual([ridden]);
    const { request } = drawnPanel({
      picture: {
        figures: [figure({ doing: "ride", mount: "horse" })],
        things: [{ what: "horse", where: "ridden" }],
      },
    });
    expect(request.picture.told.animals).toEqual([ridden]);
  });

  it.each(PLACE_ROWS)("%o", (said, told) => {
    const { request, notices } = drawnPanel({ place: said });
    expect(request.picture.told.place).toEqual(told);
    expect(request.picture.scene.place.kind).toBe((said.kind ?? "street").split(",")[0]);
    expect(request.picture.told.ground).toBeUndefined();
    expect(notices).toEqual([]);
  });

  it.each(THING_ROWS)("%o", (thing, told, props) => {
    const { request, notices } = drawnThings(thing);
    expect(request.picture.told).toEqual({
      figures: {},
      animals: [],
      things: {},
      place: {},
      people: {},
      ...told,
    });
    expect([request.picture.props, notices]).toEqual([props, []]);
  });

  it("light", () => {
    const told = (light: string) => drawnPanel({ picture: { light } }).request.picture.told;
    expect(told("none")).toMatchObject({ pitchDark: true });
    expect(told("gone out")).toMatchObject({ lightWentOut: true });
    expect(told("lit windows")).toMatchObject({ lightsUp: true });
    expect(told("lighthouse dark")).toMatchObject({ lighthouseUnlit: true });
    const dark = drawnPanel({ place: { light: { night: "none" } }, picture: { hour: "night" } });
    expect(dark.request.picture.told.pitchDark).toBe(true);
  });

  it("draws a beam over the sea at night as a lighthouse", () => {
    const things: Thing[] = [{ what: "long white beam" }];
    const at = (hour: "night" | "day") =>
      drawnPanel({ place: { kind: "sea" }, picture: { things, hour } }).request.picture;
    expect(at("night")).toMatchObject({ scene: { place: { kind: "lighthouse" } }, effects: [] });
    expect(at("day").scene.place.kind).toBe("sea");
  });

  it("draws a great lens as a lighthouse's, one rock as a thing, and several rocks as none", () => {
    const of = (thing: Thing) => drawnThings(thing).request.picture;
    expect(of({ what: "great glass lens" }).told).toMatchObject({ lens: true, hugeLamp: true });
    expect(of({ what: "camera lens" }).told.hugeLamp).toBeUndefined();
    expect([of({ what: "rock" }).props, of({ what: "rock", count: 3 }).props]).toEqual([["stone"], []]);
  });

  it("omits things that are visible only from near, except in a detail shot", () => {
    const things: Thing[] = [{ what: "cup", near: true }, { what: "lamp" }];
    expect(drawnPanel({ picture: { things } }).request.picture.props).toEqual(["lamp"]);
    const detail = drawnPanel({ picture: { things, shot: "detail" } });
    expect(detail.request.picture.props).toEqual(["cup", "lamp"]);
  });

  it.each(PERSON_ROWS)("%o", (said, told) => {
    const { request, notices } = drawnPortrait(said);
    expect([request.told ?? {}, notices]).toEqual([told, []]);
    const panel = drawnPanel({ cast: [character(said)] });
    expect(panel.request.picture.told.people.c1 ?? {}).toEqual(told);
  });
});

it("gives the same facts for a combined picture as for each part alone", () => {
  const acted = fc.record({
    row: fc.constantFrom(...FIGURE_ROWS),
    feeling: fc.constantFrom(...ExpressionSchema.options),
    side: fc.double({ min: 0, max: 1, noNaN: true }),
    depth: fc.integer({ min: 0, max: 3 }),
  });
  const asked = fc.record({
    figures: fc.array(acted, { maxLength: 3 }),
    // A picture has only one kind of scattered particles.
    things: fc.uniqueArray(fc.constantFrom(...THING_ROWS), {
      selector: ([thing]) => (thing.how === "scattered" ? thing.how : JSON.stringify(thing)),
      maxLength: 6,
    }),
    props: fc.array(fc.constantFrom(...PropSchema.options), { maxLength: 6 }),
    where: fc.constantFrom(...PLACE_ROWS),
    who: fc.constantFrom(...PERSON_ROWS),
  });
  fc.assert(
    // The mounts and bearers that the rows name are not among these figures.
    fc.property(asked, ({ figures, things, props, where: [place, placeTold], who: [who, personTold] }) => {
      const { request, notices } = drawnPanel({
        cast: [character({ ...who, id: "c9" })],
        place,
        picture: {
          // Ids from c20 on, so that no figure is the c2 of the rows, who is ridden or led, or who carries.
          figures: figures.map(({ row: [said], feeling, side, depth }, i) =>
            figure({ ...said, character: `c${i + 20}`, feeling, side, depth }),
          ),
          things: [...props.map((what) => ({ what })), ...things.map(([thing]) => thing)],
        },
      });
      const { picture } = request;
      expect(notices).toEqual([]);
      // Two things with the same drawing are drawn once.
      expect(picture.props).toEqual([...new Set([...props, ...things.flatMap(([, , named]) => named)])]);
      for (const [i, { row, feeling, side, depth }] of figures.entries()) {
        const drawn = { pose: row[0].doing ?? "stand", expression: feeling, at: side, depth };
        expect(picture.figures[i]).toMatchObject(drawn);
        expect(picture.told.figures[`c${i + 20}`]).toEqual(row[1]);
      }
      for (const [, told] of things) expect(picture.told).toMatchObject(told);
      expect(picture.told.place).toMatchObject(placeTold);
      expect(picture.told.people.c9 ?? {}).toEqual(personTold);
    }),
    { numRuns: 200 },
  );
});
