// A picture that a person gives of somebody, made a portrait: decoded, cut to the proportions, small enough to be carried along.
import { createCanvas, type Image, loadImage } from "@napi-rs/canvas";

/** Its message goes on after "the picture of …". */
export class PictureUnusableError extends Error {
  override readonly name = "PictureUnusableError";
}

/** Of the portraits that are drawn. */
const PROPORTION = 3 / 4;
const LEAST_PIXELS = 200;
/** What a browser can be made to decode is much; what a phone's camera gives is below this. */
const MOST_PIXELS = 50_000_000;
const HEIGHT = 1200;

/** By their first bytes: PNG, JPEG, WebP. */
const SIGNATURES = [/^\x89PNG\r\n/, /^\xff\xd8\xff/, /^RIFF[\s\S]{4}WEBP/];

/** Throws `PictureUnusableError`. The same bytes give the same portrait. */
export async function portraitOf(bytes: Uint8Array): Promise<{ bytes: Uint8Array; contentType: string }> {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  if (!SIGNATURES.some((signature) => signature.test(head))) {
    throw new PictureUnusableError("is neither PNG nor JPEG nor WebP");
  }
  const image = await decoded(bytes);
  const { width, height } = image;
  if (Math.min(width, height) < LEAST_PIXELS) {
    throw new PictureUnusableError(`has only ${width} × ${height} pixels; ${LEAST_PIXELS} a side are needed`);
  }
  if (width * height > MOST_PIXELS) {
    throw new PictureUnusableError(`has ${width} × ${height} pixels; make it smaller`);
  }
  const cut = { width: Math.min(width, height * PROPORTION), height: Math.min(height, width / PROPORTION) };
  const tall = Math.round(Math.min(HEIGHT, cut.height));
  const canvas = createCanvas(Math.round(tall * PROPORTION), tall);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  // Heads are in the upper part.
  const [x, y] = [(width - cut.width) / 2, (height - cut.height) / 4];
  pen.drawImage(image, x, y, cut.width, cut.height, 0, 0, canvas.width, canvas.height);
  return { bytes: await canvas.encode("jpeg", 90), contentType: "image/jpeg" };
}

async function decoded(bytes: Uint8Array): Promise<Image> {
  try {
    return await loadImage(bytes);
  } catch {
    throw new PictureUnusableError("is broken: it does not decode");
  }
}
