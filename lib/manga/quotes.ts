// Finds what is spoken in a paragraph: whole quoted lines with their marks, and standing thoughts in brackets.
// Quotes within quotes belong to the line around them; quoted words inside a sentence are not speech.
import type { Language } from "./language.ts";

export interface Span {
  start: number;
  /** After the closing mark. */
  end: number;
  /** How many characters of either end are marks and not words. */
  marks: { open: number; close: number };
}

export function findQuotes(text: string, language: Language): Span[] {
  const spans = language === "ja" ? japaneseQuotes(text) : englishQuotes(text);
  return spans.filter((span) => span.end - span.start > span.marks.open + span.marks.close);
}

const PAIRS: Readonly<Record<string, string>> = { "「": "」", "『": "』", "“": "”", "｢": "｣" };

function japaneseQuotes(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text[at] ?? "";
    const close = PAIRS[open];
    if (close) {
      const end = closing(text, at, open, close);
      const marks = { open: 1, close: text[end - 1] === close ? 1 : 0 };
      if (!isMention(text, at, end)) spans.push({ start: at, end, marks });
      at = end;
    } else if (/[（(]/u.test(open) && startsSentence(text, at)) {
      const end = thoughtEnd(text, at);
      if (end > 0) spans.push({ start: at, end, marks: { open: 0, close: 0 } });
      at = end > 0 ? end : at + 1;
    } else at += 1;
  }
  return spans;
}

/** Where the quote that opens at `from` ends; at the end of the text where nothing closes it. */
function closing(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === open) depth += 1;
    else if (text[at] === close) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

const startsSentence = (text: string, at: number): boolean =>
  /(?:^|[。！？!?」』）)])\s*$/u.test(text.slice(0, at));

/** A thought in brackets stands alone, at least four characters long: （どうしよう）. */
function thoughtEnd(text: string, at: number): number {
  const match = /^[（(][^（）()]{4,}[）)](?=\s*$|[。「『（(]|と(?:、|思|考|心|つぶや|呟))/u.exec(
    text.slice(at),
  );
  return match ? at + match[0].length : 0;
}

/** 「はい」という言葉, 『坊っちゃん』を読む, 「立入禁止」と書いた札: a word is named, nobody speaks. */
function isMention(text: string, start: number, end: number): boolean {
  const inner = text.slice(start + 1, end - 1);
  const after = text.slice(end, end + 12);
  if (
    /^とい(?:う|った)(?:名|言葉|文字|字|意味|題|本|曲|歌|店|看板|札|もの|こと|の|単語|役|町|村|島|国)/u.test(
      after,
    )
  )
    return true;
  if (/^と(?:だけ)?(?:書|記さ|記し|読め|彫|名づけ|名付け|呼ばれ|印刷)/u.test(after)) return true;
  const before = text.slice(0, start);
  if (/^。/u.test(after) && /。$/u.test(before) && !/[。！？!?…、]/u.test(inner)) return true;
  if (inner.length > 14 || /[。！？!?…]$/u.test(inner)) return false;
  if (/^(?:の|は|が|を|も|や|に|で|へ|から|とは|なる|、と?「)/u.test(after)) {
    return /[^。！？!?」』\s]$/u.test(before) || /^(?:の|を|や|へ)/u.test(after);
  }
  return false;
}

function englishQuotes(text: string): Span[] {
  const double = /["“”]/u.test(text);
  const spans: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? "";
    const opens = double ? /["“”]/u.test(character) : isSingleOpen(text, at);
    if (!opens) {
      at += 1;
      continue;
    }
    const end = double ? doubleEnd(text, at) : singleEnd(text, at);
    if (end < 0) {
      at += 1;
      continue;
    }
    const closed = /["”'’]$/u.test(text.slice(at + 1, end));
    if (!isEnglishMention(text, at, end))
      spans.push({ start: at, end, marks: { open: 1, close: closed ? 1 : 0 } });
    at = end;
  }
  return spans;
}

function doubleEnd(text: string, from: number): number {
  const close = text[from] === '"' ? /"/u : /["”]/u;
  for (let at = from + 1; at < text.length; at += 1) if (close.test(text[at] ?? "")) return at + 1;
  return text.length;
}

const isSingleOpen = (text: string, at: number): boolean =>
  /['‘]/u.test(text[at] ?? "") &&
  /(?:^|[\s—(])$/u.test(text.slice(0, at)) &&
  /^[\p{Lu}…—]/u.test(text.slice(at + 1));

/** British single quotes close after a mark of punctuation; anything else is an apostrophe. */
function singleEnd(text: string, from: number): number {
  const match = /[.,!?…—-]['’](?=[\s—.,;)]|$)/u.exec(text.slice(from + 1));
  return match ? from + 1 + match.index + match[0].length : -1;
}

const SAYS =
  /\b(?:said|says|say|asked|asks|cried|shouted|whispered|called|replied|answered|added|yelled|muttered|murmured|screamed|told|went|sang|repeated|begged|sighed|laughed)\b[^.!?]*$/iu;
const WRITTEN =
  /\b(?:sign|note|letter|card|label|poster|banner|word|words|read|reads|named|nickname|title|titled|phrase|sticker|written)\b[^.!?]*$/iu;

/** A few quoted words that are part of a sentence: the word "love", a sign that said "CLOSED". */
function isEnglishMention(text: string, start: number, end: number): boolean {
  const inner = text.slice(start + 1, end - 1);
  if (inner.split(/\s+/u).length > 4) return false;
  const before = text.slice(0, start).trimEnd();
  if (before === "" || /[.!?,:;—–"”-]$/u.test(before)) return false;
  if (WRITTEN.test(before)) return true;
  if (/[.,!?…—-]$/u.test(inner) || SAYS.test(before)) return false;
  return true;
}
