// How rows of `assets/places` are read while a place is drawn: which of them are drawn, how often, where, and in which paint.
import type { Paint } from "../../../../manga/drawing.ts";
import type { Vec3 } from "../camera/camera.ts";
import { THING_PACK } from "../closed/thing-pack.ts";
import type { Chance } from "../pen/chance.ts";
import { type Pt, rowsOf } from "../pen/curves.ts";
import type { Material } from "../pen/materials.ts";
import { curve, type Look, paintBy } from "../things/marks.ts";
import type { At, Coat, Details, Metres, Part, Times } from "./place-parts.ts";

/** What code tells a composition. */
export interface Choices {
  /** Below 0: what is to the right of the origin in the rows is to its left. */
  side?: number;
  /** How much larger it is than its rows. */
  size?: number;
  /** How much heavier its lines are. */
  bold?: number;
  /** The paints and materials that rows name. */
  paints?: Look["paints"];
  made?: Readonly<Record<string, Material>>;
  /** The lines that rows measure from, in metres of the scene, and the words that drawers are told. */
  given?: Readonly<Record<string, number | string>>;
  /** What holds of it: of a row's `when`. */
  is?: readonly string[];
}

/** Where rows are drawn: from which origin, what of it is mirrored, and what code says of them. */
export interface Spot extends Required<Omit<Choices, "paints" | "side">> {
  origin: Vec3;
  side: 1 | -1;
  paints: Look["paints"];
  rng: Chance;
  /** How often the row has been drawn before. */
  turn: number;
  /** On a sheet: a part that keeps its shape, and how many units of across or down it is in. */
  square?: { by: "across" | "down"; n: number };
  /** What the whole is made of, where a row does not say it. */
  stuff?: Part["made"];
}

export function spotAt(origin: Vec3, rng: Chance, choices: Choices): Spot {
  const { side = 1, size = 1, bold = 1, paints, made = {}, given = {}, is = [] } = choices;
  return { origin, side: side < 0 ? -1 : 1, size, bold, paints, made, given, is, rng, turn: 0 };
}

type Draw<P> = (part: P, spot: Spot) => void;
type Leaf = Exclude<Part, { what: "part" }>;

/** Has each row of a composition drawn as often as it says, those of its parts among them. */
export function eachRow(name: string, spot: Spot, draw: Draw<Leaf>): void {
  for (const part of THING_PACK.partsOf(name)) {
    if (part.when && !part.when.every((words) => words.some((word) => spot.is.includes(word)))) continue;
    if (part.turns && !part.turns.are.includes(spot.turn % part.turns.of)) continue;
    repeated(part, part.times ?? [], spot, draw);
  }
}

function repeated(part: Part, [first, ...rest]: readonly Times[], spot: Spot, draw: Draw<Leaf>): void {
  if (!first) {
    if (part.chance !== undefined && !spot.rng.flip(part.chance)) return;
    if (part.what === "part") eachRow(part.name, within(part, spot), draw);
    else draw(part, spot);
    return;
  }
  const again = (change: Partial<Spot>) => repeated(part, rest, { ...spot, ...change }, draw);
  if ("count" in first) {
    const n = first.count === first.most ? first.count : spot.rng.int(first.count, first.most);
    for (let turn = 0; turn < n; turn++) again({ turn });
  } else if ("sides" in first)
    for (const [turn, side] of rowsOf([0, -1], [1, 1]))
      again({ turn, side: spot.side === side ? 1 : -1, is: [...spot.is, side < 0 ? "left" : "right"] });
  else if ("shifts" in first)
    for (const [turn, shift] of first.shifts.entries()) again({ turn, origin: placeIn(spot, shift) });
  else runAlong(first, spot, again);
}

type Run = Extract<Times, { from: Metres }>;

/** Has a row drawn from one end to the other. */
function runAlong(run: Run, spot: Spot, again: (change: Partial<Spot>) => void): void {
  const { axis } = run;
  const to = along(spot, axis, run.to);
  const step = axis === 0 ? spot.side * spot.size : spot.size;
  let at = along(spot, axis, run.from);
  // A step that chance chooses goes ahead.
  const ahead =
    "grow" in run
      ? Math.sign(to - at)
      : Math.sign(step * (typeof run.by === "object" && "least" in run.by ? 1 : lengthOf(run.by, spot)));
  for (let turn = 0; (to - at) * ahead > 0; turn++) {
    again({ turn, origin: spot.origin.with(axis, at) as unknown as Vec3 });
    at = "grow" in run ? at * run.grow : at + step * lengthOf(run.by, spot);
  }
}

/** The spot of a composition that is a part of another. */
function within(part: Extract<Part, { what: "part" }>, spot: Spot): Spot {
  const origin = placeIn(spot, part.at);
  const number = (name: string) =>
    part.details[name] === undefined ? 1 : detail(part.details, name, spot, 1);
  const inner = {
    ...{ ...spot, origin, size: spot.size * number("size"), bold: spot.bold * number("bold") },
    side: number("side") < 0 ? (-spot.side as 1 | -1) : spot.side,
  };
  const stuff = part.made ? { stuff: part.made } : {};
  for (const by of ["across", "down"] as const)
    if (part.details[by] !== undefined)
      return { ...inner, ...stuff, square: { by, n: detail(part.details, by, spot) } };
  return { ...inner, ...stuff };
}

/** A number that chance or turns may choose. */
export function lengthOf(metres: Metres, { rng, turn, given }: Spot): number {
  if (typeof metres === "number") return metres;
  if ("least" in metres) return rng.between(metres.least, metres.most);
  if ("any" in metres) {
    const [first = 0, ...others] = metres.any;
    return rng.pick([first, ...others]);
  }
  if ("turns" in metres) return metres.turns[turn % metres.turns.length] ?? 0;
  const line = given[metres.line];
  if (typeof line !== "number")
    throw new RangeError(`a composition measures from ${metres.line}, which is not given`);
  return metres.sign * line + metres.plus;
}

/** Where a length along an axis ends, in the scene. */
function along(spot: Spot, axis: 0 | 1 | 2, metres: Metres): number {
  const value = lengthOf(metres, spot);
  if (typeof metres === "object" && "line" in metres) return axis === 0 ? spot.side * value : value;
  return spot.origin[axis] + (axis === 0 ? spot.side * spot.size : spot.size) * value;
}

export const placeIn = (spot: Spot, [x, y, z]: At): Vec3 => [
  along(spot, 0, x),
  along(spot, 1, y),
  along(spot, 2, z),
];

/** A number that a drawer is told; throws `RangeError` where neither the row nor `usual` says it. */
export function detail(details: Details, name: string, spot: Spot, usual?: number): number {
  const found = details[name];
  const value = typeof found === "string" ? spot.given[found] : found;
  if (value === undefined && usual !== undefined) return usual;
  if (value === undefined || typeof value === "string") throw new RangeError(`a row lacks ${name}`);
  return lengthOf(value, spot);
}

/** A word that a drawer is told; what code gives by that word, where it does. */
export function word(details: Details, name: string, { given }: Spot): string {
  const found = details[name];
  return typeof found !== "string" ? "" : String(given[found] ?? found);
}

export function coatOf(coat: Coat, { paints, turn, rng }: Spot): Paint {
  if (typeof coat !== "object" || !("turns" in coat || "any" in coat)) return paintBy(coat, paints);
  if ("turns" in coat) return paintBy(coat.turns[turn % coat.turns.length] ?? "black", paints);
  const [first = "black", ...others] = coat.any;
  return paintBy(rng.pick([first, ...others]), paints);
}

type Cell = (spot: Spot) => number;
const written = new Map<string, readonly (readonly [x: Cell, y: Cell, corner: boolean])[]>();

/** A length of a point: `0.3`, `0.2~0.4` by chance, or `lean:-0.1` from a number that code gives. */
function cellOf(text: string): Cell {
  const [least = 0, most] = text.split("~").map(Number);
  if (most !== undefined) return ({ rng }) => rng.between(least, most);
  if (!Number.isNaN(least)) return () => least;
  const [name = "", plus = "0"] = text.replace(/^-/, "").split(":");
  const line = { line: name, sign: text.startsWith("-") ? (-1 as const) : (1 as const), plus: Number(plus) };
  return (spot) => lengthOf(line, spot);
}

/** The points of a curve, those by chance and those that code gives among them. */
export function pointsBy(text: string, spot: Spot): readonly Pt[] {
  if (!/[~a-z]/.test(text) || text.startsWith("round")) return curve(text);
  const known =
    written.get(text) ??
    text.split(" ").map((point) => {
      const [x = "", y = ""] = point.replace("!", "").split(",");
      return [cellOf(x), cellOf(y), point.endsWith("!")] as const;
    });
  written.set(text, known);
  return known.map(([x, y, corner]): Pt => (corner ? [x(spot), y(spot), 1] : [x(spot), y(spot)]));
}
