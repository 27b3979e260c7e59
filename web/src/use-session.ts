// A session as it is now, seen by listeners; the addresses of its pictures follow what the listeners show.
import { useCallback, useEffect, useRef, useState } from "react";
import { ApiError, ask, notReached } from "./api.ts";
import type {
  ClientPage,
  ClientPhase,
  ClientSession,
  ListedPage,
  PhaseName,
  PhaseResult,
} from "./documents.ts";
import { seeBook } from "./outbox/outbox.ts";
import { isReplaced } from "./when-reached.ts";

export interface Watched {
  session: ClientSession | undefined;
  phases: Partial<Record<PhaseName, ClientPhase>>;
  pages: ClientPage[];
  /** The connection is lost: what is shown may be old. */
  isStale: boolean;
  isMissing: boolean;
  error: unknown;
}

const NOTHING: Watched = {
  ...{ session: undefined, phases: {}, pages: [] },
  ...{ isStale: false, isMissing: false, error: undefined },
};

/** While the first snapshot is awaited, a lost network shows after this long. */
const AGAIN_MS = 4_000;

export function useSession(sessionId: string): Watched {
  const [watched, setWatched] = useState(NOTHING);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt listens anew.
  useEffect(() => {
    let stop = () => {};
    let again: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const merge = (part: Partial<Watched>) => setWatched((before) => ({ ...before, ...part }));
    const onError = (error: unknown) => {
      if (isOver) return;
      if (isDenied(error)) return merge({ isMissing: true });
      // Whatever the SDK says: the service was not reached, or ended the stream. Once more.
      merge({ error: error instanceof ApiError ? error : notReached(), isStale: true });
      stop();
      again = setTimeout(() => setAttempt((count) => count + 1), AGAIN_MS);
    };
    import("./live.ts").then(({ listen }) => {
      if (isOver) return;
      stop = listen(sessionId, {
        onSession: (session) =>
          merge(
            session === undefined ? { isMissing: true } : { session, isMissing: false, error: undefined },
          ),
        onPhases: (phases) => merge({ phases: Object.fromEntries(phases.map((one) => [one.phase, one])) }),
        onPages: (pages) => merge({ pages: pages.toSorted((a, b) => a.number - b.number) }),
        onStale: (isStale) => merge({ isStale }),
        onError,
      });
    }, onError);
    return () => {
      isOver = true;
      clearTimeout(again);
      stop();
    };
  }, [sessionId, attempt]);
  // Edits that wait are sent once the book can be changed.
  const { session } = watched;
  useEffect(() => (session === undefined ? undefined : seeBook(session)), [session]);
  useEffect(() => {
    if (!watched.isStale) return;
    const timer = setInterval(async () => {
      const isOld = await import("./live.ts").then(({ isElsewhere }) => isElsewhere(), isReplaced);
      if (isOld) location.reload();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [watched.isStale]);
  return watched;
}

function isDenied(error: unknown): boolean {
  if (error instanceof ApiError) return error.status === 404;
  return error instanceof Error && "code" in error && error.code === "permission-denied";
}

/** Addresses are asked for at most this often while a book is drawn. */
const PACE_MS = 1_200;

/** The address of a picture by its hash, as far as it is known; asked for when a listener shows one that is not. */
export function usePictures(sessionId: string, { pages, phases }: Watched): Map<string, string> {
  const [urls, setUrls] = useState(() => new Map<string, string>());
  const busy = useRef(false);
  const wanted = useRef({ ofPages: false, ofCast: false, ofSetting: false });
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
    while (Object.values(wanted.current).includes(true)) {
      const { ofPages, ofCast, ofSetting } = wanted.current;
      wanted.current = { ofPages: false, ofCast: false, ofSetting: false };
      const started = Date.now();
      const path = `/manga/sessions/${sessionId}`;
      try {
        const [listed, cast, setting] = await Promise.all([
          ofPages ? ask<{ pages: ListedPage[] }>("GET", `${path}/pages`) : undefined,
          ofCast ? ask<PhaseResult>("GET", `${path}/phase/2`) : undefined,
          ofSetting ? ask<PhaseResult>("GET", `${path}/phase/5`) : undefined,
        ]);
        const found = [
          ...(listed?.pages ?? []).flatMap(({ image, preview, panels }) => [
            ...[image, preview],
            ...panels.map((panel) => panel.image),
          ]),
          ...Object.values({ ...cast?.preview, ...setting?.preview }),
        ].flatMap((picture) => (picture === undefined ? [] : [[picture.hash, picture.url] as const]));
        // A picture keeps the address by which it was shown first, so that it is not loaded twice.
        setUrls((before) => new Map([...found, ...before]));
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) break;
        // Offline, or too many requests: once more when that may be over, for as long as somebody looks.
        wanted.current = {
          ofPages: ofPages || wanted.current.ofPages,
          ofCast: ofCast || wanted.current.ofCast,
          ofSetting: ofSetting || wanted.current.ofSetting,
        };
        const seconds = error instanceof ApiError ? error.retryAfter : 0;
        await new Promise((resolve) => setTimeout(resolve, Math.max(AGAIN_MS, seconds * 1_000)));
        if (isGone.current) break;
      }
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, PACE_MS - (Date.now() - started))));
    }
    busy.current = false;
  }, [sessionId]);

  useEffect(() => {
    const isNew = (hash: string | undefined) =>
      hash !== undefined && !urls.has(hash) && !tried.current.has(hash);
    const note = (hash: string | undefined) => hash !== undefined && tried.current.add(hash);
    const ofPages = pages.flatMap(({ image, preview, panels }) => [
      image,
      preview,
      ...panels.map((one) => one.image),
    ]);
    const ofCast = Object.values(phases.characters?.previews ?? {});
    const ofSetting = Object.values(phases.artwork?.previews ?? {});
    if (ofPages.some(isNew)) wanted.current.ofPages = true;
    if (ofCast.some(isNew)) wanted.current.ofCast = true;
    if (ofSetting.some(isNew)) wanted.current.ofSetting = true;
    for (const hash of [...ofPages, ...ofCast, ...ofSetting]) note(hash);
    if (Object.values(wanted.current).includes(true)) void fetchAll();
  }, [pages, phases, urls, fetchAll]);
  return urls;
}
