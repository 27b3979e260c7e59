// One page below the other, for phones; where one is in it is where one comes back to.
import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../words/words.tsx";
import type { Point } from "./panel-at.ts";
import type { Book } from "./read.tsx";
import { useGestures } from "./use-gestures.ts";

interface ReaderStripProps {
  book: Book;
  at: number;
  onAt: (at: number) => void;
  onDouble: (page: HTMLElement | null, at: Point) => void;
  onBroken: () => void;
  /** What stands below the last page. */
  children: ReactNode;
}

export function ReaderStrip({ book, at, onAt, onDouble, onBroken, children }: ReaderStripProps) {
  const { t } = useWords();
  const strip = useRef<HTMLOListElement>(null);
  /** The page that scrolling came to: only another one is scrolled to. */
  const seen = useRef(0);
  const gestures = useGestures({ onDouble });

  useEffect(() => {
    if (seen.current === at) return;
    seen.current = at;
    strip.current?.children[at]?.scrollIntoView({ block: "start" });
  }, [at]);

  useEffect(() => {
    const watcher = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const index = Number(target instanceof HTMLElement ? target.dataset.index : -1);
          if (!isIntersecting || index === seen.current) continue;
          seen.current = index;
          onAt(index);
        }
      },
      { rootMargin: "-45% 0px -45% 0px" },
    );
    for (const page of strip.current?.children ?? []) watcher.observe(page);
    return () => watcher.disconnect();
  }, [onAt]);

  return (
    <>
      <ol className="strip" ref={strip} lang={book.language} {...gestures}>
        {book.pages.map(({ number, url, width, height, texts }, index) => (
          <li key={number} data-index={index}>
            <img
              key={book.openedAt}
              data-page={number}
              src={url}
              onError={onBroken}
              width={width}
              height={height}
              alt={[number === 0 ? t("read.cover") : t("watch.pageAlt", { page: number }), ...texts].join(
                " ",
              )}
              loading={Math.abs(index - at) < 3 ? "eager" : "lazy"}
            />
          </li>
        ))}
      </ol>
      {children}
    </>
  );
}
