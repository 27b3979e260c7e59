// Polls a browser's state, because a busy machine shows it late.
import { expect } from "vitest";

/** `expect` on the result of `read`, repeated until it holds, for at most ten seconds. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });
