// Finds a writer's notes on the cast before the story: a list under 「登場人物」 or `Characters`, or lines such as `Mina: 15, short hair`. Notes
// are not part of the story.
import type { CastNote } from "./story.ts";

const HEAD =
  /^[【［[(（■◆●▼#\s*]*(?:主な)?(?:登場人物|人物)(?:紹介|一覧|設定|表)?[】］\])）:：\s*]*$|^[#\s*]*(?:the )?(?:cast(?: of characters)?|(?:main )?characters|dramatis personae)[:\s*]*$/iu;
const NOTE =
  /^[・●○*•‣-]?\s*([\p{L}\p{N}][\p{L}\p{N}・ー＝.’' \-々]{0,23}?)\s*(?:[（(]([^）)]{1,24})[）)]\s*)?(?:[:：—–―…]+|(?<=\s)-\s|、|(?<=　))\s*(\S.{1,200})$/u;
/** A longer line is not a note. It leaves room for a name, an aside and 200 characters. */
const LONGEST_NOTE = 300;
/** The most notes that are kept; later ones are dropped. */
const MOST_NOTES = 100;
/** The start of a note without a list heading: a name, then an age. */
const AGED =
  /^(?:aged? )?(?:\d{1,3}|[一二三四五六七八九十]{1,4})(?:\s*(?:歳|才|years? old|yo)|(?=[,;.、。]|$))/iu;

interface Noted {
  cast: CastNote[];
  /** The lines without the notes. */
  lines: string[];
}

/** Separates the notes on the cast at the start of a text, after at most a title, from its other lines. */
export function takeCastNotes(lines: readonly string[]): Noted {
  const head = lines.slice(0, 12).findIndex((line) => HEAD.test(line.trim()));
  const start = head >= 0 ? head + 1 : firstUnlistedNote(lines);
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

/** Index of the first note where the text starts with a note, or has one right after its title, without a list heading. */
function firstUnlistedNote(lines: readonly string[]): number {
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
