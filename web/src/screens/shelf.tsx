// The screen "Shelf": all books of the user, and a search.
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { ask } from "../api.ts";
import type { ClientSession } from "../documents.ts";
import { importWithRetry } from "../import-with-retry.ts";
import { Bubble } from "../parts/bubble.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { Link } from "../router.tsx";
import { useTitle } from "../use-title.ts";
import { useWords } from "../words/words.tsx";
import { ShelfBook } from "./shelf-book.tsx";

const LentBooks = lazy(() => importWithRetry(() => import("./people/lent-books.tsx")));

interface Listed {
  sessions: ClientSession[];
  next?: string | undefined;
}

const A_PAGE = 24;

export function ShelfScreen() {
  const { t } = useWords();
  const [listed, setListed] = useState<Listed | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const [words, setWords] = useState("");
  /** Announcement of a deletion to screen readers. */
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  useTitle(t("shelf.title"));

  const load = useCallback(async (cursor?: string) => {
    setError(undefined);
    try {
      const after = cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const more = await ask<Listed>("GET", `/manga/sessions?limit=${A_PAGE}${after}`);
      setListed((before) => ({
        sessions: cursor === undefined ? more.sessions : [...(before?.sessions ?? []), ...more.sessions],
        next: more.next,
      }));
    } catch (failed) {
      setError(failed);
    }
  }, []);
  useEffect(() => void load(), [load]);

  const change = (sessionId: string, part: Partial<ClientSession> | undefined) =>
    setListed((before) => {
      if (before === undefined) return before;
      const sessions = before.sessions.flatMap((one) =>
        one.sessionId !== sessionId ? [one] : part === undefined ? [] : [{ ...one, ...part }],
      );
      return { ...before, sessions };
    });

  const wanted = words.trim().toLowerCase();
  const isSearching = wanted !== "" && listed?.next !== undefined && error === undefined;
  // A search loads the whole shelf, not only the books listed so far.
  useEffect(() => {
    if (isSearching) void load(listed.next);
  }, [isSearching, listed?.next, load]);
  const shown = listed?.sessions.filter(({ title }) => title.toLowerCase().includes(wanted)) ?? [];
  return (
    <div className="shelf">
      <div className="shelf-head">
        <h1 className="display" tabIndex={-1} ref={heading}>
          {t("shelf.title")}
        </h1>
        {listed !== undefined && listed.sessions.length > 0 ? (
          <label className="field field-search">
            <span>{t("shelf.search")}</span>
            <input type="search" value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
        ) : null}
      </div>
      {error !== undefined ? <Failed error={error} onAgain={() => load()} /> : null}
      {listed === undefined && error === undefined ? <Loading /> : null}
      {listed?.sessions.length === 0 ? (
        <Bubble sound="シーン…" title={t("shelf.empty")}>
          <Link to="/" className="button button-hot">
            {t("nav.new")}
          </Link>
        </Bubble>
      ) : null}
      <div role="status" className="shelf-said">
        {isSearching ? t("wait.loading") : null}
        {!isSearching && listed !== undefined && listed.sessions.length > 0 && shown.length === 0 ? (
          <Bubble sound="シーン…" title={t("shelf.none")}>
            <p>{t("shelf.noneHint", { words: words.trim() })}</p>
            <button type="button" className="button" onClick={() => setWords("")}>
              {t("shelf.all")}
            </button>
          </Bubble>
        ) : null}
      </div>
      <p role="status" className="unseen">
        {said}
      </p>
      <ul className="books">
        {shown.map((session) => (
          <li key={session.sessionId}>
            <ShelfBook
              session={session}
              onChange={(part) => change(session.sessionId, part)}
              onSay={setSaid}
              onGone={(isHere) => {
                // If the deleted book had the focus, the heading gets it.
                if (isHere) heading.current?.focus();
                change(session.sessionId, undefined);
              }}
            />
          </li>
        ))}
      </ul>
      {listed?.next === undefined || isSearching ? null : (
        <button type="button" className="button" onClick={() => load(listed.next)}>
          {t("shelf.more")}
        </button>
      )}
      {listed === undefined ? null : (
        <Suspense fallback={null}>
          <LentBooks />
        </Suspense>
      )}
    </div>
  );
}
