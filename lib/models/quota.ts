// How many requests a minute may leave for a hosted model, from all processes together. A request takes a place in the model's
// window before it is made; after a 429 everybody holds back for the same time, and then goes on evenly instead of all at once.
// Adapters: memory here, Redis in `lib/cloud`.

/** A model as one project of a vendor's has it, and what may be asked of it. */
export interface QuotaWindow {
  /** Names model and project: `vertex/my-project/gemini-3.1-flash-image`. */
  name: string;
  /** Requests within any `windowMs`. */
  limit: number;
  windowMs: number;
}

/** A place in the window `waitMs` from now; or, where that is further away than the patience, none. */
export interface Place {
  granted: boolean;
  waitMs: number;
}

export interface Quota {
  /**
   * Takes the next place that is at most `patienceMs` away. Places are given in the order of asking; between a place and the
   * one `limit` places later lies at least `windowMs`. Never throws: what cannot reach the others answers from what it knows.
   */
  take(window: QuotaWindow, patienceMs: number): Promise<Place>;
  /** No place before `waitMs` from now; for a window's length after that, places are evenly spread. Never throws. */
  holdBack(window: QuotaWindow, waitMs: number): Promise<void>;
}

/** What is remembered of a window. Times are milliseconds of one clock. */
interface WindowState {
  /** The last places, at most `limit`, in order. */
  places: readonly number[];
  /** No place before this. */
  heldUntil: number;
}

/** Pure: the next place, and the state when it is taken. `lib/cloud/redis-quota.ts` has the same in Lua. */
export function planPlace(
  { places, heldUntil }: WindowState,
  { limit, windowMs }: QuotaWindow,
  now: number,
): { at: number; taken: WindowState } {
  const oldest = places.at(-limit);
  const last = places.at(-1);
  const earliest = Math.max(now, heldUntil, last ?? 0, oldest === undefined ? 0 : oldest + windowMs);
  const isEasing = earliest < heldUntil + windowMs;
  const at = isEasing && last !== undefined ? Math.max(earliest, last + windowMs / limit) : earliest;
  return { at, taken: { places: [...places, at].slice(-limit), heldUntil } };
}

/** The windows of this process alone. */
export function memoryQuota(now: () => number = () => performance.now()): Quota {
  const windows = new Map<string, WindowState>();
  const stateOf = ({ name }: QuotaWindow) => windows.get(name) ?? { places: [], heldUntil: -Infinity };
  return {
    async take(window, patienceMs) {
      const at = now();
      const next = planPlace(stateOf(window), window, at);
      const waitMs = next.at - at;
      if (waitMs > patienceMs) return { granted: false, waitMs };
      windows.set(window.name, next.taken);
      return { granted: true, waitMs };
    },
    async holdBack(window, waitMs) {
      const state = stateOf(window);
      const heldUntil = Math.max(state.heldUntil, now() + waitMs);
      windows.set(window.name, { ...state, heldUntil });
    },
  };
}
