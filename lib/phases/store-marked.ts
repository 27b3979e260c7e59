// Stores a composed page or cover and its renditions, with provenance in their metadata.
import type { Raster } from "../drawing/drafter.ts";
import { withXmp } from "../manga/embed-xmp.ts";
import type { Rendition } from "../manga/rendition.ts";
import { xmpOf } from "../manga/xmp.ts";
import { type DrawnStep, pictureProvenance } from "./made-by.ts";
import type { MangaContext } from "./tools.ts";

interface Shown {
  /** The panels visible on it. */
  shows: readonly DrawnStep[];
}

interface Image extends Shown {
  bytes: Uint8Array;
  contentType: string;
}

export interface StoredPicture {
  /** sha-256 of the stored file. */
  image: string;
  widthPx: number;
  heightPx: number;
  renditions: Rendition[];
}

/** Stores the picture as composed, and as WebP for screens. Throws the errors of the drafter and the store. */
export async function storePicture(raster: Raster & Shown, context: MangaContext): Promise<StoredPicture> {
  const [image, renditions] = await Promise.all([
    storeMarked(raster, context),
    storeRenditions(raster, context),
  ]);
  return { image, widthPx: raster.widthPx, heightPx: raster.heightPx, renditions };
}

/** Stores renditions of a picture that is stored already. Throws as `storePicture` does. */
export async function storeRenditions(
  { bytes, shows }: { bytes: Uint8Array } & Shown,
  context: MangaContext,
): Promise<Rendition[]> {
  const drafter = await context.tools.drafter(context.signal);
  const rasters = await drafter.renditions(bytes);
  return Promise.all(
    rasters.map(async (raster) => ({
      image: await storeMarked({ ...raster, shows }, context),
      ...{ widthPx: raster.widthPx, heightPx: raster.heightPx },
    })),
  );
}

/**
 * Stores an image with its provenance and gives its hash. The XMP packet names the artists, tiers and uploaded pictures of these panels.
 */
export async function storeMarked(
  { bytes, contentType, shows }: Image,
  context: MangaContext,
): Promise<string> {
  const packet = xmpOf(await pictureProvenance(shows, context));
  return context.putBlob(withXmp(bytes, packet), contentType);
}
