// The two habits of the real service's push that surprise people, as one pure, deterministic model:
// the number of concurrent requests starts small and grows with success ("slow start"), and negative answers
// hold back the whole subscription ("push backoff"). Both follow https://cloud.google.com/pubsub/docs/push.

export interface PushRealism {
  /** Start with few concurrent requests; each positive answer allows one more, each delivery that fails halves them. */
  readonly slowStart: boolean;
  /** Hold back every message of the subscription after negative answers. */
  readonly subscriptionBackoff: boolean;
}

export interface PushWindow {
  /** How many requests may be out at once. */
  readonly size: number;
  /** Nothing may be sent before this time; 0 when nothing holds it back. */
  readonly opensAt: number;
  succeeded(): void;
  /** A deadline passed without an answer: that is no negative answer, and holds nobody back. */
  lapsed(): void;
  rejected(now: number): void;
}

const FIRST_WINDOW = 3;
const LARGEST_WINDOW = 1000;

/** Fits the service's two examples: one negative answer a second costs 500 ms, five cost between 30 and 60 s. */
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
