// Reads the markup of Aozora Bunko (https://www.aozora.gr.jp/annotation/): ruby, notes, characters missing from the file's encoding, repeat
// marks, indented blocks, the key to symbols and the colophon.
import { jisCharacter } from "./jis-x0213.ts";

/** Ruby is encoded in the text as `\uE000base\uE001reading\uE002` until the text is cut into units. */
export const RUBY = { base: "\uE000", reading: "\uE001", end: "\uE002" } as const;
/** Marks a line that the text sets apart from the story by an indent: a sign, a letter, a verse. */
export const SET_APART = "\uE006";
/** Characters that a note spells out; they are protected because the same characters are also markup. */
const ESCAPES: Readonly<Record<string, string>> = { "《": "\uE003", "》": "\uE004", "｜": "\uE005" };

/** Restores the characters that `plainAozora` protected. */
export function unprotected(text: string): string {
  return text.replaceAll("\uE003", "《").replaceAll("\uE004", "》").replaceAll("\uE005", "｜");
}

/** The text without notes and with marked ruby. Headings become `# …`; lines that notes indent begin with `SET_APART`. */
export function plainAozora(text: string): string {
  return markRuby(
    withoutNotes(setApart(withCharacters(withoutKey(text)).replace(/\n底本[：:][\s\S]*$/u, ""))),
  );
}

/** An unclosed note is matched to the end of its line, so that the search does not start again at the next opening mark (linear time). */
function withoutNotes(text: string): string {
  return text
    .replace(/^(.*)［＃「[^」\n［]*」は[大中小]見出し］/gmu, "# $1")
    .replace(
      /［＃[大中小]見出し］(.*?)(?:(［＃[大中小]見出し終わり］)|$)/gmu,
      (marked: string, heading: string, end: string | undefined) => (end ? `# ${heading}` : marked),
    )
    .replace(NOTE, (note) => (note.endsWith("］") ? "" : note));
}

const NOTE = /［＃[^］\n]*］?/gu;
const BLOCK_BEGIN = /^［＃ここから[^］\n]{0,40}(?:字下げ|罫囲み|字詰め|横組み)/u;
const BLOCK_END = /^［＃ここで[^］\n]{0,40}終わり］/u;
/** A block with more lines is a part of the story, not an insertion such as a letter. */
const LONGEST_BLOCK = 60;

/** Marks the lines between ［＃ここから３字下げ］ and ［＃ここで字下げ終わり］, and drops the lines of these notes. */
function setApart(text: string): string {
  const lines: string[] = [];
  let begun = -1;
  for (const line of text.split("\n")) {
    const bare = line.trim();
    if (BLOCK_BEGIN.test(bare)) begun = lines.length;
    else if (BLOCK_END.test(bare)) {
      const isBlock = begun >= 0 && lines.length - begun <= LONGEST_BLOCK;
      for (let at = begun; isBlock && at < lines.length; at += 1) {
        if (lines[at]?.trim() !== "") lines[at] = SET_APART + (lines[at] ?? "");
      }
      begun = -1;
    }
    const isNoteAlone = /^［＃ここ[^］]*］$/u.test(bare);
    if (!isNoteAlone) lines.push(line);
  }
  return lines.join("\n");
}

/** A character (gaiji) that the file's encoding lacks, with the note that describes it. */
const GAIJI = /※［＃[^］\n［]{0,80}］/gu;
const CODE_POINT = /U\+([0-9A-F]{4,5})/u;
/** Plane, row and cell of JIS X 0213, perhaps followed by page and line: `第3水準1-14-76`. */
const JIS_PLACE = /(?<!\d)([12])-(\d{1,2})-(\d{1,2})(?!\d)/u;
/** くの字点 repeats what stands before it; with ″ the first sound of the repetition is voiced. */
const REPEATED =
  /([\p{Script=Han}々]{0,2}[\p{Script=Hiragana}\p{Script=Katakana}ー]{0,4})(?:／(″?)＼|〳〵|〱|(〴〵|〲))/gu;
/** 〔Cafe'〕: a letter followed by the mark that stands for its accent. */
const ACCENTED = /〔([^〔〕\n]{1,300})〕/gu;
const ACCENT = /([A-Za-z])([`'^~:&,_])/gu;
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", ":": "\u0308", "&": "\u030A" },
  ...{ ",": "\u0327", _: "\u0304" },
};

/** Replaces notes and repeat marks (`※［＃…］`, `／＼`) by the characters that they describe. */
export function withCharacters(text: string): string {
  return text
    .replace(GAIJI, (note) => {
      const character = describedBy(note) ?? "〓";
      return ESCAPES[character] ?? character;
    })
    .replace(REPEATED, (_, before: string, voiced: string | undefined, voicedMark: string | undefined) => {
      const said = repeatedPart(before);
      const isVoiced = (voiced ?? "") !== "" || voicedMark !== undefined;
      return before + (isVoiced ? `${said.charAt(0)}\u3099`.normalize("NFC") + said.slice(1) : said);
    })
    .replace(ACCENTED, (whole, inner: string) => {
      const plain = inner.replace(ACCENT, (_, letter: string, mark: string) =>
        `${letter}${ACCENTS[mark] ?? ""}`.normalize("NFC"),
      );
      return plain === inner ? whole : plain;
    });
}

/** The character that a note describes by its code point or by its place in JIS X 0213; undefined where it gives neither. */
function describedBy(note: string): string | undefined {
  const code = CODE_POINT.exec(note)?.[1];
  if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
  const place = JIS_PLACE.exec(note);
  return place === null ? undefined : jisCharacter(Number(place[1]), Number(place[2]), Number(place[3]));
}

/**
 * The part that a repeat mark repeats: of kana two letters, or three where there are only three; of a word with kanji, the kanji and the
 * kana after them.
 */
function repeatedPart(before: string): string {
  const kanji = /[\p{Script=Han}々]+[\p{Script=Hiragana}ー]{0,2}$/u.exec(before)?.[0];
  return kanji ?? (before.length <= 3 ? before : before.slice(-2));
}

/** Removes the key to symbols, which stands between two rules. */
function withoutKey(text: string): string {
  const head = /^-{20,}\n【テキスト中に現れる記号について】/mu.exec(text);
  if (head === null) return text;
  const rule = /\n-{20,}$/gmu;
  rule.lastIndex = head.index + head[0].length;
  return rule.test(text) ? text.slice(0, head.index) + text.slice(rule.lastIndex) : text;
}

/** `｜漢字《かな》` and `漢字《かな》` become marked ruby; any other 《…》 is not changed. */
function markRuby(text: string): string {
  const mark = (_: string, base: string, reading: string) =>
    `${RUBY.base}${base}${RUBY.reading}${reading}${RUBY.end}`;
  const explicit = (whole: string, wide: string | undefined, narrow: string | undefined, reading: string) =>
    mark(whole, wide ?? narrow ?? "", reading);
  return text
    .replace(/(?:｜([^｜|《》［］\n]{1,30})|\|([\p{L}\p{N}・ー々〆]{1,20}))《([^《》\n]{1,40})》/gu, explicit)
    .replace(
      /([\p{Script=Han}々〆ヶ〓]{1,20}|[A-Za-zＡ-Ｚａ-ｚ]{1,30})《([\p{Script=Hiragana}\p{Script=Katakana}ー・\s]{1,40})》/gu,
      mark,
    );
}
