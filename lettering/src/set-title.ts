// Titles in the letters of sounds: level, in one to three lines broken between words, as large as their room allows.

import { phraseEnds } from "./break-lines.ts";
import type { FontName } from "./font-names.ts";
import { loadTypefaces } from "./fonts.ts";
import type { Box } from "./geometry.ts";
import { setRun, typographic } from "./horizontal.ts";
import { glyphPath, inkBox, moved, type PlacedGlyph, scaling, translation } from "./outline.ts";
import type { Language } from "./page.ts";

/** Baseline to baseline, in ems: Latin capitals are lower than their em. */
const PITCH = { ja: 1.14, en: 0.96 } as const;
const MOST_LINES = 3;

export interface SetTitle {
  /** An SVG path. */
  path: string;
  /** Box around the ink. */
  box: Box;
  /** Box around the ink of each line, from the top. */
  lines: Box[];
  /** Size of an em in units. */
  size: number;
}

/** Sets a title in the middle of its room. Throws the errors of loading a font. */
export async function setTitle(
  text: string,
  { language, room, largest }: { language: Language; room: Box; largest: number },
): Promise<SetTitle> {
  const name: FontName = language === "ja" ? "dela" : "bangers";
  const emoji: FontName[] = /\p{Extended_Pictographic}/u.test(text) ? ["emoji"] : [];
  const fonts = await loadTypefaces([name, "gothic", ...emoji]);
  const shown = language === "ja" ? text.trim() : typographic(text.trim()).toUpperCase();
  const pieces = piecesOf(shown, language);
  const counts = Array.from({ length: Math.min(MOST_LINES, pieces.length) }, (_, index) => index + 1);
  const ways = counts.map((count) => {
    const lines = linesOf(pieces, count).map((line) => setRun(line.trim(), name, fonts));
    const placed = lines.map(({ glyphs, advance }, index) =>
      moved(glyphs, translation(-advance / 2, index * PITCH[language])),
    );
    return sized(placed, room, largest);
  });
  const [best] = ways.toSorted((a, b) => b.size - a.size);
  if (best === undefined)
    return { path: "", box: { ...room, width: 0, height: 0 }, lines: [], size: largest };
  return best;
}

function sized(lines: readonly PlacedGlyph[][], room: Box, largest: number): SetTitle {
  const ink = inkBox(lines.flat()) ?? { x: 0, y: 0, width: 1, height: 1 };
  const size = Math.min(largest, room.width / ink.width, room.height / ink.height);
  const middle = { x: room.x + room.width / 2, y: room.y + room.height / 2 };
  const box = {
    ...{ x: middle.x - (ink.width * size) / 2, y: middle.y - (ink.height * size) / 2 },
    ...{ width: ink.width * size, height: ink.height * size },
  };
  const toRoom = translation(box.x - ink.x * size, box.y - ink.y * size);
  const placed = lines.map((glyphs) => moved(moved(glyphs, scaling(size)), toRoom));
  return {
    ...{ path: glyphPath(placed.flat()), box, size },
    lines: placed.flatMap((glyphs) => inkBox(glyphs) ?? []),
  };
}

/** Pieces between which lines may break: words or phrases. */
function piecesOf(text: string, language: Language): string[] {
  if (language === "en") return text.match(/\S+\s*/gu) ?? [text];
  const ends = [...phraseEnds(text)].filter((at) => at > 0 && at < text.length).toSorted((a, b) => a - b);
  return [0, ...ends].map((start, index) => text.slice(start, ends[index] ?? text.length));
}

/** The breaking into `count` lines whose longest line is shortest. */
function linesOf(pieces: readonly string[], count: number): string[] {
  if (count <= 1) return [pieces.join("")];
  let best: string[] | undefined;
  for (let first = 1; first <= pieces.length - count + 1; first++) {
    const lines = [pieces.slice(0, first).join(""), ...linesOf(pieces.slice(first), count - 1)];
    if (best === undefined || longestOf(lines) < longestOf(best)) best = lines;
  }
  return best ?? [pieces.join("")];
}

function longestOf(lines: readonly string[]): number {
  return Math.max(...lines.map((line) => line.trim().length));
}
