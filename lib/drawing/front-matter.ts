// What a printed book has beside its story: the title page, the colophon (奥付), and the hidden page number of every leaf.
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { outerSide } from "../manga/binding.ts";
import type { Book } from "../manga/book.ts";
import { creditOf } from "../manga/credit.ts";
import { type Box, PAPER } from "../manga/geometry.ts";
import type { Direction } from "../manga/language.ts";
import { compose, glyphPath, moved, scaling, translation } from "./lettering/outline.ts";
import { type SetBlock, setText } from "./lettering/set-text.ts";
import { screenFont } from "./screen-font.ts";

export type Painter = (ctx: SKRSContext2D) => void;

const INK = "#000000";

/** 48 pt: a short title would fill the page otherwise. */
const LARGEST_TITLE = 170;
const TITLE_ROOM: Box = { x: 310, y: 420, width: 1200, height: 1400 };
const TITLE_FOOT_Y = 2150;

/** 8 pt; the title above it 12. */
const COLOPHON_SIZE = 28;
const COLOPHON_TITLE_SIZE = 42;
const COLOPHON_PITCH = 58;
const COLOPHON_COLUMN = 300;
const COLOPHON_BOX = { x: 310, width: 1200, bottom: 2300 };

/** 6 pt, in the fold, where only the binder sees it. */
const HIDDEN = { size: 21, fromFold: 22, y: PAPER.height - 200, edge: 4 };

/** The title in the letters of the book's own captions, as large as it fits, and below it what made the book. */
export async function titlePage(book: Book): Promise<Painter> {
  const title = await setTitle(book.title, book);
  const foot = book.language === "ja" ? "めくり" : "Mekuri";
  return (ctx) => {
    ctx.fillStyle = INK;
    ctx.fill(new Path2D(title));
    line(ctx, foot, { x: PAPER.width / 2, y: TITLE_FOOT_Y, size: COLOPHON_TITLE_SIZE, align: "center" });
  };
}

/** An SVG path: of all the ways to set the title the one with the largest letters, then the best one. */
async function setTitle(text: string, { language }: Book): Promise<string> {
  const word = { id: "w1", unit: null, kind: "balloon", voice: "shout", speaker: null } as const;
  const blocks = await setText({ ...word, guessed: false, text, ruby: [] }, language);
  const sizeOf = ({ width, height }: SetBlock) =>
    Math.min(LARGEST_TITLE, TITLE_ROOM.width / width, TITLE_ROOM.height / height);
  const [best] = blocks.toSorted((a, b) => sizeOf(b) - sizeOf(a) || a.cost - b.cost);
  if (best === undefined) throw new RangeError("a title can be set in no way");
  const { x, y, width, height } = TITLE_ROOM;
  const place = compose(translation(x + width / 2, y + height / 2), scaling(sizeOf(best)));
  return glyphPath(moved(best.glyphs(), place));
}

/** The outer back of the cover (表4): the title, small, and what made the book. */
export function backCover({ title, models, language }: Book): Painter {
  const { x, width, bottom } = COLOPHON_BOX;
  const middle = { x: x + width / 2, align: "center" as const, width };
  return (ctx) => {
    line(ctx, title, { ...middle, y: bottom - COLOPHON_PITCH, size: COLOPHON_TITLE_SIZE });
    line(ctx, creditOf(models, language), { ...middle, y: bottom, size: COLOPHON_SIZE });
  };
}

/** Stands at the foot of its page under a rule, as the colophons of Japanese books do. */
export function colophonPage(book: Book): Painter {
  const rows = colophonRows(book);
  const top = COLOPHON_BOX.bottom - (rows.length + 3) * COLOPHON_PITCH;
  return (ctx) => {
    const { x, width, bottom } = COLOPHON_BOX;
    ctx.fillStyle = INK;
    for (const y of [top, bottom]) ctx.fillRect(x, y, width, 4);
    line(ctx, book.title, {
      x: x + width / 2,
      y: top + COLOPHON_PITCH * 1.4,
      size: COLOPHON_TITLE_SIZE,
      align: "center",
      width,
    });
    for (const [index, { name, text }] of rows.entries()) {
      const y = top + COLOPHON_PITCH * (index + 2.7);
      line(ctx, name, { x, y, size: COLOPHON_SIZE, align: "left" });
      line(ctx, text, {
        x: x + COLOPHON_COLUMN,
        y,
        size: COLOPHON_SIZE,
        align: "left",
        width: width - COLOPHON_COLUMN,
      });
    }
  };
}

/** A book that a program made says so, and names the program. */
function colophonRows({ language, createdAt, models }: Book): { name: string; text: string }[] {
  const date = new Date(createdAt);
  if (language === "ja") {
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    return [
      { name: "制作日", text: `${year}年${month}月${day}日` },
      { name: "脚色", text: models.writer },
      { name: "作画", text: models.artist },
      { name: "制作", text: "Mekuri（めくり）" },
      { name: "ご注意", text: "この本の脚色と絵は、人ではなくプログラムによるものです。" },
    ];
  }
  return [
    { name: "Made on", text: createdAt.slice(0, 10) },
    { name: "Adapted by", text: models.writer },
    { name: "Drawn by", text: models.artist },
    { name: "Produced with", text: "Mekuri" },
    { name: "Please note", text: "Adapted and drawn by a program, not by a person." },
  ];
}

/** 隠しノンブル: printers order pages by it, also those that show no number. */
export function hiddenNumber(folio: number, direction: Direction): Painter {
  const foldIsLeft = outerSide({ number: folio, direction }) === "right";
  return (ctx) => {
    ctx.save();
    ctx.lineJoin = "round";
    ctx.strokeStyle = "#ffffff";
    ctx.lineWidth = HIDDEN.edge * 2;
    const x = foldIsLeft ? HIDDEN.fromFold : PAPER.width - HIDDEN.fromFold;
    ctx.font = screenFont(HIDDEN.size);
    ctx.textAlign = foldIsLeft ? "left" : "right";
    ctx.strokeText(String(folio), x, HIDDEN.y);
    ctx.fillStyle = INK;
    ctx.fillText(String(folio), x, HIDDEN.y);
    ctx.restore();
  };
}

interface Place {
  x: number;
  y: number;
  size: number;
  align: "left" | "center";
  /** Longer lines are squeezed to it. */
  width?: number;
}

function line(ctx: SKRSContext2D, text: string, { x, y, size, align, width }: Place): void {
  ctx.font = screenFont(size);
  ctx.textAlign = align;
  ctx.fillStyle = INK;
  if (width === undefined) ctx.fillText(text, x, y);
  else ctx.fillText(text, x, y, width);
}
