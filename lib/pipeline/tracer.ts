// The port by which the pipeline keeps the work of one session in one trace, whichever request does it.

export interface Tracer {
  /** W3C `traceparent` of what runs now; undefined where nobody traces. */
  current(): string | undefined;
  /** Runs `work` as a part of the trace that `traceparent` names: as it is where it runs in that trace already, else below it. */
  within<T>(traceparent: string, name: string, work: () => Promise<T>): Promise<T>;
}
