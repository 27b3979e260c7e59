// What somebody remembers is seen where and when it was, not where they are now:
// He remembered a summer on the lake: …; 小学生のころを思い出した。放送局のガラスの向こうで …
import type { Story, StoryUnit } from "../../../manga/story.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Place, weakPlace } from "./settings.ts";

export interface Memory {
  /** Absent where it was here: この木の下で. */
  place: Place | undefined;
  /** Index of its first unit, and of the first after it. */
  start: number;
  end: number;
}

const REMEMBERS =
  /^[一二三四五六七八九十数何]+年前(?:の[^、。]{1,6})?、|^(?:[A-Z][a-z]+ )?(?:years|summers|winters) (?:ago|before|earlier),|思い(?:出|返)(?:した|していた|す)。?$|(?:脳裏|まぶた|目の奥)に[^。]{0,12}浮か|\bremember(?:ed|s) (?:a|an|the|one|that|how|her|him|them)\b|\bthought (?:back to|of the (?:day|night|summer|winter|time))\b/iu;

const LONG_AGO = /年前|\b(?:years|summers|winters) (?:ago|before|earlier)\b/u;
const HERE = /(?:ここ|この[^。、]{1,6})(?:で|に)|\b(?:here|in this [a-z]+|under this [a-z]+)\b/u;

/** What is still told of then. */
const OF_THEN = /\bhad\b|\bused to\b|いつも|(?:その|あの)(?:日|夜|頃|ころ|とき)|そう始ま/u;

/** The memory that begins with a sentence, or right after it, where it has a place of its own. */
export function memoryAt(units: Story["units"], index: number, lexicon: Lexicon): Memory | undefined {
  const unit = units[index];
  if (
    unit?.kind !== "narration" ||
    !REMEMBERS.test(unit.text) ||
    /忘れ(?:た|られ)(?:こと)?[がは]?な/u.test(unit.text)
  )
    return undefined;
  const end = MENTIONS.test(unit.text) && !isOfThen(units[index + 1]) ? index + 1 : nowAgain(units, index);
  for (const [at, { text }] of units.slice(index, end).entries()) {
    const place = weakPlace(text, lexicon);
    // Who remembers is seen first, where the place comes afterwards.
    if (place) return { place, start: at === 0 ? index : index + 1, end };
    if (at === 0 && LONG_AGO.test(text) && HERE.test(text)) return { place: undefined, start: index, end };
  }
  return undefined;
}

/** All memories of a story that have places of their own. */
export function memoriesIn({ units }: Story, lexicon: Lexicon): Memory[] {
  const memories: Memory[] = [];
  for (const index of units.keys()) {
    if (index < (memories.at(-1)?.end ?? 0)) continue;
    const memory = memoryAt(units, index, lexicon);
    if (memory) memories.push(memory);
  }
  return memories;
}

/** 航太が指さした: somebody acts now, whose the lines before it are. */
const ACTS_NOW = /^[^。、「」はがも]{1,8}が[^。、「」]{0,8}(?:た|る)。$/u;

/** 転んだ日のことを思い出した, 庭で言われた言葉を思い出した: all that is told of it. */
const MENTIONS =
  /(?:のこと|言葉|顔|声|姿|約束|味)を[^。]{0,8}思い(?:出|返)し(?:た|ていた)。$|[^ころ頃日夏冬春秋夜朝年時]を[^。、]{0,8}思い(?:出|返)し(?:た|ていた)。$/u;

/** `Mr. Finch handed her a can`: somebody who was here before does something, and nothing says that it was then. */
function nowAgain(units: Story["units"], index: number): number {
  const end = endOf(units, index);
  const before = units.slice(0, index).filter(({ kind }) => kind === "narration");
  const who = /^(?:Mr|Mrs|Ms|Miss|Dr)\. \p{Lu}[a-z]+|^\p{Lu}[a-z]+/u;
  const at = units.slice(index + 1, end).findIndex((unit) => {
    const [name] = who.exec(unit.text) ?? [];
    return (
      unit.kind === "narration" &&
      !isOfThen(unit) &&
      name !== undefined &&
      !units[index]?.text.includes(name) &&
      before.some(({ text }) => text.replace(/^\p{Lu}[a-z]+ /u, "").includes(`${name} `))
    );
  });
  return at < 0 ? end : index + 1 + at;
}

/** The rest of the paragraph, the lines after it, and what is told of them in the same time. */
function endOf(units: Story["units"], index: number): number {
  const paragraph = units[index]?.paragraph;
  let at = index + 1;
  while (units[at] && units[at]?.paragraph === paragraph) at += 1;
  const after = units[at]?.kind === "speech" ? units[at + 1] : undefined;
  if (after?.kind === "narration" && ACTS_NOW.test(after.text)) return at;
  const lines = at;
  for (; isLine(units, at) || isOfThen(units[at]); at += 1)
    if (isOfThen(units[at]) && !isLine(units, at)) return at + 1;
  const told = units.slice(lines, at);
  // English says `had` of what was said then.
  return /\p{Script=Latin}/u.test(units[index]?.text ?? "") && !told.some(isOfThen) ? lines : at;
}

/** A line, or what says of it whose it is. */
const isLine = (units: Story["units"], at: number): boolean =>
  units[at]?.kind === "speech" ||
  (units[at]?.kind === "narration" &&
    units[at - 1]?.kind === "speech" &&
    units[at - 1]?.paragraph === units[at]?.paragraph);

const isOfThen = (unit: StoryUnit | undefined): boolean =>
  unit?.kind === "narration" && OF_THEN.test(unit.text);
