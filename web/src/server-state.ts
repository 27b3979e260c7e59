// The cache of what the service has told: answers of the API, and the documents of listeners, which are written into it as they arrive.
import { onlineManager, QueryClient, queryOptions, skipToken } from "@tanstack/react-query";
import { ask } from "./api.ts";
import type { ClientPage, ClientPhase, ClientSession, PhaseName } from "./documents.ts";
import { newest, newestOf, type Snapshot } from "./newest.ts";

onlineManager.setOnline(navigator.onLine);

export const serverState = new QueryClient({
  defaultOptions: {
    // Listeners report changes, and a key contains what its answer depends on. Requests wait while the browser is offline.
    queries: { staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false, retry: false },
  },
});

/** Prefix of the keys of all that is known of a book. */
export const bookKey = (sessionId: string) => ["book", sessionId] as const;

/** A session's document; null if there is no such book. Written by `keepSession` only. */
export const sessionQuery = (sessionId: string) =>
  queryOptions<ClientSession | null>({ queryKey: [...bookKey(sessionId), "session"], queryFn: skipToken });

export const phasesQuery = (sessionId: string) =>
  queryOptions<Partial<Record<PhaseName, ClientPhase>>>({
    ...{ queryKey: [...bookKey(sessionId), "phases"], queryFn: skipToken },
  });

/** In the order of their numbers. */
export const pagesQuery = (sessionId: string) =>
  queryOptions<ClientPage[]>({ queryKey: [...bookKey(sessionId), "pages"], queryFn: skipToken });

/** Keeps a session that a listener or an answer shows, unless a newer one is known. */
export function keepSession(session: ClientSession): void {
  serverState.setQueryData(sessionQuery(session.sessionId).queryKey, (before) => newest(before, session));
}

export function keepMissing(sessionId: string): void {
  serverState.setQueryData(sessionQuery(sessionId).queryKey, null);
}

export function keepPhases(sessionId: string, snapshot: Snapshot<ClientPhase>): void {
  serverState.setQueryData(phasesQuery(sessionId).queryKey, (before = {}) => {
    const phases = newestOf(Object.values(before), snapshot, ({ phase }) => phase);
    return Object.fromEntries(phases.map((one) => [one.phase, one]));
  });
}

export function keepPages(sessionId: string, snapshot: Snapshot<ClientPage>): void {
  serverState.setQueryData(pagesQuery(sessionId).queryKey, (before = []) =>
    newestOf(before, snapshot, ({ number }) => number).toSorted((a, b) => a.number - b.number),
  );
}

/** The session as the service has it now. Throws `ApiError`. */
export async function askForSession(sessionId: string): Promise<ClientSession> {
  const session = await ask<ClientSession>("GET", `/manga/sessions/${sessionId}`);
  keepSession(session);
  return session;
}

/** For a deleted book. */
export function forgetServerState(sessionId: string): void {
  serverState.removeQueries({ queryKey: bookKey(sessionId) });
}
