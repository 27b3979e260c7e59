// The one typeface that is set by the canvas itself: page numbers, credits and roughs. Lettering has fonts and shaping of its own.
import { GlobalFonts } from "@napi-rs/canvas";
import { fontFile } from "./font-file.ts";

const FAMILY = "Mekuri Screen";
const SCREEN_FONT_PATH = fontFile("NotoSansJP_700Bold.ttf");

/** A CSS font of this size in the canvas's units. Throws where the font's file is missing. */
export function screenFont(size: number): string {
  if (!GlobalFonts.has(FAMILY) && GlobalFonts.registerFromPath(SCREEN_FONT_PATH, FAMILY) === null) {
    throw new Error(`the font ${SCREEN_FONT_PATH} is missing or broken`);
  }
  return `${size}px "${FAMILY}"`;
}
