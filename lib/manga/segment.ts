// Cuts a story into units: sentences of narration, whole spoken lines, headings. Pure, and without a dictionary. A separator has a
// paragraph number of its own, so a gap in the numbers is a break in the story. A quoted word inside narration (「はい」という言葉, the word "love")
// stays in its sentence, because nobody speaks it there.

import { RUBY, unprotected } from "./aozora.ts";
import type { Language } from "./language.ts";
import { LABELLED, type Paragraph, splitParagraphs } from "./paragraphs.ts";
import { findQuotes, type Span } from "./quotes.ts";
import { sentenceSpans } from "./sentences.ts";
import type { CastNote, Ruby, Story, StoryUnit } from "./story.ts";
import { withForms } from "./unit-forms.ts";

interface Piece {
  kind: StoryUnit["kind"];
  text: string;
  label?: string;
  form?: StoryUnit["form"];
  /** The quote is not closed in its paragraph. */
  open?: boolean;
  continues?: boolean;
}

/**
 * The story in units, in text order. No letter is lost; only whitespace, quotation marks around spoken lines, separators and Aozora's notes
 * are removed. Throws `RangeError` where nothing is left.
 */
export function segmentStory(text: string, language: Language): Story {
  const { paragraphs, cast } = splitParagraphs(text, language);
  const labels = scriptLabels(paragraphs);
  const dashes = paragraphs.filter((p) => p.kind === "text" && DASHED.test(p.text)).length >= 2;
  const units: StoryUnit[] = [];
  let isOpen = false;
  for (const [paragraph, { kind, text: body, frame }] of paragraphs.entries()) {
    if (kind === "separator") {
      isOpen = false;
      continue;
    }
    const pieces: Piece[] =
      kind === "heading"
        ? [{ kind: "heading", text: body, ...(frame === undefined ? {} : { form: frame }) }]
        : cutParagraph(body, { language, labels, dashes });
    const [first] = pieces;
    if (isOpen && first?.kind === "speech" && first.label === undefined) first.continues = true;
    isOpen = pieces.at(-1)?.open === true;
    for (const piece of pieces) {
      const { text: plain, ruby } = takeRuby(piece.text.trim());
      if (plain === "") continue;
      const id = `u${String(units.length + 1).padStart(4, "0")}`;
      const unit: StoryUnit = { id, kind: piece.kind, text: plain, ruby, paragraph };
      units.push({
        ...unit,
        ...(piece.label === undefined ? {} : { label: takeRuby(piece.label).text }),
        ...(piece.form === undefined ? {} : { form: piece.form }),
        ...(piece.continues === true ? { continues: true as const } : {}),
      });
    }
  }
  if (units.length === 0) throw new RangeError("the text contains only notes and separators, no story");
  const opening = units[0];
  const title =
    opening?.kind === "heading" && !isNumbered(opening.text) ? withoutNumber(opening.text) : undefined;
  return {
    language,
    ...(title === undefined ? {} : { title }),
    ...(cast.length === 0 ? {} : { cast }),
    units: readNames(withForms(units, paragraphs, language), cast),
  };
}

/** Adds the reading of a name, where the list of the cast gives one, to its first occurrence. */
function readNames(units: readonly StoryUnit[], cast: readonly CastNote[]): StoryUnit[] {
  const read = [...units];
  for (const { name, reading } of cast) {
    if (reading === undefined) continue;
    const index = read.findIndex(({ text }) => text.includes(name));
    const unit = read[index];
    if (!unit) continue;
    const ruby = { at: unit.text.indexOf(name), length: name.length, text: reading };
    if (unit.ruby.some(({ at, length }) => at < ruby.at + ruby.length && ruby.at < at + length)) continue;
    read[index] = { ...unit, ruby: [...unit.ruby, ruby].toSorted((a, b) => a.at - b.at) };
  }
  return read;
}

/** 第一話　幽霊と消しゴム and `Chapter 1: The Ghost` are titled by the words after the number. */
function withoutNumber(heading: string): string {
  const named =
    /^(?:第\s*[一二三四五六七八九十百\d０-９]+\s*[章話回節幕部編夜]|(?:chapter|part|act|scene)\s+(?:\d+|[ivxlc]+))[\s　:：.–—-]+(\S.*)$/iu.exec(
      heading,
    );
  return named?.[1] ?? heading;
}

/** A heading with only a chapter number is not a title. */
function isNumbered(heading: string): boolean {
  return /^(?:第?\s*[一二三四五六七八九十百\d０-９ivxIVX]+\s*[章話回節幕部編夜.．]?|(?:chapter|part|act|scene)\s+\S+|プロローグ|エピローグ|序章|prologue|epilogue)$/iu.test(
    heading,
  );
}

const DASHED = /^[—–―-]\s*(?=[\p{L}¿¡"“'])/u;

interface Cutting {
  language: Language;
  labels: ReadonlySet<string>;
  dashes: boolean;
}

function cutParagraph(text: string, how: Cutting): Piece[] {
  const script = LABELLED.exec(text);
  if (script?.[1] && script[3] && how.labels.has(script[1])) {
    return labelledLine(script[1], script[2], script[3]);
  }
  const led = LED_BY_NAME.exec(text);
  if (led?.[1] && led[3] && isLabel(led[1], how.labels)) return labelledLine(led[1], led[2], led[3]);
  if (how.language === "en" && how.dashes && DASHED.test(text)) return cutDashed(text.replace(DASHED, ""));
  return cutProse(text, how.language);
}

/**
 * `ミナ「…」`, `ミナ（小声で）「…」`: a name, perhaps a direction, then the line alone. A name with ruby stays narration, so that its reading is kept.
 */
const LED_BY_NAME = /^([\p{L}\p{N}ー・々]{1,16})([（(][^）)]{1,40}[）)])?([「『].*[」』])$/u;

const NO_LABEL =
  /^(?:そして|すると|でも|しかし|ふと|突然|やがて|ただ|また|一言|ひとこと|最後に|今度は?|小声|翌日|瞬間|一瞬|それから|だから|なぜ|もう一度|いきなり|とうとう|ついに|思わず|続けて|同時に|口々に|場所|日時|時間|時刻|登場人物|人物|題名?|タイトル|作者?|著者|注|追伸|note|ps|scene|setting|place|time|date|title|author|by|subject|from|to|sent|cc|re|fw|https?)$/iu;

function isLabel(name: string, labels: ReadonlySet<string>): boolean {
  if (NO_LABEL.test(name)) return false;
  if (labels.has(name)) return true;
  return (
    name.length <= 8 &&
    !/[はがもにとをへでてのねよらりしだたくう]$/u.test(name) &&
    !/^\p{Script=Hiragana}+$/u.test(name)
  );
}

/** Labels of a play script. A name must occur at least twice, so that a single colon in a letter does not count. */
function scriptLabels(paragraphs: readonly Paragraph[]): Set<string> {
  const counts = new Map<string, number>();
  /** Names before a colon in any paragraph. */
  const withColon = new Set<string>();
  let coloned = 0;
  for (const { kind, text } of paragraphs) {
    const colon = LABELLED.exec(text)?.[1];
    if (colon) withColon.add(colon);
    if (kind !== "text") continue;
    if (colon && !NO_LABEL.test(colon) && !/^\p{N}+$/u.test(colon) && isNameLike(colon)) {
      coloned += 1;
      counts.set(colon, (counts.get(colon) ?? 0) + 1);
    }
    const led = LED_BY_NAME.exec(text)?.[1];
    if (led) counts.set(led, (counts.get(led) ?? 0) + 1);
  }
  const enough = (name: string, count: number) => count >= 2 || (coloned >= 2 && withColon.has(name));
  return new Set([...counts].filter(([name, count]) => enough(name, count)).map(([name]) => name));
}

function isNameLike(label: string): boolean {
  if (/\p{Script=Latin}/u.test(label)) return /^\p{Lu}/u.test(label) && label.split(/\s+/u).length <= 3;
  return label.length <= 10;
}

function labelledLine(label: string, direction: string | undefined, line: string): Piece[] {
  const spoken = /^[「『“"](.*)[」』”"]$/u.exec(line);
  const inner = spoken?.[1] && !/[」』”"]/u.test(withoutInnerQuotes(spoken[1])) ? spoken[1] : line;
  const speech: Piece = { kind: "speech", text: inner, label };
  return direction ? [{ kind: "narration", text: direction }, speech] : [speech];
}

/** An unclosed quote is matched to the end, so that the search does not start again at the next mark. */
const withoutInnerQuotes = (text: string): string =>
  text.replace(/『[^』]*』?/gu, (quoted) => (quoted.endsWith("』") ? "" : quoted));

/** `— Come in, — said Mina. — Sit down.`: speech and narration alternate at each dash with white space before it. */
function cutDashed(text: string): Piece[] {
  const parts: string[] = [];
  let from = 0;
  for (const { index, 0: dash } of text.matchAll(/[—–]\s*/gu)) {
    if (index === from || !/\s/u.test(text[index - 1] ?? "")) continue;
    parts.push(text.slice(from, index));
    from = index + dash.length;
  }
  parts.push(text.slice(from));
  return parts.map((part, at) => ({ kind: at % 2 === 0 ? "speech" : "narration", text: part }));
}

function cutProse(text: string, language: Language): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const narrate = (until: number) => {
    const narrated = text.slice(at, until);
    for (const { from, to } of sentenceSpans(narrated, language)) {
      const sentence = narrated.slice(from, to).trim();
      if (sentence !== "") pieces.push({ kind: "narration", text: sentence });
    }
  };
  for (const quote of findQuotes(text, language)) {
    narrate(quote.start);
    const isThought = quote.marks.open === 0;
    pieces.push({
      kind: "speech",
      text: spokenText(text, quote),
      open: quote.marks.open > 0 && quote.marks.close === 0,
      ...(isThought ? { form: "thought" as const } : {}),
    });
    at = quote.end;
  }
  narrate(text.length);
  return pieces;
}

function spokenText(text: string, { start, end, marks }: Span): string {
  return text.slice(start + marks.open, end - marks.close);
}

function takeRuby(marked: string): { text: string; ruby: Ruby[] } {
  const ruby: Ruby[] = [];
  let text = "";
  let last = 0;
  for (const match of marked.matchAll(/\uE000([^\uE000-\uE002]*)\uE001([^\uE000-\uE002]*)\uE002/gu)) {
    text += clean(marked.slice(last, match.index));
    const [whole, base = "", reading = ""] = match;
    if (base !== "" && reading !== "")
      ruby.push({ at: text.length, length: base.length, text: unprotected(reading) });
    text += unprotected(base);
    last = match.index + whole.length;
  }
  return { text: text + clean(marked.slice(last)), ruby };
}

const RUBY_MARKS = new RegExp(`[${RUBY.base}${RUBY.reading}${RUBY.end}]`, "gu");
const clean = (text: string): string => unprotected(text.replaceAll(RUBY_MARKS, ""));
