// Keeps two processes from opening the same data folder. The lock is SQLite's own on a file of its own: the system lets
// go of it when its holder dies, however it dies, so that a lock is never left over.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Another process holds the folder. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
  /** Undefined in the moment in which the other one starts or ends. */
  readonly pid: number | undefined;

  constructor(folder: string, pid: number | undefined) {
    const holder = pid === undefined ? "another process" : `process ${pid}`;
    super(`The data folder ${folder} is in use by ${holder}. Stop it, or name another folder with --data.`);
    this.pid = pid;
  }
}

/** SQLite's result code for "somebody else holds the lock". */
const SQLITE_BUSY = 5;

/** Locks `folder`, creating it if need be; the returned function unlocks it. Throws `FolderInUseError`. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const pidFile = join(folder, "suite.pid");
  const lock = new DatabaseSync(join(folder, "suite.lock"));
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (isBusy(error)) throw new FolderInUseError(folder, readPid(pidFile));
    throw error;
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return () => {
    rmSync(pidFile, { force: true });
    lock.close();
  };
}

const isBusy = (error: unknown) =>
  error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
