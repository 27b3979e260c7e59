// What one speaker says in a row is one turn: its lines stand in balloons that are grown together, and count as one.
import type { Voice } from "./plot.ts";
import type { Word } from "./storyboard.ts";

/** Voices whose balloon is an outline alone, so that two of them can be drawn as one. */
export const JOINABLE_VOICES: ReadonlySet<Voice> = new Set<Voice>([
  "speech",
  "shout",
  "cry",
  "unease",
  "machine",
]);

/** What decides whether a line stands alone. */
type JoinableLine = Pick<Word, "kind" | "speaker" | "voice" | "at"> & Partial<Pick<Word, "unit">>;

/** Whether a line goes on with the one before it. Where a person put either of them, it stands by itself. */
function continuesLine(before: JoinableLine | undefined, line: JoinableLine): boolean {
  return (
    before !== undefined &&
    [before, line].every(({ kind, at }) => kind === "balloon" && at === undefined) &&
    line.speaker === before.speaker &&
    // Whoever says it, the pieces of one line are one turn.
    (line.speaker !== null || (line.unit != null && line.unit === before.unit)) &&
    line.voice === before.voice &&
    JOINABLE_VOICES.has(line.voice)
  );
}

/** For each line whether it goes on with the one before it, in pairs: a third line begins anew. */
export function joinsPrevious(lines: readonly JoinableLine[]): boolean[] {
  const pairs: boolean[] = [];
  for (const [i, line] of lines.entries())
    pairs.push(pairs[i - 1] !== true && continuesLine(lines[i - 1], line));
  return pairs;
}
