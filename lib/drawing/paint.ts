// Paints a drawing's display list on a canvas: both planes in one pass of grey or colour for screens, or one plane for print. The picture
// is the product of the planes: black where the ink is black, elsewhere the tone.
import { Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import type { Drawing, DrawingItem, GroupItem, Paint, PathItem, Shade, Tint } from "../manga/drawing.ts";

/**
 * Which plane is painted. `ink`: only black and white; covering tones paint white (they hide ink), veils and lights are omitted. `tone`:
 * only greys; black ink is omitted, white erases.
 */
export type Plane = "both" | "ink" | "tone";

export interface PaintOptions {
  /** Default: `both`. */
  plane?: Plane;
  /** Whether tones are painted in their colours. Areas of coloured black then belong to the tone. */
  colour?: boolean | undefined;
}

/**
 * Paints on a canvas that is white (or has what the drawing lies on) and whose transform maps units to pixels. The canvas's state is
 * restored. A veil of shade `s` multiplies the lightness below by `1 - s`; a light of strength `s` divides it by `1 - s` (colour dodge).
 * Both leave black unchanged, so one pass suffices.
 */
export function paintDrawing(ctx: SKRSContext2D, drawing: Drawing, options: PaintOptions = {}): void {
  const plane = options.plane ?? "both";
  ctx.save();
  ctx.lineCap = "round";
  ctx.lineJoin = "round";
  ctx.globalCompositeOperation = "source-over";
  paintInto({ ctx, plane, colour: options.colour ?? false, state: freshState() }, drawing.items);
  ctx.restore();
}

/** The canvas state that was set last, so that only changes are set: a call to native code costs as much as painting a short path. */
interface CanvasState {
  fill: string | null;
  stroke: string | null;
  width: number;
  blend: Blend;
}

interface Brush {
  ctx: SKRSContext2D;
  plane: Plane;
  colour: boolean;
  state: CanvasState;
}

type Blend = "source-over" | "multiply" | "color-dodge";

function freshState(): CanvasState {
  return { fill: null, stroke: null, width: Number.NaN, blend: "source-over" };
}

function paintInto(brush: Brush, items: readonly DrawingItem[]): void {
  for (const [index, item] of items.entries()) {
    if ("items" in item) paintGroup(brush, item);
    else if (brush.colour) paintPath(brush, item, pathOf(item, item.d));
    else if (!item.joined) paintPath(brush, item, greyPath(items, index, item));
  }
}

function paintGroup(brush: Brush, group: GroupItem): void {
  if (group.matrix === undefined && group.clip === undefined) {
    paintInto(brush, group.items);
    return;
  }
  const { ctx, state } = brush;
  ctx.save();
  if (group.matrix !== undefined) ctx.transform(...group.matrix);
  if (group.clip !== undefined) ctx.clip(pathOf(group, group.clip));
  paintInto({ ...brush, state: { ...state } }, group.items);
  ctx.restore();
}

function paintPath(brush: Brush, item: PathItem, path: Path2D): void {
  const { ctx, state, colour } = brush;
  if (colour && item.tint === "none") return;
  const tint = colour ? item.tint : undefined;
  const fill = item.fill === undefined ? null : inkFor(brush, item.fill, tint);
  const stroke = item.stroke === undefined ? null : inkFor(brush, item.stroke, tint);
  if (fill === null && stroke === null) return;
  if (fill !== null) {
    setBlend(brush, fill.blend);
    if (typeof fill.style === "string") {
      if (state.fill !== fill.style) ctx.fillStyle = fill.style;
      state.fill = fill.style;
    } else {
      ctx.fillStyle = fill.style;
      state.fill = null;
    }
    if (item.evenOdd === true) ctx.fill(path, "evenodd");
    else ctx.fill(path);
    if (colour && item.cel !== undefined && brush.plane !== "ink") paintCel(brush, item.cel, path);
  }
  if (stroke !== null) {
    setBlend(brush, stroke.blend);
    if (typeof stroke.style === "string") {
      if (state.stroke !== stroke.style) ctx.strokeStyle = stroke.style;
      state.stroke = stroke.style;
    } else {
      ctx.strokeStyle = stroke.style;
      state.stroke = null;
    }
    const width = item.width ?? 1;
    if (state.width !== width) ctx.lineWidth = width;
    state.width = width;
    ctx.stroke(path);
  }
}

/** The shade is the area minus its own outline shifted towards the light. */
function paintCel({ ctx, state }: Brush, { dx, dy, tint }: NonNullable<PathItem["cel"]>, path: Path2D): void {
  const around = new Path2D(path);
  const moved = new Path2D();
  moved.addPath(path, { a: 1, b: 0, c: 0, d: 1, e: dx, f: dy });
  around.addPath(moved);
  ctx.save();
  ctx.clip(path);
  ctx.fillStyle = tint;
  ctx.fill(around, "evenodd");
  ctx.restore();
  state.fill = null;
}

function setBlend({ ctx, state }: Brush, blend: Blend): void {
  if (state.blend !== blend) ctx.globalCompositeOperation = blend;
  state.blend = blend;
}

type Style = string | ReturnType<SKRSContext2D["createLinearGradient"]>;

/** How a paint is applied to this plane; null if it does not affect the plane. */
function inkFor(
  { ctx, plane, colour }: Brush,
  paint: Paint,
  tint: Tint | undefined,
): { style: Style; blend: Blend } | null {
  if (tint !== undefined) {
    const style = plane === "ink" ? "#ffffff" : tintStyle(ctx, paint, tint);
    return { style, blend: "source-over" };
  }
  if (paint === "black") return plane === "tone" ? null : { style: "#000000", blend: "source-over" };
  if (paint === "white") return { style: "#ffffff", blend: "source-over" };
  if ("tone" in paint) {
    if (plane === "ink") return { style: "#ffffff", blend: "source-over" };
    return { style: styleOf(ctx, paint.tone, lightness), blend: "source-over" };
  }
  if (plane === "ink") return null;
  if ("veil" in paint)
    return { style: styleOf(ctx, paint.veil, colour ? coolShade : lightness), blend: "multiply" };
  return { style: styleOf(ctx, paint.light, colour ? warmLight : strength), blend: "color-dodge" };
}

function tintStyle(ctx: SKRSContext2D, paint: Paint, tint: Tint): Style {
  if (typeof tint === "string") return tint;
  const shade = typeof paint === "object" && "tone" in paint ? paint.tone : undefined;
  if (typeof shade !== "object") return tint[0]?.[1] ?? "#ffffff";
  const gradient = gradientOf(ctx, shade);
  for (const [offset, colour] of tint) gradient.addColorStop(offset, colour);
  return gradient;
}

/** Shadows are violet, lights amber. */
const SHADOW = [92, 76, 136] as const;
const LAMP = [255, 206, 128] as const;

function coolShade(shade: number): string {
  return hex(SHADOW.map((deep) => 255 + (deep - 255) * shade));
}

function warmLight(shade: number): string {
  return hex(LAMP.map((level) => level * shade * 0.8));
}

function hex(levels: readonly number[]): string {
  return `#${levels.map((level) => Math.round(level).toString(16).padStart(2, "0")).join("")}`;
}

function lightness(shade: number): string {
  return GREYS[Math.round((1 - shade) * 255)] ?? "#ffffff";
}

function strength(shade: number): string {
  return GREYS[Math.round(shade * 255)] ?? "#000000";
}

const GREYS = Array.from({ length: 256 }, (_, level) => `#${level.toString(16).padStart(2, "0").repeat(3)}`);

function styleOf(ctx: SKRSContext2D, shade: Shade, color: (value: number) => string): Style {
  if (typeof shade === "number") return color(shade);
  const gradient = gradientOf(ctx, shade);
  for (const [offset, value] of shade.stops) gradient.addColorStop(offset, color(value));
  return gradient;
}

function gradientOf(ctx: SKRSContext2D, { type, at: [a, b, c, d] }: Exclude<Shade, number>) {
  return type === "linear"
    ? ctx.createLinearGradient(a, b, c, d)
    : ctx.createRadialGradient(a, b, c, a, b, d);
}

/** Parsed paths by item: a drawing is painted several times (screen, page, print planes). */
const paths = new WeakMap<DrawingItem, Path2D>();

function pathOf(item: DrawingItem, d: string): Path2D {
  const known = paths.get(item);
  if (known !== undefined) return known;
  const path = new Path2D(d);
  paths.set(item, path);
  return path;
}

/** Paths of consecutive items that differ only in colour, by the first of them. */
const joinedPaths = new WeakMap<DrawingItem, Path2D>();

/** In grey they are filled as one path, because the gap between two overlapping paths depends on it. */
function greyPath(items: readonly DrawingItem[], index: number, item: PathItem): Path2D {
  const known = joinedPaths.get(item);
  if (known !== undefined) return known;
  let d = item.d;
  for (let next = index + 1; next < items.length; next++) {
    const follower = items[next];
    if (follower === undefined || !("d" in follower) || !follower.joined) break;
    d += follower.d;
  }
  const path = d === item.d ? pathOf(item, d) : new Path2D(d);
  joinedPaths.set(item, path);
  return path;
}
