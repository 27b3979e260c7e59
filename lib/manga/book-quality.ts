// Checks that need the data of the whole book: page turns, density, and designs of characters.
import type { Cast, Character } from "./cast.ts";
import { joinsPrevious } from "./joined-balloons.ts";
import type { PlotPage } from "./plot.ts";
import type { QualityFinding } from "./quality.ts";
import type { Panel } from "./storyboard.ts";

/**
 * Hooks and spreads must be on pages of the right parity. Page 1 stands alone; in both bindings an odd page is the last one before a turn,
 * and an even page faces the following odd one.
 */
export function pageTurnFindings(
  pages: readonly Pick<PlotPage, "number" | "hook" | "spread">[],
): QualityFinding[] {
  const findings: QualityFinding[] = [];
  const joined = new Set(pages.filter((page) => page.spread).map((page) => page.number));
  for (const { number, hook, spread } of pages) {
    const finding = (message: string) => findings.push({ check: "page-turn", page: number, message });
    if (hook && number % 2 === 0)
      finding("the hook is on an even page, but only odd pages come before a page turn");
    if (hook && number === pages.at(-1)?.number)
      finding("the hook is on the last page, so no page turn follows");
    if (spread && !joined.has(number % 2 === 0 ? number + 1 : number - 1)) {
      finding("the page is half of a spread, but the facing page is not the other half");
    }
  }
  return findings;
}

/** The most panels of a page. Pages of one or two panels are splashes and openings, so there is no minimum. */
export const MOST_PANELS = 9;
export const MOST_BALLOONS = 8;
/** Limits of a book's mean number of panels. Wider than the usual 4.5 to 5.6, because a short story cannot always fill its pages. */
const MEAN_PANELS = { least: 2, most: 7 };

export function densityFindings(
  pages: readonly { number: number; panels: readonly Panel[] }[],
): QualityFinding[] {
  const findings: QualityFinding[] = [];
  for (const { number, panels } of pages) {
    const balloons = panels.reduce((sum, panel) => sum + balloonsIn(panel), 0);
    const finding = (message: string) => findings.push({ check: "density", page: number, message });
    if (panels.length > MOST_PANELS)
      finding(`the page has ${panels.length} panels; the maximum is ${MOST_PANELS}`);
    if (balloons > MOST_BALLOONS)
      finding(`the page has ${balloons} balloons; the maximum is ${MOST_BALLOONS}`);
  }
  const mean = pages.reduce((sum, { panels }) => sum + panels.length, 0) / Math.max(1, pages.length);
  if (pages.length > 2 && (mean < MEAN_PANELS.least || mean > MEAN_PANELS.most)) {
    const { least, most } = MEAN_PANELS;
    findings.push({
      check: "density",
      message: `a page has ${mean.toFixed(1)} panels on average; the usual range is ${least} to ${most}`,
    });
  }
  return findings;
}

/** Number of balloons. Captions do not count, and two lines of one turn share a balloon. */
function balloonsIn({ words }: Panel): number {
  const pairs = joinsPrevious(words.texts);
  return words.texts.filter(({ kind }, i) => kind === "balloon" && pairs[i] !== true).length;
}

/** A panel's planned characters, and those whose faces the artist marked. */
export interface DrawnPanel {
  page: number;
  panel: string;
  people: readonly string[];
  faces: readonly string[];
}

/** Every drawn character needs a design that is theirs alone, and must be planned for the panel. */
export function designFindings(cast: Cast, drawn: readonly DrawnPanel[]): QualityFinding[] {
  const findings: QualityFinding[] = [];
  const known = new Set(cast.characters.map(({ id }) => id));
  for (const { page, panel, people, faces } of drawn) {
    const finding = (message: string) => findings.push({ check: "own-design", page, panel, message });
    for (const id of new Set(people)) if (!known.has(id)) finding(`${id} appears but has no design`);
    for (const id of new Set(faces)) {
      if (!people.includes(id))
        finding(`the picture shows the face of ${id}, who is not planned for the panel`);
    }
  }
  const seen = new Map<string, Character>();
  for (const design of cast.characters) {
    const looks = appearance(design);
    const twin = seen.get(looks);
    if (twin === undefined) seen.set(looks, design);
    else
      findings.push({ check: "own-design", message: `${design.name} has the same design as ${twin.name}` });
  }
  return findings;
}

/** The visible part of a design, as a key for comparison. */
function appearance({ id: _id, name: _name, description: _words, look, kind, ...seen }: Character): string {
  // `look` decides the face, so equal numbers give equal faces; animals of one kind differ in build and tone.
  return JSON.stringify({ kind, look, ...seen });
}
