// Adds a silent panel to a page whose panels all have words: the face of a listener or of an action's recipient, the place before a new
// scene, or, before a page turn, the last person shown. Silent beats of the reader stay as they are.
import { isGuessed, isUnsureOf } from "../manga/guesses.ts";
import type { Language } from "../manga/language.ts";
import type { Acting } from "../manga/moment.ts";
import type { Beat } from "../manga/plot.ts";
import { does } from "./deeds.ts";
import { feels } from "./feelings.ts";
import type { ToldBeat } from "./join-beats.ts";
import { lettersIn } from "./words.ts";

/** Maximum numbers of panels and letters of a page that has room for a silent panel. */
const ROOM = { panels: 6, letters: { ja: 200, en: 110 } } as const;

const isSilent = ({ lines, caption, chapter }: Beat): boolean =>
  lines.length === 0 && caption === "" && chapter === undefined;

/** The beats of a page, with one silent beat added if possible. `isTurned`: a page turn follows. */
export function withPause(
  beats: readonly Beat[],
  { language, isTurned }: { language: Language; isTurned: boolean },
): Beat[] {
  const letters = beats.reduce((sum, beat) => sum + lettersIn(beat), 0);
  if (beats.length > ROOM.panels || letters > ROOM.letters[language] || beats.some(isSilent))
    return [...beats];
  const pauses = beats.flatMap((beat, at) => {
    const seen = reactingCharacter(beat);
    return seen ? [{ at, seen, worth: worthOf(beat, seen, at === beats.length - 1) }] : [];
  });
  const [best] = pauses.toSorted((a, b) => b.worth - a.worth || a.at - b.at);
  const beat = best && beats[best.at];
  if (best && beat) return beats.toSpliced(best.at + 1, 0, pauseAfter(beat, best.seen));
  // A view of a place is not followed by another view.
  const opens = beats.findIndex((one, at) => {
    const before = beats[at - 1];
    return before && before.scene !== one.scene && before.figures.length > 0 && isPlaced(one);
  });
  const opening = beats[opens];
  if (opening) return beats.toSpliced(opens, 0, viewBefore(opening));
  const last = isTurned ? beats.findLastIndex((one) => one.figures.length > 0 && isCertain(one)) : -1;
  const after = beats[last];
  const waits = after?.figures[0];
  return after && waits ? beats.toSpliced(last + 1, 0, pauseAfter(after, waits)) : [...beats];
}

/** Adds silent beats, spread over the others, until there are at least `least`. */
export function padWithPauses(beats: readonly ToldBeat[], least: number): ToldBeat[] {
  const missing = Math.max(0, least - beats.length);
  const upTo = (count: number) => Math.floor((count * missing) / beats.length);
  return beats.flatMap((beat, at) => {
    const seen = reactingCharacter(beat) ?? beat.figures[0];
    const look =
      seen === undefined ? { ...viewBefore(beat), kind: "silence" as const } : pauseAfter(beat, seen);
    return [beat, ...new Array<ToldBeat>(upTo(at + 1) - upTo(at)).fill(look)];
  });
}

/** Whether none of the beat's people or speakers is guessed. */
const isCertain = (beat: Beat): boolean =>
  !isGuessed(beat, "who") && !isGuessed(beat, "deed") && beat.lines.every(({ speaker }) => speaker !== null);

/** Whether the beat has a known place and people. */
const isPlaced = (beat: Beat): boolean => !isGuessed(beat, "place") && beat.figures.length > 0;

/** A view of the place without its people. */
const viewBefore = (beat: ToldBeat): Beat => ({
  ...silent(beat),
  ...{ kind: "establish", weight: 2, figures: [] },
});

/**
 * The character whose reaction follows a beat: the recipient of an action, otherwise the hearer of the last line, otherwise a person with a
 * strong or sad feeling.
 */
function reactingCharacter({ figures, lines, guessed }: ToldBeat): Acting | undefined {
  const known = figures.filter(({ character }) => !isUnsureOf({ guessed, lines }, character));
  const suffers = known.find(({ character }) => known.some(({ to }) => to === character));
  if (suffers) return suffers;
  const last = lines.at(-1)?.speaker;
  if (last === null) return undefined;
  if (last !== undefined)
    return (
      known.find(({ character }) => character !== last) ??
      known.find(({ feeling }) => feels(feeling, "sinks"))
    );
  return known.find(({ feeling }) => feels(feeling, "strong") || feels(feeling, "sinks"));
}

function worthOf(beat: Beat, seen: Acting, isLast: boolean): number {
  const isDone = beat.figures.some(({ to }) => to === seen.character);
  const isLoud = beat.lines.some(({ voice }) => voice === "shout" || voice === "cry");
  return (
    beat.weight +
    (isDone ? 2 : 0) +
    (isLoud ? 1 : 0) +
    (feels(seen.feeling, "strong") ? 1 : 0) +
    // A silent panel suits the end of a page before a turn.
    (isLast ? 0.5 : 0)
  );
}

/** A silent picture of a person, with what they hold or carry. */
function pauseAfter(
  beat: ToldBeat,
  { character, outfit, feeling, seat, mount, where, doing, hands, posture, carriedBy, without }: Acting,
): Beat {
  const lasts = seat !== undefined || mount !== undefined || does(doing, "seated") || does(doing, "lies");
  // The action may end without the thing in hand: thrown, given, put down.
  const holds = lasts || does(doing, "free") || does(doing, "keeps");
  return {
    ...silent(beat, character),
    ...{ kind: "reaction", weight: 1 },
    figures: [
      {
        ...{ character, doing: lasts ? doing : "stand", feeling, hands: holds ? hands : [] },
        ...(outfit === undefined ? {} : { outfit }),
        ...(seat === undefined ? {} : { seat }),
        ...(mount === undefined ? {} : { mount }),
        ...(where === undefined ? {} : { where }),
        ...(posture === undefined ? {} : { posture }),
        ...(carriedBy === undefined ? {} : { carriedBy }),
        ...(without === undefined ? {} : { without }),
      },
    ],
  };
}

/** The fields that a silent beat takes from its neighbour. A character who is certainly present is not a guess. */
function silent(beat: ToldBeat, character?: string): Omit<Beat, "kind" | "weight" | "figures"> {
  const { scene, action, ground, light, guessed } = beat;
  const isSure = character !== undefined && !isUnsureOf(beat, character);
  const kept = guessed?.filter((guess) => guess !== "speaker" && !(guess === "who" && isSure));
  return {
    ...{ id: NO_BEAT, scene, action, units: [], lines: [], caption: "", sounds: [], effects: [], things: [] },
    ...(ground === undefined ? {} : { ground }),
    ...(light === undefined ? {} : { light }),
    ...(kept === undefined ? {} : { guessed: kept }),
  };
}

/** An added beat has an id that the plot does not have, so that no things of the plot are searched in it. */
const NO_BEAT = "b0";
