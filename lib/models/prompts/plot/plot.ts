// The plot by a hosted model: the plans of all parts of the story, concurrently; then the beats of their scenes, concurrently; then pages
// by code. Code copies every line from the story, so no line can change, and speech that no answer has becomes a beat of its own.
import type { ToldBeat } from "../../../direction/join-beats.ts";
import { pagesOf } from "../../../direction/paging.ts";
import type { Place } from "../../../manga/place.ts";
import type { Line, Plot } from "../../../manga/plot.ts";
import type { Story, StoryUnit } from "../../../manga/story.ts";
import type { Asker } from "../../hosted/text-question.ts";
import type { ReadingInputs } from "../../reader.ts";
import { type FindPerson, personFinder } from "../named-people.ts";
import { type BeatDraft, joinDrafts, voiceByLabel } from "./beat-drafts.ts";
import { beatsQuestions, type SceneRange } from "./beats.ts";
import { numbered } from "./places.ts";
import { joinPlans, type Plan, planQuestions } from "./plan.ts";
import { atLeast, type StagedBeat, splitByKey } from "./staged-beats.ts";

/** Most lines of a beat for speech that no answer has. */
const PLAIN_LINES = 3;
/** Beats in a book per peak. */
const BEATS_OF_PEAK = 60;

/** Asks the questions of a plot: a large model gets long questions, a small one (`prompts/small`) many short ones. */
export interface PlotQuestions {
  plans(input: ReadingInputs["plot"]): Promise<Plan[]>;
  /** In story order. */
  beats(
    input: ReadingInputs["plot"],
    staged: { scenes: readonly SceneRange[]; places: readonly Place[] },
  ): Promise<BeatDraft[]>;
}

const large = (asker: Asker): PlotQuestions => ({
  plans: (input) => asker.askAll(planQuestions(input)),
  beats: async (input, { scenes, places }) =>
    (await asker.askAll(beatsQuestions(input, scenes, places))).flat(),
});

/** Throws as `Asker` does. */
export async function writePlot(
  input: ReadingInputs["plot"],
  asker: Asker,
  questions: PlotQuestions = large(asker),
): Promise<Plot> {
  const { story, concept } = input;
  const plan = joinPlans(await questions.plans(input));
  const { places, idOf } = numbered(
    plan.scenes.map(({ place }) => place),
    input.brief.seed,
  );
  const scenes = plan.scenes.map(({ from, place, ...scene }, index): SceneRange => {
    const to = plan.scenes[index + 1]?.from ?? story.units.length;
    return { scene: { id: `s${index + 1}`, place: idOf(place), ...scene }, from, to };
  });
  const drafts = await questions.beats(input, { scenes, places });
  const staged = staging(withAllSpeech(drafts, input), scenes, story);
  const find = personFinder(concept.people);
  const beats = atLeast(withPeaks(withChapters(staged, story)), concept.pages).map((beat) =>
    toldBeat(beat, find),
  );
  const positions = new Map(story.units.map(({ id }, at) => [id, at]));
  const pages = pagesOf(beats, {
    ...{ pages: concept.pages, seed: input.brief.seed, language: story.language },
    begins: new Map(
      plan.pages.flatMap(({ from }, at) => {
        const opening = beats.find(({ units }) => (positions.get(units.at(-1) ?? "") ?? -1) >= from);
        const [unit] = opening?.units ?? [];
        return unit === undefined ? [] : [[unit, plan.pages[at - 1]?.hook ?? false] as const];
      }),
    ),
  });
  const told = new Set(beats.flatMap(({ units }) => units));
  return {
    ...{ places, scenes: scenes.map(({ scene }) => scene), pages },
    leftOut: story.units.filter(({ id }) => !told.has(id)).map(({ id }) => id),
  };
}

/** Adds beats for speech that no beat has; they show the speaker. */
function withAllSpeech(drafts: readonly BeatDraft[], { story, concept }: ReadingInputs["plot"]): BeatDraft[] {
  const told = new Set(drafts.flatMap(({ units }) => units.map(({ id }) => id)));
  const mute = story.units.filter(({ kind, id }) => kind === "speech" && !told.has(id));
  if (mute.length === 0) return [...drafts];
  const find = personFinder(concept.people);
  const runs: StoryUnit[][] = [];
  for (const unit of mute) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const goesOn = last && story.units[story.units.indexOf(last) + 1] === unit;
    if (run && goesOn && run.length < PLAIN_LINES) run.push(unit);
    else runs.push([unit]);
  }
  const plain = runs.map((units): BeatDraft => {
    const voices = new Map(units.map((unit) => [unit.id, voiceByLabel(unit, find)]));
    const speakers = new Set([...voices.values()].flatMap(({ speaker }) => speaker ?? []));
    return {
      ...{
        kind: "dialogue",
        units,
        voices,
        action: "",
        things: [],
        effects: [],
        sounds: [],
        caption: "",
        weight: 2,
      },
      figures: [...speakers].map((character) => ({ character, doing: "stand", feeling: "calm", hands: [] })),
    };
  });
  return joinDrafts([...drafts, ...plain], story.units);
}

/** Beats with their scenes; a beat with units of two scenes is cut. */
function staging(
  drafts: readonly BeatDraft[],
  scenes: readonly SceneRange[],
  { units }: Story,
): StagedBeat[] {
  const sceneOf = new Map<string, string>();
  for (const { scene, from, to } of scenes)
    for (const { id } of units.slice(from, to)) sceneOf.set(id, scene.id);
  let last = scenes[0]?.scene.id ?? "s1";
  return drafts
    .flatMap((draft) => splitByKey({ ...draft, scene: "" }, ({ id }) => sceneOf.get(id) ?? ""))
    .map((beat) => {
      last = sceneOf.get(beat.units[0]?.id ?? "") ?? last;
      return { ...beat, scene: last };
    });
}

/**
 * Moves a chapter's heading to the first beat after it, and drops the story's title, which is lettered on the cover only. A beat with
 * nothing else is dropped.
 */
function withChapters(beats: readonly StagedBeat[], { units, title }: Story): StagedBeat[] {
  const headings = units.filter(({ kind }) => kind === "heading");
  const isHeading = new Set(headings);
  const positions = new Map(units.map((unit, at) => [unit, at]));
  const at = (unit: StoryUnit | undefined) => (unit && positions.get(unit)) ?? -1;
  const led = beats.map((beat) => ({ ...beat, units: beat.units.filter((unit) => !isHeading.has(unit)) }));
  for (const heading of headings) {
    const index = led.findIndex(({ units: own }) => at(own.at(-1)) > at(heading));
    const beat = led[index < 0 ? led.length - 1 : index];
    if (beat === undefined) continue;
    const isTitle = title !== undefined && heading.text.includes(title);
    if (!isTitle)
      beat.chapter = beat.chapter === undefined ? heading.text : `${beat.chapter} ${heading.text}`;
    const place = beat.units.filter((unit) => at(unit) < at(heading)).length;
    beat.units = beat.units.toSpliced(place, 0, heading);
  }
  return led.filter(({ units: own, figures, things }, index) => {
    const hadHeadings = (beats[index]?.units.length ?? 0) > 0;
    return own.length > 0 || !hadHeadings || figures.length > 0 || things.length > 0;
  });
}

/**
 * Each scene's answer has a peak, but a book has only one, or a few if it is long: the last ones are kept, because stories rise towards
 * their end.
 */
function withPeaks(beats: readonly StagedBeat[]): StagedBeat[] {
  const peaks = beats.filter(({ weight }) => weight === 5);
  const kept = new Set(peaks.slice(-(1 + Math.floor(beats.length / BEATS_OF_PEAK))));
  return beats.map((beat) => (beat.weight === 5 && !kept.has(beat) ? { ...beat, weight: 4 } : beat));
}

/** The story's lines with the speakers and voices of the answer. */
function toldBeat({ units, voices, ...beat }: StagedBeat, find: FindPerson): ToldBeat {
  const lines = units
    .filter(({ kind }) => kind === "speech")
    .map((unit): Line => {
      const { id, text, ruby } = unit;
      return { unit: id, text, ruby, ...(voices.get(id) ?? voiceByLabel(unit, find)) };
    });
  return { ...beat, units: units.map(({ id }) => id), lines };
}
