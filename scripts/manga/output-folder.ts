// The folder that the book goes to. It never replaces anything but an earlier state of the same session.
import {
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import * as z from "zod";
import { ArgumentError } from "./arguments.ts";

const OwnerSchema = z.object({ sessionId: z.string(), status: z.string() });

/** Throws `ArgumentError` when the folder holds something else than this session's book. */
export function claimFolder(folder: string, sessionId: string | undefined): void {
  if (!isFree(folder, sessionId)) {
    throw new ArgumentError(`${folder} holds something else; name another folder with --out, or remove it`);
  }
}

/** `out/<title>`, or the first of `out/<title>-2`, `-3` … that is free. */
export function defaultFolder(title: string, sessionId: string): string {
  const name = folderName(title);
  for (let count = 1; ; count++) {
    const folder = join("out", count === 1 ? name : `${name}-${count}`);
    if (isFree(folder, sessionId)) return folder;
  }
}

/** A title as a folder's name on any system. */
export function folderName(title: string): string {
  const name = title
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[.\s]+/, "")
    .slice(0, 80)
    .trim();
  return name === "" ? "book" : name;
}

function isFree(folder: string, sessionId: string | undefined): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined) return true;
  if (!stat.isDirectory()) return false;
  const entries = readdirSync(folder);
  if (entries.length === 0) return true;
  const owner = ownerOf(folder);
  if (owner === undefined) return false;
  // A session that gave no book left nothing but its reason.
  const isBookless = entries.length === 1 && owner.status !== "completed";
  return isBookless || owner.sessionId === sessionId;
}

/** The session that a folder belongs to, or undefined. */
function ownerOf(folder: string): z.infer<typeof OwnerSchema> | undefined {
  try {
    const owner = OwnerSchema.safeParse(JSON.parse(readFileSync(join(folder, "session.json"), "utf8")));
    return owner.success ? owner.data : undefined;
  } catch {
    // No session.json, or one that nobody can read: not ours.
    return undefined;
  }
}

/** Writes a file as its content comes, whole or not at all. Throws what `chunks` throws. */
export async function writeStreamed(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.part`;
  await pipeline(chunks, createWriteStream(temporary));
  renameSync(temporary, path);
}

/** Writes a file whole or not at all. */
export function writeWhole(path: string, content: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.part`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}
