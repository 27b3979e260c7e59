// Finds the units of a story in the text that they were cut from. Pure functions.

export interface UnitSpan {
  id: string;
  /** UTF-16 positions in the text; `end` is exclusive. */
  start: number;
  end: number;
}

/** White space, which may differ between the text and a unit at line ends. */
const SPACE = /\s/;

/** Maximum distance to the previous unit, in characters: between two units there are only marks, notes and readings. */
const REACH = 4_000;

/**
 * Spans in the order of the units. A unit whose letters are not literally in the text, for example because of inserted readings, is left
 * out; the search continues after the last found unit.
 */
export function unitSpans(text: string, units: readonly { id: string; text: string }[]): UnitSpan[] {
  const { letters, places } = withoutSpace(text);
  const spans: UnitSpan[] = [];
  let from = 0;
  for (const unit of units) {
    const wanted = withoutSpace(unit.text).letters;
    if (wanted === "") continue;
    const window = letters.slice(from, from + REACH + wanted.length);
    const at = window.indexOf(wanted);
    if (at < 0) continue;
    const [first, last] = [from + at, from + at + wanted.length - 1];
    spans.push({ id: unit.id, start: places[first] ?? 0, end: (places[last] ?? 0) + 1 });
    from = last + 1;
  }
  return spans;
}

function withoutSpace(text: string): { letters: string; places: number[] } {
  const places: number[] = [];
  let letters = "";
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (SPACE.test(letter)) continue;
    letters += letter;
    places.push(at);
  }
  return { letters, places };
}

export interface Passage {
  text: string;
  isMarked: boolean;
  start: number;
}

/** Splits the text at the marked units. Neighbours with only white space or marks between them are one passage. */
export function passagesOf(text: string, spans: readonly UnitSpan[], marked: ReadonlySet<string>): Passage[] {
  const passages: Passage[] = [];
  let at = 0;
  for (const { start, end } of spans.filter(({ id }) => marked.has(id))) {
    const last = passages.at(-1);
    const isNext = last?.isMarked === true && !/[\p{L}\p{N}]/u.test(text.slice(at, start));
    if (isNext) last.text += text.slice(at, end);
    else {
      if (start > at) passages.push({ text: text.slice(at, start), isMarked: false, start: at });
      passages.push({ text: text.slice(start, end), isMarked: true, start });
    }
    at = end;
  }
  if (at < text.length) passages.push({ text: text.slice(at), isMarked: false, start: at });
  return passages;
}
