// Parses the rows of a composition (`assets/places/FIELD/NAME.tsv`) to the parts that the offline artist draws. docs/develop/places.md
// describes the rows.
import { DRAWERS, type Drawer, type Part } from "../../../lib/models/offline/artist/places/place-parts.ts";
import {
  coatOf,
  curveOf,
  detailsOf,
  numberOf,
  one,
  pointsOf,
  stuffOf,
  timesOf,
  two,
  weightOf,
  whenOf,
} from "./place-cells.ts";

/** The last two columns are optional. */
export const COLUMNS = ["what", "made", "at", "shape", "paint", "weight", "how", "when", "times"] as const;
const NEEDED = 7;
type Column = (typeof COLUMNS)[number];
type Row = Readonly<Record<Column, string>>;

const TAPERS = ["both", "start", "end", "none"] as const;

/** The parts in order. Lines that begin with `//` are comments. Throws `RangeError` with the invalid line. */
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
  if (cells.length !== columns) throw new RangeError(`a row must have ${columns} cells`);
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
  if (!read) throw new RangeError(`the drawn shape must be ${Object.keys(READERS).join(", ")}, not ${what}`);
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

function flat(row: Row) {
  const [at, deep] = row.at.split(" deep:");
  return { at: one(at || "0,0,0"), curve: curveOf(row.shape), ...(deep && { deep: numberOf(deep) }) };
}
const lit = ({ how }: Row) => (says(how, ["lit"]) ? { lit: true as const } : {});
const painted = (row: Row) => ({ paint: coatOf(row.paint), weight: weightOf(row) });

/** A part that code draws: its points, and optionally paint, weight and details. */
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
      if (!front || !side || !top || more)
        throw new RangeError("a solid needs paints for front, side and top");
      const size = one(row.shape);
      if (size.some((length) => typeof length === "number" && length <= 0))
        throw new RangeError("a solid needs a width, a height and a depth");
      return { what: "solid", at: one(row.at), size, ...{ front, side, top }, weight: weightOf(row) };
    },
  },
  face: {
    uses: ["paint", "weight"],
    part(row) {
      const corners = pointsOf(row.at);
      if (corners.length < 3) throw new RangeError("a face needs at least three corners");
      return { what: "face", corners, ...painted(row) };
    },
  },
  plate: {
    uses: ["shape", "paint", "weight"],
    part: (row) => ({ what: "plate", ...flat(row), ...painted(row) }),
  },
  panel: {
    uses: ["paint", "weight", "how"],
    part: (row) => ({ what: "panel", ends: two(row.at), ...painted(row), ...lit(row) }),
  },
  floor: {
    uses: ["paint", "weight"],
    part: (row) => ({ what: "floor", ends: two(row.at), ...painted(row) }),
  },
  edge: {
    uses: ["paint", "weight"],
    part(row) {
      const way = pointsOf(row.at);
      if (way.length < 2) throw new RangeError("an edge needs at least two points");
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
  drawn: {
    uses: ["shape", "how"],
    part: (row) => ({
      ...{ what: "drawn", at: one(row.at || "0,0,0"), name: nameOf(row.shape), details: detailsOf(row.how) },
    }),
  },
  paper: {
    uses: ["shape", "how"],
    part: (row) => ({
      ...{ what: "paper", at: one(row.at || "0,0,0"), name: nameOf(row.shape), details: detailsOf(row.how) },
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
    uses: ["shape", "paint", "weight", "how"],
    part(row) {
      if (!["", "white"].includes(row.paint))
        throw new RangeError(`a line must be ink or white, not ${row.paint}`);
      const taper = TAPERS.find((name) => name === row.how);
      if (!taper) throw new RangeError(`a line may taper at ${TAPERS.join(", ")}, not at ${row.how}`);
      return {
        what: "line",
        ...flat(row),
        weight: weightOf(row),
        taper,
        ...(row.paint && { white: true as const }),
      };
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
        throw new RangeError("a glow needs a radius in metres and a strength of at most 1");
      return { what: "glow", ...flat(row), radius, strength };
    },
  },
};

function says(how: string, words: readonly string[]): boolean {
  if (how !== "" && !words.includes(how)) throw new RangeError(`how must be ${words.join(", ")}, not ${how}`);
  return how !== "";
}

function nameOf(text: string): string {
  if (!/^[a-z]+\/[a-z-]+$/.test(text)) throw new RangeError(`a part must be FIELD/NAME, not ${text}`);
  return text;
}
