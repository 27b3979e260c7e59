// Brings a pasted text into paragraphs: undoes hard wraps, Aozora's markup and e-mail quoting, and finds headings and separators.
// Ruby travels inside the text as `\uE000base\uE001reading\uE002` until the units are cut.
import { takeCastNotes } from "./cast-notes.ts";
import type { Language } from "./language.ts";
import type { CastNote } from "./story.ts";

export const RUBY = { base: "\uE000", reading: "\uE001", end: "\uE002" } as const;

export interface Paragraph {
  kind: "text" | "heading" | "separator";
  text: string;
}

/** The same characters for the same text: NFC, line feeds alone, no marks of invisible order. */
export function normalizeText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/[\uE000-\uE002\uFEFF\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064]|[^\P{Cc}\n\t]/gu, "")
    .replace(/[\t\u00A0]/g, " ");
}

/** Cuts a text into paragraphs, its notes on the cast aside; separators (`***`, three empty lines) are paragraphs of their own. */
export function splitParagraphs(
  text: string,
  language: Language,
): { paragraphs: Paragraph[]; cast: CastNote[] } {
  const lines = markRuby(stripAozora(unquoteMail(stripMailHead(normalizeText(text)))))
    .split("\n")
    .map((line) => line.trimEnd());
  const { lines: joined, cast } = takeCastNotes(joinLines(lines, language));
  const opening = titleLines(joined);
  const paragraphs: Paragraph[] = [];
  let empty = 0;
  for (const [index, line] of joined.entries()) {
    const bare = line.trim();
    if (bare === "") {
      empty += 1;
      continue;
    }
    if (isSeparator(bare) || (empty >= 3 && paragraphs.length > 0)) {
      if (paragraphs.at(-1)?.kind !== "separator") paragraphs.push({ kind: "separator", text: "" });
    }
    empty = 0;
    if (isSeparator(bare)) continue;
    const setApart = index < opening;
    const heading = headingText(bare) ?? (setApart ? stripTitleMarks(bare) : undefined);
    paragraphs.push(heading ? { kind: "heading", text: heading } : { kind: "text", text: bare });
  }
  return { paragraphs, cast };
}

const isSeparator = (line: string): boolean =>
  /^(?:[*＊☆★◇◆○●□■▽▼△▲※⁂~〜～=＝\-‐―—─_.・…#＃♦♢\s]){1,}$/u.test(line) && !/^[….。・―—─]+$/u.test(line);

const HEADING =
  /^(?:(?:第\s*[一二三四五六七八九十百〇零\d０-９]+\s*[章話回節幕部編夜])(?=\s|$|[　:：「『]).{0,40}|(?:序章|終章|プロローグ|エピローグ|あとがき|幕間)(?:\s.{0,30})?|(?:chapter|part|act|scene)\s+(?:\d+|[ivxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b[^"“”]{0,60}|(?:prologue|epilogue)\b.{0,40}|[一二三四五六七八九十]{1,3}|\d{1,3}[.．]?|[ivxIVX]{1,5}[.．]?)$/iu;

function headingText(line: string): string | undefined {
  const hashed = /^#{1,6}\s*(\S.*?)\s*#*$/u.exec(line);
  if (hashed) return hashed[1];
  const marked = /^[■◆●▼]\s*(\S.{0,29})$/u.exec(line);
  if (marked && !/[。！？!?」』]$/u.test(line)) return marked[1];
  return HEADING.test(line) ? line : undefined;
}

/** How many lines come before the story: a title, perhaps with an author, short, no sentences, and set apart from what follows. */
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

/** Joins lines that were broken at a column rather than by the writer. */
function joinLines(lines: readonly string[], language: Language): string[] {
  const lengths = lines.filter((line) => line !== "").map((line) => line.length);
  const width = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length * 0.9)] ?? 0;
  const open = (line: string) => line !== "" && !isEnded(line, language);
  const broken = lines.filter((line, i) => open(line) && (lines[i + 1] ?? "") !== "").length;
  const wrapped = width <= 100 && broken >= 2 && broken / Math.max(1, lengths.length) > 0.2;
  const joined: string[] = [];
  let last = "";
  for (const line of lines) {
    const previous = joined.at(-1);
    if (previous !== undefined && previous !== "" && line !== "" && continues(previous, last, line)) {
      const gap = /[\p{Script=Latin}\p{N}.,;:!?'’"”)\-—]$/u.test(previous) && language === "en" ? " " : "";
      joined[joined.length - 1] = previous + gap + line.trimStart();
    } else joined.push(line);
    last = line;
  }
  return joined;

  function continues(soFar: string, lastLine: string, next: string): boolean {
    if (
      isSeparator(next.trim()) ||
      isSeparator(soFar.trim()) ||
      headingText(next.trim()) ||
      headingText(soFar.trim())
    )
      return false;
    if (hasOpenQuote(soFar)) return language === "ja" ? soFar.length < 2000 : !/^\s*["“]/u.test(next);
    if (LABELLED.test(next.trim())) return false;
    if (language === "ja") {
      if (/^[　「『（\s]/u.test(next)) return false;
      return wrapped && !isEnded(soFar, language) && lastLine.length >= width - 6;
    }
    if (/^\s{2,}/u.test(next) && isEnded(soFar, language)) return false;
    if (wrapped) return !isEnded(soFar, language) || lastLine.length >= width - 14;
    return !isEnded(soFar, language) && /^\p{Ll}/u.test(next);
  }
}

/** A line of a play script: a short name, perhaps a direction, and a colon. */
export const LABELLED =
  /^([\p{L}\p{N}][\p{L}\p{N}・ー＝=.’' \-々]{0,23}?)\s*([（(][^）)]{1,40}[）)])?\s*[:：]\s*(\S.*)$/u;

function isEnded(line: string, language: Language): boolean {
  const end = line.trimEnd();
  return language === "ja" ? /[。！？!?」』）)…―♪”"]$/u.test(end) : /[.!?…:]["”'’)*_\]]*$/u.test(end);
}

function hasOpenQuote(text: string): boolean {
  const count = (character: string) => text.split(character).length - 1;
  return (
    count("「") > count("」") || count("『") > count("』") || count("“") > count("”") || count('"') % 2 === 1
  );
}

/** An e-mail's own header lines are not told; its subject is the title. */
function stripMailHead(text: string): string {
  const head =
    /^\s*(?:(?:From|To|Cc|Bcc|Date|Sent|Reply-To|Subject|差出人|宛先|件名|日時|送信者|送信日時)\s*[:：].*\n){2,}/u.exec(
      text,
    )?.[0];
  if (!head) return text;
  const subject = /^(?:Subject|件名)\s*[:：]\s*(?:(?:Re|Fwd?)\s*[:：]\s*)*(\S.*)$/imu.exec(head)?.[1];
  return `${subject ? `# ${subject}\n\n` : ""}${text.slice(head.length)}`;
}

/** Takes `> ` away where most lines carry it. */
function unquoteMail(text: string): string {
  const lines = text.split("\n");
  const filled = lines.filter((line) => line.trim() !== "");
  const quoted = filled.filter((line) => /^\s*>/u.test(line)).length;
  if (quoted < 2 || quoted / filled.length < 0.6) return text;
  return lines.map((line) => line.replace(/^\s*(?:>\s?)+/u, "")).join("\n");
}

/** Drops Aozora's key to symbols, its notes and its colophon; headings that notes mark become `# …`. */
function stripAozora(text: string): string {
  return text
    .replace(/^-{20,}\n【テキスト中に現れる記号について】[\s\S]*?\n-{20,}$/mu, "")
    .replace(/\n底本[：:][\s\S]*$/u, "")
    .replace(/^(.*)［＃「[^」\n]*」は[大中小]見出し］/gmu, "# $1")
    .replace(/［＃[大中小]見出し］(.*?)［＃[大中小]見出し終わり］/gu, "# $1")
    .replace(/［＃[^］\n]*］/gu, "");
}

/** `｜漢字《かな》` and `漢字《かな》` become marked ruby; other 《…》 stay as they are. */
function markRuby(text: string): string {
  const mark = (_: string, base: string, reading: string) =>
    `${RUBY.base}${base}${RUBY.reading}${reading}${RUBY.end}`;
  return text
    .replace(/[｜|]([\p{L}\p{N}・ー々〆]{1,20})《([^《》\n]{1,40})》/gu, mark)
    .replace(
      /([\p{Script=Han}々〆ヶ]{1,20})《([\p{Script=Hiragana}\p{Script=Katakana}ー・\s]{1,40})》/gu,
      mark,
    );
}
