// The plot task: puts a story's scenes and beats on the pages that the concept asks for, and accounts for every unit.
import { beatRoom, pagesOf } from "../../../../direction/paging.ts";
import { isStripGenre, stripTitles } from "../../../../direction/strip-genre.ts";
import { stripPagesOf } from "../../../../direction/strips.ts";
import type { Concept } from "../../../../manga/concept.ts";
import type { Plot, PlotPage } from "../../../../manga/plot.ts";
import type { Story } from "../../../../manga/story.ts";
import { fewestPages, tooMuchSpeech } from "../../../../manga/story-pages.ts";
import { TerminalError } from "../../../../pipeline/errors.ts";
import { beatsOf } from "./beats.ts";
import { leftOutUnits, lettersOf } from "./left-out.ts";
import { momentsOf } from "./moments.ts";
import { type Staging, stageScenes } from "./scenes.ts";
import type { StoryFacts } from "./story-facts.ts";

/** Throws `TerminalError("story-too-long")` if not even the direct speech fits. */
export function plotBook(story: Story, concept: Concept, facts: StoryFacts, seed: number): Plot {
  const { pages, language } = concept;
  const tooMuch = tooMuchSpeech(fewestPages(story), pages);
  if (tooMuch !== undefined) throw new TerminalError("story-too-long", tooMuch);
  const isStrips = isStripGenre(concept.genre);
  const staging = stageScenes(facts, seed);
  const { units } = staging;
  const leftOut = leftOutUnits(units, facts, { pages, seed, language, isStrips });
  const letters = lettersOf(units.filter(({ unit }) => !leftOut.has(unit.id)));
  const telling = {
    ...{ facts, leftOut },
    drawable: new Set(concept.people.map(({ id }) => id)),
    room: beatRoom(isStrips ? 0 : letters, { pages, language }),
  };
  const beats = beatsOf(momentsOf(units, telling), telling);
  const plotPages = isStrips
    ? stripPagesOf(beats, { pages, language }, stripTitles(story, concept.title))
    : pagesOf(beats, { pages, seed, language });
  const isTold = new Set(beats.flatMap((beat) => beat.units));
  return {
    places: staging.places,
    scenes: scenesWith(staging, plotPages),
    pages: plotPages,
    leftOut: story.units.filter(({ id }) => !isTold.has(id)).map(({ id }) => id),
  };
}

/** The scenes that have beats, with the people who appear in them. */
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
