// Evaluates rows of `assets/places` while a place is drawn: which rows apply, how often, where, and in which paint.
import type { Paint } from "../../../../manga/drawing.ts";
import type { Vec3 } from "../camera/camera.ts";
import { THING_PACK } from "../closed/thing-pack.ts";
import type { Chance } from "../pen/chance.ts";
import { ellipse, type Pt, rowsOf } from "../pen/curves.ts";
import type { Material } from "../pen/materials.ts";
import { curve, type Look, paintBy } from "../things/marks.ts";
import { isOwn, type Own, type Sheet, sheetAt, sheetWithin } from "./paper.ts";
import type { At, Coat, Curve, Details, Metres, Part, Times } from "./place-parts.ts";

/** Parameters that code passes to a composition. */
export interface Choices {
  /** Negative: mirrors left and right. */
  side?: number;
  /** Scale of the composition. */
  size?: number;
  /** Factor of line weights. */
  bold?: number;
  /** Paints and materials that rows refer to by name. */
  paints?: Look["paints"];
  made?: Readonly<Record<string, Material>>;
  /** Lines that rows measure from, in metres of the scene, and words for drawers. */
  given?: Readonly<Record<string, number | string>>;
  /** Conditions that hold, for the `when` of rows. */
  is?: readonly string[];
  /** Units of a metre at a point of the scene; fine rows are omitted where it is small. */
  fine?: (at: Vec3) => number;
  /** Length of a unit across at a point of the panel, if it differs from the sheet's own unit. */
  unit?: ((at: Pt) => number) | undefined;
}

/** Context of a row: origin, mirroring, and parameters. All spots have the same fields in the same order, which keeps property access fast. */
export interface Spot extends Required<Omit<Choices, "paints" | "side" | "unit">> {
  unit: Choices["unit"];
  origin: Vec3;
  side: 1 | -1;
  paints: Look["paints"];
  rng: Chance;
  /** How often the row has been drawn before. */
  turn: number;
  /** The sheet, if the row is not drawn in the scene; and whether that sheet is mirrored. */
  sheet: Sheet | undefined;
  hand: number;
  /** Default material of rows that name none. */
  stuff: Part["made"];
}

export function spotAt(origin: Vec3, rng: Chance, choices: Choices, sheet?: Sheet): Spot {
  const { side = 1, size = 1, bold = 1, paints, made = {}, given = {}, is = [], fine = () => 1000 } = choices;
  const all = { size, bold, paints, made, given, is, fine, unit: choices.unit };
  return { ...all, origin, side: side < 0 ? -1 : 1, rng, turn: 0, sheet, hand: 1, stuff: undefined };
}

type Leaf = Exclude<Part, { what: "part" }>;
type Draw = (part: Leaf, spot: Spot) => void;

/** The conditions of a row. Rows have many shapes, and property access on mixed shapes is slow, so each row is converted once. */
interface Ruled {
  part: Part;
  /** `no-rain` holds if `rain` does not. */
  when: readonly (readonly { word: string; holds: boolean }[])[];
  turns: Part["turns"];
  fine: number;
  chance: number | undefined;
  times: readonly Times[];
}

const ruled = new Map<string, readonly Ruled[]>();

function rulesOf(name: string): readonly Ruled[] {
  const known = ruled.get(name);
  if (known) return known;
  const rows = THING_PACK.partsOf(name).map((part): Ruled => {
    const when = (part.when ?? []).map((words) =>
      words.map((word) => ({ word: word.replace(/^no-/u, ""), holds: !word.startsWith("no-") })),
    );
    const { turns, chance, fine = Number.NEGATIVE_INFINITY, times = [] } = part;
    return { part, when, turns, fine, chance, times };
  });
  ruled.set(name, rows);
  return rows;
}

/** Calls `draw` for each row of a composition as often as the row says, including rows of nested parts. */
export function eachRow(name: string, spot: Spot, draw: Draw): void {
  const { is } = spot;
  for (const row of rulesOf(name)) {
    const { when, turns, fine, times } = row;
    if (!when.every((words) => words.some(({ word, holds }) => is.includes(word) === holds))) continue;
    if (turns && !turns.are.includes(spot.turn % turns.of)) continue;
    if (fine > 0 && spot.fine(spot.origin) <= fine) continue;
    repeated(row, times, spot, draw);
  }
}

function repeated(row: Ruled, times: readonly Times[], spot: Spot, draw: Draw): void {
  const [first] = times;
  if (!first) {
    const { chance, part } = row;
    if (chance !== undefined && !spot.rng.flip(chance)) return;
    if (part.what === "part") eachRow(part.name, within(part, spot), draw);
    else draw(part, spot);
    return;
  }
  const rest = times.slice(1);
  const again: Again = (turn, origin = spot.origin, given = spot.given) =>
    repeated(row, rest, { ...spot, turn, origin, given }, draw);
  if ("count" in first) {
    const least = lengthOf(first.count, spot);
    const n = first.most === undefined ? least : spot.rng.int(least, first.most);
    for (let turn = 0; turn < n; turn++) again(turn);
  } else if ("sides" in first)
    for (const [turn, side] of rowsOf([0, -1], [1, 1])) {
      const is = [...spot.is, side < 0 ? "left" : "right"];
      repeated(row, rest, { ...spot, turn, side: spot.side === side ? 1 : -1, is }, draw);
    }
  else if ("shifts" in first)
    for (const [turn, shift] of first.shifts.entries()) again(turn, placeIn(spot, shift));
  else runAlong(first, spot, again);
}

type Again = (turn: number, origin?: Vec3, given?: Spot["given"]) => void;
type Run = Extract<Times, { from: Metres }>;

/** Repeats a row from one end of a run to the other. */
function runAlong(run: Run, spot: Spot, again: Again): void {
  const { axis } = run;
  const to = along(spot, axis, run.to);
  const step = axis === 0 ? spot.side * spot.size : spot.size;
  let at = along(spot, axis, run.from);
  const placed = () => spot.origin.with(axis, at) as unknown as Vec3;
  if ("name" in run) {
    for (let turn = 0; (to - at) * step > 0; turn++) {
      const wide = lengthOf(run.wide, spot);
      again(turn, placed(), { ...spot.given, [run.name]: wide });
      at += step * (wide + lengthOf(run.gap, spot));
    }
    return;
  }
  // A random step is always positive.
  const ahead =
    "grow" in run
      ? Math.sign(to - at)
      : Math.sign(step * (typeof run.by === "object" && "least" in run.by ? 1 : lengthOf(run.by, spot)));
  for (let turn = 0; (to - at) * ahead > 0; turn++) {
    again(turn, placed());
    at = "grow" in run ? at * run.grow : at + step * lengthOf(run.by, spot);
  }
}

/** The spot of a nested composition. Its details are evaluated in order, because some are random. */
export function within(part: { at: At; details: Details; made?: Part["made"] }, spot: Spot): Spot {
  const origin = placeIn(spot, part.at);
  const own: Own = {};
  const details = Object.entries(part.details);
  const given: Record<string, number | string> = details.length > 0 ? { ...spot.given } : spot.given;
  let { is } = spot;
  for (const [name, value] of details) {
    if (typeof value === "object" && "odds" in value)
      is = spot.rng.flip(value.odds) ? [...is, value.word] : is;
    else if (name === "is") is = [...is, word(part.details, name, spot)];
    else if (isOwn(name)) own[name] = detail(part.details, name, spot);
    else if (typeof value === "string") given[name] = spot.given[value] ?? value;
    else if (typeof value === "object" && "either" in value) given[name] = word(part.details, name, spot);
    else given[name] = lengthOf(value, spot);
  }
  const { size = 1, bold = 1 } = own;
  const side = (own.side ?? 1) < 0 ? (-spot.side as 1 | -1) : spot.side;
  const stuff = part.made ?? spot.stuff;
  const inner = { ...spot, origin, given, is, size: spot.size * size, bold: spot.bold * bold, side, stuff };
  if (!spot.sheet) return inner;
  const [x, y] = origin;
  const laid = { ...own, size: inner.size, side: inner.side };
  const across = own.across !== undefined && spot.unit && own.across * spot.unit(spot.sheet(x, y));
  if (!across) return onSheet(inner, sheetWithin(spot.sheet, [x, y], laid));
  const alone = { ...inner, unit: undefined };
  return onSheet(alone, sheetWithin(sheetAt(spot.sheet(x, y), across), [0, 0], { ...laid, across: 1 }));
}

/** The same spot, measured from the origin of a sheet. */
export const onSheet = (spot: Spot, sheet: Sheet): Spot => ({
  ...spot,
  ...{ sheet, origin: [0, 0, 0], size: 1, side: 1, hand: spot.hand * spot.side },
});

/** Evaluates a length: random, by turn, from a line, or in units that code supplies. */
export function lengthOf(metres: Metres, spot: Spot): number {
  const { rng, turn } = spot;
  if (typeof metres === "number") return metres;
  if ("least" in metres) {
    const [least, most] = [lengthOf(metres.least, spot), lengthOf(metres.most, spot)];
    return least + (most - least) * rng.next();
  }
  if ("any" in metres) {
    const [first = 0, ...others] = metres.any;
    return lengthOf(rng.pick([first, ...others]), spot);
  }
  if ("turns" in metres) return lengthOf(metres.turns[turn % metres.turns.length] ?? 0, spot);
  if ("unit" in metres) return metres.n * givenOf(metres.unit, spot) + (metres.plus ?? 0);
  return metres.sign * givenOf(metres.line, spot) + metres.plus;
}

function givenOf(name: string, { given }: Spot): number {
  const found = given[name];
  if (typeof found !== "number")
    throw new RangeError(`the composition measures with ${name}, which its caller does not supply`);
  return found;
}

/** Scene coordinate of a length along an axis. */
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

/** A number for a drawer. Throws `RangeError` if neither the row nor `usual` gives it. */
export function detail(details: Details, name: string, spot: Spot, usual?: number): number {
  const found = details[name];
  const value = typeof found === "string" ? spot.given[found] : found;
  if (value === undefined && usual !== undefined) return usual;
  if (value === undefined || typeof value === "string" || (typeof value === "object" && "either" in value))
    throw new RangeError(`a row of a composition lacks the detail ${name}`);
  if (typeof value === "object" && "odds" in value)
    throw new RangeError(`the detail ${name} is not a length`);
  return lengthOf(value, spot);
}

/** A word for a drawer: fixed, supplied by code under that word, or a random one of several. */
export function word(details: Details, name: string, { given, rng }: Spot): string {
  const found = details[name];
  if (typeof found === "string") return String(given[found] ?? found);
  if (typeof found !== "object" || !("either" in found)) return "";
  const [first = "", ...others] = found.either;
  return rng.pick([first, ...others]);
}

export function coatOf(coat: Coat, { paints, turn, rng }: Spot): Paint {
  if (typeof coat !== "object") return coat;
  if ("turns" in coat) return paintBy(coat.turns[turn % coat.turns.length] ?? "black", paints);
  if ("least" in coat) return { tone: rng.between(coat.least, coat.most) };
  if (!("any" in coat)) return paintBy(coat, paints);
  const [first = "black", ...others] = coat.any;
  return paintBy(rng.pick([first, ...others]), paints);
}

/** Centre, radii and number of points of a circle or ellipse. */
export function roundBy(shape: Curve, spot: Spot): readonly number[] | undefined {
  if (typeof shape !== "string")
    return "round" in shape ? shape.round.map((length) => lengthOf(length, spot)) : undefined;
  return shape.startsWith("round ") ? shape.slice("round ".length).split(" ").map(Number) : undefined;
}

/** The points of a curve, with random and supplied lengths evaluated. */
export function pointsBy(shape: Curve, spot: Spot): readonly Pt[] {
  if (typeof shape === "string") return curve(shape);
  if ("round" in shape) {
    const [cx = 0, cy = 0, rx = 0, ry = 0, n = 0] = roundBy(shape, spot) ?? [];
    return ellipse(cx, cy, rx, ry, n);
  }
  return shape.map(([x, y, corner]): Pt => {
    const [u, v] = [lengthOf(x, spot), lengthOf(y, spot)];
    return corner ? [u, v, 1] : [u, v];
  });
}
