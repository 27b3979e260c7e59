// Splits a pasted text into paragraphs: undoes hard wraps, markup and e-mail quoting, and finds headings, separators and indented blocks.
import { plainAozora, SET_APART } from "./aozora.ts";
import { takeCastNotes } from "./cast-notes.ts";
import { toNfc } from "./compose-text.ts";
import type { Language } from "./language.ts";
import type { CastNote } from "./story.ts";

export interface Paragraph {
  kind: "text" | "heading" | "separator";
  text: string;
  /** A line beside the story that is printed with it: the author, or the date of writing. */
  frame?: "author" | "date";
  /** The text sets the paragraph apart by an indent: a sign, a letter, a verse. */
  apart?: true;
  /** An empty line precedes the paragraph. */
  spaced?: true;
}

/** Normalizes a text: NFC, line feeds only, no invisible direction marks. */
export function normalizeText(text: string): string {
  return toNfc(text)
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/[\uE000-\uE006\uFEFF\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064]|[^\P{Cc}\n\t]/gu, "")
    .replace(/[\t\u00A0]/g, " ");
}

/** Splits a text into paragraphs and separates its notes on the cast. Separators (`***`, three empty lines) are paragraphs of their own. */
export function splitParagraphs(
  text: string,
  language: Language,
): { paragraphs: Paragraph[]; cast: CastNote[] } {
  const lines = plainAozora(unquoteMail(stripMailHead(withoutGutenberg(normalizeText(text)))))
    .split("\n")
    .map((line) => line.trimEnd());
  const { lines: joined, cast } = takeCastNotes(joinLines(withIndents(lines, language), language));
  const opening = titleLines(joined);
  const paragraphs: Paragraph[] = [];
  let empty = 0;
  for (const [index, line] of joined.entries()) {
    const isSet = line.startsWith(SET_APART);
    const bare = withoutEmphasis((isSet ? line.slice(1) : line).trim(), language);
    if (bare === "") {
      empty += 1;
      continue;
    }
    if (isSeparator(bare) || (empty >= 3 && paragraphs.length > 0)) {
      if (paragraphs.at(-1)?.kind !== "separator") paragraphs.push({ kind: "separator", text: "" });
    }
    const place = {
      ...(isSet ? { apart: true as const } : {}),
      ...(empty > 0 ? { spaced: true as const } : {}),
    };
    empty = 0;
    if (isSeparator(bare)) continue;
    const setApart = index < opening;
    const heading = headingText(bare) ?? (setApart ? stripTitleMarks(bare) : undefined);
    const isAuthor =
      setApart && paragraphs.some(({ kind }) => kind === "heading") && headingText(bare) === undefined;
    const frame = isAuthor ? { frame: "author" as const } : {};
    paragraphs.push(
      heading ? { kind: "heading", text: heading, ...frame } : { kind: "text", text: bare, ...place },
    );
  }
  const last = paragraphs.at(-1);
  if (last?.kind === "text" && paragraphs.length > 1 && isDate(last.text)) {
    last.kind = "heading";
    last.frame = "date";
  }
  return { paragraphs, cast };
}

/**
 * Marks indented lines. Japanese: lines with two ideographic spaces or more. English: blocks of which every line has two spaces or more, in
 * a text whose lines mostly have none.
 */
function withIndents(lines: readonly string[], language: Language): string[] {
  if (language === "ja")
    return lines.map((line) =>
      /^　{2,}[^\s]/u.test(line) && line.length < LONGEST_INDENTED ? SET_APART + line : line,
    );
  const filled = lines.filter((line) => line !== "");
  const isIndented = (line: string) => /^ {2,}\S/u.test(line);
  const isIndentUsual = filled.filter(isIndented).length > filled.length / 2;
  const marked: string[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (end < lines.length && (lines[end] ?? "") !== "") end += 1;
    const block = lines.slice(at, end);
    const isSet = (!isIndentUsual && block.every(isIndented)) || (at > 0 && isVerse(block));
    marked.push(...(isSet ? block.map((line) => SET_APART + line) : block));
    if (end < lines.length) marked.push("");
    at = end + 1;
  }
  return marked;
}

/** Whether a block is verse: three or more short lines that all begin with a capital, and do not all end like sentences. */
const isVerse = (block: readonly string[]): boolean =>
  block.length >= 3 &&
  block.every((line) => line.length <= 60 && /^ *["“‘'(]?\p{Lu}/u.test(line)) &&
  !block.every((line) => isEnded(line, "en"));

/** A longer indented line is an ordinary paragraph. */
const LONGEST_INDENTED = 200;

/** `_word_` is Project Gutenberg's markup for emphasis. */
const EMPHASIS = /(?<![\p{L}\p{N}_])_([^_\n]{1,300})_(?!_)/gu;
const withoutEmphasis = (text: string, language: Language): string =>
  language === "en" ? text.replace(EMPHASIS, "$1") : text;

/** `（大正十五年一月）`, `(January 1926)`: a date of writing below the story's end. */
const isDate = (line: string): boolean =>
  line.length <= 40 &&
  /^[（(—―].*(?:[年月]|\b1[89]\d\d\b).*[）)]?$/u.test(line) &&
  /^[（(—―\s]*(?:明治|大正|昭和|平成|[\d０-９一二三四五六七八九十〇]|\p{Lu}\p{Ll}+ )/u.test(line) &&
  !/[。！？!?]/u.test(line);

const isSeparator = (line: string): boolean =>
  /^[*＊☆★◇◆○●□■▽▼△▲※⁂~〜～=＝\-‐―—─_.・…#＃♦♢\s]+$/u.test(line) && !/^[….。・―—─]+$/u.test(line);

const HEADING =
  /^(?:(?:第\s*[一二三四五六七八九十百〇零\d０-９]+\s*[章話回節幕部編夜])(?=\s|$|[　:：「『]).{0,40}|(?:序章|終章|プロローグ|エピローグ|あとがき|幕間)(?:\s.{0,30})?|(?:chapter|part|act|scene)\s+(?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b[^"“”]{0,60}|(?:prologue|epilogue)\b.{0,40}|[一二三四五六七八九十]{1,3}|\d{1,3}[.．]?|[ivxIVX]{1,5}[.．]?)$/iu;

function headingText(line: string): string | undefined {
  if (line.startsWith("#")) {
    const hashed = withoutLastHashes(line.replace(/^#{1,6}/u, "")).trim();
    if (hashed !== "") return hashed;
  }
  const marked = /^[■◆●▼]\s*(\S.{0,29})$/u.exec(line);
  if (marked && !/[。！？!?」』]$/u.test(line)) return marked[1];
  return HEADING.test(line) ? line : undefined;
}

function withoutLastHashes(text: string): string {
  let end = text.length;
  while (text[end - 1] === "#") end -= 1;
  return text.slice(0, end);
}

/**
 * Number of lines before the story: a title, perhaps with an author. They are short, are no sentences, and are separated from what follows.
 */
function titleLines(lines: readonly string[]): number {
  const start = lines.findIndex((line) => line.trim() !== "");
  let end = start;
  while (end >= 0 && end - start < 3 && isTitleLike((lines[end] ?? "").trim())) end += 1;
  if (end <= start) return 0;
  const next = lines[end];
  const rest = lines.slice(end).some((line) => line.trim() !== "");
  return rest && next !== undefined && (next.trim() === "" || /^　/u.test(next)) ? end : 0;
}

function isTitleLike(line: string): boolean {
  const plain = line.replace(/\uE001[^\uE002]*\uE002/gu, "").replace(/^『(.*)』$/u, "$1");
  if (plain === "" || plain.length > (/\p{Script=Latin}{3}/u.test(plain) ? 80 : 40)) return false;
  return !/[。．、,:：;；」』”".]$/u.test(plain) && !/^[“"「『（(#]/u.test(plain) && !isSeparator(plain);
}

function stripTitleMarks(line: string): string {
  return line
    .replace(/^(?:title|題名|タイトル|題)\s*[:：]\s*/iu, "")
    .replace(/^\*\*(.+)\*\*$/u, "$1")
    .replace(/^『(.+)』$/u, "$1");
}

/** Joins lines that were wrapped at a column and not broken by the writer. */
function joinLines(lines: readonly string[], language: Language): string[] {
  const lengths = lines.filter((line) => line !== "").map((line) => line.length);
  const width = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
  const nextMark = nextMarks(lines);
  const open = (line: string) => line !== "" && !isEnded(line, language);
  const broken = lines.filter((line, i) => open(line) && (lines[i + 1] ?? "") !== "").length;
  const wrapped = width <= 100 && broken >= 2 && broken / Math.max(1, lengths.length) > 0.2;
  const joined: Joined[] = [];
  let last = "";
  for (const [index, line] of lines.entries()) {
    const previous = joined.at(-1);
    const isSet = line.startsWith(SET_APART);
    const bare = isSet ? line.slice(1) : line;
    if (
      previous !== undefined &&
      previous.length > 0 &&
      line !== "" &&
      isSet === (previous.parts[0] ?? "").startsWith(SET_APART) &&
      continues(previous, last, bare, index)
    ) {
      const gap = language === "en" && ENDS_WORD.test(previous.tail) ? " " : "";
      append(previous, gap + bare.trimStart());
    } else joined.push(append(newJoined(line), line));
    last = line;
  }
  return joined.map(({ parts }) => parts.join(""));

  function continues(soFar: Joined, lastLine: string, next: string, index: number): boolean {
    if (isSeparator(next.trim()) || headingText(next.trim()) || isApart(soFar)) return false;
    if (hasOpenQuote(soFar)) {
      if (language === "en") return !/^\s*["“]/u.test(next);
      // A quote is unclosed if another one of its kind opens before it closes.
      const kind = isOpen(soFar, "「", "」") ? "「" : "『";
      return soFar.length < 2000 && nextMark[index]?.[kind] !== kind;
    }
    if (LABELLED.test(next.trim())) return false;
    if (language === "ja") {
      if (/^[　「『（\s]/u.test(next)) return false;
      return wrapped && !isEnded(soFar.tail, language) && lastLine.length >= width - 6;
    }
    if (/^\s{2,}/u.test(next) && isEnded(soFar.tail, language)) return false;
    if (wrapped) return !isEnded(soFar.tail, language) || lastLine.length >= width - 14;
    return !isEnded(soFar.tail, language) && /^\p{Ll}/u.test(next);
  }
}

type NextMarks = Partial<Record<"「" | "『", string>>;

/** For each line, the next quotation mark of each Japanese kind, from the line's start on. */
function nextMarks(lines: readonly string[]): NextMarks[] {
  const marks: NextMarks[] = [];
  let next: NextMarks = {};
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? "";
    const [single, double] = [/[「」]/u.exec(line)?.[0], /[『』]/u.exec(line)?.[0]];
    if (single !== undefined) next = { ...next, "「": single };
    if (double !== undefined) next = { ...next, "『": double };
    marks[at] = next;
  }
  return marks;
}

/** A paragraph to which lines are being joined. Everything that joining needs is kept here, so that each line is read once. */
interface Joined {
  parts: string[];
  length: number;
  /** Its last characters, by which its end is judged. */
  tail: string;
  /** Number of occurrences of each quotation mark. */
  marks: Map<string, number>;
  /** Its first line is a separator or a heading. */
  isApart: boolean;
}

const TAIL = 200;
const QUOTATION_MARKS = /[「」『』“”"]/gu;
const ENDS_WORD = /[\p{Script=Latin}\p{N}.,;:!?'’"”)\-—]$/u;

function newJoined(line: string): Joined {
  const bare = line.trim();
  const isApart = bare !== "" && (isSeparator(bare) || headingText(bare) !== undefined);
  return { parts: [], length: 0, tail: "", marks: new Map(), isApart };
}

function append(joined: Joined, text: string): Joined {
  joined.parts.push(text);
  joined.length += text.length;
  joined.tail = (joined.tail + text).slice(-TAIL);
  for (const [mark] of text.matchAll(QUOTATION_MARKS)) {
    joined.marks.set(mark, (joined.marks.get(mark) ?? 0) + 1);
  }
  return joined;
}

/** Longer joined lines are not a heading. */
const LONGEST_HEADING = 120;

const isApart = ({ isApart: isFirstApart, parts, length }: Joined): boolean =>
  isFirstApart ||
  (parts.length > 1 && length <= LONGEST_HEADING && headingText(parts.join("").trim()) !== undefined);

/** A line of a play script: a short name, perhaps a direction, and a colon. */
export const LABELLED =
  /^([\p{L}\p{N}][\p{L}\p{N}・ー＝=.’' \-々]{0,23}?)\s*(?:([（(][^）)]{1,40}[）)])\s*)?[:：]\s*(\S.*)$/u;

function isEnded(line: string, language: Language): boolean {
  const end = line.trimEnd();
  return language === "ja" ? /[。！？!?」』）)…―♪”"]$/u.test(end) : /[.!?…:]["”'’)*_\]]*$/u.test(end);
}

const countOf = ({ marks }: Joined, mark: string): number => marks.get(mark) ?? 0;

const isOpen = (joined: Joined, open: string, close: string): boolean =>
  countOf(joined, open) > countOf(joined, close);

const hasOpenQuote = (joined: Joined): boolean =>
  isOpen(joined, "「", "」") ||
  isOpen(joined, "『", "』") ||
  isOpen(joined, "“", "”") ||
  countOf(joined, '"') % 2 === 1;

const MAIL_HEADER =
  /(?:From|To|Cc|Bcc|Date|Sent|Reply-To|Subject|差出人|宛先|件名|日時|送信者|送信日時)[ 　]*[:：]/uy;
const SUBJECT = /^(?:Subject|件名)[ 　]*[:：]/u;
const REPLY = /\s*(?:Re|Fwd?)\s*[:：]/iuy;

/** Removes an e-mail's header lines, if there are at least two; the subject becomes the title. */
function stripMailHead(text: string): string {
  let end = text.length - text.trimStart().length;
  const headers: string[] = [];
  for (;;) {
    MAIL_HEADER.lastIndex = end;
    const next = text.indexOf("\n", end) + 1;
    if (!MAIL_HEADER.test(text) || next === 0) break;
    headers.push(text.slice(end, next).trim());
    end = next;
  }
  if (headers.length < 2) return text;
  const subject = headers.find((line) => SUBJECT.test(line))?.replace(SUBJECT, "") ?? "";
  REPLY.lastIndex = 0;
  let begin = 0;
  while (REPLY.test(subject)) begin = REPLY.lastIndex;
  const title = subject.slice(begin).trim();
  return `${title === "" ? "" : `# ${title}\n\n`}${text.slice(end)}`;
}

const GUTENBERG_START = /^\*\*\* ?START OF TH(?:E|IS) PROJECT GUTENBERG EBOOK[^\n]*$/mu;
const GUTENBERG_END =
  /^(?:\*\*\* ?END OF TH(?:E|IS) PROJECT GUTENBERG EBOOK|End of (?:the )?Project Gutenberg)/mu;

/** Removes Project Gutenberg's header and footer, if the text has their marks. */
function withoutGutenberg(text: string): string {
  const start = GUTENBERG_START.exec(text);
  const from = start === null ? 0 : start.index + start[0].length;
  const body = text.slice(from);
  const end = GUTENBERG_END.exec(body);
  return end === null ? body : body.slice(0, end.index);
}

/** Removes `> ` where most lines start with it. */
function unquoteMail(text: string): string {
  const lines = text.split("\n");
  const filled = lines.filter((line) => line.trim() !== "");
  const quoted = filled.filter((line) => /^\s*>/u.test(line)).length;
  if (quoted < 2 || quoted / filled.length < 0.6) return text;
  return lines.map((line) => line.replace(/^\s*>(?:\s?>)*\s?/u, "")).join("\n");
}
