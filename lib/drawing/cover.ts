// The cover (表紙): the title in large letters, a picture of the book that bleeds, and the credit below it.
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { setTitle } from "../../lettering/src/set-title.ts";
import { creditOf } from "../manga/credit.ts";
import { type Box, PAPER } from "../manga/geometry.ts";
import { rasterOf, sheet } from "./compose-page.ts";
import type { CoverBrief, PictureBrief, Raster } from "./drafter.ts";
import { headsShown, paintKeyPicture, paintMedallion, readyPicture } from "./key-picture.ts";
import type { Plane } from "./paint.ts";
import type { PlanePainter } from "./print-page.ts";
import { lineLength, paintLine } from "./screen-font.ts";

/** The band at the foot with the credit. */
const FOOT = { y: 2385, lineY: 2470, size: 30 };
const NAME = { ja: "めくり", en: "MEKURI" } as const;

/** Position of the title, its maximum height, and its overlap with the picture. */
const TITLE = { top: 150, height: 760, largest: 420, edge: 26, overlap: 100, apart: 50 };

/** Width of the line on the picture's upper edge. */
const RULE = 10;

/** The round frame on the back. */
const BACK = { centre: { x: PAPER.width / 2, y: 1050 }, radius: 330 };

/** Colour of the title in a coloured book. */
export const TITLE_COLOUR = "#c9302c";

export async function composeCover(brief: CoverBrief, widthPx: number): Promise<Raster> {
  const paint = await coverPainter(brief);
  const { canvas, ctx, scale } = sheet(PAPER.width, PAPER.height, widthPx);
  paint(ctx, "both");
  return rasterOf(canvas, { pixelsPerUnit: scale, colour: brief.colorMode === "color" });
}

/** Paints the trimmed page and its bleed. Throws the decoder's error for a broken image. */
export async function coverPainter(brief: CoverBrief): Promise<PlanePainter> {
  const { language, models, colorMode } = brief;
  const colour = colorMode === "color";
  const picture = await readyPicture(brief);
  const room = { x: PAPER.safe.x, y: TITLE.top, width: PAPER.safe.width, height: TITLE.height };
  const title = await setTitle(brief.title, { language, room, largest: TITLE.largest });
  const rise = title.box.y - TITLE.top;
  const titleEnd = title.box.y + title.box.height - rise;
  // The title overlaps the picture, but never a face.
  const hung = pictureFrame(titleEnd - TITLE.overlap);
  const isFree = headsShown(picture, hung, TITLE.overlap + TITLE.edge) === 1;
  const [frame, hidden] = isFree
    ? [hung, TITLE.overlap + TITLE.edge]
    : [pictureFrame(titleEnd + TITLE.apart), 0];
  return (ctx, plane) => {
    ctx.save();
    paintKeyPicture(ctx, picture, { frame, hidden, paint: { plane, colour } });
    if (plane !== "tone") paintRule(ctx, frame, hidden > 0 ? title.lines.at(-1) : undefined);
    ctx.translate(0, -rise);
    paintTitle(ctx, title.path, plane === "tone" ? null : colour ? TITLE_COLOUR : "#000000");
    ctx.translate(0, rise);
    paintBand(ctx, plane, { name: NAME[language], credit: creditOf(models, language) });
    ctx.restore();
  };
}

/** The line on the picture's upper edge, left and right of the title line that overlaps it, without pieces between words. */
function paintRule(ctx: SKRSContext2D, frame: Box, hung: Box | undefined): void {
  const end = frame.x + frame.width;
  const [left, right] =
    hung === undefined ? [end, end] : [hung.x - TITLE.edge, hung.x + hung.width + TITLE.edge];
  ctx.fillStyle = "#000000";
  ctx.fillRect(frame.x, frame.y - RULE / 2, left - frame.x, RULE);
  ctx.fillRect(right, frame.y - RULE / 2, end - right, RULE);
}

/**
 * Paints the title with white around the letters and in their counters (the inside of an O), so that the picture shows in none; null: only
 * the white.
 */
function paintTitle(ctx: SKRSContext2D, path: string, fill: string | null): void {
  const letters = new Path2D(path);
  ctx.lineJoin = "round";
  ctx.strokeStyle = "#ffffff";
  ctx.lineWidth = TITLE.edge * 2;
  ctx.stroke(letters);
  ctx.fillStyle = "#ffffff";
  for (const contour of path.split(/(?=M)/u)) ctx.fill(new Path2D(contour));
  if (fill === null) return;
  ctx.fillStyle = fill;
  ctx.fill(letters);
}

/** The outer back of the cover (表4): a picture of a thing in a round frame, and the front's band continued around the spine. */
export async function backPainter(
  { language, models, colorMode }: Pick<CoverBrief, "language" | "models" | "colorMode">,
  brief: PictureBrief | undefined,
): Promise<PlanePainter> {
  const colour = colorMode === "color";
  const picture = brief && (await readyPicture(brief));
  return (ctx, plane) => {
    ctx.save();
    if (picture !== undefined) paintMedallion(ctx, picture, { ...BACK, paint: { plane, colour } });
    paintBand(ctx, plane, { name: NAME[language], credit: creditOf(models, language) });
    ctx.restore();
  };
}

function paintBand(ctx: SKRSContext2D, plane: Plane, words: { name: string; credit: string }): void {
  if (plane !== "tone") {
    paintFoot(ctx, words);
    return;
  }
  ctx.fillStyle = "#ffffff";
  ctx.fillRect(-PAPER.bleed, FOOT.y, PAPER.width + 2 * PAPER.bleed, PAPER.height + PAPER.bleed - FOOT.y);
}

function paintFoot(ctx: SKRSContext2D, { name, credit }: { name: string; credit: string }): void {
  ctx.fillStyle = "#000000";
  ctx.fillRect(-PAPER.bleed, FOOT.y, PAPER.width + 2 * PAPER.bleed, PAPER.height + PAPER.bleed - FOOT.y);
  ctx.fillStyle = "#ffffff";
  const line = { y: FOOT.lineY, isMiddle: true };
  const size = FOOT.size * 1.6;
  paintLine(ctx, { ...line, text: name, x: PAPER.safe.x, size, align: "left" });
  paintLine(ctx, {
    ...{ ...line, text: credit, x: PAPER.safe.x + PAPER.safe.width, size: FOOT.size, align: "right" },
    widest: PAPER.safe.width - lineLength(name, size) - 60,
  });
}

/** The picture's frame: the full width, between the title and the foot. */
function pictureFrame(top: number): Box {
  return { x: -PAPER.bleed, y: top, width: PAPER.width + 2 * PAPER.bleed, height: FOOT.y - top };
}

/** A page outside of the story (cover, title page) as raster for screens. */
export async function composeLeaf(
  paint: PlanePainter,
  widthPx: number,
  { colorMode }: Pick<CoverBrief, "colorMode">,
): Promise<Raster> {
  const { canvas, ctx, scale } = sheet(PAPER.width, PAPER.height, widthPx);
  paint(ctx, "both");
  return rasterOf(canvas, { pixelsPerUnit: scale, colour: colorMode === "color" });
}
