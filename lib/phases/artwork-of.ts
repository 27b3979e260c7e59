// From what an artist drew to what is stored: the picture's data, and a screen-size image for whoever watches.
import type { Artwork } from "../manga/artwork.ts";
import { type Drawing, screenWidthPx } from "../manga/drawing.ts";
import { type Drawn, type DrawnContent, type DrawRequest, faultOf } from "../models/artist.ts";
import { RetryableError } from "../pipeline/errors.ts";
import type { OwnPicture } from "../pipeline/picture-wishes.ts";
import { artistOf } from "./parts.ts";
import type { MangaContext } from "./tools.ts";

/**
 * Draws once, and once more with the next seed when the result is unusable. `label` names the picture in notices.
 * Tells the timeline what of the request is drawn as something else, in the artist's sentences.
 * Throws `RetryableError` when the second is unusable too.
 */
export async function drawArtwork(
  context: MangaContext,
  wanted: DrawRequest,
  label: string,
): Promise<Artwork> {
  const request: DrawRequest = context.params.tier === "draft" ? { ...wanted, draft: true } : wanted;
  const artist = await artistOf(context);
  const storeScreen = screenStore(context);
  let fault: string | undefined;
  for (const seed of [request.seed, request.seed + 1]) {
    const drawn = await artist.draw({ ...request, seed }, context, {
      label,
      paint: (drawing) => paintForScreen(context, drawing),
      onDrawn(made) {
        // Beside the memory's own writing. What goes wrong is said where the image is needed.
        if (faultOf(made) === undefined) storeScreen(made.content).catch(() => {});
      },
    });
    fault = faultOf(drawn);
    if (fault !== undefined) continue;
    for (const notice of drawn.notices ?? []) context.note(notice);
    if (drawn.by !== undefined) context.madeBy(drawn.by);
    tellAsked(context, drawn);
    const [image, keep] = await Promise.all([storeScreen(drawn.content), keepOf(drawn, request, context)]);
    return artworkOf(drawn, request, { image, keep });
  }
  throw new RetryableError(`${artist.id} gave an unusable picture twice: ${fault}`);
}

/** The picture as it was given stands for the one that would be drawn: nobody is asked, nothing is paid. `size` in units. */
export function ownArtwork(
  { blob, contentType }: OwnPicture,
  size: Pick<Artwork, "width" | "height">,
): Artwork {
  return { ...size, content: { kind: "image", blob, contentType }, faces: [], keep: [], image: blob };
}

/** Says what a model was asked, with the stored pictures that went along. */
function tellAsked(context: MangaContext, { asked }: Drawn): void {
  if (asked === undefined) return;
  const { sent, ...rest } = asked;
  const references = sent.flatMap(({ role, from }) => (from === undefined ? [] : [{ role, ...from }]));
  context.asked({ ...rest, references });
}

/** Stores what people see while they watch, each picture once. */
function screenStore(context: MangaContext): (content: DrawnContent) => Promise<string> {
  const stored = new WeakMap<DrawnContent, Promise<string>>();
  async function store(content: DrawnContent): Promise<string> {
    const { bytes, contentType } =
      content.kind === "image"
        ? content
        : (content.screen ?? (await paintForScreen(context, content.drawing)));
    return context.putBlob(bytes, contentType);
  }
  return (content) => {
    const image = stored.get(content) ?? store(content);
    stored.set(content, image);
    return image;
  };
}

function artworkOf(
  { content, faces }: Drawn,
  { width, height }: DrawRequest,
  { image, keep }: Pick<Artwork, "image" | "keep">,
): Artwork {
  const shared = { width, height, faces, keep, image };
  if (content.kind === "drawing") {
    const { kind, drawing } = content;
    return { ...shared, content: { kind, drawing } };
  }
  const { kind, contentType } = content;
  return { ...shared, content: { kind, blob: image, contentType } };
}

/** Where nobody marked what words should keep off an image, its own detail says it. Words stand on panels alone. */
async function keepOf(
  { content, keep }: Drawn,
  { kind, width, height }: DrawRequest,
  context: MangaContext,
): Promise<Artwork["keep"]> {
  if (content.kind === "drawing" || keep.length > 0 || (kind !== "panel" && kind !== "edit")) return keep;
  const drafter = await context.tools.drafter(context.signal);
  return drafter.busyAreas(content.bytes, { width, height });
}

async function paintForScreen(context: MangaContext, drawing: Drawing) {
  const drafter = await context.tools.drafter(context.signal);
  return drafter.rasterize(drawing, screenWidthPx(drawing), context.params.colorMode);
}
