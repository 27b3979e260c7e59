// Sounds as drawn letters (描き文字): they lean, grow along a bent path and have a white edge. A sound is set in several ways, in ems around
// its middle; the search chooses a way and a place.

import { inWeight } from "./embolden.ts";
import { type FaceName, type FontName, isOwnFont, NO_FONTS } from "./font-names.ts";
import { loadTypefaces, type Typefaces } from "./fonts.ts";
import type { Box } from "./geometry.ts";
import { setRun } from "./horizontal.ts";
import { compose, inkBox, moved, type PlacedGlyph, rotation, translation, unionBox } from "./outline.ts";
import type { Language, PageBrief, Sound } from "./page.ts";
import { segmenter } from "./segmenters.ts";
import { usableFont } from "./set-text.ts";
import { setToken } from "./vertical.ts";
import { tokenize } from "./vertical-tokens.ts";

export interface SoundShape {
  vertical: boolean;
  glyphs: PlacedGlyph[];
  /** Boxes around the ink of each letter, and around all. */
  letters: Box[];
  box: Box;
  /** Cost of this way over the preferred one. */
  cost: number;
}

interface Way {
  vertical: boolean;
  /** Direction of the path at its two ends, in degrees clockwise from the right. */
  from: number;
  to: number;
  cost: number;
}

const DOWN: readonly Way[] = [
  { vertical: true, from: 82, to: 106, cost: 0 },
  { vertical: true, from: 96, to: 78, cost: 0.1 },
  { vertical: true, from: 108, to: 124, cost: 0.15 },
  { vertical: true, from: 90, to: 90, cost: 0.3 },
  { vertical: false, from: -8, to: 6, cost: 0.6 },
];
const ACROSS: readonly Way[] = [
  { vertical: false, from: -16, to: 4, cost: 0 },
  { vertical: false, from: 4, to: -14, cost: 0.1 },
  { vertical: false, from: -32, to: -18, cost: 0.2 },
  { vertical: false, from: 18, to: 30, cost: 0.3 },
  { vertical: false, from: 62, to: 76, cost: 0.7 },
];

/** Distance between capitals, in ems: an L and an I that touch are read as a U, which turns CLICK into another word. */
const APART = 0.1;

/** All ways to draw a sound. Throws the errors of loading a font. */
export async function setSound(
  sound: Sound,
  { language, fonts: own = NO_FONTS }: Pick<PageBrief, "language" | "fonts">,
  random: () => number,
): Promise<SoundShape[]> {
  const text = drawnCharacters(sound.text);
  const usual = faceOf(sound, language);
  const name = usableFont(sound.set, own) ?? usual;
  const isOwn = isOwnFont(name);
  const plain = language === "en" && /^[\u0020-\u007e\u2018-\u201d]*$/u.test(text);
  const emoji: FontName[] = /\p{Extended_Pictographic}/u.test(text) ? ["emoji"] : [];
  const others: FontName[] = [...(isOwn ? [usual] : []), ...(plain ? [] : (["gothic"] as const))];
  const fonts = await loadTypefaces([name, ...others, ...emoji], own);
  const jitter = Array.from({ length: 32 }, () => ({ turn: random() - 0.5, shift: random() - 0.5 }));
  const growth = (sound.hard ? 0.42 : 0.26) * (random() < 0.75 ? 1 : -0.6);
  return waysOf(sound, language).flatMap((way) => {
    const pieces = cells(text, way.vertical, isOwn ? [name, usual] : [name, name], fonts).map(
      ({ glyphs, advance }) => ({
        ...{ glyphs: inWeight(glyphs, sound.set?.weight), advance },
      }),
    );
    const shape = along(way, pieces, { jitter, growth, hard: sound.hard, turn: sound.set?.angle ?? 0 });
    return shape === null ? [] : [shape];
  });
}

function waysOf({ set }: Sound, language: Language): readonly Way[] {
  const usual = language === "ja" ? DOWN : ACROSS;
  if (set?.vertical === undefined) return usual;
  const ways = usual.filter(({ vertical }) => vertical === set.vertical);
  return ways.length > 0 ? ways : set.vertical ? DOWN.slice(0, 1) : ACROSS.slice(0, 1);
}

/** The characters of a sound that are drawn: punctuation between two sounds (コツ、コツ) becomes a gap, and that at the end is dropped. */
function drawnCharacters(text: string): string {
  const bare = text
    .replace(/[、。，．,.]+$/u, "")
    .replace(/[、。，．,]\s*/gu, " ")
    .trim();
  return bare === "" ? text : bare;
}

function faceOf(sound: Sound, language: Language): FontName {
  if (language === "en") return "bangers";
  if (!sound.hard) return "rocknroll";
  return sound.loudness >= 5 ? "dela" : "reggae";
}

/** The letters of a sound, each around its own middle, with its advance. */
function cells(
  text: string,
  vertical: boolean,
  [name, instead]: readonly [FaceName, FaceName],
  fonts: Typefaces,
): { glyphs: PlacedGlyph[]; advance: number }[] {
  const pieces: { glyphs: PlacedGlyph[]; advance: number }[] = [];
  if (vertical) {
    const faces = { kana: name, kanji: name, instead: { kana: instead, kanji: instead } };
    for (const token of tokenize(text)) {
      const glyphs = setToken(token, -0.5, faces, fonts);
      const ink = inkBox(glyphs);
      if (ink === null) {
        pieces.push({ glyphs: [], advance: 0.4 });
        continue;
      }
      const centred = moved(glyphs, translation(0, -ink.y - ink.height / 2));
      pieces.push({ glyphs: centred, advance: Math.max(0.45, ink.height + 0.08) });
    }
    return pieces;
  }
  const shown = name === "bangers" ? text.toUpperCase() : text;
  for (const { segment } of segmenter("en", "letters").segment(shown)) {
    const { glyphs, advance } = setRun(segment, name, fonts);
    const pitch = name === "bangers" ? advance + APART : advance * 0.96;
    pieces.push({ glyphs: moved(glyphs, translation(-advance / 2, 0.36)), advance: pitch });
  }
  return pieces;
}

interface Hand {
  jitter: readonly { turn: number; shift: number }[];
  growth: number;
  hard: boolean;
  /** By which the whole is turned, in degrees clockwise. */
  turn: number;
}

function along(
  way: Way,
  pieces: readonly { glyphs: readonly PlacedGlyph[]; advance: number }[],
  hand: Hand,
): SoundShape | null {
  const glyphs: PlacedGlyph[] = [];
  let x = 0;
  let y = 0;
  let before = 0;
  for (const [i, piece] of pieces.entries()) {
    const share = pieces.length === 1 ? 0.5 : i / (pieces.length - 1);
    const angle = ((way.from + (way.to - way.from) * share) * Math.PI) / 180;
    const size = 1 + hand.growth * (share - 0.5) * 1.4;
    const step = (before + piece.advance * size) / 2;
    if (i > 0) {
      x += Math.cos(angle) * step;
      y += Math.sin(angle) * step;
    }
    before = piece.advance * size;
    const { turn, shift } = hand.jitter[i % hand.jitter.length] ?? { turn: 0, shift: 0 };
    const lean = way.vertical ? (angle - Math.PI / 2) * 0.45 : angle;
    const wild = hand.hard ? 0.16 : 0.1;
    const aside = shift * 0.1;
    const slant = hand.hard ? -0.16 : -0.06;
    const place = compose(
      translation(x + (way.vertical ? aside : 0), y + (way.vertical ? 0 : aside)),
      compose(rotation(lean + turn * wild), [size, 0, slant * size, size, 0, 0]),
    );
    glyphs.push(...moved(piece.glyphs, place));
  }
  const turned = hand.turn === 0 ? glyphs : moved(glyphs, rotation((hand.turn * Math.PI) / 180));
  const whole = inkBox(turned);
  if (whole === null) return null;
  const centred = moved(turned, translation(-whole.x - whole.width / 2, -whole.y - whole.height / 2));
  const letters = centred.map((g) => inkBox([g])).filter((b) => b !== null);
  const box = letters.reduce<Box | null>((sum, b) => unionBox(sum, b), null);
  return box === null ? null : { vertical: way.vertical, glyphs: centred, letters, box, cost: way.cost };
}
