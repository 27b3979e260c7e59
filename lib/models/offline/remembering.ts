// A cache for questions that recur while a book is staged and drawn. It keeps the last answers.

/** Returns the cached answer of a key, or computes it with `find`. Keeps the `most` answers that were computed last. */
export function remembering<T>(most: number): (key: string, find: () => T) => T {
  const known = new Map<string, { answer: T }>();
  return (key, find) => {
    const before = known.get(key);
    if (before) return before.answer;
    const answer = find();
    known.set(key, { answer });
    if (known.size > most) known.delete(known.keys().next().value ?? "");
    return answer;
  };
}
