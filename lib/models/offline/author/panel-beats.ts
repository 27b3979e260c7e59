// Which moments of a page are panels: one for each beat, two for an exchange that wants them.

import type { Direction, Language } from "../../../manga/language.ts";
import { lengthOf } from "../../../manga/text-length.ts";
import type { Person } from "../closed/concept.ts";
import type { Beat, Plot, PlotPage } from "../closed/plot.ts";
import type { Mood } from "../closed/staging.ts";
import { firstCue } from "../words/cues.ts";
import { isCrossed, sidesOf } from "./blocking.ts";
import { expressionOfLine, listeningFace } from "./faces.ts";
import type { Lexicon } from "./lexicon.ts";
import { lexiconOf } from "./lexicons.ts";
import { stripOf } from "./strips.ts";
import { balloonsIn } from "./words.ts";

export interface PageToDraw {
  plot: Plot;
  page: number;
  people: readonly Person[];
  language: Language;
  direction: Direction;
  seed: number;
}

/** A page is crowded beyond this many panels. */
const MOST_PANELS = 7;
/** Half of a page is the picture that it shares. */
const MOST_ON_SPREAD = 4;
const FEWEST_PANELS = 3;

export const humansAmong = (people: readonly Person[]): ReadonlySet<string> =>
  new Set(people.filter(({ kind }) => kind === "human").map(({ id }) => id));

export const mostPanels = (page: PlotPage | undefined): number =>
  page?.spread ? MOST_ON_SPREAD : MOST_PANELS;

/** One beat a panel; a page of few beats gives its exchanges two. */
export function panelBeats({ plot, language, direction }: PageToDraw, number: number): Beat[] {
  const page = plot.pages.find((one) => one.number === number);
  const beats = [...(page?.beats ?? [])];
  if (stripOf(page, 0)) return beats;
  if (isSplash(page) && wordsIn(beats) <= MOST_ON_SPLASH[language]) return beats;
  const crossed = (beat: Beat) => isCrossed(beat, sidesOf(plot, beat.scene, direction), direction);
  const most = mostPanels(page);
  while (beats.length < most) {
    const at = beats.findIndex((beat) => wantsTwo(beat, beats.length, language) || crossed(beat));
    const beat = beats[at];
    if (!beat) break;
    beats.splice(at, 1, ...halve(beat, lexiconOf(language), moodAt(plot, beat)));
  }
  return beats;
}

/** Words of a picture that has its page to itself: more would hide it. */
const MOST_ON_SPLASH = { ja: 90, en: 48 } as const;

/** The peak may have a page to itself. */
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

function halve(beat: Beat, lexicon: Lexicon, mood: Mood): [Beat, Beat] {
  const turn = beat.lines.findIndex(({ speaker }) => speaker !== beat.lines[0]?.speaker);
  const middle = turn > 0 ? turn : Math.ceil(beat.lines.length / 2);
  const first = beat.lines.slice(0, middle);
  const second = beat.lines.slice(middle);
  const boundary = beat.units.indexOf(second[0]?.unit ?? "");
  const cut = boundary > 0 ? boundary : beat.units.length;
  const later = boundary > 0 ? beat.units.slice(cut) : second.map(({ unit }) => unit);
  const acting = (lines: Beat["lines"]) => actOver(beat, lines, lexicon, mood);
  return [
    { ...beat, lines: first, units: beat.units.slice(0, cut), people: acting(first) },
    {
      ...beat,
      people: acting(second),
      lines: second,
      units: later,
      chapter: undefined,
      caption: "",
      sounds: [],
      effects: [],
      kind: "dialogue",
      weight: Math.min(beat.weight, 3),
    },
  ];
}

/** How people act over some of a beat's lines: a gesture and a face that come of a line go where it goes. */
function actOver(
  { people, lines: all }: Beat,
  lines: Beat["lines"],
  lexicon: Lexicon,
  mood: Mood,
): Beat["people"] {
  const said = (some: Beat["lines"], id: string) =>
    some.flatMap(({ speaker, text }) => (speaker === id ? [text] : [])).join(" ");
  return people.map((person) => {
    const whole = said(all, person.character);
    const own = said(lines, person.character);
    if (whole === "") return person;
    const fromLines = firstCue(whole, lexicon.gestures) === person.pose;
    const pose = fromLines ? (firstCue(own, lexicon.gestures) ?? "stand") : person.pose;
    if (own === "")
      return {
        ...person,
        pose,
        expression: listeningFace(said(all, lines[0]?.speaker ?? ""), lexicon, mood),
      };
    const isSaid = expressionOfLine(whole, lexicon, mood) === person.expression;
    return { ...person, pose, expression: isSaid ? expressionOfLine(own, lexicon, mood) : person.expression };
  });
}
