// The plot task: a story's scenes and beats, weighed and put on the pages that the concept asks for.

import type { Story } from "../../../manga/story.ts";
import type { Concept, Person } from "../closed/concept.ts";
import type { Beat, Plot, PlotPage } from "../closed/plot.ts";
import { draftBeats } from "./beats.ts";
import type { Draft } from "./draft.ts";
import { withEntrances } from "./entrances-en.ts";
import { fitBeats, pauseAfter } from "./fitting.ts";
import { lexiconOf } from "./lexicons.ts";
import { callRoll } from "./mentions.ts";
import { paginate, pull } from "./paging.ts";
import { type Reading, type StagedScene, stageScenes } from "./scenes.ts";
import { attributeLines } from "./speakers.ts";
import { dealStrips, isStripGenre } from "./strips.ts";

export interface Staging {
  scenes: StagedScene[];
  beats: Draft[];
}

/** Scenes and beats, before anybody has asked how many pages there are. */
export function stage(story: Story, people: readonly Person[]): Staging {
  const speakers = attributeLines(story, people);
  const roll = callRoll(people, story.language);
  const reading: Reading = {
    story,
    people,
    speakers,
    lexicon: lexiconOf(story.language),
    roll: story.language === "en" ? withEntrances(roll, story, people) : roll,
  };
  const scenes = stageScenes(reading);
  return { scenes, beats: emphasize(shiver(draftBeats(reading, scenes), scenes)) };
}

export function plotBook(story: Story, concept: Concept, staging: Staging, seed: number): Plot {
  const { pages, leftOut } = isStripGenre(concept.genre)
    ? inStrips(story, concept, staging)
    : onPages(concept, staging, seed);
  return {
    scenes: [...new Set(staging.scenes.map(({ scene }) => scene))],
    pages,
    leftOut: story.units.filter(({ id }) => leftOut.has(id)).map(({ id }) => id),
  };
}

interface Plotted {
  pages: PlotPage[];
  leftOut: Set<string>;
}

function onPages({ pages: wanted, language }: Concept, staging: Staging, seed: number): Plotted {
  const { beats, leftOut } = fitBeats(staging.beats, { pages: wanted, language, seed });
  const pages = paginate(beats, { pages: wanted, seed, language });
  const numbered = beatNumbers();
  return {
    pages: pages.map((page, index) => {
      const next = pages[index + 1]?.[0];
      const hook = index % 2 === 0 && next !== undefined && pull(page.at(-1), next) >= 0.5;
      return { number: index + 1, spread: false, hook, beats: page.map(numbered) };
    }),
    leftOut,
  };
}

function inStrips(story: Story, concept: Concept, staging: Staging): Plotted {
  const { pages, leftOut } = dealStrips(story, concept, staging.beats);
  const numbered = beatNumbers();
  return {
    pages: pages.map(({ titles, beats }, index) => ({
      ...{ number: index + 1, spread: false, hook: false, strips: titles },
      beats: beats.map(numbered),
    })),
    leftOut,
  };
}

function beatNumbers(): (draft: Draft) => Beat {
  let number = 0;
  return ({ turn: _turn, opens: _opens, chapter, ...beat }) => {
    number += 1;
    return { id: `b${number}`, ...beat, ...(chapter === undefined ? {} : { chapter }) };
  };
}

/** A breath is held before a peak that strikes: a face without a word, where words went before. */
function wantsSilence(before: Draft, peak: Draft): boolean {
  const strikes =
    peak.turn ||
    peak.sounds.length > 0 ||
    peak.effects.length > 0 ||
    peak.lines.some(({ voice }) => voice === "shout" || voice === "cry");
  return strikes && before.scene === peak.scene && before.lines.length > 0 && before.people.length > 0;
}

/** The look before a peak does not know yet what the peak shows. */
function heldBreath(before: Draft, peak: Draft): Draft {
  const pause = pauseAfter(before, peak.people);
  const struck = new Set(peak.people.map(({ character, expression }) => `${character} ${expression}`));
  const people = pause.people.map((person) =>
    struck.has(`${person.character} ${person.expression}`) && KNOWS.test(person.expression)
      ? { ...person, expression: "worried" as const }
      : person,
  );
  return { ...pause, people };
}

const KNOWS = /^(?:terrified|shocked|surprised|afraid|pain|cry|furious)$/u;

/** What a book ends on is never small, and large where it is cried out. */
function lastWords(beat: Draft): Draft {
  const loud = beat.lines.some(({ voice }) => voice === "shout" || voice === "cry");
  return { ...beat, weight: Math.max(beat.weight, loud ? 4 : 3) };
}

/** One scene in so many is eerie where a story is. */
const MANY = 4;

/** A story that was eerie and ends on something found ends on a face that has understood it. */
function shiver(beats: readonly Draft[], scenes: readonly StagedScene[]): Draft[] {
  const last = beats.at(-1);
  const eerie = scenes.filter(({ scene: { mood } }) => mood === "eerie").length * MANY >= scenes.length;
  if (!eerie || !last || last.lines.length > 0 || last.caption === "") return [...beats];
  const people = last.people.map((person) =>
    UNMOVED.test(person.expression) ? { ...person, expression: "shocked" as const } : person,
  );
  return [...beats.slice(0, -1), { ...last, people }];
}

const UNMOVED = /^(?:calm|thoughtful|worried)$/u;

/** The strongest beat becomes the peak; a long book has two. Late beats win, since stories rise. */
function emphasize(beats: readonly Draft[]): Draft[] {
  const told = Map.groupBy(beats, ({ action }) => action);
  const score = (beat: Draft, index: number) => {
    const at = index / Math.max(1, beats.length - 1);
    const rise = at < 0.35 ? -0.8 : at > 0.4 && at < 0.96 ? 0.6 + at * 0.6 : 0;
    const loudest = beat.sounds.reduce((most, { loudness }) => Math.max(most, loudness), 0);
    const loud = Math.max(0, loudest - 2) * 0.5;
    const shout = beat.lines.some(({ voice }) => voice === "shout" || voice === "cry") ? 0.5 : 0;
    const answered = beats[index + 1]?.lines.some(({ voice }) => voice === "shout") ? 0.5 : 0;
    const glimpse = beat.kind === "establish" && !beat.opens && rise > 0 ? 1.5 : 0;
    const empty =
      beat.people.length === 0 && beat.props.length === 0 && glimpse === 0 && loudest < 3 ? 0.6 : 0;
    // What is told again and again is a refrain, and no peak.
    const refrain = beat.action !== "" && (told.get(beat.action)?.length ?? 0) > 1 ? 2 : 0;
    return (
      beat.weight -
      refrain +
      rise +
      beat.effects.length * 0.3 +
      loud +
      shout +
      answered +
      (beat.turn ? 0.3 : 0) +
      glimpse -
      empty
    );
  };
  const ranked = beats.map((beat, index) => ({
    index,
    value: beat.units.length > 0 ? score(beat, index) : 0,
  }));
  const peaks = ranked
    .toSorted((a, b) => b.value - a.value || b.index - a.index)
    .slice(0, beats.length > 60 ? 2 : 1);
  const peakAt = new Set(peaks.map(({ index }) => index));
  if (beats.length < 4) return [...beats];
  return beats.flatMap((beat, index) => {
    const before = beats[index - 1];
    if (!peakAt.has(index)) return [index === beats.length - 1 ? lastWords(beat) : beat];
    const peak = { ...beat, weight: 5 };
    return before && wantsSilence(before, beat) ? [heldBreath(before, peak), peak] : [peak];
  });
}
