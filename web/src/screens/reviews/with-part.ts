// Merges a partial change into a value. Undefined members are removed, because in the book's schema an absent field means "not stated".

export type Part<Whole> = { [Name in keyof Whole]?: Whole[Name] | undefined };

export function withPart<Whole extends object>(whole: Whole, part: Part<Whole>): Whole {
  const merged = { ...whole, ...part };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as Whole;
}

/** Undefined for an empty list, because the schema has no empty ones. */
export const orNone = (words: string[]): string[] | undefined => (words.length === 0 ? undefined : words);
