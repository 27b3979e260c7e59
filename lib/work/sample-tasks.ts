// Tasks for the tests of the port: each does one thing that a task may do, or must not do.
import { setImmediate } from "node:timers/promises";
import * as z from "zod";
import { BusyError, RetryableError, TerminalError } from "../pipeline/errors.ts";
import { withTransfer } from "./transfer-list.ts";

/** Returns its input, with the process and the number of tasks of this module. */
let performed = 0;
export function echo<T>(input: T): { input: T; performed: number } {
  performed += 1;
  return { input, performed };
}

export async function sumOf(bytes: Uint8Array): Promise<number> {
  await setImmediate();
  return bytes.reduce((sum, byte) => sum + byte, 0);
}

const Numbers = z.array(z.number());

/** Throws an error of the class. */
export async function fail(name: string): Promise<never> {
  await setImmediate();
  const cause = new RangeError("the cause");
  switch (name) {
    case "TerminalError":
      throw new TerminalError("story-unusable", "not a story", { retryable: true, cause });
    case "RetryableError":
      throw new RetryableError("once more", { cause });
    case "BusyError":
      throw new BusyError("no room", 1_500);
    case "ZodError":
      throw Numbers.parse(["one"]);
    case "RangeError":
      throw new RangeError("out of range");
    case "TypeError":
      throw new TypeError("of another type");
    case "nothing":
      throw undefined;
    default:
      throw Object.assign(new Error("something else", { cause }), { name, code: "E_ELSE" });
  }
}

/** Returns a function, which cannot be cloned. */
export function uncopied(): () => number {
  return () => performed;
}

/** Yields, and never answers. */
export function wait(): Promise<never> {
  return new Promise(() => setInterval(() => {}, 1_000));
}

/** Never yields. */
export function spin(): never {
  for (;;);
}

/** A pattern that backtracks without an end, as a hostile story may cause. */
export function backtrack(): boolean {
  return /^(a+)+$/.test(`${"a".repeat(50)}b`);
}

/** Fills the heap. */
export function fill(): number {
  const held: string[][] = [];
  for (;;) held.push(Array.from({ length: 10_000 }, (_, index) => `held ${index} ${held.length}`));
}

/** Ends the worker. */
export function exit(): never {
  process.exit(3);
}

/** Throws in a callback, so that no promise rejects. */
export function crash(): Promise<never> {
  setTimeout(() => {
    throw new Error("thrown in a timer");
  }, 0);
  return wait();
}

/** Returns this many bytes, and reports whether it still has them. */
let made = new Uint8Array();
export function giveBytes(length: number): Uint8Array {
  made = new Uint8Array(length).fill(7);
  return withTransfer(made, made);
}
export function bytesLeft(): number {
  return made.byteLength;
}

/** A slice of a larger buffer, which must stay whole. */
export function giveSlice(): Uint8Array {
  made = new Uint8Array(100).fill(7);
  const slice = made.subarray(10, 20);
  return withTransfer(slice, slice);
}
