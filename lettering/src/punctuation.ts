// Balloons without 。 and 、, as manga sets them: where a sentence or a clause ends, a line does, or there is a space.
import type { Word } from "./page.ts";

const STOPS = new Set([..."。、｡､"]);

/** After these nothing has to be parted, and before them neither. */
const NEEDS_NO_SPACE = /[\s。、｡､」』）】〕〉》｣)？！?!…‥―─—]/u;

/** A Japanese word without stops and commas; its ruby keeps to its letters. A text of nothing else stays as it is. */
export function withoutStops(word: Word): Word {
  const letters = [...word.text];
  let text = "";
  /** For each offset of the old text the same place in the new one. */
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
