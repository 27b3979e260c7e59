// The pages of a printed book besides its story: title page, colophon (奥付), and the hidden page number of every leaf.
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { setTitle } from "../../lettering/src/set-title.ts";
import { outerSide } from "../manga/binding.ts";
import type { Book } from "../manga/book.ts";
import { machineNote, makersOf } from "../manga/credit.ts";
import { type Box, PAPER } from "../manga/geometry.ts";
import type { Direction } from "../manga/language.ts";
import {
  bookMakers,
  finishInWords,
  type Provenance,
  provenanceOf,
  sourceInWords,
  sourceTermOf,
} from "../manga/provenance.ts";
import { TITLE_COLOUR } from "./cover.ts";
import type { CoverBrief, PictureBrief } from "./drafter.ts";
import { paintMedallion, readyPicture } from "./key-picture.ts";
import type { PlanePainter } from "./print-page.ts";
import { paintEdgedLine, paintLine } from "./screen-font.ts";

const INK = "#000000";

/** Position of title, round picture, and the line about what made the book. */
const TITLE = {
  room: { x: 210, y: 300, width: 1400, height: 640 },
  /** Area of the title without a picture. */
  alone: { x: 210, y: 500, width: 1400, height: 1100 },
  largest: 290,
} satisfies { room: Box; alone: Box; largest: number };
const MEDALLION = { centre: { x: PAPER.width / 2, y: 1510 }, radius: 480 };
const FOOT = { y: 2230, size: 44, rule: 120 };

/** Sizes: 9 pt; the title above it 17 pt. */
const COLOPHON = { size: 31, title: 60, pitch: 66, names: 290, x: 310, width: 1200, bottom: 2300 };

/** 6 pt, in the fold, visible only to the binder. */
const HIDDEN = { size: 21, fromFold: 22, y: PAPER.height - 200, edge: 4 };

type TitleBrief = Pick<CoverBrief, "title" | "language" | "colorMode">;

/** The title in the cover's letters over a picture of the book. Throws the decoder's error for a broken image. */
export async function titlePage(
  { title, language, colorMode }: TitleBrief,
  brief: PictureBrief | undefined,
): Promise<PlanePainter> {
  const colour = colorMode === "color";
  const picture = brief && (await readyPicture(brief));
  const room = picture === undefined ? TITLE.alone : TITLE.room;
  const { path } = await setTitle(title, { language, room, largest: TITLE.largest });
  const foot = language === "ja" ? "めくり" : "Mekuri";
  return (ctx, plane) => {
    if (picture !== undefined) paintMedallion(ctx, picture, { ...MEDALLION, paint: { plane, colour } });
    if (plane === "tone") return;
    ctx.fillStyle = colour ? TITLE_COLOUR : INK;
    ctx.fill(new Path2D(path));
    ctx.fillStyle = INK;
    const middle = PAPER.width / 2;
    ctx.fillRect(middle - FOOT.rule / 2, FOOT.y - FOOT.size * 1.8, FOOT.rule, 4);
    line(ctx, foot, { x: middle, y: FOOT.y, size: FOOT.size, align: "center" });
  };
}

/** The block is at the foot of its page between two rules, as in Japanese books. */
export function colophonPage(book: Book): PlanePainter {
  const rows = colophonRows(book);
  const { x, width, bottom, pitch, size } = COLOPHON;
  const top = bottom - (rows.length + 4) * pitch;
  const underTitle = top + 2 * pitch;
  return (ctx, plane) => {
    if (plane === "tone") return;
    ctx.fillStyle = INK;
    for (const y of [top, bottom]) ctx.fillRect(x, y, width, 6);
    for (const y of [underTitle, bottom - 1.3 * pitch]) ctx.fillRect(x, y, width, 2);
    const middle = { x: x + width / 2, align: "center" as const, width };
    line(ctx, book.title, { ...middle, y: top + 1.35 * pitch, size: COLOPHON.title });
    for (const [index, { name, text }] of rows.entries()) {
      const y = underTitle + pitch * (index + 0.98);
      line(ctx, name, { x, y, size, align: "left" });
      line(ctx, text, { x: x + COLOPHON.names, y, size, align: "left", width: width - COLOPHON.names });
    }
    line(ctx, machineNote(bookMakers(book), book.language), { ...middle, y: bottom - 0.45 * pitch, size });
  };
}

/** Rows: date, size, authors or models, and the origin of the pictures. */
function colophonRows(book: Book): { name: string; text: string }[] {
  const { language, createdAt, pages } = book;
  const made = provenanceOf(book);
  const { adapted, drawn } = makersOf(made.models, language);
  const finish = finishInWords(made, language);
  const source = sourceInWords(sourceTermOf(made), language);
  const given = givenNames(book, made);
  if (language === "ja") {
    const date = new Date(createdAt);
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    return [
      { name: "制作日", text: `${year}年${month}月${day}日` },
      { name: "判型", text: `B5判　漫画${pages.length}ページ` },
      { name: "脚色", text: adapted },
      ...drawers("作画", drawn),
      ...(finish === "" ? [] : [{ name: "仕上げ", text: finish }]),
      { name: "画像の種類", text: source },
      ...(given.length === 0
        ? []
        : [{ name: "提供画像", text: `人が用意した絵をもとに：${given.join("、")}` }]),
      { name: "制作", text: "Mekuri（めくり）" },
    ];
  }
  return [
    { name: "Made on", text: createdAt.slice(0, 10) },
    { name: "Format", text: `B5, ${pages.length} ${pages.length === 1 ? "page" : "pages"} of manga` },
    { name: "Adapted by", text: adapted },
    ...drawers("Drawn by", drawn),
    ...(finish === "" ? [] : [{ name: "Finish", text: finish }]),
    { name: "Pictures", text: source },
    ...(given.length === 0
      ? []
      : [{ name: "Given", text: `after pictures that a person gave: ${given.join(", ")}` }]),
    { name: "Produced with", text: "Mekuri" },
  ];
}

/** A row for each artist, because one line with two long names would be too small. */
const drawers = (name: string, drawn: string) =>
  drawn.split("\n").map((text, index) => ({ name: index === 0 ? name : "", text }));

/** Subjects of the uploaded pictures, each once: people, places, the style. */
function givenNames({ cast, places, language }: Book, { given = [] }: Provenance): string[] {
  const names = given.map((step) => {
    const [, person] = /^characters\/([^.]+)/.exec(step) ?? [];
    const [, place] = /^artwork\/place\.(.+)$/.exec(step) ?? [];
    if (person !== undefined) return cast.characters.find(({ id }) => id === person)?.name;
    if (place === undefined) return language === "ja" ? "画風" : "the style";
    const found = places.find(({ id }) => id === place);
    return found && (found.name || found.kind);
  });
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** Hidden page number (隠しノンブル), by which printers order pages, including those without a visible number. */
export function hiddenNumber(folio: number, direction: Direction): PlanePainter {
  const foldIsLeft = outerSide({ number: folio, direction }) === "right";
  return (ctx, plane) => {
    if (plane === "tone") return;
    ctx.save();
    ctx.lineJoin = "round";
    ctx.strokeStyle = "#ffffff";
    ctx.lineWidth = HIDDEN.edge * 2;
    const x = foldIsLeft ? HIDDEN.fromFold : PAPER.width - HIDDEN.fromFold;
    ctx.fillStyle = INK;
    const align = foldIsLeft ? "left" : "right";
    paintEdgedLine(ctx, { text: String(folio), x, y: HIDDEN.y, size: HIDDEN.size, align });
    ctx.restore();
  };
}

interface Place {
  x: number;
  y: number;
  size: number;
  align: "left" | "center";
  /** Longer lines are set smaller. */
  width?: number;
}

function line(ctx: SKRSContext2D, text: string, { width, ...place }: Place): void {
  ctx.fillStyle = INK;
  paintLine(ctx, { text, ...place, ...(width !== undefined && { widest: width }) });
}
