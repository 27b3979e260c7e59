// The turn of a page: over the pages that come to lie open, the leaf that is turned to come to them. For sight alone: it is there
// for a moment, and nobody comes to it.
import type { CSSProperties } from "react";
import type { Book, BookPage } from "./read.tsx";
import { asSeen } from "./spreads.ts";
import type { Turn } from "./use-turn.ts";

interface ReaderTurnProps {
  book: Book;
  turn: Turn;
  /** The leaf lies. */
  onEnd: () => void;
}

export function ReaderTurn({ book, turn: { from, to, way }, onEnd }: ReaderTurnProps) {
  const isOn = (to[0] ?? 0) > (from[0] ?? 0);
  const isLone = from.length === 1 && to.length === 1;
  // A lone leaf is bound on the side where reading begins: it goes over there, and comes back from there.
  const isReversed = (isLone && !isOn) !== (way === "back");
  /** The side that the leaf is lifted from. */
  const side = isOn === (book.direction === "rtl") ? "left" : "right";
  const edge = book.direction === "rtl" ? "right" : "left";
  return (
    <div
      className={[
        "spread turn",
        isLone ? `turn-lone turn-${edge}` : `spread-pair turn-${side}`,
        isReversed ? "turn-reversed" : "",
        from.length === to.length ? "" : from.length === 1 ? "turn-opens" : "turn-closes",
      ].join(" ")}
      aria-hidden="true"
      onAnimationEnd={({ animationName }) => {
        if (animationName === "turn-seen") onEnd();
      }}
    >
      {isLone ? <LoneTurn {...{ book, from, to, isOn }} /> : <PairTurn {...{ book, from, to, side }} />}
    </div>
  );
}

type Spreads = { book: Book } & Pick<Turn, "from" | "to">;

function LoneTurn({ book: { pages }, from, to, isOn }: Spreads & { isOn: boolean }) {
  const [left, shown] = [pages[from[0] ?? 0], pages[to[0] ?? 0]];
  if (left === undefined) return null;
  return (
    <div className="turn-place turn-lifted" style={shapeOf(left)}>
      {isOn ? null : <img src={left.url} alt="" />}
      <Leaf front={isOn ? left : shown} />
    </div>
  );
}

/** Two places beside the fold. A page that lies alone is one side of the leaf: it has no other page beside it. */
function PairTurn({ book: { pages, direction }, from, to, side }: Spreads & { side: "left" | "right" }) {
  const other = side === "left" ? "right" : "left";
  const laid = (spread: readonly number[], alone: "left" | "right") => {
    const [left, right] = asSeen(spread, direction).map((place) => pages[place]);
    if (right !== undefined) return { left, right };
    return alone === "left" ? { left, right: undefined } : { left: undefined, right: left };
  };
  const [before, after] = [laid(from, side), laid(to, other)];
  const [front, back] = [before[side], after[other]];
  if (front === undefined) return null;
  const lifted = (
    <div key="lifted" className="turn-place turn-lifted" style={shapeOf(front)}>
      {from.length === to.length || after[side] === undefined ? null : <img src={after[side].url} alt="" />}
      <Leaf front={front} back={back} />
    </div>
  );
  const still = (
    <div key="still" className="turn-place" style={shapeOf(before[other] ?? front)}>
      {before[other] === undefined ? null : <img src={before[other].url} alt="" />}
    </div>
  );
  return side === "left" ? [lifted, still] : [still, lifted];
}

function Leaf({ front, back }: { front: BookPage | undefined; back?: BookPage | undefined }) {
  return (
    <div className="turn-leaf">
      <img src={front?.url} alt="" />
      {back === undefined ? null : <img className="turn-verso" src={back.url} alt="" />}
    </div>
  );
}

function shapeOf({ width, height }: BookPage): CSSProperties {
  return { "--ratio": width / height } as CSSProperties;
}
