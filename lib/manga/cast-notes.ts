// Finds what a writer notes of the cast before the story: a list under 「登場人物」 or `Characters`, or lines such as
// `Mina: 15, short hair`. Notes are no part of the story: nobody reads them out.
import type { CastNote } from "./story.ts";

const HEAD =
  /^[【［[(（■◆●▼#\s*]*(?:主な)?(?:登場人物|人物)(?:紹介|一覧|設定|表)?[】］\])）:：\s*]*$|^[#\s*]*(?:the )?(?:cast(?: of characters)?|(?:main )?characters|dramatis personae)[:\s*]*$/iu;
const NOTE =
  /^[・●○*•‣-]?\s*([\p{L}\p{N}][\p{L}\p{N}・ー＝.’' \-々]{0,23}?)\s*(?:[（(]([^）)]{1,24})[）)]\s*)?(?:[:：—–―…]+|(?<=\s)-\s|、|(?<=　))\s*(\S.{1,200})$/u;
/** A longer line is no note: a name, an aside and 200 characters are shorter. */
const LONGEST_NOTE = 300;
/** Whoever stands further down a list is not kept: no story has so many people. */
const MOST_NOTES = 100;
/** How a note without a list above it begins: an age. */
const AGED =
  /^(?:aged? )?(?:\d{1,3}|[一二三四五六七八九十]{1,4})(?:\s*(?:歳|才|years? old|yo)|(?=[,;.、。]|$))/iu;

interface Noted {
  cast: CastNote[];
  /** The lines that are left. */
  lines: string[];
}

/** Takes the notes on the cast off the front of a text's lines, after a title at most. */
export function takeCastNotes(lines: readonly string[]): Noted {
  const head = lines.slice(0, 12).findIndex((line) => HEAD.test(line.trim()));
  const start = head >= 0 ? head + 1 : firstAged(lines);
  if (start < 0) return { cast: [], lines: [...lines] };
  const cast: CastNote[] = [];
  let end = start;
  for (let at = start; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").trim();
    if (line === "") {
      if (cast.length > 0 && head < 0) break;
      continue;
    }
    const note = noteOf(line, head >= 0);
    if (!note) break;
    if (cast.length < MOST_NOTES) cast.push(note);
    end = at + 1;
  }
  if (cast.length === 0) return { cast: [], lines: [...lines] };
  return { cast, lines: [...lines.slice(0, head >= 0 ? head : start), ...lines.slice(end)] };
}

/** The line of the first note of a text that has no list, if it begins with one, or after its title. */
function firstAged(lines: readonly string[]): number {
  const written = [...lines.entries()].filter(([, line]) => line.trim() !== "").slice(0, 2);
  return written.find(([, line]) => noteOf(line.trim(), false))?.[0] ?? -1;
}

function noteOf(line: string, listed: boolean): CastNote | undefined {
  if (line.length > LONGEST_NOTE) return undefined;
  const [, name, aside, said] = NOTE.exec(line) ?? [];
  if (!name || !said || /^[「『“"]/u.test(said)) return undefined;
  if (!listed && !AGED.test(said)) return undefined;
  const reading =
    aside && /^[ぁ-んァ-ヴー・\s　]+$/u.test(aside) ? aside.replaceAll(/[\s　]/gu, "") : undefined;
  const notes = aside && !reading ? `${aside}、${said}` : said;
  return reading ? { name: name.trim(), notes, reading } : { name: name.trim(), notes };
}
