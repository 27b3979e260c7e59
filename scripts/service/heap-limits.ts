// How much heap a process of the local service may take. V8 would let 120 MB of live data grow to twice its size, and the three
// processes share one small machine.

/** For Node's command line; megabytes. */
export const HEAP_LIMITS = ["--max-semi-space-size=2", "--max-old-space-size=256"];
