// The plot task: a story's scenes and beats, put on the pages that the concept asks for, with everything accounted for.
import { beatRoom, pagesOf } from "../../../../direction/paging.ts";
import { stripPagesOf } from "../../../../direction/strips.ts";
import type { Concept } from "../../../../manga/concept.ts";
import type { Plot, PlotPage } from "../../../../manga/plot.ts";
import type { Story } from "../../../../manga/story.ts";
import { lengthOf } from "../../../../manga/text-length.ts";
import { beatsOf } from "./beats.ts";
import { leftOutUnits, refuseTooMuchSpeech } from "./left-out.ts";
import { momentsOf } from "./moments.ts";
import { type Staging, stageScenes } from "./scenes.ts";
import { type StoryFacts, toldUnits } from "./story-facts.ts";
import { isStripGenre } from "./strip-genre.ts";

/** Room for words that strips have beside pages. */
const STRIP_SHARE = 1.7;

/** Throws `TerminalError("story-too-long")` where not even the spoken lines fit. */
export function plotBook(story: Story, concept: Concept, facts: StoryFacts, seed: number): Plot {
  const { pages, language } = concept;
  refuseTooMuchSpeech(story, pages);
  const isStrips = isStripGenre(concept.genre);
  const units = toldUnits(facts);
  const staging = stageScenes(facts, units, seed);
  const leftOut = leftOutUnits(units, facts, { pages, seed, share: isStrips ? STRIP_SHARE : 1 });
  const letters = units
    .filter(({ unit }) => !leftOut.has(unit.id))
    .reduce((sum, { unit }) => sum + lengthOf(unit.text), 0);
  const telling = {
    ...{ facts, staged: staging.staged, leftOut },
    drawable: new Set(concept.people.map(({ id }) => id)),
    room: beatRoom(isStrips ? 0 : letters, { pages, language }),
  };
  const beats = beatsOf(momentsOf(units, telling), telling);
  const plotPages = isStrips
    ? stripPagesOf(beats, { pages, language }, (at, own) => stripTitle(story, concept.title, { at, own }))
    : pagesOf(beats, { pages, seed, language });
  return {
    places: staging.places,
    scenes: scenesWith(staging, plotPages),
    pages: plotPages,
    leftOut: story.units.filter(({ id }) => leftOut.has(id)).map(({ id }) => id),
  };
}

/** The book's title over the first strip, a chapter's over the one that it begins, and numbers over the others. */
function stripTitle(
  { units, language }: Story,
  title: string,
  { at, own }: { at: number; own: readonly string[] },
): string {
  if (at === 0) return title;
  const heading = units.find(({ id, kind }) => kind === "heading" && own.includes(id));
  return heading?.text ?? (language === "ja" ? `${title} その${at + 1}` : `${title} (${at + 1})`);
}

/** Scenes that have beats, with those who are seen in them. */
function scenesWith({ scenes }: Staging, pages: readonly PlotPage[]): Plot["scenes"] {
  const beats = pages.flatMap((page) => page.beats);
  return scenes.flatMap((scene) => {
    const own = beats.filter((beat) => beat.scene === scene.id);
    const people = own.flatMap(({ figures, around = [], lines }) => [
      ...[...figures, ...around].map(({ character }) => character),
      ...lines.flatMap(({ speaker }) => speaker ?? []),
    ]);
    return own.length === 0 ? [] : [{ ...scene, people: [...new Set(people)] }];
  });
}
