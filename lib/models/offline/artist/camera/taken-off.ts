// What somebody has in a hand is not on their head as well: glasses that are wiped, a cap that is turned in the hands.
import { type Figure, inHandsOf } from "../closed/storyboard.ts";
import { HATS } from "../figures/head/head.ts";
import type { Design } from "./design.ts";

/** Somebody as they look with what they hold in the picture. */
export function takenOff(design: Design, figures: readonly Figure[]): Design {
  const held = figures.filter(({ character }) => character === design.id).flatMap(inHandsOf);
  const { glasses, clothes } = design;
  const bare = HATS[clothes.hat].taken.some((hat) => held.includes(hat));
  const eyes = glasses && held.includes("glasses");
  if (!bare && !eyes) return design;
  return { ...design, glasses: glasses && !eyes, clothes: bare ? { ...clothes, hat: "none" } : clothes };
}
