// The output folder of a book. It only overwrites an earlier state of the same session.
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

/** Default parent of output folders. */
export const DEFAULT_PLACE = "out";

const OwnerSchema = z.object({ sessionId: z.string(), status: z.string() });

/** The folder cannot be written: disk full, no permission, no such device. */
export class FolderUnwritableError extends Error {
  override readonly name = "FolderUnwritableError";
}

/** Throws `InputError` if the folder has other content than this session's book, or cannot be written. */
export function claimFolder(folder: string, sessionId: string | undefined): void {
  claimRight(folder);
  if (!isFree(folder, sessionId)) {
    throw new InputError(`${folder} contains other files; name another folder with --out, or remove it`);
  }
}

/** Checks write permission of the folder, or of its nearest existing parent, before the book is made. Throws `InputError`. */
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

/** `out/<title>`, or the first free one of `out/<title>-2`, `-3` … */
export function defaultFolder(title: string, sessionId: string): string {
  const name = folderName(title);
  for (let count = 1; ; count++) {
    const folder = join(DEFAULT_PLACE, count === 1 ? name : `${name}-${count}`);
    if (isFree(folder, sessionId)) return folder;
  }
}

/** A title as a folder name that is valid on all systems. */
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
  // A session without a book left only its reason.
  const isBookless = entries.length === 1 && owner.status !== "completed";
  return isBookless || owner.sessionId === sessionId;
}

/** The session whose book the folder contains, or undefined. */
function ownerOf(folder: string): z.infer<typeof OwnerSchema> | undefined {
  try {
    const owner = OwnerSchema.safeParse(JSON.parse(readFileSync(join(folder, "session.json"), "utf8")));
    return owner.success ? owner.data : undefined;
  } catch {
    // There is no session.json, or an unreadable one: the folder is not ours.
    return undefined;
  }
}

/** Writes a stream to a file atomically. Throws `FolderUnwritableError`, and errors of `chunks`. */
export async function writeStreamed(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const temporary = `${path}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    // Opened before the stream is read, because a write stream opens its file lazily, possibly after the content has already failed.
    const file = await open(temporary, "w");
    await pipeline(chunks, file.createWriteStream());
    renameSync(temporary, path);
  } catch (error) {
    throw withoutPart(temporary, error);
  }
}

/** Writes a file atomically. Throws `FolderUnwritableError`. */
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

/** Deletes the temporary file, and wraps errors of the file system; other errors are returned unchanged. */
function withoutPart(temporary: string, error: unknown): unknown {
  const isFolders = error instanceof Error && "syscall" in error && "code" in error;
  try {
    rmSync(temporary, { force: true });
  } catch {
    // If the file cannot be deleted, the first error has the reason.
  }
  if (!isFolders) return error;
  return new FolderUnwritableError(
    `${temporary.slice(0, -".part".length)} cannot be written (${codeOf(error)})`,
    {
      cause: error,
    },
  );
}
