// The length of a text for its readers.

/** Words for a text in Latin script, characters for other scripts. */
export function lengthOf(text: string): number {
  return isSpaced(text) ? (text.match(/\S+/gu)?.length ?? 0) : text.length;
}

/** Called for every line many times, so it compares character codes: Latin letters up to U+024F. */
function isSpaced(text: string): boolean {
  let latin = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f))
      latin += 1;
  }
  return latin > text.length / 3;
}
