// Stores a composed page or cover with what made it in its metadata.
import { withXmp } from "../manga/embed-xmp.ts";
import { xmpOf } from "../manga/xmp.ts";
import type { MangaContext } from "./tools.ts";

/** Gives the hash. The packet says what the step's own input says: the models and the tier, not who drew a part of it. */
export function storeMarked(
  { bytes, contentType }: { bytes: Uint8Array; contentType: string },
  { params, putBlob }: Pick<MangaContext, "params" | "putBlob">,
): Promise<string> {
  const { language, models } = params;
  return putBlob(withXmp(bytes, xmpOf({ language, models })), contentType);
}
