// Whether a sentence goes on about somebody whom it does not name: a Japanese one that names no subject, an English one that begins
// with a pronoun.

import type { Language } from "../../../manga/language.ts";
import type { Person } from "../closed/concept.ts";
import { isTeller } from "./pronouns.ts";
import { ROLES_JA } from "./roles.ts";

/** Whether a sentence that begins with a pronoun can go on about somebody: `it` is nobody human, `she` is no man. */
export function isMeant(person: Person | undefined, text: string): boolean {
  if (person?.kind !== "human") return true;
  if (/^(?:(?:Then|But|And|So|Slowly|Quickly|Gently),? )?it\b/iu.test(text)) return false;
  const pronoun = /^(?:(?:Then|But|And|So|Slowly|Quickly|Gently),? )?(he|she)\b|^(彼女?)[はがも]/iu.exec(
    text,
  );
  const who = (pronoun?.[1] ?? pronoun?.[2])?.toLowerCase();
  if (who !== undefined && isTeller(person)) return false;
  if (who === undefined || person.gender === "unknown") return true;
  return (who === "she" || who === "彼女") === (person.gender === "female");
}

/** Whether some words that name no subject of the story go on about the last one. */
export function continues(text: string, language: Language): boolean {
  if (language === "en")
    return /^(?:(?:Then|But|And|So|Slowly|Quickly|Gently),? )?(?:he|she|they|it)\b/iu.test(text);
  // 落ちたのは、飴玉だった。
  if (/^[^。]*(?:た|る|い)のは、?[^。]*(?:だ|だった|である|です)。/u.test(text)) return false;
  if (/^(?:彼女?|それ)は/u.test(text)) return true;
  // まな板で大根を切った。包丁の音が響く: what is told after it is told of somebody's doing.
  const sentences = text.split("。").filter((sentence) => sentence !== "");
  const named = sentences.findIndex((sentence) => SUBJECT.test(sentence));
  return (
    named < 0 || (sentences.slice(0, named).some((sentence) => DOES.test(sentence)) && !isOfOthers(text))
  );
}

const SUBJECT = /[\p{Script=Han}\p{Script=Katakana}ー](?:は|が|も)/u;
/** What is done to something, and not only is so. */
const DOES = /を[^。、]{1,16}(?:た|る|う|く|す|ぬ|む|ぶ|ぐ)$/u;

/** 男が入ってきた: somebody who is nobody of the story may be meant all along. */
const isOfOthers = (text: string): boolean => OTHERS.test(text);
const OTHERS = new RegExp(`(?:${ROLES_JA.map(({ noun }) => noun).join("|")})(?:たち)?[はがも]`, "u");
