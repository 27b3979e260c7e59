// Translations of the words that the offline reader and the code director use most. A book stores its own words; the studio shows and
// accepts their translations, and other words unchanged.
import type { VocabularyField } from "../documents.ts";
import { JAPANESE_THINGS } from "./known-things.ts";
import type { UiLanguage } from "./words.tsx";

const JAPANESE: Readonly<Record<string, string>> = {
  ...JAPANESE_THINGS,
  // Actions.
  ...{ stand: "立つ", walk: "歩く", run: "走る", sit: "座る", kneel: "ひざをつく", crouch: "しゃがむ" },
  ...{ lie: "横たわる", fall: "倒れる", jump: "跳ぶ", climb: "登る", point: "指さす", reach: "手を伸ばす" },
  ...{ hold: "持つ", carry: "運ぶ", offer: "差し出す", wave: "手を振る", "arms-up": "両手を上げる" },
  ...{ "arms-crossed": "腕を組む", "hands-on-hips": "腰に手", "hands-on-face": "顔に手", think: "考える" },
  ...{ bow: "お辞儀", embrace: "抱きしめる", fight: "戦う", throw: "投げる", push: "押す", row: "こぐ" },
  ...{ read: "読む", write: "書く", eat: "食べる", drink: "飲む", sleep: "眠る", "look-back": "振り返る" },
  ...{ "look-up": "見上げる", "look-down": "見下ろす", shrug: "肩をすくめる", pray: "祈る", dance: "踊る" },
  ...{ phone: "電話する", ride: "乗る" },
  // Manners of an action.
  ...{ astride: "またがる", pickaback: "おぶさる", afloat: "水に浮く", "curled up": "丸くなる" },
  ...{ "on a ladder": "はしごの上", "at the piano": "ピアノに向かう", upward: "上へ" },
  // Faces: expressions and actions.
  ...{
    calm: "平静",
    smile: "微笑む",
    laugh: "笑う",
    grin: "にやり",
    sad: "悲しい",
    cry: "泣く",
    angry: "怒る",
  },
  ...{
    furious: "激怒",
    shout: "叫ぶ",
    surprised: "驚く",
    shocked: "衝撃",
    afraid: "怯える",
    worried: "心配",
  },
  ...{
    shy: "照れる",
    determined: "決意",
    tired: "疲れた",
    pain: "痛む",
    smug: "得意げ",
    thoughtful: "物思い",
  },
  ...{ asleep: "眠っている", terrified: "恐怖の叫び", yawns: "あくび", "cries out": "叫び声を上げる" },
  ...{ "eyes shut": "目を閉じる", "eyes shine": "目が輝く", "one eye open": "片目を開ける" },
  // Gazes and their targets.
  ...{
    up: "上",
    down: "下",
    back: "後ろ",
    away: "よそ",
    "in a doorway": "戸口に",
    "at a table": "机に向かって",
  },
  ...{ "over the head": "頭の上に", "on the back": "背中に", "over the shoulder": "肩に", gripped: "握って" },
  ...{ pushed: "押して", carried: "抱えて", together: "一緒に", kept: "前から" },
  // Places and arrangements of people and things.
  ...{ ground: "地面", air: "空中", water: "水", roof: "屋根", sill: "窓辺", branch: "枝" },
  ...{ wire: "電線", arms: "腕の中", shoulder: "肩", lead: "引き綱" },
  ...{ chimney: "煙突", ridden: "乗られて", "on the wall": "壁に", "on the sill": "窓辺に" },
  ...{ "on a wall": "塀の上", "at the foot of the stairs": "階段の下", "in a cage": "檻の中" },
  ...{ "out of the cage": "檻の外", "under a lamp": "明かりの下", "in what is pushed": "押される物の中" },
  ...{ "on a bench": "ベンチの上", "under a shoe": "靴の下", "on a sole": "靴の裏に" },
  ...{ "before the eye": "目の前に", "round the shoulders": "肩に巻いて", "on the rail": "手すりの上" },
  ...{ "onto it": "その上へ", "rain on the glasses": "眼鏡に雨", "breath seen": "白い息" },
  ...{
    thrown: "投げられて",
    emptied: "空にされて",
    flies: "飛ぶ",
    lies: "落ちている",
    sunk: "沈んで",
    seen: "見える",
  },
  ...{ rings: "鳴る", opens: "開く", shuts: "閉まる", slides: "滑る", "slides open": "引き開けられる" },
  ...{ "slides shut": "引き閉められる", scattered: "散らばって", young: "子", huge: "巨大", empty: "空っぽ" },
  ...{
    old: "古い",
    new: "新しい",
    cracked: "ひび割れた",
    "run-down": "荒れた",
    Western: "西洋",
    Japanese: "日本",
  },
  ...{ "gone out": "消えた", "lit windows": "窓の明かり", "lighthouse dark": "灯台が暗い", feet: "足もと" },
  ...{
    boards: "板",
    mats: "畳",
    tiles: "タイル",
    slabs: "石畳",
    deck: "甲板",
    wicker: "籐",
    asphalt: "舗装",
  },
  ...{ earth: "土", grass: "草", leaves: "落ち葉", pebbles: "小石", rock: "岩" },
  // People.
  ...{
    human: "人間",
    cat: "猫",
    dog: "犬",
    bird: "鳥",
    robot: "ロボット",
    ghost: "幽霊",
    creature: "生きもの",
  },
  ...{ child: "子ども", teen: "十代", adult: "大人", elder: "老人", unknown: "不明" },
  ...{ small: "小柄", slim: "細身", average: "中背", broad: "がっしり", stubble: "無精ひげ" },
  ...{ moustache: "口ひげ", "full beard": "豊かなひげ", full: "豊かなひげ", glasses: "眼鏡" },
  ...{ short: "ショート", crop: "短髪", bob: "ボブ", long: "ロング", ponytail: "ポニーテール" },
  ...{ "twin-tails": "ツインテール", bun: "お団子", spiky: "つんつん", messy: "ぼさぼさ", curly: "巻き毛" },
  ...{ swept: "なでつけ", bald: "坊主頭" },
  // Clothes, and their tones.
  ...{ shirt: "シャツ", sweater: "セーター", jacket: "ジャケット", coat: "コート", uniform: "制服" },
  ...{ sailor: "セーラー服", kimono: "着物", robe: "ローブ", apron: "エプロン", armor: "よろい" },
  ...{ hoodie: "パーカー", trousers: "ズボン", skirt: "スカート", shorts: "半ズボン", hakama: "袴" },
  ...{ dress: "ワンピース", cap: "キャップ", hat: "帽子", "straw-hat": "麦わら帽子", helmet: "ヘルメット" },
  ...{ "straw hat": "麦わら帽子", hood: "フード", headband: "鉢巻", "sword at the hip": "腰の刀" },
  ...{ white: "白い", light: "淡い", mid: "中間の", dark: "濃い", black: "黒い" },
  // Places.
  ...{ street: "通り", alley: "路地", room: "部屋", kitchen: "台所", classroom: "教室", corridor: "廊下" },
  ...{
    office: "事務所",
    shop: "店",
    station: "駅",
    train: "電車",
    forest: "森",
    field: "野原",
    garden: "庭",
  },
  ...{ mountain: "山", river: "川", sea: "海", shore: "岸辺", lighthouse: "灯台", bridge: "橋", sky: "空" },
  ...{ city: "街", village: "村", temple: "寺", castle: "城", stairs: "階段", rooftop: "屋上", cave: "洞窟" },
  ...{ space: "宇宙", hospital: "病院", church: "教会", graveyard: "墓地", workshop: "工房", dojo: "道場" },
  ...{ gym: "体育館", stage: "舞台", museum: "博物館", library: "図書館", bath: "風呂", bus: "バス" },
  ...{
    tent: "テント",
    snow: "雪",
    mud: "泥",
    sand: "砂",
    tatami: "畳",
    none: "なし",
    "a candle": "ろうそく",
  },
  // Effects in the air.
  ...{ speed: "スピード線", focus: "集中線", impact: "衝撃", flash: "フラッシュ", gloom: "どんより" },
  ...{ sparkle: "きらきら", petals: "花びら", steam: "湯気", sweat: "汗" },
};

/**
 * A word of the book in the studio's language: `dark trousers` is 濃いズボン; unknown words stay. A held `bow` is translated differently from
 * the gesture.
 */
export function shownWord(word: string, tongue: UiLanguage, field?: VocabularyField): string {
  const whole = japaneseOf(word, field) ?? japaneseOf(word.replaceAll(" ", "-"), field);
  if (tongue === "en") return whole === undefined ? word : word.replaceAll("-", " ");
  if (whole !== undefined) return whole;
  const [first = "", ...rest] = word.split(" ");
  const noun = JAPANESE[rest.join(" ")];
  return noun !== undefined && TONES.includes(first) ? `${JAPANESE[first]}${noun}` : word;
}

const japaneseOf = (word: string, field: VocabularyField | undefined): string | undefined =>
  (field === "thing" ? JAPANESE_THINGS[word] : undefined) ?? JAPANESE[word];

const TONES = ["white", "light", "mid", "dark", "black"];

const translations = Map.groupBy(Object.entries(JAPANESE), ([, shown]) => shown);

/** Words whose translation belongs to no other word. They convert typed words while the artist's vocabulary is not loaded. */
export const UNAMBIGUOUS_WORDS: readonly string[] = Object.entries(JAPANESE)
  .filter(([, shown]) => translations.get(shown)?.length === 1)
  .map(([word]) => word);

/** The stored form of a typed word: the one of `words` whose translation it is, else as typed. */
export function bookWord(
  typed: string,
  words: Iterable<string>,
  { tongue, field }: { tongue: UiLanguage; field?: VocabularyField | undefined },
): string {
  const key = typed.trim().toLowerCase();
  for (const word of words) if (shownWord(word, tongue, field).toLowerCase() === key) return word;
  return typed;
}
