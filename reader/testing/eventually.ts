// Waits for what a browser shows soon, on a machine that has much else to do.
import { expect } from "vitest";

/** `expect` of what `read` gives, asked again until it holds, for at most ten seconds. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000 });
