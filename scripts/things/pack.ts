// Packs `assets/things` into the file that the offline artist draws from: the table, and the marks of every SVG.
import { existsSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { thingPackFile } from "../../lib/models/thing-pack-file.ts";
import { marksOf } from "./svg-marks.ts";

export const THINGS_FOLDER = join(import.meta.dirname, "../../assets/things");
export const THINGS_TABLE = join(THINGS_FOLDER, "things.tsv");
export const PATTERNS_TABLE = join(THINGS_FOLDER, "patterns.tsv");

/** Paths of the drawings, `KIND/NAME.svg`, in order. */
export const drawingFiles = (): string[] =>
  readdirSync(THINGS_FOLDER, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".svg"))
    .toSorted();

/** The text that `parseThingPack` reads. Throws `Error` that names the file which is not of the subset. */
export function packedThings(): string {
  const tables = [THINGS_TABLE, PATTERNS_TABLE].flatMap((file) => {
    const rows = readFileSync(file, "utf8").trimEnd().split("\n");
    return [String(rows.length), ...rows];
  });
  const drawings = drawingFiles().map((file) => {
    try {
      const marks = marksOf(readFileSync(join(THINGS_FOLDER, file), "utf8"));
      return `${basename(file, ".svg")}\t${JSON.stringify(marks)}`;
    } catch (error) {
      throw new Error(`assets/things/${file}: ${error instanceof Error ? error.message : error}`, {
        cause: error,
      });
    }
  });
  return `${[...tables, ...drawings].join("\n")}\n`;
}

/** Writes the pack where a source of it has changed; says whether. Others may read it meanwhile. */
export function packThings(): boolean {
  const [file, text] = [thingPackFile(), packedThings()];
  if (existsSync(file) && readFileSync(file, "utf8") === text) {
    const now = new Date();
    utimesSync(file, now, now);
    return false;
  }
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
  return true;
}
