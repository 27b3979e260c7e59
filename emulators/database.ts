// The suite's SQLite file, in which every emulator has its own tables.
// WAL with synchronous=NORMAL: committed transactions survive SIGKILL of the process.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The folder of the suite's data, or "memory" for data that ends with the process. */
export type DataDir = string | "memory";

/** Opens `DIR/emulators.sqlite`, creating the folder; `"memory"` keeps everything in this process. */
export function openDatabase(dataDir: DataDir): DatabaseSync {
  if (dataDir === "memory") return new DatabaseSync(":memory:");
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, "emulators.sqlite"));
  db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000;");
  // The page cache holds 16 MB, so the pages that every commit touches stay in memory. The log is copied into the file every
  // 4,000 pages (16 MB), so a page that is written often is copied once.
  db.exec("PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=4000;");
  return db;
}
