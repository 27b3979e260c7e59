// Joined balloons: consecutive lines of one speaker are drawn as one shape and count as one balloon.
import type { Shape } from "./hand-lettering.ts";
import type { Word } from "./storyboard.ts";

/** Balloons that are a plain outline, so that two can be joined. */
export const JOINABLE_FORMS: ReadonlySet<Shape> = new Set<Shape>([
  "speech",
  "shout",
  "cry",
  "unease",
  "machine",
]);

/** The fields of a line that decide whether it can be joined. */
type JoinableLine = Pick<Word, "kind" | "speaker" | "voice" | "at" | "set"> & Partial<Pick<Word, "unit">>;

const formOf = ({ kind, voice, set }: JoinableLine): Shape =>
  set?.shape ?? (kind === "caption" ? "caption" : voice);

/** Whether a line can join the one before it. A line that the user positioned is joined only where they want it. */
function continuesLine(before: JoinableLine | undefined, line: JoinableLine): boolean {
  const areJoinable = [before, line].every(
    (one) => one?.kind === "balloon" && JOINABLE_FORMS.has(formOf(one)),
  );
  if (before === undefined || !areJoinable) return false;
  if (line.set?.join !== undefined) return line.set.join;
  return (
    [before, line].every(({ at }) => at === undefined) &&
    line.speaker === before.speaker &&
    // Pieces of one line are joined even if the speaker is unknown.
    (line.speaker !== null || (line.unit != null && line.unit === before.unit)) &&
    line.voice === before.voice &&
    formOf(line) === formOf(before)
  );
}

/** For each line whether it joins the one before it. At most two lines join by themselves: a third begins a new balloon. */
export function joinsPrevious(lines: readonly JoinableLine[]): boolean[] {
  const pairs: boolean[] = [];
  for (const [i, line] of lines.entries()) {
    const isFree = pairs[i - 1] !== true || line.set?.join === true;
    pairs.push(isFree && continuesLine(lines[i - 1], line));
  }
  return pairs;
}
