// Decides which of the recognised lines are writing, and where they are. Hatching, cloth and windows look like text to a detector, but are
// recognised as nothing or with low certainty.
import type { Line } from "./read-line.ts";

/** A recognised line. */
export interface ReadLine extends Line {
  /** Its middle, as shares of the picture's width and height. */
  x: number;
  y: number;
}

/** Finds writing in an encoded picture. Throws where the picture does not decode. */
export type FindLetters = (picture: Uint8Array) => Promise<ReadLine[]>;

/** Chosen on the development half of `scripts/models/pictures`; `docs/proof/picture-checks.md` has the rates on the other half. */
const LEAST_CERTAINTY = 0.7;
const LEAST_CERTAINTY_OF_ONE = 0.95;

export function isWriting({ text, certainty }: Line): boolean {
  const count = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return count >= 2 ? certainty >= LEAST_CERTAINTY : count === 1 && certainty >= LEAST_CERTAINTY_OF_ONE;
}

/** Position in thirds of the picture: `upper left`, `middle`. */
export function placeOf({ x, y }: Pick<ReadLine, "x" | "y">): string {
  const third = (share: number, names: readonly [string, string, string]) =>
    names[share < 1 / 3 ? 0 : share < 2 / 3 ? 1 : 2];
  const words = [third(y, ["upper", "", "lower"]), third(x, ["left", "", "right"])];
  return words.filter((word) => word !== "").join(" ") || "middle";
}
