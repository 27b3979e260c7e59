// The Listen method: the client adds targets to a stream and removes them, and receives their changes.
import type { Engine } from "./engine.ts";
import { FirestoreError, invalid } from "./errors.ts";
import { fromResumeToken, type ListenRequest, toListenResponse } from "./messages.ts";
import { checkDatabase, databaseOf, locateDocument } from "./paths.ts";
import { compileQuery } from "./query.ts";
import type { StreamOutput, StreamSession } from "./streams.ts";
import { toMicros } from "./timestamps.ts";
import type { WatchTarget } from "./watch.ts";

/** An invalid target is refused on the stream, which stays open. A request without a target ends the stream. */
export function openListen(engine: Engine, { send, fail }: StreamOutput): StreamSession {
  const stream = engine.watch.open((event) => send(toListenResponse(event)));

  function receive({ database: name, addTarget, removeTarget }: ListenRequest): void {
    const database = checkDatabase(name);
    if (removeTarget !== undefined) {
      stream.remove(removeTarget);
      return;
    }
    if (addTarget === undefined) throw invalid("A Listen request adds or removes a target.");
    const targetId = addTarget.targetId ?? 0;
    try {
      stream.add(toWatchTarget(engine, { id: targetId, database, target: addTarget }));
    } catch (error) {
      if (!(error instanceof FirestoreError)) throw error;
      stream.remove(targetId, error);
    }
  }

  return {
    receive(request) {
      try {
        receive(request);
      } catch (error) {
        stream.close();
        fail(error);
      }
    },
    close: stream.close,
  };
}

interface AskedTarget {
  readonly id: number;
  readonly database: string;
  readonly target: NonNullable<ListenRequest["addTarget"]>;
}

function toWatchTarget(engine: Engine, { id, database, target }: AskedTarget): WatchTarget {
  const common = { id, resumeFrom: resumeTime(target), once: target.once ?? false };
  if (target.query !== undefined) {
    const query = compileQuery(target.query.parent, target.query.structuredQuery);
    checkInDatabase(query.scope.parent, database);
    engine.requireIndex(query);
    return { ...common, query };
  }
  const documents = target.documents?.documents ?? [];
  if (documents.length === 0) throw invalid("A target names documents or a query.");
  for (const name of documents) {
    locateDocument(name);
    checkInDatabase(name, database);
  }
  return { ...common, documents };
}

/** Minus infinity for a token that this emulator did not make: the listener is then reset. */
function resumeTime({ resumeToken, readTime }: NonNullable<ListenRequest["addTarget"]>): number | null {
  if (readTime !== undefined) return toMicros(readTime);
  if (resumeToken === undefined) return null;
  return fromResumeToken(resumeToken) ?? Number.NEGATIVE_INFINITY;
}

function checkInDatabase(name: string, database: string): void {
  if (databaseOf(name) !== database) throw invalid(`"${name}" is not in the database "${database}".`);
}
