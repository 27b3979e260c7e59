// Text for a live region: announces the open pages, or the zoomed panel with its words, to screen readers.
import type { Manifest } from "../manifest.ts";
import { el } from "./dom.ts";
import { panelWords } from "./figure.ts";
import type { Place } from "./spreads.ts";
import type { Translate } from "./words.ts";

interface Announcement {
  manifest: Manifest;
  /** Of all pages; "" for a cover. */
  labels: readonly string[];
  say: Translate;
}

/** `open`: the open pages. A panel is announced only if it is zoomed to. */
export function announcePosition(
  { manifest, labels, say }: Announcement,
  { page, panel }: Place,
  open: readonly number[],
): (Node | string)[] {
  const { pages, language } = manifest;
  const panels = pages[page]?.panels ?? [];
  const zoomed = panel === undefined ? undefined : panels[panel];
  if (panel === undefined || zoomed === undefined) return [pagesText({ manifest, labels, say }, open)];
  const heading = say("panelOf", { n: panel + 1, all: panels.length });
  return [
    el("span", {}, [heading, zoomed.description].filter(Boolean).join(": ")),
    ...panelWords(zoomed, { say, language }),
  ];
}

function pagesText({ manifest, labels, say }: Announcement, open: readonly number[]): string {
  const all = manifest.pages.filter(({ cover }) => cover !== true).length;
  const [n, m] = open.map((index) => labels[index] ?? "");
  if (n === undefined || n === "") return say("cover");
  return m === undefined || m === "" ? say("pageOf", { n, all }) : say("pagesOf", { n, m, all });
}
