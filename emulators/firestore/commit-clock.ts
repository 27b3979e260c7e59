// Commit times: microseconds that increase strictly, also across restarts. If the clock stood still or went back,
// listeners would miss updates and a lease could be taken twice.
import type { DatabaseSync } from "node:sqlite";
import type { Micros } from "./timestamps.ts";

/** Read times are not stored one by one. A new process starts this far after the last stored time. */
const MARK_EVERY_MICROS = 250_000;

interface CommitClock {
  /** Returns a time later than every one returned before. */
  tick(): Micros;
  /** The last time that was returned. */
  now(): Micros;
  /** Stores the last time. Call it inside the SQLite transaction of a commit. */
  mark(): void;
}

/** @param wallClock milliseconds since 1970, as Date.now gives them. */
export function commitClock(db: DatabaseSync, wallClock: () => number): CommitClock {
  db.exec(
    "CREATE TABLE IF NOT EXISTS firestore_clock (id INTEGER PRIMARY KEY CHECK (id = 1), micros INTEGER NOT NULL)",
  );
  const row = db.prepare("SELECT micros FROM firestore_clock WHERE id = 1").get();
  const upsert = db.prepare(
    "INSERT INTO firestore_clock (id, micros) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET micros = excluded.micros",
  );
  let last = row === undefined ? 0 : Number(row.micros) + MARK_EVERY_MICROS;
  let marked = Number.NEGATIVE_INFINITY;
  const clock: CommitClock = {
    tick() {
      last = Math.max(last + 1, Math.round(wallClock() * 1000));
      if (last - marked > MARK_EVERY_MICROS) clock.mark();
      return last;
    },
    now: () => last,
    mark() {
      upsert.run(last);
      marked = last;
    },
  };
  return clock;
}
