// From the rows of a composition (`assets/places/FIELD/NAME.tsv`) to the parts that the offline artist draws. docs/develop/places.md describes the
// rows for whoever writes them.
import { MATERIALS, type MaterialName } from "../../../lib/models/offline/artist/pen/materials.ts";
import type { Part } from "../../../lib/models/offline/artist/places/place-parts.ts";
import type { Laid } from "../../../lib/models/offline/artist/things/marks.ts";

export const COLUMNS = ["what", "made", "at", "shape", "paint", "weight", "how"] as const;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Record<Column, string>>;
type At = readonly [number, number, number];

/** Metres: nothing is larger than a street is long. */
const FARTHEST = 60;
const TAPERS = ["both", "start", "end", "none"] as const;

/** The parts in their order; lines that begin with `//` are left out. Throws `RangeError` that names the line which is not of the form. */
export function partsIn(text: string): Part[] {
  const lines = text.replace(/\n$/, "").split("\n");
  const head = lines.findIndex((line) => !line.startsWith("//"));
  if (lines[head] !== COLUMNS.join("\t")) throw new RangeError(`the columns are ${COLUMNS.join(", ")}`);
  const parts = lines.slice(head + 1).flatMap((line, index): Part[] => {
    if (line.startsWith("//")) return [];
    try {
      return [partOf(line)];
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      throw new RangeError(`line ${head + index + 2}: ${reason}`, { cause: error });
    }
  });
  if (parts.length === 0) throw new RangeError("nothing is drawn");
  return parts;
}

function partOf(line: string): Part {
  const cells = line.split("\t");
  if (cells.length !== COLUMNS.length) throw new RangeError(`a row has ${COLUMNS.length} cells`);
  const [what = "", made = "", at = "", shape = "", paint = "", weight = "", how = ""] = cells;
  const row = { what, made, at, shape, paint, weight, how };
  const read = READERS[what];
  if (!read) throw new RangeError(`what is drawn is ${Object.keys(READERS).join(", ")}, and no ${what}`);
  for (const column of ["shape", "paint", "weight", "how"] as const) {
    if (row[column] !== "" && !read.uses.includes(column)) throw new RangeError(`a ${what} has no ${column}`);
  }
  return { ...read.part(row), ...(made && { made: materialOf(made) }) };
}

interface Reader {
  uses: readonly Column[];
  part(row: Row): Part;
}

const flat = (row: Row) => ({ at: one(row.at), curve: curveOf(row.shape) });
const lit = ({ how }: Row) => (says(how, ["lit"]) ? { lit: true as const } : {});

const READERS: Readonly<Record<string, Reader>> = {
  solid: {
    uses: ["shape", "paint", "weight"],
    part(row) {
      const [front, side, top, more] = row.paint.split(" ").map(paintOf);
      if (!front || !side || !top || more) throw new RangeError("a solid has paints for front, side and top");
      const size = one(row.shape);
      if (size.some((length) => length <= 0)) throw new RangeError("a solid is wide, high and deep");
      return { what: "solid", at: one(row.at), size, ...{ front, side, top }, weight: weightOf(row) };
    },
  },
  face: {
    uses: ["paint", "weight"],
    part(row) {
      const corners = pointsOf(row.at);
      if (corners.length < 3) throw new RangeError("a face has three corners or more");
      return { what: "face", corners, paint: paintOf(row.paint), weight: weightOf(row) };
    },
  },
  floor: {
    uses: ["paint", "weight"],
    part: (row) => ({ what: "floor", ends: two(row.at), paint: paintOf(row.paint), weight: weightOf(row) }),
  },
  edge: {
    uses: ["paint", "weight"],
    part: (row) => ({ what: "edge", ends: two(row.at), paint: paintOf(row.paint), weight: weightOf(row) }),
  },
  scratch: {
    uses: ["weight"],
    part: (row) => ({ what: "scratch", ends: two(row.at), weight: weightOf(row) }),
  },
  shape: {
    uses: ["shape", "paint", "weight", "how"],
    part: (row) => ({
      ...{ what: "shape", ...flat(row), paint: paintOf(row.paint), weight: weightOf(row), ...lit(row) },
    }),
  },
  fill: {
    uses: ["shape", "paint", "how"],
    part: (row) => ({ what: "fill", ...flat(row), paint: paintOf(row.paint), weight: 0, ...lit(row) }),
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
      ...{ what: "stroke", ...flat(row), paint: paintOf(row.paint), weight: weightOf(row) },
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

const isMaterial = (name: string): name is MaterialName => Object.hasOwn(MATERIALS, name);

function materialOf(name: string): MaterialName {
  if (!isMaterial(name)) throw new RangeError(`made names a material of materials.ts, and no ${name}`);
  return name;
}

function numberOf(text: string): number {
  const value = Number(text);
  if (!/^-?\d+(?:\.\d+)?$/.test(text) || Math.abs(value) > FARTHEST)
    throw new RangeError(`a number is in metres, at most ${FARTHEST}, and no ${text}`);
  return value;
}

function pointsOf(text: string): At[] {
  return text.split(" ").map((point): At => {
    const [x, y, z, more] = point.split(",").map(numberOf);
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

/** As `curve` of `marks.ts` reads it. */
function curveOf(text: string): string {
  const [first, ...rest] = text.split(" ");
  if (first === "round") {
    if (rest.map(numberOf).length !== 5)
      throw new RangeError("a round has its middle, its radii and how many points");
    return text;
  }
  for (const point of text.split(" ")) {
    if (point.replace(/!$/, "").split(",").map(numberOf).length !== 2)
      throw new RangeError(`a point of a drawing is x,y, or x,y! of a corner, and no ${point}`);
  }
  return text;
}

function weightOf({ weight }: Row): number {
  const value = numberOf(weight);
  if (value < 0 || value > 6) throw new RangeError(`a weight is between 0 and 6, and no ${weight}`);
  return value;
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
