// Masks for edits of pictures: the area that a person drew as a PNG, and a copy of the picture with the area marked, for models that take
// no mask.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { decodeSerially } from "../work/decode-serially.ts";
import type { EditArea } from "./artist.ts";

/** Corners of an area, as shares of width and height. */
type Region = readonly (readonly [number, number])[];

/** The area in each form that a model's API takes. Throws where the picture does not decode. */
export async function areaOf(picture: Uint8Array, region: Region): Promise<EditArea> {
  const contentType = "image/png";
  const mask = await maskOf(picture, region);
  const marked = await markedCopy(picture, mask);
  return {
    mask: { bytes: mask, contentType },
    clear: { bytes: await transparentMask(mask), contentType },
    marked: { bytes: marked, contentType },
    where: whereOf(region),
  };
}

/** A PNG of the picture's size: white inside the region, black outside. Throws where the picture does not decode. */
function maskOf(picture: Uint8Array, region: Region): Promise<Uint8Array> {
  return decodeSerially(async () => {
    const { width, height } = await loadImage(picture);
    const canvas = createCanvas(width, height);
    const paper = canvas.getContext("2d");
    paper.fillStyle = "black";
    paper.fillRect(0, 0, width, height);
    paper.fillStyle = "white";
    paper.beginPath();
    for (const [x, y] of region) paper.lineTo(x * width, y * height);
    paper.fill();
    return canvas.encode("png");
  });
}

/** The mask as alpha: transparent where the picture may change. */
function transparentMask(mask: Uint8Array): Promise<Uint8Array> {
  return decodeSerially(async () => {
    const image = await loadImage(mask);
    const canvas = createCanvas(image.width, image.height);
    const paper = canvas.getContext("2d");
    paper.drawImage(image, 0, 0);
    const pixels = paper.getImageData(0, 0, image.width, image.height);
    for (let at = 0; at < pixels.data.length; at += 4) pixels.data[at + 3] = 255 - (pixels.data[at] ?? 0);
    paper.putImageData(pixels, 0, 0);
    return canvas.encode("png");
  });
}

/** The picture with the mask's white area overlaid in half-transparent red, for models that can see but take no mask. */
function markedCopy(picture: Uint8Array, mask: Uint8Array): Promise<Uint8Array> {
  return decodeSerially(async () => {
    const [image, area] = await Promise.all([loadImage(picture), loadImage(mask)]);
    const { width, height } = image;
    const veil = createCanvas(width, height);
    const red = veil.getContext("2d");
    red.drawImage(area, 0, 0, width, height);
    const pixels = red.getImageData(0, 0, width, height);
    for (let at = 0; at < pixels.data.length; at += 4) {
      const isMarked = (pixels.data[at] ?? 0) > 127;
      pixels.data.set([255, 0, 0, isMarked ? 120 : 0], at);
    }
    red.putImageData(pixels, 0, 0);
    const canvas = createCanvas(width, height);
    const paper = canvas.getContext("2d");
    paper.drawImage(image, 0, 0);
    paper.drawImage(veil, 0, 0);
    return canvas.encode("png");
  });
}

/** Position of an area's middle in thirds of the picture: `upper left`. */
function whereOf(region: Region): string {
  const middle = (axis: 0 | 1) => region.reduce((sum, point) => sum + point[axis], 0) / region.length;
  const third = (share: number, names: readonly [string, string, string]) =>
    names[Math.min(2, Math.floor(share * 3))] ?? names[1];
  const across = third(middle(0), ["left", "", "right"]);
  const down = third(middle(1), ["upper", "", "lower"]);
  return [down, across].filter((word) => word !== "").join(" ") || "middle";
}
