// The tables and drawings of things: read from the pack that set-up makes of `assets/things`.
import { readFileSync } from "node:fs";
import { thingPackFile } from "../../../thing-pack-file.ts";
import type { Part } from "../places/place-parts.ts";
import type { Mark } from "../things/mark.ts";

type Rows = readonly Readonly<Record<string, string>>[];

export interface ThingPack {
  /** The rows of `assets/things/things.tsv`, by column name. */
  rows: Rows;
  /** The rows of `assets/things/kin.tsv`, by column name. */
  kin: Rows;
  /** The drawing of a thing or of one of its variants (`umbrella.furled`). Throws `RangeError` for an unknown name. */
  drawingOf(name: string): readonly Mark[];
  /** The parts of a composition of `assets/places` (`rooms/workbench`). Throws `RangeError` for an unknown name. */
  partsOf(name: string): readonly Part[];
  /** The named rows of a table of `assets/measures` (`poses`). Throws `RangeError` for an unknown table. */
  measuresOf(table: string): readonly Measures[];
}

type Measures = Readonly<Record<string, unknown>> & { readonly name: string };

/**
 * Parses a pack. Format: for each table a line with the number of rows, then the rows (the first names the columns); then a line for each
 * drawing, composition and table of measures: its name, a tab, and its marks, parts or rows in JSON. The JSON is parsed on first use.
 */
export function parseThingPack(text: string): ThingPack {
  const lines = text.trimEnd().split("\n");
  const table = (): Rows => {
    const [head = "", ...rows] = lines.splice(0, Number(lines.shift()));
    const columns = head.split("\t");
    return rows.map((row) => {
      const cells = row.split("\t");
      return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""]));
    });
  };
  const [rows, kin] = [table(), table()];
  const packed = new Map(
    lines.map((line): [string, string] => {
      const tab = line.indexOf("\t");
      return [line.slice(0, tab), line.slice(tab + 1)];
    }),
  );
  const measures = parsedOnce<Measures>(packed, (name) => `there is no assets/${name}.tsv`);
  return {
    ...{ rows, kin },
    drawingOf: parsedOnce<Mark>(packed, (name) => `nobody draws "${name}": there is no SVG of it`),
    partsOf: parsedOnce<Part>(packed, (name) => `there is no assets/places/${name}.tsv`),
    measuresOf: (table) => measures(`measures/${table}`),
  };
}

function parsedOnce<T>(packed: ReadonlyMap<string, string>, missing: (name: string) => string) {
  const parsed = new Map<string, readonly T[]>();
  return (name: string): readonly T[] => {
    const known = parsed.get(name);
    if (known) return known;
    const json = packed.get(name);
    if (json === undefined) throw new RangeError(missing(name));
    const list: readonly T[] = JSON.parse(json);
    parsed.set(name, list);
    return list;
  };
}

function readPack(): ThingPack {
  try {
    return parseThingPack(readFileSync(thingPackFile(), "utf8"));
  } catch (error) {
    throw new Error(`Cannot read ${thingPackFile()}. Run "npm run prove -- things pack" to make it.`, {
      cause: error,
    });
  }
}

export const THING_PACK = readPack();
