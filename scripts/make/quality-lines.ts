// Messages about a book's quality report: the first of the remaining faults, and whether pictures are too coarse for print.
import { PRINT_DPI, type QualityReport } from "../../lib/manga/quality.ts";
import { pageId } from "../../lib/pipeline/step-id.ts";

/** Maximum number of lines, for a terminal; book.json has all. */
const TOLD = 5;

export function qualityLines(quality: QualityReport | undefined): string[] {
  return [...findingLines(quality?.findings ?? []), ...resolutionLines(quality?.resolutions ?? [])];
}

function resolutionLines(resolutions: NonNullable<QualityReport["resolutions"]>): string[] {
  const coarse = resolutions.filter(({ dpi }) => dpi < PRINT_DPI).toSorted((a, b) => a.dpi - b.dpi);
  const [coarsest] = coarse;
  if (coarsest === undefined) return [];
  const { page, panel, dpi } = coarsest;
  return [
    `Some pictures have fewer than ${PRINT_DPI} dots per inch in print; the lowest is ${dpi} (${pageId(page)} ${panel}). book.json lists all under quality.resolutions.`,
  ];
}

function findingLines(findings: QualityReport["findings"]): string[] {
  if (findings.length === 0) return [];
  const shown = findings.slice(0, TOLD).map(({ check, page, panel, text, message }) => {
    const place = [page === undefined ? undefined : pageId(page), text ?? panel].filter(
      (part) => part !== undefined,
    );
    return `  ${[...place, `${check}:`].join(" ")} ${message}`;
  });
  const more = findings.length > TOLD ? " among them:" : "";
  return [
    `${findings.length} quality finding(s) were not repaired; book.json lists them under quality.${more}`,
    ...shown,
  ];
}
