// Random editing sessions, one after another in each of some lanes: people who do not know each other edit at the same time.
import type { Studio } from "../studio.ts";
import { described, editedBook, editingSession } from "./session.ts";

export interface SessionsWanted {
  /** The first seed; the others follow it. */
  seed: number;
  sessions: number;
  /** How many at once. */
  lanes: number;
  /** The service is restarted in some: then there is one lane alone. */
  hasRestarts: boolean;
}

export interface SessionsResult {
  sessions: number;
  /** Lines that were typed and saved, of them shown as not taken, and versions that were made. */
  edits: number;
  refused: number;
  versions: number;
  seconds: number;
  /** What did not hold, with the seed and the commands. */
  faults: string[];
}

/** Sessions that one book goes through. */
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
