// Texts in a rough: balloons in reading order along the top of the panel, with as much of each text as fits.
import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Box } from "../manga/geometry.ts";
import type { Direction, Language } from "../manga/language.ts";
import type { Panel, Word } from "../manga/storyboard.ts";
import { paintLine } from "./screen-font.ts";

const SIZE = 36;
const PITCH = 46;
const COLUMN_LETTERS = 7;
const MOST_COLUMNS = 4;
const STOPS = /[、。，．！？!?」』）ー…]/u;
const LINE_LETTERS = 13;
const MOST_LINES = 5;

interface Setting {
  box: Box;
  language: Language;
  direction: Direction;
}

export function paintRoughTexts(
  ctx: SKRSContext2D,
  panel: Panel,
  { box, language, direction }: Setting,
): void {
  const { texts, sounds } = panel.words;
  const share = box.width / Math.max(1, texts.length);
  for (const [index, word] of texts.entries()) {
    // Horizontal position, from the side where reading begins to the other; later balloons are lower.
    const way = texts.length > 1 ? index / (texts.length - 1) : freeSide(panel, direction);
    const drop = texts.length > 1 ? way * Math.max(0, box.height * 0.3 - 60) : 0;
    paintRoughText(ctx, word, {
      box,
      across: direction === "rtl" ? 1 - way : way,
      y: box.y + 30 + drop,
      room: share - 20,
      height: box.height * 0.62,
      upright: language === "ja",
    });
  }
  ctx.fillStyle = "#555555";
  const x = box.x + box.width * (direction === "rtl" ? 0.28 : 0.72);
  for (const [index, { text }] of sounds.entries()) {
    const y = box.y + box.height * 0.82 - index * 80;
    paintLine(ctx, { text, x, y, size: 64, align: "center", widest: box.width * 0.5 });
  }
}

/** The side on which a single balloon covers nobody: 0 where reading begins, 1 the other. */
function freeSide({ picture }: Panel, direction: Direction): 0 | 1 {
  const ways = picture.figures.map((figure) => (direction === "rtl" ? 1 - figure.side : figure.side));
  const crowded = ways.some((way) => way < 0.4);
  return crowded && !ways.some((way) => way > 0.6) ? 1 : 0;
}

interface RoughPlace {
  box: Box;
  /** 0 at the panel's left edge, 1 at its right. */
  across: number;
  y: number;
  room: number;
  height: number;
  upright: boolean;
}

function paintRoughText(ctx: SKRSContext2D, word: Word, place: RoughPlace): void {
  const lines = place.upright ? columnsOf(word.text, place) : linesOf(word.text, place);
  const longest = Math.max(...lines.map((line) => [...line].length));
  const [width, height] = place.upright
    ? [lines.length * PITCH + 44, longest * SIZE + 50]
    : [longest * SIZE * 0.62 + 60, lines.length * PITCH + 44];
  const margin = width * 0.6 + 14;
  const x = place.box.x + margin + place.across * Math.max(0, place.box.width - 2 * margin);
  ctx.beginPath();
  if (word.kind === "caption") ctx.rect(x - width / 2, place.y, width, height);
  else ctx.ellipse(x, place.y + height / 2, width * 0.6, height * 0.56, 0, 0, 2 * Math.PI);
  ctx.fillStyle = "#ffffff";
  ctx.fill();
  ctx.strokeStyle = "#444444";
  ctx.lineWidth = word.voice === "shout" || word.voice === "cry" ? 9 : 4;
  if (word.voice === "thought" || word.voice === "whisper") ctx.setLineDash([14, 10]);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = "#222222";
  const set = { size: SIZE, align: "center" } as const;
  for (const [row, line] of lines.entries()) {
    if (!place.upright) {
      paintLine(ctx, { ...set, text: line, x, y: place.y + 22 + (row + 0.78) * PITCH });
      continue;
    }
    const column = x + ((lines.length - 1) / 2 - row) * PITCH;
    for (const [i, letter] of [...line].entries()) {
      // In vertical text, punctuation is in the upper right of its square.
      const raised = letter === "、" || letter === "。" ? SIZE * 0.6 : 0;
      const text = letter === "ー" || letter === "―" || letter === "—" ? "︱" : letter;
      paintLine(ctx, { ...set, text, x: column + raised, y: place.y + 25 + (i + 0.86) * SIZE - raised });
    }
  }
}

function columnsOf(text: string, { room, height }: RoughPlace): string[] {
  const letters = Math.max(3, Math.min(COLUMN_LETTERS, Math.floor((height - 50) / SIZE)));
  const columns = Math.max(1, Math.min(MOST_COLUMNS, Math.floor((room - 44) / PITCH)));
  const all = [...text.replaceAll(/\s+/gu, "")];
  // Columns of even length, so that the last one does not have a single letter.
  const even = Math.ceil(all.length / Math.ceil(all.length / letters));
  const chunks: string[] = [];
  for (const letter of all) {
    const last = chunks.at(-1);
    // Punctuation hangs below a full column.
    if (last !== undefined && ([...last].length < even || STOPS.test(letter)))
      chunks[chunks.length - 1] += letter;
    else chunks.push(letter);
  }
  return shortened(chunks, columns, "︙");
}

function linesOf(text: string, { room }: RoughPlace): string[] {
  const letters = Math.max(6, Math.min(LINE_LETTERS, Math.floor((room - 60) / (SIZE * 0.62))));
  const lines = [""];
  for (const word of text.split(/\s+/u)) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + 1 + word.length > letters) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return shortened(lines, MOST_LINES, "…");
}

function shortened(lines: string[], most: number, mark: string): string[] {
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = `${(kept[most - 1] ?? "").slice(0, -1)}${mark}`;
  return kept;
}
