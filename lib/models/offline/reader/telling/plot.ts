// The plot task: a story's scenes and beats, put on the pages that the concept asks for, with everything accounted for.
import type { Concept } from "../../../../manga/concept.ts";
import type { Beat, Plot, PlotPage } from "../../../../manga/plot.ts";
import type { Story } from "../../../../manga/story.ts";
import { lengthOf } from "../../../../manga/text-length.ts";
import { type Draft, numberedBeat } from "./draft.ts";
import { draftsOf, emphasized } from "./drafts.ts";
import { leftOutUnits, refuseTooMuchSpeech, roomOf } from "./fit-words.ts";
import { joinedDown } from "./join-beats.ts";
import type { Telling } from "./moment.ts";
import { momentsOf } from "./moments.ts";
import { paginate, pull } from "./pages.ts";
import { padded, withPauses } from "./pauses.ts";
import { type Staging, stageScenes } from "./scenes.ts";
import { type StoryFacts, type ToldUnit, toldUnits } from "./story-facts.ts";
import { dealStrips, isStripGenre } from "./strips.ts";
import { withTrueClaims } from "./true-claims.ts";

/** Beats of a page: what reads well, and how many a page must not exceed on the average. */
const BEATS = { least: 3, most: 6.2 } as const;
/** Of all beats, those without words. Human pages have 19 %. */
const SILENT = 0.14;
/** Room for words that strips have beside pages. */
const STRIP_SHARE = 1.7;
const HOOK = 0.5;

/** Throws `TerminalError("story-too-long")` where not even the spoken lines fit. */
export function plotBook(story: Story, concept: Concept, facts: StoryFacts, seed: number): Plot {
  const { pages, language } = concept;
  refuseTooMuchSpeech(story, pages);
  const isStrips = isStripGenre(concept.genre);
  const units = toldUnits(facts);
  const staging = stageScenes(facts, units, seed);
  const leftOut = leftOutUnits(units, facts, { pages, seed, share: isStrips ? STRIP_SHARE : 1 });
  const drawable = new Set(concept.people.map(({ id }) => id));
  const telling = { facts, staged: staging.staged, drawable, leftOut };
  const number = beatNumbers(language, telling);
  const plotPages: PlotPage[] = isStrips
    ? dealStrips(story, concept, beatsOf(units, { ...telling, room: roomOf(0, concept) })).map(
        ({ titles, beats }, at) => ({
          ...{ number: at + 1, spread: false, hook: false, strips: titles },
          beats: number(beats),
        }),
      )
    : paginate(fitted(units, telling, concept), { pages, seed, language }).map((beats, at, all) => {
        const next = all[at + 1]?.[0];
        const hook = at % 2 === 0 && next !== undefined && pull(beats.at(-1), next) >= HOOK;
        return { number: at + 1, spread: false, hook, beats: number(beats) };
      });
  return {
    places: staging.places,
    scenes: scenesWith(staging, plotPages),
    pages: plotPages,
    leftOut: story.units.filter(({ id }) => leftOut.has(id)).map(({ id }) => id),
  };
}

/** Numbers a book's beats in their order, page by page. */
function beatNumbers(language: Concept["language"], telling: Omit<Telling, "room">) {
  let count = 0;
  return (drafts: readonly Draft[]): Beat[] =>
    withTrueClaims(drafts, telling).map((draft) => {
      count += 1;
      return numberedBeat(draft, count, language);
    });
}

const beatsOf = (units: readonly ToldUnit[], telling: Telling): Draft[] =>
  emphasized(draftsOf(momentsOf(units, telling), telling));

/** As many beats as the pages hold: larger ones for fewer pages, and pauses where there is room. */
function fitted(units: readonly ToldUnit[], telling: Omit<Telling, "room">, concept: Concept): Draft[] {
  const { pages, language } = concept;
  const letters = units
    .filter(({ unit }) => !telling.leftOut.has(unit.id))
    .reduce((sum, { unit }) => sum + lengthOf(unit.text), 0);
  const beats = beatsOf(units, { ...telling, room: roomOf(letters, concept) });
  const most = Math.max(BEATS.least, Math.floor(pages * BEATS.most));
  const silent = beats.filter(({ lines, captions }) => lines.length === 0 && captions.length === 0).length;
  const wanted = Math.round(beats.length * SILENT) - silent;
  const fewer = joinedDown(beats, most, language);
  return padded(
    withPauses(fewer, Math.min(wanted, most - fewer.length)),
    Math.max(pages, pages * BEATS.least),
  );
}

/** Scenes that have beats, with those who are seen in them. */
function scenesWith({ scenes }: Staging, pages: readonly PlotPage[]): Plot["scenes"] {
  const people = new Map<string, Set<string>>();
  for (const { scene, figures, around = [], lines } of pages.flatMap(({ beats }) => beats)) {
    const own = people.get(scene) ?? new Set<string>();
    for (const { character } of [...figures, ...around]) own.add(character);
    for (const { speaker } of lines) if (speaker !== null) own.add(speaker);
    people.set(scene, own);
  }
  return scenes.flatMap((scene) => {
    const own = people.get(scene.id);
    return own === undefined ? [] : [{ ...scene, people: [...own] }];
  });
}
