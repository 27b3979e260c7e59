// Bunsetsu: an independent word with the particles and auxiliaries that follow it.
import type { Word } from "./word.ts";
import { wordTable } from "./word-table.ts";

export interface Bunsetsu {
  kind: "noun" | "verb" | "adjective" | "adverb" | "adnominal" | "conjunction" | "other" | "mark";
  /** The independent words: a compound noun has several, the last is its head. */
  heads: Word[];
  /** What follows them: particles, auxiliaries, helping verbs, formal nouns with a copula. */
  tail: Word[];
}

const table = wordTable("ja");

const is = ({ tag, detail = [] }: Word, kind: string, ...details: string[]): boolean =>
  tag === kind && (details.length === 0 || details.some((one) => detail.includes(one)));

export function bunsetsuOf(words: readonly Word[]): Bunsetsu[] {
  const all: Bunsetsu[] = [];
  for (const [index, word] of words.entries()) {
    const last = all.at(-1);
    if (is(word, "記号")) all.push({ kind: "mark", heads: [word], tail: [] });
    else if (last === undefined || last.kind === "mark") all.push(begun(word));
    else if (isTail(word, words, index, last)) last.tail.push(word);
    else if (joins(word, last)) last.heads.push(word);
    else all.push(begun(word));
  }
  return all;
}

function begun(word: Word): Bunsetsu {
  return { kind: kindOf(word), heads: [word], tail: [] };
}

function kindOf(word: Word): Bunsetsu["kind"] {
  switch (word.tag) {
    case "名詞":
    case "接頭詞":
    case "UNK":
      return "noun";
    case "動詞":
      return "verb";
    case "形容詞":
      return "adjective";
    case "副詞":
      return "adverb";
    case "連体詞":
      return "adnominal";
    case "接続詞":
      return "conjunction";
    default:
      return "other";
  }
}

function isTail(word: Word, words: readonly Word[], index: number, last: Bunsetsu): boolean {
  const isPredicate = last.kind === "verb" || last.kind === "adjective";
  if (is(word, "助詞") || is(word, "助動詞")) return true;
  if (is(word, "動詞", "接尾", "非自立")) return true;
  if (is(word, "形容詞", "接尾", "非自立")) return true;
  const previous = last.tail.at(-1);
  if (word.lemma === "みたい") return true;
  // 行った|こと|が: a formal noun belongs to its predicate only with a copula or at the end (行く|つもり|だ).
  if (is(word, "名詞", "特殊", "助動詞語幹")) return true;
  if (is(word, "名詞", "接尾") && (is(word, "名詞", "助動詞語幹") || !isPredicate))
    return last.tail.length === 0 ? is(word, "名詞", "助動詞語幹") : isPredicate;
  if (is(word, "名詞", "非自立")) {
    const next = words[index + 1];
    const isFinal = next === undefined || is(next, "助動詞") || (is(next, "記号") && next.text !== "、");
    if (isFinal && (isPredicate || last.tail.some((one) => one.tag === "助動詞"))) return true;
    return false;
  }
  if (is(word, "名詞", "ナイ形容詞語幹") && previous?.text === "に") return true;
  // 静かで(は)ない, 笑わずには(いられない): the denial of a copula and of a denial belong to their predicate.
  const isDenied =
    word.lemma === "ない" &&
    word.tag === "形容詞" &&
    last.tail.some(({ lemma, text }) => lemma === "だ" && text === "で");
  if (
    isDenied ||
    (word.lemma === "いる" &&
      previous?.text === "は" &&
      last.tail.some(({ lemma, form }) => lemma === "ぬ" && form === "連用ニ接続"))
  )
    return true;
  // 鳴らなく|なる, 飲みたく|なる: the change belongs to the denial or the wish before it.
  if (previous?.tag === "助動詞" && previous.form === "連用テ接続" && ["なる", "する"].includes(word.lemma))
    return true;
  if (["しれる", "知れる"].includes(word.lemma) && previous?.text.endsWith("も") === true) return true;
  // する of a noun of action, and ある of a copula (で|ある).
  if (
    word.lemma === "する" &&
    last.kind === "noun" &&
    last.tail.length === 0 &&
    is(last.heads.at(-1) ?? word, "名詞", "サ変接続")
  )
    return true;
  return (
    table.is("existence", word.lemma) &&
    previous !== undefined &&
    previous.tag === "助動詞" &&
    previous.text === "で"
  );
}

/** Nouns after nouns are one compound, and so is a verb after the stem of another. */
function joins(word: Word, last: Bunsetsu): boolean {
  if (last.kind === "verb" && last.tail.length === 0)
    return (
      word.tag === "動詞" && last.heads.at(-1)?.form === "連用形" && (last.heads.at(-1)?.text.length ?? 0) > 1
    );
  if (last.kind !== "noun" || last.tail.length > 0) return false;
  // くわえたまま|屋根へ: a formal noun ends its phrase.
  if (is(last.heads.at(-1) ?? word, "名詞", "非自立")) return false;
  if (is(word, "名詞", "副詞可能", "代名詞") && !is(last.heads[0] ?? word, "接頭詞")) return false;
  return (
    word.tag === "名詞" ||
    word.tag === "UNK" ||
    word.tag === "接頭詞" ||
    is(last.heads.at(-1) ?? word, "接頭詞")
  );
}

/** Whether the bunsetsu says something: a verb, an adjective, or a noun with a copula or する. */
export function isPredicate({ kind, heads, tail }: Bunsetsu): boolean {
  if (kind === "verb") return true;
  if (kind === "adjective") return !isAdverbial(tail, heads);
  if (kind !== "noun") return false;
  return tail.some(
    ({ lemma, tag, text }) =>
      (tag === "助動詞" &&
        (table.is("copula", lemma) || lemma === "らしい") &&
        text !== "な" &&
        text !== "に") ||
      (tag === "動詞" && lemma === "する"),
  );
}

/** 白く (before a verb): manner, no predicate. */
function isAdverbial(tail: readonly Word[], heads: readonly Word[]): boolean {
  return tail.length === 0 && heads.at(-1)?.form === "連用テ接続";
}
