// Parses wishes about a page's texts into intents, by patterns: which text, its new words, its voice and position.
import type { Voice } from "../../../manga/plot.ts";
import type { OptionId } from "../../../pipeline/options.ts";

/** Selects one text: by its number among balloons or captions (-1: the last), or by words that it contains. */
export type TextSelector = { nth: number; of?: "caption" } | { says: string };

export type WordIntent =
  /** Replaces a text; `to` undefined removes it. */
  | { kind: "line"; which: TextSelector; to: string | undefined }
  | { kind: "say"; text: string; as: "balloon" | "caption"; speaker: string | undefined }
  | { kind: "voice"; voice: Voice | "caption"; which: TextSelector | undefined }
  /** `x` and `y` are thirds of the panel, 0 to 2; without them the lettering chooses again. */
  | { kind: "place"; at: { x: number; y: number } | undefined; which: TextSelector | undefined }
  | { kind: "sound"; change: "add" | "remove" | "louder" | "softer"; text: string | undefined }
  | { kind: "text-size" }
  | { kind: "readability" };

const NUMBERS: Record<string, number> = { first: 1, second: 2, third: 3, fourth: 4, fifth: 5, last: -1 };
const NTH_JA = "(?:(\\d+)(?:つ|番|個)目の|(最初|最後)の)?";
const TEXT_JA = "(?:台詞|せりふ|セリフ|吹き出し|フキダシ|ナレーション|キャプション)";
const LINE_JA = new RegExp(`${NTH_JA}${TEXT_JA}を[「『](.+?)[」』]に`, "u");
const LINE_GONE_JA = new RegExp(
  `(?:(\\d+)(?:つ|番|個)目の|(最初|最後)の)${TEXT_JA}を(?:消|削除|外|除|なくし|カット)`,
  "u",
);
const NTH_EN = "(first|second|third|fourth|fifth|last|\\d+(?:st|nd|rd|th))";
const LINE_EN = new RegExp(`\\b${NTH_EN} (?:line|balloon|caption)\\b.*? to [“"'](.+?)[”"']`, "iu");
const LINE_GONE_EN = new RegExp(
  `\\b(?:remove|delete|drop|cut) (?:the )?${NTH_EN} (?:line|balloon|caption)\\b`,
  "iu",
);

function ordinalOf(said: string | undefined): number {
  if (said === undefined || said === "最初") return 1;
  if (said === "最後") return -1;
  return NUMBERS[said.toLowerCase()] ?? Number.parseInt(said, 10);
}

function lineIn(said: string): WordIntent | undefined {
  const of = CAPTION.test(said) ? ({ of: "caption" } as const) : {};
  const line = (number: string | undefined, to: string | undefined): WordIntent => ({
    ...{ kind: "line", which: { nth: ordinalOf(number), ...of }, to },
  });
  const ja = LINE_JA.exec(said);
  if (ja) return line(ja[1] ?? ja[2], ja[3]);
  const en = LINE_EN.exec(said);
  if (en) return line(en[1], en[2]);
  const gone = LINE_GONE_JA.exec(said) ?? LINE_GONE_EN.exec(said);
  return gone ? line(gone[1] ?? gone[2], undefined) : undefined;
}

const CAPTION = /ナレーション|キャプション|\b(?:caption|narration)\b/iu;

const QUOTED = /[「『“"](.+?)[」』”"]/u;
const ADDS =
  /(?:と|って)?(?:言わせ|しゃべらせ|話させ|言って|加え|足し|追加|入れ)|\b(?:add|let .+ say|say|have .+ say)\b/iu;
const SAYS_JA = /^(.{1,20}?)(?:に|が|は)?[「『](.+?)[」』]/u;
const SAYS_EN = /\b(?:let|have|make) (.+?) say [“"](.+?)[”"]|^(.{1,30}?): [“"](.+?)[”"]/iu;

function sayIn(said: string, option: OptionId | undefined): WordIntent | undefined {
  if (option !== "add-dialogue" && !(ADDS.test(said) && QUOTED.test(said))) return undefined;
  const as = CAPTION.test(said) ? "caption" : "balloon";
  const ja = SAYS_JA.exec(said);
  const en = SAYS_EN.exec(said);
  const speaker = (ja?.[1] ?? en?.[1] ?? en?.[3])?.replace(/^.*(?:コマ目?|ページ目?)(?:の|で|に)/u, "");
  const text = ja?.[2] ?? en?.[2] ?? en?.[4] ?? QUOTED.exec(said)?.[1] ?? said;
  if (text === "" || /台詞|セリフ|せりふ|ナレーション|\b(?:line|caption|sound)\b/iu.test(text))
    return undefined;
  return { kind: "say", text, as, speaker: as === "caption" ? undefined : speaker };
}

const VOICES: readonly [RegExp, Voice | "caption"][] = [
  [/叫|大声|シャウト|ギザギザ|\b(?:shout|yell|scream|jagged|spiky)/iu, "shout"],
  [/ささや|囁|小声|ひそひそ|\b(?:whisper|hushed)/iu, "whisper"],
  [/心の声|モノローグ|思考|考え(?:事|て)|\b(?:thought|thinking|cloud)/iu, "thought"],
  [/不安|震え|おびえ|\b(?:uneasy|trembling|wobbly|shaky)/iu, "unease"],
  [/機械|電子|\b(?:machine|robotic|electronic)/iu, "machine"],
  [/電話|通信|ラジオ|\b(?:phone|radio)/iu, "phone"],
  [/泣き|泣い|\b(?:crying|sobbing|sob)/iu, "cry"],
  [/ナレーション|キャプション|四角|\b(?:caption|narration|box)/iu, "caption"],
  [/普通|ふつう|丸い|\b(?:normal|plain|ordinary|round)/iu, "speech"],
];
const BALLOONS = /吹き出し|フキダシ|台詞|セリフ|せりふ|[」』]を|\b(?:balloons?|bubbles?|lines?)\b|[”"]/iu;

const CORNERS: readonly [RegExp, { x: number; y: number }][] = [
  [/右上|\b(?:top|upper)[ -]right\b/iu, { x: 2, y: 0 }],
  [/左上|\b(?:top|upper)[ -]left\b/iu, { x: 0, y: 0 }],
  [/右下|\b(?:bottom|lower)[ -]right\b/iu, { x: 2, y: 2 }],
  [/左下|\b(?:bottom|lower)[ -]left\b/iu, { x: 0, y: 2 }],
  [/真ん中|中央|\b(?:centre|center|middle)\b/iu, { x: 1, y: 1 }],
  [/上(?:に|へ|の)|\b(?:top|up)\b/iu, { x: 1, y: 0 }],
  [/下(?:に|へ|の)|\b(?:bottom|down)\b/iu, { x: 1, y: 2 }],
  [/右(?:に|へ|の)|\bright\b/iu, { x: 2, y: 1 }],
  [/左(?:に|へ|の)|\bleft\b/iu, { x: 0, y: 1 }],
];
const TEXTS =
  /文字|吹き出し|フキダシ|台詞|セリフ|せりふ|写植|[」』]を|\b(?:text|balloon|bubble|line|caption)s?\b/iu;
const MOVES = /動か|移|寄せ|置|\b(?:move|put|place|shift)\b/iu;
const BY_ITSELF = /自動|元の位置|おまかせ|\b(?:automatic(?:ally)?|by itself|back)\b/iu;

const SOUNDS = /描き文字|効果音|擬音|オノマトペ|\b(?:sfx|sound(?: effect)?s?)\b/iu;
const GONE = /消|削除|外し|なし|なく|取っ|\b(?:remove|delete|no|without|drop)\b/iu;
const LOUDER = /大きく|強く|派手|\b(?:louder|bigger|larger|stronger)\b/iu;
const SOFTER = /小さく|弱く|控えめ|\b(?:softer|quieter|smaller)\b/iu;

function soundIn(said: string, option: OptionId | undefined): WordIntent | undefined {
  if (option !== "sfx" && !SOUNDS.test(said)) return undefined;
  const quoted = QUOTED.exec(said)?.[1];
  if (GONE.test(said)) return { kind: "sound", change: "remove", text: quoted };
  if (LOUDER.test(said)) return { kind: "sound", change: "louder", text: quoted };
  if (SOFTER.test(said)) return { kind: "sound", change: "softer", text: quoted };
  const text = quoted ?? (option === "sfx" ? said : undefined);
  return text ? { kind: "sound", change: "add", text } : undefined;
}

export function wordIntentsIn(said: string, option: OptionId | undefined): WordIntent[] {
  const intents: WordIntent[] = [];
  const add = (intent: WordIntent | undefined) => intent && intents.push(intent);
  const quoted = QUOTED.exec(said)?.[1];
  const which: TextSelector | undefined = quoted === undefined ? undefined : { says: quoted };
  add(lineIn(said));
  add(soundIn(said, option));
  if (option === "change-dialogue" && intents.length === 0 && said !== "" && quoted === undefined) {
    add({ kind: "line", which: { nth: 1 }, to: said });
  }
  add(sayIn(said, option));
  const voice = VOICES.find(([pattern]) => pattern.test(said))?.[1];
  const asksVoice =
    option === "balloon-style" || (BALLOONS.test(said) && /に|\b(?:as|into|a)\b/iu.test(said));
  if (voice !== undefined && asksVoice) add({ kind: "voice", voice, which });
  if (option === "text-position" || (TEXTS.test(said) && MOVES.test(said))) {
    const at = CORNERS.find(([pattern]) => pattern.test(said))?.[1];
    if (at !== undefined || BY_ITSELF.test(said)) add({ kind: "place", at, which });
  }
  const isLettering = /文字|台詞|セリフ|\b(?:text|letters|font)\b/iu.test(said) && !SOUNDS.test(said);
  if (isLettering && (LOUDER.test(said) || SOFTER.test(said))) add({ kind: "text-size" });
  if (option === "readability" || /読みやす|\b(?:easier to read|more readable)\b/iu.test(said)) {
    add({ kind: "readability" });
  }
  return intents;
}
