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

/** The sentences that have to be read; a plain look or nod between others is seen. */
function unsaid(text: string, shown: boolean, reading: Reading): string {
  const { language } = reading.story;
  const sentences = text.split(language === "ja" ? /(?<=[。！？])(?![」』）])/u : /(?<=[.!?])\s+(?=\p{Lu})/u);
  return sentences
    .map((sentence) => untold(sentence, shown, reading))
    .filter((sentence) => sentence !== "")
    .join(language === "ja" ? "" : " ");
}

/** The part of a sentence that has to be read; empty where it is all seen or heard. */
function untold(text: string, shown: boolean, { lexicon, story: { language }, roll }: Reading): string {
  if (!/[\p{L}\p{N}]/u.test(text) || isOnlySound(text, lexicon)) return "";
  if (!shown || occurs(text, lexicon.unseen)) return text;
  const seen = (part: string) =>
    findCues(part, lexicon.poses).length > 0 || findCues(part, lexicon.expressions).length > 0;
  const short = lengthOf(text) <= (language === "ja" ? 22 : 11);
  if (short && seen(text) && (roll.mentions(text).length > 0 || isAboutThem(text, language))) return "";
  if (short && (language === "ja" ? WEATHER_JA : WEATHER).test(text)) return "";
  if (short && isPlain(text, language) && roll.mentions(text).length > 0) return "";
  if (!describesLooks(text, lexicon)) return text;
  if (language === "ja") return text.length <= 30 ? "" : text;
  const head = text.replace(/, (?:with|in|wearing) .*$/u, "");
  if (head !== text && !describesLooks(head, lexicon)) return `${head}.`;
  const rest = text.split(/, and /u).filter((clause) => !describesLooks(clause, lexicon) && !seen(clause));
  return rest.length === 0 ? "" : text;
}

/** What falls from the sky is seen to fall. */
const WEATHER =
  /^(?:It (?:was|had been|began|started) (?:raining|snowing|to rain|to snow)|(?:Snow|Rain) was falling)\b[^,;]{0,24}\.$/iu;
const WEATHER_JA =
  /^(?:外は|外では)?(?:雨|雪|嵐|大雨|吹雪)(?:だった|が降って(?:いた|いる)|が降り(?:出した|だした|始めた))。$/u;

const LOOKED =
  /\b(?:looked|stared|glanced|gazed|peered|blinked|nodded|shrugged|turned (?:round|around|to|away)|tilted (?:its|his|her) head|shook (?:his|her|its) head|held (?:his|her|its) breath|sighed|frowned|winced|shivered|said nothing)\b/iu;
const LOOKED_JA =
  /首を(?:振|かしげ|傾げ|横に)|うなず|頷|瞬き|まばたき|振り[返向]|見つめ|見上げ|見下ろし|息をの|ため息|眉をひそめ|黙って|(?:の顔|こちら|方|ほう)を見/u;
const AGED =
  /^(?:\p{Lu}\p{Ll}+|He|She) was (?:\d+|[a-z]+teen|ten|eleven|twelve|[a-z]+ty(?:-[a-z]+)?)(?: years old)?\.$/u;
const AGED_JA = /^[^、。]{1,10}は[0-9０-９〇一二三四五六七八九十]+歳(?:だ|だった|です|になる)?。$/u;

/** A look, a nod, a sigh, an age: a face shows as much. */
function isPlain(text: string, language: Reading["story"]["language"]): boolean {
  const [looked, aged] = language === "ja" ? [LOOKED_JA, AGED_JA] : [LOOKED, AGED];
  const more =
    language === "ja" ? /、/u.test(text) && text.length > 14 : /,|\b(?:and|but|then|while)\b/iu.test(text);
  return aged.test(text) || (looked.test(text) && !more);
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
