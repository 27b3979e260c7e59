// Waits for the ends of sessions with one listener. A listener for each would take part of the two cores, and is not what is measured.
import type { Firestore } from "@google-cloud/firestore";
import { SESSIONS } from "../lib/cloud/firestore-paths.ts";
import type { ClientSession } from "../lib/pipeline/client-documents.ts";

const NOT_COMPLETED: readonly ClientSession["status"][] = [
  "queued",
  "running",
  "waiting",
  "failed",
  "cancelled",
];
const ENDED_OTHERWISE = new Set(["failed", "cancelled"]);

export interface Ends {
  /** Resolves when a session is completed. Rejects if it ends otherwise, or when `failAll` is called. */
  completed(sessionId: string): Promise<void>;
  failAll(reason: Error): void;
  stop(): void;
}

/** Resolves when it listens. It must listen before the sessions begin. */
export async function listenForEnds(firestore: Firestore): Promise<Ends> {
  const waiting = new Map<string, PromiseWithResolvers<void>>();
  const listening = Promise.withResolvers<void>();
  const endOf = (sessionId: string) => {
    const end = waiting.get(sessionId) ?? Promise.withResolvers<void>();
    waiting.set(sessionId, end);
    // The rejection is handled when `completed` is called.
    end.promise.catch(() => {});
    return end;
  };
  const failAll = (reason: Error) => {
    listening.reject(reason);
    for (const end of waiting.values()) end.reject(reason);
  };
  const stop = firestore
    .collection(SESSIONS)
    .where("status", "in", NOT_COMPLETED)
    .onSnapshot((snapshot) => {
      listening.resolve();
      for (const { type, doc } of snapshot.docChanges()) {
        const status = String(doc.get("status"));
        if (type === "removed") endOf(doc.id).resolve();
        else if (ENDED_OTHERWISE.has(status)) endOf(doc.id).reject(new Error(`${doc.id} ended as ${status}`));
      }
    }, failAll);
  await listening.promise;
  return {
    async completed(sessionId) {
      await endOf(sessionId).promise;
      waiting.delete(sessionId);
    },
    failAll,
    stop,
  };
}
