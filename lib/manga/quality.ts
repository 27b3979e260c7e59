// The quality report of a book: what was looked at, what was mended, and what is still not as the craft wants it.
// Everything in it comes from geometry, pixels and text; nothing from what a model says of its own work.
import * as z from "zod";
import { GuessSchema } from "./staging.ts";

/** What is checked. A page's checks come first, then those of the whole book. */
export const QualityCheckSchema = z.enum([
  /** The order in which the drawn panels, and the words in each, are read is the planned one. */
  "reading-order",
  /** From each panel only one next panel is plausible. */
  "one-successor",
  /** Gutters between rows are at least 1.5 times as wide as those within a row. */
  "gutter-ratio",
  /** No line begins or ends with a character that may not stand there (JIS X 4051). */
  "kinsoku",
  /** All letters are inside their balloon, and their balloon is on nobody else's. */
  "overflow",
  /** No words under 10 pt. */
  "text-size",
  /** No balloon is on a face. */
  "face-covered",
  /** No words hide a hand, a thing that is held, or what else the picture is about. */
  "art-covered",
  /** Whoever speaks in the panel has a tail that points to their mouth. */
  "tail-direction",
  /** Words are on the part of the paper that no cutter reaches. */
  "safe-area",
  /** A panel's words leave enough of its picture. */
  "text-share",
  /** Every panel has a picture that shows something. */
  "blank-picture",
  /** Each person is drawn, and from the design that is theirs alone. */
  "own-design",
  /** Hooks end on pages that are turned; spreads lie on two pages that face each other. */
  "page-turn",
  /** Panels on a page, panels in a book, and balloons on a page. */
  "density",
  /** The searches for layouts, places and repairs ended by themselves, and not at the limit of what they may try. */
  "search-limit",
]);
export type QualityCheck = z.infer<typeof QualityCheckSchema>;

export const QualityFindingSchema = z.object({
  check: QualityCheckSchema,
  /** Absent where it is about the whole book. */
  page: z.int().positive().optional(),
  panel: z.string().optional(),
  /** `k2/w1`. */
  text: z.string().optional(),
  /** What is wrong, with the measure and its limit, for people. */
  message: z.string(),
});
export type QualityFinding = z.infer<typeof QualityFindingSchema>;

/** Whether two findings are of one fault; the words of a measure may differ. */
export function isSameFault(a: QualityFinding, b: QualityFinding): boolean {
  return a.check === b.check && a.panel === b.panel && a.text === b.text;
}

export const QualityRepairSchema = QualityFindingSchema.extend({
  /** How it was mended: `relaid` before anything was drawn, the others in the lettering. */
  by: z.enum(["relaid", "shrunk", "moved", "split"]),
});
export type QualityRepair = z.infer<typeof QualityRepairSchema>;

/** Fewer dots than this on an inch of paper are seen in print. */
export const PRINT_DPI = 300;

/** How finely a panel's picture prints. Drawings have no resolution of their own, and are not listed. */
export const PanelResolutionSchema = z.object({
  page: z.int().positive(),
  panel: z.string(),
  /** Pixels of the picture on an inch of the printed page, in the direction in which there are fewer. */
  dpi: z.int().nonnegative(),
});
export type PanelResolution = z.infer<typeof PanelResolutionSchema>;

export const QualityReportSchema = z.object({
  /** How many things (pages, panels, texts, people) each check looked at, those that passed too. */
  checked: z.partialRecord(QualityCheckSchema, z.int().nonnegative()),
  /** What had failed and was mended. */
  repairs: z.array(QualityRepairSchema),
  /** What remains. */
  findings: z.array(QualityFindingSchema),
  /** Of every panel whose picture is an image. Below `PRINT_DPI` is a warning. Books of before it was measured have none. */
  resolutions: z.array(PanelResolutionSchema).optional(),
  /** How many panels are drawn from guesses, of how many; absent where none is. Each panel's picture says what is guessed. */
  guesses: z
    .object({
      panels: z.int().positive(),
      of: z.int().positive(),
      /** By what is guessed; a panel may count in several. */
      by: z.partialRecord(GuessSchema, z.int().positive()),
    })
    .optional(),
});
export type QualityReport = z.infer<typeof QualityReportSchema>;
