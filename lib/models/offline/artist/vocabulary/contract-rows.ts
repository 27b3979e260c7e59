// The rows of the contract between whoever says a fact in open fields and the artist that draws it, for tests: what is said, and what is
// told of it in the closed request.
import type { Character } from "../../../../manga/cast.ts";
import type { Thing } from "../../../../manga/moment.ts";
import type { Place } from "../../../../manga/place.ts";
import type { Figure } from "../../../../manga/storyboard.ts";
import { type FigureTold, type PersonTold, type PlaceTold, PURPOSES, TRADES } from "../../closed/told.ts";

export const FIGURE_ROWS: [Partial<Figure>, FigureTold][] = [
  [{ doing: "ride", posture: "astride" }, { manner: "astride" }],
  [{ doing: "ride", posture: "pickaback", carriedBy: "c2" }, { manner: "pickaback", by: "c2" }],
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
  [{ doing: "carry", hands: [{ what: "box", how: "carried" }] }, { carries: "load" }],
  [{ doing: "carry", hands: [{ what: "box", how: "together" }] }, { carries: "together" }],
  [{ doing: "walk", hands: [{ what: "pram", how: "pushed" }] }, { pushes: "pram" }],
  [{ doing: "push", to: "c2" }, { pushesSomebody: true }],
  [{ doing: "sit", seat: "wheelchair" }, { seat: "wheelchair" }],
  [{ doing: "ride", mount: "c2" }, { manner: "astride" }],
];

export const PLACE_ROWS: [Partial<Place>, PlaceTold][] = [
  [{ kind: "garden, greenhouse" }, { greenhouse: true }],
  [{ kind: "shore, harbour" }, { harbour: true }],
  [{ kind: "bath, swimming pool" }, { swimmingPool: true }],
  [{ kind: "room, spacecraft" }, { spacecraft: true }],
  [{ kind: "space, space station" }, { spaceStation: true }],
  [{ kind: "shop, stalls" }, { stalls: true }],
  [{ kind: "street, bus stop" }, { busStop: true }],
  [{ kind: "bridge, suspension bridge" }, { suspensionBridge: true }],
  [{ kind: "train, on its roof" }, { trainRoof: true }],
  ...PURPOSES.map(
    (purpose): [Partial<Place>, PlaceTold] => [{ kind: `room, ${purpose}` }, { purpose }],
  ),
  ...TRADES.map((trade): [Partial<Place>, PlaceTold] => [
    { kind: `shop, ${trade}` },
    { trade },
  ]),
  [{ kind: "museum, paintings" }, { paintings: true }],
  [{ culture: "Western" }, { western: true }],
  [{ kind: "graveyard", culture: "Japanese" }, { easternGraves: true }],
  [{ state: "run-down" }, { rundown: true }],
  [{ kind: "room", floor: "tatami" }, { matted: true }],
];

export const THING_ROWS: [Thing, object, string[]][] = [
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
  [{ what: "handprint", where: "on a sole" }, { things: { onSole: true } }, ["handprint"]],
  [{ what: "wheelchair", state: "empty" }, { wheelsEmpty: true }, ["wheelchair"]],
  [{ what: "sword" }, { sword: true }, ["sword"]],
  [{ what: "sword", how: "meant" }, { sword: true }, []],
  [{ what: "bicycle" }, { bicycle: true }, ["bicycle"]],
  [{ what: "bicycle", how: "meant" }, { bicycle: true }, []],
];

export const PERSON_ROWS: [Partial<Character>, PersonTold][] = [
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
