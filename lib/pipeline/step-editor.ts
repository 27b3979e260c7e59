// The port to whoever knows what a step's result must look like, so that a person may change one.
// It is handed in, because schemas of results are the phases' own.
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

export interface StepEditor {
  /**
   * Reads a changed result, completes what follows from it (a rough preview), and gives it with its parts and its shape.
   * Throws `EditRefusedError` when the result of that step is not for editing or does not fit.
   */
  read(ref: WorkRef, output: unknown, context: EditContext): Promise<StepResult>;
  /** The parts of a result as it stands. Throws as `read` does. */
  parts(ref: WorkRef, output: unknown): Promise<StepResult["parts"]>;
  /** A page's storyboard with one of its texts changed, `k2/w1` or `k2/s1`. Throws `EditRefusedError` as `read` does. */
  changeText(page: unknown, text: string, change: TextChange): unknown;
  /** A page's storyboard with one panel described in other words. */
  describePanel(page: unknown, panel: string, action: string): unknown;
}

/** What a person wants to change cannot be changed so; nothing was. */
export class EditRefusedError extends Error {
  override readonly name = "EditRefusedError";
  /** Stable, kebab-case. */
  readonly code: "not-editable" | "invalid-edit" | "not-found";
  /** Where in the result it fails: `panels.0.words.texts.1.text`; empty when it is about the whole. */
  readonly path: string;
  constructor(code: EditRefusedError["code"], path: string, message: string) {
    super(message);
    this.code = code;
    this.path = path;
  }
}
