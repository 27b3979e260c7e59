// How a task hands over the bytes of its result instead of having them copied.
import { isMarkedAsUntransferable } from "node:worker_threads";

const given = new WeakMap<object, ArrayBuffer[]>();

/**
 * The same result, whose bytes go to the caller: the task must not use them again. Bytes are copied all the same where their buffer
 * holds more than them, or belongs to a native library.
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

/** What is handed over with a result. */
export function transferListOf(result: unknown): ArrayBuffer[] {
  return (typeof result === "object" && result !== null && given.get(result)) || [];
}
