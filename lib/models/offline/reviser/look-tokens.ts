// The words of a wish about looks, one after the other: whom, what about them, what to do with it. What is none of these is `unknown`, so
// that a wish is carried out only where every word of it was read.
import type { Person } from "../../../manga/concept.ts";
import type { Language } from "../../../manga/language.ts";
import type { AgeBand } from "../describe-look.ts";
import { DECADE_EN, decadeOf, NUMBER_EN, NUMBER_JA, numberOf } from "./number-words.ts";
import { wishWords } from "./wish-words.ts";

type Read =
  | { kind: "person"; id: string }
  | { kind: "pronoun"; sex: Person["sex"] }
  /** An age as designs have it: `72`, `30s`, `teen`. */
  | { kind: "age"; age: string }
  /** Somebody of that sex, and in one of those bands of age. */
  | { kind: "who"; sex: Person["sex"]; bands: readonly AgeBand[] }
  /** A word about looks that `changeDesign` reads. */
  | { kind: "look" }
  | { kind: "garment" }
  /** What somebody is who is no human being. */
  | { kind: "being" }
  | { kind: "verb"; does: "wear" | "give" | "other" }
  | { kind: "not" }
  | { kind: "join" | "break" | "article" | "object" | "filler" }
  | { kind: "unknown" };

export type LookToken = { text: string } & Read;

type Reading = (text: string) => LookToken | undefined;
type Rule = readonly [pattern: RegExp, reading: Reading];

const as =
  (read: Read): Reading =>
  (text) => ({ text, ...read });

const OLDEST = 150;

function years(pattern: string): Reading {
  const number = new RegExp(pattern, "iu");
  return (text) => {
    const age = numberOf(number.exec(text)?.[0] ?? "");
    return age === undefined || age < 1 || age > OLDEST ? undefined : { text, kind: "age", age: String(age) };
  };
}

const decade = (text: string, tens: number | undefined): LookToken | undefined =>
  tens === undefined ? undefined : { text, kind: "age", age: tens === 10 ? "teen" : `${tens}s` };

const who = (sex: Person["sex"], ...bands: AgeBand[]): Reading => as({ kind: "who", sex, bands });

const RULES_JA: readonly Rule[] = [
  [new RegExp(`${NUMBER_JA}(?:歳|才|さい)|[一二三四五六七八九]つ`, "u"), years(`^${NUMBER_JA}`)],
  [new RegExp(`(?:年齢|年)[をは]?${NUMBER_JA}`, "u"), years(`${NUMBER_JA}$`)],
  [/はたち/u, as({ kind: "age", age: "20" })],
  [new RegExp(`${NUMBER_JA}0?代`, "u"), (text) => decade(text, numberOf(text.slice(0, -1)))],
  [/老人|お?年寄り/u, who("unknown", "elder")],
  [/お?(?:じい|爺)さん|お?じいちゃん|老爺|老紳士/u, who("male", "elder")],
  [/お?(?:ばあ|婆)さん|お?ばあちゃん|老婆|老婦人/u, who("female", "elder")],
  [/大人|成人/u, who("unknown", "adult")],
  [/子ども|子供|小学生|幼児/u, who("unknown", "child")],
  [/若者|中学生|高校生|十代/u, who("unknown", "teen")],
  [/中年/u, who("unknown", "adult")],
  [/男の子|坊や/u, who("male", "child", "teen")],
  [/女の子/u, who("female", "child", "teen")],
  [/少年/u, who("male", "teen", "child")],
  [/少女/u, who("female", "teen", "child")],
  [/男性|男の人|男/u, who("male", "adult", "elder")],
  [/女性|女の人|女/u, who("female", "adult", "elder")],
  [/若く|若がえら|幼く|年を取ら|老け|年上|年配|年下|大人っぽく/u, as({ kind: "look" })],
  [/髪の毛|髪型|髪の色|前髪|髪/u, as({ kind: "look" })],
  [
    /(?:黒|白|銀|金|茶|赤|青|緑|紫)髪|短髪|長髪|坊主頭|おかっぱ|ボブ|ポニーテール|ツインテール/u,
    as({ kind: "look" }),
  ],
  [
    /おさげ|三つ編み|お団子|巻き毛|くせ毛|パーマ|ショートヘア|ロングヘア|ショートカット|禿げ頭|スキンヘッド/u,
    as({ kind: "look" }),
  ],
  [/短く|長く|短い|長い|ぼさぼさ|ボサボサ|つんつん|逆立て/u, as({ kind: "look" })],
  [
    /(?:黒|白|銀|金|茶|栗|赤|青|緑|紺|黄|紫|灰|桃|水|桜)(?:色|く|い(?![っ人])|色い)|ピンク(?:色)?|オレンジ(?:色)?|グレー/u,
    as({ kind: "look" }),
  ],
  [/眼鏡|めがね|メガネ/u, as({ kind: "look" })],
  [/無精ひげ|口ひげ|口髭|あごひげ|顎髭|ちょびひげ|髭|ひげ|ヒゲ/u, as({ kind: "look" })],
  [
    /がっしり(?:した)?|たくましい|大柄|小柄|細身|ほっそり(?:した)?|痩せ(?:た|型)|やせた/u,
    as({ kind: "look" }),
  ],
  [
    /シャツ|ブラウス|セーター|カーディガン|上着|ジャケット|背広|スーツ|コート|外套|着物|浴衣|和服|袴|羽織/u,
    as({ kind: "garment" }),
  ],
  [
    /制服|学ラン|セーラー服|エプロン|鎧|甲冑|パーカー|ドレス|ワンピース|スカート|半ズボン|短パン|ズボン|ジーンズ/u,
    as({ kind: "garment" }),
  ],
  [
    /ローブ|マント|白衣|服装|服|麦わら帽子|帽子|キャップ|野球帽|ヘルメット|兜|フード|頭巾|鉢巻|はちまき|バンダナ|シルクハット/u,
    as({ kind: "garment" }),
  ],
  [/年齢|年|歳|体つき|体型|体格|見た目|外見/u, as({ kind: "filler" })],
  [
    /(?:着せ|着さ|かぶせ|かぶら|被せ|被ら|つけさせ|身につけ|巻か|巻い|履か|はか)(?:せ)?て?/u,
    as({ kind: "verb", does: "wear" }),
  ],
  [/着て|かぶって|被って|つけて|履いて|はいて/u, as({ kind: "verb", does: "wear" })],
  [/(?:かけ|掛け)(?:させ)?て?/u, as({ kind: "verb", does: "other" })],
  [
    /(?:外|脱が|取ら|剃ら|切ら|染めさ|伸ばさ|生やさ)(?:し|せ)て?|取って|脱いで|剃って|切って|染めて|伸ばして|生やして/u,
    as({ kind: "verb", does: "other" }),
  ],
  [/やめて|なくして|なし|無し/u, as({ kind: "verb", does: "other" })],
  [
    /(?:変え|変更し|し|なら(?:せ)?|なっ|直し|設定し|描い)て?|する|変える|変更/u,
    as({ kind: "verb", does: "other" }),
  ],
  [/ないで|せず|するな/u, as({ kind: "not" })],
  [
    /くださいませ|ください|下さい|ほしいです|ほしい|欲しい|お願いします|お願い|もらえますか|くれますか|いただけますか|もらって|くれ/u,
    as({ kind: "filler" }),
  ],
  [/と(?=.)|や/u, as({ kind: "join" })],
  [/を/u, as({ kind: "object" })],
  [
    /さん|ちゃん|くん|君|もっと|少し|さらに|もう|に|は|が|で|の|へ|も|な|た|ね|よ|です|ます/u,
    as({ kind: "filler" }),
  ],
  [/[、。，．！!？?\n]+|そして|それから|また/u, as({ kind: "break" })],
  [/\s+/u, as({ kind: "filler" })],
];

/** A word or phrase of English, to its end. */
const words = (pattern: string) => new RegExp(`(?:${pattern})(?![\\p{L}\\p{N}])`, "iu");

const RULES_EN: readonly Rule[] = [
  // Counts of something else than years.
  [
    words(`(?:pages?|panels?|scenes?) ${NUMBER_EN}|${NUMBER_EN} (?:pages?|panels?|scenes?)`),
    as({ kind: "unknown" }),
  ],
  [words(`(?:aged? (?:of )?)?${NUMBER_EN}[- ]years?[- ](?:old|of age)`), years(NUMBER_EN)],
  [words(`${NUMBER_EN}[- ]?year[- ]?old`), years(NUMBER_EN)],
  [words(`(?:aged? (?:of )?|of )?${NUMBER_EN}`), years(`${NUMBER_EN}$`)],
  [
    words(`in (?:his|her|their|the) (?:${DECADE_EN})`),
    (text) => decade(text, decadeOf(text.split(" ").at(-1) ?? "")),
  ],
  [words("in (?:his|her|their) teens"), as({ kind: "age", age: "teen" })],
  [words("old man|old gentleman|grandpa|granddad"), who("male", "elder")],
  [words("old woman|old lady|grandma|granny"), who("female", "elder")],
  [words("old person|elder|elderly|senior|old"), who("unknown", "elder")],
  [words("little boy|small boy"), who("male", "child")],
  [words("little girl|small girl"), who("female", "child")],
  [words("young man|teenage boy"), who("male", "teen", "adult")],
  [words("young woman|teenage girl"), who("female", "teen", "adult")],
  [words("grown man|man|gentleman"), who("male", "adult", "elder")],
  [words("grown woman|woman|lady"), who("female", "adult", "elder")],
  [words("boy"), who("male", "child", "teen")],
  [words("girl"), who("female", "child", "teen")],
  [words("child|kid"), who("unknown", "child")],
  [words("teenager|teen|teenaged|adolescent"), who("unknown", "teen")],
  [words("adult|grown-?up|middle-aged"), who("unknown", "adult")],
  [
    words(
      "younger|older|shorter|longer|short|long|bald|curly|spiky|messy|bob|ponytail|pigtails|braids|bun|crew cut|buzz cut",
    ),
    as({ kind: "look" }),
  ],
  [
    words("hair|hairstyle|(?:short|long|black|white|gr[ae]y|silver|blond|blonde|brown|red)-haired"),
    as({ kind: "look" }),
  ],
  [
    words(
      "black|white|silver|gr[ae]y|blonde?|golden|brown|auburn|red|ginger|blue|navy|green|yellow|orange|pink|purple|violet",
    ),
    as({ kind: "look" }),
  ],
  [
    words("eyeglasses|glasses|spectacles|full beard|beard|moustache|mustache|stubble|clean-shaven"),
    as({ kind: "look" }),
  ],
  [words("slim|slender|skinny|stout|burly|broad-shouldered|plump|tall"), as({ kind: "look" })],
  [
    words(
      "shirt|blouse|sweater|jumper|cardigan|jacket|suit|blazer|vest|coat|raincoat|overcoat|kimono|yukata|uniform|sailor suit",
    ),
    as({ kind: "garment" }),
  ],
  [
    words(
      "apron|armou?r|hoodie|sweatshirt|dress|gown|skirt|trousers|jeans|pants|overalls|shorts|robe|cloak|cape",
    ),
    as({ kind: "garment" }),
  ],
  [
    words("clothes|clothing|outfit|straw hat|top hat|hat|cap|helmet|hood|headband|bandana|bonnet"),
    as({ kind: "garment" }),
  ],
  [
    words("scarf|gloves|boots|shoes|tie|bow tie|necklace|earrings|ribbon|belt|mask|eyepatch"),
    as({ kind: "garment" }),
  ],
  [words("wears?|wearing|put on|dressed in|dress in"), as({ kind: "verb", does: "wear" })],
  [words("gives?|put|have|has|needs?"), as({ kind: "verb", does: "give" })],
  [
    words("take off|takes off|take|remove|lose|without|no|shave off|shave|cut|grow|dye|colou?r|trim"),
    as({ kind: "verb", does: "other" }),
  ],
  [
    words("make|makes|turn|change|set|let|should|must|can|could|is|are|be|becomes?|get|gets"),
    as({ kind: "verb", does: "other" }),
  ],
  [words("don['’]t|do not|not|never"), as({ kind: "not" })],
  [
    words(
      "please|both|could you|can you|would you|i['’]d like|i would like|i want|now|also|too|instead|years?|age|looks?",
    ),
    as({ kind: "filler" }),
  ],
  [words("to|into|of|for|with|in|as|on|off|at|than|more|much|bit|colou?r"), as({ kind: "filler" })],
  [words("an?|the|some"), as({ kind: "article" })],
  [words("and|&"), as({ kind: "join" })],
  [words("but|then"), as({ kind: "break" })],
  [/[,.;:!?\n]+/u, as({ kind: "break" })],
  [/['’]s?(?![\p{L}\p{N}])|\s+/u, as({ kind: "filler" })],
];

const PRONOUNS: Readonly<Record<Language, readonly Rule[]>> = {
  ja: [
    [/彼女/u, as({ kind: "pronoun", sex: "female" })],
    [/彼(?!ら)/u, as({ kind: "pronoun", sex: "male" })],
  ],
  en: [
    [words("he|him|his"), as({ kind: "pronoun", sex: "male" })],
    [words("she|hers?"), as({ kind: "pronoun", sex: "female" })],
    [words("they|them|their"), as({ kind: "pronoun", sex: "unknown" })],
  ],
};

const RULES: Readonly<Record<Language, readonly Rule[]>> = {
  ja: [...PRONOUNS.ja, ...RULES_JA],
  en: [...PRONOUNS.en, ...RULES_EN],
};
const beings = (language: Language): Rule[] =>
  wishWords(language).kinds.map(({ when }): Rule => [when, as({ kind: "being" })]);
const BEINGS: Readonly<Record<Language, readonly Rule[]>> = { ja: beings("ja"), en: beings("en") };
/** The text of an `unknown` token: one character in Japanese, one word in English. */
const UNKNOWN: Readonly<Record<Language, RegExp>> = { ja: /./su, en: /[\p{L}\p{N}’'-]+|./su };

const sticky = new WeakMap<RegExp, RegExp>();

function textAt(said: string, at: number, pattern: RegExp): string | undefined {
  const known = sticky.get(pattern) ?? new RegExp(pattern.source, `${pattern.flags.replace("g", "")}y`);
  sticky.set(pattern, known);
  known.lastIndex = at;
  return known.exec(said)?.[0];
}

function longestAt(said: string, at: number, rules: readonly Rule[]): LookToken | undefined {
  let longest: LookToken | undefined;
  for (const [pattern, reading] of rules) {
    const text = textAt(said, at, pattern);
    if (text === undefined || text.length <= (longest?.text.length ?? 0)) continue;
    longest = reading(text) ?? longest;
  }
  return longest;
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\/-]/gu, "\\$&");

/** Names first, then the longest reading at each place; what nothing reads is gathered, in English word by word. */
export function lookTokens(said: string, people: readonly Person[], language: Language): LookToken[] {
  const names = people.flatMap((person) =>
    [person.name, ...person.aliases].map(
      (name): Rule => [
        language === "en" ? words(escaped(name)) : new RegExp(escaped(name), "u"),
        as({ kind: "person", id: person.id }),
      ],
    ),
  );
  const tables = [names, RULES[language], BEINGS[language]];
  const tokens: LookToken[] = [];
  for (let at = 0; at < said.length; ) {
    const token = tables.map((rules) => longestAt(said, at, rules)).find((found) => found !== undefined);
    const text = token?.text ?? textAt(said, at, UNKNOWN[language]) ?? "";
    const last = tokens.at(-1);
    if (token !== undefined) tokens.push(token);
    else if (last?.kind === "unknown" && language === "ja") last.text += text;
    else tokens.push({ kind: "unknown", text });
    at += Math.max(1, text.length);
  }
  return tokens;
}
