// Tags and lemmatizes English words with wink-nlp (Universal Dependencies). The model is loaded once per process, on first use (about 0.2 s
// of CPU time and 75 MB). Rules over neighbouring tags correct its frequent errors in fiction.
import type { ItemToken, ItsFunction, WinkMethods } from "wink-nlp";
import type { TagWords, Word } from "./clause.ts";
import { isPossessiveMark } from "./word-forms.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");

let loading: Promise<WinkMethods> | undefined;

async function load(): Promise<WinkMethods> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import("wink-nlp"),
    import("wink-eng-lite-web-model"),
  ]);
  return winkNLP(model, ["sbd", "pos"]);
}

export async function tagger(): Promise<TagWords> {
  loading ??= load();
  const nlp = await loading;
  const { its } = nlp;
  return (text) => {
    const words: Word[] = [];
    let to = 0;
    const take = (token: ItemToken) => {
      const written = String(token.out(its.value));
      const from = offsetOf(written, text, to);
      to = Math.min(text.length, from + written.length);
      const tag = String(token.out(its.pos));
      if (written.trim() === "" || tag === "SPACE") return;
      const lemma =
        tag === "PROPN" ? written : String(token.out(its.lemma as ItsFunction<string>)).toLowerCase();
      words.push({ from, to, text: text.slice(from, to), lemma, tag });
    };
    nlp.readDoc(text).tokens().each(take);
    return corrected(words);
  };
}

const SPACE = /\s*/uy;

/** How far ahead a token is searched after characters that the tokenizer dropped, in UTF-16 units. */
const NEAR = 40;

/** Offset of the token at or after `at`. The tokenizer normalizes some characters; a token that is not found is placed at `at`. */
function offsetOf(token: string, text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(text);
  const from = SPACE.lastIndex;
  if (text.startsWith(token, from)) return from;
  const near = text.slice(at, from + NEAR).indexOf(token);
  return near < 0 ? at : at + near;
}

const CLITIC = /^['’](?:s|d|ll|ve|re|m|t)?$/iu;

/** Rejoins words that the tokenizer splits (`'Stute`, `'tis`, `good-bye`, `a-crying`), then corrects tags. Returns new objects. */
function corrected(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const [first, last] = [joined.at(-2), joined.at(-1)];
    const isWord = last !== undefined && last.to === word.from && /^\p{L}/u.test(word.text);
    const isApostrophe = isWord && /^['’‘]$/u.test(last.text) && first?.to !== last.from;
    if (isApostrophe && !CLITIC.test(word.text))
      joined[joined.length - 1] = { ...word, from: last.from, text: last.text + word.text };
    else if (isWord && last.text === "-" && first?.to === last.from && /\p{L}$/u.test(first.text))
      joined.splice(-2, 2, hyphenated(first, word));
    else joined.push({ ...word });
  }
  for (const [index, word] of joined.entries()) {
    const change = correction(word, joined[index - 1], joined[index + 1]);
    if (change) Object.assign(word, change);
  }
  return joined;
}

/** Merges a hyphenated word. It has the tag of its last part, but a verb becomes an adjective (`old-fashioned`). */
const hyphenated = (first: Word, { text, lemma, tag, to }: Word): Word => ({
  ...{ from: first.from, to, text: `${first.text}-${text}`, lemma: `${first.lemma}-${lemma}` },
  tag: tag === "VERB" || tag === "AUX" ? "ADJ" : tag,
});

function correction(word: Word, before?: Word, after?: Word): Partial<Word> | undefined {
  const text = word.text.toLowerCase();
  const isVerb = word.tag === "VERB";
  const isBeforePhrase = after?.tag === "DET" || after?.tag === "PRON";
  if (/^a-\p{L}{2,}ing$/u.test(text)) return { tag: "VERB", lemma: baseOfGerund(text.slice(2)) };
  if (after === undefined && /^\p{Ll}{2,}\.$/u.test(word.text) && !table.is("title", text)) {
    // The tokenizer takes some words before a full stop for abbreviations: `ill.`, `in.`.
    const bare = text.slice(0, -1);
    return { text: bare, to: word.to - 1, lemma: bare, tag: table.is("particle", bare) ? "ADP" : "ADJ" };
  }
  const isAfterAuxiliary = table.is("modal", before?.lemma ?? "") || before?.text === "not";
  if (word.tag === "ADJ" && isBeforePhrase && isAfterAuxiliary) return { tag: "VERB" };
  const past = table.value("past", text);
  if (past !== undefined && !isVerb && before?.tag !== "DET" && before?.tag !== "ADJ")
    return { tag: "VERB", lemma: past };
  if (isPastPosition(word, before, after)) {
    const isUnchanged = table.is("unchanged-past", text);
    return { tag: "VERB", lemma: isUnchanged ? text : baseOfGerund(`${text.slice(0, -2)}ing`) };
  }
  // A stem with one vowel and one consonant would double the consonant, so `staring` belongs to `stare`, not to `star`.
  if (isVerb && text === `${word.lemma}ing` && SINGLE_END.test(word.lemma))
    return { tag: "VERB", lemma: `${word.lemma}e` };
  if (table.is("title", text) && after?.tag === "PROPN") return { tag: "PROPN" };
  const isGoal = before?.lemma === "to" && table.is("bare-goal", text) && !isBeforePhrase;
  const isNoun = isGoal || (text === word.lemma && isNounPosition(word, before, after));
  const isCompound = table.is("compound", `${before?.lemma ?? ""} ${text}`);
  return (isVerb && isNoun) || isCompound ? { tag: "NOUN" } : undefined;
}

const SINGLE_END = /^[^aeiou]*[aeiou][bdgklmnprt]$/u;

const BEFORE_PAST: readonly string[] = ["NOUN", "PROPN", "PRON", "CCONJ", "ADV"];
const AFTER_PAST: readonly string[] = ["PRON", "DET", "ADV", "ADP", "PART"];

/** Whether the neighbours require a past tense, for a word in -ed or with an unchanged past: a noun before, an object or adverb after. */
function isPastPosition({ text, tag }: Word, before?: Word, after?: Word): boolean {
  if (tag === "VERB" || tag === "AUX" || tag === "PROPN") return false;
  const isUnchanged = tag === "NOUN" && table.is("unchanged-past", text.toLowerCase());
  if (!isUnchanged && !/^\p{L}{2,}ed$/iu.test(text)) return false;
  const isPossessed = table.is("possessive", before?.text.toLowerCase() ?? "");
  if (isPossessed || !BEFORE_PAST.includes(before?.tag ?? "")) return false;
  return AFTER_PAST.includes(after?.tag ?? "") || table.is("place-adverb", after?.text.toLowerCase() ?? "");
}

/** The base form of a gerund by English spelling rules: `closing` → `close`, `sitting` → `sit`. */
function baseOfGerund(text: string): string {
  const stem = text.slice(0, -3);
  if (stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/u.test(stem)) return stem.slice(0, -1);
  return /[vscguz]$|^[^aeiou]*[aeiou][kdrmtp]$/u.test(stem) ? `${stem}e` : stem;
}

const NOT_BEFORE_NOUN: readonly string[] = ["PRON", "PROPN", "NOUN", "AUX", "CCONJ"];

/** Whether the neighbours require a noun: a determiner or possessive precedes, or `was`, `were` or `had` follows. */
function isNounPosition({ lemma }: Word, before?: Word, after?: Word): boolean {
  if (before === undefined) return false;
  const text = before.text.toLowerCase();
  // `I have soup`: a base form after `have` is a noun, unless its participle equals its base (`come`).
  if (before.lemma === "have") return !table.is("unchanged-participle", lemma);
  const isOwned = table.is("possessive", text) || (before.tag === "PART" && isPossessiveMark(text));
  if (before.tag === "DET" || isOwned || (text === "," && after?.tag === "NOUN")) return true;
  if (table.is("time-noun", lemma) && (table.is("be", text) || text === "still")) return true;
  if (NOT_BEFORE_NOUN.includes(before.tag) || text === "to") return false;
  if (before.tag === "ADV" && !table.is("sure-subordinator", text)) return false;
  return ["was", "were", "had"].includes(after?.text.toLowerCase() ?? "");
}
