// Gathers spans that have ended and sends them together. A function has a CPU only while it serves, so the last request that a process
// serves sends them before its answer; another one does when there are many or the oldest waits long.
import type { ReadableSpan, SpanProcessor } from "@opentelemetry/sdk-trace-base";

/** `sent`: they arrived, or never will. `later`: the receiver is not there now. Never rejects. */
export type SendSpans = (spans: readonly ReadableSpan[]) => Promise<"sent" | "later">;

export interface SpanBatch {
  processor: SpanProcessor;
  /** Whether the batch should be sent now, although more spans will follow. */
  isFull(): boolean;
  /** Sends the spans that have ended. */
  flush(): Promise<void>;
}

const MANY_SPANS = 128;
const LONG_MS = 5_000;
/** A receiver that was away is not waited for again before this. */
const AWAY_MS = 30_000;
/** Maximum number of spans kept for an unavailable receiver; the oldest are dropped first. */
const MOST_SPANS = 2_048;

export function spanBatch(send: SendSpans, now: () => number): SpanBatch {
  let ended: ReadableSpan[] = [];
  /** When the first of them ended. */
  let since = 0;
  let awayUntil = Number.NEGATIVE_INFINITY;
  let sending: Promise<void> = Promise.resolve();

  async function sendEnded(): Promise<void> {
    if (ended.length === 0 || now() < awayUntil) return;
    const spans = ended;
    ended = [];
    if ((await send(spans)) === "sent") return;
    awayUntil = now() + AWAY_MS;
    ended = [...spans, ...ended];
  }

  /** One request at a time: a call during a request sends the spans that have ended since. */
  function flush(): Promise<void> {
    sending = sending.then(sendEnded);
    return sending;
  }

  return {
    isFull: () => ended.length >= MANY_SPANS || (ended.length > 0 && now() - since >= LONG_MS),
    flush,
    processor: {
      onStart: () => {},
      onEnd(span) {
        if (ended.length === 0) since = now();
        ended.push(span);
        if (ended.length > MOST_SPANS) ended.shift();
      },
      forceFlush: flush,
      shutdown: flush,
    },
  };
}
