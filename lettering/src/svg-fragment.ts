// A lettered text as an SVG fragment in page units, which a browser can show and drag without any fonts.

import { strokeOf } from "./balloon-shapes.ts";
import type { LetteredText } from "./page.ts";

/** Width of a ruled or dashed line, in units (0.4 mm). */
export const BALLOON_LINE = 4;

/**
 * A pen's line, in units: `outside` is its width outside the outline, and the paper inside is shifted by `lean` to the upper left, so that
 * the line is thin on that side and heavy on the other.
 */
export const PEN_LINE = { outside: 3.6, lean: { x: -1.3, y: -1 } } as const;

/** Whether the balloon's line is a pen's. Boxes, machines and telephones have ruled lines and whispers dashed ones. */
export function isPenned({ kind, voice, shape }: Pick<LetteredText, "kind" | "voice" | "shape">): boolean {
  const form = shape ?? (kind === "balloon" ? voice : "caption");
  return !RULED.has(form);
}

const RULED: ReadonlySet<string> = new Set(["caption", "none", "machine", "phone", "whisper"]);

/** One `<g>` with the balloon, the letters, and the text for screen readers and search. */
export function fragmentOf(text: LetteredText): string {
  const label = escapeXml(text.text);
  const parts = [
    `<g id="${escapeXml(text.id)}" data-panel="${escapeXml(text.panel)}" data-kind="${text.kind}" data-voice="${text.voice}" role="img" aria-label="${label}">`,
    `<title>${label}</title>`,
  ];
  const lineOf = (width: number) =>
    `stroke="#000" stroke-width="${width}" stroke-linejoin="round" stroke-linecap="round"`;
  if (text.outline !== null && isPenned(text)) {
    const { outside, lean } = PEN_LINE;
    parts.push(`<path d="${text.outline}" ${lineOf(outside * 2)}/>`);
    parts.push(`<path d="${text.outline}" fill="#fff" transform="translate(${lean.x} ${lean.y})"/>`);
  } else if (text.outline !== null) {
    const line = lineOf(BALLOON_LINE);
    const stroke = strokeOf(text.outline, text.shape ?? text.voice);
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
  // Characters that XML 1.0 cannot represent are removed.
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, "")
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;");
}
