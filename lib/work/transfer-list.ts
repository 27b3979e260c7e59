// Lets a task transfer the buffers of its result to the caller instead of copying them.
import { isMarkedAsUntransferable } from "node:worker_threads";

const given = new WeakMap<object, ArrayBuffer[]>();

/**
 * Returns the result and puts the buffers of `bytes` on its transfer list; the task must not use them again. A buffer that holds more than
 * these bytes, or belongs to a native library, is copied.
 */
export function withTransfer<Result extends object>(result: Result, ...bytes: Uint8Array[]): Result {
  const buffers = bytes.flatMap(({ buffer, byteLength }) =>
    isTransferable(buffer, byteLength) ? [buffer] : [],
  );
  given.set(result, buffers);
  return result;
}

function isTransferable(buffer: ArrayBufferLike, byteLength: number): buffer is ArrayBuffer {
  return (
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && !isMarkedAsUntransferable(buffer)
  );
}

/** The transfer list of a result. */
export function transferListOf(result: unknown): ArrayBuffer[] {
  return (typeof result === "object" && result !== null && given.get(result)) || [];
}
