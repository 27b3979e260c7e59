// Shelf: every book with its cover and state; search, delete, share, downloads.
import { useCallback, useEffect, useRef, useState } from "react";
import { ask } from "../api.ts";
import type { ClientSession, ListedPage, Picture } from "../documents.ts";
import { Bubble } from "../parts/bubble.tsx";
import { Sure } from "../parts/dialog.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { Failed, Loading, Trouble } from "../parts/states.tsx";
import { Link } from "../router.tsx";
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
      {listed !== undefined && listed.sessions.length > 0 && shown.length === 0 ? (
        <p role="status">{t("shelf.none", { words })}</p>
      ) : null}
      <ul className="books">
        {shown.map((session) => (
          <li key={session.sessionId}>
            <Book session={session} onChange={(part) => change(session.sessionId, part)} />
          </li>
        ))}
      </ul>
      {listed?.next === undefined ? null : (
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
  const { t } = useWords();
  const [isDeleting, setDeleting] = useState(false);
  const [link, setLink] = useState<string | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const { sessionId, status, params, pages } = session;
  const title = session.title || t("shelf.untitled");
  const path = `/manga/sessions/${sessionId}`;
  const isShared = session.visibility !== "private";

  const remove = async () => {
    setDeleting(false);
    try {
      await ask("DELETE", path);
      onChange(undefined);
    } catch (failed) {
      setError(failed);
    }
  };
  const share = async (visibility: "unlisted" | "private") => {
    setError(undefined);
    try {
      const about = await ask<{ shareToken?: string }>("PATCH", path, { body: { visibility } });
      onChange({ visibility });
      if (about.shareToken === undefined) return setLink(undefined);
      const address = `${location.origin}/shared/${about.shareToken}`;
      setLink(address);
      // Where the clipboard is refused, the link is there to be copied by hand.
      await navigator.clipboard?.writeText(address).catch(() => {});
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
        <Cover session={session} />
        <span className={`stamp stamp-${status}`}>{t(`status.${status}`)}</span>
      </Link>
      <h2 lang={params.language}>{title}</h2>
      <p className="soft">
        {pages > 0 ? `${t("shelf.pages", { n: pages })} · ` : ""}
        {new Date(session.createdAt).toLocaleDateString(document.documentElement.lang)}
      </p>
      <div className="row book-actions">
        {status === "completed" ? (
          <>
            <Link to={`/read/${sessionId}`} className="button button-small">
              {t("shelf.read")}
            </Link>
            <Downloads session={session} />
            <button type="button" className="button" onClick={() => share(isShared ? "private" : "unlisted")}>
              {t(isShared ? "shelf.private" : "shelf.share")}
            </button>
          </>
        ) : null}
        <button type="button" className="button" onClick={() => setDeleting(true)}>
          {t("shelf.delete")}
        </button>
      </div>
      {link === undefined ? null : (
        <p role="status" className="share">
          <span>{t("shelf.shared")}</span>
          <input
            readOnly
            value={link}
            aria-label={t("shelf.link")}
            onFocus={(event) => event.target.select()}
          />
        </p>
      )}
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

/** The book's own, or its first page until there is one; asked for once the book is in sight. */
function Cover({ session: { sessionId, phases } }: { session: ClientSession }) {
  const hasPages = phases.storyboard.done > 0;
  const place = useRef<HTMLSpanElement>(null);
  const [url, setUrl] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (!hasPages) return;
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      const path = `/manga/sessions/${sessionId}/pages?page=1`;
      ask<{ pages: ListedPage[]; cover?: Picture }>("GET", path).then(
        ({ pages: [page], cover }) => setUrl(cover?.url ?? page?.image?.url ?? page?.preview?.url),
        // A book without a page yet keeps its plain cover.
        () => setUrl(undefined),
      );
    });
    if (place.current !== null) watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [sessionId, hasPages]);
  return (
    <span ref={place} className="cover">
      {url === undefined ? <i className="tone" /> : <img src={url} alt="" />}
    </span>
  );
}
