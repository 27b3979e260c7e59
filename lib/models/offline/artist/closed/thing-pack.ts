// What is known of the things that can be drawn, and their drawings: read from the file that set-up packs of `assets/things`.
import { readFileSync } from "node:fs";
import { thingPackFile } from "../../../thing-pack-file.ts";
import type { Part } from "../places/place-parts.ts";
import type { Mark } from "../things/mark.ts";

type Rows = readonly Readonly<Record<string, string>>[];

export interface ThingPack {
  /** The rows of `assets/things/things.tsv`, by the names of its columns. */
  rows: Rows;
  /** The same of `assets/things/kin.tsv`. */
  kin: Rows;
  /** The drawing of a thing, or of a variant of it (`umbrella.furled`). Throws `RangeError` for one that nobody drew. */
  drawingOf(name: string): readonly Mark[];
  /** The parts of a composition of `assets/places` (`rooms/workbench`). Throws `RangeError` for one that nobody made. */
  partsOf(name: string): readonly Part[];
  /** The rows of a table of `assets/measures` (`poses`), each with its name. Throws `RangeError` for one that is not there. */
  measuresOf(table: string): readonly Measures[];
}

type Measures = Readonly<Record<string, unknown>> & { readonly name: string };

/**
 * The pack is text: for each table a line with the number of rows and the rows as they are (the first names the columns), then a line for
 * each drawing, composition and table of measures: its name, and its marks, parts or rows in JSON with a tab between. They are parsed when
 * they are first read.
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
    throw new Error(`${thingPackFile()} cannot be read: npm run prove -- things pack makes it`, {
      cause: error,
    });
  }
}

export const THING_PACK = readPack();
