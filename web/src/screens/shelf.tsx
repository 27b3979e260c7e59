// Shelf: every book with its cover and state; search, delete, share, downloads.
import { useCallback, useEffect, useRef, useState } from "react";
import { ask } from "../api.ts";
import { type ClientSession, ENDED, type ListedPage, type Picture } from "../documents.ts";
import { Bubble } from "../parts/bubble.tsx";
import { Sure } from "../parts/dialog.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { Share } from "../parts/share.tsx";
import { Failed, Loading, Trouble } from "../parts/states.tsx";
import { Link } from "../router.tsx";
import { useSeenSession } from "../use-seen-session.ts";
import { useTitle } from "../use-title.ts";
import { useWords } from "../words/words.tsx";

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
  // Who searches looks through the whole shelf, not only through what was listed so far.
  useEffect(() => {
    if (isSearching) void load(listed.next);
  }, [isSearching, listed?.next, load]);
  const shown = listed?.sessions.filter(({ title }) => title.toLowerCase().includes(wanted)) ?? [];
  return (
    <div className="shelf">
      <div className="shelf-head">
        <h1 className="display">{t("shelf.title")}</h1>
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
      <ul className="books">
        {shown.map((session) => (
          <li key={session.sessionId}>
            <Book session={session} onChange={(part) => change(session.sessionId, part)} />
          </li>
        ))}
      </ul>
      {listed?.next === undefined || isSearching ? null : (
        <button type="button" className="button" onClick={() => load(listed.next)}>
          {t("shelf.more")}
        </button>
      )}
    </div>
  );
}

interface BookProps {
  session: ClientSession;
  onChange: (part: Partial<ClientSession> | undefined) => void;
}

function Book({ session, onChange }: BookProps) {
  const { t, tongue } = useWords();
  const [isDeleting, setDeleting] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const { sessionId, status, params, pages } = session;
  const title = session.title || t("shelf.untitled");
  const titleLanguage = session.title ? params.language : tongue;
  const path = `/manga/sessions/${sessionId}`;
  useSeenSession(sessionId, !ENDED.includes(status), onChange);

  const remove = async () => {
    setDeleting(false);
    try {
      await ask("DELETE", path);
      onChange(undefined);
    } catch (failed) {
      setError(failed);
    }
  };

  return (
    <article className="book">
      <Link to={`/session/${sessionId}`} className="book-cover">
        <span className="unseen">
          {t("shelf.open")}: {title}
        </span>
        <Cover session={session} title={title} language={titleLanguage} />
        <span className={`stamp stamp-${status}`}>{t(`status.${status}`)}</span>
      </Link>
      <h2 lang={titleLanguage}>{title}</h2>
      <p className="soft book-about">
        {pages > 0 ? <span>{t("shelf.pages", { n: pages })}</span> : null}
        <span>{new Date(session.createdAt).toLocaleDateString(tongue, { dateStyle: "medium" })}</span>
      </p>
      <div className="book-actions">
        {status === "completed" || session.cover !== undefined ? (
          <Link to={`/read/${sessionId}`} className="button button-hot">
            {t("shelf.read")}
          </Link>
        ) : (
          <Link
            to={`/session/${sessionId}`}
            className={status === "waiting" ? "button button-hot" : "button"}
          >
            {t("shelf.open")}
          </Link>
        )}
        {status === "completed" ? (
          <>
            <Downloads session={session} />
            <Share session={session} onChange={onChange} />
          </>
        ) : null}
        <button type="button" className="button" onClick={() => setDeleting(true)}>
          {t("shelf.delete")}
        </button>
      </div>
      {isDeleting ? (
        <Sure
          question={t("shelf.deleteSure", { title })}
          yes={t("shelf.delete")}
          no={t("shelf.keep")}
          onYes={remove}
          onNo={() => setDeleting(false)}
        />
      ) : null}
      <Trouble error={error} />
    </article>
  );
}

interface CoverProps {
  session: ClientSession;
  title: string;
  language: string;
}

/** The book's own, or its first page until there is one; asked for once the book is in sight, and again once there is more. */
function Cover({ session, title, language }: CoverProps) {
  const { sessionId, phases, cover } = session;
  const made =
    cover ?? (phases.lettering.done > 0 ? "page" : phases.storyboard.done > 0 ? "rough" : undefined);
  const place = useRef<HTMLSpanElement>(null);
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (made === undefined) return;
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      const path = `/manga/sessions/${sessionId}/pages?page=1`;
      ask<{ pages: ListedPage[]; cover?: Picture }>("GET", path).then(
        ({ pages: [page], cover }) => setUrl(cover?.url ?? page?.image?.url ?? page?.preview?.url),
        // A book without a page yet keeps its plain cover.
        () => {},
      );
    });
    if (place.current !== null) watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [sessionId, made]);
  return (
    <span ref={place} className="cover">
      {url === undefined ? (
        <>
          <i className="tone" />
          <b className="cover-title" aria-hidden="true" lang={language}>
            {title}
          </b>
        </>
      ) : (
        <img src={url} alt="" />
      )}
    </span>
  );
}
