// Panels with an intended difference: `accepted.json` lists each with the hash of its new picture, the commit at which it was reviewed, and
// why it is better or equal. The picture is stored beside it, so that the next change of the panel is detected too.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import * as z from "zod";
import { type Greys, greysOf, hashOf, levelsOf } from "./drawn-pixels.ts";
import { GoldensError } from "./pack.ts";

const AcceptedSchema = z.strictObject({
  panel: z.string().min(1),
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  commit: z.string().regex(/^[0-9a-f]{7,40}$/),
  reason: z.string().min(1),
});
export type Accepted = z.infer<typeof AcceptedSchema>;

const listOf = (folder: string) => join(folder, "accepted.json");
const pictureOf = (folder: string, { hash }: Pick<Accepted, "hash">) =>
  join(folder, "accepted", `${hash}.png`);

/** Empty if the file is missing. Throws GoldensError if it is broken or has duplicates. */
export function readAccepted(folder: string): Accepted[] {
  const file = listOf(folder);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  let accepted: Accepted[];
  try {
    accepted = z.array(AcceptedSchema).parse(JSON.parse(text));
  } catch (error) {
    const what = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new GoldensError(`${file} cannot be read: ${what}`);
  }
  const twice = accepted.find(({ panel }, at) => accepted.findIndex((one) => one.panel === panel) !== at);
  if (twice) throw new GoldensError(`${file} names ${twice.panel} twice.`);
  return accepted;
}

/** The accepted picture. Throws GoldensError if it is missing or has another hash. */
export async function acceptedPixels(folder: string, accepted: Accepted): Promise<Greys> {
  const file = pictureOf(folder, accepted);
  let greys: Greys;
  try {
    greys = new Uint8Array(await sharp(readFileSync(file)).toColourspace("b-w").raw().toBuffer());
  } catch (error) {
    throw new GoldensError(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (hashOf(levelsOf(greys)) !== accepted.hash) {
    throw new GoldensError(`${file} is not the picture that was accepted for ${accepted.panel}.`);
  }
  return greys;
}

/** Adds panels with their current pictures to the list, sorted by name, replacing earlier entries. */
export async function writeAccepted(
  folder: string,
  panels: readonly { panel: string; widthPx: number; pixels: Greys }[],
  because: Pick<Accepted, "commit" | "reason">,
): Promise<Accepted[]> {
  const before = readAccepted(folder);
  mkdirSync(join(folder, "accepted"), { recursive: true });
  const fresh: Accepted[] = [];
  for (const { panel, widthPx, pixels } of panels) {
    const levels = levelsOf(pixels);
    const accepted = { panel, hash: hashOf(levels), ...because };
    const raw = { width: widthPx, height: levels.length / widthPx, channels: 1 } as const;
    const picture = sharp(greysOf(levels), { raw }).toColourspace("b-w").png({ compressionLevel: 9 });
    writeFileSync(pictureOf(folder, accepted), await picture.toBuffer());
    fresh.push(accepted);
  }
  const kept = before.filter(({ panel }) => !fresh.some((one) => one.panel === panel));
  const all = [...kept, ...fresh].toSorted((a, b) => (a.panel < b.panel ? -1 : 1));
  for (const old of before) {
    if (!all.some(({ hash }) => hash === old.hash)) rmSync(pictureOf(folder, old), { force: true });
  }
  writeFileSync(listOf(folder), `${JSON.stringify(all, null, 2)}\n`);
  return fresh;
}

/** Acceptances relate to one pack and are removed with it. */
export function removeAccepted(folder: string): void {
  rmSync(join(folder, "accepted"), { recursive: true, force: true });
  writeFileSync(listOf(folder), "[]\n");
}
