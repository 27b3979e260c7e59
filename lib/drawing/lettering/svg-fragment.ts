// A lettered text as an SVG fragment in page units: what a browser shows and drags, without any fonts.
import type { LetteredText } from "../../manga/lettering.ts";
import { strokeOf } from "./balloon-shapes.ts";

/** Width of a balloon's line in units (0.4 mm). */
export const BALLOON_LINE = 4;

/** One `<g>` with the balloon, the letters, and the text for screen readers and search. */
export function fragmentOf(text: LetteredText): string {
  const label = escapeXml(text.text);
  const parts = [
    `<g id="${escapeXml(text.id)}" data-panel="${escapeXml(text.panel)}" data-kind="${text.kind}" data-voice="${text.voice}" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
  ];
  if (text.outline !== null) {
    const line = `stroke="#000" stroke-width="${BALLOON_LINE}" stroke-linejoin="round" stroke-linecap="round"`;
    const stroke = strokeOf(text.outline, text.voice);
    if (stroke === text.outline) parts.push(`<path d="${text.outline}" fill="#fff" ${line}/>`);
    else parts.push(`<path d="${text.outline}" fill="#fff"/><path d="${stroke}" fill="none" ${line}/>`);
  }
  const edge =
    text.edge > 0
      ? ` stroke="#fff" stroke-width="${text.edge * 2}" stroke-linejoin="round" paint-order="stroke"`
      : "";
  parts.push(`<path d="${text.glyphs}" fill="#000"${edge}/>`, "</g>");
  return parts.join("");
}

function escapeXml(text: string): string {
  // Characters that XML 1.0 has no way to write are left out.
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, "")
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;");
}
