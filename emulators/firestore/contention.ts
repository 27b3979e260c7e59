// The real service's bad days, on demand: each call takes a while, and a share of the commits is aborted.

export interface Contention {
  /** Added to each call. */
  readonly latencyMs: number;
  /** 0 to 1: the share of commits that end with ABORTED. */
  readonly abortRate: number;
  /** 0 to 1, like Math.random; give one with a seed to repeat a run. */
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
