// Where a story is that never says so: a stove and a sink are in a kitchen, a stapler and a printer in an office.
import type { Language } from "../../../manga/language.ts";
import type { Story } from "../../../manga/story.ts";
import type { PlaceKind } from "../closed/staging.ts";
import type { Place } from "./settings.ts";

/** Things that stand in one kind of room; the first of equals wins. */
const FURNISHES: Readonly<Record<Language, readonly (readonly [PlaceKind, RegExp])[]>> = {
  ja: [
    ["stage", /緞帳|幕が[開上下]|舞台|客席|楽屋|出番|稽古|せりふ|台詞|お芝居|学芸会/gu],
    [
      "shop",
      /カウンター|レジ|メニュー|のれん|店員|店主|ご注文|お釣り|品書き|客が|バリスタ|常連|いらっしゃいませ/gu,
    ],
    ["kitchen", /冷蔵庫|コンロ|流し台|まな板|フライパン|オーブン|炊飯器|包丁|鍋|エプロン|電子レンジ/gu],
    ["office", /コピー機|プリンター|会議|残業|書類|上司|名刺|出社|デスク|ホチキス|パソコン/gu],
    ["classroom", /黒板|教卓|チャイム|ロッカー|宿題|先生|クラス|チョーク|授業/gu],
    ["church", /花嫁|花婿|新郎|新婦|祭壇|牧師|神父|賛美歌/gu],
    ["field", /牛(?![乳肉丼])|羊(?!羹)|干し草|トラクター|牛舎|柵|案山子|かかし|鍬/gu],
    [
      "hospital",
      /点滴|病室|看護師|聴診器|歯科医|診察台|レントゲン|注射|医者|車椅子|体温計|ギプス|松葉杖|病棟|包帯/gu,
    ],
    [
      "room",
      /暖炉|シャンデリア|絨毯|ソファー?|カーテン|広間|屋敷|ちゃぶ台|卓袱台|畳|襖|床の間|柱時計|テレビ|こたつ|仏壇|本棚/gu,
    ],
  ],
  en: [
    [
      "stage",
      /\b(?:the curtain|the play|the audience|front row|costumes?|rehearsals?|backstage|the wings|spotlight|footlights|dressing room|prompter|dress rehearsal)\b/giu,
    ],
    [
      "shop",
      /\b(?:the counter|the till|customers?|waitress|menu|tray|mug of|bell over the door|regulars|closing time|baristas?|latte|cappuccino|espresso|cash register)\b/giu,
    ],
    [
      "kitchen",
      /\b(?:stove|sink|fridge|refrigerator|oven|ladle|frying pan|rolling pin|counter|saucepan|kettle|microwave|dishes)\b/giu,
    ],
    [
      "office",
      /\b(?:printer|stapler|photocopier|boss|meeting|keyboard|monitor|filing cabinet|cubicle|spreadsheet|desk|reports?)\b/giu,
    ],
    ["office", /\b(?:bailiff|jury|judge|lawyer|the witness|verdict|gavel|defendant|your honou?r|court)\b/giu],
    ["shop", /\b(?:barber|razor|haircut|scissors|the mirror|shave)\b/giu],
    ["classroom", /\b(?:blackboard|chalk|lockers|the bell rang|homework|pupils?|lesson|classmates?)\b/giu],
    ["church", /\b(?:altar|bride|groom|bridesmaids?|priest|vicar|pews?|hymns?|choir)\b/giu],
    ["bath", /\b(?:the pool|lifeguards?|diving board|high board|swimmers|goggles|swimsuits?)\b/giu],
    [
      "field",
      /\b(?:cows?|sheep|calves|calf|hens|chickens|goats|pitchfork|hay|tractor|fence|scarecrow|oxen|wagons?|mules?|crops?|plough|plow)\b/giu,
    ],
    [
      "hospital",
      /\b(?:nurse|drip|dentist|the drill|surgeon|x-ray|ward|stethoscope|syringe|bandages?|doctor|patients?)\b/giu,
    ],
    [
      "room",
      /\b(?:fireplace|chandelier|carpet|sofa|couch|armchair|recliner|curtains?|television|TV|remote|coffee table|rug|blanket|bookshelf|mantelpiece|wardrobe|staircase)\b/giu,
    ],
  ],
};

/** Fewer different things than these say nothing about where they stand. */
const ENOUGH = 2;

/** Things that stand nowhere else: one of them is enough. */
const TELLING_JA: readonly (readonly [PlaceKind, RegExp])[] = [
  ["room", /囲炉裏|ちゃぶ台|卓袱台|仏壇|床の間|こたつ|本棚|暖炉|ソファ/u],
  ["kitchen", /まな板|コンロ|炊飯器|かまど|流し台|冷蔵庫/u],
  ["classroom", /黒板|教卓|教壇|出席簿/u],
  ["office", /コピー機|シュレッダー|ヘッドセット|マジックミラー/u],
  ["shop", /レジ(?!ス)|品書き|陳列棚/u],
  ["hospital", /手術台|診察台|聴診器|点滴|ナースコール/u],
  ["church", /祭壇|懺悔室|パイプオルガン/u],
  ["workshop", /金床|ふいご|旋盤|溶鉱炉|ろくろ(?!首)/u],
  ["train", /吊り?革|つり革|車窓|網棚/u],
  ["station", /発車ベル|時刻表|改札/u],
  ["sea", /舵輪|帆柱|マスト(?!ロ)|羅針盤/u],
  ["space", /操縦桿|コクピット|宇宙服|無重力/u],
  ["dojo", /土俵|竹刀/u],
];
const TELLING_EN: readonly (readonly [PlaceKind, RegExp])[] = [
  ["space", /\b(?:astronauts?|spacesuits?|control panel|zero gravity|weightless)\b/iu],
  ["kitchen", /\b(?:the oven|the stove|frying pan|the fridge|saucepan|rolling pin)\b/iu],
  ["station", /\b(?:train was late|ticket barrier|next train|departures? board|loudspeaker)\b/iu],
  ["garden", /\b(?:the swings?|seesaw|sandbox|sandpit|jungle gym|climbing frame|merry-go-round)\b/iu],
  [
    "gym",
    /\b(?:treadmill|barbells?|punching bag|boxing gloves|(?:first|second|third|fourth|last) round)\b/iu,
  ],
  ["hospital", /\b(?:stethoscope|gurney|operating table|IV drip|hospital bed)\b/iu],
  ["shop", /\b(?:cash register|checkout|shopping cart|last customer|first customer)\b/iu],
  ["office", /\b(?:cubicle|spreadsheet|photocopier|conference call)\b/iu],
  ["classroom", /\b(?:blackboard|whiteboard|pop quiz|substitute teacher|roll call)\b/iu],
  ["church", /\b(?:the altar|the pews?|the sermon|the organist)\b/iu],
  [
    "sea",
    /\b(?:jellyfish|swam (?:until|out|on)|the mast|the helm|the rudder|crow['’]s nest|(?:in|at|over|from) the bow|the hull)\b/iu,
  ],
  ["bus", /\b(?:windshield|windscreen|steering wheel|dashboard|rear-?view mirror|seat ?belts?)\b/iu],
  ["graveyard", /\b(?:headstones?|gravediggers?|the mourners)\b/iu],
  ["workshop", /\b(?:anvil|bellows|lathe|sawdust)\b/iu],
  ["room", /\b(?:alarm clock|night ?light|bunk|wardrobe|pillow|mattress|couch|sofa)\b/iu],
];

/** The room of which a story names a thing that stands nowhere else, before another place is spoken of; the first that is named. */
export function toldByThing(
  units: Story["units"],
  language: Language,
  spokenOf: string | undefined,
): Place | undefined {
  const whole = units.map((unit) => unit.text).join("\n");
  const text = spokenOf === undefined ? whole : whole.slice(0, whole.indexOf(spokenOf));
  const found = (language === "ja" ? TELLING_JA : TELLING_EN)
    .map(([kind, thing]) => ({ kind, at: text.search(thing) }))
    .filter(({ at }) => at >= 0);
  const [first] = found.toSorted((a, b) => a.at - b.at);
  return first && { kind: first.kind, name: "" };
}

/** The hall of a story with a curtain and a front row is no corridor. */
export const isBeforeStage = ({ kind, name }: Place, furnished: Place | undefined): boolean =>
  furnished?.kind === "stage" && kind === "corridor" && /hall$/iu.test(name);

/** Rain that runs down a window is looked at from inside. */
export const isSeenFromInside = ({ units }: Story): boolean =>
  units.some(({ text }) => THROUGH_PANE.test(text));
const THROUGH_PANE =
  /\b(?:rain|snow|sleet|wind|storm)\b[^.]{0,24}\b(?:down|against|on|at|rattled) the (?:windows?|panes?|glass)\b|[雨雪風嵐][がはも][^。、]{0,8}(?:窓|ガラス)|窓[^。、]{0,6}を[^。、]{0,4}[雨雪]/iu;

const HEARTH = /暖炉|\b(?:fireplace|hearth)\b/iu;

/** The room whose things a story names, where it names two of them at least. */
export function furnishedIn({ units, language }: Pick<Story, "units" | "language">): Place | undefined {
  const text = units.map((unit) => unit.text).join("\n");
  let best: { kind: PlaceKind; count: number } | undefined;
  for (const [kind, things] of FURNISHES[language]) {
    const count = new Set((text.match(things) ?? []).map((word) => word.toLowerCase())).size;
    if (count >= ENOUGH && count > (best?.count ?? 0)) best = { kind, count };
  }
  // A fireplace is the room's own, wherever it is looked at from.
  const hearth = best?.kind === "room" ? HEARTH.exec(text)?.[0] : undefined;
  return best && { kind: best.kind, name: hearth ?? "" };
}
