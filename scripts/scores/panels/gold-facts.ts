// Aligns a story's sentences with the rows of its labels, and returns the labels' people and settings, so that a later part of the reader
// can be measured without errors of an earlier one.

import type { Language } from "../../../lib/manga/language.ts";
import type {
  FoundPerson,
  People,
  ReadStory,
  SentencePlace,
  Setting,
  Settings,
  Sure,
} from "../../../lib/models/offline/reader/facts.ts";
import type { Clause, Phrase } from "../../../lib/models/offline/reader/text/clause.ts";
import type { LabelledPerson, LabelledSentence, ReadingLabels } from "../reading-labels.ts";

/** Removes ruby and notes. */
export const bare = (text: string): string => text.replaceAll(/《[^》]*》|［＃[^］]*］|｜/gu, "");

/** The row of each sentence. Undefined if no row has the text. */
export type RowOf = (at: SentencePlace) => LabelledSentence | undefined;

const LETTERS = /[\s\uFEFF"“”‘’「」『』（）()*_\-—―…‥]+/gu;
const letters = (text: string): string => bare(text).replaceAll(LETTERS, "");

/** Aligns by the letters of the text, in order. */
export function rowsOf(story: ReadStory, labels: ReadingLabels): RowOf {
  let all = "";
  const starts: number[] = [];
  for (const { text } of labels.sentences) {
    starts.push(all.length);
    all += letters(text);
  }
  let next = 0;
  const rows = story.units.map(({ unit, sentences }) =>
    sentences.map(({ from, to }) => {
      const text = letters(unit.text.slice(from, to));
      if (text === "") return undefined;
      const at = all.indexOf(text, next);
      if (at < 0 || at > next + 2_000) return undefined;
      next = at + text.length;
      return rowAt(starts, at + Math.floor(text.length / 2), labels);
    }),
  );
  return ({ unit, sentence }) => rows[unit]?.[sentence];
}

function rowAt(starts: readonly number[], at: number, labels: ReadingLabels): LabelledSentence | undefined {
  const row = starts.findLastIndex((start) => start <= at);
  return labels.sentences[row];
}

/** The labelled cast. Mentions are resolved by names, by the row's deeds and by sex. */
export function labelledPeople(labels: ReadingLabels, rowOf: RowOf, language: Language): People {
  const { cast } = labels;
  const people: FoundPerson[] = cast.map(({ id, name, aliases, kind, age, sex, part }) => ({
    id,
    name,
    aliases,
    kind: { value: kind, sure: 1 },
    age: { value: age === "?" ? "unknown" : age, sure: 1 },
    sex: { value: sex === "male" || sex === "female" ? sex : "unknown", sure: 1 },
    part,
    sure: 1,
    notes: [],
  }));
  const named = (phrase: Phrase): string[] => {
    const text = phrase.text.toLowerCase();
    const hits = cast.flatMap((person) => {
      const names = [person.name, ...person.aliases].map((one) => bare(one).toLowerCase());
      const lengths = names.filter((one) => isIn(one, text, language)).map((one) => one.length);
      return lengths.length === 0 ? [] : [{ id: person.id, length: Math.max(...lengths) }];
    });
    const best = Math.max(...hits.map(({ length }) => length));
    return hits
      .filter(({ length }) => length === best)
      .map(({ id }) => id)
      .slice(0, 1);
  };
  const fits = (id: string, phrase: Phrase | undefined) => {
    const person = cast.find((one) => one.id === id);
    return person !== undefined && (phrase === undefined || PRONOUNS[person.sex].test(phrase.text));
  };
  return {
    people,
    mentions: () => [],
    subject(at, clause): Sure<string[]> | undefined {
      const row = rowOf(at);
      const { subject } = clause;
      if (row === undefined) return undefined;
      const isPronoun = subject !== undefined && ANY_PRONOUN.test(subject.text);
      if (subject !== undefined && !isPronoun) {
        const ids = named(subject);
        const doers = row.deeds.filter(({ verb }) => isVerb(verb, clause)).map(({ who }) => who);
        const all = ids.length > 0 ? ids : language === "en" ? [...new Set(doers)] : [];
        return all.length > 0 ? { value: all, sure: 1 } : undefined;
      }
      const byVerb = row.deeds.filter(({ verb, who }) => isVerb(verb, clause) && fits(who, subject));
      const doers = byVerb.length > 0 ? byVerb : row.deeds.filter(({ who }) => fits(who, subject));
      const ids = [...new Set(doers.map(({ who }) => who))];
      const only = ids.length > 0 ? ids : row.seen.filter((id) => fits(id, subject));
      if (byVerb.length === 0 && only.length !== 1) return undefined;
      return only.length > 0 ? { value: only, sure: 1 } : undefined;
    },
    meant(at, phrase): Sure<string[]> | undefined {
      const row = rowOf(at);
      if (ANY_PRONOUN.test(phrase.text)) {
        const done = row?.deeds.flatMap(({ to }) => (to !== undefined && fits(to, phrase) ? [to] : [])) ?? [];
        return done.length > 0 ? { value: done.slice(0, 1), sure: 1 } : undefined;
      }
      const ids = named(phrase);
      return ids.length > 0 ? { value: ids, sure: 1 } : undefined;
    },
  };
}

const isVerb = (verb: string, { predicate }: Clause): boolean => verb.split(" ")[0] === predicate.lemma;

const isIn = (name: string, text: string, language: Language): boolean =>
  language === "ja" ? text.endsWith(name) : new RegExp(`(?:^|[^\\p{L}])${escaped(name)}s?$`, "u").test(text);

const ANY_PRONOUN =
  /^(?:i|me|myself|he|him|himself|she|her|herself|it|itself|they|them|themselves|we|us|you|who|which|that|all|both|彼|彼女|彼ら|彼等|それ|私|僕|俺|わたし|自分)$/iu;
const PRONOUNS: Readonly<Record<LabelledPerson["sex"], RegExp>> = {
  female: /^(?:she|her|herself|i|me|who|that|they|them|both|彼女|私|自分)$/iu,
  male: /^(?:he|him|himself|i|me|who|that|they|them|both|彼|私|僕|俺|自分)$/iu,
  none: /^(?:it|itself|they|them|who|which|that|all|彼等|彼ら|それ|自分)$/iu,
  "?": ANY_PRONOUN,
};

/**
 * The labels' place, hour and weather. A scene changes after a heading or a break, and if none of the visible people stays visible.
 */
export function labelledSettings(labels: ReadingLabels, rowOf: RowOf): Settings {
  const jumps = new Set<number>();
  let before: readonly string[] = [];
  let isBroken = true;
  for (const { n, kind, seen } of labels.sentences) {
    if (kind === "frame" || kind === "heading") {
      isBroken = true;
      continue;
    }
    const isOther = seen.length > 0 && before.length > 0 && !seen.some((id) => before.includes(id));
    if (isBroken || isOther) jumps.add(n);
    isBroken = false;
    if (seen.length > 0) before = seen;
  }
  const started = new Set<number>();
  return {
    places: labels.places.map(({ id, name, kind }) => ({ id, name, kind, landmarks: [] })),
    at(sentence): Setting {
      const row = rowOf(sentence);
      const jump = row !== undefined && jumps.has(row.n) && !started.has(row.n);
      if (row !== undefined) started.add(row.n);
      return {
        place: { value: row?.place, sure: 1 },
        hour: { value: row?.hour, sure: 1 },
        weather: { value: row?.weather, sure: 1 },
        jump,
      };
    },
  };
}

export const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");

/** The label's id of each found person: pairs with similar names are matched by the number of common sentences. */
export function labelledIds(
  labels: ReadingLabels,
  { story, people, rowOf }: { story: ReadStory; people: People; rowOf: RowOf },
): (found: string) => string | undefined {
  const shared = new Map<string, number>();
  for (const [unit, { sentences }] of story.units.entries())
    for (const sentence of sentences.keys()) {
      const row = rowOf({ unit, sentence });
      for (const { who } of people.mentions({ unit, sentence }))
        for (const found of who.value)
          for (const id of row?.seen ?? []) {
            const pair = `${found} ${id}`;
            shared.set(pair, (shared.get(pair) ?? 0) + 1);
          }
    }
  const pairs = people.people.flatMap((found) =>
    labels.cast.map((person) => {
      const names = [found.name, ...found.aliases];
      const theirs = [person.name, ...person.aliases].map(bare);
      const likeness = Math.max(...names.flatMap((one) => theirs.map((other) => alike(one, other))));
      const together = Math.min(1, (shared.get(`${found.id} ${person.id}`) ?? 0) / 20);
      return { found: found.id, id: person.id, score: likeness > 0 ? likeness + together : 0 };
    }),
  );
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { found, id, score } of pairs.toSorted((a, b) => b.score - a.score)) {
    if (score < 0.4 || ids.has(found) || taken.has(id)) continue;
    ids.set(found, id);
    taken.add(id);
  }
  return (found) => ids.get(found);
}

function alike(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (a === b) return 1;
  const last = (text: string) => text.split(/[\s-]/u).at(-1);
  const isJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(a);
  if (isJapanese) return a.length > 1 && b.length > 1 && (a.endsWith(b) || b.endsWith(a)) ? 0.6 : 0;
  return last(a) === last(b) || a.split(/\s/u).includes(b) || b.split(/\s/u).includes(a) ? 0.6 : 0;
}
