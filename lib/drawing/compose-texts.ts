// Paints lettered texts on a page: balloons with their letters, captions, and sounds over the art.
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { strokeOf } from "../../lettering/src/balloon-shapes.ts";
import { BALLOON_LINE, isPenned, PEN_LINE } from "../../lettering/src/svg-fragment.ts";
import { type Box, boundingBox } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";
import type { Frame } from "../manga/storyboard.ts";
import { framePath } from "./compose-frames.ts";
import type { Plane } from "./paint.ts";

/** Maximum overlap of a sound's box with its panel's edge that still counts as inside. */
const SLACK = 6;

/** On the tone plane a text only erases: its balloon and its edge are white there, its ink is on the ink plane. */
export function paintText(
  ctx: SKRSContext2D,
  text: LetteredText,
  { plane = "both", colour = false }: { plane?: Plane; colour?: boolean } = {},
): void {
  ctx.save();
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  if (text.outline !== null) paintOutline(ctx, text.outline, { text, plane });
  const glyphs = new Path2D(text.glyphs);
  if (text.edge > 0) {
    ctx.strokeStyle = "#ffffff";
    ctx.lineWidth = text.edge * 2;
    ctx.stroke(glyphs);
  }
  if (colour && text.kind === "sound") paintFilled(ctx, glyphs, text);
  else if (plane !== "tone") {
    ctx.fillStyle = "#000000";
    ctx.fill(glyphs);
  }
  ctx.restore();
}

/** Paints a sound, clipped to its panel's frame unless its box extends beyond it on purpose. */
export function paintSound(
  ctx: SKRSContext2D,
  sound: LetteredText,
  { frame, plane, colour = false }: { frame: Frame; plane: Plane; colour?: boolean },
): void {
  ctx.save();
  if (!breaksOut(sound.box, boundingBox(frame.corners))) ctx.clip(framePath(frame));
  paintText(ctx, sound, { plane, colour });
  ctx.restore();
}

/** Colours of sounds in a coloured book: red, orange and yellow for loud ones, blue and violet for quiet ones. */
const LOUD = ["#e8342c", "#f4751d", "#f7b916", "#d92f6f"] as const;
const SOFT = ["#3f7fd0", "#7a59c2", "#2a9aa8"] as const;
/** Minimum size of the letters of a loud sound. */
const LOUD_SIZE = 100;

/** Paints letters filled with a colour inside a black line, which lies within their white edge. */
function paintFilled(ctx: SKRSContext2D, glyphs: Path2D, { text, fontSize, edge }: LetteredText): void {
  ctx.strokeStyle = "#000000";
  ctx.lineWidth = Math.max(edge, fontSize * 0.06);
  ctx.stroke(glyphs);
  const fills = fontSize >= LOUD_SIZE ? LOUD : SOFT;
  const sum = [...text].reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), 0);
  ctx.fillStyle = fills[sum % fills.length] ?? LOUD[0];
  ctx.fill(glyphs);
}

/** The line follows the outline, or is broken or doubled for some voices. */
function paintOutline(
  ctx: SKRSContext2D,
  outline: string,
  { text, plane }: { text: LetteredText; plane: Plane },
): void {
  const body = new Path2D(outline);
  ctx.fillStyle = "#ffffff";
  ctx.strokeStyle = "#000000";
  if (plane !== "tone" && isPenned(text)) {
    ctx.lineWidth = PEN_LINE.outside * 2;
    ctx.stroke(body);
    ctx.translate(PEN_LINE.lean.x, PEN_LINE.lean.y);
    ctx.fill(body);
    ctx.translate(-PEN_LINE.lean.x, -PEN_LINE.lean.y);
    return;
  }
  ctx.fill(body);
  if (plane === "tone") return;
  const line = strokeOf(outline, text.shape ?? text.voice);
  ctx.lineWidth = BALLOON_LINE;
  ctx.stroke(line === outline ? body : new Path2D(line));
}

/** Whether a sound's box extends beyond its panel. */
function breaksOut(box: Box, panel: Box): boolean {
  return (
    box.x < panel.x - SLACK ||
    box.y < panel.y - SLACK ||
    box.x + box.width > panel.x + panel.width + SLACK ||
    box.y + box.height > panel.y + panel.height + SLACK
  );
}
