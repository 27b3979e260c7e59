// Paints lettered texts on a page: balloons with their letters, captions, and sounds over the art.
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { type Box, boundingBox } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";
import type { Frame } from "../manga/storyboard.ts";
import { framePath } from "./compose-frames.ts";

/** Width of a balloon's line: 0.5 mm on B5. */
const OUTLINE = 5;

/** Whispered balloons have a broken line. */
const WHISPER_DASH = [20, 15];

/** How far a sound's box may lie over its panel's and still be meant to stay inside. */
const SLACK = 6;

export function paintText(ctx: SKRSContext2D, text: LetteredText): void {
  ctx.save();
  ctx.lineJoin = "round";
  ctx.lineCap = "round";
  if (text.outline !== null) paintOutline(ctx, text, new Path2D(text.outline));
  const glyphs = new Path2D(text.glyphs);
  if (text.edge > 0) {
    ctx.strokeStyle = "#ffffff";
    ctx.lineWidth = text.edge * 2;
    ctx.stroke(glyphs);
  }
  ctx.fillStyle = "#000000";
  ctx.fill(glyphs);
  ctx.restore();
}

/** Paints a sound, cut off at its panel's frame unless its box reaches out of it on purpose. */
export function paintSound(ctx: SKRSContext2D, sound: LetteredText, frame: Frame): void {
  ctx.save();
  if (!breaksOut(sound.box, boundingBox(frame.corners))) ctx.clip(framePath(frame));
  paintText(ctx, sound);
  ctx.restore();
}

function paintOutline(ctx: SKRSContext2D, { kind, voice }: LetteredText, outline: Path2D): void {
  ctx.fillStyle = "#ffffff";
  ctx.fill(outline);
  ctx.strokeStyle = "#000000";
  ctx.lineWidth = OUTLINE;
  if (kind === "balloon" && voice === "whisper") ctx.setLineDash(WHISPER_DASH);
  ctx.stroke(outline);
  ctx.setLineDash([]);
}

/** Whether a sound's box reaches over its panel's edge. */
export function breaksOut(box: Box, panel: Box): boolean {
  return (
    box.x < panel.x - SLACK ||
    box.y < panel.y - SLACK ||
    box.x + box.width > panel.x + panel.width + SLACK ||
    box.y + box.height > panel.y + panel.height + SLACK
  );
}
