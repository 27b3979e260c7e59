// Cuts Japanese text into tokens that stand in a column as one piece: upright characters, sideways words, tate-chu-yoko. Follows UAX #50
// (vertical orientation) and JLReq 3.2, with the conventions of manga lettering.
import type { Ruby } from "./page.ts";
import { segmenter } from "./segmenters.ts";

export interface Token {
  /** Upright: one character in a cell. Sideways: rotated by 90°. Across: horizontal within one em (tate-chu-yoko). */
  kind: "upright" | "sideways" | "across" | "space" | "newline";
  /** The token as written. */
  text: string;
  /** The token as shown. */
  show: string;
  /** UTF-16 range in the text; `end` is exclusive. */
  start: number;
  end: number;
}

/** Ruby over whole tokens, by token index. */
export interface TokenRuby {
  from: number;
  /** Exclusive. */
  to: number;
  text: string;
}

const NEWLINE = /\r\n|[\n\r\u2028\u2029]/uy;
const SPACES = /[ \t\u00a0\u2000-\u200b\u3000]+/uy;
const MARKS = /[!?！？‼⁇⁈⁉]+/uy;
const DIGITS = /[0-9０-９]+(?![\p{Script=Latin}0-9０-９]|[.,:/][0-9０-９])/uy;
const WORD =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}$#@&](?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Nd}_&@#%/:+*=.,'’-](?=[^ ]|$))*/uy;
const FULL_WIDTH = /^[\uff01-\uff60]+$/u;
const DASH = /[—―─━–‒‐‑-]/uy;
/** Kana followed by a separate voicing mark. */
const VOICED = /[\p{Script=Hiragana}\p{Script=Katakana}][\u3099\u309a\u309b\u309c゛゜]/uy;
const HALF_KANA = /[\uff66-\uff9f][\uff9e\uff9f]?/uy;
/** Characters with Vertical_Orientation U or Tu outside the scripts that are always upright; … and brackets have vertical forms. */
const UPRIGHT =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Bopomofo}|\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u3000-\u303f\u30fb\u30fc\uff00-\uff65\uffe0-\uffe7\u2016\u2020\u2021\u2025\u2026\u2030\u203b\u203c\u2047-\u2049\u2100-\u214f\u2160-\u218f\u2300-\u23ff\u2460-\u24ff\u25a0-\u27bf\u2b00-\u2bff\u3200-\u33ff§©®±¼½¾×÷°])/u;

/** Replacements in vertical text. */
const SHOWN: Readonly<Record<string, string>> = {
  "“": "〝",
  "”": "〟",
  "～": "〜",
  "~": "〜",
  "·": "・",
  "(": "（",
  ")": "）",
  "[": "［",
  "]": "］",
  "{": "｛",
  "}": "｝",
  ":": "：",
  ";": "；",
  "｢": "「",
  "｣": "」",
  "｡": "。",
  "､": "、",
  "･": "・",
  ",": "、",
  ".": "．",
  "=": "＝",
  "⋯": "…",
};

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const push = (kind: Token["kind"], source: string, show: string): void => {
    tokens.push({ kind, text: source, show, start: at, end: at + source.length });
    at += source.length;
  };
  while (at < text.length) {
    const newline = match(NEWLINE, text, at);
    const spaces = match(SPACES, text, at);
    const marks = match(MARKS, text, at);
    const digits = match(DIGITS, text, at);
    const word = match(WORD, text, at);
    const dash = match(DASH, text, at);
    const voiced = match(VOICED, text, at);
    const halfKana = match(HALF_KANA, text, at);
    if (newline) push("newline", newline, "");
    else if (spaces) push("space", spaces, " ");
    else if (marks) pushMarks(marks, push);
    else if (digits) {
      const plain = digits.normalize("NFKC");
      if (plain.length === 2) push("across", digits, plain);
      else for (const digit of digits) push("upright", digit, digit.normalize("NFKC"));
    } else if (word) pushWord(word, push);
    else if (dash) push("sideways", dash, /[‐‑-]/u.test(dash) ? "‐" : "―");
    else if (voiced) push("upright", voiced, combined(voiced));
    else if (halfKana) push("upright", halfKana, halfKana.normalize("NFKC"));
    else {
      const rest = text.slice(at);
      const cluster = segmenter("ja", "letters").segment(rest).containing(0)?.segment ?? rest;
      const show = SHOWN[cluster] ?? cluster.normalize("NFC");
      push(UPRIGHT.test(show) ? "upright" : "sideways", cluster, show);
    }
  }
  return tokens;
}

/** Extends ruby to the tokens that it touches; ruby outside the text is dropped. */
export function rubyOfTokens(tokens: readonly Token[], ruby: readonly Ruby[]): TokenRuby[] {
  const found: TokenRuby[] = [];
  let free = 0;
  for (const { at, length, text } of [...ruby].sort((a, b) => a.at - b.at)) {
    const from = tokens.findIndex((t) => t.end > at && t.start < at + length);
    const to = tokens.findLastIndex((t) => t.end > at && t.start < at + length) + 1;
    if (from < free || to <= from) continue;
    found.push({ from, to, text });
    free = to;
  }
  return found;
}

/** か゛ as が; with a combining mark where no such letter exists (あ゙). */
function combined(voiced: string): string {
  return voiced.replace("\u309b", "\u3099").replace("\u309c", "\u309a").normalize("NFC");
}

type Push = (kind: Token["kind"], source: string, show: string) => void;

/** Up to three marks (`!?`) stand side by side in one cell; a longer run continues below. */
function pushMarks(marks: string, push: Push): void {
  const units = [...marks];
  while (units.length > 0) {
    const count = units.length === 3 ? 3 : Math.min(2, units.length);
    const source = units.splice(0, count).join("");
    const show = source.normalize("NFKC");
    if (show.length === 1) push("upright", source, show === "!" ? "！" : "？");
    else push("across", source, show);
  }
}

/** Single letters and short capitals stand upright one by one; other words are rotated. */
function pushWord(word: string, push: Push): void {
  if (FULL_WIDTH.test(word)) {
    for (const letter of word) push("upright", letter, letter);
  } else if (/^(?:\p{Lu}\d|\d\p{Lu})$/u.test(word)) {
    push("across", word, word);
  } else if (/^(?:\p{L}|\p{Lu}{2,4})$/u.test(word)) {
    for (const letter of word) push("upright", letter, letter);
  } else {
    // Longer words may be cut, after their own punctuation where they have some.
    const longest = 14;
    for (const piece of word.match(/[^/.@_:-]{1,14}[/.@_:-]*|[/.@_:-]+/gu) ?? [word]) {
      if (word.length <= longest) {
        push("sideways", word, word);
        return;
      }
      push("sideways", piece, piece);
    }
  }
}

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
