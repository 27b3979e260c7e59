// Read: opens a book of one's own for the reader. A shared one has a page of its own, which is not the studio's.
import { useCallback, useEffect, useRef, useState } from "react";
import { ask } from "../api.ts";
import { type ClientSession, type Frame, type ListedPage, PAPER, type Picture } from "../documents.ts";
import { Bubble } from "../parts/bubble.tsx";
import { Failed, Loading } from "../parts/states.tsx";
import { Link } from "../router.tsx";
import { useTitle } from "../use-title.ts";
import { useWords } from "../words/words.tsx";
import { Reader } from "./reader.tsx";

export interface BookPage {
  /** 0 is the cover's. */
  number: number;
  url: string;
  width: number;
  height: number;
  texts: string[];
  frames: Frame[];
}

export interface Book {
  id: string;
  /** When its pictures' addresses were given. */
  openedAt: number;
  title: string;
  language: "ja" | "en";
  direction: "rtl" | "ltr";
  /** The cover first, where there is one. */
  pages: BookPage[];
  /** Where closing the book leads. */
  home: string;
}

/** Pictures that do not open are asked for anew at most this often. */
const RENEW_MS = 30_000;

export default function ReadScreen({ sessionId }: { sessionId: string }) {
  const { t } = useWords();
  const [book, setBook] = useState<Book | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  const renewedAt = useRef(Number.NEGATIVE_INFINITY);
  /** Addresses last an hour or so: whoever reads on after a night needs new ones. */
  const renew = useCallback(() => {
    if (Date.now() - renewedAt.current < RENEW_MS) return;
    renewedAt.current = Date.now();
    again();
  }, [again]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks again.
  useEffect(() => {
    const stop = new AbortController();
    setError(undefined);
    ownBook(sessionId, stop.signal).then(setBook, (failed: unknown) => {
      if (!stop.signal.aborted) setError(failed);
    });
    return () => stop.abort();
  }, [sessionId, attempt]);
  // What was not reached while there was no network is there once there is one.
  useEffect(() => {
    if (book === undefined) return;
    window.addEventListener("online", again);
    return () => window.removeEventListener("online", again);
  }, [book, again]);
  useTitle(book?.title ?? t("read.title"));
  if (book === undefined)
    return error === undefined ? <Loading /> : <Failed isWhole error={error} onAgain={again} />;
  if (book.pages.every(({ number }) => number === 0)) {
    return (
      <Bubble isWhole sound="シーン…" title={t("read.noPages")}>
        <Link to={book.home} className="button">
          {t("read.close")}
        </Link>
      </Bubble>
    );
  }
  return <Reader book={book} onBroken={renew} />;
}

async function ownBook(sessionId: string, signal: AbortSignal): Promise<Book> {
  const path = `/manga/sessions/${sessionId}`;
  const [session, { pages, cover }] = await Promise.all([
    ask<ClientSession>("GET", path, { signal }),
    ask<{ pages: ListedPage[]; cover?: Picture }>("GET", `${path}/pages`, { signal }),
  ]);
  const { language, direction } = session.params;
  return {
    ...{ id: sessionId, title: session.title, language, direction, home: `/session/${sessionId}` },
    openedAt: Date.now(),
    pages: [
      ...asCover(cover),
      ...pages.flatMap(({ number, image, widthPx, heightPx, texts, panels }) =>
        image === undefined
          ? []
          : [
              {
                ...{ number, url: image.url, width: widthPx ?? 1, height: heightPx ?? 1 },
                texts: texts.map(({ text }) => text),
                frames: panels.flatMap(({ frame }) => (frame === undefined ? [] : [frame])),
              },
            ],
      ),
    ],
  };
}

/** A cover is as large as a page. */
function asCover(cover: Picture | undefined): BookPage[] {
  if (cover === undefined) return [];
  return [{ number: 0, url: cover.url, ...PAPER, texts: [], frames: [] }];
}
