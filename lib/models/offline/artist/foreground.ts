// Something near and cut by the frame, black against the scene: a post, a trunk with leaves, tall grass, a table, a curtain.
// It stands where nobody does, in some takes of wide pictures, and gives them depth.
import type { PlaceKind } from "../../../manga/staging.ts";
import { chance, hashOf } from "./chance.ts";
import type { Composition } from "./compose.ts";
import type { Pt } from "./curves.ts";
import { AMBIENT, MATERIALS, type Material, SOFT_AMBIENT } from "./materials.ts";
import { NEAR_THINGS, type Near } from "./near-things.ts";
import { type Pen, PLAIN_LIGHT } from "./pen.ts";
import { isIndoors, isUnderGlass } from "./places.ts";
import type { PanelView } from "./view.ts";

const NEAR: Readonly<Partial<Record<PlaceKind, readonly [Near, ...Near[]]>>> = {
  street: ["post", "rail"],
  station: ["post", "rail"],
  bridge: ["post"],
  city: ["post", "rail"],
  rooftop: ["rail"],
  alley: ["post"],
  forest: ["leaves", "grasses"],
  field: ["grasses", "leaves"],
  garden: ["leaves", "grasses"],
  mountain: ["grasses", "leaves"],
  river: ["grasses", "leaves"],
  shore: ["grasses", "rail"],
  lighthouse: ["grasses"],
  village: ["leaves", "grasses"],
  temple: ["leaves"],
  castle: ["leaves"],
  room: ["table", "chair", "curtain", "plant"],
  hospital: ["curtain", "chair", "table"],
  office: ["plant", "table", "chair"],
  shop: ["table", "plant"],
  kitchen: ["table", "chair"],
  classroom: ["chair", "table"],
};

export function drawForeground(
  pen: Pen,
  { picture, width, height, seed }: PanelView,
  plan: Composition,
): void {
  const kinds = NEAR[picture.scene.place.kind];
  const rng = chance(hashOf(seed, "near"));
  const often = { establishing: 0.95, long: 0.7 }[picture.shot as string] ?? 0;
  if (!kinds || isUnderGlass(picture.scene) || !rng.flip(often)) return;
  const reach = plan.metre * 0.55;
  const left = Math.min(width, ...plan.standing.map(({ x }) => x - reach));
  const right = width - Math.max(0, ...plan.standing.map(({ x }) => x + reach));
  const room = Math.min(Math.max(left, right), width * 0.3, height * 0.62);
  if (room < Math.min(width * 0.1, height * 0.2)) return;
  const side: 1 | -1 = left === right ? (rng.flip() ? 1 : -1) : left > right ? -1 : 1;
  const at = (u: number, v: number): Pt => [side < 0 ? u * room : width - u * room, v * height];
  const kind = rng.pick(kinds);
  const ambient = (isIndoors(picture.scene.place.kind) ? SOFT_AMBIENT : AMBIENT)[picture.scene.hour];
  const shaded = pen.of(MADE_OF[kind]).inLight({ ...PLAIN_LIGHT, ambient });
  NEAR_THINGS[kind](shaded.withNib(3), at, () => rng.next());
}

const MADE_OF: Readonly<Record<Near, Material>> = {
  post: MATERIALS.concrete,
  rail: MATERIALS.concrete,
  grasses: MATERIALS.pine,
  table: MATERIALS.wood,
  chair: MATERIALS.wood,
  leaves: MATERIALS.pine,
  curtain: MATERIALS.cloth,
  plant: MATERIALS.leaf,
};
