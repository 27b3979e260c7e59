// What the command says of a book's quality report: nothing where nothing remains, else the first of what does.
import type { QualityReport } from "../../lib/manga/quality.ts";
import { pageId } from "../../lib/pipeline/step-id.ts";

/** More than this fills a terminal; book.json has them all. */
const TOLD = 5;

export function qualityLines(quality: QualityReport | undefined): string[] {
  const findings = quality?.findings ?? [];
  if (findings.length === 0) return [];
  const shown = findings.slice(0, TOLD).map(({ check, page, panel, text, message }) => {
    const place = [page === undefined ? undefined : pageId(page), text ?? panel].filter(
      (part) => part !== undefined,
    );
    return `  ${[...place, `${check}:`].join(" ")} ${message}`;
  });
  const more = findings.length > TOLD ? " among them:" : "";
  return [
    `${findings.length} finding(s) of the quality report remain; book.json lists them under quality.${more}`,
    ...shown,
  ];
}
