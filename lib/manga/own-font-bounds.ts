// Bounds of the fonts that a book's owner supplies. Without schemas, so that browsers load little.

/** Own fonts of a book. */
export const MOST_OWN_FONTS = 4;
/** What the owner of a book confirms for each font. */
export const FONT_STATEMENT = "I may use this font in this book.";
