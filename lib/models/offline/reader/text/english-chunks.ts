// Shallow parsing (chunking) of an English sentence: noun phrases, verb groups, and the connecting words between them.
import type { Span, Word } from "./clause.ts";
import { wordTable } from "./word-table.ts";

export interface NounChunk extends Span {
  kind: "noun";
  words: readonly Word[];
  /** The head noun. In a phrase of one pronoun or determiner, that word. */
  head: Word;
}

export interface VerbChunk extends Span {
  kind: "verb";
  main: Word;
  /** Adverbs inside the group: `had quietly gone`. */
  adverbs: readonly Word[];
  form: "finite" | "ing" | "infinitive";
  /** A single past form that can also be a passive participle: `the man named Bob`. */
  maybeParticiple: boolean;
  tense: "past" | "present" | "none";
  negative: boolean;
  modal?: string | undefined;
  perfect: boolean;
  progressive: boolean;
  passive: boolean;
  /** The group has auxiliaries only. Its main verb follows the subject or is omitted: `Did he see`. */
  bare: boolean;
}

type Joint = "and" | "comma" | "stop" | "subordinator" | "relative";

export interface MarkChunk extends Span {
  kind: Joint | "preposition" | "adverb" | "adjective" | "other";
  head: Word;
  word: string;
}

export type Chunk = NounChunk | VerbChunk | MarkChunk;

const table = wordTable("en");
/** Whether the first word of the phrase belongs to the class of the word table: `no`, `every`. */
export const startsWith = (kind: string, { words: [first] }: NounChunk): boolean =>
  first !== undefined && table.is(kind, lower(first));

export const lower = ({ text }: Word): string => text.toLowerCase().replaceAll("’", "'");

const NOMINAL: ReadonlySet<string> = new Set(["NOUN", "PROPN", "NUM", "ADJ"]);
const CLAUSE_BEGIN: ReadonlySet<string> = new Set(["PRON", "DET", "NOUN", "PROPN", "ADJ"]);

/** Splits a sentence into chunks, in order. The chunks cover every word. */
export function chunksOf(words: readonly Word[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (const [at, word] of words.entries()) {
    if (word.from >= (chunks.at(-1)?.to ?? 0))
      chunks.push(verbAt(words, at, word) ?? nounAt(words, at, word) ?? markAt(words, at, word));
  }
  return chunks;
}

const spanOf = (words: readonly Word[], first: number, last: number): Span => ({
  ...{ from: words[first]?.from ?? 0, to: words[last]?.to ?? 0 },
});

function nounAt(words: readonly Word[], first: number, start: Word): NounChunk | undefined {
  const next = words[first + 1];
  const said = lower(start);
  // "neither barked nor moved", "whose hat": these words are connectives, not nouns.
  if (said === "whose" || (table.is("correlative", said) && next?.tag === "VERB")) return undefined;
  const noun = (last: number, head: Word): NounChunk => ({
    ...{ kind: "noun", ...spanOf(words, first, last), words: words.slice(first, last + 1), head },
  });
  const isOfNoun = next !== undefined && (NOMINAL.has(next.tag) || isInside(words, first + 1));
  if (start.tag === "PRON" && !(table.is("possessive", said) && isOfNoun)) {
    const isQuestion = table.is("question", said) || table.is("relative", said);
    // `that` before a subject is a conjunction; elsewhere it is a pronoun.
    const isTie = said === "that" ? CLAUSE_BEGIN.has(next?.tag ?? "") : isQuestion;
    return isTie ? undefined : noun(first, start);
  }
  if (NOMINAL.has(start.tag) ? table.is("place-adverb", said) : !isDeterminer(start)) return undefined;
  // A proper noun after a bare noun starts a new phrase (`at noon Ken left`). After `her sister` it belongs to the same phrase.
  const isBare = start.tag === "NOUN" || start.tag === "ADJ";
  let last = first - 1;
  let head: Word | undefined;
  for (const word of words.slice(first)) {
    if (NOMINAL.has(word.tag)) {
      if (word.tag === "PROPN" && head?.tag === "NOUN" && isBare) break;
      if (word.tag !== "ADJ") head = word;
    } else if (head !== undefined) {
      if (lower(word) !== "'s" && lower(word) !== "'") break;
    } else if (!isDeterminer(word) && !(isModifier(word) && isInside(words, last + 1))) break;
    last += 1;
  }
  if (head === undefined && start.tag === "DET") {
    // A determiner with an adjective (`the old`) or alone (`all`, `this`) acts as a noun. An article alone does not.
    if (words[last]?.tag === "ADJ") head = words[last];
    else if (!table.is("article", said)) return noun(first, start);
  }
  if (head === undefined) return undefined;
  while (last > first && words[last] !== head && words[last]?.tag !== "PART" && words[last]?.tag !== "NUM")
    last -= 1;
  return noun(last, head);
}

const isDeterminer = (word: Word): boolean => word.tag === "DET" || table.is("possessive", lower(word));

/** Words allowed between a determiner and its noun besides adjectives: `a very old, bent man`. */
const isModifier = (word: Word): boolean =>
  word.tag === "ADV" || word.tag === "VERB" || lower(word) === "and" || lower(word) === ",";

/** Whether the word at `at` precedes a noun of the same phrase: within three words, with only adverbs, adjectives or `and` between. */
function isInside(words: readonly Word[], at: number): boolean {
  const end = words.slice(at + 1, at + 4).find((word) => !isAdverbial(word) && lower(word) !== "and");
  return end?.tag === "NOUN" || end?.tag === "PROPN";
}

const isVerbal = (word: Word | undefined): boolean => word?.tag === "VERB" || word?.tag === "AUX";

function verbAt(words: readonly Word[], first: number, start: Word): VerbChunk | undefined {
  const isInfinitive = lower(start) === "to" && isBaseAfter(words, first + 1);
  const { group, last, negative, semiModal } = groupAt(words, isInfinitive ? first + 1 : first);
  const main = group.at(-1);
  const [auxiliary = main] = group;
  if (main === undefined || auxiliary === undefined) return undefined;
  const helpers = group.slice(0, -1).map((word) => (lower(word) === "'d" ? "would" : word.lemma));
  const isPast = formOf(main) === "past";
  const isCopula = table.is("be", lower(main));
  // `'d` is `had` before a past form ("he'd gone"), otherwise `would`.
  const had = lower(auxiliary) === "'d" && isPast;
  const isModal = table.is("modal", main.lemma);
  const isHelper = isModal || main.lemma === "do" || main.lemma === "have";
  const bare = main.tag === "AUX" && !isCopula && !isInfinitive && isHelper;
  const modal = had ? undefined : helpers.find((helper) => table.is("modal", helper));
  const form = isInfinitive ? "infinitive" : formOf(auxiliary) === "ing" ? "ing" : "finite";
  const isAlone = group.length === 1 && main.tag === "VERB";
  return {
    ...{ kind: "verb", ...spanOf(words, first, last), main, form, negative, bare },
    adverbs: words.slice(first, last).filter(({ tag }) => tag === "ADV"),
    maybeParticiple: isAlone && isPast && PARTICIPLE.test(lower(main)),
    tense: form === "finite" ? tenseOf(auxiliary, helpers) : "none",
    modal: semiModal ?? modal ?? (bare && isModal ? main.lemma : undefined),
    perfect: had || (helpers.includes("have") && (isPast || isCopula || helpers.includes("be"))),
    progressive: formOf(main) === "ing" && helpers.includes("be"),
    passive: !isCopula && isPast && helpers.at(-1) === "be",
  };
}

/** Collects a verb group: the verb, its auxiliaries, and the negations and adverbs among them. */
function groupAt(words: readonly Word[], from: number) {
  const group: Word[] = [];
  let last = from - 1;
  let negative = false;
  let isMain = false;
  let semiModal: string | undefined;
  for (let word = words[from]; word !== undefined; word = words[last + 1]) {
    const next = words[last + 2];
    const semi = isMain ? undefined : semiModalAt(words, last + 1, group.at(-1));
    if (semi) {
      group.push(word);
      semiModal = semi.modal;
    } else if (negates(word)) negative = true;
    else if (isVerbal(word) && !isMain) {
      group.push(word);
      isMain = word.tag === "VERB" && !isAuxiliaryOf(word, next);
    } else if (isMain || group.length === 0 || !isAdverbial(word) || !isVerbal(next)) break;
    last = semi?.to ?? last + 1;
  }
  return { group, last, negative, semiModal };
}

const isAdverbial = ({ tag }: Word): boolean => tag === "ADV" || tag === "ADJ";

/** Semi-modals: `used to play`, `was going to leave`, `was about to go`. `to`: index of the word `to` before the main verb. */
function semiModalAt(words: readonly Word[], at: number, before: Word | undefined) {
  const lemma = words[at]?.lemma;
  const to = words[at + 1]?.lemma === "about" ? at + 2 : at + 1;
  if (lemma !== "use" && lemma !== "be" && !(lemma === "go" && before?.lemma === "be")) return undefined;
  if (words[to]?.lemma !== "to" || !isBaseAfter(words, to + 1)) return undefined;
  return { modal: lemma === "use" ? "used to" : "will", to };
}

const negates = (word: Word): boolean =>
  table.is("not", lower(word)) && !table.is("ties-negation", lower(word));

/** `have` or `be` is an auxiliary before an inflected verb, even where the tagger marks it as a main verb. */
const isAuxiliaryOf = ({ lemma }: Word, next: Word | undefined): boolean =>
  (lemma === "have" || lemma === "be") && isVerbal(next) && formOf(next) !== "base";

function isBaseAfter(words: readonly Word[], from: number): boolean {
  let at = from;
  while (words[at]?.tag === "ADV" && at < from + 3) at += 1;
  return isVerbal(words[at]) && formOf(words[at]) === "base";
}

function formOf(word: Word | undefined): "base" | "s" | "ing" | "past" {
  if (word === undefined || lower(word) === word.lemma) return "base";
  if (lower(word).endsWith("ing") && !word.lemma.endsWith("ing")) return "ing";
  return lower(word).endsWith("s") && lower(word) !== "was" ? "s" : "past";
}

/** Past forms with these endings are usually participles, too. `swam` and `went` are not. */
const PARTICIPLE = /^(?!went$|sat$).*(?:ed|en|wn|rn|t|ade|old|eld|ought|aught|ung)$/u;

function tenseOf(first: Word, helpers: readonly string[]): "past" | "present" {
  const text = lower(first);
  if (table.is("past-auxiliary", text)) return "past";
  if (helpers.length > 0 || table.is("be", text)) return "present";
  return table.is("unchanged-past", text) || formOf(first) === "past" ? "past" : "present";
}

const MARKS: Readonly<Record<string, MarkChunk["kind"]>> = {
  ...({ PUNCT: "stop", SYM: "stop", CCONJ: "and", ADP: "preposition" } as const),
  ...({ ADJ: "adjective", ADV: "adverb" } as const),
  // Words whose kind does not depend on their tag.
  ...({ ",": "comma", to: "preposition", no: "adverb", not: "adverb" } as const),
};

function markAt(words: readonly Word[], first: number, head: Word): MarkChunk {
  const next = words[first + 1];
  const text = lower(head);
  const pair = `${text} ${next ? lower(next) : ""}`;
  const mark = (kind: MarkChunk["kind"], word = text): MarkChunk => ({
    ...{ kind, ...spanOf(words, first, word === pair ? first + 1 : first), head, word },
  });
  if (table.is("subordinator", pair)) return mark("subordinator", pair);
  if (table.is("adverb-phrase", pair)) return mark("adverb", pair);
  if (text === "so" && pair !== "so that" && head.tag === "ADV") return mark("adverb");
  if (head.tag === "CCONJ") return mark("and");
  if (table.is("subordinator", text)) return mark("subordinator");
  if (table.is("relative", text) || table.is("question", text)) return mark("relative");
  return mark(MARKS[text] ?? MARKS[head.tag] ?? "other");
}

/** Whether a finite verb follows within 14 chunks, before anything that ends the clause. */
export function isVerbAhead(chunks: readonly Chunk[], from: number): boolean {
  for (const [index, chunk] of chunks.slice(from, from + 14).entries()) {
    if (chunk.kind === "verb" && chunk.form === "finite") return true;
    if (chunk.kind === "stop" || chunk.kind === "subordinator" || (chunk.kind === "comma" && index > 0))
      return false;
  }
  return false;
}

/** Whether the noun at `index` is the subject of a finite verb after it. Only its modifiers and adverbs may stand between. */
export function isSubjectAhead(chunks: readonly Chunk[], index: number): boolean {
  for (let at = index + 1; at < Math.min(chunks.length, index + 10); at += 1) {
    const chunk = chunks[at];
    if (chunk?.kind === "verb") return chunk.form === "finite";
    if (chunk?.kind === "relative") return isVerbAhead(chunks, at + 1);
    if (chunk?.kind === "adverb" || chunk?.kind === "other") continue;
    if (chunk?.kind !== "preposition" || chunks[at + 1]?.kind !== "noun") return false;
    at += 1;
  }
  return false;
}
