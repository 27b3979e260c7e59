// Pages of 4-koma (四コマ): strips of four equal panels, one beat each.
import type { PlotPage } from "../manga/plot.ts";

const PANELS_A_STRIP = 4;

/** Which strip a page's panel belongs to, and its title where it is the first; undefined where the page has none. */
export function stripOf(
  page: Pick<PlotPage, "strips" | "beats"> | undefined,
  index: number,
): { number: number; title?: string } | undefined {
  const { strips, beats } = page ?? {};
  if (!strips || !beats || beats.length !== strips.length * PANELS_A_STRIP) return undefined;
  const at = Math.floor(index / PANELS_A_STRIP);
  const title = index % PANELS_A_STRIP === 0 ? strips[at] : undefined;
  return { number: at + 1, ...(title ? { title } : {}) };
}
