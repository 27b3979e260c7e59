// Compares the offline reader's people with the labels of the development stories: existence, kind, age and sex, and the subjects of
// clauses. `node scripts/scores/people-labels.ts [--language en] [--story NAME] [--misses]`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Language } from "../../lib/manga/language.ts";
import { segmentStory } from "../../lib/manga/segment.ts";
import type { FoundPerson, People, ReadStory, Sure } from "../../lib/models/offline/reader/facts.ts";
import { SURE_ENOUGH } from "../../lib/models/offline/reader/facts.ts";
import { findPeople } from "../../lib/models/offline/reader/people/people.ts";
import { readStory } from "../../lib/models/offline/reader/text/read-story.ts";
import { type LabelledPerson, type ReadingLabels, readLabels } from "./reading-labels.ts";

/** Counts of facts: all, those with a value, those with the right value; and the same above the threshold of certainty. */
export interface Tally {
  all: number;
  told: number;
  right: number;
  sure: number;
  sureRight: number;
}

export interface PeopleScores {
  found: number;
  /** Found people who are invented, and doubles. */
  invented: number;
  double: number;
  /** The same for found people above the threshold of certainty. */
  sureFound: number;
  sureWrong: number;
  /** Labelled people who speak or act in two sentences or more, and those of them who were found. */
  active: number;
  activeFound: number;
  kind: Tally;
  sex: Tally;
  age: Tally;
  /** Subjects of `told` clauses in sentences with labelled deeds. */
  subjects: Tally;
  misses: string[];
}

const tally = (): Tally => ({ all: 0, told: 0, right: 0, sure: 0, sureRight: 0 });

function count(one: Tally, fact: Sure<string> | undefined, isRight: boolean): void {
  one.all += 1;
  if (fact === undefined || fact.value === "unknown") return;
  one.told += 1;
  if (isRight) one.right += 1;
  if (fact.sure < SURE_ENOUGH) return;
  one.sure += 1;
  if (isRight) one.sureRight += 1;
}

/** Only letters and digits, without ruby and notes, so that quotation marks and spaces do not matter. */
const bare = (text: string): string =>
  text.replaceAll(/《[^》]*》|［＃[^］]*］|｜/gu, "").replaceAll(/[^\p{L}\p{N}]/gu, "");

/** The labelled sentence at an offset of a unit. Undefined if the text is not found in the labels. */
export function labelFinder(
  labels: ReadingLabels,
  story: ReadStory,
): (unit: number, offset: number) => number | undefined {
  const texts = labels.sentences.map(({ text }) => bare(text));
  const whole = texts.join("");
  const rows = new Uint16Array(whole.length);
  let at = 0;
  for (const [row, { length }] of texts.entries()) {
    rows.fill(row, at, at + length);
    at += length;
  }
  let cursor = 0;
  const starts = story.units.map(({ unit }) => {
    const text = bare(unit.text);
    const found = whole.indexOf(text, cursor);
    if (text === "" || found < 0 || found - cursor > 3000) return undefined;
    cursor = found + text.length;
    return found;
  });
  return (unit, offset) => {
    const start = starts[unit];
    const text = story.units[unit]?.unit.text ?? "";
    return start === undefined
      ? undefined
      : rows[Math.min(rows.length - 1, start + bare(text.slice(0, offset)).length)];
  };
}

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/[‘’']s\b/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !STOP.has(word) && word !== "");
const STOP = new Set([
  "the",
  "a",
  "an",
  "of",
  "his",
  "her",
  "my",
  "their",
  "your",
  "our",
  "who",
  "in",
  "to",
  "and",
  "this",
  "that",
  "mr",
  "mrs",
  "miss",
]);

/** Similarity of a found person's names and a labelled person's. 0: none. */
function nameFit(found: FoundPerson, labelled: LabelledPerson, language: Language): number {
  const own = [found.name, ...found.aliases];
  const theirs = [labelled.name, ...labelled.aliases];
  let best = 0;
  for (const [i, a] of own.entries())
    for (const [j, b] of theirs.entries()) {
      const weight = (i === 0 ? 1 : 0.6) * (j === 0 ? 1 : 0.8);
      best = Math.max(best, weight * likeness(a, b, language));
    }
  return best;
}

function likeness(a: string, b: string, language: Language): number {
  if (a.toLowerCase() === b.toLowerCase()) return 1;
  if (language === "ja") {
    if (a.length < 2 && b.length < 2) return 0;
    return b.endsWith(a) ||
      a.endsWith(b) ||
      (a.length >= 2 && b.startsWith(a)) ||
      (b.length >= 2 && a.startsWith(b))
      ? 0.7
      : 0;
  }
  const [x, y] = [words(a), words(b)];
  if (x.length === 0 || y.length === 0) return 0;
  const shared = x.filter((word) => y.includes(word)).length;
  if (shared === 0) return 0;
  const heads = x.at(-1) === y.at(-1) ? 0.3 : 0;
  return (0.6 * shared) / Math.max(x.length, y.length) + heads;
}

/** Labelled people by found ids, matched by common sentences as subjects, then by name. */
function matched(
  labels: ReadingLabels,
  people: People,
  votes: ReadonlyMap<string, ReadonlyMap<string, number>>,
  language: Language,
) {
  const pairs = people.people.flatMap((found) =>
    labels.cast.map((labelled) => {
      const isGroup = labelled.kind.startsWith("group") === found.kind.value.startsWith("group");
      const name = nameFit(found, labelled, language);
      const shared = votes.get(found.id)?.get(labelled.id) ?? 0;
      return {
        found,
        labelled,
        score: name + (name > 0 ? (isGroup ? 0.2 : -0.1) + Math.min(0.4, 0.05 * shared) : 0),
      };
    }),
  );
  const match = new Map<string, string>();
  const doubles = new Map<string, string>();
  const taken = new Set<string>();
  for (const { found, labelled, score } of pairs.toSorted((a, b) => b.score - a.score)) {
    if (score < 0.35 || match.has(found.id) || doubles.has(found.id)) continue;
    if (taken.has(labelled.id)) {
      // Another labelled person may be nearly as similar.
      const other = pairs.find(
        (pair) =>
          pair.found === found && !taken.has(pair.labelled.id) && pair.score >= Math.max(0.45, score - 0.25),
      );
      if (other) {
        match.set(found.id, other.labelled.id);
        taken.add(other.labelled.id);
      } else doubles.set(found.id, labelled.id);
      continue;
    }
    match.set(found.id, labelled.id);
    taken.add(labelled.id);
  }
  return { match, doubles };
}

const KINDS: Readonly<Record<string, string>> = { wildcat: "cat", season: "season", linnet: "linnet" };
const isKind = (found: string, labelled: string): boolean => found === labelled || found === KINDS[labelled];

export function scorePeople(labels: ReadingLabels, story: ReadStory, people: People): PeopleScores {
  const { language } = story;
  const scores: PeopleScores = {
    ...{ found: 0, invented: 0, double: 0, sureFound: 0, sureWrong: 0, active: 0, activeFound: 0 },
    ...{ kind: tally(), sex: tally(), age: tally(), subjects: tally(), misses: [] },
  };
  const rowAt = labelFinder(labels, story);
  const votes = new Map<string, Map<string, number>>();
  const told: { row: number; who: Sure<string[]> | undefined; text: string }[] = [];
  for (const [unit, { unit: written, sentences }] of story.units.entries()) {
    if (written.kind !== "narration") continue;
    for (const [sentence, read] of sentences.entries()) {
      for (const clause of read.clauses) {
        const row = rowAt(unit, clause.predicate.from);
        if (row === undefined) continue;
        const { mood, polarity, aspect } = clause.predicate;
        if (mood !== "told" || polarity === "negative" || clause.rank === "infinitive") continue;
        if (aspect === "state" && clause.speech !== "says") continue;
        const deeds = labels.sentences[row]?.deeds ?? [];
        if (deeds.length === 0) continue;
        const who = people.subject({ unit, sentence }, clause);
        told.push({ row, who, text: `${clause.subject?.text ?? "-"} ${clause.predicate.lemma}` });
        for (const id of who?.value ?? []) {
          const own = votes.get(id) ?? new Map<string, number>();
          for (const { who: labelled } of deeds) own.set(labelled, (own.get(labelled) ?? 0) + 1);
          votes.set(id, own);
        }
      }
    }
  }
  const { match, doubles } = matched(labels, people, votes, language);
  scoreCast(labels, people, { match, doubles, scores });
  for (const { row, who, text } of told) {
    const sentence = labels.sentences[row];
    const doers = new Set(sentence?.deeds.map((deed) => deed.who));
    const real = who?.value.map((id) => match.get(id) ?? doubles.get(id));
    const isRight = real?.every((id) => id !== undefined && doers.has(id)) === true;
    count(scores.subjects, who && { value: who.value.join(), sure: who.sure }, isRight);
    if (!isRight)
      scores.misses.push(
        `subject ${who ? `${who.value.map((id) => people.people.find((one) => one.id === id)?.name).join("+")} ${who.sure.toFixed(2)}` : "-"} for ${[...doers].map((id) => labels.cast.find((one) => one.id === id)?.name).join("+")} [${text}]\t${sentence?.text}`,
      );
  }
  return scores;
}

function activeIn(labels: ReadingLabels): Map<string, number> {
  const active = new Map<string, number>();
  for (const { deeds, speakers } of labels.sentences)
    for (const id of new Set([...deeds.map(({ who }) => who), ...speakers]))
      active.set(id, (active.get(id) ?? 0) + 1);
  return active;
}

interface Matched {
  match: ReadonlyMap<string, string>;
  doubles: ReadonlyMap<string, string>;
  scores: PeopleScores;
}

function scoreCast(labels: ReadingLabels, people: People, { match, doubles, scores }: Matched): void {
  const told = ({ name, aliases, kind, sex, age, sure, part }: FoundPerson) =>
    `${name} (${aliases.slice(0, 4).join(" / ")}) ${kind.value} ${sex.value} ${age.value} ${part} ${sure.toFixed(2)}`;
  for (const person of people.people) {
    scores.found += 1;
    const isSure = person.sure >= SURE_ENOUGH;
    if (isSure) scores.sureFound += 1;
    const labelled = labels.cast.find(({ id }) => id === match.get(person.id));
    if (labelled === undefined) {
      if (isSure) scores.sureWrong += 1;
      const double = labels.cast.find(({ id }) => id === doubles.get(person.id));
      if (double) scores.double += 1;
      else scores.invented += 1;
      scores.misses.push(`${double ? `double of ${double.name}` : "invented"}: ${told(person)}`);
      continue;
    }
    count(scores.kind, person.kind, isKind(person.kind.value, labelled.kind));
    if (!isKind(person.kind.value, labelled.kind))
      scores.misses.push(`kind ${labelled.kind}: ${told(person)}`);
    if (labelled.sex !== "?" && labelled.sex !== "none") {
      count(scores.sex, person.sex, person.sex.value === labelled.sex);
      if (person.sex.value !== labelled.sex) scores.misses.push(`sex ${labelled.sex}: ${told(person)}`);
    }
    if (labelled.age !== "?") {
      count(scores.age, person.age, person.age.value === labelled.age);
      if (person.age.value !== labelled.age) scores.misses.push(`age ${labelled.age}: ${told(person)}`);
    }
  }
  const found = new Set(match.values());
  for (const [id, times] of activeIn(labels)) {
    if (times < 2) continue;
    scores.active += 1;
    if (found.has(id)) scores.activeFound += 1;
    else scores.misses.push(`not found: ${labels.cast.find((one) => one.id === id)?.name} (${times})`);
  }
}

const ROOT = join(import.meta.dirname, "../../stories");

/** The labelled stories of a language, or the one with this name. */
export async function scoreLanguage(language: Language, only?: string): Promise<Map<string, PeopleScores>> {
  const all = new Map<string, PeopleScores>();
  for (const file of readdirSync(join(ROOT, "labels", language)).toSorted()) {
    const name = file.replace(/\.tsv$/u, "");
    if (name === file || (only !== undefined && only !== name)) continue;
    const labels = readLabels(readFileSync(join(ROOT, "labels", language, file), "utf8"));
    const text = readFileSync(join(ROOT, language, `${name}.txt`), "utf8");
    const story = await readStory(segmentStory(text, language));
    all.set(name, scorePeople(labels, story, findPeople(story)));
  }
  return all;
}

export function added(all: readonly PeopleScores[]): PeopleScores {
  const sum = (of: (one: PeopleScores) => number) => all.reduce((total, one) => total + of(one), 0);
  const tallies = (of: (one: PeopleScores) => Tally): Tally => ({
    all: sum((one) => of(one).all),
    told: sum((one) => of(one).told),
    right: sum((one) => of(one).right),
    sure: sum((one) => of(one).sure),
    sureRight: sum((one) => of(one).sureRight),
  });
  return {
    found: sum(({ found }) => found),
    invented: sum(({ invented }) => invented),
    double: sum(({ double }) => double),
    sureFound: sum(({ sureFound }) => sureFound),
    sureWrong: sum(({ sureWrong }) => sureWrong),
    active: sum(({ active }) => active),
    activeFound: sum(({ activeFound }) => activeFound),
    kind: tallies(({ kind }) => kind),
    sex: tallies(({ sex }) => sex),
    age: tallies(({ age }) => age),
    subjects: tallies(({ subjects }) => subjects),
    misses: all.flatMap(({ misses }) => misses),
  };
}

const share = (part: number, of: number) =>
  `${part}/${of} ${of === 0 ? "-" : ((100 * part) / of).toFixed(0)} %`;

function shown(name: string, scores: PeopleScores): string {
  const { found, invented, double, sureFound, sureWrong, active, activeFound, subjects } = scores;
  const fact = ({ all, told, right, sure, sureRight }: Tally) =>
    `wrong ${share(told - right, all)}, unknown ${share(all - told, all)}, sure ${share(sure, all)} (right ${share(sureRight, sure)})`;
  return [
    `${name}: found ${found}, invented ${share(invented, found)}, double ${share(double, found)}; sure ${sureFound}, wrong ${share(sureWrong, sureFound)}; active found ${share(activeFound, active)}`,
    ...(["kind", "sex", "age"] as const).map((what) => `  ${what}: ${fact(scores[what])}`),
    `  subjects: right ${share(subjects.right, subjects.all)}, told ${share(subjects.told, subjects.all)} (right ${share(subjects.right, subjects.told)}), sure ${share(subjects.sure, subjects.all)} (right ${share(subjects.sureRight, subjects.sure)})`,
  ].join("\n");
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { misses: { type: "boolean" }, language: { type: "string" }, story: { type: "string" } },
  });
  for (const language of ["en", "ja"] as const) {
    if (values.language !== undefined && values.language !== language) continue;
    const all = await scoreLanguage(language, values.story);
    for (const [name, scores] of all) {
      if (values.misses || values.story) console.log(shown(name, scores));
      if (values.misses) console.log(scores.misses.map((miss) => `    ${miss}`).join("\n"));
    }
    console.log(shown(language, added([...all.values()])));
  }
}
