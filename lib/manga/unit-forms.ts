// Finds units that are neither plain narration nor speech: signs, letters, verses and sounds, by their introduction and by how the text
// sets them apart.
import type { Language } from "./language.ts";
import type { Paragraph } from "./paragraphs.ts";
import type { StoryUnit } from "./story.ts";

type Form = "sign" | "letter" | "verse";

/** `paragraphs`: indexed by the units' paragraph numbers. */
export function withForms(
  units: readonly StoryUnit[],
  paragraphs: readonly Paragraph[],
  language: Language,
): StoryUnit[] {
  const formed = units.map((unit, index) => quotedForm(unit, units[index - 1], units[index + 1], language));
  for (const { from, to, isApart } of unitGroups(formed, paragraphs)) {
    const form = formOf(formed, { from, to, isApart }, language);
    for (let at = from; form !== undefined && at < to; at += 1) {
      const unit = formed[at];
      if (unit !== undefined && unit.form === undefined && unit.label === undefined)
        formed[at] = { ...unit, kind: "narration", form };
    }
  }
  return formed;
}

const WRITTEN_BEFORE =
  /(?:書いてあ|書かれてい|書きつけてあ|記してあ|記されてい|貼ってあ|貼られてい|刻まれてい|彫ってあ|印刷してあ)[^。]{0,6}。$/u;
const WRITTEN_AFTER =
  /^と(?:いう)?[^。「」]{0,12}(?:書いてあ|書かれ|書きつけ|記し|記され|貼って|貼られ|刻まれ|札が|看板|貼り紙|貼紙|立て札)/u;
const SOUND = /^[\p{Script=Katakana}ー・っッ…！!、]{2,20}$/u;
const SOUNDS_AFTER = /^(?:と|という)[^。「」]{0,8}(?:鳴|音|響)/u;
/** ザク、ザク、ザク。: a sentence that only repeats a sound word. */
const REPEATED_SOUND = /^([\p{Script=Katakana}ーッ]{1,6})(?:[、・！!…\s]{0,2}\1){1,20}[。！!…ッー]{0,3}$/u;

/** Quoted words are not speech where the neighbouring sentence says that they are written or are a sound. */
function quotedForm(
  unit: StoryUnit,
  before: StoryUnit | undefined,
  after: StoryUnit | undefined,
  language: Language,
): StoryUnit {
  if (language !== "ja" || unit.label !== undefined) return unit;
  if (unit.kind === "narration" && unit.form === undefined && REPEATED_SOUND.test(unit.text))
    return { ...unit, form: "sound" };
  if (unit.kind !== "speech") return unit;
  const told = before?.kind === "narration" && unit.paragraph - before.paragraph <= 1 ? before.text : "";
  const then =
    after?.kind === "narration" && after.paragraph - unit.paragraph <= 1 ? after.text.slice(0, 24) : "";
  // A と at its start belongs to the words before it: 「…」と書いてありました。「なるほど」
  const isWritten = !/(?:^|[」』])と/u.test(told) && WRITTEN_BEFORE.test(told.slice(-20));
  if (isWritten || WRITTEN_AFTER.test(then))
    return {
      ...unit,
      kind: "narration",
      form: LETTER.ja.test(told.slice(-INTRODUCTION)) ? "letter" : "sign",
    };
  if (SOUND.test(unit.text) && SOUNDS_AFTER.test(then)) return { ...unit, kind: "narration", form: "sound" };
  return unit;
}

interface UnitGroup {
  /** Indices of units, half-open. */
  from: number;
  to: number;
  isApart: boolean;
}

/** Groups of units, separated from their surroundings by an indent, or by an empty line before and after. */
function unitGroups(units: readonly StoryUnit[], paragraphs: readonly Paragraph[]): UnitGroup[] {
  const stretches: UnitGroup[] = [];
  let last: StoryUnit | undefined;
  for (const [index, unit] of units.entries()) {
    const { apart, spaced, kind } = paragraphs[unit.paragraph] ?? {};
    const isApart = apart === true && kind === "text";
    const open = stretches.at(-1);
    const isNext = last === undefined || unit.paragraph - last.paragraph > 1 || unit.kind === "heading";
    const isParted = unit.paragraph !== last?.paragraph && spaced === true && !(isApart && open?.isApart);
    if (open === undefined || isNext || isParted || open.isApart !== isApart)
      stretches.push({ from: index, to: index + 1, isApart });
    else open.to = index + 1;
    last = unit;
  }
  return stretches;
}

/** The longest introduction before a group, in UTF-16 units. */
const INTRODUCTION = 160;

const LETTER = {
  en: /\b(?:letter|note|telegram|wire|message|postcard|missive)\b/iu,
  ja: /手紙|紙切れ|便り|葉書|はがき|ハガキ|電報|書置|書き置き|遺書|返事|文面|紙片|便箋/u,
} as const;
const VERSE = {
  en: /\b(?:song|verses?|poem|rhyme|ballad|sang|singing|chant(?:ed)?|recited|hymn|stanza)\b/iu,
  ja: /歌|唄|詩|俳句|短歌|句を|うた(?:い|ひ|う|ふ|っ)/u,
} as const;
const SIGN = {
  en: /\b(?:sign|board|notice|notice-board|placard|label|plate|inscription|door|tombstone|headline|banner|poster)\b/iu,
  ja: /看板|札|貼紙|貼り紙|張紙|張り紙|掲示|字で|書いて|書かれ|刻ま|彫っ|玄関|扉|表札|標/u,
} as const;
/** The end of a sentence that introduces quoted writing. */
const INTRODUCES = {
  en: /:$|\b(?:ran|read|said|follows|following|written|wrote|short|brief|thus|this|put up an? \S{3,20})[^.:]{0,30}[.:—-]*$/iu,
  ja: /(?:書いてあ|書かれてい|書かれてあ|認めてあ|したためてあ|記されてい|次のよう|こうあ|かうあ|左の通り)[^。]{0,8}[。：:]?$|(?:読み始め|読んだ)[^。]{0,8}[：:]$/u,
} as const;
/** "Dear Tom," or "Bob: I was there": a letter begins with a name. */
const SALUTATION = /^[“"'‘]?(?:(?:My )?(?:dear|dearest)\b|(?:\p{Lu}[\p{L}.’']{1,20} ?){1,3}[:,—])/iu;
/** Shorter writing that no noun calls a letter is a sign, in letters. */
const LONGEST_SIGN = 120;
/** A group of more units is a part of the story. */
const MOST_UNITS = 120;

function formOf(
  units: readonly StoryUnit[],
  { from, to, isApart }: UnitGroup,
  language: Language,
): Form | undefined {
  const before = units[from - 1];
  const own = units.slice(from, to);
  const [first] = own;
  if (before === undefined || first === undefined || own.length > MOST_UNITS) return undefined;
  if (own.every(({ kind }) => kind === "heading")) return undefined;
  const introduction = textBefore(units, from);
  const length = own.reduce((sum, { text }) => sum + text.length, 0);
  const isIntroduced =
    before.kind === "narration" &&
    INTRODUCES[language].test(introduction.slice(-60)) &&
    first.kind !== "heading";
  if (isApart) {
    if (VERSE[language].test(introduction)) return "verse";
    if (LETTER[language].test(introduction)) return "letter";
    if (language === "en") return length > LONGEST_SIGN || !isShouted(own) ? "verse" : "sign";
    if (SIGN.ja.test(introduction) || first.kind === "speech")
      return length > 2 * LONGEST_SIGN ? "letter" : "sign";
    return undefined;
  }
  if (!isIntroduced) {
    const isBoard = language === "en" && isShouted(own) && length < LONGEST_SIGN;
    return isBoard && SIGN.en.test(introduction) ? "sign" : undefined;
  }
  if (language === "en") {
    if (isShouted(own) && length < LONGEST_SIGN && SIGN.en.test(introduction)) return "sign";
    return LETTER.en.test(introduction) && SALUTATION.test(first.text) ? "letter" : undefined;
  }
  // In a text with an empty line between all paragraphs, each paragraph is a group.
  if (LETTER.ja.test(introduction)) return "letter";
  return SIGN.ja.test(introduction) && first.kind === "narration" && length < LONGEST_SIGN
    ? "sign"
    : undefined;
}

/** The end of the text of the units before `from`. */
function textBefore(units: readonly StoryUnit[], from: number): string {
  let text = "";
  for (let at = from - 1; at >= 0 && text.length < INTRODUCTION; at -= 1)
    text = `${units[at]?.text ?? ""} ${text}`;
  return text.trimEnd().slice(-INTRODUCTION);
}

const isShouted = (units: readonly StoryUnit[]): boolean =>
  units.every(({ text }) => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text));
