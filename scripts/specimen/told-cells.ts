// Cells whose pictures say in words what no field of theirs does: one for each fact that the artist reads out of prose, by the fact's name.
import type { CharacterDesign } from "../../lib/manga/cast.ts";
import type { PlaceKind } from "../../lib/manga/staging.ts";
import type { Picture } from "../../lib/manga/storyboard.ts";
import { figure } from "../../lib/models/offline/artist/sample-panel.ts";
import { BEASTS, type Cell, picture } from "./sample-cast.ts";

type Told = Partial<Picture> & { place?: PlaceKind; name?: string; night?: true; eerie?: true };

const idOf = (name: string): string => BEASTS.find((one) => one.name === name)?.id ?? "c23";
const one = (change: Parameters<typeof figure>[0] = {}) => [figure({ view: "profile", ...change })];
/** Two people who face each other; the first does something. */
const two = (change: Parameters<typeof figure>[0] = {}, other: Parameters<typeof figure>[0] = {}) => [
  figure({ at: 0.3, view: "profile", ...change }),
  figure({ at: 0.7, character: "c2", facing: "left", ...other }),
];
const nobody: readonly [] = [];

function cell(label: string, action: string, told: Told = {}): Cell {
  const { place = "street", name = "", night, eerie, ...change } = told;
  const shown = picture(
    { shot: "full", figures: [figure()], ...change, action },
    place,
    night ? "night" : "day",
  );
  const scene = {
    ...shown.scene,
    place: { kind: place, name },
    ...(eerie && { mood: "eerie" as const }),
    ...change.scene,
  };
  return { label, picture: { ...shown, scene } };
}

const horse = idOf("horse");
const cat = idOf("cat");
const rider = two({ pose: "ride" }, { character: horse, at: 0.4, facing: "right" });
const detail = (props: Picture["props"], place: PlaceKind): Told => ({
  ...{ shot: "detail", figures: [...nobody], props, place },
});

/** How a body is held, and what it is on. */
const BODIES: readonly Cell[] = [
  cell("astride", "She rode the horse across the field.", { place: "field", figures: rider }),
  cell("leading", "She led the horse by its rope.", {
    ...{ place: "field", figures: two({ pose: "walk" }, { character: horse, facing: "right", at: 0.6 }) },
  }),
  cell("pickaback", "He carried her on his back.", { figures: two({ pose: "carry" }, { character: "c6" }) }),
  cell("rail", "She climbed on the railing.", { place: "bridge", figures: one({ pose: "climb" }) }),
  cell("ladder", "She climbed the ladder.", { props: ["ladder"], figures: one({ pose: "climb" }) }),
  cell("onto", "She climbed onto the bench.", {
    place: "garden",
    props: ["bench"],
    figures: one({ pose: "climb" }),
  }),
  cell("upward", "She pointed at the sky.", { figures: one({ pose: "point" }) }),
  cell("afloat", "She floated slowly along the corridor.", { place: "space", figures: one() }),
  cell("piano-keys", "She played the piano.", {
    place: "room",
    props: ["piano"],
    figures: one({ pose: "sit" }),
  }),
  cell("seat-ground", "She sat on the ground.", { place: "field", figures: one({ pose: "sit" }) }),
  cell("seat-barrel", "She sat on a barrel.", { place: "shore", figures: one({ pose: "sit" }) }),
  cell("seat-crate", "She sat on a crate.", { figures: one({ pose: "sit" }) }),
  cell("seat-rock", "She sat on a rock.", { place: "mountain", figures: one({ pose: "sit" }) }),
  cell("seat-log", "She sat on a log.", { place: "forest", figures: one({ pose: "sit" }) }),
  cell("seat-step", "She sat on the steps.", { figures: one({ pose: "sit" }) }),
  cell("wheelchair", "She sat in a wheelchair.", { place: "hospital", figures: one({ pose: "sit" }) }),
  cell("at-table", "She ate at the table.", {
    place: "garden",
    figures: one({ pose: "eat", holds: "bread" }),
  }),
  cell("on-wall", "The cat lay on the garden wall.", {
    ...{ place: "garden", figures: one({ character: cat, pose: "lie", expression: "calm" }) },
  }),
  cell("curled-up", "The cat curled up.", { place: "room", figures: one({ character: cat, pose: "sit" }) }),
  cell("animal-cries", "The dog barked.", { figures: one({ character: idOf("dog") }) }),
  cell("grips", "He grabbed her by the arm and took her arm.", { figures: two({ pose: "hold" }) }),
  cell("pushes-somebody", "She pushed him away.", { figures: two({ pose: "push" }) }),
  cell("lift-over", "She held the bag over her head.", { figures: one({ holds: "bag", pose: "hold" }) }),
  cell("lift-eye", "She raised her camera.", { figures: one({ holds: "camera", pose: "hold" }) }),
  cell("worn-round", "She had a blanket around her shoulders.", { figures: one({ holds: "blanket" }) }),
  cell("worn-back", "She had a basket on her back.", { figures: one({ holds: "basket" }) }),
  cell("worn-shoulder", "The bag hung from her shoulder.", { figures: one({ holds: "bag" }) }),
  cell("eyes-shut", "She closed her eyes.", {
    shot: "bust",
    figures: [figure({ expression: "thoughtful" })],
  }),
  cell("one-eye", "She winked.", { shot: "bust", figures: [figure({ expression: "grin" })] }),
  cell("yawns", "She yawned.", { shot: "bust", figures: [figure({ expression: "tired" })] }),
  cell("rain-on-glasses", "Rain ran down her glasses.", {
    shot: "close",
    figures: [figure({ character: "c7" })],
  }),
  cell("breath-seen", "Her breath was a white cloud, white breath.", { shot: "bust", figures: one() }),
  cell("underfoot", "There was a hand under his shoe.", { shot: "detail", figures: one({ pose: "walk" }) }),
  cell("load-carried", "Together they carried the table.", {
    ...{ figures: two({ pose: "carry" }, { pose: "carry" }), props: ["table"] },
  }),
  cell("together", "Together they lifted the chest.", { figures: two({ pose: "carry" }), props: ["chest"] }),
  cell("in-wheels", "She pushed him along in the wheelbarrow.", {
    ...{ figures: two({ pose: "push" }, { pose: "sit" }), props: ["wheelbarrow"] },
  }),
  cell("wheels-empty", "She pushed the empty wheelchair past him.", {
    ...{ figures: two({ pose: "push" }), props: ["wheelchair"] },
  }),
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
).map((prop) => {
  const word = prop === "kick-scooter" ? "scooter" : prop;
  return cell(`pushed-${prop}`, `She pushed the ${word}.`, { figures: one({ pose: "push" }), props: [prop] });
});

/** Light, weather, water and who else is there. */
const SCENES: readonly Cell[] = [
  cell("pitch-dark", "It was pitch dark.", { place: "room", night: true }),
  cell("light-went-out", "The lamp went out.", { place: "room", night: true }),
  cell("eyes-shine", "Its eyes shone in the dark.", { night: true, figures: one({ character: cat }) }),
  cell("lights-up", "The windows glowed.", { place: "village", shot: "long", night: true }),
  cell("lighthouse-unlit", "The lighthouse is dark and unlit.", { place: "lighthouse", night: true }),
  cell("puddles", "There were puddles in the road.", { place: "street" }),
  cell("pond", "They stood by the pond.", { place: "garden" }),
  cell("splash", "She jumped into the river.", { place: "river", figures: one({ pose: "jump" }) }),
  cell("sunk", "The ring lay under the water.", { place: "river", props: ["bottle"] }),
  cell("crowded", "The crowd filled the street.", { place: "street", shot: "long" }),
  cell("deserted", "The street, once crowded, was empty.", { place: "street", shot: "long" }),
  cell("chimney-smoke", "Smoke rose from the chimneys.", { place: "village", shot: "establishing" }),
  cell("cracked-glass", "The dome cracked, a crack in the glass.", { place: "garden", name: "greenhouse" }),
  cell("giant-planet", "Saturn hung before them.", {
    place: "space",
    shot: "establishing",
    figures: [...nobody],
  }),
  cell("space-station", "The space station turned slowly.", {
    place: "space",
    shot: "establishing",
    figures: [...nobody],
  }),
  cell("windows-told", "They looked out of the windows.", { place: "train", shot: "long" }),
  cell("at-foot-of-stairs", "She stood at the foot of the stairs.", { place: "stairs" }),
  cell("scattered-powder", "The flour flew everywhere.", { place: "kitchen" }),
  cell("scattered-grains", "The rice scattered.", { place: "kitchen" }),
  cell("scattered-sheets", "The papers flew up.", { place: "office" }),
  cell("scattered-feathers", "Feathers flew, the feathers scattered.", { place: "room" }),
  cell("in-doorway", "She stood in the doorway.", { place: "room", props: ["door"] }),
  cell("door-shuts", "She locked the door.", {
    place: "room",
    props: ["door"],
    figures: one({ pose: "push" }),
  }),
  cell("under-lamp", "She stood under the lamp, beneath the street lamp.", {
    night: true,
    props: ["streetlamp"],
  }),
  cell("huge-lamp", "There was an enormous lamp.", { place: "lighthouse", props: ["lamp"] }),
  cell("lens", "She turned the great lens.", { place: "room", figures: one({ pose: "push" }) }),
];

/** Things, and how they are there. */
const THINGS: readonly Cell[] = [
  cell("thrown", "She threw it.", { props: ["apple"] }),
  cell("taken-out", "She threw the bread out of her bag.", { props: ["bag", "bread"] }),
  cell("flies", "The kite flew.", { place: "field", props: ["kite"] }),
  cell("fallen", "The cup fell.", { place: "room", props: ["cup"] }),
  cell("bell-rings", "The bell rang.", { place: "shop", props: ["bell"] }),
  cell("bell-set-down", "The bell on the counter rang.", { place: "shop", props: ["bell"] }),
  cell("hung-on-wall", "A map hung on the wall.", { place: "room", props: ["map"] }),
  cell("on-sill", "A cup stood on the sill.", { place: "room", props: ["window", "cup"] }),
  cell("on-bench", "A bag lay on the bench.", { place: "garden", props: ["bench", "bag"] }),
  cell("sword-told", "The sword stood in the ground.", { place: "field", props: ["sword"] }),
  cell("in-cage", "The bird sat in the cage.", {
    place: "room",
    props: ["birdcage"],
    figures: one({ character: idOf("sparrow") }),
  }),
  cell("let-out", "The bird flew out of its cage.", {
    ...{ place: "room", figures: two({ holds: "birdcage", pose: "hold" }, { character: idOf("sparrow") }) },
  }),
  cell("bicycle-told", "She rode her bicycle beside the horse.", { figures: rider, props: [] }),
  cell("door-opens", "The door opened.", detail(["door"], "room")),
  cell("door-slides", "The door slid open with a slid.", detail(["door"], "room")),
  cell("on-sole", "There was a print on the sole of the shoe.", detail(["handprint"], "corridor")),
  cell("ground-wicker", "An apple lay in the basket.", detail(["apple"], "room")),
  cell("ground-step", "A letter lay on the steps.", detail(["letter"], "street")),
  cell("ground-shelf", "A cup stood on the shelf.", detail(["cup"], "room")),
  cell("ground-cloth", "A letter lay on the bed.", detail(["letter"], "room")),
  cell("ground-table", "A cup stood on the table.", detail(["cup"], "room")),
  cell("ground-deck", "A rope lay on the deck.", detail(["rope"], "sea")),
  cell("ground-water", "A bottle floated by.", detail(["bottle"], "river")),
  cell("ground-snow", "A key lay in the snow.", detail(["key"], "field")),
  cell("ground-leaves", "A ring lay on dry leaves.", detail(["ring"], "forest")),
  cell("ground-grass", "A ball lay in the grass.", detail(["ball"], "garden")),
  cell("ground-sand", "A shell lay on the sand.", detail(["shell"], "shore")),
  cell("ground-earth", "A key lay in the mud.", detail(["key"], "field")),
  cell("ground-rock", "A flower lay on the gravestone.", detail(["flower"], "graveyard")),
  cell("ground-mats", "A cup stood on the tatami.", detail(["cup"], "room")),
  cell("matted", "", { ...detail(["cup"], "room"), name: "和室" }),
  cell("ground-boards", "A key lay on the floor.", detail(["key"], "room")),
];

/** What the names of places say. */
const PLACES: readonly Cell[] = (
  [
    ["eastern-graves", "graveyard", "寺の墓地"],
    ["room-purpose-bed", "room", "bedroom"],
    ["room-purpose-sofa", "room", "living room"],
    ["room-purpose-desk", "room", "study"],
    ["room-purpose-table", "room", "dining room"],
    ["room-purpose-low-table", "room", "茶の間"],
    ["room-purpose-benches", "room", "waiting room"],
    ["room-purpose-hearth", "room", "cabin"],
    ["rundown", "room", "old cellar"],
    ["stalls", "shop", "market"],
    ["shop-trade-clocks", "shop", "clock shop"],
    ["shop-trade-books", "shop", "book shop"],
    ["shop-trade-flowers", "shop", "flower shop"],
    ["shop-trade-bakery", "shop", "bakery"],
    ["paintings", "museum", "gallery of paintings"],
    ["greenhouse", "garden", "greenhouse"],
    ["harbour", "shore", "harbour"],
    ["swimming-pool", "bath", "swimming pool"],
    ["spacecraft", "corridor", "spaceship"],
    ["suspension-bridge", "bridge", "suspension bridge"],
    ["train-roof", "rooftop", "roof of the train"],
    ["bus-stop", "street", "bus stop"],
  ] as const
).map(([label, place, name]) => cell(label, "", { shot: "long", place, name }));

const TRADES: readonly Cell[] = (["bakery", "clockmaker", "bookshop", "florist", "inn"] as const).map(
  (name) =>
    cell(`trade-${name}`, "She pushed the door.", {
      ...{ place: "street", name, props: ["door"], figures: one({ pose: "push" }) },
    }),
);

/** Animals that are of nobody's cast, where the words have them. */
const ANIMALS: readonly Cell[] = (
  [
    ["animal-ground", "Two dogs ran across the road.", "street"],
    ["animal-air", "A white gull circled overhead.", "shore"],
    ["animal-water", "A duck swam in the pond.", "garden"],
    ["animal-wire", "Three crows sat on the wire.", "street"],
    ["animal-roof", "A cat slept on the roof.", "village"],
    ["animal-branch", "An owl sat on a branch.", "forest"],
    ["animal-thing", "A cat lay on the fence.", "street"],
    ["animal-sill", "A cat sat on the window sill.", "room"],
    ["animal-shoulder", "A parrot sat on her shoulder.", "street"],
    ["animal-arms", "She held a kitten in her arms.", "street"],
    ["animal-lead", "She led a goat by its rope.", "field"],
    ["animal-ridden", "She rode a donkey.", "field"],
    ["animal-far", "Far off, on the hill, a horse grazed.", "field"],
  ] as const
).map(([label, action, place]) =>
  cell(label, action, { place, props: label === "animal-thing" ? ["fence"] : [] }),
);

export const TOLD_CELLS: readonly Cell[] = [
  ...[...BODIES, ...ROLLING, ...SCENES, ...THINGS],
  ...[...PLACES, ...TRADES, ...ANIMALS],
];

const beast = (id: string, name: string, description: string): CharacterDesign => ({
  ...(BEASTS.find((one) => one.name === name) as CharacterDesign),
  ...{ id, description },
});

/** People and animals of whose looks their descriptions say more than their fields do. */
export const DESCRIBED: readonly CharacterDesign[] = [
  beast("c201", "robot", "a robot on wheels with one lamp"),
  beast("c202", "cat", "a black cat"),
  beast("c203", "dog", "a white dog with one black ear"),
  beast("c204", "cow", "a calf"),
  beast("c205", "deer", "a doe"),
];
