// Measures how many of the labelled facts are in the data of their sentence's panels: place, hour, actors, deeds, postures and things in
// hands. The reading is generated from the labels, so a missing fact was lost between reader and artist.
import type { Person } from "../../../lib/manga/concept.ts";
import type { Place } from "../../../lib/manga/place.ts";
import type { PanelDraft } from "../../../lib/manga/storyboard.ts";
import type { LabelledStory } from "../labelled-story.ts";
import type { LabelledSentence } from "../reading-labels.ts";

export const FACTS = ["where", "hour", "who", "deed", "posture", "hands"] as const;
export type Fact = (typeof FACTS)[number];

export interface ScriptedFacts {
  /** By kind: the facts of the shown sentences, and those of them in a panel of the sentence. */
  counts: Record<Fact, { told: number; kept: number }>;
  /** Share of preserved facts, 0 to 1. 1 if there are no facts. */
  share: number;
  /** Sentences without a panel, whose facts are not counted. */
  unshown: number;
  /** Descriptions of missing facts, such as `17 hands: c2 match`. */
  missing: string[];
}

/** The parts of a book that are measured. */
export interface MeasuredBook {
  people: readonly Pick<Person, "id" | "name">[];
  places: readonly Pick<Place, "id" | "name" | "kind">[];
  panels: readonly Pick<PanelDraft, "units" | "picture" | "words">[];
}

/**
 * Facts that the sentence itself states must be in one of its panels. A posture or a held thing from an earlier sentence is required only if
 * the person is in the picture, because a panel may show somebody else.
 */
export function scriptedFacts(
  { story, labels, sentences }: LabelledStory,
  book: MeasuredBook,
): ScriptedFacts {
  const counts = Object.fromEntries(
    FACTS.map((fact) => [fact, { told: 0, kept: 0 }]),
  ) as ScriptedFacts["counts"];
  const missing: string[] = [];
  let unshown = 0;
  let before: LabelledSentence | undefined;
  const idOf = new Map(
    labels.cast.map(({ id, name }) => [id, book.people.find((person) => person.name === name.trim())?.id]),
  );
  for (const { id: unit } of story.units) {
    const panels = book.panels.filter(({ units }) => units.includes(unit));
    for (const sentence of sentences.get(unit) ?? []) {
      if (sentence.kind === "frame" || sentence.kind === "heading") continue;
      if (panels.length === 0) {
        unshown += 1;
        before = sentence;
        continue;
      }
      for (const { fact, what, isKept } of factsOf(sentence, before, { panels, book, idOf, labels })) {
        counts[fact].told += 1;
        if (isKept) counts[fact].kept += 1;
        else missing.push(`${sentence.n} ${fact}: ${what}`);
      }
      before = sentence;
    }
  }
  const all = Object.values(counts);
  const [told, kept] = (["told", "kept"] as const).map((key) => all.reduce((sum, one) => sum + one[key], 0));
  return { counts, share: told === 0 || told === undefined ? 1 : (kept ?? 0) / told, unshown, missing };
}

interface Judged {
  fact: Fact;
  what: string;
  isKept: boolean;
}

interface Judging {
  panels: MeasuredBook["panels"];
  book: MeasuredBook;
  /** The book's ids by label ids. */
  idOf: ReadonlyMap<string, string | undefined>;
  labels: LabelledStory["labels"];
}

function factsOf(
  sentence: LabelledSentence,
  before: LabelledSentence | undefined,
  { panels, book, idOf, labels }: Judging,
): Judged[] {
  const judged: Judged[] = [];
  const judge = (fact: Fact, what: string, isKept: boolean) => judged.push({ fact, what, isKept });
  const figuresOf = (who: string) =>
    panels.flatMap(({ picture }) => picture.figures.filter(({ character }) => character === idOf.get(who)));
  const isHeard = (who: string) =>
    panels.some(({ words }) => words.texts.some(({ speaker }) => speaker === idOf.get(who)));
  const wanted = labels.places.find(({ id }) => id === sentence.place);
  if (wanted !== undefined) {
    const places = panels.map(({ picture }) => book.places.find(({ id }) => id === picture.place));
    judge(
      "where",
      wanted.id,
      places.some((place) => place?.name === wanted.name || place?.kind === wanted.kind),
    );
  }
  if (sentence.hour !== undefined)
    judge(
      "hour",
      sentence.hour,
      panels.some(({ picture }) => picture.hour === sentence.hour),
    );
  for (const who of new Set([...sentence.deeds.map((deed) => deed.who), ...sentence.speakers])) {
    if (sentence.seen.includes(who)) judge("who", who, figuresOf(who).length > 0 || isHeard(who));
  }
  for (const { who, verb } of sentence.deeds) {
    const isDone = figuresOf(who).some(({ doing, posture = "" }) => hasWords(`${doing} ${posture}`, verb));
    judge(
      "deed",
      `${who} ${verb}`,
      isDone || (isSaying(verb) && (isHeard(who) || figuresOf(who).length > 0)),
    );
  }
  const isNew = (list: "posture" | "hands", fact: object) =>
    !(before?.[list] ?? []).some((one) => JSON.stringify(one) === JSON.stringify(fact));
  for (const fact of sentence.posture) {
    const figures = figuresOf(fact.who);
    if (figures.length === 0 && !isNew("posture", fact)) continue;
    const isSo = figures.some(({ doing, posture = "" }) => hasWords(`${doing} ${posture}`, fact.posture));
    judge("posture", `${fact.who} ${fact.posture}`, isSo);
  }
  for (const fact of sentence.hands) {
    const figures = figuresOf(fact.who);
    if (figures.length === 0 && !isNew("hands", fact)) continue;
    judge(
      "hands",
      `${fact.who} ${fact.thing}`,
      figures.some(({ hands }) => hands.some(({ what }) => hasWords(what, fact.thing))),
    );
  }
  return judged;
}

const hasWords = (text: string, words: string): boolean =>
  ` ${text.toLowerCase().replaceAll(",", " ")} `.includes(` ${words.toLowerCase()} `);

const SAYING = new Set(
  "say ask answer reply cry call shout whisper speak talk tell murmur exclaim remark add explain declare announce suggest repeat begin continue read command order beg greet thank laugh sing think".split(
    " ",
  ),
);
/** Deeds that a balloon represents. */
export const isSaying = (verb: string): boolean => SAYING.has(verb.split(" ")[0] ?? "");
