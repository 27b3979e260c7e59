// The characters of the studio's display font. It is a subset for the studio's texts; a missing letter comes from another font, in the
// middle of a heading. Read from its WOFF2 file: https://www.w3.org/TR/WOFF2/
import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import type { Page } from "playwright-core";

const FONT = new URL("../../../web/src/fonts/display.woff2", import.meta.url);
/** Sizes in bytes, and indices of the list of known tags. */
const HEADER = 48;
const CMAP = 0;
const GLYF = 10;
const LOCA = 11;
const OTHER_TAG = 63;

/** Code points. Throws if the file has no cmap of format 4. */
function readLetters(file: Buffer): ReadonlySet<number> {
  let at = HEADER;
  const number = () => {
    let value = 0;
    for (;;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  let [from, cmapAt] = [0, -1];
  for (let table = 0; table < file.readUInt16BE(12); table++) {
    const flags = file.readUInt8(at++);
    const [tag, version] = [flags & 63, flags >> 6];
    if (tag === OTHER_TAG) at += 4;
    let length = number();
    const isTransformed = tag === GLYF || tag === LOCA ? version !== 3 : version !== 0;
    if (isTransformed) length = number();
    if (tag === CMAP) cmapAt = from;
    from += length;
  }
  const tables = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(20)));
  const cmap = tables.subarray(cmapAt);
  for (let record = 0; record < cmap.readUInt16BE(2); record++) {
    const map = cmap.subarray(cmap.readUInt32BE(4 + record * 8 + 4));
    if (map.readUInt16BE(0) === 4) return lettersOf(map);
  }
  throw new Error("the display font has no cmap of format 4");
}

/** The characters in the segments of a cmap: https://learn.microsoft.com/typography/opentype/spec/cmap */
function lettersOf(map: Buffer): ReadonlySet<number> {
  const size = map.readUInt16BE(6);
  const letters = new Set<number>();
  for (let segment = 0; segment < size; segment += 2) {
    const [first, last] = [map.readUInt16BE(16 + size + segment), map.readUInt16BE(14 + segment)];
    for (let letter = first; letter <= last; letter++) letters.add(letter);
  }
  return letters;
}

const LETTERS = readLetters(readFileSync(FONT));

/** Runs in the page: the text in the display font. */
const DISPLAYED = `[...document.querySelectorAll("body *")]
  .filter((one) => getComputedStyle(one).fontFamily.startsWith('"Mekuri Display"'))
  .flatMap((one) => [...one.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent))`;

/** Characters of the page that the display font lacks, one sentence for each. */
export async function fallbackLettersOf(page: Page): Promise<string[]> {
  const texts = await page.evaluate<string[]>(DISPLAYED);
  return [...new Set(texts)].flatMap((text) => {
    const lacking = [...text].filter(
      (letter) => /\S/.test(letter) && !LETTERS.has(letter.codePointAt(0) ?? 0),
    );
    return lacking.length === 0 ? [] : [`the display font lacks “${lacking.join("")}” of “${text}”`];
  });
}
