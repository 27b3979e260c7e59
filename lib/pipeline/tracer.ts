// The port by which all work of one session is in one trace, in whichever request it runs.

export interface Tracer {
  /** W3C `traceparent` of the running span; undefined where there are no traces. */
  current(): string | undefined;
  /** Runs `work` in the trace that `traceparent` names: unchanged where it runs in that trace already, else as a child of it. */
  within<T>(traceparent: string, name: string, work: () => Promise<T>): Promise<T>;
}
