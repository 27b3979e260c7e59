// Counts what was mended in answers, and tells it in one sentence.
import type { Mends } from "./text-question.ts";

export interface CountedMends extends Mends {
  addAll(others: CountedMends): void;
  /** `2 × units out of order, 1 × unknown place`; empty where nothing was mended. */
  told(): string;
  entries(): Iterable<[fault: string, times: number]>;
}

export function countedMends(): CountedMends {
  const counts = new Map<string, number>();
  const count = (fault: string, times = 1) => {
    if (times > 0) counts.set(fault, (counts.get(fault) ?? 0) + times);
  };
  return {
    count,
    addAll(others) {
      for (const [fault, times] of others.entries()) count(fault, times);
    },
    told: () => [...counts].map(([fault, times]) => `${times} × ${fault}`).join(", "),
    entries: () => counts.entries(),
  };
}
