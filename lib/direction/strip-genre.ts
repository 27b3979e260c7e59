// Whether a book is told in strips of four panels (4-koma, 四コマ), and what its strips are called.
import type { Story } from "../manga/story.ts";
import { lengthOf } from "../manga/text-length.ts";

/** What a person asks for. */
interface Wish {
  style: string;
  genre?: string | undefined;
  pages?: number | undefined;
}

/** The genre of a book of strips; a brief, or a person at the gate, may write it in other ways. */
export const STRIP_GENRE = { ja: "4コマ", en: "4-koma" } as const;
const NAMES: readonly string[] =
  "yonkoma|yon-koma|4コマ|４コマ|四コマ|4こま|4-koma|4koma|4 koma|four-panel|four panel|4-panel|4 panel".split(
    "|",
  );

export const isStripGenre = (genre: string | undefined): boolean =>
  genre !== undefined && NAMES.some((name) => genre.toLowerCase().includes(name));

/** Longest story that is told as a strip unasked: characters of Japanese, words of English. */
const SHORT = { ja: 220, en: 110 } as const;

/** Whether the book is made of strips: asked for by style or genre, or a short joke that ends on its last words. */
export function wantsStrips(story: Story, wish: Wish, isComic: boolean): boolean {
  if (wish.style === "yonkoma" || isStripGenre(wish.genre)) return true;
  if (wish.genre !== undefined || (wish.pages ?? 1) > 1) return false;
  if (story.units.some(({ kind, text }) => kind === "heading" && isStripGenre(text))) return true;
  const told = story.units.filter(({ kind }) => kind !== "heading");
  const length = told.reduce((sum, { text }) => sum + lengthOf(text), 0);
  const spoken = told.filter(({ kind }) => kind === "speech").length;
  const endsSpoken = told.slice(-2).some(({ kind }) => kind === "speech");
  return isComic && length <= SHORT[story.language] && spoken >= 2 && told.length >= 4 && endsSpoken;
}

/** The book's title over the first strip, a chapter's over the one that it begins, and numbers over the others. */
export const stripTitles =
  ({ units, language }: Story, title: string) =>
  (at: number, own: readonly string[]): string => {
    if (at === 0) return title;
    const heading = units.find(({ id, kind }) => kind === "heading" && own.includes(id));
    return heading?.text ?? (language === "ja" ? `${title} その${at + 1}` : `${title} (${at + 1})`);
  };
