// Pictures that a pretended image model makes: of the asked shape, plainly marked with the hash of their prompt, with heads
// at known places, so that a later question about the picture can be answered.
import { type Canvas, createCanvas } from "@napi-rs/canvas";

/** A head, in thousandths of the picture's height and width, as the models give boxes: ymin, xmin, ymax, xmax. */
export type HeadBox = [number, number, number, number];

export interface MadePicture {
  bytes: Buffer;
  heads: HeadBox[];
}

/** Pixels of the longer side by size, before the aspect ratio is kept at an even area. */
const SIDE: Record<string, number> = { "512": 512, "1K": 1024, "2K": 2048, "4K": 4096 };

export interface Commission {
  /** Hexadecimal hash of the prompt. */
  hash: string;
  aspectRatio: string;
  size: string;
  heads: number;
  mimeType: ImageType;
  fault?: PictureFault | undefined;
}

/** `cut`: the bytes end in the middle. `jpeg`: another format than the one that is asked for. */
export type PictureFault = "cut" | "jpeg";

export type ImageType = "image/png" | "image/jpeg" | "image/webp";

/** Width and height in pixels: the area of a square of that size, in steps of 16. */
function pixelsOf(aspectRatio: string, size: string): { width: number; height: number } {
  const [across = 1, down = 1] = aspectRatio.split(":").map(Number);
  const side = SIDE[size] ?? 1024;
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
}: Commission): Promise<MadePicture> {
  const { width, height } = pixelsOf(aspectRatio, size);
  const canvas = createCanvas(width, height);
  const ctx = canvas.getContext("2d");
  const shade = 0xb8 + (Number.parseInt(hash.slice(0, 2), 16) % 0x40);
  ctx.fillStyle = `rgb(${shade},${shade},${shade})`;
  ctx.fillRect(0, 0, width, height);
  ctx.strokeStyle = "#000";
  ctx.lineWidth = Math.max(2, Math.min(width, height) / 120);
  ctx.strokeRect(0, 0, width, height);
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
  ctx.fillStyle = "#000";
  ctx.font = `${Math.max(12, Math.round(Math.min(width, height) / 16))}px sans-serif`;
  ctx.fillText(hash.slice(0, 12), width * 0.04, height * 0.12);
  const bytes = await encoded(canvas, fault === "jpeg" ? "image/jpeg" : mimeType);
  return { bytes: fault === "cut" ? bytes.subarray(0, bytes.length / 2) : bytes, heads: boxes };
}

function encoded(canvas: Canvas, mimeType: ImageType): Promise<Buffer> {
  if (mimeType === "image/png") return canvas.encode("png");
  return mimeType === "image/jpeg" ? canvas.encode("jpeg", 85) : canvas.encode("webp", 85);
}
