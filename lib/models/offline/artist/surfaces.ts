// What a thing lies on in a close look at it: what the words say, else what it would be set down on in such a place.
import type { PlaceKind, Prop } from "../closed/staging.ts";
import type { Picture } from "../closed/storyboard.ts";
import { isFurniture, traitsOf } from "../thing-traits.ts";
import { nearFixtureOf } from "./near-fixtures.ts";
import { isIndoors, isUnderGlass } from "./places.ts";
import { hangs } from "./prop-spots.ts";
import { pattern, reader } from "./readings.ts";
import { isSnowedOn } from "./snow.ts";
import { isOnSole } from "./traces.ts";
import { wayOf } from "./tumbling.ts";

export type Surface =
  | "table"
  | "boards"
  | "mats"
  | "tiles"
  | "slabs"
  | "deck"
  | "step"
  | "shelf"
  | "cloth"
  | "wicker"
  | "asphalt"
  | "earth"
  | "grass"
  | "leaves"
  | "sand"
  | "pebbles"
  | "rock"
  | "snow"
  | "water"
  | "wall"
  | "air";

/** What words set a thing down on, the more telling first. */
const TOLD: readonly (readonly [RegExp, Surface])[] = [
  [
    /\bin (?:the|an?|his|her|their|my) (?:[a-z]+ )?(?:basket|hamper)\b|(?:籠|かご|カゴ|バスケット)の中/iu,
    "wicker",
  ],
  [
    /\b(?:on|up) (?:the|an?|his|her|their) (?:[a-z]+ ){0,2}(?:door)?(?:steps?|stairs?|doorstep)\b|石段|階段|段に|玄関(?:先|の前)/iu,
    "step",
  ],
  [/\bon (?:the|an?|his|her) (?:[a-z]+ )?(?:shelf|mantel(?:piece)?|ledge)\b|棚/iu, "shelf"],
  [
    /\bon (?:the|an?|his|her|their) (?:[a-z]+ )?(?:bed|futon|blanket|quilt|pillow|sofa|couch|lap|knees?)\b|(?:布団|ふとん|毛布|枕|ベッド|ソファー?|膝|ひざ)の?上?に/iu,
    "cloth",
  ],
  [
    /\bon (?:the|an?|his|her|their) (?:[a-z]+ )?(?:table|desk|counter|windowsill|sill|bar|nightstand|tray|bench|piano|workbench)\b|(?:机|卓|テーブル|台|カウンター|盆|縁側|ベンチ)の?上?に/iu,
    "table",
  ],
  [
    /\bon the (?:[a-z]+ )?(?:deck|pier|dock|jetty|wharf)\b|\bin (?:the|an?|his|her) (?:[a-z]+ )?boat\b|甲板|桟橋|舟の(?:中|上|底)/iu,
    "deck",
  ],
  [
    /\b(?:float(?:s|ed|ing)?|drift(?:s|ed|ing)?|afloat)\b|\b(?:in|on|into) the (?:[a-z]+ )?(?:water|puddle|pond|pool|river|stream|sea|lake|waves)\b|水面|浮[かいき]|流れて|(?:水|池|川|海|波|湖)(?:の中|の上)?[にへ]/iu,
    "water",
  ],
  [/\b(?:in|on|into|under) the (?:[a-z]+ )?snow\b|雪の(?:上|中|下)|雪に/iu, "snow"],
  [/\b(?:fallen|dead|dry) leaves\b|落ち葉/iu, "leaves"],
  [/\b(?:in|on) the (?:[a-z]+ )?(?:grass|lawn|meadow|clover)\b|草[のにむ]|芝生/iu, "grass"],
  [/\b(?:in|on) the (?:[a-z]+ )?(?:sand|beach)\b|砂[のに浜]/iu, "sand"],
  [/\b(?:in|on) the (?:[a-z]+ )?(?:mud|dirt|soil|dust|earth)\b|泥|土の?[上中に]/iu, "earth"],
  [/\bon (?:the|an?) (?:[a-z]+ )?(?:rocks?|boulder|gravestone|tomb|altar)\b|岩の?上?に|墓石/iu, "rock"],
  [/畳|\btatami\b/iu, "mats"],
  [/\bon the (?:[a-z]+ )?floor(?:boards)?\b|床[にの板]/iu, "boards"],
];

const surfaceTold = reader("ground", "action", (action) => TOLD.find(([words]) => words.test(action))?.[1]);

/** What is underfoot in a place. */
const UNDERFOOT: Readonly<Record<PlaceKind, Surface>> = {
  ...{ street: "slabs", alley: "asphalt", city: "asphalt", station: "slabs", rooftop: "slabs" },
  ...{ village: "earth", field: "earth", temple: "slabs", castle: "slabs", bridge: "deck" },
  ...{ forest: "leaves", garden: "grass", graveyard: "grass", mountain: "rock", river: "pebbles" },
  ...{ sea: "deck", shore: "sand", lighthouse: "rock", cave: "rock", sky: "air", space: "air" },
  ...{ room: "boards", kitchen: "tiles", classroom: "boards", corridor: "tiles", office: "tiles" },
  ...{ shop: "boards", train: "boards", stairs: "step", hospital: "tiles", church: "slabs" },
  ...{ workshop: "boards", dojo: "boards", gym: "boards", stage: "boards", museum: "boards" },
  ...{ library: "boards", bath: "tiles", bus: "boards", tent: "earth", abstract: "air" },
};

/** Rooms with no table to put a thing on. */
const BARE: ReadonlySet<PlaceKind> = new Set([
  ...(["corridor", "stairs", "dojo", "gym", "stage", "bath", "cave", "train", "bus", "church"] as const),
]);

const MATTED = pattern("matted", "place", /和室|座敷|茶の間|庵|長屋|tatami/iu);

/** Built to float. */
const FLOATS: ReadonlySet<Prop> = new Set<Prop>(["boat"]);
const WATERS: ReadonlySet<PlaceKind> = new Set(["sea", "shore", "river", "lighthouse", "bridge"]);

/** Whether a thing lies in the water of its place, up to its waterline. */
export const floats = (prop: Prop, { scene }: Pick<Picture, "scene">): boolean =>
  FLOATS.has(prop) && WATERS.has(scene.place.kind);

/** The things that a detail of nobody is of. The table under them is no thing among them. */
export const looseIn = ({ shot, figures, props }: Picture): readonly Prop[] =>
  shot === "detail" && figures.length === 0 ? props.filter((prop) => prop !== "table") : [];

/**
 * What fills the frame under the things of a close look; undefined where the picture is of something else: of furniture where it
 * stands, of a window, of what falls into water.
 */
export function surfaceOf(picture: Picture): Surface | undefined {
  const { scene, action, props } = picture;
  const { kind, name } = scene.place;
  const things = looseIn(picture);
  const [first] = things;
  if (first === undefined || kind === "abstract" || nearFixtureOf({ picture })) return undefined;
  // A sole that is looked at belongs to a shoe on the floor.
  if (things.includes("handprint") && isOnSole(picture)) return UNDERFOOT[kind];
  const hung = things.filter((prop) => hangs(prop, picture));
  // Any wall takes a print; other things hang in rooms.
  const onWall = (prop: Prop) => prop === "handprint" || (isIndoors(kind) && prop !== "window");
  if (hung.length > 0) return hung.every(onWall) ? "wall" : undefined;
  const afloat = floats(first, picture);
  const stands = (prop: Prop) => isFurniture(prop) && prop !== "footprints" && !floats(prop, picture);
  if (things.some(stands)) return undefined;
  const way = wayOf(first, { picture });
  if (way === "sinks" || way === "sunk" || way === "drifts") return undefined;
  if (way === "flies") return "air";
  if (afloat) return "water";
  if (props.includes("table")) return "table";
  const told = surfaceTold(action);
  const indoors = isIndoors(kind) || isUnderGlass(scene);
  // Wood and mats are under a roof, and what grows is not.
  if (told && !(indoors ? WILD : BUILT).has(told)) return told;
  if (isSnowedOn(picture)) return "snow";
  if (kind === "room" && MATTED.test(name)) return "mats";
  const low = things.every((prop) => traitsOf(prop).rests === "floor") || way === "lies";
  if (isIndoors(kind) && !low && !BARE.has(kind)) return "table";
  return UNDERFOOT[kind];
}

const WILD: ReadonlySet<Surface> = new Set(["snow", "leaves", "grass", "sand"]);
const BUILT: ReadonlySet<Surface> = new Set(["boards", "mats"]);
