// What somebody does between two lines of a Japanese talk, in a paragraph of its own: 「もう一回」 / 律がスティックを鳴らした。 / 「指が痛い」.
// It goes with the line before it or with the one after it, and the particle, the deed and who is new there say which is likelier.

import type { Story } from "../../../manga/story.ts";
import type { Person } from "../closed/concept.ts";
import type { Mention, Roll } from "./mentions.ts";
import { CLOSES_QUOTE, isUttering } from "./quote-particle.ts";

type Units = Story["units"];

/** A deed between two lines, and how well it goes with the line before and with the one after. */
export interface DeedBetween {
  person: Person;
  before: number;
  after: number;
  /** Whether the next line follows right upon it. */
  leads: boolean;
}

/** Whoever comes in has something to say. */
const COMES =
  /入って|[来現]|やって(?:き|来)|(?:出|駆け|走っ|飛ん|運ん|持っ|戻っ|降り|上がっ|飛びこん|転がりこん|駆けこん)[てで]?(?:き|来)た|現れ|駆け(?:込|こ|寄|よ)|飛び(?:込|こ)/u;
/** Something happens first. */
const LEAD =
  /^(?:そこへ|そこに|その(?:とき|時)|すると|やがて|しばらくして|突然|ふいに|翌[朝日]|(?:朝|昼|夕方|夜|夜中|[^。、]{1,6}(?:後|ころ|頃|[すっ]ぎ|過ぎ))、|[^。、]{2,12}(?:して|開いて|あいて|鳴って|[くるむうすつぐぶ]と)、)/u;
/** ドアが開いて、叔母が顔を出した: whoever comes so has said nothing before. */
export const OPENS =
  /^(?:そこへ|その(?:とき|時)、|突然|ふいに|[^。、]{2,12}(?:開いて|あいて|鳴って|音がして)、)/u;
/** 居間のこたつに、男の人が座っていた: whoever comes there sees him then. */
export const FOUND_THERE =
  /^(?:[^。、]{1,6}、)?(?!振り|ふり)[^。、]{2,14}(?:に|[くるうすつぐぶむ]と)、[^。、は]*が[^。]*[てで]い(?:た|る)。$/u;
/** 理沙が泣いている: what somebody is at. */
const STATE = /[てで]い(?:る|た)。?$/u;
/** How one takes what somebody else has said. */
const REACTS =
  /うなず|頷|笑|吹き出|目を(?:丸|見開|そら|伏せ|細)|驚|首を(?:振|横|かしげ|傾げ)|黙|顔を(?:上げ|しかめ|赤|見合)|振り(?:返|向)|ふり(?:返|向)|青く|赤く|ため息|肩をすくめ|眉を/u;
const GREETS =
  /^(?:おはよう|こんにちは|こんばんは|ただいま|失礼|お待たせ|すみません|はじめまして|ごめん|どうも|あ、どうも|おーい|お邪魔|遅くなっ)/u;

/** The deed in the paragraph after the line at an index, where nothing but that stands between it and the next line. */
export function deedAfter(units: Units, index: number, roll: Roll): DeedBetween | undefined {
  const line = units[index];
  const first = units[index + 1];
  if (line?.kind !== "speech" || first?.kind !== "narration" || first.paragraph !== line.paragraph + 1)
    return undefined;
  if (CLOSES_QUOTE.test(first.text)) return undefined;
  let end = index + 1;
  while (units[end]?.kind === "narration" && units[end]?.paragraph === first.paragraph) end += 1;
  if (units[end]?.kind === "speech" && units[end]?.paragraph === first.paragraph) return undefined;
  const told = units.slice(index + 1, end).map(({ text }) => text);
  const subjects = told.flatMap((text) => roll.mentions(text).filter(({ subject }) => subject));
  const [mention] = subjects;
  if (!mention || subjects.some(({ person }) => person !== mention.person)) return undefined;
  // ミナは言った: what comes after it.
  if (told.some(isUttering) && (told.length > 1 || !first.text.slice(mention.end).startsWith("が")))
    return undefined;
  const next = units[end];
  const follows = next?.kind === "speech" && next.paragraph === first.paragraph + 1 ? next.text : undefined;
  return weigh(mention, {
    said: line.text,
    text: first.text,
    follows,
    isNew: isNew(mention.person, units.slice(0, index + 1), roll),
  });
}

/** What is told between two lines is never as sure as a name. */
const MOST = 7;

const isNew = (person: Person, earlier: Units, roll: Roll): boolean =>
  !earlier.some(({ text }) => roll.mentions(text).some((one) => one.person === person));

function weigh(
  { person, end }: Mention,
  { said, text, follows, isNew }: { said: string; text: string; follows: string | undefined; isNew: boolean },
): DeedBetween {
  const deed = text.slice(end);
  const found = deed.startsWith("が");
  const says = isUttering(text);
  let [before, after] =
    says && found
      ? [6, 0]
      : found && STATE.test(deed)
        ? [5, 0]
        : found
          ? [4.5, 0.8]
          : says
            ? [4, 3]
            : [1.9, 3];
  if (COMES.test(deed)) after += 2;
  else if (isNew) before += 3;
  if (LEAD.test(text)) [before, after] = [before - 1, after + 1];
  if (REACTS.test(deed) && !found) {
    before -= 2.5;
  }
  if (follows && GREETS.test(follows) && found) after += 3;
  if (isNew && FOUND_THERE.test(text)) before -= 4;
  if (found && REACTS.test(deed) && /[?？]$/u.test(said)) before -= 2;
  before = Math.min(before, MOST);
  return { person, before, after, leads: follows !== undefined };
}
