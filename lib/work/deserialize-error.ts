// Rebuilds an error that a task threw in its worker. Callers branch on the classes listed here; any other becomes an `Error`.
import { ZodRealError } from "zod";
import { BusyError, RetryableError, TerminalError } from "../pipeline/errors.ts";
import type { SerializedError } from "./serialize-error.ts";

const CLASSES: Readonly<Record<string, (carried: SerializedError, options: ErrorOptions) => Error>> = {
  TerminalError: ({ message, fields }, options) =>
    new TerminalError(String(fields.code), message, { ...options, retryable: fields.retryable === true }),
  RetryableError: ({ message }, options) => new RetryableError(message, options),
  BusyError: ({ message, fields }, options) => {
    const { retryAfterMs } = fields;
    return new BusyError(message, typeof retryAfterMs === "number" ? retryAfterMs : undefined, options);
  },
  RangeError: ({ message }, options) => new RangeError(message, options),
  SyntaxError: ({ message }, options) => new SyntaxError(message, options),
  TypeError: ({ message }, options) => new TypeError(message, options),
  ZodError: ({ issues }) => new ZodRealError(JSON.parse(issues ?? "[]")),
};

/** For unlisted classes: an `Error` with the original name and fields. */
function otherError({ name, message, fields }: SerializedError, options: ErrorOptions): Error {
  return Object.assign(new Error(message, options), { name, ...fields });
}

/** Keeps the stack of the worker. */
export function deserializeError(carried: SerializedError): Error {
  const options = carried.cause === undefined ? {} : { cause: deserializeError(carried.cause) };
  const error = (CLASSES[carried.name] ?? otherError)(carried, options);
  if (carried.stack !== undefined) error.stack = carried.stack;
  return error;
}
