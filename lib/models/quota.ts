// How many requests a minute may leave for a hosted model, from all processes together. A request takes a place in the model's
// window before it is made. A place that lies ahead is kept for its question, so that nobody has to stand and wait for it; after a 429
// everybody holds back for the same time, and then goes on evenly instead of all at once.
// Adapters: memory here, Redis in `lib/cloud`.

/** A model as one project of a vendor's has it, and what may be asked of it. */
export interface QuotaWindow {
  /** Names model and project: `vertex/my-project/gemini-3.1-flash-image`. */
  name: string;
  /** Requests within any `windowMs`. */
  limit: number;
  windowMs: number;
}

export interface SlotRequest {
  /** Names what is to be asked: who comes back with the same finds the place that was kept. */
  question: string;
  /** A place is kept at most so far ahead: one that nobody comes for is lost to all. */
  aheadMs: number;
}

export type Slot =
  /** The request may leave now. The place was `agoMs` ago, where it was kept; it is used up. */
  | { kind: "now"; agoMs: number }
  /** A place is kept: whoever asks again from `inMs` on, and no later than `SLOT_VALID_MS` after that, has it. */
  | { kind: "kept"; inMs: number }
  /** There is none as far ahead as was asked; in `inMs` there may be one to keep. */
  | { kind: "full"; inMs: number };

/** A place is good for so long. A request that leaves later needs another one: it would count into a later window. */
export const SLOT_VALID_MS = 5_000;

export interface Quota {
  /**
   * Gives a place now, or keeps the next one for the question. A kept place is given once; it lapses when nobody comes in time, and
   * when everybody is held back beyond it. Between a place and the one `limit` places later lies at least `windowMs`. Never throws:
   * what cannot reach the others answers from what it knows.
   */
  take(window: QuotaWindow, asker: SlotRequest): Promise<Slot>;
  /** No place before `waitMs` from now; for a window's length after that, places are evenly spread. Never throws. */
  holdBack(window: QuotaWindow, waitMs: number): Promise<void>;
}

/** What is remembered of a window. Times are milliseconds of one clock. */
export interface WindowState {
  /** The last places, at most `limit`, in order. */
  places: readonly number[];
  /** No place before this. */
  heldUntil: number;
  /** Places ahead by question, and those that are still good. */
  kept: ReadonlyMap<string, number>;
}

export const EMPTY_WINDOW: WindowState = { places: [], heldUntil: -Infinity, kept: new Map() };

function nextSlotAt(
  { places, heldUntil }: WindowState,
  { limit, windowMs }: QuotaWindow,
  now: number,
): number {
  const oldest = places.at(-limit);
  const last = places.at(-1);
  const earliest = Math.max(now, heldUntil, last ?? 0, oldest === undefined ? 0 : oldest + windowMs);
  const isEasing = earliest < heldUntil + windowMs;
  return isEasing && last !== undefined ? Math.max(earliest, last + windowMs / limit) : earliest;
}

/** Pure: what an asker is given, and the window afterwards. `lib/cloud/redis-quota.ts` has the same in Lua. */
export function planSlot(
  state: WindowState,
  window: QuotaWindow,
  { question, aheadMs, now }: SlotRequest & { now: number },
): { place: Slot; after: WindowState } {
  const good = [...state.kept].filter(([, at]) => at + SLOT_VALID_MS >= now && at >= state.heldUntil);
  const kept = new Map(good);
  const own = kept.get(question);
  if (own !== undefined && own > now) {
    return { place: { kind: "kept", inMs: own - now }, after: { ...state, kept } };
  }
  if (own !== undefined) {
    kept.delete(question);
    return { place: { kind: "now", agoMs: now - own }, after: { ...state, kept } };
  }
  const at = nextSlotAt(state, window, now);
  const inMs = at - now;
  if (inMs > aheadMs) return { place: { kind: "full", inMs: inMs - aheadMs }, after: { ...state, kept } };
  const places = [...state.places, at].slice(-window.limit);
  if (inMs === 0) return { place: { kind: "now", agoMs: 0 }, after: { ...state, places, kept } };
  return { place: { kind: "kept", inMs }, after: { ...state, places, kept: kept.set(question, at) } };
}

/** The windows of this process alone. */
export function memoryQuota(now: () => number = () => performance.now()): Quota {
  const windows = new Map<string, WindowState>();
  const stateOf = ({ name }: QuotaWindow) => windows.get(name) ?? EMPTY_WINDOW;
  return {
    async take(window, asker) {
      const { place, after } = planSlot(stateOf(window), window, { ...asker, now: now() });
      windows.set(window.name, after);
      return place;
    },
    async holdBack(window, waitMs) {
      const state = stateOf(window);
      const heldUntil = Math.max(state.heldUntil, now() + waitMs);
      windows.set(window.name, { ...state, heldUntil });
    },
  };
}
