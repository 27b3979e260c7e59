// A page on which every panel has words is given a silent one: the face of whoever hears or suffers what has just been said or done, the
// place where a scene begins, or, before the page is turned, whoever was seen last. Readers who write silent beats themselves have them as they wrote them.
import { isGuessed, isUnsureOf } from "../manga/guesses.ts";
import type { Language } from "../manga/language.ts";
import type { Acting } from "../manga/moment.ts";
import type { Beat } from "../manga/plot.ts";
import { does } from "./deeds.ts";
import { feels } from "./feelings.ts";
import type { ToldBeat } from "./join-beats.ts";
import { lettersIn } from "./words.ts";

/** Panels and letters up to which a page has room for one more picture. */
const ROOM = { panels: 6, letters: { ja: 200, en: 110 } } as const;

const isSilent = ({ lines, caption, chapter }: Beat): boolean =>
  lines.length === 0 && caption === "" && chapter === undefined;

/** The panels' beats of a page, with one silent beat more where they bear it. `isTurned`: its end is a breath before the page is turned. */
export function withPause(
  beats: readonly Beat[],
  { language, isTurned }: { language: Language; isTurned: boolean },
): Beat[] {
  const letters = beats.reduce((sum, beat) => sum + lettersIn(beat), 0);
  if (beats.length > ROOM.panels || letters > ROOM.letters[language] || beats.some(isSilent))
    return [...beats];
  const pauses = beats.flatMap((beat, at) => {
    const seen = answering(beat);
    return seen ? [{ at, seen, worth: worthOf(beat, seen, at === beats.length - 1) }] : [];
  });
  const [best] = pauses.toSorted((a, b) => b.worth - a.worth || a.at - b.at);
  const beat = best && beats[best.at];
  if (best && beat) return beats.toSpliced(best.at + 1, 0, pauseAfter(beat, best.seen));
  // After a view of a place a second one is none that opens anything.
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

/** At least `least` beats: a look that lasts follows others, spread over all of them. */
export function padded(beats: readonly ToldBeat[], least: number): ToldBeat[] {
  const missing = Math.max(0, least - beats.length);
  const upTo = (count: number) => Math.floor((count * missing) / beats.length);
  return beats.flatMap((beat, at) => {
    const seen = answering(beat) ?? beat.figures[0];
    const look =
      seen === undefined ? { ...viewBefore(beat), kind: "silence" as const } : pauseAfter(beat, seen);
    return [beat, ...new Array<ToldBeat>(upTo(at + 1) - upTo(at)).fill(look)];
  });
}

/** Nothing of its people is a guess, nor who says its lines. */
const isCertain = (beat: Beat): boolean =>
  !isGuessed(beat, "who") && !isGuessed(beat, "deed") && beat.lines.every(({ speaker }) => speaker !== null);

/** A beat that begins in a place that is told, and does not begin with the place itself. */
const isPlaced = (beat: Beat): boolean => !isGuessed(beat, "place") && beat.figures.length > 0;

/** The place before anybody is seen in it. */
const viewBefore = (beat: ToldBeat): Beat => ({
  ...silent(beat),
  ...{ kind: "establish", weight: 2, figures: [] },
});

/** Whose face answers a beat: to whom something is done, else who hears the last line, else who acts in it and is told to feel something. */
function answering({ figures, lines, guessed }: ToldBeat): Acting | undefined {
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
    // The end of a page is a breath before it is turned.
    (isLast ? 0.5 : 0)
  );
}

/** A look at somebody who says and does nothing, with what their hands hold or carry meanwhile. */
function pauseAfter(
  beat: ToldBeat,
  { character, outfit, feeling, seat, mount, where, doing, hands, posture, carriedBy, without }: Acting,
): Beat {
  const lasts = seat !== undefined || mount !== undefined || does(doing, "seated") || does(doing, "lies");
  // A deed of the hands may have ended with the thing out of them: thrown, given, set down.
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

/** What a beat without words has of the one beside it; of whoever is surely there, nobody's being there is a guess. */
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

/** What is added to a page is no beat of the plot: none of the plot's things are looked for in it. */
const NO_BEAT = "b0";
