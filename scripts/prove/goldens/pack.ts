// The pack of goldens: for each book or specimen sheet the requests as JSON lines and the pictures as grey levels, each in one Brotli
// stream. goldens/README.md documents the format.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompressSync, constants } from "node:zlib";
import * as z from "zod";
import { StyleSchema } from "../../../lib/manga/style.ts";
import { CharacterDesignSchema } from "../../../lib/models/offline/artist/closed/cast.ts";
import type { DrawRequest } from "../../../lib/models/offline/artist/closed/request.ts";
import { PictureSchema } from "../../../lib/models/offline/artist/closed/storyboard.ts";
import type { PersonTold } from "../../../lib/models/offline/artist/closed/told.ts";
import { InputError } from "../../command/command.ts";
import { hashOf } from "./drawn-pixels.ts";

/** A problem of the goldens or of the arguments that the user can fix: exit status 2. */
export class GoldensError extends InputError {
  override readonly name = "GoldensError";
}

const SizeSchema = z.object({
  ...{ width: z.number().positive(), height: z.number().positive(), seed: z.int() },
  style: StyleSchema,
});

/** The facts are not validated, because our own code wrote them, and their type says what they may be. */
const ToldSchema = z.custom<PersonTold>((told) => typeof told === "object" && told !== null);
const RequestSchema = z.discriminatedUnion("kind", [
  SizeSchema.extend({
    ...{ kind: z.literal("portrait"), design: CharacterDesignSchema },
    told: ToldSchema.exactOptional(),
  }),
  SizeSchema.extend({
    ...{ kind: z.literal("panel"), picture: PictureSchema, cast: z.array(CharacterDesignSchema) },
  }),
]);

const GoldenSchema = z.object({
  panel: z.string().regex(/^[^/]+\/.+$/),
  /** Width of the picture. */
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  /** Hash of the picture's levels. */
  hash: z.string(),
  request: RequestSchema,
  /** Only for requests recorded when the artist still parsed prose: the parsed facts. */
  facts: z.record(z.string(), z.unknown()).exactOptional(),
});
type Line = z.infer<typeof GoldenSchema>;

export interface Golden extends Omit<Line, "request"> {
  request: DrawRequest;
  /** A byte a pixel, row by row. */
  levels: Uint8Array;
}

/** The book or sheet of a panel. */
export const setOf = (panel: string): string => panel.slice(0, panel.indexOf("/"));

const fileOf = (folder: string, set: string, what: "requests" | "pixels") =>
  join(folder, "pack", `${set}.${what}.br`);

/** Names of the recorded sets. Throws GoldensError if there are none. */
export function setsIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(join(folder, "pack"));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    names = [];
  }
  const sets = names.flatMap((name) => (name.endsWith(".requests.br") ? [name.slice(0, -12)] : []));
  if (sets.length === 0) {
    throw new GoldensError(
      `${join(folder, "pack")} holds no goldens. Record them: npm run prove -- goldens record`,
    );
  }
  return sets.toSorted();
}

/** All goldens of a set in order. Throws GoldensError if its files are missing or broken. */
export function readSet(folder: string, set: string): Golden[] {
  const lines = parseLines(unpacked(fileOf(folder, set, "requests")), set);
  const pixels = unpacked(fileOf(folder, set, "pixels"));
  let at = 0;
  const goldens = lines.map((line): Golden => {
    const from = at;
    at += line.heightPx * line.widthPx;
    const levels = pixels.subarray(from, at);
    return { ...line, levels };
  });
  if (at !== pixels.length)
    throw broken(fileOf(folder, set, "pixels"), `it has ${pixels.length} pixels, not ${at}`);
  for (const { panel, levels, hash } of goldens) {
    if (hashOf(levels) !== hash)
      throw broken(fileOf(folder, set, "pixels"), `the picture of ${panel} has another hash`);
  }
  return goldens;
}

function unpacked(file: string): Buffer {
  try {
    return brotliDecompressSync(readFileSync(file));
  } catch (error) {
    throw broken(file, error instanceof Error ? error.message : String(error));
  }
}

function parseLines(bytes: Buffer, set: string): Line[] {
  return bytes
    .toString()
    .trimEnd()
    .split("\n")
    .map((line, at) => {
      try {
        return GoldenSchema.parse(JSON.parse(line));
      } catch (error) {
        const what = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
        throw new GoldensError(`Line ${at + 1} of the requests of ${set} cannot be read: ${what}`);
      }
    });
}

const broken = (file: string, what: string) => new GoldensError(`${file} cannot be read: ${what}.`);

/** Writes a set, deterministically. */
export async function writeSet(folder: string, set: string, goldens: readonly Golden[]): Promise<void> {
  mkdirSync(join(folder, "pack"), { recursive: true });
  const lines = goldens.map(({ levels: _, ...line }) => `${JSON.stringify(line)}\n`).join("");
  const levels = Buffer.concat(goldens.map((golden) => golden.levels));
  const [requests, pixels] = await Promise.all([
    packed(Buffer.from(lines), constants.BROTLI_MODE_TEXT),
    packed(levels, constants.BROTLI_MODE_GENERIC),
  ]);
  writeFileSync(fileOf(folder, set, "requests"), requests);
  writeFileSync(fileOf(folder, set, "pixels"), pixels);
}

/** Maximum compression: the 16 MB window covers figures that repeat within a sheet. */
const packed = (bytes: Buffer, mode: number): Promise<Buffer> =>
  promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: mode,
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

export function removePack(folder: string): void {
  rmSync(join(folder, "pack"), { recursive: true, force: true });
}
