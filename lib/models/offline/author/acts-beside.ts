// Who does something right before a line and right after it, who is first seen there, and who keeps silent.

import type { Story, StoryUnit } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import { FOUND_THERE, OPENS } from "./beats-beside.ts";
import { calledIn } from "./manners.ts";
import type { Roll } from "./mentions.ts";
import { CLOSES_QUOTE, isUttering, SPEAKS_JA } from "./quote-particle.ts";
import { isLasting } from "./said-to.ts";
import { SLEEPS } from "./sightings.ts";
import type { Talk } from "./talk.ts";

const COMES =
  /[戸扉]を開け|ドアを開け|走って(?:き|来)|入って(?:き|来)|現れ|やって(?:き|来)|駆け(?:込|寄)|顔を(?:出|覗|のぞ)|姿を(?:現|見せ)|\b(?:came|ran) (?:up|in|running|over)\b|\b(?:appeared|arrived)\b/iu;

/** Whoever says nothing has not said the line before either. */
const SILENT = /何も(?:言わ|答え|言え)|(?:返事|答え)(?:を|も)?(?:しな|なかった)|答えな|黙ったまま|黙りこ/u;

const ENTERS_JA = /声が(?:し|聞こえ|響)|(?:立って|座って|現れ|来て|覗いて|のぞいて)[いた]/u;
const DOOR =
  /(?:扉|ドア|戸|ふすま|障子)が[^。]{0,6}(?:開|あ)[いけ]|\b(?:door|gate)s? (?:flew |swung |burst |slid |creaked )?open(?:ed)?\b/u;

/** 「実がなってる」 / 航太が指さした: not what answers a line, like a laugh or a nod. */
const GOES_ON_WITH =
  /^[^。、「」はも]{1,10}が(?![^。]*(?:笑|吹き出|うなず|頷|驚|顔を|首を|目を|黙|振り[向返]))[^。]{1,16}。$/u;

interface Beside {
  before: Person | undefined;
  after: Person | undefined;
  /** Whoever acts before it makes a sound as well. */
  utters: boolean;
  /** The line stands alone, and the text goes on with what they do. */
  alone: boolean;
  /** Who acts after it says something, to those whom the line calls. */
  says: boolean;
  /** Somebody who is first seen right after the line. */
  enters: Person | undefined;
}

/** Who does something in the narration right before a line, and right after it. */
export function actsBeside(index: number, { story: { units }, roll, known }: Talk): Beside {
  const subjectOf = (unit: StoryUnit | undefined, last = false) => {
    if (unit?.kind !== "narration" || SLEEPS.test(unit.text) || isLasting(unit.text)) return undefined;
    const subjects = roll.mentions(unit.text).filter(({ subject }) => subject);
    if (last && subjects.length > 1) return undefined;
    return subjects[0]?.person;
  };
  const next = units[index + 1];
  const then = next?.kind === "narration" && !/^(?:と|って)/u.test(next.text) ? subjectOf(next) : undefined;
  const after = SILENT.test(next?.text ?? "") ? undefined : then;
  // 女の子が入ってきた。 / 「…」 / 主人は老眼鏡を押し上げた: whoever has come speaks to whoever is there already.
  const isFound =
    COMES.test(units[index - 1]?.text ?? "") &&
    roll.mentions(next?.text ?? "").some(({ person, end }) => person === after && next?.text[end] === "は");
  const isNew =
    after !== undefined &&
    !isFound &&
    !units
      .slice(Math.max(0, index - 24), index)
      .some(({ text }) => roll.mentions(text).some(({ person }) => person === after));
  const voice = next?.kind === "narration" && ENTERS_JA.test(next.text) && !FOUND_THERE.test(next.text);
  // 子どもの声がした, with no particle that would quote the line.
  const heard =
    voice && !CLOSES_QUOTE.test(next.text)
      ? roll.mentions(next.text).find(({ end }) => /^の声/u.test(next.text.slice(end)))?.person
      : undefined;
  const opened = DOOR.test(units[index - 1]?.text ?? "");
  const called = calledIn(units[index] ?? { text: "" }, roll);
  const first = subjectOf(units[index - 1], true);
  // Whoever is first seen after a line has said that one.
  const isShown =
    first !== undefined &&
    COMES.test(units[index - 1]?.text ?? "") &&
    !OPENS.test(units[index - 1]?.text ?? "") &&
    units[index - 2]?.kind === "speech" &&
    !known.has(units[index - 2]?.id ?? "") &&
    !units.slice(0, index - 1).some(({ text }) => roll.mentions(text).some(({ person }) => person === first));
  const before = isShown ? undefined : first;
  return {
    utters: isUttering(units[index - 1]?.text ?? ""),
    before: before && called.includes(before) ? earlierSubject(index, units, { roll, called }) : before,
    after,
    says: next !== undefined && SPEAKS_JA.test(next.text),
    alone: !isTalk(index - 1, units) && next !== undefined && GOES_ON_WITH.test(next.text),
    enters:
      heard ??
      ((isNew || COMES.test(next?.text ?? "")) && (voice || opened || !isTalk(index - 1, units))
        ? after
        : undefined),
  };
}

/** Who acted last in the paragraph before a line, besides those whom it calls. */
function earlierSubject(
  index: number,
  units: Story["units"],
  { roll, called }: { roll: Roll; called: readonly Person[] },
): Person | undefined {
  const paragraph = units[index - 1]?.paragraph;
  return units
    .slice(Math.max(0, index - 6), index)
    .filter((unit) => unit.kind === "narration" && unit.paragraph === paragraph)
    .flatMap(({ text }) => roll.mentions(text))
    .findLast(({ person, subject }) => subject && !called.includes(person))?.person;
}

/** A line, or the rest of its paragraph. */
const isTalk = (at: number, units: Story["units"]): boolean => {
  const unit = units[at];
  return (
    unit?.kind === "speech" ||
    units
      .slice(Math.max(0, at - 3), at)
      .some((one) => one.kind === "speech" && one.paragraph === unit?.paragraph)
  );
};
