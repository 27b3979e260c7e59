// Stores what an artist drew: the picture's data, and a screen-size image for the studio.
import type { Artwork } from "../manga/artwork.ts";
import { type Drawing, screenWidthPx } from "../manga/drawing.ts";
import { type Drawn, type DrawnContent, type DrawRequest, faultOf } from "../models/artist.ts";
import { RetryableError } from "../pipeline/errors.ts";
import type { OwnPicture } from "../pipeline/picture-wishes.ts";
import { artistOf } from "./parts.ts";
import type { MangaContext } from "./tools.ts";

/**
 * Draws a picture, and once more with the next seed if the result is unusable. `label` names the picture in notices. Writes the artist's
 * notices about replaced words to the timeline. Throws `RetryableError` if the second result is unusable too.
 */
export async function drawArtwork(
  context: MangaContext,
  wanted: DrawRequest,
  label: string,
): Promise<Artwork> {
  const { artwork, record } = await draw(context, wanted, label);
  record();
  return artwork;
}

/**
 * Draws one picture for each of `requests` at once, and takes the one at `pick`: its request and maker are recorded. Reports the pictures
 * as they are finished. None is made in a batch, because a person waits for them. Throws as `drawArtwork`.
 */
export async function drawToChoose(
  context: MangaContext,
  requests: readonly DrawRequest[],
  { pick, label }: { pick: number; label: string },
): Promise<Artwork> {
  const made: string[] = [];
  const one = { ...context, progress: undefined, batch: undefined };
  const drawn = await Promise.all(
    requests.map(async (request, index) => {
      const picture = await draw(one, request, `${label}, take ${index + 1}`);
      made.push(picture.artwork.image);
      context.progress?.(made.length, requests.length, made);
      return picture;
    }),
  );
  const picked = drawn[pick];
  if (picked === undefined) throw new RangeError(`there is no picture ${pick + 1} of ${requests.length}`);
  picked.record();
  return { ...picked.artwork, takes: drawn.map(({ artwork }) => artwork.image) };
}

interface DrawnArtwork {
  artwork: Artwork;
  /** Records the request that a model got, and the maker, as those of the step's result. */
  record(): void;
}

async function draw(context: MangaContext, wanted: DrawRequest, label: string): Promise<DrawnArtwork> {
  const request: DrawRequest = context.params.tier === "draft" ? { ...wanted, draft: true } : wanted;
  const artist = await artistOf(context);
  const storeScreen = screenStore(context);
  let fault: string | undefined;
  for (const seed of [request.seed, request.seed + 1]) {
    const drawn = await artist.draw({ ...request, seed }, context, {
      label,
      paint: (drawing) => paintForScreen(context, drawing),
      onDrawn(made) {
        // Started here to run while the result is cached. Errors are ignored here, because the image is stored again, with error handling,
        // where it is needed.
        if (faultOf(made) === undefined) storeScreen(made.content).catch(() => {});
      },
    });
    fault = faultOf(drawn);
    if (fault !== undefined) continue;
    for (const notice of drawn.notices ?? []) context.note(notice);
    const [image, keep] = await Promise.all([storeScreen(drawn.content), keepOf(drawn, request, context)]);
    return {
      artwork: artworkOf(drawn, request, { image, keep }),
      record() {
        if (drawn.by !== undefined) context.madeBy(drawn.by);
        recordRequest(context, drawn);
      },
    };
  }
  throw new RetryableError(`${artist.id} returned an unusable picture twice: ${fault}`);
}

/** Uses an uploaded picture instead of drawing one: no model call, no cost. `size` in units. */
export function ownArtwork(
  { blob, contentType }: OwnPicture,
  size: Pick<Artwork, "width" | "height">,
): Artwork {
  return { ...size, content: { kind: "image", blob, contentType }, faces: [], keep: [], image: blob };
}

/** Records the request that a model got, with its stored reference pictures. */
function recordRequest(context: MangaContext, { asked }: Drawn): void {
  if (asked === undefined) return;
  const { sent, ...rest } = asked;
  const references = sent.flatMap(({ role, from }) => (from === undefined ? [] : [{ role, ...from }]));
  context.asked({ ...rest, references });
}

/** Stores the screen-size images, each once. */
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

/**
 * Areas to keep clear of words: those of the artist, else the image's most detailed areas. Only for panels, because only they have words.
 */
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
