// How finely the images of a page's panels print: their pixels on an inch of the frames that they fill.
import { loadImage } from "@napi-rs/canvas";
import { boundingBox, UNITS_PER_MM } from "../../manga/geometry.ts";
import { readImageHeader } from "../../manga/image-header.ts";
import type { PanelResolution } from "../../manga/quality.ts";
import type { Panel } from "../../manga/storyboard.ts";
import type { PaintedArt } from "../drafter.ts";

const UNITS_PER_INCH = 25.4 * UNITS_PER_MM;

/** Drawings are left out: they are drawn anew at any size. Throws what the decoder throws for an image that hides its size. */
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
    const box = boundingBox(frame.corners);
    const dpi = Math.min(width / box.width, height / box.height) * UNITS_PER_INCH;
    found.push({ page, panel: id, dpi: Math.floor(dpi) });
  }
  return found;
}
