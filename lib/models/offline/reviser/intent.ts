// Parses a wish in Japanese or English into intents, by patterns.
import type { Direction, Language } from "../../../manga/language.ts";
import type { Angle, Hour, Mood, View, Weather } from "../../../manga/staging.ts";
import type { OptionId } from "../../../pipeline/options.ts";
import type { Wish } from "../../../pipeline/reviser.ts";
import { languageOf } from "../look-words.ts";
import { type Cues, findCues, firstCue } from "../words/cues.ts";
import type { WantedActing } from "./page-changes.ts";
import { isNaming, renamingIn } from "./renaming.ts";
import { genreIn, moodIn, type Tone, themeIn } from "./tones.ts";
import { wishWords } from "./wish-words.ts";
import { type WordIntent, wordIntentsIn } from "./word-intents.ts";

export type Intent =
  | WordIntent
  | { kind: "exchange"; from: string; to: string }
  | { kind: "remove"; what: string }
  | { kind: "add-person"; name: string }
  | { kind: "looks"; said: string }
  | { kind: "redraw" }
  | { kind: "pages"; pages: number }
  | { kind: "length"; direction: 1 | -1 }
  | { kind: "direction"; direction: Direction }
  | { kind: "swap"; a: number; b: number }
  | { kind: "remove-scene"; number: number | undefined; said: string }
  | { kind: "climax"; direction: 1 | -1 }
  | { kind: "mood"; mood: Mood }
  | { kind: "genre" | "theme"; tone: Tone }
  | { kind: "shot" | "size"; direction: 1 | -1 }
  | { kind: "angle"; angle: Angle }
  | { kind: "layout"; even: boolean }
  | { kind: "mirror" | "detail" }
  | { kind: "acting"; acting: WantedActing; said: string }
  | {
      kind: "setting";
      place?: { kind: string; name: string; language: Language };
      hour?: Hour;
      weather?: Weather;
    };

export interface ParsedWish {
  /** Possible meanings of the words, the most specific first. */
  intents: Intent[];
  page: number | undefined;
  panel: string | undefined;
}

const QUOTED = "[「『“\"']?(.+?)[」』”\"']?";
const END = "(?:,? please)?[.!]?$";

/** Replaces words by other words. `renamingIn` reads the change of a name. */
const EXCHANGES = [
  new RegExp(`^${QUOTED}を${QUOTED}に(?:変え|変更|直|して).*$`, "u"),
  /^「(.+?)」を「(.+?)」に/u,
  new RegExp(`^(?:please )?(?:change|replace) ${QUOTED} (?:to|into|as|with) ${QUOTED}${END}`, "iu"),
];

const REMOVALS = [
  new RegExp(`^${QUOTED}(?:という人物)?を(?:消|削除|外|除|なくし|カット|登場させな|出さな)`, "u"),
  new RegExp(`^(?:please )?(?:remove|delete|drop|leave out|take out|cut) ${QUOTED}${END}`, "iu"),
];

const ADDITIONS = [
  new RegExp(`^${QUOTED}(?:という人物|という名前の人)?を(?:加え|追加|登場させ|入れ|出し)`, "u"),
  new RegExp(
    `^(?:please )?(?:add|bring in|introduce) (?:a (?:character|person) (?:called|named) )?${QUOTED}(?: to the (?:cast|book|story))?${END}`,
    "iu",
  ),
];

const PAGES =
  /(\d{1,3})\s*ページ(?:に|で)(?!.*(?:コマ|台詞|入れ替))|(?:\b(?:to|in|into|make (?:it|the book)) )?(\d{1,3}) pages\b/iu;
const MORE =
  /ページ(?:数)?を?(?:もっと)?増や|もっと(?:ページ|長く)|長くし|\b(?:more pages|longer)\b(?! hair)/iu;
const FEWER =
  /ページ(?:数)?を?(?:もっと)?減ら|もっと短く|短くし|\b(?:fewer pages|less pages|shorter)\b(?! hair)/iu;
const SLOWER = /ゆっくり|遅く|間を取|じっくり|\b(?:slow(?:er|ly)?|slow down)\b/iu;
const FASTER = /速く|早く|テンポよく|スピーディ|\b(?:fast(?:er)?|quick(?:er)?|speed up)\b/iu;

const REDRAW =
  /描き直|書き直して.*絵|もう一度描|別の(?:絵|テイク)|再描画|\bre-?draw|\bdraw\b.*\bagain\b|\banother take\b/iu;

const CLOSER = /寄っ|寄り|アップ|近づ|クローズ|\b(?:closer|close-?up|zoom in|nearer)\b/iu;
const WIDER =
  /引い(?:て|た)|引き(?:の|で)|ロングショット|広く|遠ざ|\b(?:wider|zoom out|pull back|farther|further away)\b/iu;

const ANGLES: readonly [RegExp, Angle][] = [
  [/ローアングル|あおり|煽り|下から|\blow angle\b|\bfrom below\b/iu, "low"],
  [/ハイアングル|俯瞰|ふかん|見下ろ|上から|\bhigh angle\b|\bfrom above\b|\bbird['’]?s[ -]eye\b/iu, "high"],
  [/斜め|傾け|\btilt(?:ed)?\b|\bdutch angle\b/iu, "tilted"],
  [/水平|目線の高さ|アイレベル|\beye[ -]level\b/iu, "level"],
];

const PANELS = /コマを?(?:もっと)?|\bpanels?\b/iu;
const BIGGER = /大き|広げ|\b(?:bigger|larger|enlarge)\b/iu;
const SMALLER = /小さ|狭|\b(?:smaller|shrink)\b/iu;
const LAYOUT = /コマ割り|レイアウト|\blay ?out\b/iu;
const EVEN = /均等|同じ大きさ|\b(?:even(?:ly)?|equal|regular grid)\b/iu;
const MIRROR = /左右(?:を|の)?(?:反転|逆|入れ替)|\b(?:mirror|flip)/iu;
const DETAIL = /描き込み|細かく|\bmore detail/iu;
const CLIMAX = /山場|クライマックス|\b(?:climax|peak)\b/iu;
const CALMER = /控えめ|小さ|抑え|\b(?:smaller|calmer|quieter)\b/iu;

const RIGHT_TO_LEFT = /右から左|右綴じ|右開き|\bright[ -]to[ -]left\b|\brtl\b/iu;
const LEFT_TO_RIGHT = /左から右|左綴じ|左開き|\bleft[ -]to[ -]right\b|\bltr\b/iu;
const SWAP =
  /(\d{1,3})\s*ページ目?と(\d{1,3})\s*ページ目?を(?:入れ替|交換)|\b(?:swap|exchange) pages? (\d{1,3}) (?:and|with) (?:page )?(\d{1,3})/iu;
const SCENE_GONE =
  /(?:場面|シーン).*?を?(?:消|削除|外|除|なくし|カット)|\b(?:remove|delete|drop|cut)\b.*\bscene\b/iu;
const SCENE_NUMBER = /(\d{1,2})(?:つ|番)目の(?:場面|シーン)|(?:場面|シーン)(\d{1,2})|\bscene (\d{1,2})\b/iu;

const VIEWS: readonly [RegExp, View][] = [
  [/後ろ(?:向|姿)|背中|\b(?:from behind|back view|turn(?:ed)? away)\b/iu, "back"],
  [/横(?:向|顔)|\bprofile\b|\bfrom the side\b/iu, "profile"],
  [/正面|こちらを向|\bfrom the front\b|\bfacing us\b/iu, "front"],
];

const PAGE = /(\d{1,3})\s*ページ目?(?=の|で|\s*\d\s*(?:コマ|こま))|\bpage (\d{1,3})\b/iu;
const PANEL = /(\d)\s*(?:コマ|こま)目?|\bpanel (\d)\b/iu;

/** Words that ask for a setting, so that one that is only mentioned is left alone. */
const SETS =
  /に(?:して|変え|移|する)|で(?:お願い|やって)|へ(?:移|変え)|\b(?:make it|set (?:it|this|the)|change|move|put|let it)\b/iu;
const ASKS =
  /して|させ|[らわたかがばま]せて|に(?:変え|する)|かけ|着せ|かぶせ|被せ|て(?:ください|ほしい)|\b(?:make|let|have|change|should|give)\b/iu;
/** What readers should do is not what the people of a picture do. */
const READERS = /読者|読む人|\breaders?\b/iu;
const LOOKS =
  /髪|服|眼鏡|めがね|メガネ|帽子|ひげ|髭|見た目|\b(?:hair|glasses|clothes|outfit|beard|hat|wear(?:ing|s)?|looks?|younger|older|years? old)\b|若く|年を取ら|着せ|かぶせ|被せ|身につけ|[0-9]歳/iu;

/** Options that are about a setting, whatever the words around it. */
const SETTING_OPTIONS: readonly (OptionId | undefined)[] = ["background", "world"];

export function parseWish({
  text,
  option,
  target,
}: Pick<Wish, "text" | "option"> & Partial<Wish>): ParsedWish {
  const said = text.normalize("NFKC").trim();
  const panel = numberIn(said, PANEL);
  const intents = intentsOf(said, option);
  const isOfPanel = (panel ?? target?.panel) !== undefined && ASKS.test(said) && !READERS.test(said);
  if (option === "pose" || isOfPanel) intents.push(...actingOf(said));
  return {
    intents,
    page: numberIn(said, PAGE),
    panel: panel === undefined ? undefined : `k${panel}`,
  };
}

function numberIn(text: string, pattern: RegExp): number | undefined {
  const digits = pattern
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined);
  return digits === undefined ? undefined : Number(digits);
}

const towards = (said: string, more: RegExp, less: RegExp): 1 | -1 | undefined =>
  more.test(said) ? 1 : less.test(said) ? -1 : undefined;

function intentsOf(said: string, option: OptionId | undefined): Intent[] {
  const bare = option !== undefined && said === "";
  const intents: Intent[] = [...bookIntents(said, option), ...wordIntentsIn(said, option)];
  const renaming = renamingIn(said);
  if (renaming !== undefined) intents.push({ kind: "exchange", ...renaming });
  for (const pattern of isNaming(said) ? [] : EXCHANGES) {
    const [, from, to] = pattern.exec(said) ?? [];
    if (from && to) intents.push({ kind: "exchange", from, to });
  }
  for (const pattern of REMOVALS) {
    const what = pattern.exec(said)?.[1];
    if (what) intents.push({ kind: "remove", what });
  }
  if (option === "remove-character" && intents.length === 0) intents.push({ kind: "remove", what: said });
  const added = ADDITIONS.map((pattern) => pattern.exec(said)?.[1]).find((name) => name !== undefined);
  const name = added ?? (option === "add-character" && said !== "" ? said : undefined);
  if (name !== undefined && !/台詞|描き文字|場面|ページ|\b(?:line|scene|page|detail)/iu.test(name)) {
    intents.push({ kind: "add-person", name });
  }
  if (REDRAW.test(said) || (option === "draw-again" && bare)) intents.push({ kind: "redraw" });
  intents.push(...lengthIntents(said, option), ...panelIntents(said, option));
  const mood = moodIn(said);
  if (mood !== undefined) intents.push({ kind: "mood", mood });
  if (SETS.test(said) || SETTING_OPTIONS.includes(option)) intents.push(...settingsOf(said));
  if (option === "looks" || (LOOKS.test(said) && ASKS.test(said))) intents.push({ kind: "looks", said });
  return intents;
}

function bookIntents(said: string, option: OptionId | undefined): Intent[] {
  const intents: Intent[] = [];
  const genre = option === "genre" || /ジャンル|\bgenre\b/iu.test(said) ? genreIn(said) : undefined;
  if (genre !== undefined) intents.push({ kind: "genre", tone: genre });
  const theme = option === "theme" || /テーマ|\btheme\b/iu.test(said) ? themeIn(said) : undefined;
  if (theme !== undefined) intents.push({ kind: "theme", tone: theme });
  const [, a1, b1, a2, b2] = SWAP.exec(said) ?? [];
  const [a, b] = [a1 ?? a2, b1 ?? b2];
  if (a !== undefined && b !== undefined) intents.push({ kind: "swap", a: Number(a), b: Number(b) });
  if (RIGHT_TO_LEFT.test(said)) intents.push({ kind: "direction", direction: "rtl" });
  else if (LEFT_TO_RIGHT.test(said)) intents.push({ kind: "direction", direction: "ltr" });
  if (option === "remove-scene" || SCENE_GONE.test(said)) {
    intents.push({ kind: "remove-scene", number: numberIn(said, SCENE_NUMBER), said });
  }
  if (option === "climax" || (CLIMAX.test(said) && (BIGGER.test(said) || CALMER.test(said)))) {
    intents.push({ kind: "climax", direction: CALMER.test(said) ? -1 : 1 });
  }
  return intents;
}

function lengthIntents(said: string, option: OptionId | undefined): Intent[] {
  const intents: Intent[] = [];
  // Hair has a length, too.
  if (/髪|\bhair\b/iu.test(said)) return intents;
  const length =
    towards(said, MORE, FEWER) ?? (option === "pacing" ? towards(said, SLOWER, FASTER) : undefined);
  if (length !== undefined) intents.push({ kind: "length", direction: length });
  const pages = option === "page-count" && /^\d+$/.test(said) ? Number(said) : numberIn(said, PAGES);
  if (pages !== undefined) intents.push({ kind: "pages", pages });
  return intents;
}

function panelIntents(said: string, option: OptionId | undefined): Intent[] {
  const intents: Intent[] = [];
  if (option === "panel-size" || PANELS.test(said)) {
    const size = towards(said, BIGGER, SMALLER) ?? (option === "panel-size" ? 1 : undefined);
    if (size !== undefined) intents.push({ kind: "size", direction: size });
  }
  if (option === "layout" || (LAYOUT.test(said) && ASKS.test(said))) {
    intents.push({ kind: "layout", even: EVEN.test(said) });
  }
  if (MIRROR.test(said)) intents.push({ kind: "mirror" });
  if (option === "more-detail" || DETAIL.test(said)) intents.push({ kind: "detail" });
  const shot = towards(said, CLOSER, WIDER);
  if (shot !== undefined) intents.push({ kind: "shot", direction: shot });
  const angle = ANGLES.find(([pattern]) => pattern.test(said))?.[1];
  if (angle !== undefined) intents.push({ kind: "angle", angle });
  return intents;
}

/** Another place, hour or weather, by the words by which the artist knows them. */
function settingsOf(said: string): Intent[] {
  const language = languageOf(said);
  const { places, hours, weathers } = wishWords(language);
  const last = <T>(cues: Cues<T>) => findCues(said, cues).at(-1);
  const [place, hour, weather] = [last(places), last(hours), last(weathers)];
  if (!place && !hour && !weather) return [];
  const setting: Intent = {
    kind: "setting",
    ...(place && { place: { kind: place.value, name: place.text, language } }),
    ...(hour && { hour: hour.value }),
    ...(weather && { weather: weather.value }),
  };
  return [setting];
}

/** How somebody should stand, look or turn. */
function actingOf(said: string): Intent[] {
  const { poses, expressions } = wishWords(languageOf(said));
  const acting: WantedActing = {
    doing: firstCue(said, poses),
    feeling: firstCue(said, expressions),
    view: VIEWS.find(([pattern]) => pattern.test(said))?.[1],
  };
  const isAny = Object.values(acting).some((value) => value !== undefined);
  return isAny ? [{ kind: "acting", acting, said }] : [];
}
