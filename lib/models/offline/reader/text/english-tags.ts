// Corrects the tags that the English tagger gets wrong in stories: rules over neighbouring tags, and rare past tenses from the table.
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

const table = wordTable("en");
const CLITIC = /^['’](?:s|d|ll|ve|re|m|t)?$/iu;

/** Joins what the tokenizer parts (`'Stute`, `'tis`, `good-bye`, `a-crying`), then corrects tags. Gives new words. */
export function corrected(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (const [index, word] of words.entries()) {
    const last = joined.at(-1);
    const isWord = last !== undefined && last.to === word.from && /^\p{L}/u.test(word.text);
    const isApostrophe = isWord && /^['’‘]$/u.test(last.text) && words[index - 2]?.to !== last.from;
    const first = joined.at(-2);
    if (isApostrophe && !CLITIC.test(word.text))
      joined[joined.length - 1] = { ...word, from: last.from, text: last.text + word.text };
    else if (isWord && last.text === "-" && first?.to === last.from && /\p{L}$/u.test(first.text))
      joined.splice(-2, 2, hyphenated(first, word));
    else joined.push({ ...word });
  }
  for (const [index, word] of joined.entries())
    correct(word, joined[index - 1], joined[index + 1], joined[index - 2]);
  return joined;
}

/** `a-crying` is the verb; `old-fashioned` describes; of others the last part says what they are. */
function hyphenated(first: Word, second: Word): Word {
  const isVerb = second.tag === "VERB" || second.tag === "AUX";
  const isProgressive = first.text.toLowerCase() === "a" && second.text.endsWith("ing");
  return {
    from: first.from,
    to: second.to,
    text: `${first.text}-${second.text}`,
    lemma: isProgressive ? baseOfGerund(second.text.toLowerCase()) : `${first.lemma}-${second.lemma}`,
    tag: isProgressive ? "VERB" : isVerb ? "ADJ" : second.tag,
  };
}

function correct(
  word: Word,
  before: Word | undefined,
  after: Word | undefined,
  beyond: Word | undefined,
): void {
  const text = word.text.toLowerCase();
  const past = table.value("past", text);
  const [tagBefore, tagAfter] = [before?.tag ?? "", after?.tag ?? ""];
  const isBeforePhrase = tagAfter === "DET" || tagAfter === "PRON";
  const isVerb = word.tag === "VERB";
  const isVerbBase = isVerb && text === word.lemma;
  const become = (tag: string, lemma = word.lemma) => Object.assign(word, { tag, lemma });
  if (/^a-\p{L}{2,}ing$/u.test(text)) become("VERB", baseOfGerund(text.slice(2)));
  else if (/^\p{Ll}{2,}\.$/u.test(word.text) && after === undefined && !table.is("title", text)) {
    // The tokenizer takes some words before a full stop for abbreviations (`ill.`, `in.`).
    const bare = text.slice(0, -1);
    Object.assign(word, { text: word.text.slice(0, -1), to: word.to - 1 });
    become(table.is("particle", bare) ? "ADP" : "ADJ", bare);
  } else if (word.tag === "NOUN" && text.endsWith("ing") && isGerund(before, beyond, isBeforePhrase))
    become("VERB", baseOfGerund(text));
  else if (word.tag === "ADJ" && isBeforePhrase && isAfterAuxiliary(before)) become("VERB");
  else if (past !== undefined && !isVerb && tagBefore !== "DET" && tagBefore !== "ADJ") become("VERB", past);
  else if (isVerbBase && table.is("place-adverb", text)) become("ADV");
  else if (isPastPosition(word, before, after))
    become("VERB", table.is("unchanged-past", text) ? text : baseOfGerund(`${text.slice(0, -2)}ing`));
  else if (text === "round" && word.tag !== "ADP" && !["", "NOUN", "PUNCT"].includes(tagAfter))
    become(isBeforePhrase ? "ADP" : "ADV");
  else if (isVerb && text === `${word.lemma}ing` && SINGLE_END.test(word.lemma))
    // A stem with one vowel and one consonant doubles it: `staring` is of `stare`, not of `star`.
    become("VERB", `${word.lemma}e`);
  else if (isVerb && before?.lemma === "to" && table.is("bare-goal", text) && !isBeforePhrase) become("NOUN");
  else if (table.is("title", text) && tagAfter === "PROPN") become("PROPN");
  else if (isVerbBase && isNounPosition(word, before, after))
    become(tagAfter === "NOUN" && tagBefore !== "" && tagBefore !== "PART" ? "ADJ" : "NOUN");
  else if (word.tag === "ADV" && text === "no" && (tagAfter === "NOUN" || tagAfter === "ADJ")) become("DET");
}

/** `kept closing the door`, `blowing and roaring`. */
const isGerund = (before: Word | undefined, beyond: Word | undefined, isBeforePhrase: boolean): boolean =>
  (isBeforePhrase && table.is("gerund-after", before?.text.toLowerCase() ?? "")) ||
  (before?.tag === "CCONJ" && beyond?.tag === "VERB" && beyond.text.endsWith("ing"));

const isAfterAuxiliary = (before: Word | undefined): boolean =>
  table.is("modal", before?.lemma ?? "") || before?.text === "not";

const SINGLE_END = /^[^aeiou]*[aeiou][bdgklmnprt]$/u;

/** A word in -ed, or a past that is as its base, where a noun stands before it and what it is done to or where it goes after it. */
function isPastPosition({ text, tag }: Word, before: Word | undefined, after: Word | undefined): boolean {
  const written = text.toLowerCase();
  if (tag === "VERB" || tag === "AUX" || tag === "PROPN") return false;
  if (!/^\p{L}{2,}ed$/u.test(written) && !(tag === "NOUN" && table.is("unchanged-past", written)))
    return false;
  const starts = ["NOUN", "PROPN", "PRON", "CCONJ", "ADV"].includes(before?.tag ?? "");
  if (!starts || table.is("possessive", before?.text.toLowerCase() ?? "")) return false;
  return (
    ["PRON", "DET", "ADV", "ADP", "PART"].includes(after?.tag ?? "") ||
    table.is("place-adverb", after?.text.toLowerCase() ?? "")
  );
}

/** `closing` → `close`, `sitting` → `sit`: the rules of English spelling backwards. */
function baseOfGerund(text: string): string {
  const stem = text.slice(0, -3);
  if (stem.endsWith("i")) return `${stem.slice(0, -1)}y`;
  if (/([bdgmnprt])\1$/u.test(stem)) return stem.slice(0, -1);
  return /[vscguz]$|^[^aeiou]*[aeiou][kdrmtp]$/u.test(stem) ? `${stem}e` : stem;
}

/** A base form stands where only a noun can: after a determiner, a possessive or an adjective, or before a finite auxiliary. */
function isNounPosition(word: Word, before: Word | undefined, after: Word | undefined): boolean {
  if (before === undefined) return false;
  const text = before.text.toLowerCase();
  if (
    before.tag === "DET" ||
    table.is("possessive", text) ||
    (before.tag === "PART" && /^['’]s?$/u.test(text))
  )
    return true;
  if (before.tag === "PUNCT" && text === "," && after?.tag === "NOUN") return true;
  if (["be", "am", "is", "are", "was", "were", "still"].includes(text) && table.is("time-noun", word.lemma))
    return true;
  return (
    before.tag !== "PRON" &&
    before.tag !== "PROPN" &&
    before.tag !== "NOUN" &&
    text !== "to" &&
    before.tag !== "AUX" &&
    (before.tag !== "ADV" || table.is("sure-subordinator", text)) &&
    before.tag !== "CCONJ" &&
    ["was", "were", "had"].includes(after?.text.toLowerCase() ?? "")
  );
}
