// Random editing sessions in parallel lanes of independent users.
import type { Studio } from "../studio.ts";
import { described, editedBook, editingSession } from "./session.ts";

export interface SessionsWanted {
  /** The first seed; the following sessions use the next ones. */
  seed: number;
  sessions: number;
  /** Number of lanes. */
  lanes: number;
  /** Some sessions restart the service, which requires a single lane. */
  hasRestarts: boolean;
}

export interface SessionsResult {
  sessions: number;
  /** Numbers of saved lines, of refused ones among them, and of versions. */
  edits: number;
  refused: number;
  versions: number;
  seconds: number;
  /** Violations, with the seed and the commands. */
  faults: string[];
}

/** Number of sessions with one book. */
const OF_ONE_BOOK = 6;

export async function runEditingSessions(
  studio: Studio,
  { seed, sessions, lanes, hasRestarts }: SessionsWanted,
  tell: (line: string) => void = () => {},
): Promise<SessionsResult> {
  const begun = performance.now();
  const total: SessionsResult = { sessions: 0, edits: 0, refused: 0, versions: 0, seconds: 0, faults: [] };
  let next = seed;
  const lane = async () => {
    let book = await editedBook(studio);
    for (let gone = 1; next < seed + sessions; gone++) {
      const result = await editingSession(studio, book, { seed: next++, hasRestarts });
      total.sessions += 1;
      total.edits += result.typed;
      total.refused += result.refused;
      total.versions += result.versions;
      if (result.faults.length > 0) {
        total.faults.push(described(result));
        tell(described(result));
      }
      tell(`seed ${result.seed}: ${result.typed} edits, ${result.versions} versions`);
      if (gone % OF_ONE_BOOK === 0 || result.faults.length > 0) book = await editedBook(studio);
    }
  };
  await Promise.all(Array.from({ length: hasRestarts ? 1 : lanes }, lane));
  return { ...total, seconds: Math.round((performance.now() - begun) / 1_000) };
}
