// Messages about guessed panels: their number when the book is done, and a list at the storyboard's gate.
import * as z from "zod";
import type { QualityReport } from "../../lib/manga/quality.ts";
import { ClientPageSchema } from "../../lib/pipeline/client-documents.ts";
import { pageId } from "../../lib/pipeline/step-id.ts";

/** The command's last line; undefined if nothing is guessed. */
export function guessLine(quality: QualityReport | undefined): string | undefined {
  const { panels, of } = quality?.guesses ?? {};
  if (panels === undefined || of === undefined) return undefined;
  return `${panels} of ${of} panels ${panels === 1 ? "is" : "are"} drawn from guesses; review them with --review storyboard`;
}

/** The fields of a page's document that are used here. */
const PageSchema = ClientPageSchema.pick({ number: true }).extend({
  panels: z.array(ClientPageSchema.shape.panels.element.pick({ id: true, guessed: true })),
});

/** The guessed panels by page, in order: `  p003: k2 (place, who), k4 (deed)`. */
export function guessedPanels(documents: readonly unknown[]): string[] {
  const pages = documents.map((document) => PageSchema.parse(document));
  return pages
    .toSorted((a, b) => a.number - b.number)
    .flatMap(({ number, panels }) => {
      const told = panels.flatMap(({ id, guessed = [] }) =>
        guessed.length === 0 ? [] : [`${id} (${guessed.join(", ")})`],
      );
      return told.length === 0 ? [] : [`  ${pageId(number)}: ${told.join(", ")}`];
    });
}
