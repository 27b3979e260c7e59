// The few sentences that the author writes itself, in the book's language: the world of a story, the looks of its people.

import type { Language } from "../../../manga/language.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import type { Scene } from "../closed/plot.ts";

interface Wording {
  everyday: string;
  /** As the lexicon calls the genre. */
  comedy: string;
  untitled: string;
  storyOf: (name: string) => string;
  world: (places: readonly string[], hour: string) => string;
  audience: { all: string; young: string; grown: string };
  /** `noun`: the animal that they are, where their name does not say it. */
  describe: (design: Omit<CharacterDesign, "description">, noun?: string) => string;
  /** What follows the description of an animal whose coat has marks. */
  marked: (marks: readonly string[]) => string;
}

type Design = Omit<CharacterDesign, "description">;

const HOURS = {
  ja: { dawn: "夜明け", day: "昼", dusk: "夕暮れ", night: "夜" },
  en: { dawn: "dawn", day: "day", dusk: "dusk", night: "night" },
} as const;

export const hourName = ({ hour }: Scene, language: Language): string => HOURS[language][hour];

export const placeName = ({ place }: Scene, language: Language): string =>
  place.name || (language === "ja" ? "どこか" : place.kind);

const JA = {
  gender: {
    female: { child: "女の子", teen: "少女", adult: "女性", elder: "年配の女性" },
    male: { child: "男の子", teen: "少年", adult: "男性", elder: "年配の男性" },
    unknown: { child: "子ども", teen: "若者", adult: "大人", elder: "老人" },
  },
  kind: {
    human: "",
    cat: "猫",
    dog: "犬",
    bird: "鳥",
    robot: "ロボット",
    ghost: "幽霊",
    creature: "生きもの",
  },
  build: { small: "小柄な", slim: "ほっそりした", average: "中背の", broad: "がっしりした" },
  fill: { white: "白い", light: "淡い色の", mid: "中間色の", dark: "濃い色の", black: "黒い" },
  tone: { white: "白い", light: "明るい", mid: "茶色の", dark: "濃い茶色の", black: "黒い" },
  hair: {
    short: "短い髪",
    crop: "刈り上げた髪",
    bob: "おかっぱの髪",
    long: "長い髪",
    ponytail: "ポニーテール",
    "twin-tails": "二つ結びの髪",
    bun: "お団子の髪",
    spiky: "逆立った髪",
    messy: "ぼさぼさの髪",
    curly: "巻き毛",
    swept: "流した髪",
    bald: "禿げた頭",
  },
  top: {
    shirt: "シャツ",
    sweater: "セーター",
    jacket: "ジャケット",
    coat: "コート",
    uniform: "制服",
    sailor: "セーラー服",
    kimono: "着物",
    robe: "ローブ",
    apron: "エプロン",
    armor: "鎧",
    hoodie: "パーカー",
  },
  hat: {
    none: "",
    cap: "キャップ",
    hat: "帽子",
    "straw-hat": "麦わら帽子",
    helmet: "ヘルメット",
    hood: "フード",
    headband: "鉢巻",
  },
  beard: { none: "", stubble: "無精ひげ", moustache: "口ひげ", full: "豊かなひげ" },
} as const;

const EN = {
  age: { child: "child", teen: "teenager", adult: "adult", elder: "elder" },
  gender: {
    female: { child: "girl", teen: "young woman", adult: "woman", elder: "old woman" },
    male: { child: "boy", teen: "young man", adult: "man", elder: "old man" },
  },
  build: { small: "small", slim: "slim", average: "", broad: "broad" },
  fill: { white: "white", light: "pale", mid: "grey", dark: "dark", black: "black" },
  tone: { white: "white", light: "fair", mid: "brown", dark: "dark brown", black: "black" },
  hair: {
    short: "short hair",
    crop: "cropped hair",
    bob: "a bob",
    long: "long hair",
    ponytail: "a ponytail",
    "twin-tails": "twin tails",
    bun: "hair in a bun",
    spiky: "spiky hair",
    messy: "messy hair",
    curly: "curly hair",
    swept: "swept-back hair",
    bald: "a bald head",
  },
  hat: {
    none: "",
    cap: "a cap",
    hat: "a hat",
    "straw-hat": "a straw hat",
    helmet: "a helmet",
    hood: "a hood",
    headband: "a headband",
  },
  beard: { none: "", stubble: "stubble", moustache: "a moustache", full: "a full beard" },
} as const;

function describeJapanese(design: Design, noun?: string): string {
  const { name, kind, hair, clothes } = design;
  if (kind !== "human" && kind !== "ghost")
    return `${name}。${JA.build[design.build]}${JA.fill[hair.fill]}${noun ?? JA.kind[kind]}。`;
  const who = JA.gender[design.gender][design.age];
  const head = hair.style === "bald" ? JA.hair.bald : `${JA.tone[hair.fill]}${JA.hair[hair.style]}`;
  const sedge = clothes.hat === "hat" && (clothes.top === "kimono" || clothes.top === "robe");
  const extras = [
    JA.beard[design.beard],
    design.glasses ? "眼鏡" : "",
    sedge ? "笠" : JA.hat[clothes.hat],
    clothes.sword ? "腰の刀" : "",
  ].filter((word) => word !== "");
  const what = kind === "ghost" ? `${who}の幽霊` : who;
  return `${name}。${JA.build[design.build]}${what}。${[head, ...extras].join("、")}に、${JA.fill[clothes.topFill]}${JA.top[clothes.top]}。`;
}

function describeEnglish(design: Design, noun?: string): string {
  const { name, kind, hair, clothes, build } = design;
  const a = (words: string) => (/^[aeiou]/iu.test(words) ? `an ${words}` : `a ${words}`);
  const join = (...words: string[]) => words.filter((word) => word !== "").join(" ");
  if (kind !== "human" && kind !== "ghost")
    return `${name}, ${a(join(EN.build[build], EN.fill[hair.fill], noun ?? kind))}.`;
  const who = design.gender === "unknown" ? EN.age[design.age] : EN.gender[design.gender][design.age];
  const head =
    hair.style === "bald" ? EN.hair.bald : EN.hair[hair.style].replace(/^(a )?/u, `$1${EN.tone[hair.fill]} `);
  const extras = [
    EN.beard[design.beard],
    design.glasses ? "glasses" : "",
    EN.hat[clothes.hat],
    clothes.sword ? "a sword at the hip" : "",
  ].filter((word) => word !== "");
  const top = clothes.top === "armor" ? "armor" : a(`${EN.fill[clothes.topFill]} ${clothes.top}`);
  const what = kind === "ghost" ? `ghost of ${a(who)}` : who;
  return `${name}, ${a(join(build === "average" ? "" : EN.build[build], what))} with ${[head, ...extras].join(", ")}, in ${top}${clothes.top === "armor" ? ` of ${EN.fill[clothes.topFill]} steel` : ""}.`;
}

export const WORDS: Readonly<Record<Language, Wording>> = {
  ja: {
    everyday: "日常",
    comedy: "コメディ",
    untitled: "無題",
    storyOf: (name) => `${name}の物語`,
    world: (places, hour) =>
      places.length > 0 ? `${places.join("、")}を舞台に、${hour}から始まる。` : `${hour}から始まる。`,
    audience: { all: "すべての読者", young: "十代から", grown: "大人" },
    describe: describeJapanese,
    marked: (marks) => `${marks.join("、")}。`,
  },
  en: {
    everyday: "Everyday life",
    comedy: "Comedy",
    untitled: "Untitled",
    storyOf: (name) => `The Story of ${name}`,
    world: (places, hour) =>
      places.length > 0 ? `Set in ${places.join(", ")}; it begins at ${hour}.` : `It begins at ${hour}.`,
    audience: { all: "all ages", young: "teens and up", grown: "adults" },
    describe: describeEnglish,
    marked: (marks) => ` With ${marks.join(", ")}.`,
  },
};
