// Things by name: drawn in a hand or set down in the scene, and their size.
import type { Prop } from "../../../manga/staging.ts";
import { CRAFT_THINGS } from "./craft-things.ts";
import { rect } from "./curves.ts";
import { FOUND_THINGS } from "./found-things.ts";
import { HOUSE_THINGS } from "./house-things.ts";
import { KEEPSAKES } from "./keepsakes.ts";
import { drawLoaves, LARGE_THINGS } from "./large-things.ts";
import { MATERIALS, type MaterialName } from "./materials.ts";
import { OWN_THINGS } from "./own-things.ts";
import { type Extent, extentOf, type Pen } from "./pen.ts";
import { PLAY_THINGS } from "./play-things.ts";
import { SMALL_THINGS } from "./small-things.ts";
import { TABLE_THINGS } from "./table-things.ts";
import type { Thing } from "./thing.ts";
import { TOKEN_THINGS } from "./token-things.ts";
import { WILD_THINGS } from "./wild-things.ts";
import { YARD_THINGS } from "./yard-things.ts";

const THINGS: Readonly<Record<Prop, Thing>> = {
  ...SMALL_THINGS,
  ...LARGE_THINGS,
  ...KEEPSAKES,
  ...FOUND_THINGS,
  ...TABLE_THINGS,
  ...CRAFT_THINGS,
  ...PLAY_THINGS,
  ...OWN_THINGS,
  ...TOKEN_THINGS,
  ...HOUSE_THINGS,
  ...YARD_THINGS,
  ...WILD_THINGS,
};

/** What each is made of for the most part. */
const MADE_OF: Readonly<Record<Prop, MaterialName>> = {
  ...{ lamp: "lamp", lantern: "lamp", candle: "lamp", letter: "plain", book: "cloth", map: "sand" },
  ...{ pen: "slate", phone: "slate", camera: "slate", glasses: "slate", mirror: "glass", bottle: "glass" },
  ...{ cup: "plain", bowl: "red", key: "lamp", bell: "lamp", ring: "lamp", clock: "lamp", stone: "stone" },
  ...{ flower: "blossom", ball: "red", fish: "slate", bread: "wood", umbrella: "red", bag: "cloth" },
  ...{ box: "wood", rope: "sand", oar: "wood", boat: "wood", sword: "metal", stick: "wood", broom: "wood" },
  ...{ bicycle: "metal", car: "red", chair: "wood", table: "wood", door: "wood", window: "glass" },
  ...{
    guitar: "wood",
    basket: "wood",
    snowman: "snow",
    flag: "red",
    piano: "wood",
    hat: "cloth",
    comb: "wood",
  },
  ...{ photo: "plain", "rice-ball": "plain", "watering-can": "metal" },
  ...{ flashlight: "slate", apple: "red", orange: "lamp", melon: "leaf", "straw-hat": "sand" },
  ...{ footprints: "earth", handprint: "red" },
  ...{ pot: "metal", kettle: "metal", teapot: "plain", pan: "slate", knife: "metal", spoon: "metal" },
  ...{ chopsticks: "wood", plate: "plain", glass: "glass", cake: "plain", egg: "plain" },
  ...{ "ice-cream": "blossom", candy: "red", pudding: "lamp", carrot: "red", pumpkin: "red" },
  ...{ mushroom: "red", cheese: "lamp", meat: "wood", rice: "sand", hammer: "metal", axe: "metal" },
  ...{ saw: "metal", scissors: "metal", shovel: "metal", bucket: "metal", ladder: "wood" },
  ...{ wrench: "metal", thread: "red", "fishing-rod": "wood", net: "plain", spear: "metal" },
  ...{ bow: "wood", shield: "red", gun: "slate", torch: "lamp", wand: "lamp", needle: "glass" },
  ...{ violin: "wood", drum: "red", flute: "metal", trumpet: "lamp", microphone: "slate" },
  ...{ radio: "wood", doll: "cloth", "teddy-bear": "wood", kite: "red", balloon: "red" },
  ...{ "spinning-top": "red", cards: "plain", dice: "plain", bat: "wood", racket: "wood" },
  ...{ "paper-crane": "plain", "paper-plane": "plain", skateboard: "red", watch: "lamp" },
  ...{ necklace: "plain", crown: "lamp", mask: "plain", glove: "red", scarf: "red", handkerchief: "plain" },
  ...{ shoe: "cloth", ribbon: "red", fan: "plain", coin: "lamp", money: "plain", ticket: "plain" },
  ...{ newspaper: "plain", scroll: "sand", gift: "red", trophy: "lamp", medal: "lamp", whistle: "metal" },
  ...{ pipe: "wood", cigarette: "plain", medicine: "glass", wallet: "wood", pillow: "plain" },
  ...{ blanket: "cloth", vase: "glass", picture: "wood", telescope: "lamp", magnifier: "glass" },
  ...{ globe: "glass", suitcase: "wood", computer: "slate", television: "wood", bench: "wood" },
  ...{ stove: "slate", gate: "wood", sign: "wood", gravestone: "stone", barrel: "wood" },
  ...{ cart: "wood", tent: "cloth", campfire: "lamp", birdcage: "metal", chest: "wood" },
  ...{ sled: "wood", shell: "plain", feather: "plain", leaf: "leaf", nest: "wood", bone: "plain" },
  ...{ skull: "plain", firewood: "wood", coal: "slate", crystal: "glass" },
  ...{ pinwheel: "red", firework: "lamp", "electric-fan": "metal", wheel: "metal", helmet: "slate" },
} satisfies Record<Prop, MaterialName>;

/** Draws a thing with its grip at the origin; `filled` is what else is there, some of which may lie in it. */
export function drawProp(pen: Pen, prop: Prop, filled: readonly Prop[] = []): void {
  if (prop === "basket" && filled.includes("bread")) drawLoaves(pen.of(MATERIALS.wood));
  THINGS[prop].draw(pen.of(MATERIALS[MADE_OF[prop]]));
  const [left, high, right, low] = sizeOf(prop).extent;
  pen.name(prop, rect(left, high, right - left, low - high));
}

/** Whether a thing lies in another that is held or stands there, and needs no place of its own. */
export const liesIn = (prop: Prop, vessel: Prop | null): boolean => prop === "bread" && vessel === "basket";

const extents = new Map<Prop, Extent>();

/** The box round a thing, in its own space, and how many metres tall it stands when set down. */
export function sizeOf(prop: Prop): { extent: Extent; metres: number } {
  const { draw, metres } = THINGS[prop];
  const extent = extents.get(prop) ?? extentOf(draw);
  extents.set(prop, extent);
  return { extent, metres };
}

/** Furniture, vehicles and prints: people stand beside them, and never have them in a hand. */
const FURNITURE: ReadonlySet<Prop> = new Set([
  ...(["door", "window", "car", "table", "chair", "boat", "bicycle"] as const),
  ...(["snowman", "flag", "piano", "footprints", "handprint"] as const),
  ...(["television", "bench", "stove", "gate", "sign", "gravestone", "barrel", "cart"] as const),
  ...(["tent", "campfire", "chest", "ladder", "rice"] as const),
]);

export const isFurniture = (prop: Prop | null): boolean => prop !== null && FURNITURE.has(prop);

const EDGED: ReadonlySet<Prop> = new Set([
  "camera",
  "clock",
  "comb",
  "photo",
  "letter",
  "map",
  "box",
  "ball",
  "apple",
  "orange",
  "melon",
  "straw-hat",
  ...(["plate", "cake", "egg", "candy", "pudding", "pumpkin", "mushroom", "cheese"] as const),
  ...(["drum", "radio", "doll", "teddy-bear", "cards", "dice", "spinning-top", "paper-crane"] as const),
  ...(["crown", "mask", "shoe", "money", "newspaper", "scroll", "gift", "medicine"] as const),
  ...(["wallet", "pillow", "blanket", "vase", "picture", "globe", "computer", "birdcage"] as const),
  ...(["wheel", "helmet", "electric-fan"] as const),
  ...(["shell", "nest", "skull", "firewood", "coal", "crystal", "thread", "kite"] as const),
]);

/** Whether a hand has a thing by an edge of it, since it would cover what the thing is. */
export const isHeldByEdge = (prop: Prop | null): boolean => prop !== null && EDGED.has(prop);
