// Counts the suite's injected faults: a letter for each event, appended to a file, because the suite may be killed at any moment. Written
// data survive SIGKILL.
import { openSync, readFileSync, writeSync } from "node:fs";

const LETTERS = {
  /** A message was queued for a subscription. */
  delivery: "d",
  doubled: "2",
  reordered: "r",
  lapsed: "l",
  commit: "c",
  aborted: "a",
} as const;
type Counted = keyof typeof LETTERS;
export type SuiteTally = Record<Counted, number>;

export function openTally(path: string): (event: Counted) => void {
  const file = openSync(path, "a");
  return (event) => {
    writeSync(file, LETTERS[event]);
  };
}

export function readTally(path: string): SuiteTally {
  const text = readFileSync(path, "latin1");
  const count = (event: Counted) => text.split(LETTERS[event]).length - 1;
  return {
    delivery: count("delivery"),
    doubled: count("doubled"),
    reordered: count("reordered"),
    lapsed: count("lapsed"),
    commit: count("commit"),
    aborted: count("aborted"),
  };
}
