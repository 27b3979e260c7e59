// The reader: spreads or single pages that turn by key, tap, swipe and button, or one long strip; zoom from panel to panel.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Icon } from "../parts/icon.tsx";
import { Link } from "../router.tsx";
import { useWords } from "../words/words.tsx";
import { type Point, panelAt } from "./panel-at.ts";
import type { Book } from "./read.tsx";
import { MODES, type Mode, ReaderBar, type Sheet } from "./reader-bar.tsx";
import { ReaderPages } from "./reader-pages.tsx";
import { ReaderSheet } from "./reader-sheet.tsx";
import { ReaderStrip } from "./reader-strip.tsx";
import { ReaderText } from "./reader-text.tsx";
import { spreadsOf } from "./spreads.ts";

const MODE = "mekuri.mode";
const isNarrow = () => matchMedia("(max-width: 640px)").matches;

/** As it was chosen last; else a phone shows one long strip, a wide window two pages. */
function firstMode(): Mode {
  const kept = MODES.find((one) => one === localStorage.getItem(MODE));
  if (kept !== undefined) return kept;
  if (isNarrow()) return "scroll";
  return matchMedia("(min-aspect-ratio: 1/1)").matches ? "spread" : "single";
}

export function Reader({ book, onBroken }: { book: Book; onBroken: () => void }) {
  const { t } = useWords();
  const { pages, direction, home } = book;
  const kept = `mekuri.place.${book.id}`;
  const hasCover = pages[0]?.number === 0;
  const [at, setAt] = useState(() => {
    // The page that a link leads to, else where the book was left.
    const left = Number(/^#(\d+)$/.exec(location.hash)?.[1] ?? localStorage.getItem(kept) ?? 0);
    const found = pages.findIndex(({ number }) => number >= left);
    return found < 0 ? pages.length - 1 : found;
  });
  const leaf = pages[at]?.number ?? 0;
  const [mode, setMode] = useState(firstMode);
  const shifted = `mekuri.shifted.${book.id}`;
  const [isShifted, setShifted] = useState(() => localStorage.getItem(shifted) === "true");
  /** The panel that fills the view, by its place on the page. */
  const [zoomed, setZoomed] = useState<number | undefined>(undefined);
  const [sheet, setSheet] = useState<Sheet | undefined>(undefined);
  /** Whoever zooms in the strip looks at one page until they are back. */
  const laid = mode === "scroll" && zoomed !== undefined ? "single" : mode;
  const stage = useRef<HTMLDivElement>(null);

  // Loaded anew, the book opens where it was left, not where it was opened.
  useEffect(() => history.replaceState(null, "", location.pathname), []);
  useEffect(() => localStorage.setItem(kept, String(leaf)), [kept, leaf]);
  useEffect(() => localStorage.setItem(shifted, String(isShifted)), [shifted, isShifted]);

  const spreads = useMemo(
    () =>
      mode === "spread"
        ? spreadsOf(
            pages.map(({ number, frames }) => ({ number, crosses: frames.some(({ crosses }) => crosses) })),
            isShifted,
          )
        : pages.map((_, index) => [index]),
    [mode, pages, isShifted],
  );
  const place = Math.max(
    0,
    spreads.findIndex((spread) => spread.includes(at)),
  );
  const isLast = place === spreads.length - 1;
  const zoomAt = (page: HTMLElement | null, point: Point) => {
    const found = zoomed === undefined && page !== null ? panelAt(pages, page, point) : undefined;
    if (found !== undefined) setAt(found.page);
    setZoomed(found?.panel);
  };

  const turn = useCallback(
    (by: number) => {
      const panels = pages[at]?.frames.length ?? 0;
      if (zoomed !== undefined) {
        const next = zoomed + by;
        if (next >= 0 && next < panels) return setZoomed(next);
        const page = at + by;
        if (page < 0 || page >= pages.length) return setZoomed(undefined);
        setAt(page);
        return setZoomed(by > 0 ? 0 : Math.max(0, (pages[page]?.frames.length ?? 1) - 1));
      }
      const target = spreads[place + by]?.[0];
      if (target !== undefined) setAt(target);
    },
    [spreads, place, zoomed, at, pages],
  );

  const fill = useCallback(() => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    else void stage.current?.requestFullscreen?.();
  }, []);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof HTMLElement && event.target.closest("input, select, textarea, dialog"))
        return;
      const forward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      const back = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
      const isButton = event.target instanceof HTMLButtonElement || event.target instanceof HTMLAnchorElement;
      const { key } = event;
      if (key === forward || key === "PageDown" || (key === " " && !isButton)) turn(1);
      else if (key === back || key === "PageUp") turn(-1);
      else if (key === "Home") setAt(0);
      else if (key === "End") setAt(pages.length - 1);
      else if (key === "f" || key === "F") fill();
      else if (key === "t" || key === "T") setSheet((before) => (before === "pages" ? undefined : "pages"));
      else if (key === "z" || key === "Z") setZoomed((before) => (before === undefined ? 0 : undefined));
      else if (key === "Escape") {
        setZoomed(undefined);
        setSheet(undefined);
      } else return;
      if (laid !== "scroll" || key.startsWith("Arrow")) event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [turn, fill, direction, pages.length, laid]);

  // What comes next is there before it is wanted.
  useEffect(() => {
    for (const index of [
      ...(spreads[place + 1] ?? []),
      ...(spreads[place + 2] ?? []),
      ...(spreads[place - 1] ?? []),
    ]) {
      const url = pages[index]?.url;
      if (url !== undefined) new Image().src = url;
    }
  }, [spreads, place, pages]);

  const shown = pages[at];
  /** What lies under a sheet is not come to: on a phone, and under all pages anywhere. */
  const isCovered = sheet === "pages" || (sheet === "text" && isNarrow());
  const [first, second] = (spreads[place] ?? []).map((index) => pages[index]?.number ?? 0);
  const all = pages.length - (hasCover ? 1 : 0);
  return (
    <div className={`reader reader-${laid}`} ref={stage}>
      <div className="reader-under" inert={isCovered}>
        <header className="reader-top">
          <Link to={home} className="button button-small">
            <Icon sign="close" />
            <span>{t("read.close")}</span>
          </Link>
          <h1 lang={book.language}>{book.title}</h1>
          <p className="reader-place" role="status">
            {leaf === 0
              ? t("read.cover")
              : second === undefined
                ? t("read.of", { n: leaf, all })
                : t("read.ofPair", { n: first ?? leaf, m: second, all })}
          </p>
        </header>
        {laid === "scroll" ? (
          <ReaderStrip book={book} at={at} onAt={setAt} onDouble={zoomAt} onBroken={onBroken}>
            <div className="the-end">
              <p>{t("read.end")}</p>
              <button type="button" className="button button-hot" onClick={() => setAt(0)}>
                {t("read.again")}
              </button>
              <Link to={home} className="button">
                {t("read.close")}
              </Link>
            </div>
          </ReaderStrip>
        ) : (
          <ReaderPages
            book={book}
            spread={spreads[place] ?? []}
            previous={spreads[place - 1]}
            next={spreads[place + 1]}
            zoomed={zoomed === undefined ? undefined : { page: at, panel: zoomed }}
            onTurn={turn}
            onDouble={zoomAt}
            onBroken={onBroken}
          />
        )}
        <ReaderBar
          mode={mode}
          onMode={(chosen) => {
            setZoomed(undefined);
            setMode(chosen);
            localStorage.setItem(MODE, chosen);
          }}
          isShifted={isShifted}
          onShift={() => setShifted(!isShifted)}
          isZoomed={(shown?.frames.length ?? 0) === 0 ? undefined : zoomed !== undefined}
          onZoom={() => setZoomed(zoomed === undefined ? 0 : undefined)}
          sheet={sheet}
          onSheet={(asked) => setSheet(sheet === asked ? undefined : asked)}
          onFill={fill}
          isLast={isLast && laid !== "scroll"}
          onStart={() => setAt(0)}
        />
      </div>
      {sheet === "pages" ? (
        <ReaderSheet
          kind="pages"
          label={t("read.thumbnails")}
          isCovering={isCovered}
          onClose={() => setSheet(undefined)}
        >
          <nav className={`thumbs thumbs-${direction}`} aria-label={t("read.thumbnails")}>
            {pages.map(({ number, url }, index) => (
              <button
                key={number}
                type="button"
                aria-current={index === at ? "page" : undefined}
                onClick={() => {
                  setAt(index);
                  setZoomed(undefined);
                  setSheet(undefined);
                }}
              >
                <img src={url} alt="" loading="lazy" />
                <span>{number === 0 ? t("read.cover") : t("watch.page", { n: number })}</span>
              </button>
            ))}
          </nav>
        </ReaderSheet>
      ) : null}
      {sheet === "text" ? (
        <ReaderSheet
          kind="text"
          label={t("read.text")}
          isCovering={isCovered}
          onClose={() => setSheet(undefined)}
        >
          <ReaderText
            book={book}
            onAt={(found) => {
              setAt(found);
              setZoomed(undefined);
              // Where the sheet covers the page, the page is what was asked for.
              if (isNarrow()) setSheet(undefined);
            }}
          />
        </ReaderSheet>
      ) : null}
    </div>
  );
}
