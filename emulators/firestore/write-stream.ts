// The Write method: a stream of batches. Batches are committed in order, and each gets a response.
import { randomUUID } from "node:crypto";
import { commit } from "./document-methods.ts";
import type { Engine } from "./engine.ts";
import type { WriteRequest } from "./messages.ts";
import { checkDatabase } from "./paths.ts";
import type { StreamOutput, StreamSession } from "./streams.ts";

export function openWrite(engine: Engine, { send, fail }: StreamOutput): StreamSession {
  const streamId = randomUUID();
  let database: string | null = null;
  let answered = 0;
  let isOpen = true;
  let last: Promise<void> = Promise.resolve();

  /** The stream token is the number of responses. Clients only send it back. */
  function nextToken(): string {
    answered += 1;
    return Buffer.from(String(answered)).toString("base64");
  }

  async function answer(request: WriteRequest): Promise<void> {
    if (!isOpen) return;
    if (database === null) {
      database = checkDatabase(request.database);
      send({ streamId, streamToken: nextToken() });
      return;
    }
    const result = await commit(engine, { database, writes: request.writes ?? [] });
    if (isOpen) send({ streamToken: nextToken(), ...result });
  }

  return {
    receive(request) {
      last = last
        .then(() => answer(request))
        .catch((error) => {
          if (isOpen) fail(error);
          isOpen = false;
        });
    },
    close() {
      isOpen = false;
    },
  };
}
