// The turn of a page: over the pages that are open now, the leaf that was turned to come to them. For sight alone: it is there
// for a moment, and nobody comes to it.
import type { CSSProperties } from "react";
import type { Book, BookPage } from "./read.tsx";
import { asSeen } from "./spreads.ts";

interface ReaderTurnProps {
  book: Book;
  /** The places of the pages that lay open, and of those that do now. */
  from: readonly number[];
  to: readonly number[];
  /** How much of the turn's time has passed when it begins; held, it stays there. */
  share: number;
  isHeld: boolean;
}

export function ReaderTurn({ book: { pages, direction }, from, to, share, isHeld }: ReaderTurnProps) {
  const [before, after] = [from, to].map((spread) =>
    asSeen(spread, direction).flatMap((index) => pages[index] ?? []),
  );
  if (before === undefined || after === undefined || before.length !== after.length) return null;
  const isOn = (to[0] ?? 0) > (from[0] ?? 0);
  /** The side that the leaf is lifted from. */
  const side = isOn === (direction === "rtl") ? "left" : "right";
  const [left, right] = before;
  if (left === undefined) return null;
  const held = isHeld ? " turn-held" : "";
  const begun = { "--share": share } as CSSProperties;
  if (right === undefined) {
    const [shown] = after;
    // A lone leaf is bound on the side where reading begins: it goes over there, and comes back from there.
    const edge = direction === "rtl" ? "right" : "left";
    return (
      <div
        className={`spread turn turn-lone turn-${edge}${isOn ? "" : " turn-reversed"}${held}`}
        style={begun}
        aria-hidden="true"
      >
        <div className="turn-place" style={shapeOf(left)}>
          {isOn ? null : <img src={left.url} alt="" />}
          <Leaf front={isOn ? left : shown} />
        </div>
      </div>
    );
  }
  const [newLeft, newRight] = after;
  return (
    <div className={`spread spread-pair turn turn-${side}${held}`} style={begun} aria-hidden="true">
      <div className="turn-place" style={shapeOf(left)}>
        {side === "left" ? <Leaf front={left} back={newRight} /> : <img src={left.url} alt="" />}
      </div>
      <div className="turn-place" style={shapeOf(right)}>
        {side === "left" ? <img src={right.url} alt="" /> : <Leaf front={right} back={newLeft} />}
      </div>
    </div>
  );
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
