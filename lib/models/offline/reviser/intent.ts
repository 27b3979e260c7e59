// What somebody wants, read from their words in Japanese or English by patterns.
import type { Language } from "../../../manga/language.ts";
import type { Angle, Hour, Mood, PlaceKind, Weather } from "../../../manga/staging.ts";
import type { OptionId } from "../../../pipeline/options.ts";
import type { Wish } from "../../../pipeline/reviser.ts";
import { type Cues, findCues } from "../author/lexicon.ts";
import { lexiconOf } from "../author/lexicons.ts";

export type Intent =
  | { kind: "exchange"; from: string; to: string }
  | { kind: "remove"; what: string }
  | { kind: "redraw" }
  | { kind: "pages"; pages: number }
  | { kind: "length"; direction: 1 | -1 }
  | { kind: "mood"; mood: Mood }
  | { kind: "shot"; direction: 1 | -1 }
  | { kind: "angle"; angle: Angle }
  | {
      kind: "setting";
      place?: { kind: PlaceKind; name: string; language: Language };
      hour?: Hour;
      weather?: Weather;
    };

export interface Heard {
  /** What the words may mean, the most particular first. */
  intents: Intent[];
  page: number | undefined;
  panel: string | undefined;
}

const QUOTED = "[「『“\"']?(.+?)[」』”\"']?";

const EXCHANGES = [
  new RegExp(
    `^${QUOTED}(?:の名前)?を${QUOTED}(?:に(?:改名|変え|変更|直|して)|という名|と(?:呼|改名)).*$`,
    "u",
  ),
  /^「(.+?)」を「(.+?)」に/u,
  new RegExp(
    `^(?:please )?(?:rename|change(?: the name of)?|replace|call) ${QUOTED} (?:to|into|as|with) ${QUOTED}[.!]?$`,
    "iu",
  ),
];

const REMOVALS = [
  new RegExp(`^${QUOTED}(?:という人物)?を(?:消|削除|外|除|なくし|カット|登場させな|出さな)`, "u"),
  new RegExp(`^(?:please )?(?:remove|delete|drop|leave out|take out|cut) ${QUOTED}[.!]?$`, "iu"),
];

const PAGES = /(\d{1,3})\s*ページ(?:に|で)|(?:\b(?:to|in|into|make (?:it|the book)) )?(\d{1,3}) pages\b/iu;
const MORE = /ページ(?:数)?を?(?:もっと)?増や|もっと(?:ページ|長く)|長くし|\b(?:more pages|longer)\b/iu;
const FEWER = /ページ(?:数)?を?(?:もっと)?減ら|もっと短く|短くし|\b(?:fewer pages|less pages|shorter)\b/iu;

const REDRAW =
  /描き直|書き直して.*絵|もう一度描|別の(?:絵|テイク)|再描画|\bre-?draw|\bdraw\b.*\bagain\b|\banother take\b/iu;

const SERIOUS = /シリアス|真面目|真剣|重々し|\b(?:serious|graver?|sombre|somber|sober)\b/iu;
const BRIGHT =
  /明るく|明るい(?:雰囲気|感じ|話)|楽し(?:く|げ)|陽気|\b(?:bright(?:er)?|cheer(?:ful|ier|y)|merrier)\b/iu;

const CLOSER = /寄っ|寄り|アップ|近づ|クローズ|\b(?:closer|close-?up|zoom in|nearer)\b/iu;
const WIDER =
  /引い(?:て|た)|引き(?:の|で)|ロングショット|広く|遠ざ|\b(?:wider|zoom out|pull back|farther|further away)\b/iu;

const ANGLES: readonly [RegExp, Angle][] = [
  [/ローアングル|あおり|煽り|下から|\blow angle\b|\bfrom below\b/iu, "low"],
  [/ハイアングル|俯瞰|ふかん|見下ろ|上から|\bhigh angle\b|\bfrom above\b|\bbird['’]?s[ -]eye\b/iu, "high"],
  [/斜め|傾け|\btilt(?:ed)?\b|\bdutch angle\b/iu, "tilted"],
  [/水平|目線の高さ|アイレベル|\beye[ -]level\b/iu, "level"],
];

const PAGE = /(\d{1,3})\s*ページ目?(?=の|\s*\d\s*(?:コマ|こま))|\bpage (\d{1,3})\b/iu;
const PANEL = /(\d)\s*(?:コマ|こま)目?|\bpanel (\d)\b/iu;

/** Words that ask for a setting, so that one that is only mentioned is left alone. */
const SETS =
  /に(?:して|変え|移|する)|で(?:お願い|やって)|へ(?:移|変え)|\b(?:make it|set (?:it|this|the)|change|move|put|let it)\b/iu;

/** Options that are about a setting, whatever the words around it. */
const SETTING_OPTIONS: readonly (OptionId | undefined)[] = ["background", "world"];

export function hear({ text, option }: Pick<Wish, "text" | "option">): Heard {
  const said = text.normalize("NFKC").trim();
  const panel = numberIn(said, PANEL);
  return {
    intents: intentsOf(said, option),
    page: numberIn(said, PAGE),
    panel: panel === undefined ? undefined : `k${panel}`,
  };
}

function numberIn(text: string, pattern: RegExp): number | undefined {
  const found = pattern.exec(text);
  const digits = found?.[1] ?? found?.[2];
  return digits === undefined ? undefined : Number(digits);
}

function intentsOf(said: string, option: OptionId | undefined): Intent[] {
  const intents: Intent[] = [];
  for (const pattern of EXCHANGES) {
    const [, from, to] = pattern.exec(said) ?? [];
    if (from && to) intents.push({ kind: "exchange", from, to });
  }
  for (const pattern of REMOVALS) {
    const what = pattern.exec(said)?.[1];
    if (what) intents.push({ kind: "remove", what });
  }
  if (REDRAW.test(said) || (option === "draw-again" && said === "")) intents.push({ kind: "redraw" });
  if (MORE.test(said)) intents.push({ kind: "length", direction: 1 });
  if (FEWER.test(said)) intents.push({ kind: "length", direction: -1 });
  const pages = option === "page-count" && /^\d+$/.test(said) ? Number(said) : numberIn(said, PAGES);
  if (pages !== undefined) intents.push({ kind: "pages", pages });
  if (CLOSER.test(said)) intents.push({ kind: "shot", direction: 1 });
  if (WIDER.test(said)) intents.push({ kind: "shot", direction: -1 });
  const angle = ANGLES.find(([pattern]) => pattern.test(said))?.[1];
  if (angle !== undefined) intents.push({ kind: "angle", angle });
  if (SERIOUS.test(said)) intents.push({ kind: "mood", mood: "tense" });
  if (BRIGHT.test(said)) intents.push({ kind: "mood", mood: "warm" });
  if (SETS.test(said) || SETTING_OPTIONS.includes(option)) intents.push(...settingsOf(said));
  return intents;
}

/** Another place, hour or weather, by the words by which the author finds them in stories. */
function settingsOf(said: string): Intent[] {
  const language = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(said) ? "ja" : "en";
  const { places, hours, weathers } = lexiconOf(language);
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
