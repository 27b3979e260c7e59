// The words of a page as invisible text over its image, so that a PDF can be searched and read aloud.
import { fontFile } from "../../lettering/src/font-file.ts";
import { loadTypeface } from "../../lettering/src/fonts.ts";
import { UNITS_PER_MM } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";

export const POINTS_PER_UNIT = 72 / 25.4 / UNITS_PER_MM;

/** Text render mode 3 (ISO 32000-1, table 106): neither filled nor stroked. */
const INVISIBLE = "3 Tr";

/** Letters closer than a tenth of their size are taken for a doubled, bold one by readers: `!!` must not become `!`. */
const MOST_SQUEEZE = 0.6;

/** Nobody sees the letters: one face that has most of them, and one for the rest. Only the letters used are embedded. */
const FONT_FILES = { gothic: "NotoSansJP_700Bold.ttf", emoji: "NotoEmoji_500Medium.ttf" };
type TextFont = keyof typeof FONT_FILES;

/** To be called once for a document, before any text is laid. */
export function registerTextFonts(doc: PDFKit.PDFDocument): void {
  for (const [name, file] of Object.entries(FONT_FILES)) {
    doc.registerFont(name, fontFile(file));
  }
}

/**
 * Lays a text invisibly over its letters, as one line however it was broken, so that a search finds phrases that run over
 * two columns; the line is squeezed, then made smaller, to the width of the letters' box and stands in its middle.
 */
export async function layText(doc: PDFKit.PDFDocument, text: LetteredText): Promise<void> {
  const { textBox } = text;
  const fontSize = text.fontSize * POINTS_PER_UNIT;
  const runs = await runsOf(text.text.replaceAll(/\s+/gu, " ").trim());
  doc.fontSize(fontSize);
  const widths = runs.map((run) => doc.font(run.font).widthOfString(run.text));
  const natural = widths.reduce((sum, width) => sum + width, 0);
  if (natural === 0) return;
  const fit = Math.min(1, (textBox.width * POINTS_PER_UNIT) / natural);
  const squeeze = Math.max(fit, MOST_SQUEEZE);
  const size = (fontSize * fit) / squeeze;
  doc.fontSize(size);
  let x = textBox.x * POINTS_PER_UNIT;
  const y = (textBox.y + textBox.height / 2) * POINTS_PER_UNIT - size / 2;
  for (const [i, run] of runs.entries()) {
    doc.save();
    doc.addContent(`${INVISIBLE} ${(squeeze * 100).toFixed(2)} Tz`);
    doc.font(run.font).text(run.text, x, y, { lineBreak: false });
    doc.restore();
    x += (widths[i] ?? 0) * fit;
  }
}

/** Runs of one font each; letters that neither font has are left out, since they could not be found again. */
async function runsOf(text: string): Promise<{ font: TextFont; text: string }[]> {
  const runs: { font: TextFont; text: string }[] = [];
  for (const letter of text) {
    const codePoint = letter.codePointAt(0) ?? 0;
    const font = await fontOf(codePoint);
    if (font === null) continue;
    const last = runs.at(-1);
    if (last?.font === font) last.text += letter;
    else runs.push({ font, text: letter });
  }
  return runs;
}

/** The rest is looked for only in a text that has something of it. */
async function fontOf(codePoint: number): Promise<TextFont | null> {
  if ((await loadTypeface("gothic")).has(codePoint)) return "gothic";
  return (await loadTypeface("emoji")).has(codePoint) ? "emoji" : null;
}
