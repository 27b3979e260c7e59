// Pages that turn: by the zones at the sides and by swipe; or the panel that fills their place.
import { type CSSProperties, useState } from "react";
import { type Frame, PAPER } from "../documents.ts";
import { useWords } from "../words/words.tsx";
import { boxOf } from "./live-page.tsx";
import type { PanelPlace, Point } from "./panel-at.ts";
import type { Book, BookPage } from "./read.tsx";
import { ReaderTurn } from "./reader-turn.tsx";
import { asSeen } from "./spreads.ts";
import { useGestures } from "./use-gestures.ts";

interface ReaderPagesProps {
  book: Book;
  spread: readonly number[];
  zoomed: PanelPlace | undefined;
  onTurn: (by: number) => void;
  onDouble: (page: HTMLElement | null, at: Point) => void;
  onBroken: () => void;
  /** Whether there is nothing before what is seen, and nothing after it. */
  isFirst: boolean;
  isLast: boolean;
}

export function ReaderPages(props: ReaderPagesProps) {
  const { book, spread, zoomed, onTurn, onDouble, onBroken, isFirst, isLast } = props;
  const { t } = useWords();
  const { direction, pages } = book;
  const before = useBefore(spread);
  const forward = direction === "rtl" ? "left" : "right";
  const gestures = useGestures({
    onDouble,
    // A page is pulled over from the side where the next one waits.
    onSwipe: (to) => onTurn(to === forward ? -1 : 1),
  });

  const frame = zoomed === undefined ? undefined : pages[zoomed.page]?.frames[zoomed.panel];
  const shown =
    zoomed === undefined ? spread : frame?.crosses ? [zoomed.page, zoomed.page + 1] : [zoomed.page];
  return (
    <div className="reader-stage" {...gestures}>
      <Zone
        side="left"
        label={t(forward === "left" ? "read.next" : "read.previous")}
        onTurn={() => onTurn(forward === "left" ? 1 : -1)}
        isOver={forward === "left" ? isLast : isFirst}
      />
      <div
        key={zoomed === undefined ? spread.join() : "zoomed"}
        className={[
          "spread",
          zoomed === undefined && before.length !== spread.length
            ? `spread-${turnOf(before, spread)}-${direction}`
            : "",
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
              openedAt={book.openedAt}
              onBroken={onBroken}
            />
          );
        })}
      </div>
      {zoomed === undefined ? (
        <ReaderTurn key={`turn ${spread}`} book={book} from={before} to={spread} />
      ) : null}
      <Zone
        side="right"
        label={t(forward === "right" ? "read.next" : "read.previous")}
        onTurn={() => onTurn(forward === "right" ? 1 : -1)}
        isOver={forward === "right" ? isLast : isFirst}
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

/** The pages that lay open before these; none at first. */
function useBefore(spread: readonly number[]): readonly number[] {
  const [seen, setSeen] = useState<{ spread: readonly number[]; before: readonly number[] }>({
    spread,
    before: [],
  });
  if (seen.spread.join() === spread.join()) return seen.before;
  setSeen({ spread, before: seen.spread });
  return seen.spread;
}

const turnOf = ([from = 0]: readonly number[], [to = 0]: readonly number[]) => (to >= from ? "on" : "back");

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
