// The cover (表紙): the title in large letters, a picture of the book's own that runs off the paper, and below it who made it.
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import type { Face } from "../manga/artwork.ts";
import { creditOf } from "../manga/credit.ts";
import { type Box, boundingBox, PAPER } from "../manga/geometry.ts";
import { rasterOf, sheet } from "./compose-page.ts";
import type { CoverBrief, Raster } from "./drafter.ts";
import { setTitle } from "./lettering/set-title.ts";
import { paintDrawing } from "./paint.ts";
import { type ReadyArt, readyArt } from "./paint-page.ts";
import type { PlanePainter } from "./print-page.ts";
import { screenFont } from "./screen-font.ts";

/** The band at the foot, which says who made the book. */
const FOOT = { y: 2385, lineY: 2470, size: 30 };
const NAME = { ja: "めくり", en: "MEKURI" } as const;

/** The title begins here, is no higher than this, and hangs over the picture. */
const TITLE = { top: 150, height: 760, largest: 420, edge: 26, overlap: 100 };
const TITLE_COLOUR = "#c9302c";

export async function composeCover(brief: CoverBrief, widthPx: number): Promise<Raster> {
  const paint = await coverPainter(brief);
  const { canvas, ctx, scale } = sheet(PAPER.width, PAPER.height, widthPx);
  paint(ctx, "both");
  return rasterOf(canvas, scale);
}

/** Paints the trimmed page and its bleed. Throws what the decoder throws for a broken image. */
export async function coverPainter(brief: CoverBrief): Promise<PlanePainter> {
  const { language, models, colorMode } = brief;
  const colour = colorMode === "color";
  const art = (await readyArt(new Map([[brief.panel.id, brief.art]]))).get(brief.panel.id);
  const room = { x: PAPER.safe.x, y: TITLE.top, width: PAPER.safe.width, height: TITLE.height };
  const title = await setTitle(brief.title, { language, room, largest: TITLE.largest });
  const rise = title.box.y - TITLE.top;
  const frame = pictureFrame(title.box.y + title.box.height - rise - TITLE.overlap);
  return (ctx, plane) => {
    ctx.save();
    if (art !== undefined) paintPicture(ctx, { art, frame, brief, paint: { plane, colour } });
    ctx.translate(0, -rise);
    const letters = new Path2D(title.path);
    ctx.lineJoin = "round";
    ctx.strokeStyle = "#ffffff";
    ctx.lineWidth = TITLE.edge * 2;
    ctx.stroke(letters);
    if (plane !== "tone") {
      ctx.fillStyle = colour ? TITLE_COLOUR : "#000000";
      ctx.fill(letters);
    }
    ctx.translate(0, rise);
    if (plane === "tone") {
      ctx.fillStyle = "#ffffff";
      ctx.fillRect(-PAPER.bleed, FOOT.y, PAPER.width + 2 * PAPER.bleed, PAPER.height + PAPER.bleed - FOOT.y);
    } else {
      paintFoot(ctx, { name: NAME[language], credit: creditOf(models, language) });
    }
    ctx.restore();
  };
}

function paintFoot(ctx: SKRSContext2D, { name, credit }: { name: string; credit: string }): void {
  ctx.fillStyle = "#000000";
  ctx.fillRect(-PAPER.bleed, FOOT.y, PAPER.width + 2 * PAPER.bleed, PAPER.height + PAPER.bleed - FOOT.y);
  ctx.fillStyle = "#ffffff";
  ctx.textBaseline = "middle";
  ctx.font = screenFont(FOOT.size * 1.6);
  ctx.textAlign = "left";
  ctx.fillText(name, PAPER.safe.x, FOOT.lineY);
  const used = ctx.measureText(name).width + 60;
  ctx.font = screenFont(FOOT.size);
  ctx.textAlign = "right";
  ctx.fillText(credit, PAPER.safe.x + PAPER.safe.width, FOOT.lineY, PAPER.safe.width - used);
}

/** Over the whole width, between the title and the foot. */
function pictureFrame(top: number): Box {
  return { x: -PAPER.bleed, y: top, width: PAPER.width + 2 * PAPER.bleed, height: FOOT.y - top };
}

/** The picture fills its frame; what does not fit is cut off, and faces stay. */
function paintPicture(
  ctx: SKRSContext2D,
  cover: {
    art: ReadyArt;
    frame: Box;
    brief: CoverBrief;
    paint: { plane: "both" | "ink" | "tone"; colour: boolean };
  },
): void {
  const { art, frame, brief, paint } = cover;
  const { width, height } = boundingBox(brief.panel.frame.corners);
  const scale = Math.max(frame.width / width, frame.height / height);
  const spare = { x: width - frame.width / scale, y: height - frame.height / scale };
  const middle = middleOf(brief.faces, { width, height });
  const from = {
    x: Math.min(spare.x, Math.max(0, middle.x - frame.width / scale / 2)),
    y: Math.min(spare.y, Math.max(0, middle.y - (frame.height / scale) * 0.4)),
  };
  ctx.save();
  ctx.beginPath();
  ctx.rect(frame.x, frame.y, frame.width, frame.height);
  ctx.clip();
  ctx.translate(frame.x - from.x * scale, frame.y - from.y * scale);
  ctx.scale(scale, scale);
  if (art.kind === "drawing") {
    const enlarged = Math.max(1, width / art.drawing.width, height / art.drawing.height);
    ctx.scale(enlarged, enlarged);
    paintDrawing(ctx, art.drawing, paint);
  } else {
    ctx.imageSmoothingQuality = "high";
    ctx.drawImage(art.picture(paint.plane), 0, 0, width, height);
  }
  ctx.restore();
  if (paint.plane === "tone") return;
  ctx.fillStyle = "#000000";
  ctx.fillRect(frame.x, frame.y - 5, frame.width, 10);
}

function middleOf(faces: readonly Face[], whole: { width: number; height: number }) {
  if (faces.length === 0) return { x: whole.width / 2, y: whole.height / 2 };
  const box = boundingBox(
    faces.flatMap(({ box: { x, y, width, height } }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
  );
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A painted page of a book that is no page of its story, as it is read on screens. */
export async function composeLeaf(paint: (ctx: SKRSContext2D) => void, widthPx: number): Promise<Raster> {
  const { canvas, ctx, scale } = sheet(PAPER.width, PAPER.height, widthPx);
  paint(ctx);
  return rasterOf(canvas, scale);
}
