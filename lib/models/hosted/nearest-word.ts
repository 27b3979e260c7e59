// Finds the option that a misspelt word means.

/**
 * Undefined where no option is near. Near means: equal letters, one contained in the other, or at most a third of the letters different.
 */
export function nearestWord(word: string, options: readonly string[]): string | undefined {
  const meant = lettersOf(word);
  if (meant === "") return undefined;
  const ranked = options
    .map((option) => ({ option, distance: distanceOf(meant, lettersOf(option)) }))
    .toSorted((a, b) => a.distance - b.distance);
  const [nearest] = ranked;
  return nearest !== undefined && nearest.distance <= 1 / 3 ? nearest.option : undefined;
}

const lettersOf = (word: string) =>
  word
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** Shorter words are contained in others by chance. */
const LEAST_WITHIN = 3;

/** 0 for equal words to 1 for nothing in common. */
function distanceOf(a: string, b: string): number {
  if (a === b) return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // Containment is nearer than any edit, and the nearer the more of the longer word is covered.
  if (short.length >= LEAST_WITHIN && long.includes(short)) return (1 - short.length / long.length) / 3;
  // A longer word is near to none of the options.
  if (long.length > 40) return 1;
  return editsBetween(a, b) / long.length;
}

/** Levenshtein distance. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(kept, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
