// The live state of a session from listeners, and the URLs of its pictures.
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError, ask, notReached } from "./api.ts";
import {
  type ClientPage,
  type ClientPhase,
  type ClientSession,
  ENDED,
  type PhaseName,
  type Picture,
  picturesOf,
} from "./documents.ts";
import { isNewVersionPublished } from "./import-with-retry.ts";
import { watchBook } from "./outbox/outbox.ts";
import { alonePx, listedPx } from "./page-px.ts";
import {
  keepMissing,
  keepPages,
  keepPhases,
  keepSession,
  pagesQuery,
  phasesQuery,
  sessionQuery,
} from "./server-state.ts";

export interface Watched {
  session: ClientSession | undefined;
  phases: Partial<Record<PhaseName, ClientPhase>>;
  pages: ClientPage[];
  /** The connection is lost, so the data may be outdated. */
  isStale: boolean;
  isMissing: boolean;
  error: unknown;
}

const NO_PHASES: Watched["phases"] = {};
const NO_PAGES: ClientPage[] = [];

/** Time after which a missing first snapshot counts as a lost connection. */
const AGAIN_MS = 4_000;

/** The book as the cache knows it, and listeners that write what they see into it. */
export function useSession(sessionId: string): Watched {
  const { data: found } = useQuery(sessionQuery(sessionId));
  const { data: phases = NO_PHASES } = useQuery(phasesQuery(sessionId));
  const { data: pages = NO_PAGES } = useQuery(pagesQuery(sessionId));
  const [isStale, setStale] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt listens again.
  useEffect(() => {
    let stop = () => {};
    let again: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const onError = (failed: unknown) => {
      if (isOver) return;
      if (isDenied(failed)) return keepMissing(sessionId);
      // Any error of the SDK means that the service was not reached or ended the stream. Retries once more.
      setError(failed instanceof ApiError ? failed : notReached());
      setStale(true);
      stop();
      again = setTimeout(() => setAttempt((count) => count + 1), AGAIN_MS);
    };
    import("./live.ts").then(({ listen }) => {
      if (isOver) return;
      stop = listen(sessionId, {
        onSession(session) {
          if (session === undefined) return keepMissing(sessionId);
          keepSession(session);
          setError(undefined);
        },
        onPhases: (snapshot) => keepPhases(sessionId, snapshot),
        onPages: (snapshot) => keepPages(sessionId, snapshot),
        onStale: setStale,
        onError,
      });
    }, onError);
    return () => {
      isOver = true;
      clearTimeout(again);
      stop();
    };
  }, [sessionId, attempt]);
  const session = found ?? undefined;
  // Waiting edits are sent once the book can be changed.
  useEffect(() => (session === undefined ? undefined : watchBook(session)), [session]);
  useEffect(() => {
    if (!isStale) return;
    const timer = setInterval(async () => {
      const isOld = await import("./live.ts").then(({ isElsewhere }) => isElsewhere(), isNewVersionPublished);
      if (isOld) location.reload();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [isStale]);
  return { session, phases, pages, isStale, isMissing: found === null, error };
}

function isDenied(error: unknown): boolean {
  if (error instanceof ApiError) return error.status === 404;
  return error instanceof Error && "code" in error && error.code === "permission-denied";
}

/** Minimum time between two requests for URLs while a book is drawn, and maximum number in one. */
const PACE_MS = 1_200;
const AT_ONCE = 50;

/**
 * URLs of pictures by hash, as far as loaded: those with which `picturesOf` shows a page, portraits and sheets. Each is requested once,
 * when a listener first shows it, because documents arrive by change. `open`: pages are shown singly and not in a list.
 */
export function usePictures(
  sessionId: string,
  { session, pages, phases }: Pick<Watched, "pages" | "phases"> & Partial<Pick<Watched, "session">>,
  open?: number,
): Map<string, string> {
  const [urls, setUrls] = useState(() => new Map<string, string>());
  const busy = useRef(false);
  const wanted = useRef(new Set<string>());
  const tried = useRef(new Set<string>());
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const fetchAll = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    while (wanted.current.size > 0 && !isGone.current) {
      const started = Date.now();
      const hashes = [...wanted.current].slice(0, AT_ONCE);
      try {
        const path = `/manga/sessions/${sessionId}/pictures?hashes=${hashes.join(",")}`;
        const { pictures } = await ask<{ pictures: Picture[] }>("GET", path);
        for (const hash of hashes) wanted.current.delete(hash);
        // A picture keeps its first URL, so that it is not loaded twice.
        setUrls((before) => new Map([...pictures.map(({ hash, url }) => [hash, url] as const), ...before]));
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) break;
        // Offline or rate-limited: retries after the stated time, while the screen is open.
        const seconds = error instanceof ApiError ? error.retryAfter : 0;
        await new Promise((resolve) => setTimeout(resolve, Math.max(AGAIN_MS, seconds * 1_000)));
      }
      // When the number of URLs for one request is reached, the request is sent without waiting.
      if (wanted.current.size >= AT_ONCE) continue;
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, PACE_MS - (Date.now() - started))));
    }
    busy.current = false;
  }, [sessionId]);

  const isEnded = session !== undefined && ENDED.includes(session.status);
  useEffect(() => {
    const px = open === undefined ? listedPx() : alonePx();
    const shown = [
      ...pages.flatMap((page) => picturesOf(page, { px, open, isEnded })),
      ...Object.values(phases.characters?.previews ?? {}),
      ...Object.values(phases.artwork?.previews ?? {}),
    ];
    for (const hash of shown) {
      if (hash === undefined || tried.current.has(hash)) continue;
      tried.current.add(hash);
      wanted.current.add(hash);
    }
    if (wanted.current.size > 0) void fetchAll();
  }, [pages, phases, open, isEnded, fetchAll]);
  return urls;
}
