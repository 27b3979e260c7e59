// What somebody comes upon: a sentence about a thing that lies or opens there, of which nobody is the subject. It is looked at by itself.
import type { Language } from "../../../manga/language.ts";
import type { Reading } from "./scenes.ts";
import { findThings } from "./thing-cues.ts";

const FOUND = {
  en: /^(?:On|In|Under|Beside|Behind|Beneath|Inside) [^,.]{3,40} (?:lay|stood|hung|sat) (?:an?|the|his|her|two|three|one)\b|^(?:(?:Then|Suddenly),? )?(?:[Tt]he |[Aa] )(?:[a-z]+ )?door (?:opened|flew open|swung open|creaked open|burst open)\b/u,
  ja: /(?:に|には|に、)[^。]*(?:が|も)(?:あった|落ちていた|置いてあった|置かれていた|残っていた|続いている|続いていた)。?$|(?:扉|ドア|戸|襖|ふすま|障子)が[^。]{0,8}開(?:いた|く|き)/u,
} as const satisfies Record<Language, RegExp>;

/** `On the windowsill lay his hat`, 扉が開いた. */
export function isFound(text: string, { story: { language }, lexicon, roll }: Reading): boolean {
  if (!FOUND[language].test(text) || roll.mentions(text).some(({ subject }) => subject)) return false;
  return findThings(text, lexicon).length > 0;
}
