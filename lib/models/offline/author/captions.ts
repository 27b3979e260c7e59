// Cuts narration down to a caption: the sentence itself, or the clause of it that stands alone. Nothing is ever added.
import type { StoryUnit } from "../../../manga/story.ts";
import { findCues, type Lexicon, occurs } from "./lexicon.ts";
import type { Reading } from "./scenes.ts";
import { lengthOf } from "./split-text.ts";

/** Longest caption: characters of Japanese, words of English. */
const LONGEST = { ja: 46, en: 24 } as const;

export function captionLimit(language: "ja" | "en"): number {
  return LONGEST[language];
}

/** The Japanese main clause comes last, the English one first. */
export function cutCaption(text: string, language: "ja" | "en"): string {
  const most = LONGEST[language];
  if (lengthOf(text) <= most) return text;
  return language === "ja" ? lastClauses(text, most) : firstClauses(text, most);
}

function lastClauses(text: string, most: number): string {
  const clauses = text.split(/(?<=[、。！？])/u);
  let kept = "";
  for (const clause of clauses.toReversed()) {
    if (kept !== "" && kept.length + clause.length > most) break;
    kept = clause + kept;
  }
  return kept;
}

function firstClauses(text: string, most: number): string {
  const clauses = text.split(
    /(?<=[,;:—.!?])\s+|\s+(?=(?:and|but|while|because|until|as|when|where|which|who)\s)/u,
  );
  let kept = "";
  for (const clause of clauses) {
    const longer = kept === "" ? clause : `${kept} ${clause}`;
    if (kept !== "" && lengthOf(longer) > most) break;
    kept = longer;
  }
  return kept === text ? kept : `${kept.replace(/[,;:—\s]+$/u, "")}${/[.!?…]$/u.test(kept) ? "" : "."}`;
}

/** What the picture cannot say: whatever is more than somebody's plain act, looks or sound. */
export function captionOf(told: readonly StoryUnit[], present: number, reading: Reading): string {
  const { language } = reading.story;
  const needed = told.map(({ text }) => unsaid(text, present > 0, reading)).filter((text) => text !== "");
  const whole = needed.join(language === "ja" ? "" : " ");
  if (lengthOf(whole) <= captionLimit(language)) return whole;
  return cutCaption(needed.at(-1) ?? "", language);
}

/** The part of a sentence that has to be read; empty where it is all seen or heard. */
function unsaid(text: string, shown: boolean, { lexicon, story: { language }, roll }: Reading): string {
  if (!/[\p{L}\p{N}]/u.test(text) || isOnlySound(text, lexicon)) return "";
  if (!shown || occurs(text, lexicon.unseen)) return text;
  const seen = (part: string) =>
    findCues(part, lexicon.poses).length > 0 || findCues(part, lexicon.expressions).length > 0;
  const short = lengthOf(text) <= (language === "ja" ? 22 : 11);
  if (short && seen(text) && (roll.mentions(text).length > 0 || isAboutThem(text, language))) return "";
  if (!describesLooks(text, lexicon)) return text;
  if (language === "ja") return text.length <= 30 ? "" : text;
  const head = text.replace(/, (?:with|in|wearing) .*$/u, "");
  if (head !== text && !describesLooks(head, lexicon)) return `${head}.`;
  const rest = text.split(/, and /u).filter((clause) => !describesLooks(clause, lexicon) && !seen(clause));
  return rest.length === 0 ? "" : text;
}

/** A sentence without a subject, or with a pronoun: `the moon fell` is nobody's act, and has to be read. */
function isAboutThem(text: string, language: Reading["story"]["language"]): boolean {
  if (language === "ja") return !/(?<!彼|彼女|それ)(?:は|が)/u.test(text);
  return /^(?:(?:Then|And|But|So|Slowly|Quickly|Gently),? )?(?:he|she|they|it|I|we)\b/iu.test(text);
}

/** カチリ。 and チリン、と鈴が鳴った: the lettering of the sound says it. */
function isOnlySound(text: string, { sounds }: Lexicon): boolean {
  const word = [...text.matchAll(sounds.written)][0]?.[0];
  if (word === undefined || (sounds.never.test(word) && !/[！!]/u.test(text))) return false;
  return lengthOf(text) <= (/\p{Script=Latin}/u.test(text) ? 4 : 13);
}

function describesLooks(text: string, { looks }: Lexicon): boolean {
  return (
    occurs(text, looks.glasses) ||
    [looks.hair, looks.hairFill, looks.beard, looks.top, looks.bottom].some((cues) => {
      const cue = findCues(text, cues)[0];
      return cue !== undefined && LOOKS.test(cue.text);
    })
  );
}

/** Looks themselves, not the trades that betray them. */
const LOOKS =
  /髪|ひげ|髭|ヒゲ|服|着物|浴衣|羽織|袴|コート|外套|セーター|シャツ|エプロン|パーカー|スカート|眼鏡|hair|beard|moustache|mustache|coat|dress|jacket|sweater|apron|kimono|uniform|hoodie|shirt|skirt|curl|braid|ponytail|pigtails/iu;
