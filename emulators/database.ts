// The one SQLite file behind the whole suite. Every emulator keeps its own tables in it.
// WAL with synchronous=NORMAL: what was committed survives SIGKILL of the process.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Where the suite keeps its data: a folder, or nowhere. */
export type DataDir = string | "memory";

/** Opens `DIR/emulators.sqlite`, creating the folder; `"memory"` keeps everything in this process. */
export function openDatabase(dataDir: DataDir): DatabaseSync {
  if (dataDir === "memory") return new DatabaseSync(":memory:");
  mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(join(dataDir, "emulators.sqlite"));
  db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000;");
  // The pages that every commit touches stay in memory (16 MB), and what is written over and over goes to the file once: four
  // thousand pages of the log are 16 MB as well.
  db.exec("PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=4000;");
  return db;
}
