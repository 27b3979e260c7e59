// Drawers: code for what place rows refer to by name, such as textures, vegetation, windows with a view, filled shelves and lamps.
import type { Vec3 } from "../camera/camera.ts";
import type { PlaceKind } from "../closed/staging.ts";
import { chance, hashOf } from "../pen/chance.ts";
import { MATERIALS, SKIES } from "../pen/materials.ts";
import { takeWall } from "../things/wall-spots.ts";
import { type Building, build, type Drawers, type Told } from "./compositions.ts";
import { grass, grassAt, path, rock, scuffs, treeShade } from "./country/ground-cover.ts";
import { drawMiddleGround } from "./country/middle-ground.ts";
import { bush, ridge, type TreeSpec, tree } from "./country/nature.ts";
import { water } from "./country/water.ts";
import { whereIs } from "./places.ts";
import { frameOn, pile, wallShelf } from "./rooms/clutter.ts";
import { backWindow, hangingLamp, shelf, stack, tubes } from "./rooms/room-parts.ts";
import { upperWall } from "./rooms/room-walls.ts";
import { porthole } from "./rooms/window-view.ts";
import { detail, word } from "./rows.ts";
import { fade, glow, ground, type Stage } from "./stage.ts";
import { sheen, writing } from "./town/street-parts.ts";
import { roof, skyline, smoke, windows } from "./town/town-parts.ts";
import { boards, bricks, hatch, joints, plaster, type Wall, wallBetween } from "./walls.ts";
import { drawSky } from "./weather/sky.ts";

const first = ({ at: [at = [0, 0, 0]] }: Told): Vec3 => at;
const wallOf = ({ at: [a = [0, 0, 0], b = [1, 1, 0]] }: Told): Wall => wallBetween(a, b);
/** A number of a row. */
const of = ({ details, spot }: Told, name: string, usual?: number): number =>
  detail(details, name, spot, usual);
/** Several numbers of a row, in order. */
const numbers = <N extends string>(told: Told, ...names: readonly N[]) =>
  Object.fromEntries(names.map((name) => [name, of(told, name)])) as Record<N, number>;
/** Position and size of what a row places. */
const standing = <N extends string>(told: Told, ...sizes: readonly N[]) => {
  const [x, , z] = first(told);
  return { x, z, ...numbers(told, ...sizes) };
};
const is = (told: Told, name: string): boolean => of(told, name, 0) > 0;
const paintOf = ({ paint }: Told) => paint ?? "white";
/** The range from the horizon to below the panel. */
const wholeOf = ({ camera, height }: Stage) => ({ from: camera.horizon, to: height + 40 });

const DRAWN: Drawers = {
  boards: (stage, told) => boards(stage, told.spot.rng, wallOf(told), of(told, "step"), is(told, "lying")),
  bricks: (stage, told) => bricks(stage, told.spot.rng, wallOf(told), of(told, "n")),
  hatch(stage, told) {
    const look = { step: of(told, "step", 0.09), weight: told.weight ?? 0.42 };
    hatch(stage, told.spot.rng, wallOf(told), { ...numbers(told, "u", "v", "w", "h"), ...look });
  },
  joints: (stage, told) => joints(stage, wallOf(told), [of(told, "across"), of(told, "up")], told.weight),
  plaster: (stage, told) => plaster(stage, told.spot.rng, wallOf(told), of(told, "n")),
  frame(stage, told) {
    const wall = wallOf(told);
    frameOn(stage, wall, [0, 0], [wall.w, wall.h]);
  },
  stack: (stage, told) => stack(stage, wallOf(told)),
  stock(stage, told) {
    const wall = wallOf(told);
    wallShelf(stage, wall, [0, 0], wall.w);
  },
  upper: (stage, told) => upperWall(stage, wallOf(told), of(told, "from")),
  halo(stage, told) {
    const { camera } = stage;
    glow(stage, camera.see(...first(told)), camera.focal * of(told, "reach"), of(told, "strength", 0.55));
  },
  lamp: (stage, told) => hangingLamp(stage, ...first(told)),
  pile: (stage, told) => pile(stage, first(told), Math.floor(of(told, "n"))),
  porthole: (stage, told) => porthole(stage, first(told)),
  shelf: (stage, told) => shelf(stage, { ...standing(told, "w", "h", "rows"), goods: "books" }),
  taken: (stage, { at }) => takeWall(stage, at),
  tubes(stage, { at }) {
    const [[, y, back] = [0, 0, 0]] = at;
    tubes(stage, { xs: at.map(([x]) => x), y, back });
  },
  window(stage, told) {
    const [, y] = first(told);
    const moon = of(told, "moon", 1) > 0;
    backWindow(stage, { ...standing(told, "w", "h", "panes"), y, moon, curtain: is(told, "curtain") });
  },
  bush: (stage, told) =>
    bush(stage, told.spot.rng, { ...standing(told, "w", "h"), tone: of(told, "tone", 0.35) }),
  grass: (stage, told) => grass(stage, told.spot.rng, numbers(told, "n", "from", "to", "h")),
  ground(stage, told) {
    ground(stage, { tone: fade(stage.camera.horizon, stage.height, of(told, "far"), of(told, "near")) });
  },
  middle: (stage, told) => drawMiddleGround(stage, word(told.details, "of", told.spot) as PlaceKind),
  path: (stage, told) => path(stage, told.spot.rng, numbers(told, "from", "to", "half")),
  ridge(stage, told) {
    const base = stage.camera.horizon + of(told, "low", 3);
    ridge(stage, told.spot.rng, { base, height: stage.height * of(told, "rise"), paint: paintOf(told) });
  },
  rock: (stage, told) =>
    rock(stage, told.spot.rng, { ...standing(told, "w", "h"), tone: of(told, "tone", 0.15) }),
  scuffs: (stage, told) => scuffs(stage, told.spot.rng, of(told, "n")),
  sky: (stage) => drawSky(stage, stage.camera.horizon),
  tree(stage, told) {
    const kind = word(told.details, "kind", told.spot) as TreeSpec["kind"];
    tree(stage, told.spot.rng, { ...standing(told, "h"), kind, tone: of(told, "tone", 0.32) });
  },
  tuft: (stage, told) => grassAt(stage, told.spot.rng, standing(told, "h")),
  roof(stage, told) {
    const [, y] = first(told);
    roof(stage, { ...standing(told, "w", "d", "h", "over"), y, paint: paintOf(told) });
  },
  shade: (stage, told) => treeShade(stage, told.spot.rng, standing(told, "r")),
  sheen: (stage, told) => sheen(stage, of(told, "half"), of(told, "far")),
  smoke: (stage, told) => smoke(stage, first(told)),
  skyline: (stage, told) =>
    skyline(stage, stage.camera.horizon + of(told, "low", 2), of(told, "share"), of(told, "tone")),
  water: (stage, told) =>
    water(stage, told.spot.rng, { ...numbers(told, "rough", "tone"), ...wholeOf(stage) }),
  writing: (stage, told) => writing(stage, wallOf(told)),
  windows(stage, told) {
    const [a = [0, 0, 0], b = [0, 0, 0]] = told.at;
    windows(stage, a, b, numbers(told, "h", "rows", "columns", "from"));
  },
};

/** Draws a composition whose rows refer to drawers. */
export const setOut = (stage: Stage, name: string, where: Vec3 | Wall, choices: Building = {}): void =>
  build(stage, name, where, { made: panesBy(stage), ...choices, drawers: DRAWN });

/** At night window panes show the sky. */
const panesBy = ({ night }: Stage) => ({ pane: night ? SKIES.night : MATERIALS.glass });

/**
 * The same stage with random numbers of its own. The numbers that walls and floors use depend on the camera,
 * so without this the furniture would move between pictures.
 */
export const byItself = (stage: Stage, name: string): Stage => ({
  ...stage,
  place: chance(hashOf(whereIs(stage.picture.scene), name)),
});
