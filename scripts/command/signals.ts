// Signals of commands (Ctrl-C, SIGTERM): the first one ends a command gracefully, another one at once.

/** Within this time a repeated signal is the same key press: the terminal, npm and `bin/launch.mjs` all send it. */
const ECHO_MS = 300;

/** Calls `first` at the first SIGINT or SIGTERM. Another one before it has finished exits with `status`. */
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

/** Resolves at the first signal, with the behaviour of `onSignal`. */
export const untilSignal = (): Promise<void> => new Promise((resolve) => onSignal(() => resolve(), 1));
