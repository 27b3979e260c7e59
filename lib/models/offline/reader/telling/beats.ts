// Converts moments to beats: what is visible, the kind of the moment and its weight, with a view of each new place.
import type { ToldBeat } from "../../../../direction/join-beats.ts";
import { isLoud, withPeaks } from "../../../../direction/peaks.ts";
import type { Guess } from "../../../../manga/staging.ts";
import { inKatakana } from "../text/word-forms.ts";
import { seenIn } from "./figures.ts";
import type { Moment, Telling } from "./moment.ts";
import { guessesOf } from "./scenes.ts";
import { isIdle, isSure, type StoryFacts } from "./story-facts.ts";

const MOST_GUESSES = 5;
/** Weight of a distant view, which is a turning point and gets a wide picture. */
const AFAR_WEIGHT = 4;

export function beatsOf(moments: readonly Moment[], telling: Telling): ToldBeat[] {
  const beats: ToldBeat[] = [];
  let looked: string | undefined;
  for (const [at, moment] of moments.entries()) {
    const beat = beatOf(moment, telling, beats);
    const place = beat.guessed?.includes("place") ? undefined : moment.setting.place.value;
    // A scene that begins with people first gets a view of its place, if the place is known and no view came directly before.
    if (moment.opens && place && place !== looked && ![beat, ...beats.slice(-1)].some(isView))
      beats.push(...withViewBefore(beat, moment, at === 0));
    else beats.push(beat);
    // A view may show another place while the characters stay in this one.
    if (place && !isView(beat)) looked = place;
  }
  return withPeaks(beats);
}

const isView = ({ lines, figures }: ToldBeat): boolean => lines.length === 0 && figures.length === 0;

function withViewBefore({ chapter, ...beat }: ToldBeat, { headings }: Moment, isFirst: boolean): ToldBeat[] {
  const { scene, ground, guessed } = beat;
  const isHeading = (id: string) => headings.includes(id);
  const look: ToldBeat = {
    ...{ scene, kind: "establish", weight: isFirst ? 3 : 2, units: beat.units.filter(isHeading) },
    ...{ figures: [], lines: [], caption: "", sounds: [], things: [], effects: [], action: "" },
    ...(chapter !== undefined && { chapter }),
    ...(guessed?.includes("hour") && { guessed: ["hour"] }),
    ...(ground !== undefined && { ground }),
  };
  return [look, { ...beat, units: beat.units.filter((id) => !isHeading(id)) }];
}

function beatOf(moment: Moment, telling: Telling, before: readonly ToldBeat[]): ToldBeat {
  const { facts } = telling;
  const { scene, setting, units, lines, caption, captionRuby, chapter } = moment;
  const { ground } = setting;
  const seen = seenIn(moment.parts, lines, telling);
  // A character who is only present is not drawn in two beats in a row.
  const isRepeated = lines.length === 0 && seen.isOfNobody && isSameLook(seen.figures, before.at(-1), scene);
  const figures = isRepeated || setting.afar ? [] : seen.figures;
  // "It barked at him. 'Woof!'": a sound that a line already letters is not drawn again.
  const spoken = inKatakana(lines.map(({ text }) => text.toUpperCase()).join(" "));
  const heard = new Map([...moment.sounds, ...seen.sounds].map((one) => [one.text, one]));
  const sounds = [...heard.values()].filter(({ text }) => !spoken.includes(text));
  const isUnsure = moment.parts.some(({ unit }) => {
    const speaker = facts.speakers.of(unit)?.speaker;
    return speaker !== undefined && speaker.value !== null && !isSure(speaker);
  });
  const guessed: Guess[] = [...guessesOf(setting), ...seen.guessed];
  if (isUnsure) guessed.push("speaker");
  const words = { scene, units, figures, lines, caption, sounds, effects: [] };
  // A distant view does not show the people who are here.
  const kind = setting.afar ? "establish" : kindOf(words);
  return {
    ...{ ...words, kind, things: seen.things, action: actionOf(moment, facts) },
    weight: setting.afar ? AFAR_WEIGHT : weightOf({ ...words, kind }, before.length === 0),
    ...(captionRuby.length > 0 && { captionRuby }),
    ...(seen.around.length > 0 && !setting.afar && { around: seen.around }),
    ...(chapter !== undefined && { chapter }),
    ...(seen.focus !== undefined && { focus: seen.focus }),
    ...(guessed.length > 0 && { guessed: guessed.slice(0, MOST_GUESSES) }),
    ...(ground !== undefined && { ground }),
  };
}

const isSameLook = (figures: ToldBeat["figures"], before: ToldBeat | undefined, scene: string): boolean =>
  before?.scene === scene &&
  figures.every(({ character }) => before.figures.some((one) => one.character === character));

/** The narration of the moment, in the text's own words. */
function actionOf({ parts }: Moment, { story }: StoryFacts): string {
  const units = new Set(parts.map(({ unit }) => story.units[unit]?.unit));
  return [...units].flatMap((unit) => (unit?.kind === "narration" ? [unit.text] : [])).join(" ");
}

type Told = Pick<ToldBeat, "lines" | "figures" | "caption" | "sounds">;

function kindOf({ lines, figures, caption }: Told): ToldBeat["kind"] {
  if (lines.length > 0) return "dialogue";
  if (!figures.every(isIdle)) return "action";
  if (figures.some(({ feeling }) => feeling !== "calm")) return "reaction";
  return caption === "" ? "silence" : "narration";
}

function weightOf({ kind, figures, lines, sounds }: Told & Pick<ToldBeat, "kind">, isFirst: boolean): number {
  const felt = figures.some(({ feeling }) => feeling !== "calm");
  const weight =
    (isFirst ? 3 : 2) +
    (kind === "action" ? 0.4 : 0) +
    (felt ? 0.6 : 0) +
    (isLoud({ lines }) ? 0.6 : 0) +
    (sounds.length > 0 ? 0.5 : 0);
  return Math.max(1, Math.min(4, Math.round(weight)));
}
