// What words tell of faces that no expression's name says: a yawn, shut eyes, breath in the cold.
import type { Hour } from "../../../../manga/staging.ts";
import type { Expression } from "../../closed/staging.ts";
import type { FigureTold } from "../../closed/told.ts";

const YAWNS = /\byawn(?:s|ed|ing)?\b|あくび|欠伸/iu;
const SHUT =
  /\b(?:clos(?:ed|es|ing)|shut(?:s|ting)?) (?:his|her|its|their|both) eyes\b|\beyes (?:were )?(?:closed|shut)\b|(?:目|眼|瞼|まぶた)を(?:閉じ|つぶっ|つむっ|つぶり|つむり|瞑)/iu;
const ONE_EYE =
  /\b(?:opened|with|only) one eye\b|\bone eye (?:open|opened|shut)\b|\bwink(?:s|ed|ing)?\b|片目を|ウイン?ク|ウィンク/iu;
const RAIN_ON_GLASSES =
  /\b(?:rain|drops?|raindrops?|water)\b[^.]{0,40}\b(?:glasses|lens(?:es)?|spectacles)\b|(?:雨|水滴|しずく|滴)[^。]{0,12}(?:眼鏡|メガネ|めがね|レンズ)|(?:眼鏡|メガネ|めがね|レンズ)[^。]{0,8}(?:雨|水滴|しずく|濡れ)/iu;
const BREATH_SEEN =
  /白い息|息が?(?:白|凍)|吐く息|\b(?:white|visible|frosty) breath|breath[^.]{0,20}\b(?:smok|steam|cloud|fog|hung|white|frost)|\bclouds? of (?:his |her |their )?breath/iu;
const EYES_SHINE =
  /\beyes (?:[a-z]+ )?(?:(?:began|started) to )?(?:shin(?:e|ing)|shone|glow(?:ed|ing)?|gleam(?:ed|ing)?|blaz(?:ed|ing)|lit up in the dark)\b|\b(?:shining|glowing|gleaming) (?:[a-z]+ )?eyes\b|(?:目|眼|瞳)[がはも][^。、]{0,8}(?:光|輝|かがや)|(?:光る|輝く)(?:二つの)?(?:目|眼|瞳)/iu;

/** Faces that leave their eyes free. */
const RESTS: ReadonlySet<Expression> = new Set([
  ...(["calm", "thoughtful", "sad", "tired", "smile", "worried", "smug"] as const),
]);
const WINKS: ReadonlySet<Expression> = new Set(["tired", "grin", "smile", "smug", "calm"]);

/** What somebody's face does. Of one among several it is told who has the look that goes with it. */
export function faceTold(
  words: string,
  { expression, alone }: { expression: Expression; alone: boolean },
): FigureTold["face"] {
  if (expression === "tired" && YAWNS.test(words)) return "yawns";
  if (
    ONE_EYE.test(words) &&
    (expression === "tired" || expression === "grin" || (alone && WINKS.has(expression)))
  )
    return "one-eye";
  if (SHUT.test(words) && (expression === "thoughtful" || (alone && RESTS.has(expression)))) return "shut";
  return undefined;
}

export const hasRainOnGlasses = (words: string): boolean => RAIN_ON_GLASSES.test(words);
export const isBreathSeen = (words: string): boolean => BREATH_SEEN.test(words);

/** Whether eyes of animals shine by themselves, which they do in the dark. */
export const doEyesShine = (words: string, hour: Hour): boolean => hour !== "day" && EYES_SHINE.test(words);
