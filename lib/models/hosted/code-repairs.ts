// Repairs pictures by code, which costs nothing: the faults found by `picture-edges.ts` and `pixel-faults.ts` are cropped, turned grey or
// darkened. One picture is decoded at a time (`decode-serially.ts`).
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { decodeSerially } from "../../work/decode-serially.ts";
import type { DrawRequest } from "../artist.ts";
import { barsOf, borderOf } from "./picture-edges.ts";
import { isColoured, type Pixels, spread, toGrey, weakBlack } from "./pixel-faults.ts";
import { type Crop, cropFor, type Picture, type Recolour } from "./shape.ts";

/** The repairs that are applied when a picture is encoded. */
export interface CodeRepairs {
  /** The used part in pixels: inside a frame, with the panel's proportions. */
  crop: Crop;
  recolour?: Recolour | undefined;
}

/** Pixels of the longer side for the checks. */
const CHECKED_SIDE_PX = 1_024;

/** `eyeSawBorder`: a vision model saw a frame, so that a frame on three sides suffices. Throws `BusyError` as `decode` does. */
export async function planCodeRepairs(
  picture: Picture,
  request: Pick<DrawRequest, "kind" | "width" | "height" | "colorMode">,
  { eyeSawBorder = false }: { eyeSawBorder?: boolean } = {},
): Promise<CodeRepairs> {
  const pixels = await pixelsOf(picture);
  const scale = pixels.width / picture.width;
  // An edited picture is not cropped: everything outside the edited area stays unchanged.
  const border =
    request.kind === "edit" ? undefined : (borderOf(pixels, eyeSawBorder ? 3 : 4) ?? barsOf(pixels));
  const { left = 0, top = 0, right = 0, bottom = 0 } = border ?? {};
  const inner = {
    ...{ x: Math.ceil(left / scale), y: Math.ceil(top / scale) },
    width: picture.width - Math.ceil(left / scale) - Math.ceil(right / scale),
    height: picture.height - Math.ceil(top / scale) - Math.ceil(bottom / scale),
  };
  const crop = cropFor(inner, request.width, request.height);
  return request.colorMode === "color" ? { crop } : { crop, recolour: recolourOf(pixels) };
}

/** The pixels for the checks: at most 1,024 a side, on white. Throws `BusyError` as `decode` does. */
export async function pixelsOf({ bytes, ...size }: Omit<Picture, "kind" | "contentType">): Promise<Pixels> {
  const scale = Math.min(1, CHECKED_SIDE_PX / Math.max(size.width, size.height));
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  const { data } = await decodeSerially(async () => {
    const ctx = createCanvas(width, height).getContext("2d");
    ctx.fillStyle = "#fff";
    ctx.fillRect(0, 0, width, height);
    ctx.drawImage(await loadImage(bytes), 0, 0, width, height);
    return ctx.getImageData(0, 0, width, height);
  });
  return { width, height, data };
}

function recolourOf(pixels: Pixels): Recolour | undefined {
  const coloured = isColoured(pixels);
  const black = weakBlack(pixels);
  if (!coloured && black === undefined) return undefined;
  return (data) => {
    if (coloured) toGrey(data);
    if (black !== undefined) spread(data, black);
  };
}
