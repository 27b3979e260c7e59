// Fonts that a book's owner supplied: what is stored of them, and which of them a page uses. The files are stored with the session under
// their hashes.
import * as z from "zod";
import { type OwnFontId, OwnFontIdSchema } from "./hand-lettering.ts";
import { MOST_OWN_FONTS } from "./own-font-bounds.ts";
import type { Panel } from "./storyboard.ts";

export const OwnFontSchema = z.object({
  id: OwnFontIdSchema,
  /** Of its family, as the file names it; "" where it does not. */
  name: z.string().max(100),
  bytes: z.int().positive(),
  /** What the font's maker allows, by its file: all, documents that are edited, or documents that are shown and printed. */
  embedding: z.enum(["installable", "editable", "preview"]),
  licence: z.object({
    /** As the owner named it. */
    name: z.string().min(1).max(200),
    /** The sentence that the owner confirmed, and when. */
    statement: z.string().max(200),
    confirmedAt: z.iso.datetime(),
  }),
});
export type OwnFont = z.infer<typeof OwnFontSchema>;

export const OwnFontsSchema = z.array(OwnFontSchema).min(1).max(MOST_OWN_FONTS);

export const isOwnFontId = (font: string | undefined): font is OwnFontId => font?.startsWith("own-") === true;

/** The sha-256 of a font's file. */
export const hashOfFont = (id: OwnFontId): string => id.slice("own-".length);

/** Why a font file cannot be used. */
export type FontFault =
  | "too-large"
  | "compressed"
  | "collection"
  | "not-a-font"
  | "broken"
  | "no-outlines"
  | "no-letters"
  | "restricted"
  | "bitmaps-only";

/** What is read from a font file. */
export type ReadFont = Pick<OwnFont, "name" | "embedding"> | { fault: FontFault };

type Worded = Pick<Panel, "words">;

/** The own fonts in which texts and sounds are set. */
export function ownFontsIn(panels: readonly Worded[]): OwnFontId[] {
  const all = panels.flatMap(({ words }) => [...words.texts, ...words.sounds]);
  return [...new Set(all.map(({ set }) => set?.font).filter(isOwnFontId))];
}

/** The ids of the texts and sounds that are set in a font: `k2/w1`, `k2/s1`. */
export function linesInFont(panels: readonly (Worded & Pick<Panel, "id">)[], font: OwnFontId): string[] {
  return panels.flatMap(({ id, words }) => [
    ...words.texts.filter(({ set }) => set?.font === font).map((text) => `${id}/${text.id}`),
    ...words.sounds.flatMap(({ set }, index) => (set?.font === font ? [`${id}/s${index + 1}`] : [])),
  ]);
}
