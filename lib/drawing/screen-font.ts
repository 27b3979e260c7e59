// The one typeface that is set by the canvas itself: page numbers, credits and roughs. Lettering has fonts and shaping of its own.
import { GlobalFonts, type SKRSContext2D } from "@napi-rs/canvas";
import { fontFile } from "./font-file.ts";

const FAMILY = "Mekuri Screen";
const SCREEN_FONT_PATH = fontFile("NotoSansJP_700Bold.ttf");

let isRegistered = false;

/** A CSS font of this size in the canvas's units. Throws where the font's file is missing. */
export function screenFont(size: number): string {
  // Asked for every panel; the canvas's own answer is a search through all fonts of the machine.
  isRegistered ||= GlobalFonts.registerFromPath(SCREEN_FONT_PATH, FAMILY) !== null;
  if (!isRegistered) {
    throw new Error(`the font ${SCREEN_FONT_PATH} is missing or broken`);
  }
  return `${size}px "${FAMILY}"`;
}

/** Chooses the font for a line that has only so much room: smaller where it would be longer, since letters are never squeezed. */
export function fitScreenFont(
  ctx: SKRSContext2D,
  text: string,
  { size, widest }: { size: number; widest: number },
): void {
  ctx.font = screenFont(size);
  const { width } = ctx.measureText(text);
  if (width > widest) ctx.font = screenFont((size * widest) / width);
}
