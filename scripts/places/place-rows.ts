// From the rows of a composition (`assets/places/FIELD/NAME.tsv`) to the parts that the offline artist draws. docs/places.md describes the
// rows for whoever writes them.
import { MATERIALS, type MaterialName } from "../../lib/models/offline/artist/pen/materials.ts";
import {
  type At,
  type Coat,
  type Details,
  DRAWERS,
  type Drawer,
  type Metres,
  type Part,
  type Times,
} from "../../lib/models/offline/artist/places/place-parts.ts";
import type { Laid } from "../../lib/models/offline/artist/things/marks.ts";

/** The last two may be left out of a file. */
export const COLUMNS = ["what", "made", "at", "shape", "paint", "weight", "how", "when", "times"] as const;
const NEEDED = 7;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Record<Column, string>>;

/** Metres: nothing is larger than a street is long. */
const FARTHEST = 400;
const TAPERS = ["both", "start", "end", "none"] as const;

/** The parts in their order; lines that begin with `//` are left out. Throws `RangeError` that names the line which is not of the form. */
export function partsIn(text: string): Part[] {
  const lines = text.replace(/\n$/, "").split("\n");
  const head = lines.findIndex((line) => !line.startsWith("//"));
  const columns = (lines[head] ?? "").split("\t");
  if (columns.length < NEEDED || columns.some((column, at) => column !== COLUMNS[at]))
    throw new RangeError(`the columns are ${COLUMNS.join(", ")}`);
  const parts = lines.slice(head + 1).flatMap((line, index): Part[] => {
    if (line.startsWith("//")) return [];
    try {
      return [partOf(line, columns.length)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      throw new RangeError(`line ${head + index + 2}: ${reason}`, { cause: error });
    }
  });
  if (parts.length === 0) throw new RangeError("nothing is drawn");
  return parts;
}

function partOf(line: string, columns: number): Part {
  const cells = line.split("\t");
  if (cells.length !== columns) throw new RangeError(`a row has ${columns} cells`);
  const [
    what = "",
    made = "",
    at = "",
    shape = "",
    paint = "",
    weight = "",
    how = "",
    when = "",
    times = "",
  ] = cells;
  const row = { what, made, at, shape, paint, weight, how, when, times };
  const read = isDrawer(what) ? drawerRow(what) : READERS[what];
  if (!read) throw new RangeError(`what is drawn is ${Object.keys(READERS).join(", ")}, and no ${what}`);
  for (const column of ["shape", "paint", "weight", "how"] as const) {
    if (row[column] !== "" && !read.uses.includes(column)) throw new RangeError(`a ${what} has no ${column}`);
  }
  const part = { ...read.part(row), ...(made && { made: stuffOf(made) }), ...whenOf(when) };
  return times === "" ? part : { ...part, times: times.split("; ").map(timesOf) };
}

const isDrawer = (what: string): what is Drawer => DRAWERS.some((drawer) => drawer === what);

interface Reader {
  uses: readonly Column[];
  part(row: Row): Part;
}

const flat = (row: Row) => ({ at: one(row.at || "0,0,0"), curve: curveOf(row.shape) });
const lit = ({ how }: Row) => (says(how, ["lit"]) ? { lit: true as const } : {});
const painted = (row: Row) => ({ paint: coatOf(row.paint), weight: weightOf(row) });

/** What code draws: its points, and its paint, weight and details where it has any. */
const drawerRow = (what: Drawer): Reader => ({
  uses: ["paint", "weight", "how"],
  part: (row) => ({
    ...{ what, ats: row.at === "" ? [] : pointsOf(row.at), details: detailsOf(row.how) },
    ...(row.paint && { paint: coatOf(row.paint) }),
    ...(row.weight && { weight: weightOf(row) }),
  }),
});

const READERS: Readonly<Record<string, Reader>> = {
  solid: {
    uses: ["shape", "paint", "weight"],
    part(row) {
      const [front, side, top, more] = row.paint.split(" ").map(coatOf);
      if (!front || !side || !top || more) throw new RangeError("a solid has paints for front, side and top");
      const size = one(row.shape);
      if (size.some((length) => typeof length === "number" && length <= 0))
        throw new RangeError("a solid is wide, high and deep");
      return { what: "solid", at: one(row.at), size, ...{ front, side, top }, weight: weightOf(row) };
    },
  },
  face: {
    uses: ["paint", "weight"],
    part(row) {
      const corners = pointsOf(row.at);
      if (corners.length < 3) throw new RangeError("a face has three corners or more");
      return { what: "face", corners, ...painted(row) };
    },
  },
  plate: {
    uses: ["shape", "paint", "weight"],
    part: (row) => ({ what: "plate", ...flat(row), ...painted(row) }),
  },
  panel: {
    uses: ["paint", "weight"],
    part: (row) => ({ what: "panel", ends: two(row.at), ...painted(row) }),
  },
  floor: {
    uses: ["paint", "weight"],
    part: (row) => ({ what: "floor", ends: two(row.at), ...painted(row) }),
  },
  edge: {
    uses: ["paint", "weight"],
    part(row) {
      const way = pointsOf(row.at);
      if (way.length < 2) throw new RangeError("an edge has two points or more");
      return { what: "edge", way, ...painted(row) };
    },
  },
  scratch: {
    uses: ["weight"],
    part: (row) => ({ what: "scratch", ends: two(row.at), weight: weightOf(row) }),
  },
  part: {
    uses: ["shape", "how"],
    part: (row) => ({
      ...{ what: "part", at: one(row.at || "0,0,0"), name: nameOf(row.shape), details: detailsOf(row.how) },
    }),
  },
  inside: {
    uses: ["shape", "how"],
    part: (row) => ({ what: "inside", ...flat(row), name: nameOf(row.how) }),
  },
  named: { uses: ["how"], part: (row) => ({ what: "named", corners: pointsOf(row.at), name: row.how }) },
  shape: {
    uses: ["shape", "paint", "weight", "how"],
    part: (row) => ({ what: "shape", ...flat(row), ...painted(row), ...lit(row) }),
  },
  fill: {
    uses: ["shape", "paint", "how"],
    part: (row) => ({ what: "fill", ...flat(row), paint: coatOf(row.paint), weight: 0, ...lit(row) }),
  },
  contour: {
    uses: ["shape", "weight"],
    part: (row) => ({ what: "contour", ...flat(row), weight: weightOf(row) }),
  },
  line: {
    uses: ["shape", "weight", "how"],
    part(row) {
      const taper = TAPERS.find((name) => name === row.how);
      if (!taper) throw new RangeError(`a line runs out at ${TAPERS.join(", ")}, and not at ${row.how}`);
      return { what: "line", ...flat(row), weight: weightOf(row), taper };
    },
  },
  stroke: {
    uses: ["shape", "paint", "weight", "how"],
    part: (row) => ({
      ...{ what: "stroke", ...flat(row), ...painted(row) },
      ...(says(row.how, ["closed"]) ? { closed: true as const } : {}),
    }),
  },
  glow: {
    uses: ["shape", "how"],
    part(row) {
      const [radius = 0, strength = 0, more] = row.how.split(" ").map(numberOf);
      if (radius <= 0 || strength <= 0 || strength > 1 || more !== undefined)
        throw new RangeError("a glow has a radius in metres, and a strength up to 1");
      return { what: "glow", ...flat(row), radius, strength };
    },
  },
};

function says(how: string, words: readonly string[]): boolean {
  if (how !== "" && !words.includes(how)) throw new RangeError(`how is ${words.join(", ")}, and no ${how}`);
  return how !== "";
}

function nameOf(text: string): string {
  if (!/^[a-z]+\/[a-z-]+$/.test(text)) throw new RangeError(`a part is FIELD/NAME, and no ${text}`);
  return text;
}

/** `name=value`, with a space between. */
function detailsOf(how: string): Details {
  const entries = how === "" ? [] : how.split(" ").map((text) => /^([a-z]+)=(\S+)$/.exec(text));
  return Object.fromEntries(
    entries.map((entry): [string, Metres | string] => {
      const [, name = "", value = ""] = entry ?? [];
      if (!entry) throw new RangeError(`how is NAME=VALUE, and no ${how}`);
      return [name, /^[a-z-]+$/.test(value) ? value : metresOf(value)];
    }),
  );
}

/**
 * Words with a comma between, of which one holds, and lists of them with a space between; `chance:0.4` holds so often, `turn:0,2/3` in the
 * first and third of three turns.
 */
function whenOf(text: string): Pick<Part, "when" | "chance" | "turns"> {
  const lists = text === "" ? [] : text.split(" ");
  const odds = lists.find((list) => list.startsWith("chance:"));
  const turn = lists.find((list) => list.startsWith("turn:"));
  const [turns = "", of = ""] = turn?.slice("turn:".length).split("/") ?? [];
  const when = lists.filter((list) => list !== odds && list !== turn).map((list) => list.split(","));
  if (when.flat().some((word) => !/^[a-z-]+$/.test(word)))
    throw new RangeError(`when is words, and no ${text}`);
  return {
    ...(when.length > 0 && { when }),
    ...(turn !== undefined && { turns: { are: turns.split(",").map(numberOf), of: numberOf(of) } }),
    ...(odds !== undefined && { chance: numberOf(odds.slice("chance:".length)) }),
  };
}

/** `x -7 to 7 by 0.4`, or `by x1.2` where each is so many times the one before; `xz 1,2 3,4`; `sides`; `12`. */
function timesOf(text: string): Times {
  if (text === "sides") return { sides: true };
  const [, count, most] = /^(\d+)(?:~(\d+))?$/.exec(text) ?? [];
  if (count !== undefined) return { count: Number(count), most: Number(most ?? count) };
  const [axes = "", ...words] = text.split(" ");
  const at = [..."xyz"].map((axis) => axes.indexOf(axis));
  if (!/^[xyz]{1,3}$/.test(axes))
    throw new RangeError(`times is sides, a number or begins with axes, and is no ${text}`);
  const [from, to, end, by, step, ...more] = words;
  if (to !== "to") {
    const shifts = words.map((shift) => {
      const lengths = shift.split(",").map(numberOf);
      if (lengths.length !== axes.length) throw new RangeError(`${shift} is no shift along ${axes}`);
      const [x = 0, y = 0, z = 0] = at.map((index) => lengths[index] ?? 0);
      return [x, y, z] as const;
    });
    return { shifts };
  }
  if (by !== "by" || !from || !end || !step || more.length > 0)
    throw new RangeError(`times is AXIS FROM to END by STEP, and no ${text}`);
  const axis = at.indexOf(0) as 0 | 1 | 2;
  const ends = { axis, from: metresOf(from), to: metresOf(end) };
  return step.startsWith("x") ? { ...ends, grow: numberOf(step.slice(1)) } : { ...ends, by: metresOf(step) };
}

const isMaterial = (name: string): name is MaterialName => Object.hasOwn(MATERIALS, name);

function stuffOf(name: string): NonNullable<Part["made"]> {
  if (/^by:[a-z]+$/.test(name)) return { by: name.slice("by:".length) };
  if (!isMaterial(name)) throw new RangeError(`made names a material of materials.ts, and no ${name}`);
  return name;
}

function numberOf(text: string): number {
  const value = Number(text);
  if (!/^-?\d+(?:\.\d+)?$/.test(text) || Math.abs(value) > FARTHEST)
    throw new RangeError(`a number is in metres, at most ${FARTHEST}, and no ${text}`);
  return value;
}

/** `1.2`; `0.3~0.5` and `0.3/0.5` by chance; `0|0.5` by turns; `back:-0.1` from a line that code gives. */
function metresOf(text: string): Metres {
  if (text.includes("|")) return { turns: text.split("|").map(numberOf) };
  if (text.includes("/")) return { any: text.split("/").map(numberOf) };
  const [least = "", most, ...more] = text.split("~");
  if (most !== undefined && more.length === 0) return { least: numberOf(least), most: numberOf(most) };
  const [, minus, line, plus] = /^(-?)([a-z]+)(?::(\S+))?$/.exec(text) ?? [];
  if (line === undefined) return numberOf(text);
  return { line, sign: minus ? -1 : 1, plus: plus === undefined ? 0 : numberOf(plus) };
}

function pointsOf(text: string): At[] {
  return text.split(" ").map((point): At => {
    const [x, y, z, more] = point.split(",").map(metresOf);
    if (x === undefined || y === undefined || z === undefined || more !== undefined)
      throw new RangeError(`a point is x,y,z, and no ${point}`);
    return [x, y, z];
  });
}

function one(text: string): At {
  const [point, more] = pointsOf(text);
  if (!point || more) throw new RangeError(`one point is wanted, and not ${text}`);
  return point;
}

function two(text: string): [At, At] {
  const [from, to, more] = pointsOf(text);
  if (!from || !to || more) throw new RangeError(`two points are wanted, and not ${text}`);
  return [from, to];
}

/** As `curve` of `marks.ts` reads it; a length of a point may be by chance, or one that code gives. */
function curveOf(text: string): string {
  const [first, ...rest] = text.split(" ");
  if (first === "round") {
    if (rest.map(numberOf).length !== 5)
      throw new RangeError("a round has its middle, its radii and how many points");
    return text;
  }
  for (const point of text.split(" ")) {
    const lengths = point.replace(/!$/, "").split(",");
    if (lengths.map(metresOf).length !== 2)
      throw new RangeError(`a point of a drawing is x,y, or x,y! of a corner, and no ${point}`);
  }
  return text;
}

function weightOf({ weight }: Row): number {
  const value = numberOf(weight);
  if (value < 0 || value > 6) throw new RangeError(`a weight is between 0 and 6, and no ${weight}`);
  return value;
}

/** A paint, one after the other (`white|0.4`), or any of them (`white/0.4`). */
function coatOf(text: string): Coat {
  if (text.includes("|")) return { turns: text.split("|").map(paintOf) };
  return text.includes("/") ? { any: text.split("/").map(paintOf) } : paintOf(text);
}

/** Ink, a grey from 0 (white) to 1 (black), what darkens or what lightens, or the name of a paint that code chooses. */
function paintOf(text: string): Laid {
  if (text === "black" || text === "white") return text;
  if (/^[a-z]+$/.test(text)) return { by: text };
  const [, kind = "tone", level = ""] = /^(?:(veil|light):)?([\d.]+)$/.exec(text) ?? [];
  const value = numberOf(level);
  if (value < 0 || value > 1) throw new RangeError(`a paint is between 0 and 1, and no ${text}`);
  if (kind === "veil") return { veil: value };
  return kind === "light" ? { light: value } : { tone: value };
}
