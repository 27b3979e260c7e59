// Words for looks that designs and the reviser say, in English as designs have them and in Japanese as descriptions say them. Words that are
// not here stay as they were written.
import type { Language } from "../../manga/language.ts";

export const languageOf = (said: string): Language =>
  /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(said) ? "ja" : "en";

/** A colour or tone: as a design says it, before a noun of Japanese, and how it is found in what people write. */
const COLOURS = [
  ["black", "黒い", "黒|漆黒", "black|raven"],
  ["white", "白い", "白", "white"],
  ["silver", "銀色の", "銀", "silver"],
  ["grey", "灰色の", "灰色|グレー", "gr[ae]y"],
  ["blond", "金色の", "金", "blond(?:e)?|golden|fair"],
  ["brown", "茶色の", "茶|栗", "brown|auburn"],
  ["red", "赤い", "赤", "red|ginger"],
  ["blue", "青い", "青|水色", "blue"],
  ["navy", "紺の", "紺", "navy"],
  ["green", "緑の", "緑", "green"],
  ["yellow", "黄色い", "黄", "yellow"],
  ["orange", "オレンジ色の", "オレンジ", "orange"],
  ["pink", "桃色の", "ピンク|桃色|桜色", "pink"],
  ["purple", "紫の", "紫", "purple|violet"],
  ["pale", "淡い色の", "淡い", "pale|cream"],
  ["dark", "濃い色の", "濃い|暗い色", "dark"],
  ["light", "淡い色の", "薄い色|明るい色", "light"],
  ["mid", "中間色の", "中間色", "mid"],
] as const;

const EN_COLOURS = COLOURS.map(([, , , en]) => en).join("|");
const JA_COLOURS = COLOURS.map(([, , ja]) => ja).join("|");

/** What is said of the colour of hair. */
const HAIR_COLOUR = new RegExp(
  `(?:${JA_COLOURS})(?:い|色の?)?(?:長い|短い)?髪|髪(?:の色)?[をはが](?:もっと)?(?:${JA_COLOURS})|\\b(?:${EN_COLOURS}) (?:\\w+ )?(?:hair|curls|braids|plaits|ponytail|bun)\\b|\\bhair (?:to )?(?:be )?(?:${EN_COLOURS})\\b|\\b(?:${EN_COLOURS})-haired\\b`,
  "iu",
);

/** The colours that words name, the first as a design says it; and the words without those of hair. */
export function coloursIn(said: string): { hair: string | undefined; other: string | undefined } {
  const hair = HAIR_COLOUR.exec(said)?.[0];
  const rest = hair === undefined ? said : said.replace(hair, "");
  return { hair: hair === undefined ? undefined : colourIn(hair), other: colourIn(rest) };
}

function colourIn(said: string): string | undefined {
  const found = COLOURS.flatMap(([name, , ja, en]) => {
    const at = said.search(new RegExp(`${ja}|\\b(?:${en})\\b`, "iu"));
    return at < 0 ? [] : [{ name, at }];
  });
  return found.toSorted((a, b) => a.at - b.at)[0]?.name;
}

/** Words of looks without those that say a colour. */
export const withoutColour = (words: string): string =>
  words
    .replaceAll(new RegExp(`(?:${JA_COLOURS})(?:い|色の?|の)?|\\b(?:${EN_COLOURS})\\b ?`, "giu"), "")
    .trim();

const JAPANESE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(COLOURS.map(([name, ja]) => [name, ja])),
  // Hair.
  ...{ short: "短い髪", crop: "刈り上げた髪", bob: "おかっぱの髪", long: "長い髪", ponytail: "ポニーテール" },
  ...{ "twin-tails": "二つ結びの髪", bun: "お団子の髪", spiky: "逆立った髪", messy: "ぼさぼさの髪" },
  ...{ curly: "巻き毛", swept: "流した髪", bald: "禿げた頭" },
  ...{ stubble: "無精ひげ", moustache: "口ひげ", full: "豊かなひげ", "full beard": "豊かなひげ" },
  // What is worn.
  ...{ shirt: "シャツ", sweater: "セーター", jacket: "ジャケット", coat: "コート", uniform: "制服" },
  ...{
    sailor: "セーラー服",
    kimono: "着物",
    robe: "ローブ",
    apron: "エプロン",
    armor: "鎧",
    hoodie: "パーカー",
  },
  ...{ trousers: "ズボン", skirt: "スカート", shorts: "半ズボン", hakama: "袴", dress: "ワンピース" },
  ...{ cap: "キャップ", hat: "帽子", "straw hat": "麦わら帽子", helmet: "ヘルメット", hood: "フード" },
  ...{ headband: "鉢巻", glasses: "眼鏡", "sword at the hip": "腰の刀" },
  // Builds and kinds.
  ...{ small: "小柄な", slim: "ほっそりした", average: "中背の", broad: "がっしりした" },
  ...{ cat: "猫", dog: "犬", bird: "鳥", robot: "ロボット", ghost: "幽霊", creature: "生きもの" },
};

/** A word or phrase of a design in the book's language: `dark trousers` is 濃い色のズボン. */
export function inLanguage(words: string, language: Language): string {
  if (language === "en") return words;
  const whole = JAPANESE[words] ?? JAPANESE[words.replace(/s$/u, "")];
  if (whole !== undefined) return whole;
  const [first = "", ...rest] = words.split(" ");
  const noun = JAPANESE[rest.join(" ")];
  const adjective = JAPANESE[first];
  return adjective !== undefined && noun !== undefined ? `${adjective}${noun}` : words;
}
