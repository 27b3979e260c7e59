// Stores a composed page or cover, and its renditions, with what made it in their metadata.
import type { Raster } from "../drawing/drafter.ts";
import { withXmp } from "../manga/embed-xmp.ts";
import type { Provenance } from "../manga/provenance.ts";
import type { Rendition } from "../manga/rendition.ts";
import { xmpOf } from "../manga/xmp.ts";
import type { MangaContext } from "./tools.ts";

interface Marking extends Pick<MangaContext, "putBlob"> {
  params: Pick<Provenance, "language" | "models" | "tier">;
}

export interface StoredPicture {
  /** sha-256. */
  image: string;
  widthPx: number;
  heightPx: number;
  renditions: Rendition[];
}

/** Stores the picture as it was composed and as WebP for screens. Throws what the drafter and the store throw. */
export async function storePicture(raster: Raster, context: MangaContext): Promise<StoredPicture> {
  const [image, renditions] = await Promise.all([
    storeMarked(raster, context),
    storeRenditions(raster.bytes, context),
  ]);
  return { image, widthPx: raster.widthPx, heightPx: raster.heightPx, renditions };
}

/** Of a picture that is stored already. Throws as `storePicture` does. */
export async function storeRenditions(image: Uint8Array, context: MangaContext): Promise<Rendition[]> {
  const drafter = await context.tools.drafter(context.signal);
  const rasters = await drafter.renditions(image);
  return Promise.all(
    rasters.map(async (raster) => ({
      image: await storeMarked(raster, context),
      ...{ widthPx: raster.widthPx, heightPx: raster.heightPx },
    })),
  );
}

/** Gives the hash. The packet says what the session's parameters say: the models and the tier, not who drew a part of it. */
function storeMarked(
  { bytes, contentType }: { bytes: Uint8Array; contentType: string },
  { params: { language, models, tier }, putBlob }: Marking,
): Promise<string> {
  return putBlob(withXmp(bytes, xmpOf({ language, models, tier })), contentType);
}
