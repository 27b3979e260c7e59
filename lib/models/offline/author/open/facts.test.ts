// Each fact that words tell, as the field of the beat that it comes out in.
import { describe, expect, it } from "vitest";
import type { Person } from "../../closed/concept.ts";
import type { Plot } from "../../closed/plot.ts";
import type { Expression, PlaceKind, Pose, Prop } from "../../closed/staging.ts";
import { openPlot } from "./plot.ts";

interface Told {
  place?: PlaceKind;
  name?: string;
  hour?: "day" | "night";
  pose?: Pose;
  expression?: Expression;
  holds?: Prop;
  props?: Prop[];
  /** Poses of further people; a kind stands for itself. */
  beside?: (readonly [Person["kind"], string, Pose])[];
}

const personOf = (id: string, kind: Person["kind"], name: string): Person => ({
  ...{ id, kind, name, aliases: [], role: "support", age: "adult", gender: "female", notes: "" },
});

/** A book of one beat, as it comes out. */
function opened(action: string, told: Told) {
  const { place = "street", name = "", hour = "day", pose = "stand", expression = "calm" } = told;
  const beside = told.beside ?? [];
  const people = [
    personOf("c1", "human", "Nell"),
    ...beside.map(([kind, called], at) => personOf(`c${at + 2}`, kind, called)),
  ];
  const plot: Plot = {
    scenes: [
      {
        ...{ id: "s1", place: { kind: place, name }, hour, weather: "clear", season: "spring" },
        ...{ mood: "neutral", people: people.map(({ id }) => id) },
      },
    ],
    pages: [
      {
        ...{ number: 1, spread: false, hook: false },
        beats: [
          {
            ...{
              id: "b1",
              scene: "s1",
              kind: "action",
              units: ["u0001"],
              lines: [],
              caption: "",
              sounds: [],
            },
            ...{ effects: [], action, weight: 2, props: [...(told.props ?? [])] },
            people: [
              { character: "c1", pose, expression, ...(told.holds ? { holds: told.holds } : {}) },
              ...beside.map(([, , doing], at) => ({
                ...{ character: `c${at + 2}`, pose: doing, expression: "calm" as const },
              })),
            ],
          },
        ],
      },
    ],
    leftOut: [],
  };
  const { pages, places } = openPlot(plot, { people, language: "en", seed: 1 });
  const beat = pages[0]?.beats[0];
  if (!beat) throw new RangeError("the plot has no beat");
  return { beat, figure: beat.figures[0], other: beat.figures[1], place: places[0] };
}

const HORSE = ["creature", "the horse", "stand"] as const;
const TOM = ["human", "Tom", "stand"] as const;

describe("what words tell of somebody", () => {
  it.each<[string, Told, object]>([
    [
      "She rode the horse across the field.",
      { pose: "ride", beside: [HORSE] },
      { posture: "astride", mount: "c2" },
    ],
    ["She galloped past.", { pose: "ride", beside: [HORSE] }, { posture: "astride", mount: "c2" }],
    ["She rode a donkey.", { pose: "ride" }, { posture: "astride", mount: "donkey" }],
    ["She led the horse by its rope.", { pose: "walk", beside: [HORSE] }, { leads: "c2" }],
    ["She led a goat by its rope.", { pose: "walk" }, { leads: "goat" }],
    ["She climbed on the railing.", { pose: "climb" }, { posture: "on the rail" }],
    ["She climbed the ladder.", { pose: "climb" }, { posture: "on a ladder" }],
    ["She climbed onto the bench.", { pose: "climb" }, { posture: "onto it" }],
    ["She pointed at the sky.", { pose: "point" }, { posture: "upward" }],
    ["She floated slowly along the corridor.", { pose: "walk" }, { posture: "afloat" }],
    ["She played the piano.", { pose: "sit" }, { posture: "at the piano" }],
    ["She sat on a barrel.", { pose: "sit" }, { seat: "barrel" }],
    ["She sat in a wheelchair.", { pose: "sit" }, { seat: "wheelchair" }],
    ["She ate at the table.", { pose: "eat", holds: "bread", props: ["bread"] }, { where: ["at a table"] }],
    ["She lay on the garden wall.", { pose: "lie" }, { where: ["on a wall"] }],
    ["She stood at the foot of the stairs.", { place: "stairs" }, { where: ["at the foot of the stairs"] }],
    ["She stood in the doorway.", { props: ["door"] }, { where: ["in a doorway"] }],
    ["She stood under the street lamp.", {}, { where: ["under a lamp"] }],
    ["She yawned.", { expression: "tired" }, { face: ["yawns"] }],
    ["She closed her eyes.", { expression: "thoughtful" }, { face: ["eyes shut"] }],
    ["She winked.", { expression: "grin" }, { face: ["one eye open"] }],
    ["Rain ran down her glasses.", {}, { face: ["rain on the glasses"] }],
    ["Her breath was a white cloud, white breath.", {}, { face: ["breath seen"] }],
    [
      "She held the bag over her head.",
      { holds: "bag", props: ["bag"] },
      { hands: [{ what: "bag", how: "over the head" }] },
    ],
    [
      "She raised her camera.",
      { holds: "camera", props: ["camera"] },
      { hands: [{ what: "camera", how: "before the eye" }] },
    ],
    [
      "She had a blanket around her shoulders.",
      { holds: "blanket", props: ["blanket"] },
      { hands: [{ what: "blanket", how: "round the shoulders" }] },
    ],
    [
      "She had a basket on her back.",
      { holds: "basket", props: ["basket"] },
      { hands: [{ what: "basket", how: "on the back" }] },
    ],
    [
      "The bag hung from her shoulder.",
      { holds: "bag", props: ["bag"] },
      { hands: [{ what: "bag", how: "over the shoulder" }] },
    ],
    [
      "She grabbed him by the arm and took his arm.",
      { pose: "hold", beside: [TOM] },
      { hands: [{ what: "arm", how: "gripped" }], to: "c2" },
    ],
    [
      "お鈴の腕をつかんだ。",
      { pose: "reach", beside: [TOM] },
      { hands: [{ what: "arm", how: "gripped" }], to: "c2" },
    ],
    ["She pushed him away.", { pose: "push", beside: [TOM] }, { to: "c2" }],
    ["She pushed the pram.", { pose: "push", props: ["pram"] }, { hands: [{ what: "pram", how: "pushed" }] }],
    [
      "Together they lifted the chest.",
      { pose: "carry", props: ["chest"], beside: [TOM] },
      { hands: [{ what: "chest", how: "together" }] },
    ],
    [
      "They carried the table.",
      { pose: "carry", props: ["table"], beside: [["human", "Tom", "carry"]] },
      { hands: [{ what: "table", how: "carried" }] },
    ],
    ["Nell ran up to him.", { pose: "run", beside: [["human", "Tom", "walk"]] }, { gaze: "c2" }],
    ["Nell looked down and did not look at him.", { pose: "look-down", beside: [TOM] }, { gaze: "away" }],
  ])("%s", (action, told, field) => {
    expect(opened(action, told).figure).toMatchObject(field);
  });

  it.each<[string, Told, object]>([
    ["The cat curled up.", { beside: [["cat", "the cat", "sit"]] }, { posture: "curled up" }],
    ["Its eyes shone.", { hour: "night", beside: [["cat", "the cat", "stand"]] }, { face: ["eyes shine"] }],
    [
      "The bird sat in the cage.",
      { props: ["birdcage"], beside: [["bird", "the bird", "stand"]] },
      { where: ["in a cage"] },
    ],
    [
      "The bird flew away.",
      { props: ["birdcage"], beside: [["bird", "the bird", "stand"]] },
      { where: ["out of the cage"] },
    ],
    [
      "She pushed him along in the wheelbarrow.",
      { pose: "push", props: ["wheelbarrow"], beside: [["human", "Tom", "sit"]] },
      { where: ["in what is pushed"] },
    ],
    [
      "She carried him on her back.",
      { pose: "carry", beside: [TOM] },
      { posture: "pickaback", carriedBy: "c1" },
    ],
  ])("%s (of another)", (action, told, field) => {
    expect(opened(action, told).other).toMatchObject(field);
  });

  it("takes no pose that does not go with it", () => {
    expect(opened("She stood beside the ladder.", {}).figure).not.toHaveProperty("posture");
    expect(opened("He sat on a barrel, and she walked by.", { pose: "walk" }).figure).not.toHaveProperty(
      "seat",
    );
  });
});

describe("what words tell of things", () => {
  it.each<[string, Told, object]>([
    ["She threw it.", { props: ["apple"] }, { what: "apple", how: "thrown" }],
    ["She threw the bread out of her bag.", { props: ["bag", "bread"] }, { what: "bag", how: "emptied" }],
    ["The kite flew.", { place: "field", props: ["kite"] }, { what: "kite", how: "flies" }],
    ["The cup fell.", { place: "room", props: ["cup"] }, { what: "cup", how: "lies" }],
    [
      "The bottle lay under the water.",
      { place: "river", props: ["bottle"] },
      { what: "bottle", how: "sunk" },
    ],
    ["The bell rang.", { place: "shop", props: ["bell"] }, { what: "bell", how: "rings" }],
    ["A map hung on the wall.", { place: "room", props: ["map"] }, { what: "map", where: "on the wall" }],
    [
      "A cup stood on the sill.",
      { place: "room", props: ["window", "cup"] },
      { what: "cup", where: "on the sill" },
    ],
    [
      "A bag lay on the bench.",
      { place: "garden", props: ["bench", "bag"] },
      { what: "bag", where: "on a bench" },
    ],
    [
      "There was a print on the sole of the shoe.",
      { props: ["handprint"] },
      { what: "handprint", where: "on a sole" },
    ],
    [
      "One loaf was left in her basket.",
      { props: ["bread", "basket"] },
      { what: "bread", where: "in the basket" },
    ],
    ["There was a hand under his shoe.", {}, { what: "hand", where: "under a shoe" }],
    ["The door opened.", { place: "room", props: ["door"] }, { what: "door", how: "opens" }],
    ["The door slid open.", { place: "room", props: ["door"] }, { what: "door", how: "slides open" }],
    ["She locked the door.", { place: "room", props: ["door"] }, { what: "door", how: "shuts" }],
    ["She pushed the door.", { name: "bakery", props: ["door"] }, { what: "door", state: "bakery" }],
    ["She pushed the empty wheelchair.", { props: ["wheelchair"] }, { what: "wheelchair", state: "empty" }],
    [
      "There was an enormous lamp.",
      { place: "lighthouse", props: ["lamp"] },
      { what: "lamp", state: "huge" },
    ],
    ["She turned the great lens.", { place: "lighthouse" }, { what: "lens" }],
    ["Two loaves lay on the table.", { place: "room", props: ["bread"] }, { what: "bread", count: 2 }],
    ["There were puddles in the road.", {}, { what: "puddles" }],
    ["They stood by the pond.", { place: "garden" }, { what: "pond" }],
    ["She jumped into the river.", { place: "river" }, { what: "splash" }],
    ["The crowd filled the street.", {}, { what: "crowd" }],
    ["Smoke rose from the chimneys.", { place: "village" }, { what: "smoke", where: "chimney" }],
    ["Saturn hung before them.", { place: "space" }, { what: "planet", state: "huge" }],
    ["The dome cracked.", { place: "garden", name: "greenhouse" }, { what: "glass", state: "cracked" }],
    ["The flour flew everywhere.", { place: "kitchen" }, { what: "powder", how: "scattered" }],
    ["They looked out of the windows.", { place: "train" }, { what: "window", how: "seen" }],
    [
      "She rode her bicycle beside the horse.",
      { pose: "ride", beside: [HORSE] },
      { what: "bicycle", how: "meant" },
    ],
    ["Three crows sat on the wire.", {}, { what: "crow", count: 3, where: "wire" }],
    ["She held a kitten in her arms.", {}, { what: "kitten", where: "arms", state: "young", whose: "c1" }],
    [
      "A white gull circled overhead.",
      { place: "shore" },
      { what: "gull", where: "air", state: "white coat" },
    ],
    [
      "Far off, on the hill, a horse grazed.",
      { place: "field" },
      { what: "horse", how: "eat", state: "far off" },
    ],
  ])("%s", (action, told, thing) => {
    expect(opened(action, told).beat.things).toContainEqual(expect.objectContaining(thing));
  });

  it("leaves out a crowd that is gone, and a sword that only hangs at somebody's side", () => {
    expect(opened("The street, once crowded, was empty.", {}).beat.things).toEqual([]);
    expect(opened("She nodded.", { place: "field", props: ["sword"] }).beat.things).toEqual([]);
    expect(
      opened("A sword stood in the ground.", { place: "field", props: ["sword"] }).beat.things,
    ).toHaveLength(1);
  });

  it("is near where a thing has no place to stand, and has a table under what would lie on the floor", () => {
    expect(opened("They spoke of the boat.", { place: "room", props: ["boat"] }).beat.things).toEqual([
      { what: "boat", near: true },
    ]);
    expect(opened("There was a cup.", { place: "room", props: ["cup"] }).beat.things[0]?.what).toBe("table");
  });
});

describe("what words tell of light and ground", () => {
  it.each<[string, Told, string]>([
    ["It was pitch dark.", { hour: "night", place: "room" }, "none"],
    ["The lamp went out.", { hour: "night", place: "room" }, "gone out"],
    ["The windows glowed.", { hour: "night", place: "village" }, "lit windows"],
    ["The light broke long ago.", { hour: "night", place: "lighthouse" }, "lighthouse dark"],
  ])("%s", (action, told, light) => expect(opened(action, told).beat.light).toBe(light));

  it.each([
    ["An apple lay in the basket.", "wicker"],
    ["A key lay in the snow.", "snow"],
    ["A ball lay in the grass.", "grass"],
    ["A cup stood on the tatami.", "mats"],
  ])("%s", (action, ground) => expect(opened(action, {}).beat.ground).toBe(ground));

  it("looks at feet where they are told of", () => {
    expect(opened("There were footsteps.", {}).beat.focus).toBe("feet");
    expect(opened("She waited.", {}).beat).not.toHaveProperty("focus");
  });
});

describe("what the name of a place tells", () => {
  it.each<[PlaceKind, string, object]>([
    ["garden", "greenhouse", { kind: "garden, greenhouse", culture: "Western" }],
    ["shore", "the harbour", { kind: "shore, harbour" }],
    ["bath", "swimming pool", { kind: "bath, swimming pool" }],
    ["corridor", "spaceship", { kind: "corridor, spacecraft" }],
    ["space", "space station", { kind: "space, space station" }],
    ["shop", "market", { kind: "shop, stalls" }],
    ["street", "bus stop", { kind: "street, bus stop" }],
    ["bridge", "suspension bridge", { kind: "bridge, suspension bridge" }],
    ["rooftop", "roof of the train", { kind: "train, on its roof" }],
    ["room", "bedroom", { kind: "room, bed" }],
    ["room", "茶の間", { kind: "room, low-table", floor: "tatami" }],
    ["room", "old cellar", { kind: "room", state: "run-down" }],
    ["shop", "clock shop", { kind: "shop, clocks" }],
    ["museum", "art gallery", { kind: "museum, paintings" }],
    ["graveyard", "寺の墓地", { kind: "graveyard", culture: "Japanese" }],
    ["street", "", { kind: "street", name: "" }],
  ])("%s, %s", (kind, name, place) =>
    expect(opened("She stood.", { place: kind, name }).place).toMatchObject(place),
  );
});
