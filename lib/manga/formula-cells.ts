// Cells of a CSV file that a spreadsheet would run as formulas. Any text stays a text in the file, and comes back as it was.
// https://owasp.org/www-community/attacks/CSV_Injection

/** The apostrophe by which a spreadsheet knows a text. */
const MARK = "'";
/** What begins a formula, or a new cell in a lax reader; in full width too, as Japanese spreadsheets read it. */
const FORMULA = "[=+\\-@\\t\\r\\n＝＋－＠]";
const NEEDS_MARK = new RegExp(`^${MARK}*${FORMULA}`, "u");
const HAS_MARK = new RegExp(`^${MARK}+${FORMULA}`, "u");

/** A text with an apostrophe before it where it would be a formula, or would be taken for a text that got one here. */
export function neutralizedCell(text: string): string {
  return NEEDS_MARK.test(text) ? MARK + text : text;
}

/** The text of a cell: `neutralizedCell` undone. A spreadsheet that took the apostrophe for its own has left nothing to undo. */
export function restoredCell(cell: string): string {
  return HAS_MARK.test(cell) ? cell.slice(MARK.length) : cell;
}
