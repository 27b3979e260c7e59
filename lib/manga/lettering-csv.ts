// Reads `lettering.csv` after editing in a spreadsheet or an editor (RFC 4180). Errors name line and column.
import { restoredCell } from "./formula-cells.ts";
import { SoundSchema } from "./plot.ts";

/** `line` counts from 1, as editors do; `column` is a header's name, or empty where the error concerns the whole line. */
export class CsvError extends Error {
  override readonly name = "CsvError";
  readonly line: number;
  readonly column: string;
  constructor(line: number, column: string, problem: string) {
    super(`line ${line}${column === "" ? "" : `, column ${column}`}: ${problem}`);
    this.line = line;
    this.column = column;
  }
}

/** One row of the file. */
export interface CsvLine {
  /** First line of the row in the file. */
  line: number;
  page: number;
  panel: string;
  /** `w1`, or `s1` for a sound. */
  balloon: string;
  /** Ruby is written as in stories: `｜漢字《かな》`. */
  text: string;
}

const REQUIRED_COLUMNS = ["page", "panel", "balloon", "text"] as const;
type Column = (typeof REQUIRED_COLUMNS)[number];

/** The most characters of a balloon and of a sound. */
const LONGEST = { balloon: 500, sound: SoundSchema.shape.text.maxLength ?? 12 } as const;

/** Reads rows with columns in any order; unknown columns are ignored. Throws `CsvError`. */
export function readLetteringCsv(text: string): CsvLine[] {
  const [header, ...records] = readRecords(text.replace(/^\uFEFF/, ""));
  if (header === undefined) throw new CsvError(1, "", "the file is empty");
  const names = header.fields.map((name) => name.trim().toLowerCase());
  const at = new Map<Column, number>();
  for (const name of REQUIRED_COLUMNS) {
    const index = names.indexOf(name);
    if (index >= 0) at.set(name, index);
    else throw new CsvError(header.line, name, missingColumn(name, header.fields));
  }
  const first = new Map<string, number>();
  return records.flatMap(({ line, fields }) => {
    if (fields.every((field) => field.trim() === "")) return [];
    if (fields.length !== names.length) {
      const count = `the row has ${fields.length} fields, but the header has ${names.length}`;
      throw new CsvError(line, "", `${count}; put a text that contains a comma in quotation marks`);
    }
    const read = readLine(line, (column) => fields[at.get(column) ?? -1] ?? "");
    const key = `${read.page}/${read.panel}/${read.balloon}`;
    const before = first.get(key);
    if (before !== undefined)
      throw new CsvError(line, "balloon", `line ${before} is for the same balloon; keep one of the two`);
    first.set(key, line);
    return [read];
  });
}

function missingColumn(name: string, fields: readonly string[]): string {
  const isOther = fields.length === 1 && /[;\t]/.test(fields[0] ?? "");
  return isOther
    ? "the columns are not separated by commas; save the file as CSV with commas"
    : `the header has no ${name}; it should be page,panel,balloon,speaker,text`;
}

function readLine(line: number, field: (column: Column) => string): CsvLine {
  const page = field("page").trim();
  if (!/^[1-9]\d{0,3}$/.test(page))
    throw new CsvError(line, "page", `"${page}" is not a page number; pages are 1, 2 …`);
  const panel = field("panel").trim();
  if (!/^k\d+$/.test(panel))
    throw new CsvError(line, "panel", `"${panel}" is not a panel; panels are k1, k2 …`);
  const balloon = field("balloon").trim();
  if (!/^[ws]\d+$/.test(balloon)) {
    throw new CsvError(
      line,
      "balloon",
      `"${balloon}" is not a balloon; balloons are w1, w2 …, sounds s1, s2 …`,
    );
  }
  // The apostrophe is removed first, because a carriage return may follow it.
  const text = withPlainBreaks(restoredCell(field("text")));
  if (text.trim() === "") throw new CsvError(line, "text", "the text is empty; a balloon needs words");
  const kind = balloon.startsWith("s") ? "sound" : "balloon";
  if (text.length > LONGEST[kind]) {
    throw new CsvError(line, "text", `${text.length} characters; a ${kind} has at most ${LONGEST[kind]}`);
  }
  return { line, page: Number(page), panel, balloon, text };
}

/**
 * Replaces all line breaks by `
 * `, because editors and spreadsheets write different ones.
 */
export function withPlainBreaks(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

interface CsvRecord {
  line: number;
  fields: string[];
}

/** Throws `CsvError` for an unclosed quotation mark, and for text after a closing one. */
function readRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const record: CsvRecord = { line, fields: [] };
    for (;;) {
      const field = text[at] === '"' ? readQuoted(text, at, line) : readPlain(text, at);
      record.fields.push(field.value);
      line += field.value.split(/\r\n|\r|\n/).length - 1;
      at = field.end;
      const next = text[at];
      if (next === undefined || next === "\r" || next === "\n") break;
      if (next !== ",") {
        throw new CsvError(line, `${record.fields.length}`, "put a comma after the closing quotation mark");
      }
      at += 1;
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    line += 1;
    records.push(record);
  }
  return records;
}

interface Field {
  value: string;
  /** Offset after the field. */
  end: number;
}

function readPlain(text: string, from: number): Field {
  const rest = /[,\r\n]/g;
  rest.lastIndex = from;
  const end = rest.exec(text)?.index ?? text.length;
  return { value: text.slice(from, end), end };
}

function readQuoted(text: string, from: number, line: number): Field {
  let value = "";
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character !== '"') value += character;
    else if (text[at + 1] === '"') {
      value += character;
      at += 1;
    } else return { value, end: at + 1 };
  }
  throw new CsvError(line, "", "a quotation mark is never closed; add the closing one");
}
