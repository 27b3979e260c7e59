// The quality report of a book: what was checked, what was repaired, and what still breaks a rule. All of it is computed from geometry,
// pixels and text, never from a model's opinion of its own work.
import * as z from "zod";
import { GuessSchema } from "./staging.ts";

/** The checks: those of a page first, then those of the whole book. */
export const QualityCheckSchema = z.enum([
  /** Panels, and the words in each, are read in the planned order. */
  "reading-order",
  /** Each panel has only one plausible successor. */
  "one-successor",
  /** Gutters between rows are at least 1.5 times as wide as those within a row. */
  "gutter-ratio",
  /** No line begins or ends with a character that may not stand there (JIS X 4051). */
  "kinsoku",
  /** All letters are inside their balloon, and balloons do not overlap. */
  "overflow",
  /** No words under 10 pt. */
  "text-size",
  /** No balloon is on a face. */
  "face-covered",
  /** No words cover a hand, a held thing, or the picture's subject. */
  "art-covered",
  /** Every speaker visible in the panel has a tail that points to their mouth. */
  "tail-direction",
  /** Words are inside the paper's safe area, which trimming never reaches. */
  "safe-area",
  /** A panel's words leave enough of its picture visible. */
  "text-share",
  /** Every panel's picture has content. */
  "blank-picture",
  /** Each character is drawn from their own design, which no other character shares. */
  "own-design",
  /** Hooks end on pages before a turn; spreads lie on two facing pages. */
  "page-turn",
  /** Number of panels on a page and in a book, and of balloons on a page. */
  "density",
  /** The searches for layouts, places and repairs ended before their budgets. */
  "search-limit",
]);
export type QualityCheck = z.infer<typeof QualityCheckSchema>;

export const QualityFindingSchema = z.object({
  check: QualityCheckSchema,
  /** Absent for a finding about the whole book. */
  page: z.int().positive().optional(),
  panel: z.string().optional(),
  /** `k2/w1`. */
  text: z.string().optional(),
  /** The problem with its measure and limit, for people. */
  message: z.string(),
});
export type QualityFinding = z.infer<typeof QualityFindingSchema>;

/** Whether two findings are of one fault; the measured values may differ. */
export function isSameFault(a: QualityFinding, b: QualityFinding): boolean {
  return a.check === b.check && a.panel === b.panel && a.text === b.text;
}

export const QualityRepairSchema = QualityFindingSchema.extend({
  /** The kind of repair: `relaid` changes the layout before anything is drawn, the others change the lettering. */
  by: z.enum(["relaid", "shrunk", "moved", "split"]),
});
export type QualityRepair = z.infer<typeof QualityRepairSchema>;

/** Pictures with fewer dots per inch look coarse in print. */
export const PRINT_DPI = 300;

/** The print resolution of a panel's picture. Drawings are vector data and are not listed. */
export const PanelResolutionSchema = z.object({
  page: z.int().positive(),
  panel: z.string(),
  /** Pixels of the picture per inch of the printed page; the lower of the two directions. */
  dpi: z.int().nonnegative(),
});
export type PanelResolution = z.infer<typeof PanelResolutionSchema>;

export const QualityReportSchema = z.object({
  /** Number of items (pages, panels, texts, characters) that each check examined, passing ones included. */
  checked: z.partialRecord(QualityCheckSchema, z.int().nonnegative()),
  /** What failed and was repaired. */
  repairs: z.array(QualityRepairSchema),
  /** What still fails. */
  findings: z.array(QualityFindingSchema),
  /** For every panel whose picture is an image. Below `PRINT_DPI` is a warning. Absent in books from before this was measured. */
  resolutions: z.array(PanelResolutionSchema).optional(),
  /**
   * Number of panels drawn from guesses, and of all panels; absent where there are no guesses. Each panel's picture states what is guessed.
   */
  guesses: z
    .object({
      panels: z.int().positive(),
      of: z.int().positive(),
      /** By kind of guess; a panel may count in several. */
      by: z.partialRecord(GuessSchema, z.int().positive()),
    })
    .optional(),
});
export type QualityReport = z.infer<typeof QualityReportSchema>;
