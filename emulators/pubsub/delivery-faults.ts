// Fault injection for fault campaigns: repeats, delays, reordering and early deadlines of deliveries.
import type { StoredMessage } from "./resources.ts";

/** A message before it is queued for one subscription. */
interface PlannedDelivery {
  readonly subscription: string;
  readonly messageId: string;
  readonly data: Buffer;
  readonly attributes: Readonly<Record<string, string>>;
  readonly orderingKey: string;
  /** True for the second delivery that `duplicate` requested. */
  readonly isDuplicate: boolean;
}

/**
 * Decides the faults of a delivery. `duplicate` delivers the message a second time, whatever the outcome of the first. `delayMs`
 * delays it, so that later messages overtake it. `lapseMs` sets its deadline and ignores every answer, so that the message is
 * delivered again. At-least-once delivery allows all three.
 */
export type DeliveryFaults = (delivery: PlannedDelivery) => DeliveryFault & { duplicate?: boolean };

interface DeliveryFault {
  delayMs?: number;
  lapseMs?: number;
}

/** The deliveries of one message: one, or two for a duplicate. */
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
