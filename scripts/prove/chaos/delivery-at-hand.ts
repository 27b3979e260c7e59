// The one delivery that a worker of the campaign has at hand (an instance takes one at a time, as functions do), and the
// place where it is told to die.
import type { IncomingHttpHeaders } from "node:http";
import type { StepMessage } from "../../../lib/pipeline/message.ts";
import type { JournalLine, PaidCall } from "./journal.ts";
import { CRASH_POINTS, type CrashPoint, openJournal } from "./journal.ts";

/** The header by which the fleet tells a worker where and how to die: `paid SIGKILL`. */
export const CRASH_HEADER = "x-campaign-crash";
/** The header that says that model calls fail, by this seed. */
export const STORM_HEADER = "x-campaign-storm";
/** Exit status of an instance that was thrown away on purpose. */
export const THROWN_AWAY = 70;

interface AtHand {
  sessionId: string;
  step: string;
  /** The hash of what the step is made of. */
  input: string;
  fence: number;
  crash: { point: CrashPoint; manner: string } | undefined;
  stormSeed: number | undefined;
}

const atHand: AtHand = {
  ...{ sessionId: "", step: "", input: "", fence: 0 },
  ...{ crash: undefined, stormSeed: undefined },
};
export const instance = process.argv[3] ?? "";
let journal: ((line: JournalLine) => void) | undefined;

/** Opened with the first line: the campaign's own process reads this file for its names alone. */
function write(line: JournalLine): void {
  journal ??= openJournal(process.argv[4] ?? "/dev/null");
  journal(line);
}

/** A request has come, with or without an order. */
export function beginRequest(headers: IncomingHttpHeaders): void {
  const [point, manner] = String(headers[CRASH_HEADER] ?? "").split(" ");
  const seed = headers[STORM_HEADER];
  const known = CRASH_POINTS.find((candidate) => candidate === point);
  const crash = known === undefined || manner === undefined ? undefined : { point: known, manner };
  const stormSeed = seed === undefined ? undefined : Number(seed);
  Object.assign(atHand, { sessionId: "", step: "", input: "", fence: 0, crash, stormSeed });
}

/** The seed of the storm in which the request at hand came; undefined in fair weather. */
export function stormSeed(): number | undefined {
  return atHand.stormSeed;
}

export function noteMessage(message: StepMessage): void {
  const { sessionId, step, inputHash: input } = message;
  Object.assign(atHand, { sessionId, step, input });
}

/** The input of the step at hand. */
export function inputAtHand(): string {
  return atHand.input;
}

export function noteClaim(fence: number): void {
  atHand.fence = fence;
}

/** Dies here, if this is where the delivery at hand was told to. */
export function reach(point: CrashPoint): void {
  if (atHand.crash?.point !== point) return;
  const { sessionId, step } = atHand;
  write({ kind: "crash", at: Date.now(), instance, sessionId, step, point });
  if (atHand.crash.manner === "SIGKILL") process.kill(process.pid, "SIGKILL");
  process.exit(THROWN_AWAY);
}

export type Bill = Pick<PaidCall, "call" | "model" | "isEdit">;

/** Writes down that the provider took a call, or failed it. */
export function noteCall(call: Bill | "failed"): void {
  const { sessionId, step, fence } = atHand;
  const where = { at: Date.now(), instance, sessionId, step };
  if (call === "failed") write({ kind: "call-failed", ...where });
  else write({ kind: "paid", ...where, fence, ...call });
}
