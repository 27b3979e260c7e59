// Port for the rate limit of a hosted model, shared by all processes. A request takes a slot in the model's window before it is sent. A
// future slot is reserved for its question, so that the caller can return and come back. After a 429 all callers pause for the same time,
// then continue evenly spaced.
// Implemented in memory here and on Redis in `lib/cloud`.

/** The rate limit of a model in one project of its vendor. */
export interface QuotaWindow {
  /** Model and project: `vertex/my-project/gemini-3.1-flash-image`. */
  name: string;
  /** Requests within any `windowMs`. */
  limit: number;
  windowMs: number;
}

export interface SlotRequest {
  /** Key of the question. A later `take` with the same key gets the reserved slot. */
  question: string;
  /** Reserve a slot at most this far ahead: an unused reservation is lost to everybody. */
  aheadMs: number;
}

export type Slot =
  /** Send the request now; the slot is used up. `agoMs`: how long ago a reserved slot was due. */
  | { kind: "now"; agoMs: number }
  /** A slot is reserved: call again after `inMs`, and no later than `SLOT_VALID_MS` after that. */
  | { kind: "kept"; inMs: number }
  /** No slot within `aheadMs`. Try again after `inMs`. */
  | { kind: "full"; inMs: number };

/** Validity of a slot. A later request needs another slot, because the vendor counts it in a later window. */
export const SLOT_VALID_MS = 5_000;

export interface Quota {
  /**
   * Grants a slot now, or reserves the next one for the question. A reservation is granted once. It expires after `SLOT_VALID_MS`, and
   * when `holdBack` blocks the window beyond it. A slot and the one `limit` slots later are at least `windowMs` apart. Never throws: an
   * implementation that cannot reach the shared state falls back to its own.
   */
  take(window: QuotaWindow, request: SlotRequest): Promise<Slot>;
  /** Blocks all slots for `waitMs`; for one window after that, slots are evenly spaced. Never throws. */
  holdBack(window: QuotaWindow, waitMs: number): Promise<void>;
}

/** State of a window. Times are milliseconds of one clock. */
export interface WindowState {
  /** Times of the last slots, at most `limit`, in order. */
  slots: readonly number[];
  /** No slot before this time. */
  heldUntil: number;
  /** Times of reserved slots by question key. */
  kept: ReadonlyMap<string, number>;
}

export const EMPTY_WINDOW: WindowState = { slots: [], heldUntil: -Infinity, kept: new Map() };

function nextSlotAt(
  { slots, heldUntil }: WindowState,
  { limit, windowMs }: QuotaWindow,
  now: number,
): number {
  const oldest = slots.at(-limit);
  const last = slots.at(-1);
  const earliest = Math.max(now, heldUntil, last ?? 0, oldest === undefined ? 0 : oldest + windowMs);
  const isEasing = earliest < heldUntil + windowMs;
  return isEasing && last !== undefined ? Math.max(earliest, last + windowMs / limit) : earliest;
}

/** Pure: the slot for a request, and the state afterwards. `lib/cloud/redis-quota.ts` has the same in Lua. */
export function planSlot(
  state: WindowState,
  window: QuotaWindow,
  { question, aheadMs, now }: SlotRequest & { now: number },
): { slot: Slot; after: WindowState } {
  const good = [...state.kept].filter(([, at]) => at + SLOT_VALID_MS >= now && at >= state.heldUntil);
  const kept = new Map(good);
  const own = kept.get(question);
  if (own !== undefined && own > now) {
    return { slot: { kind: "kept", inMs: own - now }, after: { ...state, kept } };
  }
  if (own !== undefined) {
    kept.delete(question);
    return { slot: { kind: "now", agoMs: now - own }, after: { ...state, kept } };
  }
  const at = nextSlotAt(state, window, now);
  const inMs = at - now;
  if (inMs > aheadMs) return { slot: { kind: "full", inMs: inMs - aheadMs }, after: { ...state, kept } };
  const slots = [...state.slots, at].slice(-window.limit);
  if (inMs === 0) return { slot: { kind: "now", agoMs: 0 }, after: { ...state, slots, kept } };
  return { slot: { kind: "kept", inMs }, after: { ...state, slots, kept: kept.set(question, at) } };
}

/** Windows in memory, for one process. */
export function memoryQuota(now: () => number = () => performance.now()): Quota {
  const windows = new Map<string, WindowState>();
  const stateOf = ({ name }: QuotaWindow) => windows.get(name) ?? EMPTY_WINDOW;
  return {
    async take(window, request) {
      const { slot, after } = planSlot(stateOf(window), window, { ...request, now: now() });
      windows.set(window.name, after);
      return slot;
    },
    async holdBack(window, waitMs) {
      const state = stateOf(window);
      const heldUntil = Math.max(state.heldUntil, now() + waitMs);
      windows.set(window.name, { ...state, heldUntil });
    },
  };
}
