// Pages that turn: by the zones at the sides, by swipe, and by a double tap that zooms to the panel under it.
import { type CSSProperties, type MouseEvent, type PointerEvent, useRef, useState } from "react";
import { type Frame, PAPER } from "../documents.ts";
import { useWords } from "../words/words.tsx";
import { boxOf } from "./live-page.tsx";
import type { Book, BookPage } from "./read.tsx";
import { asSeen } from "./spreads.ts";

interface Zoomed {
  /** Places in the book and on the page. */
  page: number;
  panel: number;
}

interface ReaderPagesProps {
  book: Book;
  spread: readonly number[];
  zoomed: Zoomed | undefined;
  onTurn: (by: number) => void;
  onZoom: (zoomed: Zoomed | undefined) => void;
  isLast: boolean;
}

/** Pixels that a finger travels to turn a page. */
const SWIPE = 40;
/** Two taps within this time and distance are one double tap. */
const DOUBLE = { ms: 320, px: 32 };

export function ReaderPages({ book, spread, zoomed, onTurn, onZoom, isLast }: ReaderPagesProps) {
  const { t } = useWords();
  const { direction, pages } = book;
  const pressed = useRef<{ x: number; y: number } | undefined>(undefined);
  const tapped = useRef<{ x: number; y: number; at: number } | undefined>(undefined);
  /** When a finger was last lifted: its two taps are told again as a double click. */
  const touchedAt = useRef(Number.NEGATIVE_INFINITY);
  const turned = useTurn(spread[0] ?? 0);
  const forward = direction === "rtl" ? "left" : "right";

  const release = (event: PointerEvent) => {
    const from = pressed.current;
    pressed.current = undefined;
    if (from === undefined || event.pointerType === "mouse") return;
    touchedAt.current = event.timeStamp;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.hypot(dx, dy) < DOUBLE.px) return tap(event);
    if (Math.abs(dx) < SWIPE || Math.abs(dx) < Math.abs(dy) * 1.5) return;
    // A page is pulled over from the side where the next one waits.
    onTurn(dx < 0 === (direction === "ltr") ? 1 : -1);
  };

  /** Browsers on phones do not all tell of a double tap. */
  const tap = ({ clientX: x, clientY: y, timeStamp: at, target }: PointerEvent) => {
    const last = tapped.current;
    tapped.current = { x, y, at };
    if (last === undefined || at - last.at > DOUBLE.ms || Math.hypot(x - last.x, y - last.y) > DOUBLE.px)
      return;
    tapped.current = undefined;
    const open = target instanceof Element ? target.closest<HTMLElement>(".open-page") : null;
    if (open !== null) zoomAt(open, { x, y });
  };

  const zoomAt = (open: HTMLElement, at: { x: number; y: number }) => {
    const index = pages.findIndex(({ number }) => String(number) === open.dataset.page);
    onZoom(zoomed === undefined ? panelUnder(pages, index, onPaper(open, at)) : undefined);
  };

  const frame = zoomed === undefined ? undefined : pages[zoomed.page]?.frames[zoomed.panel];
  const shown =
    zoomed === undefined ? spread : frame?.crosses ? [zoomed.page, zoomed.page + 1] : [zoomed.page];
  return (
    <div
      className="reader-stage"
      onPointerDown={(event) => {
        pressed.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerUp={release}
    >
      <Zone
        side="left"
        label={t(forward === "left" ? "read.next" : "read.previous")}
        onTurn={() => onTurn(forward === "left" ? 1 : -1)}
        isOver={isLast && forward === "left"}
      />
      <div
        key={zoomed === undefined ? spread.join() : "zoomed"}
        className={[
          "spread",
          zoomed === undefined ? `spread-${turned}-${direction}` : "",
          shown.length > 1 ? "spread-pair" : "",
        ].join(" ")}
        lang={book.language}
      >
        {asSeen(shown, direction).map((index) => {
          const page = pages[index];
          if (page === undefined) return null;
          return (
            <OpenPage
              key={page.number}
              page={page}
              frame={frame}
              onDouble={({ currentTarget, clientX: x, clientY: y, timeStamp }) => {
                if (timeStamp - touchedAt.current >= 1_000) zoomAt(currentTarget, { x, y });
              }}
            />
          );
        })}
      </div>
      <Zone
        side="right"
        label={t(forward === "right" ? "read.next" : "read.previous")}
        onTurn={() => onTurn(forward === "right" ? 1 : -1)}
        isOver={isLast && forward === "right"}
      />
    </div>
  );
}

interface ZoneProps {
  side: "left" | "right";
  label: string;
  onTurn: () => void;
  isOver: boolean;
}

function Zone({ side, label, onTurn, isOver }: ZoneProps) {
  return (
    <button
      type="button"
      className={`zone zone-${side}`}
      aria-label={label}
      disabled={isOver}
      onClick={onTurn}
    >
      <span aria-hidden="true">{side === "left" ? "‹" : "›"}</span>
    </button>
  );
}

interface OpenPageProps {
  page: BookPage;
  frame: Frame | undefined;
  onDouble: (event: MouseEvent<HTMLElement>) => void;
}

function OpenPage({ page, frame, onDouble }: OpenPageProps) {
  const { t } = useWords();
  const label = page.number === 0 ? t("read.cover") : t("watch.pageAlt", { page: page.number });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key Z and the button below do the same.
    <div
      data-page={page.number}
      className={frame === undefined ? "open-page" : "open-page open-page-zoomed"}
      style={
        {
          "--ratio": page.width / page.height,
          // A picture over the fold is as wide as both of its pages: they are shown as they lie.
          ...(frame === undefined || frame.crosses ? {} : zoomTo(frame)),
        } as CSSProperties
      }
      onDoubleClick={onDouble}
    >
      <img src={page.url} alt={[label, ...page.texts].join(" ")} draggable={false} />
    </div>
  );
}

interface Point {
  x: number;
  y: number;
}

/** A point of the window in a page's own units. */
function onPaper(page: Element, at: Point): Point {
  const box = page.getBoundingClientRect();
  const x = ((at.x - box.left) / box.width) * PAPER.width;
  const y = ((at.y - box.top) / box.height) * PAPER.height;
  return { x, y };
}

/** On the second page of a picture over the fold, its half is a panel of the page before. */
function panelUnder(pages: readonly BookPage[], page: number, at: Point): Zoomed | undefined {
  const [before, open] = [pages[page - 1], pages[page]];
  if (open === undefined) return undefined;
  const crossing = open.number % 2 === 1 ? (before?.frames.findIndex(({ crosses }) => crosses) ?? -1) : -1;
  const over = before?.frames[crossing];
  if (over !== undefined && at.y < boxOf(over).y + boxOf(over).height)
    return { page: page - 1, panel: crossing };
  const panel = nearestTo(at, open.frames);
  return panel < 0 ? undefined : { page, panel };
}

/** Whether one has gone on or back since the page before. */
function useTurn(at: number): "on" | "back" {
  const [seen, setSeen] = useState<{ at: number; turned: "on" | "back" }>({ at, turned: "on" });
  if (seen.at === at) return seen.turned;
  const turned = at > seen.at ? "on" : "back";
  setSeen({ at, turned });
  return turned;
}

/** The panel under a point, or the one beside whose gutter it is; -1 where a page has none. */
function nearestTo({ x, y }: Point, frames: readonly Frame[]): number {
  const far = frames.map((frame) => {
    const box = boxOf(frame);
    return Math.hypot(
      Math.max(box.x - x, 0, x - box.x - box.width),
      Math.max(box.y - y, 0, y - box.y - box.height),
    );
  });
  return far.indexOf(Math.min(...far));
}

/** The panel's middle comes to the middle, as large as fits the page's own place, half as much again at the sides. */
function zoomTo(frame: Frame): CSSProperties {
  const box = boxOf(frame);
  const scale = Math.min(3, (PAPER.width / box.width) * 1.15, PAPER.height / box.height);
  const x = 50 - ((box.x + box.width / 2) / PAPER.width) * 100;
  const y = 50 - ((box.y + box.height / 2) / PAPER.height) * 100;
  return { transform: `scale(${scale.toFixed(3)}) translate(${x.toFixed(2)}%, ${y.toFixed(2)}%)` };
}
