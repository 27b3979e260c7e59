// Which of a person's choices the lettering could not meet, from what was set and how the text was lettered.
import type { SoundSet } from "../../../../lib/manga/hand-lettering.ts";
import { PAPER } from "../../../../lib/manga/paper.ts";
import type { LetteredText, Word } from "../../documents.ts";
import type { LetterKey } from "../../words/letter-words.ts";

/** By how much a balloon may exceed its extent, as a share: its line is drawn by hand. */
const HAND = 1.06;
const LATIN: ReadonlySet<string> = new Set(["comic", "comicItalic", "bangers"]);
const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function unmetText(
  { text, set = {} }: Word,
  { box, textBox, tail, within }: LetteredText,
): LetterKey[] {
  const { width = Infinity, height = Infinity } = set;
  const isTooSmall = box.width > width * HAND || box.height > height * HAND;
  return [
    ...(typeof set.tail === "object" && tail === null && within === undefined
      ? (["unmet.tail"] as const)
      : []),
    ...(set.join === true && within === undefined ? (["unmet.join"] as const) : []),
    ...(isTooSmall ? (["unmet.extent"] as const) : []),
    ...(isInSafeArea(textBox) ? [] : (["unmet.outside"] as const)),
    ...(lacks(set.font, text) ? (["unmet.font"] as const) : []),
  ];
}

export function unmetSound(
  { text, set = {} }: { text: string; set?: SoundSet | undefined },
  { textBox }: LetteredText,
): LetterKey[] {
  return [
    ...(isInSafeArea(textBox) ? [] : (["unmet.outside"] as const)),
    ...(lacks(set.font, text) ? (["unmet.font"] as const) : []),
  ];
}

const lacks = (font: string | undefined, text: string): boolean =>
  font !== undefined && LATIN.has(font) && JAPANESE.test(text);

function isInSafeArea({ x, y, width, height }: LetteredText["box"]): boolean {
  const { safe } = PAPER;
  const isAcross = x >= safe.x - 1 && x + width <= safe.x + safe.width + 1;
  return isAcross && y >= safe.y - 1 && y + height <= safe.y + safe.height + 1;
}
