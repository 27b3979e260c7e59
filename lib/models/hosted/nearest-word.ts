// Which of a few words another one is meant to be, by its letters.

/** Undefined where none is near: equal letters, one within the other, or at most a third of the letters different. */
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

/** Shorter words are in others by chance. */
const LEAST_WITHIN = 3;

/** From 0, equal, to 1, nothing in common. */
function distanceOf(a: string, b: string): number {
  if (a === b) return 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  // Below any change of letters, and the less so the more of the longer word it is.
  if (short.length >= LEAST_WITHIN && long.includes(short)) return (1 - short.length / long.length) / 3;
  // No longer word of an answer is anywhere near.
  if (long.length > 40) return 1;
  return editsBetween(a, b) / long.length;
}

/** Levenshtein's distance. */
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
