// From what an artist drew to what is stored: the picture's data, and a screen-size image for whoever watches.
import type { Artwork } from "../manga/artwork.ts";
import { type Drawing, screenWidthPx } from "../manga/drawing.ts";
import type { Drawn, DrawRequest } from "../models/artist.ts";
import { RetryableError } from "../pipeline/errors.ts";
import { draw } from "./asking.ts";
import type { MangaContext } from "./tools.ts";

/**
 * Draws once, and once more with the next seed when the result is unusable.
 * Throws `RetryableError` when the second is unusable too.
 */
export async function drawArtwork(context: MangaContext, request: DrawRequest): Promise<Artwork> {
  const artist = await context.tools.artist(context.params.models.artist);
  let fault: string | undefined;
  for (const seed of [request.seed, request.seed + 1]) {
    const drawn = await draw(context, {
      ...{ artist, request: { ...request, seed } },
      usable: (made) => findFault(made) === undefined,
      paint: (drawing) => paintForScreen(context, drawing),
    });
    fault = findFault(drawn);
    if (fault === undefined) return storeArtwork(context, request, drawn);
  }
  throw new RetryableError(`${artist.id} gave an unusable picture twice: ${fault}`);
}

/** Why a picture cannot be used, or undefined. */
function findFault({ content, faces }: Drawn): string | undefined {
  if (content.kind === "drawing" && content.drawing.items.length === 0) return "the drawing is empty";
  if (content.kind === "image" && content.bytes.length === 0) return "the image is empty";
  for (const { box, mouth } of faces) {
    if (![box.x, box.y, box.width, box.height, mouth.x, mouth.y].every(Number.isFinite))
      return "a face has no place";
  }
  return undefined;
}

async function storeArtwork(context: MangaContext, request: DrawRequest, drawn: Drawn): Promise<Artwork> {
  const { width, height } = request;
  const { content, faces } = drawn;
  if (content.kind === "image") {
    const blob = await context.putBlob(content.bytes, content.contentType);
    const keep = drawn.keep.length > 0 ? drawn.keep : await busyAreasOf(context, request, content.bytes);
    return {
      width,
      height,
      faces,
      keep,
      image: blob,
      content: { kind: "image", blob, contentType: content.contentType },
    };
  }
  const { kind, drawing } = content;
  const { bytes, contentType } = content.screen ?? (await paintForScreen(context, drawing));
  const image = await context.putBlob(bytes, contentType);
  return { width, height, faces, keep: drawn.keep, image, content: { kind, drawing } };
}

/** Where nobody marked what words should keep off, the picture's own detail says it. Words stand on panels alone. */
async function busyAreasOf(context: MangaContext, { kind, width, height }: DrawRequest, bytes: Uint8Array) {
  if (kind !== "panel") return [];
  const drafter = await context.tools.drafter();
  return drafter.busyAreas(bytes, { width, height });
}

async function paintForScreen(context: MangaContext, drawing: Drawing) {
  const drafter = await context.tools.drafter();
  return drafter.rasterize(drawing, screenWidthPx(drawing), context.params.colorMode);
}
