// A pure, deterministic model of the service's push flow control (https://cloud.google.com/pubsub/docs/push): the number of
// concurrent requests starts small and grows with success ("slow start"), and negative answers pause the whole subscription
// ("push backoff").

export interface PushRealism {
  /** Slow start: each positive answer allows one more concurrent request, each failed delivery halves their number. */
  readonly slowStart: boolean;
  /** Push backoff: negative answers pause all messages of the subscription. */
  readonly subscriptionBackoff: boolean;
}

export interface PushWindow {
  /** The maximum number of concurrent requests. */
  readonly size: number;
  /** No request may be sent before this time. 0: no backoff. */
  readonly opensAt: number;
  succeeded(): void;
  /** A deadline expired. That is no negative answer and causes no backoff. */
  lapsed(): void;
  rejected(now: number): void;
}

const FIRST_WINDOW = 3;
const LARGEST_WINDOW = 1000;

/** Fits the service's two examples: one negative answer per second pauses 500 ms, five pause 30 to 60 s. */
const backoffMs = (inLastSecond: number) => Math.min(60_000, 500 * 2.8 ** (inLastSecond - 1));

export function pushWindow(realism: PushRealism): PushWindow {
  let size = realism.slowStart ? FIRST_WINDOW : LARGEST_WINDOW;
  let opensAt = 0;
  let rejections: number[] = [];
  const shrink = () => {
    if (realism.slowStart) size = Math.max(1, Math.floor(size / 2));
  };
  return {
    get size() {
      return size;
    },
    get opensAt() {
      return opensAt;
    },
    succeeded() {
      size = Math.min(LARGEST_WINDOW, size + 1);
    },
    lapsed: shrink,
    rejected(now) {
      shrink();
      if (!realism.subscriptionBackoff) return;
      rejections = rejections.filter((at) => at > now - 1000);
      rejections.push(now);
      opensAt = Math.max(opensAt, now + backoffMs(rejections.length));
    },
  };
}
