// Ctrl-C, and the end that another program asks for: the first signal ends a command in order, one more ends it at once.

/** Within this time a repeated signal is the same keypress: the terminal, npm and `bin/launch.mjs` all send it. */
const ECHO_MS = 300;

/** Calls `first` at the first SIGINT or SIGTERM. One more, while that takes its time, ends this process with `status`. */
export function onSignal(first: (signal: NodeJS.Signals) => void, status: number): void {
  let firstAt: number | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (firstAt !== undefined) {
        if (performance.now() - firstAt > ECHO_MS) process.exit(status);
        return;
      }
      firstAt = performance.now();
      first(signal);
    });
  }
}

/** Resolves at the first signal, as `onSignal` takes them. */
export const untilSignal = (): Promise<void> => new Promise((resolve) => onSignal(() => resolve(), 1));
