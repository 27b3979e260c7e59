// The languages and reading directions that a book can have.
import * as z from "zod";

export const LanguageSchema = z.enum(["ja", "en"]);
export type Language = z.infer<typeof LanguageSchema>;

/** The language that a book's story is told in: its own, unless it was lettered in another one since. */
export function storyLanguage(book: { language: Language; storyLanguage?: Language | undefined }): Language {
  return book.storyLanguage ?? book.language;
}

/** `rtl`: right-bound, read right to left; `ltr`: left-bound. */
export const DirectionSchema = z.enum(["rtl", "ltr"]);
export type Direction = z.infer<typeof DirectionSchema>;

/** The direction that a book's pages are laid out in: its own, unless it was turned to the other one since. */
export function layoutDirection(book: {
  direction: Direction;
  layoutDirection?: Direction | undefined;
}): Direction {
  return book.layoutDirection ?? book.direction;
}

/** Japanese books are bound on the right, English ones on the left, unless somebody says otherwise. */
export function defaultDirection(language: Language): Direction {
  return language === "ja" ? "rtl" : "ltr";
}
