// The port that knows the form of each step's result, so that a person may change one. It is passed in, because the schemas of results
// belong to the phases.
import type { Artwork } from "../manga/artwork.ts";
import type { FontSample, SampleText } from "../manga/font-samples.ts";
import type { FrameEdit } from "../manga/frame-edits.ts";
import type { LetterEdit } from "../manga/letter-edits.ts";
import type { LetteredText } from "../manga/lettering.ts";
import type { ReadFont } from "../manga/own-fonts.ts";
import type { StoryboardPage } from "../manga/storyboard.ts";
import type { FrameContext } from "./frame-changes.ts";
import type { TextChange } from "./page-edits.ts";
import type { SessionParams } from "./params.ts";
import type { StepResult } from "./phase.ts";
import type { WorkRef } from "./step-kinds.ts";

export interface EditContext {
  sessionId: string;
  params: SessionParams;
  putBlob(bytes: Uint8Array, contentType: string): Promise<string>;
  /** Another step's result. Throws `EditRefusedError` where it has none. */
  output(ref: WorkRef): Promise<unknown>;
}

/** What the lettering of a page reads besides its storyboard. */
export interface LetteringContext {
  params: SessionParams;
  /** By panel. */
  marks: ReadonlyMap<string, Pick<Artwork, "faces" | "keep">>;
  getBlob(hash: string): Promise<Uint8Array>;
  /** As `getBlob`, for the files of own fonts, which many calls read. */
  getFont(hash: string): Promise<Uint8Array>;
}

export interface StepEditor {
  /**
   * Reads a changed result, recomputes what follows from it (a rough preview), and gives it with its parts and its shape. Throws
   * `EditRefusedError` when the result of that step cannot be edited or is not valid.
   */
  read(ref: WorkRef, output: unknown, context: EditContext): Promise<StepResult>;
  /** The parts of a present result. Throws as `read` does. */
  parts(ref: WorkRef, output: unknown): Promise<StepResult["parts"]>;
  /** A page's storyboard with one of its texts changed, `k2/w1` or `k2/s1`. Throws `EditRefusedError` as `read` does. */
  changeText(page: unknown, text: string, change: TextChange): unknown;
  /** A page's storyboard with another description of one panel. */
  describePanel(page: unknown, panel: string, action: string): unknown;
  /**
   * A page's storyboard with edited frames; pictures stay as they were drawn. Throws `EditRefusedError` with the place of the edit that
   * cannot be made (`edits.1`) and the reason (`overlap: …`).
   */
  changeFrames(page: unknown, edits: readonly FrameEdit[], context: FrameContext): unknown;
  /** A page's storyboard with edited lettering. Throws as `changeFrames` does. */
  changeLettering(page: unknown, edits: readonly LetterEdit[]): unknown;
  /** A page's storyboard with pictures to be drawn for these panels' frames, and the panels that are drawn for it. */
  refitPanels(page: unknown, panels: readonly string[]): { page: unknown; drawn: readonly string[] };
  /**
   * The texts of a page's storyboard, set as its lettering step sets them. Throws `EditRefusedError` for a page whose words a model
   * translates first.
   */
  letter(page: StoryboardPage, context: LetteringContext): Promise<readonly LetteredText[]>;
  /** The same words in each typeface of the book, as the lettering sets them. */
  letterSamples(
    sample: SampleText,
    context: Pick<LetteringContext, "params" | "getFont">,
  ): Promise<readonly FontSample[]>;
  /** Whether a font file can be used in a book. Accepts any bytes. */
  readFont(file: Uint8Array): Promise<ReadFont>;
  /** The panels of a page whose pictures do not fit their frames. */
  misfitPanels(page: unknown): readonly string[];
}

/** The requested edit is not possible; nothing was changed. */
export class EditRefusedError extends Error {
  override readonly name = "EditRefusedError";
  /** Stable, kebab-case. */
  readonly code: "not-editable" | "invalid-edit" | "not-found";
  /** The faulty place in the result: `panels.0.words.texts.1.text`; empty when the whole is at fault. */
  readonly path: string;
  constructor(code: EditRefusedError["code"], path: string, message: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}
