// Words to which safety filters react, with milder replacements. Each list is short on purpose: other words are not worth a changed
// meaning. All expressions run in linear time.
import type { Language } from "../../manga/language.ts";

type Replacements = readonly (readonly [RegExp, string])[];

/** Killing, weapons and drugs: replaced after a filter refused a text. */
export const HARSH: Readonly<Record<Language, Replacements>> = {
  ja: [
    [/殺人|殺害|虐殺|惨殺/g, "事件"],
    [/自殺|心中|首つり|首吊り/g, "別れ"],
    [/殺/g, "倒"],
    [/拷問/g, "責め"],
    [/拳銃|ピストル|ライフル|銃|ナイフ|包丁|短刀/g, "道具"],
    [/麻薬|覚醒剤|大麻/g, "薬"],
  ],
  en: [
    [/\b(?:kill|murder|slaughter)(s|ed|ing|er|ers)?\b/gi, "defeat$1"],
    [/\b(?:suicid|hang(?:ed|s)? (?:him|her|them)sel)\w*/gi, "farewell"],
    [/\btortur\w*/gi, "hurt"],
    [/\b(?:gun|pistol|rifle|revolver|knife|dagger)s?\b/gi, "tool"],
    [/\b(?:heroin|cocaine|meth|opium)\b/gi, "medicine"],
  ],
};

/** Wounds, undress and desire: replaced in every picture prompt, and after a filter refused a text. */
export const BODILY: Readonly<Record<Language, Replacements>> = {
  ja: [
    [/死体|遺体|屍体|しかばね|死骸|屍/g, "動かない姿"],
    [/血まみれ|血だらけ|血みどろ|傷だらけ/g, "ほこりまみれ"],
    [/鮮血|血しぶき|血糊|血潮|血痕/g, "ほこり"],
    [/流血|出血|重傷|深手/g, "けが"],
    [/傷口|裂傷|切り傷|刺し傷/g, "包帯"],
    // 血 alone: 血が流れる, not 血統, 血圧 or 貧血.
    [/(?<![吸輸貧熱冷心])血(?![統縁族相気圧筋眼走液管])/g, "汗"],
    [/内臓|はらわた|生首/g, "影"],
    [/強姦|レイプ|[陵凌]辱/g, "乱暴"],
    // Not 裸足 (barefoot), 裸馬 (bareback) or 裸電球 (a bare bulb).
    [/全裸|素っ裸|真っ裸|丸裸|半裸|裸体|裸(?![足馬電眼])/g, "服を着た姿"],
    [/下着姿|下着|パンティー?|ブラジャー/g, "服"],
    [/乳房|太もも|太腿/g, "肩"],
    [/色っぽい|艶めかしい|なまめかしい|いやらしい|(?:セクシー|官能的|扇情的|淫ら)な/g, "上品な"],
    [/色っぽく|艶めかしく|なまめかしく|いやらしく|(?:セクシー|官能的|扇情的|淫ら)に/g, "上品に"],
  ],
  en: [
    [/\b(?:corpse|cadaver|dead body|dead bodies)s?\b/gi, "still figure"],
    [/\b(?:bloody|bloodied|blood-?(?:stained|soaked|spattered)|gory)\b/gi, "dusty"],
    [/\b(?:blood|gore)\b/gi, "dust"],
    [/\bbleeding\b/gi, "aching"],
    [/\bbleed(s)?\b/gi, "ache$1"],
    [/\bbled\b/gi, "ached"],
    // "wounded" and the noun, but not "the road wound uphill".
    [/\bwounded\b/gi, "weary"],
    [/\b(an?|the|his|her|their|its|my|your|open|deep|gaping|fresh)\s+wounds?\b/gi, "$1 bandage"],
    [/\bwounds\b/gi, "bandages"],
    [/\b(?:gash(?:es)?|entrails|intestines|stab wound)\b/gi, "bandage"],
    [/\b(?:mutilated|mangled|dismembered|decapitated|beheaded|disembowel+ed|severed)\b/gi, "still"],
    [/\b(?:rape(?!seed)|molest)\w*/gi, "hurt"],
    [/\b(?:(?:half|stark)[- ])?(?:naked|nude|topless|unclothed|bare-?(?:breasted|chested))\b/gi, "clothed"],
    [/\b(?:nakedness|nudity)\b/gi, "clothes"],
    [/\b(?:undress|disrob|strips? (?:naked|off))\w*/gi, "dressed"],
    [/\b(?:lingerie|underwear|panties|bikinis?)\b/gi, "clothes"],
    [/\b(?:breasts?|bosoms?|cleavage|thighs?|buttocks|nipples?|crotch|groin)\b/gi, "shoulder"],
    [/\b(?:sexy|seductive|sensual|erotic|lewd|lustful|voluptuous|busty|curvy|provocative)\b/gi, "graceful"],
    [/\b(?:seductively|sensually|erotically|lewdly|lustfully|provocatively)\b/gi, "gracefully"],
  ],
};

/** The text with the words of the lists replaced. */
export function milder(text: string, lists: readonly Replacements[]): string {
  return lists.flat().reduce((softer, [hard, mild]) => softer.replaceAll(hard, mild), text);
}
