// Checks of fonts that people supply.

import { typographic } from "../../lettering/src/horizontal.ts";
import { missingCharacters, ownTypeface } from "../../lettering/src/own-font.ts";
import type { OwnFontId } from "../manga/hand-lettering.ts";
import type { PageBrief } from "./drafter.ts";

/** See `Drafter.missingIn`. English is set in capitals. */
export async function missingIn(
  text: string,
  { fonts = new Map(), language }: Pick<PageBrief, "fonts" | "language">,
): Promise<Map<OwnFontId, string[]>> {
  const shown = language === "en" ? typographic(text).toUpperCase() : text;
  return new Map(
    [...fonts.keys()].map((id) => {
      const face = ownTypeface(id, fonts);
      return [id, face === undefined ? [] : missingCharacters(shown, face)];
    }),
  );
}
