// The current delivery of a campaign's worker (an instance handles one at a time, as functions do), and its crash point.
import type { IncomingHttpHeaders } from "node:http";
import type { StepMessage } from "../../../lib/pipeline/message.ts";
import type { JournalLine, PaidCall } from "./journal.ts";
import { CRASH_POINTS, type CrashPoint, openJournal } from "./journal.ts";

/** Header with a crash order for the worker: `paid SIGKILL`. */
export const CRASH_HEADER = "x-campaign-crash";
/** Header with the seed of failing model calls. */
export const FAILURES_HEADER = "x-campaign-storm";
/** Exit status of an intended crash. */
export const CRASH_EXIT_STATUS = 70;

interface CurrentDelivery {
  sessionId: string;
  step: string;
  /** Hash of the step's input. */
  input: string;
  fence: number;
  crash: { point: CrashPoint; manner: string } | undefined;
  failureSeed: number | undefined;
}

const current: CurrentDelivery = {
  ...{ sessionId: "", step: "", input: "", fence: 0 },
  ...{ crash: undefined, failureSeed: undefined },
};
export const instance = process.argv[3] ?? "";
let journal: ((line: JournalLine) => void) | undefined;

/** Opened lazily: the campaign's own process imports this file only for its names. */
function write(line: JournalLine): void {
  journal ??= openJournal(process.argv[4] ?? "/dev/null");
  journal(line);
}

/** Called when a request arrives, with or without an order. */
export function beginRequest(headers: IncomingHttpHeaders): void {
  const [point, manner] = String(headers[CRASH_HEADER] ?? "").split(" ");
  const seed = headers[FAILURES_HEADER];
  const known = CRASH_POINTS.find((candidate) => candidate === point);
  const crash = known === undefined || manner === undefined ? undefined : { point: known, manner };
  const failureSeed = seed === undefined ? undefined : Number(seed);
  Object.assign(current, { sessionId: "", step: "", input: "", fence: 0, crash, failureSeed });
}

/** Seed of failing model calls in the current request; undefined if none fail. */
export function failureSeed(): number | undefined {
  return current.failureSeed;
}

export function noteMessage(message: StepMessage): void {
  const { sessionId, step, inputHash: input } = message;
  Object.assign(current, { sessionId, step, input });
}

/** Input hash of the current step. */
export function currentInput(): string {
  return current.input;
}

export function noteClaim(fence: number): void {
  current.fence = fence;
}

/** Dies here if the current delivery's order names this point. */
export function reach(point: CrashPoint): void {
  if (current.crash?.point !== point) return;
  const { sessionId, step } = current;
  write({ kind: "crash", at: Date.now(), instance, sessionId, step, point });
  if (current.crash.manner === "SIGKILL") process.kill(process.pid, "SIGKILL");
  process.exit(CRASH_EXIT_STATUS);
}

export type Bill = Pick<PaidCall, "call" | "model" | "isEdit">;

/** Records that the provider accepted or failed a call. */
export function noteCall(call: Bill | "failed"): void {
  const { sessionId, step, fence } = current;
  const where = { at: Date.now(), instance, sessionId, step };
  if (call === "failed") write({ kind: "call-failed", ...where });
  else write({ kind: "paid", ...where, fence, ...call });
}
