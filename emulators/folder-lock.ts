// Prevents two processes from opening the same data folder. The lock is SQLite's file lock on a separate file. The operating
// system releases it when its holder dies, so no stale lock remains.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Another process has locked the folder. */
export class FolderInUseError extends Error {
  override readonly name = "FolderInUseError";
  /** Id of the other process. Undefined while that process starts or ends. */
  readonly pid: number | undefined;

  constructor(folder: string, pid: number | undefined) {
    const holder = pid === undefined ? "another process" : `process ${pid}`;
    super(`The data folder ${folder} is in use by ${holder}. Stop it, or name another folder with --data.`);
    this.pid = pid;
  }
}

/** SQLITE_BUSY: another process has the lock. */
const SQLITE_BUSY = 5;

/** Locks `folder`, which is created if it does not exist. The returned function unlocks it. Throws `FolderInUseError`. */
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
