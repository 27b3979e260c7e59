// Who says each line of a story, how sure that is and how it is uttered. Signs of the text beside a line, turn taking and manner are
// weighed together for a whole talk; the probability of the likeliest speaker is how sure the line is.
import {
  type FoundPerson,
  type People,
  type ReadStory,
  type Speakers,
  type Spoken,
  SURE_ENOUGH,
} from "../facts.ts";
import { type Line, linesOf } from "./lines.ts";
import { likeWording, type Manner, mannerOf, suits } from "./manner.ts";
import { type LineSigns, NAMING, type Reading, readingOf } from "./sign-kinds.ts";
import { signsOf } from "./signs.ts";
import { type Turn, weighTurns } from "./turns.ts";
import { voiceOf } from "./voice.ts";
import { type Feature, SPEAKER_WEIGHTS, type SpeakerWeights } from "./weights.ts";

export function findSpeakers(story: ReadStory, people: People): Speakers {
  const weights = SPEAKER_WEIGHTS[story.language];
  const spoken = new Map<number, Spoken>();
  for (const talk of talksOf(story, people)) settle(talk, weighTalk(talk, weights), spoken);
  return { of: (unit) => spoken.get(unit) };
}

interface TalkLine {
  line: Line;
  signs: LineSigns;
  manner: Manner;
}

/** Lines that follow each other without a break, and who may speak them; the last candidate, undefined, is nobody of the cast. */
export interface Talk {
  reading: Reading;
  lines: TalkLine[];
  candidates: readonly (FoundPerson | undefined)[];
  seen: Seen;
  /** How many of the lines the text gives to each person. */
  given: ReadonlyMap<string, number>;
}

/** Most people who are weighed for the lines of one talk, and most lines that are weighed together. */
const MOST_CANDIDATES = 9;
const MOST_LINES = 120;

export function talksOf(story: ReadStory, people: People): Talk[] {
  const reading = readingOf(story, people);
  const seen = seenIn(reading);
  const talks: Talk[] = [];
  let lines: TalkLine[] = [];
  const end = () => {
    if (lines.length > 0)
      talks.push({
        reading,
        lines,
        candidates: candidatesOf(reading, lines, seen),
        seen,
        given: givenIn(lines),
      });
    lines = [];
  };
  for (const line of linesOf(story)) {
    const isLong = lines.length >= MOST_LINES && (line.gap === "told" || line.gap === "far");
    if (line.gap === "break" || isLong || lines.length >= 2 * MOST_LINES) end();
    const read = story.units[line.unit];
    if (read === undefined) continue;
    const manner: Manner = story.language === "ja" ? mannerOf(read, reading.words) : new Set<string>();
    lines.push({ line, signs: signsOf(reading, line), manner });
  }
  end();
  return talks;
}

function givenIn(lines: readonly TalkLine[]): Map<string, number> {
  const given = new Map<string, number>();
  for (const { signs } of lines) {
    const named = signs.signs.flatMap(({ kind, who }) => (NAMING.has(kind) ? [who] : []));
    for (const who of new Set(named)) given.set(who, (given.get(who) ?? 0) + 1);
  }
  return given;
}

/** In which units of narration each person is meant, in order. */
type Seen = ReadonlyMap<string, readonly number[]>;

function seenIn({ story, people }: Reading): Seen {
  const units = new Map<string, number[]>();
  for (const [unit, { sentences, unit: told }] of story.units.entries()) {
    if (told.kind !== "narration") continue;
    for (const [sentence] of sentences.entries())
      for (const { who } of people.mentions({ unit, sentence }))
        for (const id of who.value) {
          const list = units.get(id) ?? [];
          if (list.at(-1) !== unit) list.push(unit);
          units.set(id, list);
        }
  }
  return units;
}

/** Those with the most signs and mentions in the talk and a little before it. */
function candidatesOf(
  { people }: Reading,
  lines: readonly TalkLine[],
  seen: Seen,
): (FoundPerson | undefined)[] {
  const scores = new Map<string, number>();
  const add = (id: string, score: number) => scores.set(id, (scores.get(id) ?? 0) + score);
  for (const { signs } of lines)
    for (const { kind, who, share } of signs.signs) add(who, share * (NAMING.has(kind) ? 4 : 1));
  const from = (lines[0]?.line.unit ?? 0) - LATELY;
  const to = (lines.at(-1)?.line.unit ?? 0) + SOON;
  for (const person of people.people) {
    const units = seen.get(person.id) ?? [];
    const start = lowerBound(units, from);
    const near = lowerBound(units, to + 1) - start;
    if (near > 0) add(person.id, Math.min(near, 6) * 0.5);
    if (person.narrator) add(person.id, 2);
  }
  const best = people.people
    .flatMap((person) => (scores.has(person.id) ? [{ person, score: scores.get(person.id) ?? 0 }] : []))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_CANDIDATES)
    .map(({ person }) => person);
  const rest = people.people.filter((person) => person.part === "acts" && !best.includes(person));
  return [...best, ...rest.slice(0, Math.max(0, 3 - best.length)), undefined];
}

function lowerBound(numbers: readonly number[], least: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

const JUST = 3;
const LATELY = 12;
const SOON = 6;

export type Features = Partial<Record<Feature, number>>;

/** What can be said of a line and a candidate. */
export function featuresOf(talk: Talk, at: number, candidate: FoundPerson | undefined): Features {
  const one = talk.lines[at];
  if (one === undefined) return {};
  const { signs, line, manner } = one;
  const naming = signs.signs.some(({ kind }) => NAMING.has(kind));
  if (candidate === undefined)
    return { nobody: 1, ...(signs.tag === "noun" && !naming ? { nobodyTagged: 1 } : {}) };
  const features: Features = {};
  const add = (feature: Feature, value: number) => {
    features[feature] = (features[feature] ?? 0) + value;
  };
  const strongest = (kind: Feature, value: number) => {
    features[kind] = Math.max(features[kind] ?? 0, value);
  };
  for (const { kind, who, share } of signs.signs) if (who === candidate.id) strongest(kind, share);
  const before = line.gap === "break" ? undefined : talk.lines[at - 1];
  const acts = Math.max(features.actsNear ?? 0, features.entersNear ?? 0);
  if (before?.line.asks && acts > 0) add("answersNear", acts);
  const after = Math.max(features.actsAfterNear ?? 0, features.entersAfterNear ?? 0);
  if (after > 0) {
    if ((talk.seen.get(candidate.id)?.[0] ?? 0) > line.unit) add("newAfter", after);
    if (line.asks) add("actsAfterAsking", after);
    if (candidate.narrator) add("narratorAfter", after);
  }
  if (acts > 0 && candidate.narrator) add("narratorNear", acts);
  const agreement = tagAgreement(signs, candidate);
  if (agreement !== undefined) add(agreement, 1);
  addSeen(talk, line.unit, candidate, add);
  for (const { kind, who, share } of before?.signs.signs ?? []) {
    if (who !== candidate.id || line.gap === "joined" || line.gap === "beside") continue;
    if (kind === "calls") strongest("calledBefore", share);
    if (kind === "told") strongest("toldBefore", share);
  }
  const given = talk.given.get(candidate.id) ?? 0;
  if (given > 0) add("speaksHere", Math.log1p(given));
  if (candidate.part === "told-of") add("toldOf", 1);
  if (candidate.kind.value.startsWith("group of")) add("group", 1);
  else if (candidate.kind.value !== "human") add("beast", 1);
  if (candidate.narrator) add("narrator", 1);
  if (manner.size > 0) {
    const { agrees, clashes } = suits(manner, candidate);
    if (agrees > 0) add("mannerAgrees", agrees);
    if (clashes > 0) add("mannerClashes", clashes);
  }
  return features;
}

function addSeen(
  { seen }: Talk,
  unit: number,
  { id }: FoundPerson,
  add: (feature: Feature, value: number) => void,
): void {
  const units = seen.get(id) ?? [];
  const next = lowerBound(units, unit);
  const last = units[next - 1];
  const distance = last === undefined ? undefined : unit - last;
  if (distance !== undefined)
    add(distance <= JUST ? "seenJust" : distance <= LATELY ? "seenLately" : "seenLong", 1);
  else if ((units[next] ?? Number.POSITIVE_INFINITY) - unit <= SOON) add("seenSoon", 1);
}

function tagAgreement({ tag }: LineSigns, { sex, kind, narrator }: FoundPerson): Feature | undefined {
  if (tag === undefined || tag === "noun") return undefined;
  const isGroup = kind.value.startsWith("group of");
  if (tag === "first") return narrator ? "tagAgrees" : "tagClashes";
  if (tag === "many") return isGroup ? "tagAgrees" : undefined;
  if (isGroup) return "tagClashes";
  if (tag === "it") return kind.value === "human" ? "tagClashes" : "tagAgrees";
  if (narrator) return "tagClashes";
  if (sex.value === "unknown") return undefined;
  return sex.value === tag ? "tagAgrees" : "tagClashes";
}

/** The probability of each candidate for each line of a talk. */
export function weighTalk(talk: Talk, { worth, turns }: SpeakerWeights): number[][] {
  const rows = talk.lines.map((_, at) => ({
    ...turnOf(talk, at),
    worth: talk.candidates.map((candidate) => worthOf(featuresOf(talk, at, candidate), worth)),
  }));
  return weighTurns(rows, talk.candidates.length, turns).shares;
}

/** What of the turn does not depend on who speaks. */
export function turnOf({ lines, reading }: Talk, at: number): Omit<Turn, "worth"> {
  const [line, last, earlier] = [lines[at], lines[at - 1], lines[at - 2]];
  if (line === undefined || last === undefined)
    return { gap: "break", afterQuestion: false, answers: false, likeLast: 0, likeEarlier: 0 };
  const first = reading.story.units[line.line.unit]?.unit.text ?? "";
  return {
    gap: line.line.gap,
    afterQuestion: last.line.asks,
    answers: beginsWithAnswer(first, reading),
    likeLast: likeWording(line.manner, last.manner),
    likeEarlier: likeWording(line.manner, earlier?.manner),
  };
}

const LONGEST_ANSWER = 4;

/** Its first word, up to a mark, is one of answer. */
function beginsWithAnswer(text: string, { words }: Reading): boolean {
  const end = [...text].findIndex((one) => MARKS.has(one));
  const word = text.slice(0, end < 0 ? text.length : end).toLowerCase();
  return word.length <= LONGEST_ANSWER + 1 && words.is("answer", word);
}

const MARKS = new Set([...",.!?;:—-…、。！？・ 　"]);

export function worthOf(features: Features, worth: SpeakerWeights["worth"]): number {
  let sum = 0;
  for (const feature of Object.keys(features) as Feature[]) sum += worth[feature] * (features[feature] ?? 0);
  return sum;
}

function settle(
  { reading, lines, candidates }: Talk,
  shares: readonly number[][],
  spoken: Map<number, Spoken>,
): void {
  let named: { who: string; paragraph: number } | undefined;
  for (const [at, { line, signs }] of lines.entries()) {
    const read = reading.story.units[line.unit];
    const own = shares[at];
    if (read === undefined || own === undefined) continue;
    const best = own.indexOf(Math.max(...own));
    const speaker = candidates[best];
    const sure = own[best] ?? 0;
    const isNamed = speaker !== undefined && isNamedBy(signs, speaker.id, sure);
    const goesOn =
      speaker !== undefined &&
      named?.who === speaker.id &&
      named.paragraph === read.unit.paragraph &&
      sure >= NAMED_BY_NAME;
    if (isNamed || goesOn) named = { who: speaker.id, paragraph: read.unit.paragraph };
    const to = signs.to !== undefined && signs.to.value !== speaker?.id ? signs.to : undefined;
    spoken.set(line.unit, {
      speaker: { value: speaker?.id ?? null, sure },
      named: isNamed || goesOn,
      ...(to === undefined ? {} : { to }),
      voice: voiceOf(read, { manner: signs.manner, speaker, words: reading.words }),
    });
  }
}

/**
 * The text itself says who: it names them, and nothing else makes somebody else likelier; or a pronoun means them, and that is sure.
 */
function isNamedBy({ signs }: LineSigns, id: string, sure: number): boolean {
  if (sure >= NAMED) return signs.some(({ kind, who }) => who === id && NAMING.has(kind));
  return (
    sure >= NAMED_BY_NAME &&
    signs.some(
      ({ kind, who, share }) =>
        who === id && share >= SURE_ENOUGH && NAMING.has(kind) && kind !== "pronounTag",
    )
  );
}

const NAMED = 0.85;
const NAMED_BY_NAME = 0.6;
