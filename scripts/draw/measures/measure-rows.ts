// Parses a measure table (`assets/measures/NAME.tsv`) for the offline artist. docs/develop/measures.md describes the cells.

type Value = string | number | boolean | Value[] | { [field: string]: Value };
export type Measures = { name: string; [field: string]: Value };

/** The rows in order. Throws `RangeError` with the invalid line. */
export function measuresIn(text: string): Measures[] {
  const lines = text.replace(/\n$/, "").split("\n");
  const head = lines.findIndex((line) => !line.startsWith("//"));
  const columns = (lines[head] ?? "").split("\t");
  if (columns[0] !== "name") throw new RangeError("the first column must be name");
  if (new Set(columns).size < columns.length) throw new RangeError("a column is listed twice");
  return lines.slice(head + 1).map((line, index) => {
    const cells = line.split("\t");
    try {
      if (cells.length !== columns.length) throw new RangeError(`a row must have ${columns.length} cells`);
      return rowOf(columns, cells);
    } catch (error) {
      const reason = error instanceof Error ? error.message : error;
      throw new RangeError(`line ${head + index + 2}: ${reason}`, { cause: error });
    }
  });
}

function rowOf([, ...columns]: readonly string[], [name = "", ...cells]: readonly string[]): Measures {
  const row: Measures = { name: wordOf(name) };
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? "";
    if (cell === "") continue;
    const [, path = "", kind] = /^([\w.]+)(\[\]|:limb)?$/.exec(column) ?? [];
    if (path === "") throw new RangeError(`a column must be a name, a name[] or a name:limb, not ${column}`);
    const fields = path.split(".");
    const last = fields.pop() ?? "";
    let into: { [field: string]: Value } = row;
    for (const field of fields) {
      const inner = into[field] ?? {};
      if (typeof inner !== "object" || Array.isArray(inner))
        throw new RangeError(`${field} has a value, so it cannot have fields`);
      into[field] = inner;
      into = inner;
    }
    into[last] = kind === "[]" ? listOf(cell) : kind === ":limb" ? limbOf(cell) : itemOf(cell);
  }
  return row;
}

/** An empty list is `-`. */
const listOf = (cell: string): Value[] => (cell === "-" ? [] : cell.split(" ").map(itemOf));

/**
 * A limb: elevation and azimuth of the upper and the lower part in degrees; or the name of the place on the own body that the hand touches;
 * or the position and the direction of the hand.
 */
function limbOf(cell: string): Value {
  const bent = { upper: [30, 30], lower: [90, 0] };
  if (cell.includes(",")) {
    const [p, way, more] = cell.split(" ").map(itemOf);
    if (!Array.isArray(p) || typeof way !== "number" || more !== undefined)
      throw new RangeError(`a hand must be a point and an angle in degrees, not ${cell}`);
    return { ...bent, at: { p, way } };
  }
  if (/^[a-z]/.test(cell)) return { ...bent, touch: wordOf(cell) };
  const [a, b, c, d, more] = cell.split(" ").map(numberOf);
  if (a === undefined || b === undefined || c === undefined || d === undefined || more !== undefined)
    throw new RangeError(`a limb must be four angles or a word, not ${cell}`);
  return { upper: [a, b], lower: [c, d] };
}

/** A number, a word, a colour (`#ffe08a`), a point (`x,y`, or `x,y!` for a corner), `true` or `false`. */
function itemOf(text: string): Value {
  if (text === "true" || text === "false") return text === "true";
  if (/^[a-z]/i.test(text)) return wordOf(text);
  if (text.startsWith("#")) return colourOf(text);
  if (!text.includes(",")) return numberOf(text);
  const [x, y, more] = text.replace(/!$/, "").split(",").map(numberOf);
  if (x === undefined || y === undefined || more !== undefined)
    throw new RangeError(`a point must be x,y, or x,y! for a corner, not ${text}`);
  return text.endsWith("!") ? [x, y, 1] : [x, y];
}

function wordOf(text: string): string {
  if (!/^[a-z][\w-]*$/i.test(text))
    throw new RangeError(`a word may have letters, digits and hyphens, not ${text}`);
  return text;
}

/** The red, green and blue of a colour, each from 0 to 255. */
function colourOf(text: string): number[] {
  if (!/^#[0-9a-f]{6}$/.test(text)) throw new RangeError(`a colour must be like #ffe08a, not ${text}`);
  return [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
}

function numberOf(text: string): number {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) throw new RangeError(`expected a number, not ${text}`);
  return Number(text);
}
