// What is asked again and again while a book is staged and drawn is answered once: the last answers are remembered.

/** Gives the answer that it remembers by this key, or finds it; so many are kept, those that were found last. */
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
