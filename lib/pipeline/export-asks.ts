// Files of a finished book that a person asks for afterwards: each is a step of the last phase, made from the present book. If it fails or
// is cancelled, the book stays complete.
import { type BoundFormat, BoundFormatSchema, type ExportFormat } from "../manga/export-formats.ts";
import { plan, survey } from "./graph.ts";
import type { Failure, Schedule } from "./schedule.ts";
import type { Limits } from "./settings.ts";
import { parseStepId } from "./step-id.ts";
import { nodeOf } from "./step-kinds.ts";

/** `done`: its files exist; `running`: they are being made; `absent`: they were not asked for of this book. */
export type ExportState =
  | { state: "done" | "running" | "absent" }
  | { state: "failed"; error: Pick<Failure, "code" | "message"> };

export class BookNotReadyError extends Error {
  override readonly name = "BookNotReadyError";
  constructor(sessionId: string) {
    super(`session ${sessionId} has no finished book yet`);
  }
}

const FINISH = nodeOf({ phase: "finish", of: "book" });
const exportNode = (format: BoundFormat) => nodeOf({ phase: "finish", of: "export", format });

/** Hash of the output of `finish`, while it is valid. */
export function finishedBook(schedule: Schedule): string | undefined {
  return survey(schedule).resultOf(FINISH)?.output;
}

/** Hash of an export step's output, if it is of the present book. */
export function exportedOutput(schedule: Schedule, format: BoundFormat): string | undefined {
  return survey(schedule).resultOf(exportNode(format))?.output;
}

/** Throws `BookNotReadyError` when there is no finished book. */
export function exportState(schedule: Schedule, format: ExportFormat): ExportState {
  const book = finishedBook(schedule);
  if (book === undefined) throw new BookNotReadyError(schedule.sessionId);
  // The pages exist, and the last phase has bound the formats asked for at the start.
  const { formats, filesOnDemand } = schedule.params;
  if (format === "png" || (formats.includes(format) && !filesOnDemand)) return { state: "done" };
  if (exportedOutput(schedule, format) !== undefined) return { state: "done" };
  const ask = schedule.exports?.[format];
  if (ask?.book !== book) return { state: "absent" };
  return ask.error === undefined ? { state: "running" } : { state: "failed", error: ask.error };
}

/** The book's own formats that are bound when somebody asks for one, and were not asked for since the book was last changed. */
export function unboundFormats(schedule: Schedule): BoundFormat[] {
  const { formats, filesOnDemand } = schedule.params;
  if (!filesOnDemand) return [];
  return BoundFormatSchema.options.filter(
    (format) => formats.includes(format) && exportState(schedule, format).state === "absent",
  );
}

/** The schedule after an export step failed for good; undefined for another step. */
export function withFailedExport(schedule: Schedule, step: string, error: Failure): Schedule | undefined {
  const ref = parseStepId(step);
  if (ref.of !== "export") return undefined;
  const ask = schedule.exports?.[ref.format];
  if (ask === undefined) return schedule;
  return { ...schedule, exports: { ...schedule.exports, [ref.format]: { ...ask, error } } };
}

/** The schedule without pending exports, if nothing else is left to do; else undefined. */
export function withoutExports(schedule: Schedule, limits: Limits): Schedule | undefined {
  if (schedule.exports === undefined) return undefined;
  const message = "somebody cancelled it";
  const exports: Schedule["exports"] = {};
  for (const format of BoundFormatSchema.options) {
    const ask = schedule.exports[format];
    if (ask === undefined) continue;
    const isMade = exportedOutput(schedule, format) !== undefined || ask.error !== undefined;
    exports[format] = isMade ? ask : { ...ask, error: { code: "cancelled", message, retryable: true } };
  }
  const without = { ...schedule, exports };
  return plan(without, limits).finished ? without : undefined;
}
