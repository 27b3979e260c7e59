// Compares the offline reader's places, hours and weather with the labels of the development stories, sentence by sentence.
// `node scripts/scores/place-labels.ts [--misses] [--language en] [--story NAME] [--people gold]`.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { Language } from "../../lib/manga/language.ts";
import { segmentStory } from "../../lib/manga/segment.ts";
import { kindOfNoun } from "../../lib/models/offline/noun-kinds.ts";
import {
  type FoundPlace,
  type People,
  type ReadStory,
  type Setting,
  SURE_ENOUGH,
} from "../../lib/models/offline/reader/facts.ts";
import { findPeople } from "../../lib/models/offline/reader/people/people.ts";
import { findSettings } from "../../lib/models/offline/reader/places/find-settings.ts";
import { placeNoun } from "../../lib/models/offline/reader/places/place-phrases.ts";
import { readStory } from "../../lib/models/offline/reader/text/read-story.ts";
import { goldPeople } from "./gold-people.ts";
import { type Aligned, alignLabels } from "./label-alignment.ts";
import { placeVerdict } from "./panels/setting-scores.ts";
import { type LabelledPlace, type ReadingLabels, readLabels } from "./reading-labels.ts";

/** Counts of sentences: `right` and `wrong` above the threshold of certainty, `neutral` below it, `unsaid` if neither reader nor text has a value. */
export interface Tally {
  right: number;
  wrong: number;
  neutral: number;
  unsaid: number;
}

export interface PlaceScores {
  sentences: number;
  place: Tally;
  /** Like `place`, but any labelled place with a compatible name is right, such as the garden for a corner of it. */
  alike: Tally;
  /** Compared by the drawing of the place, as in the scores of panels. */
  drawn: Tally;
  hour: Tally;
  weather: Tally;
  /** Changes of place between sentences: by the labels, and by the reader above the threshold of certainty. */
  changes: { labelled: number; found: number };
  /** Calibration by tenths of certainty: facts about places, and how many are right. */
  calibration: Map<number, { facts: number; right: number }>;
  misses: string[];
}

const tally = (): Tally => ({ right: 0, wrong: 0, neutral: 0, unsaid: 0 });

const FRAME = new Set(["frame", "heading"]);

export function scorePlaces(story: ReadStory, labels: ReadingLabels, people: People): PlaceScores {
  const all = alignLabels(story, labels.sentences);
  const aligned = all.filter(({ label }) => !FRAME.has(label.kind));
  const settings = findSettings(story, people);
  const found = aligned.map((at) => ({ ...at, setting: settings.at(at) }));
  const same = matched(found, settings.places, labels.places, story.language);
  const scores: PlaceScores = {
    ...{ sentences: found.length, place: tally(), alike: tally(), drawn: tally() },
    ...{ hour: tally(), weather: tally() },
    ...{ changes: { labelled: 0, found: 0 }, calibration: new Map(), misses: [] },
  };
  let [before, lastFound]: (string | undefined)[] = [];
  for (const { label, setting, unit, sentence } of found) {
    const { place, hour, weather } = setting;
    const id = place.value === undefined ? undefined : (same.get(place.value) ?? place.value);
    const seen = [
      judge(scores.place, { value: id, sure: place.sure }, label.place),
      judge(scores.hour, hour, label.hour),
      judge(scores.weather, weather, label.weather),
    ];
    const own = settings.places.find((one) => one.id === place.value);
    const told = labels.places.find((one) => one.id === label.place);
    const isAlike = own !== undefined && told !== undefined && couldBe(own, told, story.language);
    const shown = own === undefined || place.sure < SURE_ENOUGH ? undefined : { ...own, look: 0 };
    scores.drawn[placeVerdict(shown, told === undefined ? [] : [told])] += 1;
    judge(scores.alike, { value: isAlike ? told.id : id, sure: place.sure }, label.place);
    if (id !== undefined) {
      const tenth = Math.floor(place.sure * 10) / 10;
      const bin = scores.calibration.get(tenth) ?? { facts: 0, right: 0 };
      bin.facts += 1;
      if (id === label.place) bin.right += 1;
      scores.calibration.set(tenth, bin);
    }
    if (label.place !== undefined && before !== undefined && label.place !== before)
      scores.changes.labelled += 1;
    before = label.place ?? before;
    if (id !== undefined && place.sure >= SURE_ENOUGH) {
      if (lastFound !== undefined && id !== lastFound) scores.changes.found += 1;
      lastFound = id;
    }
    const name = settings.places.find(({ id: one }) => one === place.value);
    scores.misses.push(
      [
        `${unit}.${sentence}`,
        seen.map((mark) => mark[0]).join(""),
        `${label.place ?? "?"}/${label.hour ?? "?"}/${label.weather ?? "?"}`,
        `${place.value ?? "?"}${place.value === id ? "" : `=${id}`}(${name?.name || name?.kind || ""}) ${place.sure.toFixed(2)} ${hour.value ?? "?"} ${hour.sure.toFixed(2)} ${weather.value ?? "?"}`,
        label.text.slice(0, 110),
      ].join("\t"),
    );
  }
  return scores;
}

function judge(
  tallied: Tally,
  { value, sure }: { value: string | undefined; sure: number },
  label: string | undefined,
): keyof Tally {
  const isSure = value !== undefined && sure >= SURE_ENOUGH;
  const mark = isSure ? (value === label ? "right" : "wrong") : label === undefined ? "unsaid" : "neutral";
  tallied[mark] += 1;
  return mark;
}

/** Each found place with the labelled place of a compatible name that it overlaps most. */
function matched(
  sentences: readonly (Aligned & { setting: Setting })[],
  found: readonly FoundPlace[],
  labelled: readonly LabelledPlace[],
  language: Language,
): Map<string, string> {
  const overlap = new Map<string, number>();
  for (const { label, setting } of sentences) {
    if (setting.place.sure < SURE_ENOUGH) continue;
    const key = `${setting.place.value} ${label.place}`;
    overlap.set(key, (overlap.get(key) ?? 0) + 1);
  }
  const words = new Map(labelled.map((place) => [place.id, nounsOf(place, language)]));
  const same = new Map<string, string>();
  for (const place of found) {
    const own = nounsOf(place, language);
    const candidates = labelled
      .map(({ id }) => ({ id, shared: overlap.get(`${place.id} ${id}`) ?? 0 }))
      .filter(({ id, shared }) => shared > 0 && [...own].some((one) => words.get(id)?.has(one)))
      .toSorted((a, b) => b.shared - a.shared);
    if (candidates[0]) same.set(place.id, candidates[0].id);
  }
  return same;
}

function couldBe(found: FoundPlace, labelled: LabelledPlace, language: Language): boolean {
  const words = nounsOf(labelled, language);
  return [...nounsOf(found, language)].some((one) => words.has(one));
}

/** Nouns in a place's name, and their kinds. */
function nounsOf({ name, kind }: { name: string; kind: string }, language: Language): Set<string> {
  const nouns = kind.toLowerCase().split(/[^\p{L}]+/u);
  const named =
    language === "en" ? name.toLowerCase().split(/[^\p{L}]+/u) : name.split(/[のにをがはとへ、・（）]/u);
  const own = [...nouns, ...named].filter(
    (word) => word.length > (language === "en" ? 2 : 0) && !EMPTY.has(word),
  );
  const kinds = [
    ...nouns.map((word) => kindOfNoun(word, "en")),
    ...(language === "ja" ? named.map((word) => kindOfNoun(word, "ja")) : []),
  ].flatMap((one) => (one?.is === "place" ? [one.place] : []));
  const listed = language === "ja" ? named.flatMap((word) => placeNoun(word, "ja")?.kind ?? []) : [];
  return new Set([...own, ...kinds, ...listed]);
}

const EMPTY = new Set([
  "the",
  "with",
  "and",
  "her",
  "his",
  "for",
  "large",
  "small",
  "old",
  "dark",
  "open",
  "before",
  "behind",
]);

const STORIES = join(import.meta.dirname, "../../stories");

export interface StoryScores {
  name: string;
  language: Language;
  scores: PlaceScores;
}

export interface Options {
  /** Name of the only story to score. Default: all stories. */
  only?: string | undefined;
  /** Uses the labels' people instead of the reader's. */
  isGold?: boolean;
}

export async function scoreStories(
  language: Language,
  { only, isGold = false }: Options,
): Promise<StoryScores[]> {
  const folder = join(STORIES, "labels", language);
  const all: StoryScores[] = [];
  for (const file of readdirSync(folder).filter((one) => one.endsWith(".tsv"))) {
    const name = basename(file, ".tsv");
    if (only !== undefined && only !== name) continue;
    const labels = readLabels(readFileSync(join(folder, file), "utf8"));
    const story = await readStory(
      segmentStory(readFileSync(join(STORIES, language, `${name}.txt`), "utf8"), language),
    );
    const scores = scorePlaces(story, labels, isGold ? goldPeople(labels, story) : findPeople(story));
    all.push({ name, language, scores });
  }
  return all;
}

const JUDGED = ["place", "alike", "drawn", "hour", "weather"] as const;
type Judged = (typeof JUDGED)[number];

function total(scores: readonly PlaceScores[], of: Judged): Tally {
  const sum = tally();
  for (const one of scores)
    for (const key of ["right", "wrong", "neutral", "unsaid"] as const) sum[key] += one[of][key];
  return sum;
}

const share = (part: number, of: number): string => `${of === 0 ? "-" : ((100 * part) / of).toFixed(0)}%`;

function line(name: string, scores: readonly PlaceScores[]): string {
  const sentences = scores.reduce((sum, one) => sum + one.sentences, 0);
  const facts = JUDGED.map((of) => {
    const { right, wrong, neutral, unsaid } = total(scores, of);
    return `${of} ${[right, wrong, neutral, unsaid].map((part) => share(part, sentences)).join(" ")}`;
  });
  const changes = scores.reduce(
    (sum, { changes: { labelled, found } }) => ({
      labelled: sum.labelled + labelled,
      found: sum.found + found,
    }),
    { labelled: 0, found: 0 },
  );
  return `${name.padEnd(32)} ${facts.join(" | ")} | changes ${changes.found} of ${changes.labelled}`;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      misses: { type: "boolean" },
      language: { type: "string" },
      story: { type: "string" },
      people: { type: "string" },
    },
  });
  for (const language of ["en", "ja"] as const) {
    if (values.language !== undefined && values.language !== language) continue;
    const stories = await scoreStories(language, { only: values.story, isGold: values.people === "gold" });
    if (stories.length === 0) continue;
    for (const { name, scores } of stories) {
      if (values.misses) console.log(scores.misses.join("\n"));
      console.log(line(name, [scores]));
    }
    console.log(
      line(
        `${language}: all sentences`,
        stories.map(({ scores }) => scores),
      ),
    );
    const bins = new Map<number, { facts: number; right: number }>();
    for (const { scores } of stories)
      for (const [tenth, { facts, right }] of scores.calibration) {
        const bin = bins.get(tenth) ?? { facts: 0, right: 0 };
        bins.set(tenth, { facts: bin.facts + facts, right: bin.right + right });
      }
    const shown = [...bins]
      .toSorted(([a], [b]) => a - b)
      .map(([tenth, { facts, right }]) => `${tenth}: ${right}/${facts}`);
    console.log(`${language}: places right by certainty ${shown.join("  ")}`);
  }
}
