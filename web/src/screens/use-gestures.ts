// Fingers and the mouse on a book: two taps or clicks on a page, a swipe over it.
import { type MouseEvent, type PointerEvent, useRef } from "react";
import type { Point } from "./panel-at.ts";

interface Gestures {
  /** `page` says by `data-page` which one it shows; null beside the pages. */
  onDouble: (page: HTMLElement | null, at: Point) => void;
  onSwipe?: (to: "left" | "right") => void;
  /** A finger is on its way over the pages, so many pixels to the right; undefined once it is lifted or scrolls. */
  onPull?: (dx: number | undefined) => void;
}

/** Pixels that a finger travels to turn a page, and to take hold of it. */
const SWIPE = 40;
const HOLD = 12;
/** Two taps within this time and distance are one double tap. */
const DOUBLE = { ms: 320, px: 32 };
/** For so long after a finger was lifted, a double click is only its taps told once more. */
const ECHO_MS = 1_000;
/** When one was lifted last; the taps may have put other pages in the place of those that were tapped. */
let touchedMs = Number.NEGATIVE_INFINITY;

const isAcross = (dx: number, dy: number) => Math.abs(dx) >= Math.abs(dy) * 1.5;

/** Handlers for the element that the pages are in. */
export function useGestures({ onDouble, onSwipe, onPull }: Gestures) {
  const pressed = useRef<(Point & { id: number }) | undefined>(undefined);
  const tapped = useRef<(Point & { ms: number }) | undefined>(undefined);

  const double = (target: EventTarget, at: Point) => {
    if (target instanceof Element && target.closest("button") === null)
      onDouble(target.closest<HTMLElement>("[data-page]"), at);
  };
  /** Browsers on phones do not all tell of a double tap. */
  const tap = (target: EventTarget, at: Point & { ms: number }) => {
    const last = tapped.current;
    tapped.current = at;
    if (last === undefined || at.ms - last.ms > DOUBLE.ms) return;
    if (Math.hypot(at.x - last.x, at.y - last.y) > DOUBLE.px) return;
    tapped.current = undefined;
    double(target, at);
  };

  return {
    onPointerDown({ clientX: x, clientY: y, pointerId: id }: PointerEvent) {
      pressed.current = { x, y, id };
      onPull?.(undefined);
    },
    onPointerMove({ clientX: x, clientY: y, pointerId, pointerType }: PointerEvent) {
      const from = pressed.current;
      if (from?.id !== pointerId || pointerType === "mouse") return;
      const [dx, dy] = [x - from.x, y - from.y];
      if (Math.abs(dx) >= HOLD && isAcross(dx, dy)) onPull?.(dx);
    },
    onPointerCancel() {
      pressed.current = undefined;
      onPull?.(undefined);
    },
    onPointerUp({ clientX: x, clientY: y, pointerType, timeStamp: ms, target }: PointerEvent) {
      const from = pressed.current;
      pressed.current = undefined;
      if (from === undefined || pointerType === "mouse") return;
      touchedMs = ms;
      const [dx, dy] = [x - from.x, y - from.y];
      if (Math.abs(dx) >= SWIPE && isAcross(dx, dy)) return onSwipe?.(dx < 0 ? "left" : "right");
      onPull?.(undefined);
      if (Math.hypot(dx, dy) < DOUBLE.px) tap(target, { x, y, ms });
    },
    onDoubleClick({ clientX: x, clientY: y, timeStamp, target }: MouseEvent) {
      if (timeStamp - touchedMs >= ECHO_MS) double(target, { x, y });
    },
  };
}
