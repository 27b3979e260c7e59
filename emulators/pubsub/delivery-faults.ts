// The one seam through which a fault campaign makes deliveries repeat, wait, overtake each other or miss their deadline.
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
 * `delayMs` holds it back, so that later messages overtake it; `lapseMs` lets its deadline pass so soon, and no answer
 * to it is heard before, so that it goes out again. All of it is what at-least-once delivery allows.
 */
export type DeliveryFaults = (delivery: PlannedDelivery) => DeliveryFault & { duplicate?: boolean };

interface DeliveryFault {
  delayMs?: number;
  lapseMs?: number;
}

/** The deliveries that one message becomes: one without faults, two for a duplicate. */
export function planDeliveries(
  faults: DeliveryFaults | undefined,
  subscription: string,
  message: StoredMessage,
): DeliveryFault[] {
  if (faults === undefined) return [{}];
  const { id, data, attributes, orderingKey } = message;
  const planned = { subscription, messageId: String(id), data, attributes, orderingKey };
  const { duplicate = false, ...fault } = faults({ ...planned, isDuplicate: false });
  if (!duplicate) return [fault];
  const { duplicate: _again, ...second } = faults({ ...planned, isDuplicate: true });
  return [fault, second];
}
