// The setting `modelsFile`: a JSON file of rows for the model catalog, validated with the catalog's own schema.
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadCatalog } from "../lib/models/catalog.ts";

/** Cloud Run allows 32 KiB for all environment variables; this leaves room for the others. */
const MOST_BYTES = 24 * 1024;

/** Throws if all settings of models together exceed the limit of environment variables. */
export function requireRoom(told: Readonly<Record<string, string | undefined>>): void {
  const bytes = Buffer.byteLength(Object.values(told).join(""));
  if (bytes > MOST_BYTES)
    throw new Error(
      `mekuri:modelsFile and the graphs of ComfyUI have ${bytes} bytes together, and a function takes ${MOST_BYTES}`,
    );
}

/**
 * The rows as compact JSON; undefined without a file. A relative path is relative to the repository's root. Throws an error that says how
 * to fix it.
 */
export function readModelRows(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const path = resolve(import.meta.dirname, "..", file);
  if (!existsSync(path)) throw new Error(`mekuri:modelsFile names ${path}, and there is no such file`);
  loadCatalog({ MEKURI_MODELS_FILE: path });
  const rows = JSON.stringify(JSON.parse(readFileSync(path, "utf8")));
  const bytes = Buffer.byteLength(rows);
  if (bytes <= MOST_BYTES) return rows;
  throw new Error(
    `mekuri:modelsFile: ${path} has ${bytes} bytes, and a function takes ${MOST_BYTES}: keep only the rows that differ from lib/models/catalog.json`,
  );
}
