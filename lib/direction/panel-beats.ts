// Chooses the moments of a page that become panels: one for each beat, two for an exchange that needs them.
import { isHuman } from "../manga/concept.ts";
import { isGuessed, isPlaceless, plainBeat } from "../manga/guesses.ts";
import type { Language } from "../manga/language.ts";
import type { Acting } from "../manga/moment.ts";
import type { Beat, Line, Plot, PlotPage } from "../manga/plot.ts";
import type { Mood } from "../manga/staging.ts";
import { lengthOf } from "../manga/text-length.ts";
import { joinBeatsTo, joined } from "./join-beats.ts";
import type { PageToDraw } from "./page-to-draw.ts";
import { withPause } from "./pauses.ts";
import { isCrossed, sidesOf } from "./sides.ts";
import { stripOf } from "./strips.ts";
import { balloonsIn } from "./words.ts";

/** Maximum number of panels of a page. More make it crowded. */
const MOST_PANELS = 7;
/** Maximum number of panels of a spread's page, of which the shared picture takes half. */
const MOST_ON_SPREAD = 4;
const FEWEST_PANELS = 3;
/** Maximum that `StoryboardDraftSchema` allows. Further beats of a page are joined. */
const MOST_OF_ALL = 9;

export const humansAmong = (people: PageToDraw["people"]): ReadonlySet<string> =>
  new Set(people.filter(isHuman).map(({ id }) => id));

export const mostPanels = (page: PlotPage | undefined): number =>
  page?.spread ? MOST_ON_SPREAD : MOST_PANELS;

/** The beats of a page as panels: one a beat. A page with few beats splits its exchanges in two. */
export function panelBeats({ plot, language, direction }: PageToDraw, number: number): Beat[] {
  const page = plot.pages.find((one) => one.number === number);
  const told = (page?.beats ?? []).map((beat) => plainBeat(placeless(beat, plot)));
  const beats = joinBeatsTo(told, MOST_OF_ALL, language);
  if (stripOf(page, 0)) return beats;
  if (isSplash(page) && wordsIn(beats) <= MOST_ON_SPLASH[language]) return beats;
  joinViews(beats, language);
  const crossed = (beat: Beat) => isCrossed(beat, sidesOf(plot, beat.scene, direction), direction);
  const most = mostPanels(page);
  while (beats.length < most) {
    const at = beats.findIndex(
      (beat) => (wantsTwo(beat, beats.length, language) || crossed(beat)) && halve(beat, plot) !== undefined,
    );
    const beat = beats[at];
    const halves = beat && halve(beat, plot);
    if (!halves) break;
    beats.splice(at, 1, ...halves);
  }
  const felt = beats.map(withRaisedVoices);
  return page?.spread ? felt : withPause(felt, { language, isTurned: number % 2 === 1 });
}

/** Gives a shouting face to characters who shout without a stated feeling. */
function withRaisedVoices(beat: Beat): Beat {
  const { figures, lines } = beat;
  const shouting = new Set(lines.flatMap(({ speaker, voice }) => (voice === "shout" ? [speaker] : [])));
  if (figures.every(({ character }) => !shouting.has(character))) return beat;
  const felt = (one: Acting): Acting =>
    shouting.has(one.character) && one.feeling === CALM ? { ...one, feeling: "shout" } : one;
  return { ...beat, figures: figures.map(felt) };
}

/** The word for a face without expression, or of which nothing is stated. */
const CALM = "calm";

/** Marks a place that the text does not state as guessed, so that it is staged like one. `pictureOf` does not report it as a guess. */
function placeless(beat: Beat, plot: Plot): Beat {
  if (!isPlaceless(plot, beat.scene) || isGuessed(beat, "place")) return beat;
  return { ...beat, guessed: [...(beat.guessed ?? []), "place"] };
}

/** Maximum number of letters of captions on one view of a place. */
const MOST_ON_VIEW = { ja: 64, en: 34 } as const;

/** Whether the beat is a view of a place alone. Two in a row would show the same picture. */
const isView = ({ figures, things, lines }: Beat): boolean =>
  figures.length + things.length + lines.length === 0;

/** Joins consecutive views of one place. */
function joinViews(beats: Beat[], language: Language): void {
  for (let at = beats.length - 1; at > 0 && beats.length > FEWEST_PANELS; at -= 1) {
    const [first, second] = [beats[at - 1], beats[at]];
    const isSame = first && second && [first, second].every(isView) && first.scene === second.scene;
    if (!isSame || second.chapter !== undefined || second.weight >= 4) continue;
    const both = joined(first, second, language);
    if (lengthOf(both.caption) <= MOST_ON_VIEW[language]) beats.splice(at - 1, 2, both);
  }
}

/** Maximum number of letters in the balloons of a splash page. More would hide the picture. */
const MOST_ON_SPLASH = { ja: 90, en: 48 } as const;

/** Whether the page is a splash page for the peak. */
const isSplash = (page: PlotPage | undefined): boolean =>
  page?.beats.length === 1 && page.beats[0]?.weight === 5;

const wordsIn = (beats: readonly Beat[]): number =>
  beats.flatMap(({ lines }) => lines).reduce((sum, { text }) => sum + lengthOf(text), 0);

function wantsTwo(beat: Beat, panels: number, language: Language): boolean {
  if (beat.lines.length < 2) return false;
  const balloons = balloonsIn(beat, language);
  return balloons > 3 || (panels < FEWEST_PANELS && balloons > 1);
}

const moodAt = ({ scenes }: Plot, beat: Beat): Mood =>
  scenes.find(({ id }) => id === beat.scene)?.mood ?? "neutral";

/** Splits a beat in two. The caption stays with the half that has its units. Undefined if the caption covers both halves. */
function halve(beat: Beat, plot: Plot): [Beat, Beat] | undefined {
  const mood = moodAt(plot, beat);
  const turn = beat.lines.findIndex(({ speaker }) => speaker !== beat.lines[0]?.speaker);
  const middle = turn > 0 ? turn : Math.ceil(beat.lines.length / 2);
  const first = beat.lines.slice(0, middle);
  const second = beat.lines.slice(middle);
  const boundary = beat.units.indexOf(second[0]?.unit ?? "");
  const cut = boundary > 0 ? boundary : beat.units.length;
  const later = boundary > 0 ? beat.units.slice(cut) : second.map(({ unit }) => unit);
  const isNarrated = (units: readonly string[]) =>
    units.some((unit) => beat.lines.every((line) => line.unit !== unit));
  const captionsLater = beat.caption !== "" && isNarrated(beat.units.slice(cut));
  if (captionsLater && isNarrated(beat.units.slice(0, cut))) return undefined;
  const { chapter: _chapter, captionRuby, ...rest } = beat;
  const caption = { caption: beat.caption, ...(captionRuby && { captionRuby }) };
  const [before, after] = captionsLater ? [{ caption: "" }, caption] : [caption, { caption: "" }];
  return [
    {
      ...{ ...rest, ...(beat.chapter !== undefined && { chapter: beat.chapter }), ...before },
      ...{ lines: first, units: beat.units.slice(0, cut), figures: actingDuring(beat, first, mood) },
    },
    {
      ...{ ...rest, ...after, lines: second, units: later, figures: actingDuring(beat, second, mood) },
      ...{ sounds: [], effects: [], kind: "dialogue", weight: Math.min(beat.weight, 3) },
    },
  ];
}

/** The acting during some of a beat's lines. An action or feeling of a line belongs to the half with the line. */
function actingDuring({ figures, lines: all }: Beat, lines: readonly Line[], mood: Mood): Acting[] {
  return figures.map((person) => {
    const said = all.filter(({ speaker }) => speaker === person.character);
    if (said.length === 0) return person;
    const own = lines.filter(({ speaker }) => speaker === person.character);
    const ofLine = said.some(({ doing }) => doing === person.doing);
    const doing = ofLine ? (own.find((line) => line.doing !== undefined)?.doing ?? "stand") : person.doing;
    if (own.length === 0)
      return {
        ...person,
        doing,
        feeling: said.some((line) => line.feeling !== undefined) ? LISTENING[mood] : person.feeling,
      };
    return { ...person, doing, feeling: feelingOver(person, { said, own }) };
  });
}

/**
 * The beat's feeling if one of these lines has it, otherwise the feeling of the first line. A shout counts as a feeling if no line has one.
 */
function feelingOver(
  { feeling }: Acting,
  { said, own }: { said: readonly Line[]; own: readonly Line[] },
): string {
  const isSaid = said.some((line) => line.feeling === feeling);
  if (!isSaid && said.some((line) => line.feeling !== undefined)) return feeling;
  if (own.some((line) => line.feeling === feeling)) return feeling;
  const told = own.find((line) => line.feeling !== undefined)?.feeling;
  return told ?? (own.some(({ voice }) => voice === "shout") ? "shout" : feeling);
}

/** The face of a silent listener, by the mood of the scene. */
const LISTENING: Readonly<Record<Mood, string>> = {
  neutral: "calm",
  warm: "calm",
  tense: "determined",
  sad: "sad",
  comic: "calm",
  eerie: "worried",
  heroic: "determined",
  lonely: "thoughtful",
  romantic: "calm",
};
