// Protects cells of a CSV file that a spreadsheet would run as formulas. Any text can be written and is read back unchanged.
// https://owasp.org/www-community/attacks/CSV_Injection

/** A leading apostrophe, by which spreadsheets mark a cell as text. */
const APOSTROPHE = "'";
/** First characters of a formula, or of a new cell in a lenient parser; also full-width, as Japanese spreadsheets accept them. */
const FORMULA = "[=+\\-@\\t\\r\\n＝＋－＠]";
const NEEDS_MARK = new RegExp(`^${APOSTROPHE}*${FORMULA}`, "u");
const HAS_MARK = new RegExp(`^${APOSTROPHE}+${FORMULA}`, "u");

/** Adds an apostrophe to a text that would be a formula, and to a text that would look as if it had been protected. */
export function neutralizedCell(text: string): string {
  return NEEDS_MARK.test(text) ? APOSTROPHE + text : text;
}

/** Undoes `neutralizedCell`. A spreadsheet may have removed the apostrophe itself; then the cell is returned unchanged. */
export function restoredCell(cell: string): string {
  return HAS_MARK.test(cell) ? cell.slice(APOSTROPHE.length) : cell;
}
