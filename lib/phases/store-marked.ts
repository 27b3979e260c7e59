// Stores a composed page or cover with what made it in its metadata.
import { withXmp } from "../manga/embed-xmp.ts";
import { xmpOf } from "../manga/xmp.ts";
import { type DrawnStep, pictureProvenance } from "./made-by.ts";
import type { MangaContext } from "./tools.ts";

interface Image {
  bytes: Uint8Array;
  contentType: string;
  /** The panels that are seen on it. */
  shows: readonly DrawnStep[];
}

/** Gives the hash. The packet names who drew these panels, at which tier, and what a person gave for them. */
export async function storeMarked(
  { bytes, contentType, shows }: Image,
  context: MangaContext,
): Promise<string> {
  const packet = xmpOf(await pictureProvenance(shows, context));
  return context.putBlob(withXmp(bytes, packet), contentType);
}
