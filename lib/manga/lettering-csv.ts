// Reads `lettering.csv` as it comes back from a spreadsheet or an editor (RFC 4180): rows, and for what is wrong its line and column.
import { restoredCell } from "./formula-cells.ts";
import { SoundSchema } from "./plot.ts";

/** `line` counts from 1, as editors do; `column` is a header's name, or empty where it is about the whole line. */
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

/** A row's words. */
export interface CsvLine {
  /** Where the row begins in the file. */
  line: number;
  page: number;
  panel: string;
  /** `w1`, or `s1` for a sound. */
  balloon: string;
  /** With ruby as stories write it. */
  text: string;
}

const NEEDED = ["page", "panel", "balloon", "text"] as const;
type Column = (typeof NEEDED)[number];

/** The longest text that a balloon takes, and a sound. */
const LONGEST = { balloon: 500, sound: SoundSchema.shape.text.maxLength ?? 12 } as const;

/** Columns may stand in any order; what is not needed is not read. Throws `CsvError`. */
export function readLetteringCsv(text: string): CsvLine[] {
  const [header, ...records] = readRecords(text.replace(/^\uFEFF/, ""));
  if (header === undefined) throw new CsvError(1, "", "the file is empty");
  const names = header.fields.map((name) => name.trim().toLowerCase());
  const at = new Map<Column, number>();
  for (const name of NEEDED) {
    const index = names.indexOf(name);
    if (index >= 0) at.set(name, index);
    else throw new CsvError(header.line, name, missingColumn(name, header.fields));
  }
  const first = new Map<string, number>();
  return records.flatMap(({ line, fields }) => {
    if (fields.every((field) => field.trim() === "")) return [];
    if (fields.length !== names.length) {
      const count = `${fields.length} fields where the header names ${names.length}`;
      throw new CsvError(line, "", `${count}; a text with a comma stands in quotation marks`);
    }
    const read = readLine(line, (column) => fields[at.get(column) ?? -1] ?? "");
    const key = `${read.page}/${read.panel}/${read.balloon}`;
    const before = first.get(key);
    if (before !== undefined) throw new CsvError(line, "balloon", `the same balloon as in line ${before}`);
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
  if (!/^[1-9]\d{0,3}$/.test(page)) throw new CsvError(line, "page", `"${page}" is no page's number`);
  const panel = field("panel").trim();
  if (!/^k\d+$/.test(panel)) throw new CsvError(line, "panel", `"${panel}" is no panel; panels are k1, k2 …`);
  const balloon = field("balloon").trim();
  if (!/^[ws]\d+$/.test(balloon)) {
    throw new CsvError(line, "balloon", `"${balloon}" is no balloon; balloons are w1, w2 …, sounds s1, s2 …`);
  }
  // First the apostrophe, which may stand before a carriage return.
  const text = withPlainBreaks(restoredCell(field("text")));
  if (text.trim() === "") throw new CsvError(line, "text", "it is empty; a balloon needs words");
  const kind = balloon.startsWith("s") ? "sound" : "balloon";
  if (text.length > LONGEST[kind]) {
    throw new CsvError(line, "text", `${text.length} characters; a ${kind} takes ${LONGEST[kind]}`);
  }
  return { line, page: Number(page), panel, balloon, text };
}

/** Line breaks as the file has them: editors and spreadsheets write others than they read. */
export function withPlainBreaks(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

interface CsvRecord {
  line: number;
  fields: string[];
}

/** Throws `CsvError` for a quotation mark that is never closed, or text after a closed one. */
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
        throw new CsvError(line, `${record.fields.length}`, "after a closing quotation mark comes a comma");
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
  /** Where the text goes on behind it. */
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
  throw new CsvError(line, "", "a quotation mark is opened and never closed");
}
