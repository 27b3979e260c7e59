// Stores a composed page or cover with what made it in its metadata.
import { withXmp } from "../manga/embed-xmp.ts";
import type { Provenance } from "../manga/provenance.ts";
import { xmpOf } from "../manga/xmp.ts";
import type { MangaContext } from "./tools.ts";

interface Marking extends Pick<MangaContext, "putBlob"> {
  params: Pick<Provenance, "language" | "models" | "tier">;
}

/** Gives the hash. The packet says what the session's parameters say: the models and the tier, not who drew a part of it. */
export function storeMarked(
  { bytes, contentType }: { bytes: Uint8Array; contentType: string },
  { params: { language, models, tier }, putBlob }: Marking,
): Promise<string> {
  return putBlob(withXmp(bytes, xmpOf({ language, models, tier })), contentType);
}
