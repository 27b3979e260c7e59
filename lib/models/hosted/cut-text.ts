// Shortens a text at a good place.

/** At most `most` UTF-16 units, cut at the end of a sentence or a word if there is one in the second half. */
export function cutText(text: string, most: number): string {
  const cut = text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
  if (cut === text) return text;
  const endings = [/^.*[。．.!?！？」』”"]/s, /^.*(?=\s)/s].map((ending) => ending.exec(cut)?.[0] ?? "");
  return endings.find((ending) => ending.length > most / 2) ?? cut;
}
