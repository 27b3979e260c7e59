// Names of typefaces: those of the shipped fonts, and those of fonts that a person supplies.

/** `own-` and the sha-256 of the file, in hex: the same name is always the same font. */
export type OwnFontName = `own-${string}`;
/** Files by name. */
export type OwnFonts = ReadonlyMap<OwnFontName, Uint8Array>;

export const NO_FONTS: OwnFonts = new Map();

export const isOwnFont = (name: string): name is OwnFontName => name.startsWith("own-");

/** Font files by the names that the lettering uses. */
export const FONT_FILES = {
  gothic: "NotoSansJP_700Bold.ttf",
  antique: "ShipporiAntique_400Regular.ttf",
  comic: "ComicNeue_700Bold.ttf",
  comicItalic: "ComicNeue_700Bold_Italic.ttf",
  reggae: "ReggaeOne_400Regular.ttf",
  dela: "DelaGothicOne_400Regular.ttf",
  rocknroll: "RocknRollOne_400Regular.ttf",
  bangers: "Bangers_400Regular.ttf",
  emoji: "NotoEmoji_500Medium.ttf",
} as const;

export type FontName = keyof typeof FONT_FILES;
/** Of a shipped font, or of one that a person supplied (`own-font.ts`). */
export type FaceName = FontName | OwnFontName;
