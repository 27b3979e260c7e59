// The languages and reading directions of books.
import * as z from "zod";

export const LanguageSchema = z.enum(["ja", "en"]);
export type Language = z.infer<typeof LanguageSchema>;

/** The language of a book's story: its own, unless the book was lettered in another language later. */
export function storyLanguage(book: { language: Language; storyLanguage?: Language | undefined }): Language {
  return book.storyLanguage ?? book.language;
}

/** `rtl`: right-bound, read right to left; `ltr`: left-bound. */
export const DirectionSchema = z.enum(["rtl", "ltr"]);
export type Direction = z.infer<typeof DirectionSchema>;

/** The direction in which a book's pages were laid out: its own, unless it was mirrored later. */
export function layoutDirection(book: {
  direction: Direction;
  layoutDirection?: Direction | undefined;
}): Direction {
  return book.layoutDirection ?? book.direction;
}

/** Default binding: Japanese books on the right, English ones on the left. */
export function defaultDirection(language: Language): Direction {
  return language === "ja" ? "rtl" : "ltr";
}
