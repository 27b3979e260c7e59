// Scroll positions of this tab's screens, which are restored when the user returns. The browser's own restoration does not wait for content
// that is loaded later.

const KEY = "mekuri.scroll";
/** Maximum number of remembered screens. */
const MOST = 60;
/** Time in which a screen is loaded on a slow connection, in ms. */
const PATIENCE_MS = 30_000;

/** Vertical positions in CSS pixels, by path; the last left one is the last. */
const left = new Map<string, number>(readKept());
let stop = () => {};

function readKept(): [string, number][] {
  const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
  if (!Array.isArray(kept)) return [];
  return kept.filter((one) => Array.isArray(one) && typeof one[1] === "number");
}

/** Notes the place on a screen that is being left. */
export function notePlace(path: string): void {
  stop();
  left.delete(path);
  left.set(path, Math.round(window.scrollY));
  for (const oldest of [...left.keys()].slice(0, -MOST)) left.delete(oldest);
}

/**
 * Scrolls to the noted place of a screen, again with everything that is loaded on it, until the person does something or the time is over.
 * A drag of the scroll bar fires no pointer event in some browsers, so a scroll position that was not set here counts as the person's.
 * `isKept` false: to its top.
 */
export function goToPlace(path: string, isKept: boolean): void {
  stop();
  const to = isKept ? (left.get(path) ?? 0) : 0;
  window.scrollTo(0, to);
  if (to === 0) return;
  const { scrollingElement, documentElement } = document;
  // Otherwise the browser changes the position itself when something is inserted above.
  documentElement.style.overflowAnchor = "none";
  let set = window.scrollY;
  const watch = new ResizeObserver(() => {
    window.scrollTo(0, to);
    set = window.scrollY;
  });
  const timer = setTimeout(() => stop(), PATIENCE_MS);
  const over = new AbortController();
  stop = () => {
    watch.disconnect();
    clearTimeout(timer);
    over.abort();
    documentElement.style.overflowAnchor = "";
    stop = () => {};
  };
  const scrolled = () => {
    const { scrollHeight = 0, clientHeight = 0 } = scrollingElement ?? {};
    const end = scrollHeight - clientHeight;
    // The position set here, which a screen that became shorter moves to its end.
    if (Math.abs(window.scrollY - Math.min(set, end)) > 1) stop();
  };
  window.addEventListener("scroll", scrolled, { signal: over.signal, passive: true });
  for (const act of ["wheel", "touchstart", "pointerdown", "keydown"])
    window.addEventListener(act, () => stop(), { signal: over.signal, passive: true });
  watch.observe(document.body);
}

/** For a deleted book. */
export function forgetPlaces(sessionId: string): void {
  for (const path of left.keys()) if (path.split("/").includes(sessionId)) left.delete(path);
}

/** Takes over from the browser. `path`: of the screen that is shown first. */
export function keepPlaces(path: () => string): void {
  history.scrollRestoration = "manual";
  window.addEventListener("pagehide", () => {
    notePlace(path());
    sessionStorage.setItem(KEY, JSON.stringify([...left]));
  });
  const [entry] = performance.getEntriesByType("navigation");
  const isReturn = entry instanceof PerformanceNavigationTiming && entry.type !== "navigate";
  if (isReturn) goToPlace(path(), true);
}
