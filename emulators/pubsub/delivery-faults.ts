// The one seam through which a fault campaign makes deliveries repeat, wait or overtake each other.
import type { StoredMessage } from "./resources.ts";

/** A message about to be queued for one subscription. */
interface PlannedDelivery {
  readonly subscription: string;
  readonly messageId: string;
  readonly data: Buffer;
  readonly attributes: Readonly<Record<string, string>>;
  readonly orderingKey: string;
  /** True when the fault being decided is that of the second delivery that `duplicate` asked for. */
  readonly isDuplicate: boolean;
}

/**
 * Decides what goes wrong with a delivery: `duplicate` delivers it once more, whatever becomes of the first;
 * `delayMs` holds it back, so that later messages overtake it. Both are what at-least-once delivery allows.
 */
export type DeliveryFaults = (delivery: PlannedDelivery) => { duplicate?: boolean; delayMs?: number };

/** The deliveries that one message becomes: one without faults, two for a duplicate. */
export function planDeliveries(
  faults: DeliveryFaults | undefined,
  subscription: string,
  message: StoredMessage,
): { delayMs: number }[] {
  if (faults === undefined) return [{ delayMs: 0 }];
  const { id, data, attributes, orderingKey } = message;
  const planned = { subscription, messageId: String(id), data, attributes, orderingKey };
  const { duplicate = false, delayMs = 0 } = faults({ ...planned, isDuplicate: false });
  if (!duplicate) return [{ delayMs }];
  return [{ delayMs }, { delayMs: faults({ ...planned, isDuplicate: true }).delayMs ?? 0 }];
}
