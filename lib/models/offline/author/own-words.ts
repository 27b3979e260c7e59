// Whose words are whose: each of those who act in a sentence, with the words that tell what they do. A subject has the words up to the
// next one; besides, the participle that leads to them, what stands in their hands, and what a clause behind or before them says.

import type { Language } from "../../../manga/language.ts";
import type { Person } from "../closed/concept.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Mention } from "./mentions.ts";
import { asidesEn, leadsEn } from "./own-words-en.ts";
import { asidesJa, leadsJa } from "./own-words-ja.ts";

export interface OwnWords {
  person: Person;
  words: string;
  /** Where in the text they stand; what is only said beside a name stands at no place of its own. */
  from: number;
  to: number;
}

interface Acts {
  /** Whom a sentence without a subject goes on about. */
  last: Person | undefined;
  /** Whom the words before the first subject are about, where that is known. */
  leads?: Person | undefined;
  lexicon: Lexicon;
}

const languageOf = (text: string): Language => (/\p{Script=Latin}{3}/u.test(text) ? "en" : "ja");

/** The words of everybody who acts in a text without names, whose mentions have those whom pronouns stand for as well. */
export function ownWordsIn(
  told: string,
  mentions: readonly Mention[],
  { last, leads, lexicon }: Acts,
): OwnWords[] {
  const isJa = languageOf(told) === "ja";
  const asides = (isJa ? asidesJa : asidesEn)(told, mentions, lexicon);
  const text = asides.reduce(
    (rest, { at, length }) =>
      rest.slice(0, at) + (isJa ? "　" : " ").repeat(length) + rest.slice(at + length),
    told,
  );
  const subjects = mentions.filter((mention) => mention.subject || isOwner(mention, text));
  const starts = subjects.map((mention, index) => {
    const before = subjects[index - 1];
    const lead = (isJa ? leadsJa : leadsEn)({
      before: text.slice(before?.end ?? 0, mention.at),
      isFirst: before === undefined,
      after: text.slice(mention.end),
    });
    return mention.at - lead;
  });
  const parts = subjects.map(({ person, at, end }, index): OwnWords => {
    const from = starts[index] ?? at;
    const to = starts[index + 1] ?? text.length;
    const lead = text.slice(from, at);
    const rest = text.slice(end, to);
    const words = isJa ? joinedJa(lead, rest) : `${lowered(lead)}${rest}`;
    return { person, words: withoutOthers(words, isJa, lead === "" ? 0 : lead.length + 1), from, to };
  });
  // `Anna, Ben and Clara sat`: all of a list do what is told of the last of them.
  for (let i = parts.length - 2; i >= 0; i--) {
    const [one, next] = [parts[i], parts[i + 1]];
    if (one && next && !isJa && LISTED.test(one.words)) parts[i] = { ...one, words: next.words };
  }
  const [first] = parts;
  const start = starts[0] ?? 0;
  // それを下ろすと、ケンが…: whoever was told of before.
  const leading = leads ?? (isJa && /を[^。]*、$/u.test(text.slice(0, start)) ? last : undefined);
  if (first && leading && start > 0)
    parts.unshift({ person: leading, words: text.slice(0, start), from: 0, to: start });
  else if (!first && last) parts.push({ person: last, words: text, from: 0, to: text.length });
  return [...asides.map((aside) => ({ ...aside, from: aside.at, to: aside.at })), ...parts];
}

const LISTED = /^,?(?: and)? $/u;

const lowered = (lead: string): string => lead.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());

/** 提灯を掲げ、ケンは歩いた: one sentence without its subject. 傘を差したミナは歩いた: two. */
const joinedJa = (lead: string, rest: string): string =>
  lead === ""
    ? rest
    : /[ただ]$|[てで]い[るた]$/u.test(lead)
      ? `${lead}。${rest.replace(/^[はがも]、?/u, "")}`
      : `${lead}${rest.replace(/^[はがも]、?/u, "")}`;

/** 老人の頬を涙が流れた, `Nell's eyes widened`: what befalls a body befalls its owner. */
export const isOwner = ({ at, end }: Mention, text: string): boolean =>
  OWNED.test(text.slice(end)) &&
  !HANDLED.test(text.slice(end)) &&
  !/\b(?:in|into|from|of|to|at|on|between|over|under|across|around|through|with|by|towards?) $/u.test(
    text.slice(0, at),
  );

/** お鈴の腕をつかんだ: what is done to a body by another's hands or eyes. */
const HANDLED =
  /^の[^。、はがをも]{1,8}を(?:[^。、はがをも]{0,6}(?:つか|掴|握|引[いきっ]|取[っりる]|叩|たた[いく]|なで|撫|押[しすさ]|揉|もん|さす[っり]|噛|蹴|殴|拭[いく]|見[たつてるせ上下]|のぞき込|覗き込|抱[いえきくかっ]|支え|包[んみ]|捕|とらえ|指[さ差]))/u;
const OWNED =
  /^(?:の(?:小さな|細い|太い|大きな|震える)?(?:頬|ほお|目|瞳|顔|[左右両]?手(?!のひら|の平|[元前本紙帳袋鏡配品柄順引]|もと)|[左右両]?手の(?:ひら|平)|指|足|肩|口|唇|膝|胸|背中|[左右両]?腕|体)(?!もと|元|下|の(?:前|下|横|そば|間|あいだ)|から|の中から|に[^。、を]{0,3}(?:渡|返|手渡|握らせ|押しつけ|押し込|のせ|乗せ|載せ|置|突き))|['’]s (?:[a-z]+ )?(?:eyes?|cheeks?|face|hands?|fingers?|mouth|lips?|arms?|shoulders?|knees?|legs?|voice)\b)/u;

/** Somebody's words end where the next sentence is about something else: `Mina stared. The rain ran down`. */
function withoutOthers(words: string, isJa: boolean, from: number): string {
  const rest = words.slice(from);
  const at = rest.search(isJa ? OTHERS_JA : OTHERS_EN);
  return at < 0 ? words : words.slice(0, from + at + 1);
}

const OTHERS_EN =
  /[.!?] (?=(?:(?:[A-Z][a-z]+, (?:with an? [a-z]+, )?(?:the|an?)|The|A|An|Its?|His|Her|Their|My) (?:[a-z]+ ){0,2}[a-z]+(?:ed| ran| fell| flew| was| were| began)|(?!He|She|It|They|We|I)[A-Z][a-z]+ (?:was|were|fell|ran|blew|hung|lay))\b)/u;
const OTHERS_JA =
  /。(?=[^。はがも]*(?:(?<!の)男|女|少年|少女|老人|老婆|娘|若者|客|[番兵]人|犬|猫|鳥)[がは])|。(?=(?!彼|(?:[片両右左]?手|小?脇|肩|背中?|腰|口|胸|腕|膝|頭|足)[にかは])[^。、]{1,8}(?:は|が|も|まで)[^。]*)/u;
