// Whether a book consists of strips of four panels (4-koma, 四コマ), and the titles of its strips.
import type { Story } from "../manga/story.ts";
import { lengthOf } from "../manga/text-length.ts";

/** The part of a brief that concerns strips. */
interface Wish {
  style: string;
  genre?: string | undefined;
  pages?: number | undefined;
}

/** The genre of a book of strips. Briefs and people who approve a concept may spell it differently (`NAMES`). */
export const STRIP_GENRE = { ja: "4コマ", en: "4-koma" } as const;
const NAMES: readonly string[] =
  "yonkoma|yon-koma|4コマ|４コマ|四コマ|4こま|4-koma|4koma|4 koma|four-panel|four panel|4-panel|4 panel".split(
    "|",
  );

export const isStripGenre = (genre: string | undefined): boolean =>
  genre !== undefined && NAMES.some((name) => genre.toLowerCase().includes(name));

/** Maximum length of a story that becomes a strip without being asked for: characters in Japanese, words in English. */
const SHORT = { ja: 220, en: 110 } as const;

/** Whether the book consists of strips: asked for by style or genre, or a short joke that ends on a line. */
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

/** Titles of strips: the book's title for the first, a chapter's for the strip that it begins, numbers for the others. */
export const stripTitles =
  ({ units, language }: Story, title: string) =>
  (at: number, own: readonly string[]): string => {
    if (at === 0) return title;
    const heading = units.find(({ id, kind }) => kind === "heading" && own.includes(id));
    return heading?.text ?? (language === "ja" ? `${title} その${at + 1}` : `${title} (${at + 1})`);
  };
