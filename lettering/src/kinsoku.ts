// Where Japanese lines may not break (kinsoku shori: JLReq 3.1.7 to 3.1.10, JIS X 4051), as sets of characters.

/** Closing brackets, stops, commas, marks and small kana: no line starts with one of these. */
const NOT_AT_START = new Set([
  ..."、。，．,.・：；:;？！?!‼⁇⁈⁉…‥",
  ..."」』）】〕〉》〙〗｣)]}｝］＞〟’”»",
  ..."々〻ゝゞヽヾー",
  ..."ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯｰ",
  ..."゛゜〜～%％℃",
]);

/** Opening brackets: no line ends with one of these. */
const NOT_AT_END = new Set([..."「『（【〔〈《〘〖｢([{｛［＜〝‘“«¥￥"]);

/** Characters of which a run stays on one line. */
const INSEPARABLE = new Set([..."…‥—―─━–〜～"]);

/** Characters that may hang below the line's end. */
const HANGING = new Set([..."、。，．"]);

export function mayStartLine(character: string): boolean {
  return !NOT_AT_START.has(first(character));
}

function mayEndLine(character: string): boolean {
  return !NOT_AT_END.has(last(character));
}

export function mayHang(character: string): boolean {
  return HANGING.has(character);
}

/** Whether a line may end after `before` and the next start with `after`. */
export function mayBreak(before: string, after: string): boolean {
  if (!mayStartLine(after) || !mayEndLine(before)) return false;
  return !(INSEPARABLE.has(last(before)) && last(before) === first(after));
}

/** Errors of kinsoku in lines; an empty list where there are none. A run of one character may be longer than a line. */
export function kinsokuErrors(lines: readonly string[]): string[] {
  const errors: string[] = [];
  for (const [i, line] of lines.entries()) {
    const runs = i > 0 && last(lines[i - 1] ?? "") === first(line);
    if (i > 0 && !mayStartLine(line) && !runs) errors.push(`line ${i + 1} starts with ${first(line)}`);
    if (i < lines.length - 1 && !mayEndLine(line)) errors.push(`line ${i + 1} ends with ${last(line)}`);
  }
  return errors;
}

function first(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

function last(text: string): string {
  return [...text].at(-1) ?? "";
}
