// The common parts of the two streaming methods, Listen and Write, for every transport.
import type { Access } from "./access.ts";
import type { Engine } from "./engine.ts";
import { FirestoreError } from "./errors.ts";

/** The receiver of a stream's responses. */
export interface StreamOutput {
  send(response: object): void;
  /** Ends the stream with an error; nothing is sent after it. */
  fail(error: unknown): void;
}

/** One open stream. Responses are written to its output. */
export interface StreamSession {
  /** Never throws: errors in a request are reported on the stream. */
  receive(request: object): void;
  close(): void;
}

/** Many requests, many responses. */
export type StreamMethod = (engine: Engine, output: StreamOutput) => StreamSession;

/** The maximum delay of a timer (24 days). A stream that is open for so long is ended, and its client reconnects. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Opens a stream that ends when the caller's token expires. The client renews the token and reconnects. */
export function openStream(method: StreamMethod, access: Access, output: StreamOutput): StreamSession {
  const session = method(access.engine, output);
  if (access.msLeft === null) return session;
  const end = setTimeout(
    () => {
      session.close();
      output.fail(new FirestoreError("UNAUTHENTICATED", "The id token has expired."));
    },
    Math.min(access.msLeft, MAX_TIMER_MS),
  ).unref();
  return {
    receive: session.receive,
    close() {
      clearTimeout(end);
      session.close();
    },
  };
}
