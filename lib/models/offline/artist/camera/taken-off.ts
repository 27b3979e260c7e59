// What somebody has in a hand is not on their head as well: glasses that are wiped, a cap that is turned in the hands.
import type { Prop } from "../closed/staging.ts";
import { type Figure, inHandsOf } from "../closed/storyboard.ts";
import type { Design } from "./design.ts";

type Hat = Design["clothes"]["hat"];

/** The things that each hat is in a hand. */
const HATS: Readonly<Partial<Record<Hat, readonly Prop[]>>> = {
  cap: ["cap", "hat"],
  hat: ["hat", "sedge-hat"],
  "straw-hat": ["straw-hat", "hat"],
  helmet: ["helmet"],
};

/** Somebody as they look with what they hold in the picture. */
export function takenOff(design: Design, figures: readonly Figure[]): Design {
  const held = figures.filter(({ character }) => character === design.id).flatMap(inHandsOf);
  const { glasses, clothes } = design;
  const bare = HATS[clothes.hat]?.some((hat) => held.includes(hat));
  const eyes = glasses && held.includes("glasses");
  if (!bare && !eyes) return design;
  return { ...design, glasses: glasses && !eyes, clothes: bare ? { ...clothes, hat: "none" } : clothes };
}
