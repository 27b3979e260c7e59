// What the two streaming methods of clients, Listen and Write, have in common, for any transport.
import type { Access } from "./access.ts";
import type { Engine } from "./engine.ts";
import { FirestoreError } from "./errors.ts";

/** Where a stream's answers go. */
export interface StreamOutput {
  send(response: object): void;
  /** Ends the stream with an error; nothing is sent after it. */
  fail(error: unknown): void;
}

/** One open stream: requests go in, and answers come out in its output. */
export interface StreamSession {
  /** Never throws: what is wrong with a request is answered on the stream. */
  receive(request: object): void;
  close(): void;
}

/** Many requests, many responses. */
export type StreamMethod = (engine: Engine, output: StreamOutput) => StreamSession;

/** The longest time that a timer takes, 24 days: a stream that is open for so long may as well begin anew. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Opens a stream that ends with its caller's token. A client whose user can renew it comes back by itself. */
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
