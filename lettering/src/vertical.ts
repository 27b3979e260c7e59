// Sets tokens in a column: vertical forms, words rotated by 90°, numbers and marks across, ruby on the right. Glyphs are in ems; x is 0 in
// the column's middle, y is 0 at its top.
import type { FaceName } from "./font-names.ts";
import type { Typefaces } from "./fonts.ts";
import { mayHang } from "./kinsoku.ts";
import {
  compose,
  inkBox,
  type Matrix,
  moved,
  type PlacedGlyph,
  rotation,
  scaling,
  translation,
} from "./outline.ts";
import type { Typeface } from "./typeface.ts";
import type { Token, TokenRuby } from "./vertical-tokens.ts";

/** The faces of a text: kana and punctuation in one, everything else in another, then any face that has the character. */
export interface JapaneseFaces {
  kana: FaceName;
  kanji: FaceName;
  /** For characters that a person's own font lacks. */
  instead?: { kana: FaceName; kanji: FaceName } | undefined;
}

export const RUBY_SIZE = 0.5;
/** The geta mark, which printers set for a missing sort. */
const GETA = "〓";
const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u3020\u3030\u30a0\u30fb\u30fc、。！？!?…‥〜]/u;
/** Height of the middle of a Latin or CJK letter above its baseline, in ems. */
const MIDDLE = 0.38;
/** Depth of a closing stop in its cell, in ems. */
const STOP_DEPTH = 0.45;

/** The face for a character: by the character's kind, then the first that has it; the geta mark where none has it. */
export function faceFor(
  text: string,
  faces: JapaneseFaces,
  fonts: Typefaces,
): { face: Typeface; show: string } {
  const inOrder = ({ kana, kanji }: Pick<JapaneseFaces, "kana" | "kanji">) =>
    KANA.test(text) ? [kana, kanji] : [kanji, kana];
  const wanted = [...inOrder(faces), ...(faces.instead === undefined ? [] : inOrder(faces.instead))];
  const points = [...text].map((c) => c.codePointAt(0) ?? 0).filter((p) => !isInvisible(p));
  for (const name of [...wanted, ...fonts.keys()]) {
    const face = fonts.get(name);
    if (face !== undefined && points.every((p) => face.has(p) || isCombining(p))) return { face, show: text };
  }
  const face = fonts.get(faces.kanji) ?? fonts.values().next().value;
  if (face === undefined) throw new RangeError("a text needs at least one typeface");
  return { face, show: GETA };
}

/** Marks that fill the lower and the upper half of their cell. */
const OPENING = /^[「『（【〔〈《〘〖｛［＜〝]$/u;
const CLOSING = /^[」』）】〕〉》〙〗｝］＞〟、。，．]$/u;
const HALF = 0.5;

/** Advance of a token in ems. Between two marks the empty halves are not both kept (JLReq 3.1.4): 」。 is set solid. */
export function advanceOf(
  token: Token,
  next: Token | undefined,
  { faces, fonts }: { faces: JapaneseFaces; fonts: Typefaces },
): number {
  if (token.kind === "newline") return 0;
  if (token.kind === "space") return HALF;
  const opensNext = next !== undefined && OPENING.test(next.show);
  if (opensNext && OPENING.test(token.show)) return HALF;
  if (CLOSING.test(token.show) && (opensNext || CLOSING.test(next?.show ?? ""))) return HALF;
  if (token.kind !== "sideways") return 1;
  const { face, show } = faceFor(token.show, faces, fonts);
  return face.shape(show, "right").reduce((sum, g) => sum + g.advance, 0);
}

/** The part of its advance that a stop, a comma or a closing bracket does not need at the end of a column. */
export function slackAtEnd(token: Token, advance: number): number {
  if (mayHang(token.show)) return advance - STOP_DEPTH;
  return CLOSING.test(token.show) ? advance - HALF : 0;
}

/** The part of its cell that an opening bracket does not need at the top of a column, so that all columns begin at one height. */
export function slackAtStart(token: Token): number {
  return OPENING.test(token.show) ? HALF : 0;
}

/** The glyphs of a token whose cell starts at `y`. */
export function setToken(token: Token, y: number, faces: JapaneseFaces, fonts: Typefaces): PlacedGlyph[] {
  if (token.kind === "newline" || token.kind === "space") return [];
  const { face, show } = faceFor(token.show, faces, fonts);
  if (token.kind === "sideways") {
    if (show === "―") return dash(run(face, show), y);
    const turned = rotation(Math.PI / 2);
    return moved(run(face, show), compose(translation(-MIDDLE, y), turned));
  }
  if (token.kind === "across") return across(run(face, show), y);
  if (face.name === "emoji") return across(run(face, show), y, 0.88);
  if (/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u.test(show))
    return across(run(face, show), y);
  if (show === "〝" || show === "〟") return primes(upright(face, show, y), y, show === "〝");
  return upright(face, show, y);
}

/**
 * Double primes at the letters that they enclose: at the right above the first, at the left below the last. Fonts draw them for horizontal
 * text.
 */
function primes(glyphs: readonly PlacedGlyph[], y: number, opens: boolean): PlacedGlyph[] {
  const ink = inkBox(glyphs);
  if (ink === null) return [];
  const left = opens ? 0.46 - ink.width : -0.46;
  const top = opens ? y + 0.96 - ink.height : y + 0.04;
  return moved(glyphs, translation(left - ink.x, top - ink.y));
}

/** Sets ruby beside the tokens of a column from `top` to `bottom`. */
export function setRuby(
  ruby: TokenRuby,
  span: { top: number; bottom: number },
  faces: JapaneseFaces,
  fonts: Typefaces,
): PlacedGlyph[] {
  const characters = [...ruby.text.normalize("NFC")];
  const length = span.bottom - span.top;
  const natural = characters.length * RUBY_SIZE;
  // Short ruby is spread over its base (1:2:1, JLReq 3.3.5), up to a pitch of two ruby ems.
  const step = natural < length ? Math.min(length / characters.length, RUBY_SIZE * 2) : RUBY_SIZE;
  const first = (span.top + span.bottom) / 2 - (step * characters.length) / 2 + (step - RUBY_SIZE) / 2;
  const glyphs: PlacedGlyph[] = [];
  for (const [i, character] of characters.entries()) {
    const { face, show } = faceFor(character, faces, fonts);
    const at = compose(translation(0.5 + RUBY_SIZE / 2, first + i * step), scaling(RUBY_SIZE));
    glyphs.push(...moved(upright(face, show, 0), at));
  }
  return glyphs;
}

/** A horizontal run from the start of its baseline, y downwards. */
function run(face: Typeface, text: string): PlacedGlyph[] {
  let pen = 0;
  return face.shape(text, "right").map((g) => {
    const matrix = translation(pen + g.x, g.y);
    pen += g.advance;
    return { outline: g.outline, matrix };
  });
}

/** A dash fills its cell from end to end, so that two of them form one line. */
function dash(glyphs: readonly PlacedGlyph[], y: number): PlacedGlyph[] {
  const ink = inkBox(glyphs);
  if (ink === null) return [];
  const along = 1.02 / ink.width;
  const fit: Matrix = [along, 0, 0, 1, -ink.x * along - 0.01, -ink.y - ink.height / 2];
  return moved(glyphs, compose(translation(0, y), compose(rotation(Math.PI / 2), fit)));
}

/** Compresses a run to one em and centres its ink in the cell. */
function across(glyphs: readonly PlacedGlyph[], y: number, widest = 0.96): PlacedGlyph[] {
  const ink = inkBox(glyphs);
  if (ink === null) return [];
  const squeeze = Math.min(1, widest / ink.width);
  const tall = Math.min(1, 0.98 / ink.height);
  const middle = compose(translation(0, y + 0.5), [
    squeeze,
    0,
    0,
    tall,
    -(ink.x + ink.width / 2) * squeeze,
    -(ink.y + ink.height / 2) * tall,
  ]);
  return moved(glyphs, middle);
}

function upright(face: Typeface, text: string, y: number): PlacedGlyph[] {
  // A voicing mark that forms no letter (あ゛) stands at the upper right of its base.
  const base = text.replace(/[\u3099\u309a]/gu, "");
  const mark = /\u3099/u.test(text) ? "゛" : /\u309a/u.test(text) ? "゜" : null;
  let pen = y;
  const glyphs = face.shape(base, "down").map((g): PlacedGlyph => {
    const matrix = translation(g.x, pen + g.y);
    pen += g.advance;
    return { outline: g.outline, matrix };
  });
  if (mark === null) return glyphs;
  const sign = face
    .shape(mark, "down")
    .map((g): PlacedGlyph => ({ outline: g.outline, matrix: translation(g.x, g.y) }));
  const ink = inkBox(sign);
  if (ink === null) return glyphs;
  return [...glyphs, ...moved(sign, translation(0.5 - ink.x - ink.width, y - ink.y))];
}

function isInvisible(point: number): boolean {
  return (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef) || point === 0x200d;
}

function isCombining(point: number): boolean {
  return (point >= 0x0300 && point <= 0x036f) || point === 0x3099 || point === 0x309a;
}
