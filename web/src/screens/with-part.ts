// A part of a document put on it. What is undefined is taken away: the book's schema tells nothing by absence alone.

export type Part<Whole> = { [Name in keyof Whole]?: Whole[Name] | undefined };

export function withPart<Whole extends object>(whole: Whole, part: Part<Whole>): Whole {
  const merged = { ...whole, ...part };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as Whole;
}

/** A list that tells nothing where it is empty. */
export const orNone = (words: string[]): string[] | undefined => (words.length === 0 ? undefined : words);
