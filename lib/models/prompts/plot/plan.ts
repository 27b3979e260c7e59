// The plan question: places and scenes of a part of the story, and the first units of its pages. Code decides how many pages a part of the
// story gets.
import * as z from "zod";
import type { Scene } from "../../../manga/plot.ts";
import { HourSchema, MoodSchema, SeasonSchema, WeatherSchema } from "../../../manga/staging.ts";
import type { Completed, RepairCounter, TextQuestion } from "../../hosted/text-question.ts";
import type { ReadingInputs } from "../../reader.ts";
import { withGiven } from "../given.ts";
import { type FindPerson, personFinder, personRow } from "../named-people.ts";
import { DATA_RULE } from "../prompt.ts";
import { cutRange, lettersIn, MOST_UNITS, type Range, unitRow } from "../story-parts.ts";
import { mergedPlace, PlaceAnswerSchema, type PlaceDraft, placeFinder, placeKey } from "./places.ts";

/** Most characters of a scene. */
const MOST_PEOPLE = 12;
/** Units before and after the part that are shown as context. */
const CONTEXT = { before: 3, after: 2 } as const;
/** If a page has more than this multiple of the mean number of letters, the page breaks are made even. */
const UNEVEN = 1.7;

export const PlanAnswerSchema = z.object({
  places: z
    .array(PlaceAnswerSchema)
    .describe("each place once, in the order in which the story comes to them"),
  scenes: z
    .array(
      z.object({
        from: z.string().describe("id of its first unit"),
        to: z.string().describe("id of its last unit"),
        place: z.string().describe("id of its place"),
        people: z.array(z.string()).describe("ids of who is there, at most 12"),
        // The first option is the default for an answer without a valid one.
        hour: HourSchema.extract(["day", "night", "dawn", "dusk"]),
        weather: WeatherSchema,
        season: SeasonSchema,
        mood: MoodSchema,
      }),
    )
    .describe("in order; together they have every unit once"),
  goesOn: z.boolean().describe("whether the first scene is the one that `before` is told in"),
  pages: z.array(
    z.object({
      first: z.string().describe("id of the page's first unit"),
      hook: z.boolean().describe("whether the page ends on something that makes the reader turn it"),
    }),
  ),
});
export type PlanAnswer = z.infer<typeof PlanAnswerSchema>;

const SYSTEM = {
  ja: `あなたは漫画の構成作家です。units は物語の一部で、一つずつ [id, 種類, 文] です。これを場面に分け、ページの始まりを決めます。before と after は前後の文で、参考にするだけです。
- places: この部分に出てくる場所を一つずつ。name は物語での呼び名、ほかは短い英語で、物語が語ることと、それに合う見た目。同じ場所はいつも同じに描けるように、layout と landmarks を決める。
- scenes: 場所か時間が変わるところで新しい場面にする。units をもれなく、重ならずに、順番どおりに。場所、時刻、天気、季節は物語から決める。
- people: その場面にいる人の id（people の一番目）。
- pages: ちょうど pages 件。新しいページの最初の unit を順番に。before が空なら最初のページは最初の unit から。pages が 0 なら空。文の量をほぼ均等に、会話の途中では切らない。
- hook: そのページの最後が続きを見たくなる引きなら true。`,
  en: `You plan a manga. units are a part of the story, each as [id, kind, text]. Divide them into scenes, and decide where pages begin. before and after are the text around them, for context only.
- places: each place of this part once. name is what the story calls it; the other fields are a few English words: what the story tells, and what fits it. Decide layout and landmarks so that the place can be drawn the same way again and again.
- scenes: a new scene where the place or the time changes. Together they have every unit, in order, without overlaps. Decide place, hour, weather and season from the story.
- people: the ids (the first of each row of people) of those who are there.
- pages: exactly as many entries as data.pages says, each the first unit of a new page, in order. If before is empty, the first page begins with the first unit. If data.pages is 0, none. Give the pages about the same amount of text, and do not cut an exchange.
- hook: true if the page ends on something that makes the reader turn it.`,
} as const;

/** A scene with the index of its first unit. */
export interface PlannedScene extends Omit<Scene, "id" | "place"> {
  from: number;
  place: PlaceDraft;
}
export interface PlannedPage {
  from: number;
  hook: boolean;
}
export interface Plan {
  range: Range;
  scenes: PlannedScene[];
  /** The first scene continues the last one of the plan before. */
  goesOn: boolean;
  pages: PlannedPage[];
}

export function planQuestions(input: ReadingInputs["plot"]): TextQuestion<PlanAnswer, Plan>[] {
  const { story, brief, concept, given } = input;
  const { units, language } = story;
  const parts = cutRange(units, { from: 0, to: units.length }, MOST_UNITS - CONTEXT.before - CONTEXT.after);
  const ideals = evenStarts(input);
  return parts.map((range, index) => {
    const own = ideals.filter((start) => start >= range.from && start < range.to);
    const { genre, world, mood } = concept;
    return {
      name: `the plan of part ${index + 1} of ${parts.length}`,
      task: "plan",
      language,
      prompt: withGiven(
        {
          system: `${SYSTEM[language]}\n${DATA_RULE[language]}`,
          data: {
            task: "plan",
            pages: own.length,
            book: { genre, world, mood },
            people: concept.people.map(personRow),
            before: units.slice(Math.max(0, range.from - CONTEXT.before), range.from).map(unitRow),
            units: units.slice(range.from, range.to).map(unitRow),
            after: units.slice(range.to, range.to + CONTEXT.after).map(unitRow),
          },
        },
        given && { places: given.places },
        language,
      ),
      answer: PlanAnswerSchema,
      maxOutputTokens: 3_000 + 60 * (range.to - range.from) + 30 * own.length,
      seed: brief.seed,
      complete: (answer, repairs) => completePlan(answer, { input, range, ideals: own, repairs }),
    };
  });
}

/** First units of pages with equal numbers of letters; fewer than the pages where the story has fewer units. */
export function evenStarts({ story: { units }, concept }: ReadingInputs["plot"]): number[] {
  const count = Math.min(concept.pages, units.length);
  const letters = lettersIn(units, { from: 0, to: units.length });
  const starts: number[] = [];
  let [at, passed] = [0, 0];
  for (let page = 0; page < count; page += 1) {
    const least = page === 0 ? 0 : (starts[page - 1] ?? 0) + 1;
    const latest = units.length - (count - page);
    while (at < latest && (at < least || passed < (letters * page) / count)) {
      passed += units[at]?.text.length ?? 0;
      at += 1;
    }
    starts.push(at);
  }
  return starts;
}

interface Completing {
  input: ReadingInputs["plot"];
  range: Range;
  /** The first units of its pages if they were even. */
  ideals: readonly number[];
  find: FindPerson;
  repairs: RepairCounter;
}

export function completePlan(answer: PlanAnswer, completing: Omit<Completing, "find">): Completed<Plan> {
  const scenes = scenesOf(answer, { ...completing, find: personFinder(completing.input.concept.people) });
  if (scenes.length === 0) return { kind: "unusable", faults: ["scenes: none of them begins with a unit"] };
  const pages = pagesOf(answer, completing);
  return {
    kind: "whole",
    output: { range: completing.range, scenes, goesOn: answer.goesOn, pages },
  };
}

function scenesOf(answer: PlanAnswer, { input, range, find, repairs }: Completing): PlannedScene[] {
  const index = indexIn(input, range);
  const placeOf = placeFinder(answer.places, repairs);
  const told = answer.scenes.flatMap(({ from, to, place, people, ...setting }) => {
    const ends = [index(from), index(to)].filter((at) => at !== undefined);
    if (ends.length < 2) repairs.count("a unit that does not exist");
    if (ends.length === 0) return [];
    const found = [...new Set(people.flatMap((one) => find(one, repairs) ?? []))];
    if (found.length > MOST_PEOPLE) repairs.count("more items than asked");
    const scene: PlannedScene = {
      from: Math.min(...ends),
      place: placeOf(place),
      ...setting,
      people: found.slice(0, MOST_PEOPLE),
    };
    return [{ scene, to: Math.max(...ends) }];
  });
  const ordered = told.toSorted((a, b) => a.scene.from - b.scene.from || b.to - a.to);
  const isWhole = told.every(
    ({ scene, to }, at) =>
      scene.from === (at === 0 ? range.from : (told[at - 1]?.to ?? 0) + 1) &&
      (at < told.length - 1 || to === range.to - 1),
  );
  if (!isWhole) repairs.count("scenes with gaps, overlaps or disorder");
  // Each scene ends at the next one's start, and the first one starts with the part.
  const begins = ordered.filter(({ scene }, at) => scene.from !== ordered[at - 1]?.scene.from);
  return begins.map(({ scene }, at) => (at === 0 ? { ...scene, from: range.from } : scene));
}

/** The index in the story of a unit of the range. */
function indexIn({ story }: ReadingInputs["plot"], { from, to }: Range): (id: string) => number | undefined {
  const places = new Map(story.units.slice(from, to).map(({ id }, at) => [id, from + at]));
  return (id) => places.get(id.trim());
}

function pagesOf(
  answer: PlanAnswer,
  { input, range, ideals, repairs }: Omit<Completing, "find">,
): PlannedPage[] {
  const index = indexIn(input, range);
  const told = new Map<number, boolean>();
  for (const { first, hook } of answer.pages) {
    const at = index(first);
    if (at === undefined) repairs.count("a unit that does not exist");
    else told.set(at, hook);
  }
  if (range.from === 0 && ideals.length > 0 && !told.has(0)) told.set(0, false);
  const starts = withIdealCount(
    [...told.keys()].toSorted((a, b) => a - b),
    ideals,
  );
  if (starts.length !== told.size || answer.pages.length !== ideals.length)
    repairs.count("page breaks missing or too many");
  const even = isEven(starts, range, input) ? starts : ideals;
  if (even !== starts) repairs.count("pages of very different length");
  return even.map((from) => ({ from, hook: told.get(from) ?? false }));
}

/** As many starts as ideal ones: starts too near to their predecessor are dropped, and ideal ones far from all others are added. */
function withIdealCount(starts: readonly number[], ideals: readonly number[]): number[] {
  const kept = [...starts];
  while (kept.length > ideals.length) {
    const gaps = kept.map((start, at) => (at === 0 ? Number.POSITIVE_INFINITY : start - (kept[at - 1] ?? 0)));
    kept.splice(ideals.length === 0 ? 0 : gaps.indexOf(Math.min(...gaps)), 1);
  }
  const others = ideals.filter((ideal) => !kept.includes(ideal));
  const distance = (ideal: number) => Math.min(...kept.map((start) => Math.abs(start - ideal)));
  while (kept.length < ideals.length) {
    const farthest = others.reduce((best, one) => (distance(one) > distance(best) ? one : best));
    kept.push(farthest);
    others.splice(others.indexOf(farthest), 1);
  }
  return kept.toSorted((a, b) => a - b);
}

function isEven(starts: readonly number[], range: Range, { story }: ReadingInputs["plot"]): boolean {
  const { units } = story;
  const bounds = [range.from, ...starts, range.to];
  const lengths = bounds.slice(1).map((to, at) => lettersIn(units, { from: bounds[at] ?? to, to }));
  const longest = Math.max(...units.slice(range.from, range.to).map(({ text }) => text.length));
  const even = lettersIn(units, range) / Math.max(1, starts.length);
  return Math.max(...lengths) <= UNEVEN * even + longest;
}

/** Joins the plans of all parts. A scene that crosses a part's edge becomes one scene, and a place in several parts one place. */
export function joinPlans(plans: readonly Plan[]): Pick<Plan, "scenes" | "pages"> {
  const scenes: PlannedScene[] = [];
  for (const plan of plans) {
    const [first, ...others] = plan.scenes;
    if (first === undefined) continue;
    const last = scenes.at(-1);
    if (last !== undefined && (plan.goesOn || isSame(last, first))) {
      last.people = [...new Set([...last.people, ...first.people])].slice(0, MOST_PEOPLE);
    } else scenes.push({ ...first });
    scenes.push(...others.map((scene) => ({ ...scene })));
  }
  const places = new Map<string, PlaceDraft>();
  for (const { place } of scenes) {
    const known = places.get(placeKey(place));
    places.set(placeKey(place), known === undefined ? place : mergedPlace(known, place));
  }
  return {
    scenes: scenes.map((scene) => ({ ...scene, place: places.get(placeKey(scene.place)) ?? scene.place })),
    pages: plans.flatMap(({ pages }) => pages),
  };
}

const isSame = (a: PlannedScene, b: PlannedScene): boolean =>
  placeKey(a.place) === placeKey(b.place) && a.hour === b.hour;
