// A delivered message while it is in its request: what is known of it, and how it waits there.
import type { Claim } from "./claim.ts";
import type { ClientEvent } from "./client-documents.ts";
import type { StepMessage } from "./message.ts";
import type { Services } from "./services.ts";

/** A delivery in progress: what it is about, and since when it is in its request. */
export interface Delivery {
  message: StepMessage;
  /** No delivery of this message was cut off, so nobody died over it. */
  isFirst: boolean;
  arrivedAt: number;
  /** The lease that it found another worker holding. */
  lease: { fence: number; until: number; nextLookMs: number } | undefined;
  /** What the timeline has not been told yet. */
  events: ClientEvent[];
  /** What follows from a rest or its end; the step does not wait for it, the answer does. */
  following: Promise<void>[];
  /** A change of its step's slot may have released steps, and its answer was lost. */
  isUnsure: boolean;
}

export type Next = "answer" | "again";

/** Most steps that another delivery works on are done soon; the waits double up to a heartbeat. */
const FIRST_LOOK_MS = 250;

/** Waits until the other worker's lease is extended or ended, which answers this message, or lapses. */
export async function awaitLease(
  { clock, settings }: Services,
  delivery: Delivery,
  { fence, until, leftMs }: Claim & { kind: "leased" },
): Promise<Next> {
  const seen = delivery.lease;
  if (seen !== undefined && (seen.fence !== fence || seen.until !== until)) return "answer";
  const lookMs = Math.min(seen?.nextLookMs ?? FIRST_LOOK_MS, settings.timings.heartbeatMs);
  delivery.lease = { fence, until, nextLookMs: lookMs * 2 };
  await clock.sleep(Math.min(leftMs, lookMs));
  return "again";
}

/** Waits in the request when that is short; else lets the message come again. */
export async function awaitTurn(
  { clock, settings, publisher }: Services,
  delivery: Delivery,
  leftMs: number,
): Promise<Next> {
  const { waitMs, stepDeadlineMs } = settings.timings;
  const spentMs = clock.now() - delivery.arrivedAt;
  const roomMs = Math.max(0, stepDeadlineMs / 2 - spentMs);
  if (leftMs <= waitMs && leftMs <= roomMs) {
    await clock.sleep(leftMs);
    return "again";
  }
  await clock.sleep(Math.min(leftMs, waitMs, roomMs));
  return comeAgain({ publisher }, delivery);
}

/** Has the message delivered again, in a request that has all its time. */
export async function comeAgain(
  { publisher }: Pick<Services, "publisher">,
  { message }: Delivery,
): Promise<Next> {
  await publisher.publish([message]);
  return "answer";
}
