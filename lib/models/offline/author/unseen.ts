// Which of the things that a page's words name its panels do not show: they lie below the frame, one hand was full, the shot is of
// somebody else. It is asked of the artist's own rule, so that nobody guesses twice.

import type { Animal } from "../animal-words.ts";
import { shownIn } from "../artist/shown.ts";
import { isThrown } from "../artist/tumbling.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import type { Person } from "../closed/concept.ts";
import type { Beat } from "../closed/plot.ts";
import type { Prop } from "../closed/staging.ts";
import { inHandsOf } from "../closed/storyboard.ts";
import { animalsTold } from "../told-animals.ts";
import { findCues } from "../words/cues.ts";
import { animalsAmong, isCarried } from "./asides.ts";
import { handsOf } from "./hands.ts";
import { lexiconOf } from "./lexicons.ts";
import { humansAmong, type PageToDraw } from "./panel-beats.ts";
import { type FramedBeat, pictureOf } from "./pictures.ts";
import { saidOfHere } from "./spoken-things.ts";
import { isLarge } from "./things.ts";

/** A thing that a beat names, and whoever has it in the hand; or an animal that is nobody's. */
export type NamedThing = NamedProp | { animal: Animal; carried: boolean };

interface NamedProp {
  prop: Prop;
  holder: string | undefined;
  /** What is thrown is the large thing of a picture: no speck beside a face. */
  large?: true;
}

/** How much of a panel's shorter side what is thrown takes, at least. */
const LARGE = 0.3;

export interface Eye {
  /** What a panel's words name and no panel of its scene shows. An exchange in two panels has named it all with the second. */
  unseen(panels: readonly FramedBeat[], index: number): NamedThing[];
  shows(panel: FramedBeat, thing: NamedThing): boolean;
  /** The sentences of a beat that name one of these. */
  sentencesOf(beat: Beat, things: readonly NamedThing[]): string;
}

/** What a reader sees of a page drawn without any other. People have middling looks, since theirs may be given anew. */
export function eyeOn(request: PageToDraw): Eye {
  const pages = request.plot.pages.filter(({ number }) => number === request.page);
  const own = { ...request, plot: { ...request.plot, pages } };
  const cast = request.people.map(standIn);
  const humans = humansAmong(request.people);
  const lexicon = lexiconOf(request.language);
  const words = lexicon.props;
  const lines = pages.flatMap(({ beats }) => beats).flatMap((beat) => beat.lines);
  /** What happens besides what is said: an animal that people speak of need not be there. */
  const toldIn = ({ action }: Beat) => lines.reduce((told, { text }) => told.replace(text, ""), action);
  /** What happens, and what those who talk have before them: what else they speak of need not be there. */
  const wordsOf = (beat: Beat) => `${toldIn(beat)} ${saidOfHere(beat.lines, lexicon)}`;
  const propsIn = (text: string) => new Set(findCues(text, words).map(({ value }) => value));

  const known = new WeakMap<FramedBeat, Seen>();
  const seenIn = (panel: FramedBeat): Seen => {
    const seen = known.get(panel) ?? see(panel);
    known.set(panel, seen);
    return seen;
  };
  const see = (panel: FramedBeat): Seen => {
    const picture = pictureOf(panel, own);
    const held = picture.figures.flatMap((figure) =>
      inHandsOf(figure).map((prop) => `${figure.character} ${prop}`),
    );
    return { things: shownIn({ picture, cast }), held: new Set(held) };
  };
  const beasts = animalsAmong(request.people);
  const animalsIn = (text: string) =>
    animalsTold(text).filter(({ animal, count }) => count > 1 || !beasts.has(animal));
  const shows = (panel: FramedBeat, thing: NamedThing) => {
    const { things, held } = seenIn(panel);
    if ("animal" in thing) return things.has(thing.animal);
    const { prop, holder, large } = thing;
    const size = things.get(prop) ?? 0;
    return size > (large ? LARGE : 0) && (holder === undefined || held.has(`${holder} ${prop}`));
  };
  const namesIn = (beat: Beat): NamedThing[] => {
    const told = toldIn(beat);
    const thrown = propsIn(told.split(SENTENCE).filter(isThrown).join(" "));
    const things = namedIn(beat, { words: propsIn(wordsOf(beat)), humans }).flatMap((thing): NamedThing[] =>
      thrown.has(thing.prop) && !isLarge(thing.prop)
        ? [thing, { prop: thing.prop, holder: undefined, large: true }]
        : [thing],
    );
    return [...things, ...animalsIn(told).map((one) => ({ animal: one.animal, carried: isCarried(one) }))];
  };
  const read = new WeakMap<Beat, NamedThing[]>();
  return {
    shows,
    unseen(panels, index) {
      const panel = panels[index];
      if (!panel || panels.some(({ beat, at }) => beat.id === panel.beat.id && at > panel.at)) return [];
      const named = read.get(panel.beat) ?? namesIn(panel.beat);
      read.set(panel.beat, named);
      const others = panels.filter((other) => other !== panel && other.beat.scene === panel.beat.scene);
      return named.filter((thing) => ![panel, ...others].some((other) => shows(other, thing)));
    },
    sentencesOf: (beat, things) =>
      wordsOf(beat)
        .split(SENTENCE)
        .filter((sentence) =>
          things.some((thing) =>
            "animal" in thing
              ? animalsIn(sentence).some(({ animal }) => animal === thing.animal)
              : propsIn(sentence).has(thing.prop),
          ),
        )
        .join(request.language === "ja" ? "" : " "),
  };
}

const SENTENCE = /(?<=[.!?。！？])\s*/u;

interface Seen {
  things: ReadonlyMap<string, number>;
  /** `c1 cup` */
  held: ReadonlySet<string>;
}

const standIn = ({ id, name, aliases, kind, age, gender }: Person): CharacterDesign => ({
  ...{ id, name, kind, age, gender, build: "average", hair: { style: "short", fill: "black" } },
  ...{ beard: "none", glasses: false, look: 0, description: aliases.join(" ") },
  clothes: { top: "shirt", topFill: "white", bottom: "trousers", bottomFill: "dark", hat: "none" },
});

const SEATED = /^(?:sit|lie|sleep|kneel)$/u;
const SEATS: ReadonlySet<Prop> = new Set(["chair", "bench", "sofa", "bed", "mattress"]);

/** The things of a beat that its own words name, each with whose hand has it; whoever sits hides the seat. */
function namedIn(
  beat: Beat,
  { words, humans }: { words: ReadonlySet<Prop>; humans: ReadonlySet<string> },
): NamedProp[] {
  const holders = new Map([
    ...beat.people.flatMap(({ character, alsoHolds }): [Prop, string][] =>
      alsoHolds && humans.has(character) ? [[alsoHolds, character]] : [],
    ),
    ...[...handsOf(beat)].map(([character, prop]): [Prop, string] => [prop, character]),
  ]);
  const seated = beat.people.some(({ pose }) => SEATED.test(pose));
  return beat.props
    .filter((prop) => words.has(prop) && !(seated && SEATS.has(prop)))
    .map((prop) => ({ prop, holder: holders.get(prop) }));
}
