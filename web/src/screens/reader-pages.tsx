// Pages that turn: by the zones at the sides, and under the finger that swipes; or the panel that fills their place.
import { type CSSProperties, useRef } from "react";
import { type Frame, PAPER } from "../documents.ts";
import { useWords } from "../words/words.tsx";
import { boxOf } from "./live-page.tsx";
import type { PanelPlace, Point } from "./panel-at.ts";
import type { Book, BookPage } from "./read.tsx";
import { ReaderTurn } from "./reader-turn.tsx";
import { asSeen } from "./spreads.ts";
import { useGestures } from "./use-gestures.ts";
import { type Turn, useTurn } from "./use-turn.ts";

interface ReaderPagesProps {
  book: Book;
  spread: readonly number[];
  /** What lies before it, and after it. */
  previous: readonly number[] | undefined;
  next: readonly number[] | undefined;
  zoomed: PanelPlace | undefined;
  onTurn: (by: number) => void;
  onDouble: (page: HTMLElement | null, at: Point) => void;
  onBroken: () => void;
}

export function ReaderPages(props: ReaderPagesProps) {
  const { book, spread, previous, next, zoomed, onTurn, onDouble, onBroken } = props;
  const { t } = useWords();
  const { direction, pages } = book;
  const forward = direction === "rtl" ? "left" : "right";
  const stage = useRef<HTMLDivElement>(null);
  const { turn, hold, letGo, end } = useTurn(spread, zoomed !== undefined);
  const gestures = useGestures({
    onDouble,
    // A page is pulled over from the side where the next one waits.
    onSwipe: (to) => onTurn(to === forward ? -1 : 1),
    onPull: (dx) => {
      const to = dx > 0 === (forward === "left") ? next : previous;
      if (to === undefined || zoomed !== undefined) return letGo();
      const width = (stage.current?.clientWidth ?? innerWidth) / Math.max(spread.length, to.length);
      hold(to, shareOf(Math.abs(dx) / width));
    },
    onLetGo: letGo,
  });

  const frame = zoomed === undefined ? undefined : pages[zoomed.page]?.frames[zoomed.panel];
  const open = turn === undefined ? spread : turn.to;
  const shown = zoomed === undefined ? open : frame?.crosses ? [zoomed.page, zoomed.page + 1] : [zoomed.page];
  // Where the book opens or closes, all of it moves with the leaf.
  const isUnder = turn !== undefined && turn.from.length !== turn.to.length;
  return (
    <div
      className={turn === undefined ? "reader-stage" : `reader-stage turning-${turn.way}`}
      ref={stage}
      style={turn === undefined ? undefined : begunAt(turn)}
      {...gestures}
    >
      <Zone
        side="left"
        label={t(forward === "left" ? "read.next" : "read.previous")}
        onTurn={() => onTurn(forward === "left" ? 1 : -1)}
        isOver={zoomed === undefined && (forward === "left" ? next : previous) === undefined}
      />
      <div
        key={zoomed === undefined ? open.join() : "zoomed"}
        className={`spread${shown.length > 1 ? " spread-pair" : ""}${isUnder ? " spread-under" : ""}`}
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
              openedAt={book.openedAt}
              onBroken={onBroken}
            />
          );
        })}
      </div>
      {turn === undefined ? null : <ReaderTurn key={`turn ${turn.id}`} book={book} turn={turn} onEnd={end} />}
      <Zone
        side="right"
        label={t(forward === "right" ? "read.next" : "read.previous")}
        onTurn={() => onTurn(forward === "right" ? 1 : -1)}
        isOver={zoomed === undefined && (forward === "right" ? next : previous) === undefined}
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
  openedAt: number;
  onBroken: () => void;
}

function OpenPage({ page, frame, openedAt, onBroken }: OpenPageProps) {
  const { t } = useWords();
  const label = page.number === 0 ? t("read.cover") : t("watch.pageAlt", { page: page.number });
  return (
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
    >
      <img
        key={openedAt}
        src={page.url}
        alt={[label, ...page.texts].join(" ")}
        draggable={false}
        onError={onBroken}
      />
      {frame === undefined || frame.crosses ? null : (
        <i className="open-page-rest" style={{ clipPath: allBut(frame) }} />
      )}
    </div>
  );
}

/** How much of the turn's time has passed where a finger has pulled the leaf's edge so far, in widths of a page: as its ease goes. */
const shareOf = (widths: number) => Math.min(0.9, 0.15 + 0.25 * widths);

/** On its way back, what had passed is still to come. */
const begunAt = ({ way, share }: Turn) =>
  ({ "--begun": way === "back" ? 1 - share : share }) as CSSProperties;

/** All of a page but one panel, which is looked at alone. */
function allBut({ corners }: Frame): string {
  const [first] = corners;
  const inner = [...corners, ...(first === undefined ? [] : [first])].map(
    ({ x, y }) => `${(100 * x) / PAPER.width}% ${(100 * y) / PAPER.height}%`,
  );
  return `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${inner.join(", ")})`;
}

/** What of the window's width a panel may take, and what of its height the bars leave. */
const ROOM = { width: 0.92, height: 0.86 };

/** The panel's middle comes to the middle, as large as fits the window: its words are at the edges. */
function zoomTo(frame: Frame): CSSProperties {
  const box = boxOf(frame);
  const page = Math.min(innerWidth, (innerHeight * ROOM.height * PAPER.width) / PAPER.height);
  const across = ((innerWidth * ROOM.width) / page) * (PAPER.width / box.width);
  const scale = Math.min(3, across, PAPER.height / box.height);
  const x = 50 - ((box.x + box.width / 2) / PAPER.width) * 100;
  const y = 50 - ((box.y + box.height / 2) / PAPER.height) * 100;
  return { transform: `scale(${scale.toFixed(3)}) translate(${x.toFixed(2)}%, ${y.toFixed(2)}%)` };
}
