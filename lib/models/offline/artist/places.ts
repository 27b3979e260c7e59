// Which places have a roof, so that no rain falls in them.
import type { PlaceKind } from "../../../manga/staging.ts";

const INDOORS: ReadonlySet<PlaceKind> = new Set([
  "room",
  "kitchen",
  "classroom",
  "corridor",
  "office",
  "shop",
  "train",
  "stairs",
  "hospital",
  "cave",
  "space",
  "abstract",
]);

export const isIndoors = (kind: PlaceKind): boolean => INDOORS.has(kind);
