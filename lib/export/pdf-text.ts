// The words of a page as invisible text over its image, so that a PDF can be searched and read aloud.
import { fontFile } from "../../lettering/src/font-file.ts";
import { loadTypeface } from "../../lettering/src/fonts.ts";
import { UNITS_PER_MM } from "../manga/geometry.ts";
import type { LetteredText } from "../manga/lettering.ts";

export const POINTS_PER_UNIT = 72 / 25.4 / UNITS_PER_MM;

/** Text render mode 3 (ISO 32000-1, table 106): neither filled nor stroked. */
const INVISIBLE = "3 Tr";

/**
 * Minimum horizontal scale. Readers take letters closer than a tenth of their size for one doubled bold letter, so `!!` would become `!`.
 */
const MOST_SQUEEZE = 0.6;

/** The letters are invisible, so two fonts suffice: one with most letters, and one for the rest. Only the used letters are embedded. */
const FONT_FILES = { gothic: "NotoSansJP_700Bold.ttf", emoji: "NotoEmoji_500Medium.ttf" };
type TextFont = keyof typeof FONT_FILES;

/** Call once for a document, before text is laid. */
export function registerTextFonts(doc: PDFKit.PDFDocument): void {
  for (const [name, file] of Object.entries(FONT_FILES)) {
    doc.registerFont(name, fontFile(file));
  }
}

/**
 * Lays a text invisibly over its letters, as one line without line breaks, so that a search finds phrases across two columns. The line is
 * squeezed, then made smaller, to fit the width of the text's box, and is centred in it.
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

/** Splits a text into runs of one font. Letters that neither font has are dropped, because a search could not find them. */
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

/** The second font is loaded only for a text that needs it. */
async function fontOf(codePoint: number): Promise<TextFont | null> {
  if ((await loadTypeface("gothic")).has(codePoint)) return "gothic";
  return (await loadTypeface("emoji")).has(codePoint) ? "emoji" : null;
}
