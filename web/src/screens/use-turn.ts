// The turn of a page as it goes: held by a finger, on by itself, or back to where it was let go from.
import { useState } from "react";

export interface Turn {
  /** Another one for each time that a leaf is lifted. */
  id: number;
  /** The places of the pages that lay open, and of those that come to lie open. */
  from: readonly number[];
  to: readonly number[];
  /** How much of the turn's time had passed when it began to go this way; held, it stays there. */
  share: number;
  way: "held" | "on" | "back";
}

interface Turning {
  turn: Turn | undefined;
  /** A leaf is pulled over towards those pages. */
  hold: (to: readonly number[], share: number) => void;
  /** A leaf that was held, and is not turned, lies back. */
  letGo: () => void;
  /** It lies. */
  end: () => void;
}

/** Pages that come to lie open are turned to; not where they are hidden, nor for whoever asked for less motion. */
export function useTurn(spread: readonly number[], isHidden: boolean): Turning {
  const [laid, setLaid] = useState(spread);
  const [turn, setTurn] = useState<Turn | undefined>(undefined);
  if (laid.join() !== spread.join()) {
    setLaid(spread);
    setTurn(isHidden ? undefined : turnTo(spread, laid, turn));
  }
  return {
    turn: isHidden ? undefined : turn,
    hold: (to, share) =>
      setTurn((before) => {
        const id = before?.way === "held" && before.to.join() === to.join() ? before.id : idAfter(before);
        return isStill() ? undefined : { id, from: spread, to, share, way: "held" };
      }),
    letGo: () => setTurn((before) => (before?.way === "held" ? { ...before, way: "back" } : before)),
    end: () => setTurn(undefined),
  };
}

function turnTo(to: readonly number[], from: readonly number[], turn: Turn | undefined): Turn | undefined {
  // Let go, it goes on by itself from where the finger had it.
  if (turn !== undefined && turn.way !== "on" && turn.to.join() === to.join()) return { ...turn, way: "on" };
  // Pages that are only laid beside others were not turned to.
  return isStill() || from.some((place) => to.includes(place))
    ? undefined
    : { id: idAfter(turn), from, to, share: 0, way: "on" };
}

const idAfter = (before: Turn | undefined) => (before?.id ?? 0) + 1;

const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
