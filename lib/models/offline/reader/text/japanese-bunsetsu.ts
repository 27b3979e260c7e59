// Splits a Japanese sentence into bunsetsu (an independent word with its particles and auxiliaries), and finds noun phrases and vocatives.
import { kindOfNoun } from "../../noun-kinds.ts";
import { joinedText, type Phrase, phraseOf, type Word } from "./clause.ts";
import { wordTable } from "./word-table.ts";

export interface Bunsetsu {
  kind: "noun" | "verb" | "adjective" | "adverb" | "adnominal" | "other" | "mark";
  /** The independent words. A compound noun has several; the last is its head. */
  heads: Word[];
  /** The dependent words: particles, auxiliaries, helping verbs, and formal nouns with a copula. */
  tail: Word[];
}

const table = wordTable("ja");

const KINDS: Readonly<Record<string, Bunsetsu["kind"]>> = {
  ...({ 名詞: "noun", 接頭詞: "noun", UNK: "noun", 動詞: "verb", 形容詞: "adjective" } as const),
  ...({ 副詞: "adverb", 連体詞: "adnominal", 記号: "mark" } as const),
};

/** Whether the word has this part of speech and, if `details` are given, one of those subdivisions. */
const is = (word: Word | undefined, kind: string, ...details: string[]): boolean =>
  word?.tag === kind && (details.length === 0 || details.some((one) => word.detail?.includes(one)));

export function bunsetsuOf(words: readonly Word[]): Bunsetsu[] {
  const all: Bunsetsu[] = [];
  for (const [index, word] of words.entries()) {
    const last = all.at(-1);
    const isOpen = last !== undefined && last.kind !== "mark" && !is(word, "記号");
    if (isOpen && isTail(word, words[index + 1], last)) last.tail.push(word);
    else if (isOpen && last.tail.length === 0 && joins(word, last)) last.heads.push(word);
    else all.push({ kind: KINDS[word.tag] ?? "other", heads: [word], tail: [] });
  }
  return all;
}

function isTail(word: Word, next: Word | undefined, { kind, heads, tail }: Bunsetsu): boolean {
  const { lemma, tag } = word;
  const previous = tail.at(-1);
  if (tag === "助詞" || tag === "助動詞" || lemma === "みたい") return true;
  if (is(word, "名詞", "特殊", "助動詞語幹")) return true;
  if (tag !== "名詞" && is(word, tag, "接尾", "非自立")) return true;
  if (is(word, "名詞", "非自立")) {
    // A formal noun belongs to its predicate only before a copula or at the end (行く|つもり|だ). In 行った|こと|が it is separate.
    const isFinal = is(next, "助動詞") || (is(next, "記号") && next?.text !== "、");
    return isFinal && (kind === "verb" || kind === "adjective" || tail.some((one) => is(one, "助動詞")));
  }
  // Auxiliary expressions that assert, negate or suppose: に|違い|ない, かも|しれ|ない, 静か|で|(は|)ない, で|ある.
  if (is(word, "名詞", "ナイ形容詞語幹")) return previous?.text === "に";
  if (lemma === "しれる" || lemma === "知れる") return previous?.text.endsWith("も") === true;
  // 鳴らなく|なる, 飲みたく|なる: なる and する belong to the negative or desiderative form before them.
  if (is(previous, "助動詞") && previous?.form === "連用テ接続") return lemma === "なる" || lemma === "する";
  if (is(word, "形容詞") && lemma === "ない") return tail.some((one) => one.lemma === "だ");
  // 笑わ|ず|に|は|いられない: いる belongs to the negation before it.
  if (previous?.text === "は" && tail[0]?.form === "連用ニ接続") return lemma === "いる";
  if (table.is("existence", lemma)) return is(previous, "助動詞") && previous?.text === "で";
  // する after a verbal noun.
  return lemma === "する" && tail.length === 0 && is(heads.at(-1), "名詞", "サ変接続");
}

/** Whether the word continues a compound: a noun after a noun, or a verb after the stem of another verb. */
function joins(word: Word, { kind, heads }: Bunsetsu): boolean {
  const last = heads.at(-1);
  if (kind === "verb") return word.tag === "動詞" && last?.form === "連用形" && last.text.length > 1;
  if (kind !== "noun") return false;
  // A formal noun ends its phrase: くわえたまま|屋根へ.
  if (is(last, "名詞", "非自立") || is(word, "名詞", "副詞可能", "代名詞")) return false;
  return word.tag === "名詞" || word.tag === "UNK" || is(last, "接頭詞");
}

/** Whether the bunsetsu is a predicate: a verb, an adjective that is not an adverb (白く), or a noun with a copula or する. */
export function isPredicate({ kind, heads, tail }: Bunsetsu): boolean {
  if (kind === "verb") return true;
  if (kind === "adjective") return tail.length > 0 || heads.at(-1)?.form !== "連用テ接続";
  const isCopula = ({ lemma, text }: Word) =>
    (table.is("copula", lemma) || lemma === "らしい") && text !== "な" && text !== "に";
  return (
    kind === "noun" && tail.some((word) => word.lemma === "する" || (word.tag === "助動詞" && isCopula(word)))
  );
}

/** A compound as written, a single word in its dictionary form. */
export const headOf = (heads: readonly Word[]): string =>
  heads.length > 1 ? joinedText(heads) : (heads[0]?.lemma ?? "");

export const particlesOf = ({ tail }: Bunsetsu): string =>
  joinedText(tail.filter(({ tag }) => tag === "助詞"));

/** Maximum number of modifiers before a noun, in bunsetsu. It bounds the search. */
const MOST_MODIFIERS = 40;

/** The noun at `index` with its modifiers: 連体詞, and nouns that one of the particles `ties` links to it. */
export function nounPhrase(
  bunsetsu: readonly Bunsetsu[],
  index: number,
  text: string,
  { ties = ["の"], marker = "" }: { ties?: readonly string[]; marker?: string },
): Phrase {
  const heads = bunsetsu[index]?.heads ?? [];
  const least = Math.max(0, index - MOST_MODIFIERS);
  let first = index;
  while (first > least && isBefore(bunsetsu[first - 1], ties)) first -= 1;
  const from = bunsetsu[first]?.heads[0]?.from ?? 0;
  return phraseOf(text, { from, to: heads.at(-1)?.to ?? from }, headOf(heads), marker);
}

/** Whether the bunsetsu is a 連体詞, or a noun with one of the particles: 王の(娘), 太郎と(花子が). */
export const isBefore = (one: Bunsetsu | undefined, ties: readonly string[]): boolean =>
  one?.kind === "adnominal" ||
  (one?.kind === "noun" && one.tail.length === 1 && ties.includes(one.tail[0]?.text ?? ""));

/** All noun phrases, including nested ones. `text`: the text that the words' offsets point into. Only direct speech has vocatives. */
export function japaneseNouns(
  bunsetsu: readonly Bunsetsu[],
  text: string,
  spoken: boolean,
): { nouns: Phrase[]; vocatives: Phrase[] } {
  const nouns = [...bunsetsu.entries()].flatMap(([index, one]) =>
    one.kind === "noun"
      ? [{ index, phrase: nounPhrase(bunsetsu, index, text, { marker: particlesOf(one) }) }]
      : [],
  );
  const called = nouns.filter(({ index }) => spoken && isVocative(bunsetsu, index));
  return { nouns: nouns.map(({ phrase }) => phrase), vocatives: called.map(({ phrase }) => phrase) };
}

/** Whether the bunsetsu is a vocative: a name, person or animal, set off at the start or end of the sentence, with よ or や at most. */
function isVocative(bunsetsu: readonly Bunsetsu[], index: number): boolean {
  const one = bunsetsu[index];
  if (one === undefined || !one.tail.every(({ text }) => text === "よ" || text === "や")) return false;
  const around = [bunsetsu.slice(0, index), bunsetsu.slice(index + 1)];
  const isSilent = ({ kind, heads }: Bunsetsu) => kind === "mark" || heads[0]?.tag === "感動詞";
  if (!around.some((side) => side.every(isSilent))) return false;
  const isEdge = (mark: Bunsetsu | undefined) => mark === undefined || mark.kind === "mark";
  if (!isEdge(bunsetsu[index - 1]) || !isEdge(bunsetsu[index + 1])) return false;
  return (
    one.heads.some(({ detail = [] }) => detail.includes("人名")) ||
    ["person", "animal"].includes(kindOfNoun(joinedText(one.heads), "ja")?.is ?? "")
  );
}
