// Decides how a running step's progress changes the clients' document that shows it: the page of a panel, the phase of a portrait or
// another sheet. Pure; the stores do the reading and writing.
import * as z from "zod";
import { type Held, isHeld } from "./claim.ts";
import type { StepProgress } from "./client-documents.ts";
import { parseStepId, previewName, type StepRef } from "./step-id.ts";
import type { StepRecord } from "./step-record.ts";

export interface Progressed extends Held {
  step: string;
  reached: StepProgress;
}

/** A field of the document, and its new value. */
export interface ProgressChange {
  field: "panels" | "progress";
  value: unknown;
}

type PictureRef = Extract<StepRef, { of: "panel" | "character" | "outfit" | "plate" | "place" }>;

/** The picture of a step; undefined for steps that make none. */
export function pictureRef(step: string): PictureRef | undefined {
  const ref = parseStepId(step);
  switch (ref.of) {
    case "panel":
    case "character":
    case "outfit":
    case "plate":
    case "place":
      return ref;
    case "book":
    case "page":
    case "renditions":
    case "cover":
    case "export":
    case "gate":
      return undefined;
  }
}

/** The fields that are read of the two clients' documents. */
const PageSchema = z.object({
  panels: z.array(z.looseObject({ id: z.string(), state: z.string() })),
});
const PhaseSchema = z.object({ progress: z.record(z.string(), z.unknown()).default({}) });

export interface ProgressSeen {
  record: Pick<StepRecord, "release" | "fence" | "settled" | "leaseUntil"> | undefined;
  /** The document of the page or of the phase. */
  document: unknown;
  now: number;
}

/**
 * Undefined where nothing is to be written: the claim is not the step's last one, its lease has run out, the step has left flight, the
 * panel is shown as done, or the document does not have it. A panel that is not yet shown as running is also marked as running.
 */
export function planProgress(
  { record, document, now }: ProgressSeen,
  { step, reached, ...claim }: Progressed,
): ProgressChange | undefined {
  if (!isHeld(record, claim) || record.leaseUntil === null || record.leaseUntil <= now) return undefined;
  const ref = pictureRef(step);
  if (ref?.of === "panel") {
    const { panels = [] } = PageSchema.safeParse(document).data ?? {};
    const shown = panels.find(({ id }) => id === ref.panel);
    if (shown === undefined || shown.state === "done") return undefined;
    const running = { ...shown, state: "running", progress: reached };
    return { field: "panels", value: panels.map((panel) => (panel === shown ? running : panel)) };
  }
  const phase = ref && PhaseSchema.safeParse(document).data;
  return phase && { field: "progress", value: { ...phase.progress, [previewName(step)]: reached } };
}
