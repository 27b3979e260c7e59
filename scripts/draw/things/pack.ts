// Packs `assets/things`, `assets/parts`, `assets/places` and `assets/measures` to the file that the offline artist draws from: the tables,
// the marks of every SVG, the parts of every composition and the rows of every measure table.
import { existsSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { patternOf } from "../../../lib/models/offline/artist/vocabulary/phrase-pattern.ts";
import { thingPackFile } from "../../../lib/models/thing-pack-file.ts";
import { measuresIn } from "../measures/measure-rows.ts";
import { partsIn } from "../places/place-rows.ts";
import { marksOf } from "./svg-marks.ts";

export const THINGS_FOLDER = join(import.meta.dirname, "../../../assets/things");
export const THINGS_TABLE = join(THINGS_FOLDER, "things.tsv");
export const KIN_TABLE = join(THINGS_FOLDER, "kin.tsv");

export const PLACES_FOLDER = join(import.meta.dirname, "../../../assets/places");
export const MEASURES_FOLDER = join(import.meta.dirname, "../../../assets/measures");

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(ending))
    .toSorted();

/** Drawings that code combines; they are not things of their own. */
export const PARTS_FOLDER = join(import.meta.dirname, "../../../assets/parts");

/** Paths of the drawings, `KIND/NAME.svg`, sorted. */
export const drawingFiles = (): string[] => filesIn(THINGS_FOLDER, ".svg");
/** Paths of the parts, `FIELD/NAME.svg`, sorted. */
export const partFiles = (): string[] => filesIn(PARTS_FOLDER, ".svg");
/** Paths of the compositions, `FIELD/NAME.tsv`, sorted. */
export const compositionFiles = (): string[] => filesIn(PLACES_FOLDER, ".tsv");
/** Names of the measure tables, `NAME.tsv`, sorted. */
export const measureFiles = (): string[] => filesIn(MEASURES_FOLDER, ".tsv");

/** Throws `Error` with the row of `kin.tsv` and the reason if its words are not in the notation of docs/develop/things.md. */
export function checkKin(row: string): void {
  const [table, value, words = ""] = row.split("\t");
  try {
    words.split("|").forEach(patternOf);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new Error(`assets/things/kin.tsv, row ${table} ${value}: ${reason}`, { cause: error });
  }
}

/** The text that `parseThingPack` reads. Throws `Error` with the invalid file. */
export function packedThings(): string {
  const tables = [THINGS_TABLE, KIN_TABLE].flatMap((file) => {
    const rows = readFileSync(file, "utf8").trimEnd().split("\n");
    if (file === KIN_TABLE) rows.slice(1).forEach(checkKin);
    return [String(rows.length), ...rows];
  });
  const packed = (folder: string, file: string, read: (text: string) => readonly object[]) => {
    try {
      return JSON.stringify(read(readFileSync(join(folder, file), "utf8")));
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      throw new Error(`assets/${basename(folder)}/${file}: ${reason}`, { cause: error });
    }
  };
  const drawings = drawingFiles().map(
    (file) => `${basename(file, ".svg")}\t${packed(THINGS_FOLDER, file, marksOf)}`,
  );
  const parts = partFiles().map(
    (file) => `${file.replace(/\.svg$/, "")}\t${packed(PARTS_FOLDER, file, marksOf)}`,
  );
  const compositions = compositionFiles().map(
    (file) => `${file.replace(/\.tsv$/, "")}\t${packed(PLACES_FOLDER, file, partsIn)}`,
  );
  const measures = measureFiles().map(
    (file) => `measures/${file.replace(/\.tsv$/, "")}\t${packed(MEASURES_FOLDER, file, measuresIn)}`,
  );
  return `${[...tables, ...drawings, ...parts, ...compositions, ...measures].join("\n")}\n`;
}

/** Writes the pack if a source has changed; returns whether. The write is atomic, because other processes may read the pack. */
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
