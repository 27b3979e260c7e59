// What is known of the things that can be drawn, and their drawings: read from the file that set-up packs of `assets/things`.
import { readFileSync } from "node:fs";
import { thingPackFile } from "../../../thing-pack-file.ts";
import type { Mark } from "../things/marks.ts";

type Rows = readonly Readonly<Record<string, string>>[];

export interface ThingPack {
  /** The rows of `assets/things/things.tsv`, by the names of its columns. */
  rows: Rows;
  /** The same of `assets/things/patterns.tsv`. */
  patterns: Rows;
  /** The drawing of a thing, or of a variant of it (`umbrella.furled`). Throws `RangeError` for one that nobody drew. */
  drawingOf(name: string): readonly Mark[];
}

/**
 * The pack is text: for both tables a line with the number of rows and the rows as they are (the first names the columns), then a line for
 * each drawing, its name and its marks in JSON with a tab between. Drawings are parsed when they are first drawn.
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
  const [rows, patterns] = [table(), table()];
  const packed = new Map(
    lines.map((line): [string, string] => {
      const tab = line.indexOf("\t");
      return [line.slice(0, tab), line.slice(tab + 1)];
    }),
  );
  const parsed = new Map<string, readonly Mark[]>();
  return {
    ...{ rows, patterns },
    drawingOf(name) {
      const known = parsed.get(name);
      if (known) return known;
      const json = packed.get(name);
      if (json === undefined) throw new RangeError(`nobody draws "${name}": there is no SVG of it`);
      const marks: readonly Mark[] = JSON.parse(json);
      parsed.set(name, marks);
      return marks;
    },
  };
}

function readPack(): ThingPack {
  try {
    return parseThingPack(readFileSync(thingPackFile(), "utf8"));
  } catch (error) {
    throw new Error(`${thingPackFile()} cannot be read: npm run things -- pack makes it`, { cause: error });
  }
}

export const THING_PACK = readPack();
