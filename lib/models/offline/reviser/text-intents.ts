// Parses wishes about a page's texts into intents: which text, its new words, its voice and position, and sounds.
import type { Voice } from "../../../manga/plot.ts";
import type { OptionId } from "../../../pipeline/options.ts";
import { lastOf, says, towards, WISH } from "./wish-words.ts";

/** Selects one text: by its number among balloons or captions (-1: the last), or by words that it contains. */
export type TextSelector = { nth: number; of?: "caption" } | { says: string };

export type TextIntent =
  /** Replaces a text; `to` undefined removes it. */
  | { kind: "line"; which: TextSelector; to: string | undefined }
  | { kind: "say"; text: string; as: "balloon" | "caption"; speaker: string | undefined }
  | { kind: "voice"; voice: Voice | "caption"; which: TextSelector | undefined }
  /** `x` and `y` are thirds of the panel, 0 to 2; without them the lettering chooses again. */
  | { kind: "place"; at: { x: number; y: number } | undefined; which: TextSelector | undefined }
  | { kind: "sound"; change: "add" | "remove" | "louder" | "softer"; text: string | undefined }
  | { kind: "text-size" | "readability" };

const QUOTED = /[「『“"](.+?)[」』”"]/u;

export function* textIntentsIn(said: string, option: OptionId | undefined): Generator<TextIntent> {
  const quoted = QUOTED.exec(said)?.[1];
  const which = quoted === undefined ? undefined : { says: quoted };
  const [line, sound] = [lineIn(said), soundIn(said, quoted, option)];
  if (line) yield line;
  if (sound) yield sound;
  if (option === "change-dialogue" && !line && !sound && said !== "" && quoted === undefined) {
    yield { kind: "line", which: { nth: 1 }, to: said };
  }
  if (option === "add-dialogue" || (quoted !== undefined && says(said, "adds"))) yield* linesToAdd(said);
  const voice = lastOf(said, "voice");
  const isOfText = quoted !== undefined || says(said, "line");
  if (voice !== undefined && (option === "balloon-style" || (isOfText && says(said, "into")))) {
    yield { kind: "voice", voice: voice as Voice | "caption", which };
  }
  const isMoved = (isOfText || says(said, "caption", "lettering")) && says(said, "moves");
  if (option === "text-position" || isMoved) {
    const [x, y] = (lastOf(said, "corner") ?? "").split(" ").map(Number);
    const at = x === undefined || y === undefined ? undefined : { x, y };
    if (at !== undefined || says(said, "by-itself")) yield { kind: "place", at, which };
  }
  const isLettering = says(said, "lettering") && !says(said, "sound");
  if (isLettering && towards(said, "louder") !== undefined) yield { kind: "text-size" };
  if (option === "readability" || says(said, "readable")) yield { kind: "readability" };
}

/** Parses 「2つ目の台詞を「…」に」 and `the last caption to “…”`. Without new words, the text is to be removed. */
function lineIn(said: string): TextIntent | undefined {
  const [noun] = [...WISH.find(said, "line"), ...WISH.find(said, "caption")];
  if (noun === undefined) return undefined;
  const ordinal = /(\d+)[つ番個]目/u.exec(said)?.[1] ?? WISH.first(said, "ordinal");
  const of = says(said, "caption") ? ({ of: "caption" } as const) : {};
  const which = { nth: Number(ordinal ?? 1), ...of };
  const rest = said.slice(noun.at + noun.text.length);
  const [, to] = /^を[「『](.+?)[」』]に/u.exec(rest) ?? / to [“"'](.+?)[”"']/iu.exec(rest) ?? [];
  if (to !== undefined) return { kind: "line", which, to };
  const isGone = ordinal !== undefined && says(said, "gone");
  return isGone ? { kind: "line", which, to: undefined } : undefined;
}

const SPEAKER = /^(?:.*(?:コマ目?|ページ目?)[のでに])?(.{1,20}?)[にがは]?[「『](.+?)[」』]/u;
const SPEAKER_EN = /\b(?:let|have|make) (.{1,60}?) say [“"](.+?)[”"]/iu;
const SCRIPT = /^(.{1,30}?): [“"](.+?)[”"]/u;

/** Parses lines to add: ミナ「おいで」, `let Mina say “Come”`, `Mina: “Come”`. */
function* linesToAdd(said: string): Generator<TextIntent> {
  const as = says(said, "caption") ? "caption" : "balloon";
  const [, speaker, words] = SPEAKER.exec(said) ?? SPEAKER_EN.exec(said) ?? SCRIPT.exec(said) ?? [];
  const text = words ?? QUOTED.exec(said)?.[1] ?? said;
  if (text === "" || says(text, "line", "caption", "sound")) return;
  yield { kind: "say", text, as, speaker: as === "caption" ? undefined : speaker };
}

function soundIn(
  said: string,
  quoted: string | undefined,
  option: OptionId | undefined,
): TextIntent | undefined {
  if (option !== "sfx" && !says(said, "sound")) return undefined;
  if (says(said, "gone", "absent")) return { kind: "sound", change: "remove", text: quoted };
  const louder = towards(said, "louder");
  if (louder !== undefined)
    return { kind: "sound", change: louder === 1 ? "louder" : "softer", text: quoted };
  const text = quoted ?? (option === "sfx" ? said : undefined);
  return text ? { kind: "sound", change: "add", text } : undefined;
}
