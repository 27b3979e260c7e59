// Pages that turn: by the zones at the sides, and under the finger that swipes; or the panel that fills their place.
import { type CSSProperties, useRef, useState } from "react";
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
  /** A leaf that a finger has taken hold of. */
  const [pulled, setPulled] = useState<Pulled | undefined>(undefined);
  const turned = useTurned(spread, pulled);
  // Let go, it goes on by itself.
  if (pulled !== undefined && pulled.to.join() === spread.join()) setPulled(undefined);
  const pull = (dx: number | undefined) => {
    const to = dx === undefined ? undefined : dx > 0 === (forward === "left") ? next : previous;
    // The cover and what is beside it lie differently: that turn has no leaf. Nor has any for whoever asked for less motion.
    if (to?.length !== spread.length || zoomed !== undefined || isStill()) return setPulled(undefined);
    const width = (stage.current?.clientWidth ?? innerWidth) / spread.length;
    setPulled({ to, share: shareOf(Math.abs(dx ?? 0) / width) });
  };
  const gestures = useGestures({
    onDouble,
    // A page is pulled over from the side where the next one waits.
    onSwipe: (to) => onTurn(to === forward ? -1 : 1),
    onPull: pull,
  });

  const frame = zoomed === undefined ? undefined : pages[zoomed.page]?.frames[zoomed.panel];
  const open = pulled?.to ?? spread;
  const shown = zoomed === undefined ? open : frame?.crosses ? [zoomed.page, zoomed.page + 1] : [zoomed.page];
  const from = pulled === undefined ? turned.before : spread;
  return (
    <div className="reader-stage" ref={stage} {...gestures}>
      <Zone
        side="left"
        label={t(forward === "left" ? "read.next" : "read.previous")}
        onTurn={() => onTurn(forward === "left" ? 1 : -1)}
        isOver={zoomed === undefined && (forward === "left" ? next : previous) === undefined}
      />
      <div
        key={zoomed === undefined ? open.join() : "zoomed"}
        className={[
          "spread",
          zoomed === undefined && from.length !== open.length
            ? `spread-${turnOf(from, open)}-${direction}`
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
        <ReaderTurn
          key={`turn ${open}`}
          {...{ book, from, to: open }}
          share={pulled?.share ?? turned.share}
          isHeld={pulled !== undefined}
        />
      ) : null}
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

interface Pulled {
  /** The pages that come to lie open. */
  to: readonly number[];
  /** How much of the turn's time has passed. */
  share: number;
}

/** Of a leaf whose edge a finger pulls so far, in widths of a page: it follows as the turn's own ease goes. */
const shareOf = (widths: number) => Math.min(0.9, 0.15 + 0.25 * widths);

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

interface Turned {
  spread: readonly number[];
  /** The pages that lay open before these; none at first. */
  before: readonly number[];
  /** How far the leaf was pulled when it was let go. */
  share: number;
}

function useTurned(spread: readonly number[], pulled: Pulled | undefined): Turned {
  const [turned, setTurned] = useState<Turned>({ spread, before: [], share: 0 });
  if (turned.spread.join() === spread.join()) return turned;
  const isPulled = pulled?.to.join() === spread.join();
  const next = { spread, before: turned.spread, share: isPulled ? pulled.share : 0 };
  setTurned(next);
  return next;
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
