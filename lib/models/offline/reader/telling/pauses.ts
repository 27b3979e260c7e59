// Silent beats: a look at whoever hears what was said, and at the place. They carry no unit and give a page its rhythm.
import type { Acting } from "../../../../manga/moment.ts";
import { type Draft, silentDraft } from "./draft.ts";

/** A figure that waits keeps what the body does and drops what the hands do. */
const LASTING: ReadonlySet<string> = new Set([
  "sit",
  "kneel",
  "crouch",
  "lie",
  "sleep",
  "ride",
  "hang",
  "lean",
]);

const waiting = (figure: Acting): Acting => ({
  ...figure,
  doing: LASTING.has(figure.doing) ? figure.doing : "stand",
});

/** The beat after a beat: the one who listened, else the one who spoke or acted, else nobody. */
function pauseAfter(beat: Draft): Draft {
  const speaker = beat.lines.at(-1)?.speaker;
  const listener =
    speaker === undefined ? undefined : beat.figures.find(({ character }) => character !== speaker);
  const seen = listener ?? beat.figures[0];
  return {
    ...silentDraft(beat.scene),
    kind: listener === undefined ? "silence" : "reaction",
    figures: seen === undefined ? [] : [waiting(seen)],
    ...(beat.guessed === undefined ? {} : { guessed: beat.guessed.filter((guess) => guess !== "speaker") }),
    ...(beat.ground === undefined ? {} : { ground: beat.ground }),
    ...(beat.light === undefined ? {} : { light: beat.light }),
  };
}

/** How well a beat bears a pause behind it: strong words that somebody hears, and what comes before something strong. */
function bears(beat: Draft, next: Draft | undefined): number {
  if (beat.units.length === 0 || next === undefined || next.units.length === 0) return 0;
  // Nothing stands between the parts of a sentence or of a line.
  if (beat.units.at(-1) === next.units[0]) return 0;
  // A look at nobody, after another, shows nothing.
  if (beat.figures.length === 0) return 0;
  const heard = beat.lines.length > 0 && beat.figures.length > 1 ? 2 : 0;
  const parts = next.scene !== beat.scene ? 1 : 0;
  return beat.weight + (next.weight >= 4 ? 2 : 0) + heard + parts;
}

/** Beats from one pause to the next, at the least. */
const APART = 3;

/** Beats with `count` pauses among them, or as many as they bear, each behind the beat that bears it best. */
export function withPauses(beats: readonly Draft[], count: number): Draft[] {
  if (count <= 0) return [...beats];
  const chosen = new Set<number>();
  const worths = beats
    .map((beat, at) => ({ at, worth: bears(beat, beats[at + 1]) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth || a.at - b.at);
  const isNear = (at: number) => {
    for (let by = 1 - APART; by < APART; by += 1) if (chosen.has(at + by)) return true;
    return false;
  };
  for (const { at } of worths) {
    if (chosen.size === count) break;
    if (!isNear(at)) chosen.add(at);
  }
  return beats.flatMap((beat, at) => (chosen.has(at) ? [beat, pauseAfter(beat)] : [beat]));
}

/** At least `least` beats: where none bears a pause, the last look lasts. */
export function padded(beats: readonly Draft[], least: number): Draft[] {
  const paused = withPauses(beats, least - beats.length);
  const last = paused.at(-1);
  if (last === undefined) throw new RangeError("a book needs at least one beat");
  while (paused.length < least) paused.push(pauseAfter(last));
  return paused;
}
