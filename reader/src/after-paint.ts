// Defers work until the browser has painted.

/** Returns a function that runs `work` once after the next paint, however often it is called before; never after the signal aborts. */
export function afterPaint(work: () => void, signal: AbortSignal): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    // A hidden tab does not paint, so there are no animation frames.
    const next = document.hidden ? queueMicrotask : requestAnimationFrame;
    next(() =>
      setTimeout(() => {
        isWaiting = false;
        if (!signal.aborted) work();
      }),
    );
  };
}
