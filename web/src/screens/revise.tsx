// Revise: one page at a time, its balloons and panels; the whole book's words and direction; versions, undo and redo.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ApiError, ask } from "../api.ts";
import type { ClientSession, Version } from "../documents.ts";
import { Bubble } from "../parts/bubble.tsx";
import { Loading, Trouble } from "../parts/states.tsx";
import { Link } from "../router.tsx";
import { usePictures, useSession } from "../use-session.ts";
import { useWords } from "../words/words.tsx";
import { BookChanges } from "./revise-book.tsx";
import { PageChanges } from "./revise-page.tsx";

/** Sends a change and says whether it was taken; waits while the book is still being made anew. */
export type Change = (method: string, path: string, body?: unknown) => Promise<boolean>;

export default function ReviseScreen({ sessionId }: { sessionId: string }) {
  const { t } = useWords();
  const watched = useSession(sessionId);
  const urls = usePictures(sessionId, watched);
  const { session, pages, isMissing } = watched;
  const [number, setNumber] = useState(1);
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>(undefined);
  const settled = useSettled(session);
  const versions = useVersions(sessionId, session);

  const change = useCallback<Change>(
    async (method, path, body) => {
      setError(undefined);
      setSaid("");
      try {
        const version = await settled.now();
        const address = `/manga/sessions/${sessionId}${path}`;
        const made = await ask<{ version: number }>(method, address, {
          version,
          ...(body === undefined ? {} : { body }),
        });
        settled.expect(made.version);
        return true;
      } catch (refused) {
        if (refused instanceof ApiError && (refused.status === 409 || refused.status === 412))
          setSaid(t("revise.busy"));
        else setError(refused);
        return false;
      }
    },
    [sessionId, settled, t],
  );

  if (isMissing) {
    return (
      <Bubble isWhole sound="シーン…" title={t("error.notFound")}>
        <Link to="/shelf" className="button">
          {t("nav.shelf")}
        </Link>
      </Bubble>
    );
  }
  if (session === undefined) return <Loading />;
  const page = pages.find((one) => one.number === number) ?? pages[0];
  const isWorking = session.status === "running" || session.status === "queued";
  return (
    <div className="revise">
      <div className="revise-head">
        <h1 className="display" lang={session.params.language}>
          {session.title}
        </h1>
        <div className="row">
          <UndoRedo versions={versions} isWorking={isWorking} change={change} />
          <Link to={`/read/${sessionId}`} className="button button-hot">
            {t("watch.read")}
          </Link>
          <Link to={`/session/${sessionId}`} className="button">
            {t("watch.pages")}
          </Link>
        </div>
        <p className="revise-state" role="status">
          {isWorking ? t("revise.working") : said}
        </p>
        <Trouble error={error} />
      </div>
      <nav className="page-tabs" aria-label={t("watch.pages")}>
        {pages.map((one) => (
          <button
            key={one.number}
            type="button"
            aria-current={one === page ? "page" : undefined}
            onClick={() => setNumber(one.number)}
          >
            {one.number}
          </button>
        ))}
      </nav>
      {page === undefined ? (
        <p className="soft">{t("watch.noPages")}</p>
      ) : (
        <PageChanges
          key={page.number}
          session={session}
          page={page}
          urls={urls}
          versions={versions}
          change={change}
        />
      )}
      <BookChanges
        session={session}
        pages={pages}
        versions={versions}
        isWorking={isWorking}
        change={change}
      />
    </div>
  );
}

interface Settled {
  /** Resolves with the version that is seen, once the book is made and can be changed. */
  now(): Promise<number | undefined>;
  /** A change was taken: until a listener has seen its version, what is seen is old. */
  expect(version: number): void;
}

function useSettled(session: ClientSession | undefined): Settled {
  const seen = useRef(session);
  const least = useRef(0);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    seen.current = session;
    if (!isSettled(session, least.current)) return;
    for (const resolve of waiting.current.splice(0)) resolve();
  }, [session]);
  return useMemo(
    () => ({
      async now() {
        while (!isSettled(seen.current, least.current)) {
          await new Promise<void>((resolve) => waiting.current.push(resolve));
        }
        return seen.current?.version;
      },
      expect(version) {
        least.current = version;
      },
    }),
    [],
  );
}

function isSettled(session: ClientSession | undefined, least: number): boolean {
  return session?.status !== "running" && session?.status !== "queued" && (session?.version ?? 0) >= least;
}

function useVersions(sessionId: string, session: ClientSession | undefined): Version[] {
  const [versions, setVersions] = useState<Version[]>([]);
  const number = session?.version;
  useEffect(() => {
    if (number === undefined) return;
    const stop = new AbortController();
    ask<{ versions: Version[] }>("GET", `/manga/sessions/${sessionId}/versions`, {
      signal: stop.signal,
    }).then(
      (listed) => setVersions(listed.versions),
      // Without the list the book can still be changed; the next change asks again.
      () => setVersions((before) => before),
    );
    return () => stop.abort();
  }, [sessionId, number]);
  return versions;
}

/** The version whose state another one has: a restored one counts as the one that it restored. */
function originOf(version: Version | undefined, versions: readonly Version[]): number | undefined {
  if (version?.of === undefined) return version?.number;
  return originOf(
    versions.find(({ number }) => number === version.of),
    versions,
  );
}

interface UndoRedoProps {
  versions: readonly Version[];
  isWorking: boolean;
  change: Change;
}

function UndoRedo({ versions, isWorking, change }: UndoRedoProps) {
  const { t } = useWords();
  const latest = versions.at(-1);
  const origin = originOf(latest, versions);
  const made = versions.filter(({ of }) => of === undefined).map(({ number }) => number);
  const at = made.indexOf(origin ?? -1);
  const [before, after] = [made[at - 1], latest?.of === undefined ? undefined : made[at + 1]];
  const restore = (number: number) => change("POST", `/versions/${number}/restore`);
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={before === undefined || at < 0 || isWorking}
        onClick={() => restore(before ?? 1)}
      >
        {t("revise.undo")}
      </button>
      <button
        type="button"
        className="button"
        disabled={after === undefined || isWorking}
        onClick={() => restore(after ?? 1)}
      >
        {t("revise.redo")}
      </button>
    </>
  );
}
