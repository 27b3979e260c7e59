// Counts repairs of answers, and summarizes them in a sentence.
import type { RepairCounter } from "./text-question.ts";

export interface RepairCounts extends RepairCounter {
  addAll(others: RepairCounts): void;
  /** `2 × units out of order, 1 × unknown place`; empty if nothing was repaired. */
  summary(): string;
  entries(): Iterable<[fault: string, times: number]>;
}

export function repairCounts(): RepairCounts {
  const counts = new Map<string, number>();
  const count = (fault: string, times = 1) => {
    if (times > 0) counts.set(fault, (counts.get(fault) ?? 0) + times);
  };
  return {
    count,
    addAll(others) {
      for (const [fault, times] of others.entries()) count(fault, times);
    },
    summary: () => [...counts].map(([fault, times]) => `${times} × ${fault}`).join(", "),
    entries: () => counts.entries(),
  };
}
