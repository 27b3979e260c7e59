// The folder that the book goes to. It never replaces anything but an earlier state of the same session.
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import * as z from "zod";
import { InputError } from "../command/command.ts";

/** Where books go for which no folder was named. */
export const DEFAULT_PLACE = "out";

const OwnerSchema = z.object({ sessionId: z.string(), status: z.string() });

/** The folder could not be written: no space, no right, no such device. */
export class FolderUnwritableError extends Error {
  override readonly name = "FolderUnwritableError";
}

/** Throws `InputError` when the folder holds something else than this session's book, or nobody may write there. */
export function claimFolder(folder: string, sessionId: string | undefined): void {
  claimRight(folder);
  if (!isFree(folder, sessionId)) {
    throw new InputError(`${folder} holds something else; name another folder with --out, or remove it`);
  }
}

/** Asks the folder, or the nearest one above it that exists, so that a book is not made for nothing. Throws `InputError`. */
export function claimRight(folder: string): void {
  let nearest = resolve(folder);
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  const isFolder = statSync(nearest).isDirectory();
  try {
    if (!isFolder) throw new Error(`${nearest} is a file`);
    accessSync(nearest, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new InputError(`${folder} cannot be written (${codeOf(error)}); name another folder with --out`);
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}

/** `out/<title>`, or the first of `out/<title>-2`, `-3` … that is free. */
export function defaultFolder(title: string, sessionId: string): string {
  const name = folderName(title);
  for (let count = 1; ; count++) {
    const folder = join(DEFAULT_PLACE, count === 1 ? name : `${name}-${count}`);
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

/** Writes a file as its content comes, whole or not at all. Throws `FolderUnwritableError`, and what `chunks` throws. */
export async function writeStreamed(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const temporary = `${path}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    // Open before anything comes: a stream that opens its file by itself may do so after its content has ended early.
    const file = await open(temporary, "w");
    await pipeline(chunks, file.createWriteStream());
    renameSync(temporary, path);
  } catch (error) {
    throw withoutPart(temporary, error);
  }
}

/** Writes a file whole or not at all. Throws `FolderUnwritableError`. */
export function writeWhole(path: string, content: Uint8Array | string): void {
  const temporary = `${path}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    throw withoutPart(temporary, error);
  }
}

/** Takes away what was written of a file, and says what the folder's fault was; what others threw stays as it is. */
function withoutPart(temporary: string, error: unknown): unknown {
  const isFolders = error instanceof Error && "syscall" in error && "code" in error;
  try {
    rmSync(temporary, { force: true });
  } catch {
    // Where nothing can be removed, the first error says why.
  }
  if (!isFolders) return error;
  return new FolderUnwritableError(
    `${temporary.slice(0, -".part".length)} cannot be written (${codeOf(error)})`,
    {
      cause: error,
    },
  );
}
