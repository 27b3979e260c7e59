// Classifies a figure's words by the outline of the body: a jump gets a tall panel, and raised arms in the rough. The offline artist's
// names are taken literally; other words are looked up in a short list of verbs in both languages.
import type { Figure } from "../../manga/storyboard.ts";

export type Body = Pick<Figure, "doing" | "posture">;

/** Verbs of an outline, specific ones first; `stand` if none matches. */
const VERBS = [
  ["sleep", /\bsleep|\basleep\b|\bdoz(?:e|ing)|眠|寝て/u],
  ["lie", /\blying\b|\blies? (?:down|on|in|back)\b|\bcurled up\b|横たわ|寝そべ|寝転|伏せ/u],
  ["fall", /\bfalls?\b|\bfalling\b|\btumbl|\bcollaps|落ち|倒れ|転ん|転ぶ/u],
  ["jump", /\bjump|\bleap|\bhops?\b|\bhopping\b|跳|飛び(?:上|降|込|越)|ジャンプ/u],
  ["climb", /\bclimb|登|よじ/u],
  ["run", /\bruns?\b|\brunning\b|\bsprint|\bdash(?:es|ing)?\b|\bgallop|走|駆け/u],
  ["ride", /\brid(?:es?|ing)\b|\bastride\b|またが|跨|乗って/u],
  ["row", /\brow(?:s|ing)?\b|漕/u],
  ["kneel", /\bkneel|ひざまず|跪|膝をつ/u],
  ["crouch", /\bcrouch|\bsquat|しゃがみ|しゃがむ|うずくま/u],
  ["sit", /\bsit(?:s|ting)?\b|\bseated\b|座|腰掛|腰かけ/u],
  ["look-up", /\blook(?:s|ing)? up\b|\bgaz(?:es|ing) up\b|見上げ|仰/u],
  ["walk", /\bwalk|\bstroll|\bstep(?:s|ping)?\b|歩/u],
  ["throw", /\bthrow|\bhurl|\btoss|投げ/u],
  ["fight", /\bfight|\bpunch|\bkick|\bstrik(?:es|ing)\b|戦|殴|蹴/u],
  ["push", /\bpush|\bshov(?:es|ing)\b|押し|押す/u],
  ["point", /\bpoint(?:s|ing)?\b|指さ|指差/u],
  ["wave", /\bwav(?:es?|ing)\b|手を振/u],
  ["reach", /\breach|手を伸ば/u],
  [
    "arms-up",
    /\barms up\b|\brais(?:es|ing) (?:both )?(?:the |his |her |their )?(?:arms|hands)\b|両手を(?:上|挙)げ|万歳/u,
  ],
  ["bow", /\bbow(?:s|ing)?\b|お辞儀|頭を下げ/u],
  ["pray", /\bpray|祈/u],
  ["dance", /\bdanc(?:es?|ing)\b|踊/u],
  ["read", /\bread(?:s|ing)?\b|読/u],
  ["eat", /\beat(?:s|ing)?\b|食べ/u],
  ["drink", /\bdrink|飲/u],
  ["think", /\bthink|\bponder|考え/u],
] as const satisfies readonly (readonly [string, RegExp])[];

export type Outline = (typeof VERBS)[number][0] | "stand";

const OUTLINES: ReadonlyMap<string, Outline> = new Map(VERBS.map(([name]) => [name, name]));
/** Further poses of the artist that are standing, whatever other words the text has. */
const STANDING: ReadonlySet<string> = new Set([
  ...[
    "stand",
    "hold",
    "carry",
    "offer",
    "arms-crossed",
    "hands-on-hips",
    "hands-on-face",
    "embrace",
    "write",
  ],
  ...["look-back", "look-down", "shrug", "phone"],
]);

/** The outline of a figure: from the action, or from the posture if the action says nothing about it. */
export function outlineOf({ doing, posture = "" }: Body): Outline {
  const own = OUTLINES.get(doing);
  if (own !== undefined) return own;
  if (STANDING.has(doing)) return "stand";
  for (const words of [doing, posture]) {
    const found = VERBS.find(([, verb]) => verb.test(words));
    if (found !== undefined) return found[0];
  }
  return "stand";
}

const UPRIGHT: ReadonlySet<Outline> = new Set<Outline>(["fall", "jump", "climb", "look-up"]);
const STRETCHED: ReadonlySet<Outline> = new Set<Outline>(["lie", "sleep", "row", "ride", "run"]);

/** Whether the figure needs a panel that is taller than wide. */
export const isUpright = (figure: Body): boolean => UPRIGHT.has(outlineOf(figure));

/** Whether the figure needs a panel that is wider than tall. */
export const isStretched = (figure: Body): boolean => STRETCHED.has(outlineOf(figure));
