// Chunks of an English sentence: noun phrases, verb groups, and the words between them that join or part clauses.
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

export interface NounChunk {
  kind: "noun";
  first: number;
  last: number;
  head: Word;
  /** `no`, `nobody`: what is said of it is denied. */
  negative: boolean;
  pronoun: boolean;
  /** `every`, `each`. */
  each: boolean;
}

export interface VerbChunk {
  kind: "verb";
  first: number;
  last: number;
  main: Word;
  form: "finite" | "ing" | "infinitive";
  /** A regular participle without an auxiliary may as well be one of the passive (`the man named Bob`). */
  maybeParticiple: boolean;
  tense: "past" | "present" | "none";
  negative: boolean;
  modal?: string | undefined;
  perfect: boolean;
  progressive: boolean;
  passive: boolean;
  /** Auxiliaries alone, whose verb comes after the subject or nowhere (`Did he see`). */
  bare: boolean;
}

export interface MarkChunk {
  kind:
    | "preposition"
    | "subordinator"
    | "relative"
    | "and"
    | "comma"
    | "stop"
    | "adverb"
    | "adjective"
    | "other";
  first: number;
  last: number;
  word: string;
}

export type Chunk = NounChunk | VerbChunk | MarkChunk;

export interface EnglishSentence {
  words: readonly Word[];
  /** Of the words; who is addressed is taken out (`comma`). */
  chunks: readonly Chunk[];
  /** What the words' offsets point into. */
  text: string;
  /** Somebody says it aloud, so that it may command. */
  spoken: boolean;
}

const table = wordTable("en");
const lower = ({ text }: Word): string => text.toLowerCase().replaceAll("’", "'");

const NOMINAL: ReadonlySet<string> = new Set(["NOUN", "PROPN", "NUM", "ADJ"]);
const CLAUSE_BEGIN: ReadonlySet<string> = new Set(["PRON", "DET", "NOUN", "PROPN", "ADJ"]);

/** The chunks of a sentence's words, in order; together they hold every word. */
export function chunksOf(words: readonly Word[]): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 0;
  while (at < words.length) {
    const chunk = verbAt(words, at) ?? nounAt(words, at) ?? markAt(words, at);
    chunks.push(chunk);
    at = chunk.last + 1;
  }
  return chunks;
}

/** No noun phrase has more words, so that no search for its noun goes further. */
const LONGEST_PHRASE = 40;

function nounAt(words: readonly Word[], first: number): NounChunk | undefined {
  const [start, next] = [words[first], words[first + 1]];
  if (start === undefined) return undefined;
  const said = lower(start);
  // "neither barked nor moved", "whose hat": they tie.
  if (said === "whose" || (table.is("correlative", said) && next?.tag === "VERB")) return undefined;
  const noun = {
    kind: "noun",
    first,
    negative: table.is("nobody", said),
    each: table.is("each", said),
  } as const;
  const isOfNoun = next !== undefined && (NOMINAL.has(next.tag) || isInside(words, first + 1));
  if (start.tag === "PRON" && !(table.is("possessive", said) && isOfNoun)) {
    // `that` before a subject opens a clause; before anything else it is a pronoun.
    const isTie =
      said === "that"
        ? CLAUSE_BEGIN.has(next?.tag ?? "")
        : table.is("question", said) || table.is("relative", said);
    return isTie ? undefined : { ...noun, last: first, head: start, pronoun: true };
  }
  // A name after a bare noun begins a phrase of its own (`in fear Framton rose`); after `her sister` it belongs to it.
  const isBare = start.tag === "NOUN" || start.tag === "ADJ";
  let at = first;
  let head: Word | undefined;
  for (; at < Math.min(words.length, first + LONGEST_PHRASE); at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const text = lower(word);
    if (NOMINAL.has(word.tag)) {
      if (at === first && table.is("place-adverb", text) && (word.tag !== "NOUN" || text === "home")) break;
      if (word.tag === "PROPN" && head?.tag === "NOUN" && isBare) break;
      if (word.tag !== "ADJ") head = word;
    } else if (word.tag === "DET" || table.is("possessive", text)) {
      if (head !== undefined) break;
    } else if (head !== undefined ? text !== "'s" && text !== "'" : !isModifier(word) || at === first) break;
    else if (head === undefined && !isInside(words, at)) break;
  }
  let last = at - 1;
  if (head === undefined && start.tag === "DET") {
    // A determiner with an adjective (`the old`) or alone (`all`, `this`) is a noun; an article is none.
    if (words[last]?.tag === "ADJ") head = words[last];
    else if (!table.is("article", said)) {
      last = first;
      head = start;
    }
  }
  if (head === undefined) return undefined;
  while (last > first && words[last] !== head && words[last]?.tag !== "PART" && words[last]?.tag !== "NUM")
    last -= 1;
  return { ...noun, last, head, pronoun: false };
}

/** What may stand between a determiner and its noun besides adjectives: `a very old, bent man`. */
const isModifier = (word: Word): boolean =>
  word.tag === "ADV" || word.tag === "VERB" || lower(word) === "and" || lower(word) === ",";

/** Whether the word at `at` stands between a determiner and its noun: a noun follows before anything that ends the phrase. */
function isInside(words: readonly Word[], at: number): boolean {
  for (let next = at + 1; next < Math.min(words.length, at + 4); next += 1) {
    const word = words[next];
    if (word === undefined) return false;
    if (word.tag === "NOUN" || word.tag === "PROPN") return true;
    if (word.tag !== "ADJ" && word.tag !== "ADV" && lower(word) !== "and") return false;
  }
  return false;
}

const isVerbal = (word: Word | undefined): boolean => word?.tag === "VERB" || word?.tag === "AUX";

function verbAt(words: readonly Word[], first: number): VerbChunk | undefined {
  const [start, next] = [words[first], words[first + 1]];
  if (start === undefined) return undefined;
  const isInfinitive = lower(start) === "to" && isBaseAfter(words, first + 1);
  if (!isInfinitive && !isVerbal(start) && !(negates(start) && isVerbal(next))) return undefined;
  const group: Word[] = [];
  let negative = false;
  let last = first;
  let isMain = false;
  let semiModal: string | undefined;
  for (let at = isInfinitive ? first + 1 : first; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const semi = isMain ? undefined : semiModalAt(words, at, group.at(-1));
    if (semi) {
      group.push(word);
      semiModal = semi.modal;
      last = semi.to;
      at = last;
    } else if (negates(word)) {
      negative = true;
      last = at;
    } else if (isVerbal(word) && !isMain) {
      group.push(word);
      last = at;
      isMain = word.tag === "VERB" && !helpsNext(word, words[at + 1]);
    } else {
      // An adverb within the group: `had quietly gone`.
      const isBetween = (word.tag === "ADV" || word.tag === "ADJ") && isVerbal(words[at + 1]);
      if (isMain || group.length === 0 || !isBetween) break;
    }
  }
  const main = group.at(-1);
  if (main === undefined) return undefined;
  const analysis = analysed(group, main, isInfinitive);
  return { kind: "verb", first, last, main, negative, ...analysis, modal: semiModal ?? analysis.modal };
}

/** `used to play`, `was going to leave`, `was about to go`: up to `to` the verb only says the mood. */
function semiModalAt(words: readonly Word[], at: number, before: Word | undefined) {
  const lemma = words[at]?.lemma;
  const to = words[at + 1]?.lemma === "about" ? at + 2 : at + 1;
  if (lemma !== "use" && lemma !== "be" && !(lemma === "go" && before?.lemma === "be")) return undefined;
  if (words[to]?.lemma !== "to" || !isBaseAfter(words, to + 1)) return undefined;
  return { modal: lemma === "use" ? "used to" : "will", to };
}

const negates = (word: Word): boolean =>
  table.is("not", lower(word)) && !table.is("ties-negation", lower(word));

/** `have` that the tagger takes for a full verb helps where a participle follows. */
const helpsNext = ({ lemma }: Word, next: Word | undefined): boolean =>
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

type Analysis = Omit<VerbChunk, "kind" | "first" | "last" | "main" | "negative">;

function analysed(group: readonly Word[], main: Word, isInfinitive: boolean): Analysis {
  const [first = main] = group;
  const helpers = group.slice(0, -1).map((word) => (lower(word) === "'d" ? "would" : word.lemma));
  const form = formOf(main);
  const isCopula = table.is("be", lower(main));
  // "He'd gone" and "he's gone": the participle tells which word was contracted.
  const had = lower(first) === "'d" && form === "past" && helpers.length === 1;
  const isModal = table.value("modal", main.lemma) !== undefined;
  const isHelper = isModal || main.lemma === "do" || main.lemma === "have";
  const bare = main.tag === "AUX" && !isCopula && !isInfinitive && isHelper;
  const modal = had ? undefined : helpers.find((helper) => table.is("modal", helper));
  const finiteForm = isInfinitive ? "infinitive" : formOf(first) === "ing" ? "ing" : "finite";
  const isAlone = group.length === 1 && main.tag === "VERB";
  return {
    form: finiteForm,
    maybeParticiple: isAlone && form === "past" && PARTICIPLE.test(lower(main)),
    tense: finiteForm !== "finite" ? "none" : tenseOf(first, helpers),
    modal: modal ?? (bare && isModal ? main.lemma : undefined),
    perfect: had || (helpers.includes("have") && (form === "past" || isCopula || helpers.includes("be"))),
    progressive: form === "ing" && helpers.includes("be"),
    passive: !isCopula && form === "past" && helpers.at(-1) === "be",
    bare,
  };
}

/** Most past tenses that end so are participles, too; `swam` and `went` are none. */
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
};
/** Whatever their tag. */
const WORD_MARKS: Readonly<Record<string, MarkChunk["kind"]>> = {
  ...({ ",": "comma", to: "preposition", no: "adverb", not: "adverb" } as const),
};

function markAt(words: readonly Word[], first: number): MarkChunk {
  const [word, next] = [words[first], words[first + 1]];
  const text = word ? lower(word) : "";
  const pair = `${text} ${next ? lower(next) : ""}`;
  const mark = (kind: MarkChunk["kind"]): MarkChunk => ({ kind, first, last: first, word: text });
  if (table.is("subordinator", pair)) return { ...mark("subordinator"), last: first + 1, word: pair };
  if (table.is("adverb-phrase", pair)) return { ...mark("adverb"), last: first + 1, word: pair };
  if (text === "so" && pair !== "so that" && word?.tag === "ADV") return mark("adverb");
  if (word?.tag === "CCONJ") return mark("and");
  if (table.is("subordinator", text)) return mark("subordinator");
  if (table.is("relative", text) || table.is("question", text)) return mark("relative");
  return mark(WORD_MARKS[text] ?? MARKS[word?.tag ?? ""] ?? "other");
}
