// A book on the shelf: cover, state, links, files, sharing, and deleting.
import { useEffect, useRef, useState } from "react";
import { ApiError, ask } from "../api.ts";
import {
  type ClientSession,
  ENDED,
  type ListedPage,
  type Picture,
  type Pictured,
  sharpUrl,
} from "../documents.ts";
import { forgetBookHere } from "../forget-book.ts";
import { elementPx } from "../page-px.ts";
import { ConfirmDialog } from "../parts/dialog.tsx";
import { Downloads } from "../parts/downloads.tsx";
import { Share } from "../parts/share.tsx";
import { reasonOf } from "../problem-words.ts";
import { Link } from "../router.tsx";
import { useSeenSession } from "../use-seen-session.ts";
import { useWords } from "../words/words.tsx";

interface ShelfBookProps {
  session: ClientSession;
  onChange: (part: Partial<ClientSession>) => void;
  /** Announces a message to screen readers. */
  onSay: (words: string) => void;
  /** Called after deletion; `isHere`: the focus was in the book. */
  onGone: (isHere: boolean) => void;
}

export function ShelfBook({ session, onChange, onSay, onGone }: ShelfBookProps) {
  const { t, tongue } = useWords();
  const place = useRef<HTMLElement>(null);
  const [deleting, setDeleting] = useState<"asked" | "begun" | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const { sessionId, status, params, pages } = session;
  const title = session.title || t("shelf.untitled");
  const titleLanguage = session.title ? params.language : tongue;
  const path = `/manga/sessions/${sessionId}`;
  useSeenSession(sessionId, !ENDED.includes(status), onChange);

  const isGoing = deleting === "begun";
  // The focused control disappeared with the question, so the book gets the focus.
  useEffect(() => {
    if (isGoing) place.current?.focus();
  }, [isGoing]);
  const keep = () => setDeleting((before) => (before === "asked" ? undefined : before));
  const remove = async () => {
    setDeleting("begun");
    setError(undefined);
    onSay(t("shelf.deletingBook", { title }));
    try {
      await ask("DELETE", path);
    } catch (failed) {
      // It was deleted elsewhere already.
      if (!(failed instanceof ApiError) || failed.status !== 404) {
        setDeleting(undefined);
        setError(failed);
        onSay("");
        return;
      }
    }
    await forgetBookHere(sessionId);
    onSay(t("shelf.deleted", { title }));
    onGone(place.current?.contains(document.activeElement) ?? false);
  };

  return (
    <article className={isGoing ? "book book-going" : "book"} aria-busy={isGoing} tabIndex={-1} ref={place}>
      <div inert={isGoing}>
        <Link to={`/session/${sessionId}`} className="book-cover">
          <span className="unseen">
            {t("shelf.open")}: {title}
          </span>
          <Cover session={session} title={title} language={titleLanguage} />
          {isGoing ? (
            <span className="stamp">{t("shelf.deleting")}</span>
          ) : (
            <span className={`stamp stamp-${status}`}>{t(`status.${status}`)}</span>
          )}
        </Link>
      </div>
      <h2 lang={titleLanguage}>{title}</h2>
      <p className="soft book-about">
        {pages > 0 ? <span>{t("shelf.pages", { n: pages })}</span> : null}
        <span>{new Date(session.createdAt).toLocaleDateString(tongue, { dateStyle: "medium" })}</span>
      </p>
      <div className="book-actions" inert={isGoing}>
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
        <button type="button" className="button" onClick={() => setDeleting("asked")}>
          {t("shelf.delete")}
        </button>
      </div>
      {deleting === "asked" ? (
        <ConfirmDialog
          question={t("shelf.deleteSure", { title })}
          yes={t("shelf.delete")}
          no={t("shelf.keep")}
          onYes={remove}
          onNo={keep}
        />
      ) : null}
      <p className="trouble" role="alert">
        {error === undefined ? null : t("shelf.notDeleted", { reason: reasonOf(error, t) })}
      </p>
    </article>
  );
}

interface Listed {
  pages: ListedPage[];
  cover?: Picture;
  coverRenditions?: Pictured["renditions"];
}

interface CoverProps {
  session: ClientSession;
  title: string;
  language: string;
}

/** The book's cover, or its first page until there is one. Requested when the book scrolls into view, and again when there is more. */
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
      ask<Listed>("GET", path).then(
        ({ pages: [page], cover, coverRenditions }) => {
          const px = elementPx(place.current);
          const bound = sharpUrl({ image: cover, renditions: coverRenditions }, px);
          setUrl(bound ?? (page && sharpUrl(page, px)) ?? page?.preview?.url);
        },
        // A book without pages keeps its plain cover.
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
