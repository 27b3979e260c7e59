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

const table = wordTable("en");
const lower = ({ text }: Word): string => text.toLowerCase().replaceAll("’", "'");

const NOMINAL = new Set(["NOUN", "PROPN", "NUM", "ADJ"]);

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
  let at = first;
  let head: Word | undefined;
  let negative = false;
  const start = words[first];
  if (start === undefined) return undefined;
  const said = lower(start);
  if (said === "whose") return undefined;
  if (table.is("nobody", said)) negative = true;
  const next = words[first + 1];
  const isPossessive =
    table.is("possessive", said) &&
    next !== undefined &&
    (NOMINAL.has(next.tag) || isInside(words, first + 1));
  if ((said === "neither" || said === "both") && next?.tag === "VERB") return undefined;
  if (start.tag === "PRON" && !isPossessive) {
    if (table.is("question", said) || (table.is("relative", said) && said !== "that")) return undefined;
    if (said === "that" && isClauseBegin(words, first + 1)) return undefined;
    return { kind: "noun", first, last: first, head: start, negative, pronoun: true, each: false };
  }
  for (; at < Math.min(words.length, first + LONGEST_PHRASE); at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const text = lower(word);
    const isStart = at === first;
    if (NOMINAL.has(word.tag)) {
      if (isStart && table.is("place-adverb", text) && (word.tag !== "NOUN" || text === "home")) break;
      // A name after a bare noun begins a phrase of its own (`in fear Framton rose`); after `her sister` it belongs to it.
      const isBare = start.tag === "NOUN" || start.tag === "ADJ";
      if (word.tag === "PROPN" && head?.tag === "NOUN" && isBare) break;
      if (word.tag === "NUM" && head?.tag === "NOUN" && words[at + 1]?.tag === "NOUN") break;
      if (word.tag !== "ADJ") head = word;
    } else if (word.tag === "DET" || table.is("possessive", text)) {
      if (head !== undefined) break;
      if (text === "no" || text === "neither") negative = true;
    } else if (word.tag === "PART" && (text === "'s" || text === "'") && head !== undefined) {
    } else if (
      !isStart &&
      head === undefined &&
      (word.tag === "ADV" || word.tag === "VERB" || text === "and" || text === ",")
    ) {
      if (!isInside(words, at)) break;
    } else break;
  }
  let last = at - 1;
  // An adjective after a determiner alone is a noun (`the old`); adjectives alone are none.
  const final = words[last];
  if (head === undefined && last > first && start.tag === "DET" && final?.tag === "ADJ") head = final;
  if (head === undefined && start.tag === "DET" && !["the", "a", "an", "every"].includes(said)) {
    last = first;
    head = start;
  }
  if (head === undefined) return undefined;
  while (last > first && words[last] !== head && words[last]?.tag !== "PART" && words[last]?.tag !== "NUM")
    last -= 1;
  return { kind: "noun", first, last, head, negative, pronoun: false, each: table.is("habit-span", said) };
}

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

/** `that` before a subject or a verb opens a clause; before anything else it is a pronoun. */
function isClauseBegin(words: readonly Word[], at: number): boolean {
  const tag = words[at]?.tag;
  return tag !== undefined && ["PRON", "DET", "NOUN", "PROPN", "ADJ"].includes(tag);
}

function isVerbal({ tag }: Word): boolean {
  return tag === "VERB" || tag === "AUX";
}

function verbAt(words: readonly Word[], first: number): VerbChunk | undefined {
  const start = words[first];
  if (start === undefined) return undefined;
  let at = first;
  const isInfinitive = lower(start) === "to" && baseAfter(words, first + 1);
  if (isInfinitive) at += 1;
  else if (!isVerbal(start) && !(negates(start) && isVerbal(words[first + 1] ?? start))) return undefined;
  const group: Word[] = [];
  let negative = false;
  let last = first;
  let isMain = false;
  for (; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (negates(word)) {
      if (isMain && !group.some((verb) => verb.tag === "AUX" || lower(verb) === "have")) break;
      negative = true;
      last = at;
    } else if (isVerbal(word) && !isMain) {
      group.push(word);
      last = at;
      isMain = word.tag === "VERB" && !(joinsNext(word, words, at) && group.length < 4);
    } else if (isMain || group.length === 0 || !isBetween(word, words[at + 1])) break;
  }
  const main = group.at(-1);
  if (main === undefined) return undefined;
  return { kind: "verb", first, last, main, negative, ...analysed(group, main, isInfinitive) };
}

/** An adverb within a verb group: `had quietly gone`. */
const isBetween = ({ tag }: Word, next: Word | undefined): boolean =>
  (tag === "ADV" || tag === "ADJ") && next !== undefined && isVerbal(next);

const negates = (word: Word): boolean => {
  const text = lower(word);
  return table.is("not", text) && text !== "no" && text !== "neither" && text !== "nor";
};

/** `have` that the tagger takes for a full verb helps where a participle follows. */
function joinsNext(word: Word, words: readonly Word[], at: number): boolean {
  if (word.lemma !== "have" && word.lemma !== "be") return false;
  const next = words[at + 1];
  return next !== undefined && isVerbal(next) && formOf(next) !== "base";
}

function baseAfter(words: readonly Word[], from: number): boolean {
  let at = from;
  while (words[at]?.tag === "ADV" && at < from + 3) at += 1;
  const word = words[at];
  return word !== undefined && isVerbal(word) && formOf(word) === "base";
}

function formOf(word: Word): "base" | "s" | "ing" | "past" {
  const text = lower(word);
  if (text.startsWith("a-") && text.endsWith("ing")) return "ing";
  if (text === word.lemma) return "base";
  if (text === "is" || text === "'s") return "s";
  if (text.endsWith("ing") && !word.lemma.endsWith("ing")) return "ing";
  if (text.endsWith("s") && text !== "was") return "s";
  return "past";
}

type Analysis = Omit<VerbChunk, "kind" | "first" | "last" | "main" | "negative">;

function analysed(group: readonly Word[], main: Word, isInfinitive: boolean): Analysis {
  const [first = main] = group;
  const helpers = group.slice(0, -1).map((word) => (lower(word) === "'d" ? "would" : word.lemma));
  const [form, firstForm] = [formOf(main), formOf(first)];
  const isCopula = table.is("be", lower(main));
  // "He'd gone" and "he's gone": the participle tells which word was contracted.
  const had = lower(first) === "'d" && form === "past" && helpers.length === 1;
  const isModal = table.is("modal", main.lemma);
  const bare =
    main.tag === "AUX" && !isCopula && !isInfinitive && (isModal || ["do", "have"].includes(main.lemma));
  const modal = had ? undefined : helpers.find((helper) => table.is("modal", helper));
  const finiteForm = isInfinitive ? "infinitive" : firstForm === "ing" ? "ing" : "finite";
  return {
    form: finiteForm,
    maybeParticiple:
      group.length === 1 && form === "past" && main.tag === "VERB" && isParticiple(lower(main)),
    tense: finiteForm !== "finite" ? "none" : tenseOf(first, firstForm, helpers),
    modal: modal ?? (bare && isModal ? main.lemma : undefined),
    perfect: had || (helpers.includes("have") && (form === "past" || isCopula || helpers.includes("be"))),
    progressive: form === "ing" && helpers.includes("be"),
    passive: !isCopula && form === "past" && helpers.at(-1) === "be",
    bare,
  };
}

/** Most past tenses that end so are participles, too; `swam` and `went` are none. */
const isParticiple = (text: string): boolean =>
  /(?:ed|en|wn|rn|t|ade|old|eld|ought|aught|ung)$/u.test(text) && text !== "went" && text !== "sat";

function tenseOf(first: Word, form: string, helpers: readonly string[]): "past" | "present" {
  const text = lower(first);
  if (table.is("past-auxiliary", text) || text === "'d") return "past";
  if (helpers.length > 0 || table.is("be", text)) return "present";
  if (table.is("unchanged-past", text)) return "past";
  return form === "past" ? "past" : "present";
}

function markAt(words: readonly Word[], first: number): MarkChunk {
  const word = words[first];
  const mark = (kind: MarkChunk["kind"], last = first): MarkChunk => ({
    ...{ kind, first, last },
    word: words
      .slice(first, last + 1)
      .map(lower)
      .join(" "),
  });
  if (word === undefined) return mark("other");
  const text = lower(word);
  const following = words[first + 1];
  const next = following ? lower(following) : "";
  if ((text === "as" || text === "even") && (next === "if" || next === "though"))
    return mark("subordinator", first + 1);
  if (text === "at" && ["last", "first", "once", "length"].includes(next)) return mark("adverb", first + 1);
  if (text === "once" && following?.tag === "ADP") return mark("adverb");
  if (word.tag === "PUNCT" || word.tag === "SYM") return mark(text === "," ? "comma" : "stop");
  if (word.tag === "CCONJ") return mark("and");
  if (
    table.value("subordinator", text) !== undefined &&
    !(text === "so" && next !== "that" && word.tag === "ADV")
  )
    return mark("subordinator");
  if (table.is("relative", text) || text === "what" || text === "why" || text === "how")
    return mark("relative");
  if (word.tag === "ADP" || (text === "to" && word.tag === "PART")) return mark("preposition");
  if (word.tag === "ADJ") return mark("adjective");
  if (word.tag === "ADV" || text === "no" || text === "not") return mark("adverb");
  return mark("other");
}
