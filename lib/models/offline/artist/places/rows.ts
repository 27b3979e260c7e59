// How rows of `assets/places` are read while a place is drawn: which of them are drawn, how often, where, and in which paint.
import type { Paint } from "../../../../manga/drawing.ts";
import type { Vec3 } from "../camera/camera.ts";
import { THING_PACK } from "../closed/thing-pack.ts";
import type { Chance } from "../pen/chance.ts";
import { ellipse, type Pt, rowsOf } from "../pen/curves.ts";
import type { Material } from "../pen/materials.ts";
import { curve, type Look, paintBy } from "../things/marks.ts";
import { isOwn, type Own, type Sheet, sheetAt, sheetWithin } from "./paper.ts";
import type { At, Coat, Curve, Details, Metres, Part, Times } from "./place-parts.ts";

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
  /** Units of a metre at a point of the scene: fine rows are left out where it is small. */
  fine?: (at: Vec3) => number;
  /** How long a unit of across is at a point of the panel, where that is not as far as points of a sheet lie apart. */
  unit?: ((at: Pt) => number) | undefined;
}

/** Where rows are drawn: from which origin, what of it is mirrored, and what code says of them. All have the same fields, in one order. */
export interface Spot extends Required<Omit<Choices, "paints" | "side" | "unit">> {
  unit: Choices["unit"];
  origin: Vec3;
  side: 1 | -1;
  paints: Look["paints"];
  rng: Chance;
  /** How often the row has been drawn before. */
  turn: number;
  /** The paper that it is laid on, where that is not the scene; and whether that paper is mirrored. */
  sheet: Sheet | undefined;
  hand: number;
  /** What the whole is made of, where a row does not say it. */
  stuff: Part["made"];
}

export function spotAt(origin: Vec3, rng: Chance, choices: Choices, sheet?: Sheet): Spot {
  const { side = 1, size = 1, bold = 1, paints, made = {}, given = {}, is = [], fine = () => 1000 } = choices;
  const all = { size, bold, paints, made, given, is, fine, unit: choices.unit };
  return { ...all, origin, side: side < 0 ? -1 : 1, rng, turn: 0, sheet, hand: 1, stuff: undefined };
}

type Leaf = Exclude<Part, { what: "part" }>;
type Draw = (part: Leaf, spot: Spot) => void;

/** When a row is drawn. Rows are of many forms, which are slow to ask: each is asked once for what all may have. */
interface Ruled {
  part: Part;
  /** `no-rain` holds where `rain` does not. */
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

/** Has each row of a composition drawn as often as it says, those of its parts among them. */
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

/** Has a row drawn from one end to the other. */
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
  // A step that chance chooses goes ahead.
  const ahead =
    "grow" in run
      ? Math.sign(to - at)
      : Math.sign(step * (typeof run.by === "object" && "least" in run.by ? 1 : lengthOf(run.by, spot)));
  for (let turn = 0; (to - at) * ahead > 0; turn++) {
    again(turn, placed());
    at = "grow" in run ? at * run.grow : at + step * lengthOf(run.by, spot);
  }
}

/** The spot of a composition that is a part of another: what it is told is chosen in its order, since chance may choose it. */
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

/** The same, measured from the middle of a sheet of its own. */
export const onSheet = (spot: Spot, sheet: Sheet): Spot => ({
  ...spot,
  ...{ sheet, origin: [0, 0, 0], size: 1, side: 1, hand: spot.hand * spot.side },
});

/** A length that chance or turns may choose, from a line or in units that code gives. */
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
    throw new RangeError(`a composition measures with ${name}, which is not given`);
  return found;
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
  if (value === undefined || typeof value === "string" || (typeof value === "object" && "either" in value))
    throw new RangeError(`a row lacks ${name}`);
  if (typeof value === "object" && "odds" in value) throw new RangeError(`${name} is no length`);
  return lengthOf(value, spot);
}

/** A word that a drawer is told; what code gives by that word, where it does; or any of several. */
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

/** The middle, the radii and the number of points of a round. */
export function roundBy(shape: Curve, spot: Spot): readonly number[] | undefined {
  if (typeof shape !== "string")
    return "round" in shape ? shape.round.map((length) => lengthOf(length, spot)) : undefined;
  return shape.startsWith("round ") ? shape.slice("round ".length).split(" ").map(Number) : undefined;
}

/** The points of a curve, those by chance and those that code gives among them. */
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
