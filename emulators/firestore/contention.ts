// Simulated contention: each call has a latency, and a share of the commits fails with ABORTED.

export interface Contention {
  /** Milliseconds added to each call. */
  readonly latencyMs: number;
  /** 0 to 1: the share of commits that end with ABORTED. */
  readonly abortRate: number;
  /** Returns 0 to 1, like Math.random. A seeded function makes a run repeatable. */
  readonly random?: () => number;
}

export interface ContentionMode {
  /** Resolves when the call may begin. */
  beforeCall(): Promise<void>;
  shouldAbort(): boolean;
}

export function contentionMode(contention: Contention | undefined): ContentionMode {
  if (contention === undefined) return { beforeCall: () => Promise.resolve(), shouldAbort: () => false };
  const { latencyMs, abortRate, random = Math.random } = contention;
  return {
    beforeCall: () => new Promise((resolve) => setTimeout(resolve, latencyMs)),
    shouldAbort: () => random() < abortRate,
  };
}
