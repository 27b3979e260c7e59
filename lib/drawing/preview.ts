// The rough of a page (ネーム): frames, people as ovals and sticks, animals as animals, balloons with the beginning of their text. Made in a
// few milliseconds, so that a page can be judged before any art is paid for.
import type { SKRSContext2D } from "@napi-rs/canvas";
import { type Box, boundingBox, PAPER } from "../manga/geometry.ts";
import type { Angle, Shot } from "../manga/staging.ts";
import type { Frame, Panel } from "../manga/storyboard.ts";
import { framePath } from "./compose-frames.ts";
import { rasterOf, sheet } from "./compose-page.ts";
import type { Raster, RoughBrief } from "./drafter.ts";
import { paintRoughBeast } from "./preview-beast.ts";
import { paintRoughFigure } from "./preview-figure.ts";
import { roughKindOf } from "./preview-kinds.ts";
import { paintStripTitles } from "./preview-strip-titles.ts";
import { paintRoughTexts } from "./preview-texts.ts";
import { paintLine } from "./screen-font.ts";

const PREVIEW_WIDTH_PX = 600;

export async function previewPage(panels: readonly Panel[], page: RoughBrief): Promise<Raster> {
  const { canvas, ctx, scale } = sheet(PAPER.width, PAPER.height, PREVIEW_WIDTH_PX);
  for (const panel of panels) paintRoughPanel(ctx, panel, page);
  paintStripTitles(ctx, panels);
  return rasterOf(canvas, { pixelsPerUnit: scale, colour: false });
}

function paintRoughPanel(ctx: SKRSContext2D, panel: Panel, page: RoughBrief): void {
  const path = framePath(panel.frame);
  const box = boundingBox(panel.frame.corners);
  const visible = visibleBox(panel.frame);
  ctx.save();
  ctx.clip(path);
  ctx.fillStyle = panel.picture.hour === "night" ? "#e4e4e4" : "#ffffff";
  ctx.fillRect(box.x, box.y, box.width, box.height);
  paintGround(ctx, panel, box);
  const figures = panel.picture.figures.map((figure) => ({
    figure,
    kind: roughKindOf(page.kinds.get(figure.character) ?? "human"),
  }));
  const peopled = figures.some(({ kind }) => kind === "person");
  for (const { figure, kind } of figures.toSorted((a, b) => b.figure.depth - a.figure.depth)) {
    const place = { shot: panel.picture.shot, box };
    if (kind === "person") paintRoughFigure(ctx, figure, place);
    else paintRoughBeast(ctx, figure, { ...place, kind, peopled });
  }
  paintRoughTexts(ctx, panel, { box: visible, ...page });
  paintLabel(ctx, panel, { box: visible, ...page });
  ctx.restore();
  ctx.strokeStyle = "#222222";
  ctx.lineWidth = 7;
  ctx.lineJoin = "round";
  ctx.stroke(path);
}

/** A horizon in wide shots, and lines for speed and impact. */
function paintGround(ctx: SKRSContext2D, { picture }: Panel, box: Box): void {
  ctx.strokeStyle = "#bbbbbb";
  ctx.lineWidth = 3;
  if (picture.shot === "full" || picture.shot === "long" || picture.shot === "establishing") {
    const y = box.y + box.height * (picture.angle === "low" ? 0.85 : picture.angle === "high" ? 0.5 : 0.7);
    const tilt = picture.angle === "tilted" ? box.height * 0.08 : 0;
    ctx.beginPath();
    ctx.moveTo(box.x, y - tilt);
    ctx.lineTo(box.x + box.width, y + tilt);
    ctx.stroke();
  }
  const radiates = picture.effects.some((e) => e === "focus" || e === "impact" || e === "flash");
  if (radiates) paintRays(ctx, box);
  if (picture.effects.includes("speed")) {
    ctx.beginPath();
    for (let i = 1; i < 9; i++) {
      const y = box.y + (box.height * i) / 9;
      ctx.moveTo(box.x + (i % 3) * box.width * 0.12, y);
      ctx.lineTo(box.x + box.width * (0.65 + 0.1 * (i % 4)), y);
    }
    ctx.stroke();
  }
}

function paintRays(ctx: SKRSContext2D, box: Box): void {
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  ctx.beginPath();
  for (let i = 0; i < 28; i++) {
    const angle = (i / 28) * 2 * Math.PI;
    const [dx, dy] = [Math.cos(angle) * box.width, Math.sin(angle) * box.height];
    const inner = 0.36 + 0.06 * (i % 3);
    ctx.moveTo(middle.x + dx * inner, middle.y + dy * inner);
    ctx.lineTo(middle.x + dx, middle.y + dy);
  }
  ctx.stroke();
}

/** Terms of Japanese storyboards; in English the data's terms are used. */
const CAMERA_JA: Record<Shot | Angle, string> = {
  ...{ detail: "手元", close: "アップ", bust: "バスト", half: "半身", full: "全身", long: "ロング" },
  ...{ establishing: "遠景", level: "目の高さ", high: "俯瞰", low: "あおり", tilted: "斜め" },
};

function paintLabel(
  ctx: SKRSContext2D,
  panel: Panel,
  { box, language, places }: Pick<RoughBrief, "language" | "places"> & { box: Box },
): void {
  const { shot, angle, place } = panel.picture;
  const camera = [shot, ...(angle === "level" ? [] : [angle])];
  const label = [
    ...(language === "ja" ? camera.map((one) => CAMERA_JA[one]) : camera),
    places.get(place) ?? [],
  ]
    .flat()
    .join(" · ");
  ctx.fillStyle = "#8a8a8a";
  paintLine(ctx, {
    text: `${panel.id.slice(1)}  ${label}`,
    ...{ x: box.x + 16, y: box.y + box.height - 16, size: 32, align: "left", widest: box.width - 32 },
  });
}

/** The largest box inside all sides of a frame and inside the trimmed page. */
function visibleBox({ corners }: Frame): Box {
  const middle = boundingBox(corners);
  const [centreX, centreY] = [middle.x + middle.width / 2, middle.y + middle.height / 2];
  const xs = corners.map((p) => p.x);
  const ys = corners.map((p) => p.y);
  const left = Math.max(0, ...xs.filter((x) => x < centreX));
  const right = Math.min(PAPER.width, ...xs.filter((x) => x >= centreX));
  const top = Math.max(0, ...ys.filter((y) => y < centreY));
  const bottom = Math.min(PAPER.height, ...ys.filter((y) => y >= centreY));
  return { x: left, y: top, width: right - left, height: bottom - top };
}
