// Whom a sentence names though they are not there.
import type { Person } from "../closed/concept.ts";
import { occurs } from "../words/cues.ts";
import type { Lexicon } from "./lexicon.ts";
import { isMaker, type Mention } from "./mentions.ts";

interface Known {
  mentions: readonly Mention[];
  lexicon: Lexicon;
  /** They have been seen there a moment ago. */
  isHere: boolean;
}

/** ある朝、漁師は来なかった: a name is no presence. */
export function isAbsent(person: Person, text: string, { mentions, lexicon, isHere }: Known): boolean {
  const mention = mentions.findLast((one) => one.person === person && one.subject);
  const clause =
    mention &&
    /^[^。！？.!?]*?(?=[。！？.!?]|,? and (?:the|his|her|its|their|s?he|they) |,? (?:until|because|while|although|though) |$)/u.exec(
      text.slice(mention.end),
    )?.[0];
  if (clause !== undefined) return occurs(clause, lexicon.absent);
  const own = mentions.filter((one) => one.person === person);
  return (
    own.length > 0 &&
    own.every(
      (one) =>
        isLikeness(text, one) ||
        isMaker(text.slice(one.end)) ||
        (!isHere && !one.subject && OWNS.test(text.slice(one.end))),
    )
  );
}

/** 父の古いラジオ: what is somebody's tells of them, and needs them not; their hand or their voice does. */
const OWNS =
  /^の(?!頬|目|瞳|手|顔|肩|唇|口|額|背|指|声|腕|足|髪|頭|胸|膝|首|腰|隣|となり|横|前|後ろ|うしろ|そば|傍|ほう|方|もと|ところ|姿|影|名|中|上|下|[母父兄姉弟妹祖孫息娘])[^。、はがもをに]{1,8}[をはがにで]|^['’]s (?:old |favou?rite |late |big |little )?(?!hands?|face|eyes?|voice|arms?|shoulders?|hair|head|fingers?|lips|mouth|feet|legs?|side|back|mother|father|sister|brother|son|daughter|wife|husband|uncle|aunt|grand|friend|dog|cat)[a-z]+\b/u;

/** 笑うトウマの写真, `a picture of Leo`, `one from Nils`: a likeness is no presence, nor is a letter. */
export const isLikeness = (text: string, { at, end }: Mention): boolean =>
  /^の(?:写真|絵|肖像|話|噂|名前|夢)/u.test(text.slice(end)) ||
  /\b(?:letters?|cards?|postcards?|parcels?|notes?|telegrams?|news|was one|one) from $/iu.test(
    text.slice(0, at),
  ) ||
  /\b(?:photos?|photographs?|pictures?|portraits?|stories|story|name) (?:of|about) $/iu.test(
    text.slice(0, at),
  );
