// Pictures of the simulated image model: they have the requested aspect ratio, a visible mark of the prompt's hash, and heads at known
// places, so that later questions about a picture can be answered.
import { type Canvas, createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import type { Planted } from "./planted.ts";

/** A head's box in thousandths of the picture's height and width, in the models' order: ymin, xmin, ymax, xmax. */
export type HeadBox = [number, number, number, number];

export interface MadePicture {
  bytes: Buffer;
  heads: HeadBox[];
}

/** Side length of a square picture by size, as a multiple of 1K. Other aspect ratios have the same area. */
const SIDES: Record<string, number> = { "512": 0.5, "1K": 1, "2K": 2, "4K": 4 };
/** Pixels of 1K. */
const SIDE = 1_024;

export interface Commission {
  /** Hexadecimal hash of the prompt. */
  hash: string;
  aspectRatio: string;
  size: string;
  heads: number;
  mimeType: ImageType;
  fault?: PictureFault | undefined;
  /** Faults in its content. */
  planted?: readonly Planted[];
  /** Pixels of 1K. A smaller number makes tests cheaper. `shorter`: pixels of the shorter side for any ratio. Default: 1,024. */
  side?: PictureSide | undefined;
}

export type PictureSide = number | { shorter: number };

/** `cut`: the file is truncated. `jpeg`: the format is not the requested one. */
export type PictureFault = "cut" | "jpeg";

export type ImageType = "image/png" | "image/jpeg" | "image/webp";

/** Width and height in pixels, as multiples of 16, with the area of a square of that size. */
function pixelsOf(aspectRatio: string, size: string, oneK: PictureSide): { width: number; height: number } {
  const [across = 1, down = 1] = aspectRatio.split(":").map(Number);
  const longer = Math.max(across / down, down / across);
  const side = (typeof oneK === "number" ? oneK : oneK.shorter * Math.sqrt(longer)) * (SIDES[size] ?? 1);
  const step = (pixels: number) => Math.max(16, Math.round(pixels / 16) * 16);
  return {
    width: step(side * Math.sqrt(across / down)),
    height: step(side * Math.sqrt(down / across)),
  };
}

export async function makePicture({
  hash,
  aspectRatio,
  size,
  heads,
  mimeType,
  fault,
  planted = [],
  side = SIDE,
}: Commission): Promise<MadePicture> {
  const { width, height } = pixelsOf(aspectRatio, size, side);
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  const shade = 0xb8 + (Number.parseInt(hash.slice(0, 2), 16) % 0x40);
  ctx.fillStyle = planted.includes("colour") ? `rgb(${shade},96,64)` : `rgb(${shade},${shade},${shade})`;
  ctx.fillRect(0, 0, width, height);
  ctx.strokeStyle = "#000";
  ctx.lineWidth = Math.max(2, Math.min(width, height) / 120);
  ctx.beginPath();
  ctx.moveTo(0, height * 0.8);
  ctx.lineTo(width, height * (0.7 + Number.parseInt(hash.slice(2, 4), 16) / 1280));
  ctx.stroke();
  const radius = Math.min(width / (3 * Math.max(1, heads)), height / 5);
  const boxes = Array.from({ length: heads }, (_, index): HeadBox => {
    const x = (width * (index + 1)) / (heads + 1);
    const y = height * 0.55;
    ctx.fillStyle = "#fff";
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
    ctx.fillStyle = "#000";
    ctx.fillRect(x - radius / 3, y + radius / 2, (radius * 2) / 3, Math.max(2, radius / 12));
    const thousandths = (part: number, whole: number) =>
      Math.round(Math.min(1, Math.max(0, part / whole)) * 1000);
    return [
      thousandths(y - radius, height),
      thousandths(x - radius, width),
      thousandths(y + radius, height),
      thousandths(x + radius, width),
    ];
  });
  drawMark(ctx, hash, { width, height });
  drawFaults(ctx, planted, { width, height });
  const bytes = await encoded(canvas, fault === "jpeg" ? "image/jpeg" : mimeType);
  return { bytes: fault === "cut" ? bytes.subarray(0, bytes.length / 2) : bytes, heads: boxes };
}

interface Size {
  width: number;
  height: number;
}

/** Draws the first bits of the hash as bars. Text would count as a fault. */
function drawMark(ctx: SKRSContext2D, hash: string, { width, height }: Size): void {
  ctx.fillStyle = "#000";
  const bits = [...hash.slice(0, 12)].flatMap((digit) =>
    [8, 4, 2, 1].map((bit) => Number.parseInt(digit, 16) & bit),
  );
  for (const [index, bit] of bits.entries()) {
    if (bit > 0) ctx.fillRect(width * (0.09 + 0.006 * index), height * 0.09, width * 0.006, height * 0.07);
  }
}

function drawFaults(ctx: SKRSContext2D, planted: readonly Planted[], { width, height }: Size): void {
  const least = Math.min(width, height);
  if (planted.includes("letters")) {
    ctx.font = `${Math.round(least / 6)}px sans-serif`;
    ctx.fillText("BANG", width * 0.1, height * 0.36);
  }
  if (planted.includes("busy-zone")) {
    for (let at = 0; at < 24; at += 1)
      ctx.fillRect(width * (0.5 + at / 50), height * 0.05, width / 120, height / 4);
  }
  if (planted.includes("border")) {
    const margin = Math.round(least * 0.03);
    ctx.strokeStyle = "#fff";
    ctx.lineWidth = 2 * margin;
    ctx.strokeRect(0, 0, width, height);
    ctx.strokeStyle = "#000";
    ctx.lineWidth = Math.max(2, Math.round(least / 100));
    ctx.strokeRect(margin, margin, width - 2 * margin, height - 2 * margin);
  }
}

function encoded(canvas: Canvas, mimeType: ImageType): Promise<Buffer> {
  if (mimeType === "image/png") return canvas.encode("png");
  return mimeType === "image/jpeg" ? canvas.encode("jpeg", 85) : canvas.encode("webp", 85);
}
