// Joined balloons: consecutive lines of one speaker are drawn as one shape and count as one balloon.
import type { Voice } from "./plot.ts";
import type { Word } from "./storyboard.ts";

/** Voices whose balloon is a plain outline, so that two balloons can be joined. */
export const JOINABLE_VOICES: ReadonlySet<Voice> = new Set<Voice>([
  "speech",
  "shout",
  "cry",
  "unease",
  "machine",
]);

/** The fields of a line that decide whether it can be joined. */
type JoinableLine = Pick<Word, "kind" | "speaker" | "voice" | "at"> & Partial<Pick<Word, "unit">>;

/** Whether a line can join the one before it. A line that the user positioned is never joined. */
function continuesLine(before: JoinableLine | undefined, line: JoinableLine): boolean {
  return (
    before !== undefined &&
    [before, line].every(({ kind, at }) => kind === "balloon" && at === undefined) &&
    line.speaker === before.speaker &&
    // Pieces of one line are joined even if the speaker is unknown.
    (line.speaker !== null || (line.unit != null && line.unit === before.unit)) &&
    line.voice === before.voice &&
    JOINABLE_VOICES.has(line.voice)
  );
}

/** For each line whether it joins the one before it. At most two lines join: a third begins a new balloon. */
export function joinsPrevious(lines: readonly JoinableLine[]): boolean[] {
  const pairs: boolean[] = [];
  for (const [i, line] of lines.entries())
    pairs.push(pairs[i - 1] !== true && continuesLine(lines[i - 1], line));
  return pairs;
}
