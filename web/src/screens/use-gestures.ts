// Fingers and the mouse on a book: two taps or clicks on a page, a swipe over it.
import { type MouseEvent, type PointerEvent, useRef } from "react";
import type { Point } from "./panel-at.ts";

interface Gestures {
  /** `page` says by `data-page` which one it shows; null beside the pages. */
  onDouble: (page: HTMLElement | null, at: Point) => void;
  onSwipe?: (to: "left" | "right") => void;
  /** A finger is on its way over the pages, so many pixels to the right. */
  onPull?: (dx: number) => void;
  /** It was lifted, after a swipe too, or does something else. */
  onLetGo?: () => void;
}

/** Pixels that a finger travels to take hold of a page. */
const HOLD = 12;
/**
 * A finger that is so fast when it is lifted turns the page, or leaves it, as it goes: pixels in a millisecond, over the last so
 * many. It has travelled further than one that taps in haste.
 */
const FLICK = { speed: 0.3, ms: 100, px: 24 };
/** A slower one turns it once it has travelled this part of the pages' width, or so many pixels. */
const FAR = { part: 0.2, px: 120 };
/** Two taps within this time and distance are one double tap. */
const DOUBLE = { ms: 320, px: 32 };
/** For so long after a finger was lifted, a double click is only its taps told once more. */
const ECHO_MS = 1_000;
/** When one was lifted last; the taps may have put other pages in the place of those that were tapped. */
let touchedMs = Number.NEGATIVE_INFINITY;

const isAcross = (dx: number, dy: number) => Math.abs(dx) >= HOLD && Math.abs(dx) >= Math.abs(dy) * 1.5;

interface Moment {
  x: number;
  ms: number;
}

/** Pixels in a millisecond to the right, of a finger that was at these places last, and is now at the last of them. */
function speedOf(moments: readonly Moment[]): number {
  const now = moments.at(-1);
  const first = moments.find(({ ms }) => now !== undefined && now.ms - ms <= FLICK.ms);
  if (now === undefined || first === undefined || first.ms === now.ms) return 0;
  return (now.x - first.x) / (now.ms - first.ms);
}

/** Handlers for the element that the pages are in. */
export function useGestures({ onDouble, onSwipe, onPull, onLetGo }: Gestures) {
  const pressed = useRef<(Point & { id: number; moments: Moment[] }) | undefined>(undefined);
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
    onPointerDown({ clientX: x, clientY: y, pointerId: id, timeStamp: ms }: PointerEvent) {
      pressed.current = { x, y, id, moments: [{ x, ms }] };
      onLetGo?.();
    },
    onPointerMove({ clientX: x, clientY: y, pointerId, pointerType, timeStamp: ms }: PointerEvent) {
      const from = pressed.current;
      if (from?.id !== pointerId || pointerType === "mouse") return;
      from.moments.push({ x, ms });
      const dx = x - from.x;
      if (isAcross(dx, y - from.y)) onPull?.(dx);
    },
    onPointerCancel() {
      pressed.current = undefined;
      onLetGo?.();
    },
    onPointerUp({ clientX: x, clientY: y, pointerType, timeStamp: ms, target, currentTarget }: PointerEvent) {
      const from = pressed.current;
      pressed.current = undefined;
      if (from === undefined || pointerType === "mouse") return;
      touchedMs = ms;
      const [dx, dy] = [x - from.x, y - from.y];
      const speed = speedOf([...from.moments, { x, ms }]);
      const far = Math.min(FAR.px, currentTarget.clientWidth * FAR.part);
      const isTurn =
        Math.abs(speed) >= FLICK.speed ? speed * dx > 0 && Math.abs(dx) >= FLICK.px : Math.abs(dx) >= far;
      if (isAcross(dx, dy) && isTurn) onSwipe?.(dx < 0 ? "left" : "right");
      else if (Math.hypot(dx, dy) < DOUBLE.px) tap(target, { x, y, ms });
      onLetGo?.();
    },
    onDoubleClick({ clientX: x, clientY: y, timeStamp, target }: MouseEvent) {
      if (timeStamp - touchedMs >= ECHO_MS) double(target, { x, y });
    },
  };
}
