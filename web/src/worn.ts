// Reads and changes parts of a person's look that the book keeps inside lists and phrases: hair colour, hat, glasses.
import type { Character, Outfit } from "./documents.ts";

/** A piece of an outfit that is worn on the head, by the last word of its name. */
const HEADWEAR =
  /(?:^|[\s-])(?:hats?|caps?|helmets?|hoods?|headbands?|berets?|crowns?|bonnets?|turbans?|veils?)$|(?:帽子?|帽|兜|ヘルメット|フード|頭巾|鉢巻|笠|ベレー|冠)$/iu;
const GLASSES = /\b(?:(?:eye|sun)?glasses|spectacles|monocle)\b|眼鏡|めがね|メガネ|サングラス/iu;
const COLOUR =
  /\b(?:black|dark|mid|light|white|grey|gray|silver|blonde?|fair|brown|chestnut|red|auburn|ginger|pink|blue|green|purple|orange|golden)\b|[黒白茶金銀灰赤青緑紫橙]|濃|淡|ピンク/iu;
const ONLY_COLOUR = new RegExp(`^(?:${COLOUR.source})い?$`, "iu");

/** Maximum number of characters of a phrase in the book's schema. */
const MOST_LETTERS = 120;

export const isHeadwear = (piece: string): boolean => HEADWEAR.test(piece.trim());
export const isGlasses = (piece: string): boolean => GLASSES.test(piece);

interface Hair {
  style: string | undefined;
  colour: string | undefined;
}

/**
 * `bob, dark`: of several parts, the last one that names a colour is the colour; so is a single part that is nothing else. `own`: the
 * colour that the user typed.
 */
export function hairOf(hair: string | undefined, own?: string): Hair {
  if (own !== undefined && hair === own) return { style: undefined, colour: own };
  if (own !== undefined && hair?.endsWith(`, ${own}`) === true) {
    return { style: hair.slice(0, -own.length - 2), colour: own };
  }
  const parts = hair?.split(", ") ?? [];
  const at = parts.findLastIndex((part, index) => (index > 0 ? COLOUR : ONLY_COLOUR).test(part));
  return {
    style: parts.filter((_, index) => index !== at).join(", ") || undefined,
    colour: parts[at],
  };
}

export const hairWith = ({ style, colour }: Hair): string | undefined =>
  [style, colour]
    .filter((part) => part !== undefined && part !== "")
    .join(", ")
    .slice(0, MOST_LETTERS) || undefined;

/** An outfit's pieces, without those that have their own field. */
export const shownPieces = (worn: readonly string[], hat: string | undefined): string[] =>
  worn.filter((piece) => piece !== hat && !isGlasses(piece));

/** The outfit with other shown pieces; those with a field of their own keep their places. */
export function withPieces(outfit: Outfit, pieces: readonly string[], hat: string | undefined): Outfit {
  const worn = [...pieces];
  for (const [at, piece] of outfit.worn.entries()) {
    if (piece === hat || isGlasses(piece)) worn.splice(Math.min(at, worn.length), 0, piece);
  }
  return { ...outfit, worn };
}

/** The outfit with another hat in the place of this one; undefined: without one. */
export function withHat(outfit: Outfit, hat: string | undefined, next: string | undefined): Outfit {
  const at = hat === undefined ? -1 : outfit.worn.indexOf(hat);
  const others = outfit.worn.filter((_, index) => index !== at);
  if (next === undefined) return { ...outfit, worn: others };
  return { ...outfit, worn: at < 0 ? [...others, next] : outfit.worn.with(at, next) };
}

type Worn = Pick<Character, "accessories" | "outfits">;

/** Together with other worn things. */
export const hasGlasses = ({ accessories, outfits }: Worn): boolean =>
  accessories.some(isGlasses) || outfits[0]?.worn.some(isGlasses) === true;

export function withGlasses({ accessories, outfits }: Worn, isOn: boolean): Worn {
  if (isOn) return { accessories: [...accessories, "glasses"], outfits };
  return {
    accessories: accessories.filter((piece) => !isGlasses(piece)),
    outfits: outfits.map((one) => ({ ...one, worn: one.worn.filter((piece) => !isGlasses(piece)) })),
  };
}
