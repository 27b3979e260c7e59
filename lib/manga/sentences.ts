// Finds the sentences of a paragraph, a spoken line or a letter.
import type { Language } from "./language.ts";

/** Half-open, in UTF-16 units. */
interface SentenceSpan {
  from: number;
  to: number;
}

/** Abbreviations, whose full stop ends no sentence. */
export const ABBREVIATION =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|St|Prof|Jr|Sr|vs|etc|No|Capt|Lt|Sgt|e\.g|i\.e|[A-Z])\.$/u;
/** Length of the text before a stop that suffices to match an abbreviation. */
export const ABBREVIATION_LENGTH = 8;

const SENTENCE_END = { ja: /[。！？!?]+[」』）)”]*/gu, en: /[.!?…]+["”’')\]]*/gu } as const;
/** 「えっ！」と, also without brackets: the sentence continues after the quoted words. */
const QUOTED_END = /[！？!?](?:と(?=[、思言云叫聞問答呼考尋心])|って(?=[、思言])|という)/uy;
/** What follows an English end mark at a sentence's end. */
const NEXT_SENTENCE = /\s+["“‘'(\p{Lu}\p{N}—]|\s*$/uy;
/** End marks in brackets end no sentence, unless the brackets have been open for more characters than this. */
const LONGEST_BRACKETS = 300;

/** Sentences with their end marks, contiguous and covering the whole text. */
export function sentenceSpans(text: string, language: Language): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  let start = 0;
  let read = 0;
  /** Number of brackets open since `start`. */
  let open = 0;
  /** Whether the number of straight quotation marks since `start` is odd. */
  let isQuoted = false;
  for (const { index, 0: mark } of text.matchAll(SENTENCE_END[language])) {
    const stop = index + mark.length;
    NEXT_SENTENCE.lastIndex = stop;
    if (language === "en" && !NEXT_SENTENCE.test(text)) continue;
    const tail = text.slice(Math.max(start, stop - ABBREVIATION_LENGTH), stop);
    if (language === "en" && ABBREVIATION.test(tail)) continue;
    QUOTED_END.lastIndex = stop - 1;
    if (language === "ja" && QUOTED_END.test(text)) continue;
    const since = text.slice(read, stop);
    open += openBrackets(since);
    if (language === "en" && (since.split('"').length - 1) % 2 === 1) isQuoted = !isQuoted;
    read = stop;
    if ((open > 0 || isQuoted) && stop - start < LONGEST_BRACKETS) continue;
    sentences.push({ from: start, to: stop });
    start = stop;
    open = 0;
    isQuoted = false;
  }
  const last = sentences.at(-1);
  if (last && text.slice(start).trim() === "") last.to = text.length;
  else if (start < text.length) sentences.push({ from: start, to: text.length });
  return sentences;
}

/** Number of opening brackets minus closing ones. */
function openBrackets(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/[（(「『“]/gu) - count(/[）)」』”]/gu);
}
