// Port for the rate limit of a hosted model, shared by all processes. A request takes a slot in the model's window before it is sent. A
// request that must wait gets a ticket for a later time, so that the caller can return and come back. Slots are shared by owner, then by
// session (`fair-window.ts`). After a 429 all callers pause for the same time, then continue evenly spaced.
// Implemented in memory here and on Redis in `lib/cloud`.
import {
  EMPTY_WINDOW,
  planKept,
  planSlot,
  type QuotaWindow,
  type Slot,
  type SlotRequest,
} from "./fair-window.ts";

export interface Quota {
  /**
   * Grants a slot now, or gives the question a ticket for a later one. A ticket lapses `SLOT_VALID_MS` after its time. A slot and the one
   * `limit` slots later are at least `windowMs` apart. Never throws: an implementation that cannot reach the shared state falls back to its
   * own.
   */
  take(window: QuotaWindow, request: SlotRequest): Promise<Slot>;
  /** Keeps slots open for the next requests of this owner, against owners with more use (`KEPT_SLOTS`). Never throws. */
  expect(window: QuotaWindow, owner: string): Promise<void>;
  /** Blocks all slots for `waitMs`; for one window after that, slots are evenly spaced. Never throws. */
  holdBack(window: QuotaWindow, waitMs: number): Promise<void>;
}

/** Windows in memory, for one process. */
export function memoryQuota(now: () => number = () => performance.now()): Quota {
  const windows = new Map<string, typeof EMPTY_WINDOW>();
  const stateOf = ({ name }: QuotaWindow) => windows.get(name) ?? EMPTY_WINDOW;
  return {
    async take(window, request) {
      // Whole milliseconds, as the times that callers are told.
      const at = Math.floor(now());
      const { slot, after } = planSlot(stateOf(window), window, { ...request, now: at });
      windows.set(window.name, after);
      return slot;
    },
    async expect(window, owner) {
      const at = Math.floor(now());
      windows.set(window.name, planKept(stateOf(window), window, { owner, now: at }));
    },
    async holdBack(window, waitMs) {
      const state = stateOf(window);
      const heldUntil = Math.max(state.heldUntil, Math.ceil(now() + waitMs));
      windows.set(window.name, { ...state, heldUntil });
    },
  };
}
