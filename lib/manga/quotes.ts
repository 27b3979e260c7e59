// Finds speech in a paragraph: quoted lines with their marks, and thoughts in brackets that stand alone. A quote within a quote belongs to
// the outer one; quoted words inside a sentence are not speech.
import type { Language } from "./language.ts";

export interface Span {
  start: number;
  /** Offset after the closing mark. */
  end: number;
  /** Number of characters at each end that are marks. */
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

/** The end of the quote that opens at `from`; the end of the text where it is unclosed. */
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

/** Whether a sentence begins at `at`: only white space stands between it and the previous sentence's end. */
function startsSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && /\s/u.test(text[before] ?? "")) before -= 1;
  return before < 0 || /[。！？!?」』）)]/u.test(text[before] ?? "");
}

const THOUGHT = /[（(][^（）()]{4,}[）)](?=\s*$|[。「『（(]|と(?:、|思|考|心|つぶや|呟))/uy;

/** A thought in brackets stands alone and has at least four characters: （どうしよう）. */
function thoughtEnd(text: string, at: number): number {
  THOUGHT.lastIndex = at;
  return THOUGHT.test(text) ? THOUGHT.lastIndex : 0;
}

/** 「はい」という言葉, 『坊っちゃん』を読む, 「立入禁止」と書いた札: a mentioned word, not speech. */
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
  const before = text[start - 1] ?? "";
  if (after.startsWith("。") && before === "。" && !/[。！？!?…、]/u.test(inner)) return true;
  if (/^(?:きり|だけ|ばかり|しか|ほど|くらい|ぐらい|まで|など|なんて|とか)/u.test(after)) return true;
  if (inner.length > 14 || /[。！？!?…]$/u.test(inner)) return false;
  if (/^(?:の|は|が|を|も|や|に|で|へ|から|とは|なる|、と?「)/u.test(after)) {
    return (
      /[^。！？!?」』\s]/.test(before) ||
      /^(?:の|を|や|へ|(?:から|とは|[はがもにで])[\p{Script=Han}\p{Script=Katakana}、])/u.test(after)
    );
  }
  return false;
}

function englishQuotes(text: string): Span[] {
  const isMention = mentionsIn(text);
  const nextSingleEnd = singleEnds(text);
  const spans: Span[] = [];
  let at = 0;
  while (at < text.length) {
    const end = englishEnd(text, at, nextSingleEnd);
    if (end < 0) {
      at += 1;
      continue;
    }
    const closed = end - at >= 2 && /["”'’»]/u.test(text[end - 1] ?? "");
    if (!isMention(at, end)) spans.push({ start: at, end, marks: { open: 1, close: closed ? 1 : 0 } });
    at = end;
  }
  return spans;
}

/** The end of the quote that opens at `at`; -1 where none opens. Quotes of the other kind inside belong to it. */
function englishEnd(text: string, at: number, nextSingleEnd: (from: number) => number): number {
  const mark = text[at] ?? "";
  if (/["“”]/u.test(mark)) return doubleEnd(text, at);
  if (mark === "«") return closing(text, at, "«", "»");
  return isSingleOpen(text, at) ? nextSingleEnd(at + 1) : -1;
}

function doubleEnd(text: string, from: number): number {
  const close = text[from] === '"' ? /"/u : /["”]/u;
  for (let at = from + 1; at < text.length; at += 1) if (close.test(text[at] ?? "")) return at + 1;
  return text.length;
}

const SINGLE_BEGIN = /[\p{L}\p{N}…—(_"“]/uy;
/** Words that begin with an apostrophe. */
const ELISION =
  /(?:tis|twas|twere|twill|em|til|till|cause|bout|round|gainst|neath|stute|n|un|im|ere|er|is)\b/iuy;
/** A longer run before a quote is not a word. */
const WORD_LENGTH = 16;
const SAYING_END =
  /\b(?:said|says|asked|cried|shouted|whispered|called|replied|answered|added|murmured|that)\s*$/iu;

/** A single quote opens speech at a paragraph's start, after punctuation, and after a verb of saying. */
function isSingleOpen(text: string, at: number): boolean {
  if (!/['‘]/u.test(text[at] ?? "") || (at > 0 && !/[\s—–(]/u.test(text[at - 1] ?? ""))) return false;
  SINGLE_BEGIN.lastIndex = at + 1;
  ELISION.lastIndex = at + 1;
  if (!SINGLE_BEGIN.test(text) || (text[at] === "'" && ELISION.test(text))) return false;
  const before = text.slice(Math.max(0, at - WORD_LENGTH), at);
  return at === 0 || /[.,:;!?…—–\-"”’')*_]\s*$/u.test(before) || SAYING_END.test(before);
}

/**
 * A single quote closes after punctuation, or after a word before punctuation or the paragraph's end. Any other is an apostrophe (`the
 * boys' toys`).
 */
const SINGLE_END = /[.,;:!?…—–)_-]['’](?=[\s—–.,;:!?)]|$)|(?<=\p{L})['’](?=[.,;:!?—–)]|\s*$)/gu;

/** The end of a single quote whose words begin at `from`, or -1. Calls must come with increasing positions. */
function singleEnds(text: string): (from: number) => number {
  const ends = Array.from(text.matchAll(SINGLE_END), ({ index, 0: mark }) => index + mark.length);
  let next = 0;
  return (from) => {
    while ((ends[next] ?? Number.POSITIVE_INFINITY) <= from) next += 1;
    const end = ends[next];
    return end ?? -1;
  };
}

const STOP = /[.!?]/gu;
const SAYS =
  /\b(?:said|says|say|asked|asks|cried|shouted|whispered|called|replied|answered|added|yelled|muttered|murmured|screamed|told|went|sang|repeated|begged|sighed|laughed)\b/giu;
const WRITTEN =
  /\b(?:sign|board|notice|placard|plate|inscription|headline|note|letter|card|label|poster|banner|word|words|read|reads|named|nickname|title|titled|phrase|sticker|written|marked|labelled|inscribed|printed)\b/giu;

/**
 * Tells mentioned words that are part of a sentence from speech: the word "love", a sign that said "CLOSED". Calls must come with
 * increasing positions, so that the text is searched once and not once for each quote.
 */
function mentionsIn(text: string): (start: number, end: number) => boolean {
  const lastOf = (pattern: RegExp) => lastBefore(Array.from(text.matchAll(pattern), ({ index }) => index));
  const [lastStop, lastSaid, lastWritten] = [lastOf(STOP), lastOf(SAYS), lastOf(WRITTEN)];
  return (start, end) => {
    const inner = text.slice(start + 1, end - 1);
    const isLong = inner.split(/\s+/u).length > 4;
    let before = start - 1;
    while (before >= 0 && /\s/u.test(text[before] ?? "")) before -= 1;
    const stop = lastStop(start);
    const [said, written] = [lastSaid(start) > stop, lastWritten(start) > stop];
    if (written && /\p{Lu}{2}/u.test(inner) && !/\p{Ll}/u.test(inner)) return true;
    if (isLong || before < 0 || /[.!?,:;—–"”-]/u.test(text[before] ?? "")) return false;
    if (written) return true;
    // One lower-case word inside a sentence (the list of “killed.”) is mentioned, not spoken.
    if (/^\p{Ll}+[.,]?$/u.test(inner) && !said) return true;
    return !/[.,!?…—-]$/u.test(inner) && !said;
  };
}

/** The last of the increasing `places` before `end`, or -1. Calls must come with increasing ends. */
function lastBefore(places: readonly number[]): (end: number) => number {
  let next = 0;
  return (end) => {
    while ((places[next] ?? Number.POSITIVE_INFINITY) < end) next += 1;
    return places[next - 1] ?? -1;
  };
}
