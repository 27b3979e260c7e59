// Print resolution of a page's images: their pixels for each inch of their frames.
import { loadImage } from "@napi-rs/canvas";
import { pictureBox } from "../../manga/drawn-frame.ts";
import { UNITS_PER_MM } from "../../manga/geometry.ts";
import { readImageHeader } from "../../manga/image-header.ts";
import type { PanelResolution } from "../../manga/quality.ts";
import type { Panel } from "../../manga/storyboard.ts";
import type { PaintedArt } from "../drafter.ts";

const UNITS_PER_INCH = 25.4 * UNITS_PER_MM;

/** Drawings are omitted, because they scale. Throws the decoder's error for an image without a readable size. */
export async function panelResolutions(
  panels: readonly Panel[],
  art: ReadonlyMap<string, PaintedArt>,
  page: number,
): Promise<PanelResolution[]> {
  const found: PanelResolution[] = [];
  for (const { id, frame } of panels) {
    const painted = art.get(id);
    if (painted?.kind !== "image") continue;
    const { width, height } = readImageHeader(painted.bytes) ?? (await loadImage(painted.bytes));
    const box = pictureBox(frame);
    const dpi = Math.min(width / box.width, height / box.height) * UNITS_PER_INCH;
    found.push({ page, panel: id, dpi: Math.floor(dpi) });
  }
  return found;
}
