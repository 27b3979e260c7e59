// Removes 。 and 、 from balloons, as manga usually does: a line break or a space takes their place.
import type { Word } from "./page.ts";

const STOPS = new Set([..."。、｡､"]);

/** After these characters, and before them, no space is needed. */
const NEEDS_NO_SPACE = /[\s。、｡､」』）】〕〉》｣)？！?!…‥―─—]/u;

/** A Japanese word without stops and commas; its ruby stays on its letters. A text of stops and commas alone is not changed. */
export function withoutStops(word: Word): Word {
  const letters = [...word.text];
  let text = "";
  /** For each offset of the old text, the offset in the new one. */
  const moved: number[] = [];
  for (const [index, letter] of letters.entries()) {
    const at = text.length;
    for (let unit = 0; unit < letter.length; unit++) moved.push(at + unit);
    if (!STOPS.has(letter)) text += letter;
    else if (parts(text, letters[index + 1])) text += "　";
  }
  if (text.trim() === "") return word;
  moved.push(text.length);
  const ruby = word.ruby.map((r) => {
    const at = moved[r.at] ?? text.length;
    return { ...r, at, length: (moved[r.at + r.length] ?? text.length) - at };
  });
  return { ...word, text, ruby };
}

function parts(before: string, next: string | undefined): boolean {
  return before !== "" && !/\s$/u.test(before) && next !== undefined && !NEEDS_NO_SPACE.test(next);
}
