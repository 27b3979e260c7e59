// Nouns for people that the list of roles does not have: those of the table of nouns, and those that end in what only people are called by:
// 仲買人, 飼育員, 組合長. What such a noun is told to do decides whether it is anybody.
import type { Person } from "../closed/concept.ts";
import { kindOfNoun } from "../noun-kinds.ts";
import { isRoleJa, ROLES_JA, type Role } from "./roles.ts";
import { TITLES } from "./titles-ja.ts";

export interface Trade {
  noun: string;
  at: number;
  age?: Person["age"];
  gender?: Person["gender"];
}

/** A word by itself, of kanji or of katakana, with what of a verb it may hold: 渡し守, 太鼓持ち. */
const WORD =
  /(?<![\p{Script=Han}ァ-ヴー々]|[一三]つ)(?:[\p{Script=Han}々]{2,6}|\p{Script=Han}{1,2}[りしちいきみえけせ]\p{Script=Han}{1,2}[りしちいきみえけせ]?|\p{Script=Han}{1,3}[りしちいきみ]|[ァ-ヴー]{3,10})(?=(?:さん|たち|様)?(?:[はがもをにとへの、]|だった))/gu;

/** How nouns for people end, beyond those whose last character is as often something else. */
const OF_PEOPLE =
  /(?:\p{Script=Han}{2,3}[人員士師係]|\p{Script=Han}{2,3}[者官]|\p{Script=Han}{1,2}医|\p{Script=Han}{2,3}長|\p{Script=Han}{2,3}屋|(?:競り|見張り|渡し|案内|管理)人)$/u;

/** 大野先生, 黒川刑事: somebody with a name. */
const isTitled = (noun: string): boolean => TITLES.some((title) => noun.endsWith(title));

/** Any of several, or anybody at all; measures; houses that end like a trade. */
const NOBODY =
  /^(?:.*(?:全員|満員|総員|定員|人員|成員|個人|本人|当人|他人|別人|各人|恋人|友人|知人|外国人|[一二三四五六七八九十百千何数]人|身長|成長|延長|部屋|小屋|長屋|茶屋|母屋|納屋|居酒屋|牛舎|関係|同士|学者|前者|後者|何者|両者|死者)|仲間|観客|客|友|先祖|敵|味方|初心者|経験者|主人公|英雄|天才|大人|人間)$/u;

/** 女主人, 老船頭, 新人看護師: a role with a word before it. */
const roleIn = (noun: string): Role | undefined =>
  ROLES_JA.find((role) => /^\p{Script=Han}{2,}$/u.test(role.noun) && noun.endsWith(role.noun));

const known = new Map<string, Omit<Trade, "at"> | undefined>();

/** What a noun tells of whoever it stands for; undefined where it stands for nobody, or where the list of roles has it. */
export function tradeOf(noun: string): Omit<Trade, "at"> | undefined {
  if (!known.has(noun))
    known.set(noun, NOBODY.test(noun) || isTitled(noun) || isRoleJa(noun) ? undefined : lookUp(noun));
  return known.get(noun);
}

function lookUp(noun: string): Omit<Trade, "at"> | undefined {
  const kind = kindOfNoun(noun, "ja");
  const role = roleIn(noun);
  const somebody = kind?.is === "person" ? kind : role?.kind === "human" ? role : undefined;
  // 若い母親 is a mother.
  if (role && /^\p{Script=Han}{1,2}い/u.test(noun)) return undefined;
  if (!somebody && (kind || !OF_PEOPLE.test(noun))) return undefined;
  const gender = /^女/u.test(noun) ? "female" : somebody?.gender;
  const age = /^老/u.test(noun) ? "elder" : (somebody?.age ?? "adult");
  return {
    noun,
    ...(age === "adult" && OF_PUPILS.test(noun) ? {} : { age }),
    ...(gender ? { gender } : {}),
  };
}

/** What pupils are as well. */
const OF_PUPILS = /(?:委員|部員|係|選手|当番|班長)$/u;

/** All such nouns of a sentence. */
export const tradesIn = (text: string): Trade[] =>
  [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const trade = tradeOf(word);
    return trade ? [{ ...trade, at: index }] : [];
  });
