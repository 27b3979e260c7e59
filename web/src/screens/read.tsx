// The screen "Read": one of the user's books in `<mekuri-reader>`. Shared books have their own page outside the studio.
import { useCallback, useEffect, useRef, useState } from "react";
import type { Manifest } from "../../../reader/manifest.ts";
import type { MekuriReader, Place } from "../../../reader/src/mekuri-reader.ts";
import "../../../reader/src/mekuri-reader.ts";
import { ask } from "../api.ts";
import { Bubble } from "../parts/bubble.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { takeEarlierPlace } from "../read-place.ts";
import { Link } from "../router.tsx";
import { useTitle } from "../use-title.ts";
import { useWords } from "../words/words.tsx";

/** Minimum time between two requests for new picture URLs. */
const RENEW_MS = 30_000;

export default function ReadScreen({ sessionId }: { sessionId: string }) {
  const { t } = useWords();
  const { manifest, error, again, renew } = useManifest(sessionId);
  const home = `/session/${sessionId}`;
  useTitle(manifest?.title ?? t("read.title"));
  if (manifest === undefined)
    return error === undefined ? <Loading /> : <Failed isWhole error={error} onAgain={again} />;
  if (manifest.pages.every(({ cover }) => cover)) {
    return (
      <Bubble isWhole sound="シーン…" title={t("read.noPages")}>
        <Link to={home} className="button">
          {t("read.close")}
        </Link>
      </Bubble>
    );
  }
  return <Reader {...{ manifest, home, renew }} />;
}

interface ReaderProps {
  manifest: Manifest;
  /** Where the close button leads. */
  home: string;
  /** Called when a picture did not load. */
  renew: () => void;
}

function Reader({ manifest, home, renew }: ReaderProps) {
  const { t } = useWords();
  const [start] = useState(() => startOf(manifest));
  // Removes the fragment, so that a reload opens the stored place and not the link's.
  useEffect(() => history.replaceState(history.state, "", location.pathname), []);
  return (
    <>
      <h1 className="unseen" lang={manifest.language}>
        {manifest.title}
      </h1>
      <mekuri-reader ref={takeKeyboard} manifest={manifest} place={start} onbroken={renew}>
        <span slot="start">
          <Link to={home} className="read-close">
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 6l12 12M18 6L6 18" />
            </svg>
            <span className="unseen">{t("read.close")}</span>
          </Link>
        </span>
        <span slot="end">
          <Link to={home} className="read-close-last">
            {t("read.close")}
          </Link>
        </span>
      </mekuri-reader>
    </>
  );
}

const takeKeyboard = (reader: MekuriReader | null) => reader?.focus();

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "mekuri-reader": ClassAttributes<MekuriReader> & {
        manifest: Manifest;
        place: Place | undefined;
        onbroken: () => void;
        children: ReactNode;
      };
    }
  }
}

/** The page of the link (`#12`), or the place stored by the earlier reader; undefined: the reader's stored place. */
function startOf({ id, pages }: Manifest): Place | undefined {
  const wanted = /^#(\d+)$/.exec(location.hash)?.[1] ?? takeEarlierPlace(id ?? "");
  if (wanted === null) return undefined;
  // If that page is not made yet, the next one that is.
  const page = pages.findIndex(({ label }) => Number(label ?? 0) >= Number(wanted));
  return { page: page < 0 ? pages.length - 1 : page };
}

/** The book's `reader.json`. Its URLs expire after about an hour, so a long session needs new ones. */
function useManifest(sessionId: string) {
  const [manifest, setManifest] = useState<Manifest | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  const isBroken = useRef(false);
  const renewedAt = useRef(Number.NEGATIVE_INFINITY);
  const renew = useCallback(() => {
    isBroken.current = true;
    if (!navigator.onLine || Date.now() - renewedAt.current < RENEW_MS) return;
    renewedAt.current = Date.now();
    again();
  }, [again]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt fetches again.
  useEffect(() => {
    const stop = new AbortController();
    setError(undefined);
    ask<Manifest>("GET", `/manga/sessions/${sessionId}/reader.json`, { signal: stop.signal }).then(
      (read) => {
        isBroken.current = false;
        setManifest(read);
      },
      (failed: unknown) => {
        if (!stop.signal.aborted) setError(failed);
      },
    );
    return () => stop.abort();
  }, [sessionId, attempt]);
  // Retries when the network returns.
  useEffect(() => {
    const reached = () => {
      if (isBroken.current) again();
    };
    window.addEventListener("online", reached);
    return () => window.removeEventListener("online", reached);
  }, [again]);
  return { manifest, error, again, renew };
}
