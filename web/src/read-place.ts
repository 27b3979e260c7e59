// Storage keys of a book's place and bookmarks: the reader's (`reader/src/reading-state.ts`), and those of the studio's earlier reader.

const earlier = (sessionId: string) => [`mekuri.place.${sessionId}`, `mekuri.shifted.${sessionId}`];

/** The page that the earlier reader stored. Read once, because the reader stores the place from then on. */
export function takeEarlierPlace(sessionId: string): string | null {
  const [place = ""] = earlier(sessionId);
  const number = localStorage.getItem(place);
  for (const key of [...earlier(sessionId), "mekuri.mode"]) localStorage.removeItem(key);
  return number;
}

/** For a deleted book. */
export function forgetPlace(sessionId: string): void {
  for (const key of [...earlier(sessionId), `mekuri-reader:${sessionId}`]) localStorage.removeItem(key);
}
