// Where the reader keeps place and bookmarks of a book in this browser (`reader/src/reading-state.ts`), and where the studio's earlier one did.

const earlier = (sessionId: string) => [`mekuri.place.${sessionId}`, `mekuri.shifted.${sessionId}`];

/** The number of the page at which the earlier reader left the book, once: the reader keeps the place from then on. */
export function takeEarlierPlace(sessionId: string): string | null {
  const [place = ""] = earlier(sessionId);
  const number = localStorage.getItem(place);
  for (const key of [...earlier(sessionId), "mekuri.mode"]) localStorage.removeItem(key);
  return number;
}

/** Of a book that is deleted. */
export function forgetPlace(sessionId: string): void {
  for (const key of [...earlier(sessionId), `mekuri-reader:${sessionId}`]) localStorage.removeItem(key);
}
