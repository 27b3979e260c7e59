// Cells for facts about a picture: one for each fact of `closed/told.ts`, named after it.

import type { CharacterDesign } from "../../../lib/models/offline/artist/closed/cast.ts";
import type { PlaceKind } from "../../../lib/models/offline/artist/closed/staging.ts";
import type { Picture } from "../../../lib/models/offline/artist/closed/storyboard.ts";
import {
  type AnimalTold,
  type FigureTold,
  type PersonTold,
  type PlaceTold,
  PURPOSES,
  type Told,
  TRADES,
} from "../../../lib/models/offline/artist/closed/told.ts";
import { figure, tell } from "../../../lib/models/offline/artist/sample-panel.ts";
import { BEASTS, type Cell, picture } from "./sample-cast.ts";

type Shown = Partial<Omit<Picture, "told">> & { place?: PlaceKind; night?: true };

const idOf = (name: string): string => BEASTS.find((one) => one.name === name)?.id ?? "c23";
const one = (change: Parameters<typeof figure>[0] = {}) => [figure({ view: "profile", ...change })];
/** Two people facing each other; the first acts. */
const two = (change: Parameters<typeof figure>[0] = {}, other: Parameters<typeof figure>[0] = {}) => [
  figure({ at: 0.3, view: "profile", ...change }),
  figure({ at: 0.7, character: "c2", facing: "left", ...other }),
];
const nobody: readonly [] = [];

function cell(label: string, told: Partial<Told>, shown: Shown = {}): Cell {
  const { place = "street", night, ...change } = shown;
  const staged = { shot: "full" as const, figures: [figure()], ...change, told: tell(told) };
  return { label, picture: picture(staged, place, night ? "night" : "day") };
}

/** Facts about one person, by default the first. */
const of = (facts: FigureTold, character = "c1"): Partial<Told> => ({ figures: { [character]: facts } });
const at = (place: PlaceTold): Partial<Told> => ({ place });
const of2 = (facts: FigureTold): Partial<Told> => ({ figures: { c1: facts, c2: facts } });

const horse = idOf("horse");
const cat = idOf("cat");
const rider = two({ pose: "ride" }, { character: horse, at: 0.4, facing: "right" });
const detail = (props: Picture["props"], place: PlaceKind): Shown => ({
  ...{ shot: "detail", figures: [...nobody], props, place },
});

/** Postures, and what the body is on. */
const BODIES: readonly Cell[] = [
  cell(
    "astride",
    { figures: { c1: { manner: "astride" }, [horse]: { by: "c1" } } },
    { place: "field", figures: two({ pose: "walk" }, { character: horse, at: 0.4, facing: "right" }) },
  ),
  cell(
    "leading",
    { figures: { c1: { leads: true }, [horse]: { by: "c1" } } },
    {
      ...{ place: "field", figures: two({ pose: "walk" }, { character: horse, facing: "right", at: 0.6 }) },
    },
  ),
  cell("pickaback", of({ manner: "pickaback", by: "c1" }, "c6"), {
    figures: two({ pose: "carry" }, { character: "c6" }),
  }),
  cell("rail", of({ manner: "rail" }), { place: "bridge", figures: one({ pose: "climb" }) }),
  cell("ladder", of({ manner: "ladder" }), { props: ["ladder"], figures: one({ pose: "climb" }) }),
  cell("onto", of({ manner: "onto" }), {
    place: "garden",
    props: ["bench"],
    figures: one({ pose: "climb" }),
  }),
  cell("upward", of({ manner: "up" }), { figures: one({ pose: "point" }) }),
  cell("afloat", of({ manner: "afloat" }), { place: "space", figures: one({ pose: "walk" }) }),
  cell("piano-keys", of({ manner: "keys" }), {
    place: "room",
    props: ["piano"],
    figures: one({ pose: "sit" }),
  }),
  cell("seat-ground", of({ seat: "ground" }), { place: "room", figures: one({ pose: "sit" }) }),
  cell("seat-barrel", of({ seat: "barrel" }), { place: "shore", figures: one({ pose: "sit" }) }),
  cell("seat-crate", of({ seat: "crate" }), { figures: one({ pose: "sit" }) }),
  cell("seat-rock", of({ seat: "rock" }), { place: "mountain", figures: one({ pose: "sit" }) }),
  cell("seat-log", of({ seat: "log" }), { place: "forest", figures: one({ pose: "sit" }) }),
  cell("seat-step", of({ seat: "step" }), { figures: one({ pose: "sit" }) }),
  cell("wheelchair", of({ seat: "wheelchair" }), { place: "hospital", figures: one({ pose: "sit" }) }),
  cell("at-table", of({ atTable: true }), {
    place: "garden",
    figures: one({ pose: "eat", holds: "bread" }),
  }),
  cell("on-wall", of({ onWall: true }, cat), {
    ...{ place: "garden", figures: one({ character: cat, pose: "lie", expression: "calm" }) },
  }),
  cell("curled-up", of({ curled: true }, cat), {
    place: "room",
    figures: one({ character: cat, pose: "sit" }),
  }),
  cell("animal-cries", of({ cries: true }, idOf("dog")), { figures: one({ character: idOf("dog") }) }),
  cell("grips", of({ grips: true }), { figures: two({ pose: "hold" }) }),
  cell("pushes-somebody", of({ pushesSomebody: true }), { figures: two({ pose: "push" }) }),
  cell("lift-over", of({ lift: "over" }), { figures: one({ holds: "bag", pose: "hold" }) }),
  cell("lift-eye", of({ lift: "eye" }), { figures: one({ holds: "camera", pose: "hold" }) }),
  cell("worn-round", of({ worn: "round" }), { figures: one({ holds: "blanket" }) }),
  cell("worn-back", of({ worn: "back" }), { figures: one({ holds: "basket" }) }),
  cell("worn-shoulder", of({ worn: "shoulder" }), { figures: one({ holds: "bag" }) }),
  cell("eyes-shut", of({ face: "shut" }), {
    shot: "bust",
    figures: [figure({ expression: "thoughtful" })],
  }),
  cell("one-eye", of({ face: "one-eye" }), { shot: "bust", figures: [figure({ expression: "grin" })] }),
  cell("yawns", of({ face: "yawns" }), { shot: "bust", figures: [figure({ expression: "tired" })] }),
  cell("rain-on-glasses", of({ wetGlasses: true }, "c7"), {
    shot: "close",
    figures: [figure({ character: "c7" })],
  }),
  cell("breath-seen", of({ breath: true }), { shot: "bust", figures: one() }),
  cell("underfoot", { things: { underShoe: true } }, { shot: "detail", figures: one({ pose: "walk" }) }),
  cell("load-carried", of2({ carries: "load" }), {
    ...{ figures: two({ pose: "carry" }, { pose: "carry" }), props: ["table"] },
  }),
  cell("together", of2({ carries: "together" }), { figures: two({ pose: "carry" }), props: ["chest"] }),
  cell(
    "in-wheels",
    { figures: { c1: { pushes: "wheelbarrow" }, c2: { inWheels: true } } },
    {
      ...{ figures: two({ pose: "push" }, { pose: "sit" }), props: ["wheelbarrow"] },
    },
  ),
  cell(
    "wheels-empty",
    { ...of({ pushes: "wheelchair" }), wheelsEmpty: true },
    {
      ...{ figures: two({ pose: "push" }), props: ["wheelchair"] },
    },
  ),
];

const ROLLING: readonly Cell[] = (
  [
    "bicycle",
    "motorcycle",
    "scooter",
    "kick-scooter",
    "pram",
    "wheelchair",
    "wheelbarrow",
    "cart",
    "suitcase",
  ] as const
).map((prop) =>
  cell(`pushed-${prop}`, of({ pushes: prop }), { figures: one({ pose: "push" }), props: [prop] }),
);

/** Light, weather, water and bystanders. */
const SCENES: readonly Cell[] = [
  cell("pitch-dark", { pitchDark: true }, { place: "room", night: true }),
  cell("light-went-out", { lightWentOut: true }, { place: "room", night: true }),
  cell("eyes-shine", of({ eyesShine: true }, cat), { night: true, figures: one({ character: cat }) }),
  cell("lights-up", { lightsUp: true }, { place: "village", shot: "long", night: true }),
  cell("lighthouse-unlit", { lighthouseUnlit: true }, { place: "lighthouse", night: true }),
  cell("puddles", { puddles: true }, { place: "street" }),
  cell("pond", { pond: true }, { place: "garden" }),
  cell("splash", { splash: true }, { place: "river", figures: one({ pose: "jump" }) }),
  cell("sunk", { things: { sunk: true } }, { place: "river", props: ["bottle"] }),
  cell("crowded", { crowd: true }, { place: "street", shot: "long" }),
  cell("chimney-smoke", { chimneySmoke: true }, { place: "village", shot: "establishing" }),
  cell("cracked-glass", { crackedGlass: true, place: { greenhouse: true } }, { place: "garden" }),
  cell(
    "giant-planet",
    { giantPlanet: true },
    {
      place: "space",
      shot: "establishing",
      figures: [...nobody],
    },
  ),
  cell("space-station", at({ spaceStation: true }), {
    place: "space",
    shot: "establishing",
    figures: [...nobody],
  }),
  cell("windows-told", { windows: true }, { place: "train", shot: "long" }),
  cell("at-foot-of-stairs", of({ atFootOfStairs: true }), { place: "stairs" }),
  cell("scattered-powder", { scattered: "powder" }, { place: "kitchen" }),
  cell("scattered-grains", { scattered: "grains" }, { place: "kitchen" }),
  cell("scattered-sheets", { scattered: "sheets" }, { place: "office" }),
  cell("scattered-feathers", { scattered: "feathers" }, { place: "room" }),
  cell("in-doorway", of({ inDoorway: true }), { place: "room", props: ["door"] }),
  cell(
    "door-shuts",
    { door: { shuts: true } },
    {
      place: "room",
      props: ["door"],
      figures: one({ pose: "push" }),
    },
  ),
  cell("under-lamp", of({ underLamp: true }), {
    night: true,
    props: ["streetlamp"],
  }),
  cell("huge-lamp", { hugeLamp: true }, { place: "lighthouse", props: ["lamp"] }),
  cell("lens", { lens: true }, { place: "room", figures: one({ pose: "push" }) }),
];

/** Things and their states. */
const THINGS: readonly Cell[] = [
  cell("thrown", { things: { thrown: true } }, { props: ["apple"] }),
  cell("taken-out", { things: { thrown: true, takenOut: true } }, { props: ["bag", "bread"] }),
  cell("flies", { things: { flies: true } }, { place: "field", props: ["kite"] }),
  cell("fallen", { things: { fallen: true } }, { place: "room", props: ["cup"] }),
  cell("bell-rings", { bellRings: true }, { place: "shop", props: ["bell"] }),
  cell("hung-on-wall", { things: { onWall: true } }, { place: "room", props: ["map"] }),
  cell("on-sill", { things: { onSill: true } }, { place: "room", props: ["window", "cup"] }),
  cell("on-bench", { things: { onBench: true } }, { place: "garden", props: ["bench", "bag"] }),
  cell("sword-told", { sword: true }, { place: "field", props: ["sword"] }),
  cell("in-cage", of({ cage: "in" }, idOf("sparrow")), {
    place: "room",
    props: ["birdcage"],
    figures: one({ character: idOf("sparrow") }),
  }),
  cell("let-out", of({ cage: "out" }, idOf("sparrow")), {
    ...{ place: "room", figures: two({ holds: "birdcage", pose: "hold" }, { character: idOf("sparrow") }) },
  }),
  cell("bicycle-told", { bicycle: true }, { figures: rider, props: [] }),
  cell("door-opens", { door: { opens: true } }, detail(["door"], "room")),
  cell("door-slides", { door: { opens: true, slides: true } }, detail(["door"], "room")),
  cell("on-sole", { things: { onSole: true } }, detail(["handprint"], "corridor")),
  cell("ground-wicker", { ground: "wicker" }, detail(["apple"], "room")),
  cell("ground-step", { ground: "step" }, detail(["letter"], "street")),
  cell("ground-shelf", { ground: "shelf" }, detail(["cup"], "room")),
  cell("ground-cloth", { ground: "cloth" }, detail(["letter"], "room")),
  cell("ground-table", { ground: "table" }, detail(["cup"], "corridor")),
  cell("ground-deck", { ground: "deck" }, detail(["rope"], "street")),
  cell("ground-water", { ground: "water" }, detail(["bottle"], "river")),
  cell("ground-snow", { ground: "snow" }, detail(["key"], "field")),
  cell("ground-leaves", { ground: "leaves" }, detail(["ring"], "garden")),
  cell("ground-grass", { ground: "grass" }, detail(["ball"], "field")),
  cell("ground-sand", { ground: "sand" }, detail(["shell"], "field")),
  cell("ground-earth", { ground: "earth" }, detail(["key"], "garden")),
  cell("ground-rock", { ground: "rock" }, detail(["flower"], "graveyard")),
  cell("ground-mats", { ground: "mats" }, detail(["cup"], "room")),
  cell("matted", at({ matted: true }), detail(["cup"], "room")),
  cell("ground-boards", { ground: "boards" }, detail(["key"], "room")),
];

/** Facts about places. */
const PLACES: readonly Cell[] = [
  ...(
    [
      ["eastern-graves", "graveyard", { easternGraves: true }],
      ["rundown", "room", { rundown: true }],
      ["stalls", "shop", { stalls: true }],
      ["paintings", "museum", { paintings: true }],
      ["greenhouse", "garden", { greenhouse: true }],
      ["harbour", "shore", { harbour: true }],
      ["swimming-pool", "bath", { swimmingPool: true }],
      ["spacecraft", "corridor", { spacecraft: true }],
      ["suspension-bridge", "bridge", { suspensionBridge: true }],
      ["train-roof", "rooftop", { trainRoof: true }],
      ["bus-stop", "street", { busStop: true }],
    ] as const
  ).map(([label, place, facts]) => cell(label, at(facts), { shot: "long", place })),
  // A room that would have mats and paper doors if it were not Western.
  cell("western", at({ western: true }), { shot: "long", scene: { ...picture({}, "room").scene, id: "s2" } }),
  ...PURPOSES.map((purpose) =>
    cell(`room-purpose-${purpose}`, at({ purpose }), { shot: "long", place: "room" }),
  ),
  ...TRADES.map((trade) => cell(`shop-trade-${trade}`, at({ trade }), { shot: "long", place: "shop" })),
  ...[...TRADES, "shop" as const].map((doorTrade) =>
    cell(`trade-${doorTrade}`, at({ doorTrade }), { props: ["door"], figures: one({ pose: "push" }) }),
  ),
];

/** Animals outside of the cast. */
const ANIMALS: readonly Cell[] = (
  [
    ["animal-ground", { animal: "dog", count: 2, pose: "run" }, "street"],
    ["animal-air", { animal: "gull", count: 1, perch: "air", coat: "white" }, "shore"],
    ["animal-water", { animal: "duck", count: 1, perch: "water" }, "garden"],
    ["animal-wire", { animal: "crow", count: 3, perch: "wire" }, "street"],
    ["animal-roof", { animal: "cat", count: 1, perch: "roof", pose: "sleep" }, "village"],
    ["animal-branch", { animal: "owl", count: 1, perch: "branch" }, "forest"],
    ["animal-thing", { animal: "cat", count: 1, perch: "thing", on: "fence", pose: "lie" }, "street"],
    ["animal-sill", { animal: "cat", count: 1, perch: "sill", pose: "sit" }, "room"],
    ["animal-shoulder", { animal: "parrot", count: 1, perch: "shoulder", as: { by: "c1" } }, "street"],
    ["animal-arms", { animal: "cat", count: 1, perch: "arms", young: true }, "street"],
    ["animal-lead", { animal: "goat", count: 1, perch: "lead" }, "field"],
    ["animal-ridden", { animal: "donkey", count: 1, perch: "ridden" }, "field"],
    ["animal-far", { animal: "horse", count: 1, pose: "eat", far: true }, "field"],
    ["animal-expression", { animal: "dog", count: 1, expression: "angry" }, "street"],
    ["animal-looks", { animal: "dog", count: 1, coat: "white", oddEar: "black" }, "street"],
    ["animal-hornless", { animal: "deer", count: 1, hornless: true }, "forest"],
    ["animal-calf", { animal: "cow", count: 1, calf: true }, "field"],
  ] as const satisfies readonly (readonly [string, AnimalTold, PlaceKind])[]
).map(([label, animal, place]) => {
  const { perch } = { perch: undefined, ...animal };
  const figures = {
    c1: { leads: perch === "lead", ...(perch === "ridden" && { manner: "astride" as const }) },
  };
  const props = perch === "thing" ? (["fence"] as const) : perch === "sill" ? (["window"] as const) : [];
  return cell(label, { animals: [animal], figures }, { place, props: [...props] });
});

/** A close-up of a thing with an animal, which is drawn beside it or not. */
const ASIDE: readonly Cell[] = [true, false].map((aside) =>
  cell(
    aside ? "animal-aside" : "animal-not-aside",
    { animals: [{ animal: "cat", count: 1, aside }] },
    detail(["letter"], "room"),
  ),
);

export const TOLD_CELLS: readonly Cell[] = [
  ...[...BODIES, ...ROLLING, ...SCENES, ...THINGS],
  ...[...PLACES, ...ANIMALS, ...ASIDE],
];

const beast = (id: string, name: string, description: string): CharacterDesign => ({
  ...(BEASTS.find((one) => one.name === name) as CharacterDesign),
  ...{ id, description },
});

/** Beings and animals with facts beyond their fields. */
export const DESCRIBED: readonly CharacterDesign[] = [
  beast("c201", "robot", "a robot on wheels with one lamp"),
  beast("c202", "cat", "a black cat"),
  beast("c203", "dog", "a white dog with one black ear"),
  beast("c204", "cow", "a calf"),
  beast("c205", "deer", "a doe"),
  beast("c206", "horse", "a foal"),
];

/** Facts about each, by character id. */
export const DESCRIBED_TOLD: Readonly<Record<string, PersonTold>> = {
  c201: { onWheels: true, oneEyed: true },
  c202: { coat: "black" },
  c203: { coat: "white", oddEar: "black" },
  c204: { animal: "cow", young: true, calf: true },
  c205: { animal: "deer", hornless: true },
  c206: { animal: "horse", young: true },
};
