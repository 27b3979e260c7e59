// Recognises gestures by touch, pen and mouse on the stage: tap, double tap, drag, pinch.

export interface Point {
  x: number;
  y: number;
}

export interface GestureHandlers {
  /** Called for a tap, with its distance from the stage's middle. `true`: it may become a double tap, so the tap is delayed. */
  waits(at: Point): boolean;
  onTap(at: Point): void;
  onDoubleTap(at: Point): void;
  /** Movement since the last call, in pixels. The first call has the direction of the drag. */
  onDrag(dx: number, dy: number, pointerType: string): void;
  /** Speed in pixels a millisecond when the finger was lifted. */
  onDragEnd(vx: number, vy: number): void;
  /** `at`: centre of the fingers relative to the stage's middle. `by`: its movement, and the factor of the fingers' distance. */
  onPinch(at: Point, by: { dx: number; dy: number; factor: number }): void;
  onPinchEnd(): void;
}

/** Maximum movement of a tap, in pixels. */
const SLACK = 10;
/** Maximum time and distance between the taps of a double tap. */
const DOUBLE = { ms: 280, px: 36 } as const;
/** Time over which a finger's speed is measured. */
const SPEED_MS = 100;

interface Track extends Point {
  moments: { x: number; y: number; ms: number }[];
}

/** Listens until the signal aborts. */
export function listenForGestures(stage: HTMLElement, handlers: GestureHandlers, signal: AbortSignal): void {
  const down = new Map<number, Track>();
  let state: "idle" | "pressed" | "drag" | "pinch" = "idle";
  let tapped: (Point & { ms: number; timer: ReturnType<typeof setTimeout> | undefined }) | undefined;
  let origin: Point = { x: 0, y: 0 };

  const fromMiddle = ({ x, y }: Point): Point => ({ x: x - origin.x, y: y - origin.y });
  const measure = () => {
    const { left, top, width, height } = stage.getBoundingClientRect();
    origin = { x: left + width / 2, y: top + height / 2 };
  };

  const tap = (at: Point, ms: number) => {
    const last = tapped;
    tapped = undefined;
    if (
      last !== undefined &&
      ms - last.ms <= DOUBLE.ms &&
      Math.hypot(at.x - last.x, at.y - last.y) <= DOUBLE.px
    ) {
      if (last.timer !== undefined) {
        clearTimeout(last.timer);
        return handlers.onDoubleTap(at);
      }
    }
    if (!handlers.waits(at)) return handlers.onTap(at);
    const timer = setTimeout(() => {
      tapped = undefined;
      handlers.onTap(at);
    }, DOUBLE.ms);
    tapped = { ...at, ms, timer };
  };

  const options = { signal };
  stage.addEventListener(
    "pointerdown",
    (event) => {
      const { pointerId, clientX: x, clientY: y, timeStamp: ms, button, target } = event;
      if (button !== 0 || (target instanceof Element && target.closest("button, a, input") !== null)) return;
      if (down.size === 0) measure();
      down.set(pointerId, { x, y, moments: [{ x, y, ms }] });
      if (down.size === 2) {
        if (state === "drag") handlers.onDragEnd(0, 0);
        state = "pinch";
      } else if (down.size === 1) state = "pressed";
    },
    options,
  );

  window.addEventListener(
    "pointermove",
    ({ pointerId, clientX: x, clientY: y, timeStamp: ms, pointerType }) => {
      const track = down.get(pointerId);
      if (track === undefined) return;
      if (state === "pinch") {
        const before = pairOf(down);
        Object.assign(track, { x, y });
        const after = pairOf(down);
        if (before === undefined || after === undefined) return;
        handlers.onPinch(fromMiddle(after.middle), {
          dx: after.middle.x - before.middle.x,
          dy: after.middle.y - before.middle.y,
          factor: after.apart / Math.max(1, before.apart),
        });
        return;
      }
      const [first] = track.moments;
      if (state === "pressed" && first !== undefined && Math.hypot(x - first.x, y - first.y) > SLACK)
        state = "drag";
      if (state !== "drag") return;
      handlers.onDrag(x - track.x, y - track.y, pointerType);
      Object.assign(track, { x, y });
      track.moments.push({ x, y, ms });
      if (track.moments.length > 20) track.moments.shift();
    },
    options,
  );

  const lift = (event: PointerEvent) => {
    const track = down.get(event.pointerId);
    if (track === undefined) return;
    down.delete(event.pointerId);
    if (state === "pinch") {
      handlers.onPinchEnd();
      // The remaining finger is ignored until it is lifted.
      state = "idle";
    } else if (state === "drag") {
      const { vx, vy } = event.type === "pointerup" ? speedOf(track, event.timeStamp) : { vx: 0, vy: 0 };
      handlers.onDragEnd(vx, vy);
      state = "idle";
    } else if (state === "pressed") {
      state = "idle";
      if (event.type === "pointerup")
        tap(fromMiddle({ x: event.clientX, y: event.clientY }), event.timeStamp);
    }
  };
  window.addEventListener("pointerup", lift, options);
  window.addEventListener("pointercancel", lift, options);
  // Prevents the browser from zooming the surrounding page.
  const hold = (event: TouchEvent) => {
    if (event.touches.length > 1 && event.cancelable) event.preventDefault();
  };
  stage.addEventListener("touchstart", hold, { signal, passive: false });
  stage.addEventListener("touchmove", hold, { signal, passive: false });
}

function pairOf(down: ReadonlyMap<number, Point>): { middle: Point; apart: number } | undefined {
  const [a, b] = down.values();
  if (a === undefined || b === undefined) return undefined;
  return { middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, apart: Math.hypot(a.x - b.x, a.y - b.y) };
}

function speedOf({ moments }: Track, now: number): { vx: number; vy: number } {
  const last = moments.at(-1);
  const first = moments.find(({ ms }) => now - ms <= SPEED_MS);
  if (last === undefined || first === undefined || last.ms <= first.ms) return { vx: 0, vy: 0 };
  const ms = last.ms - first.ms;
  return { vx: (last.x - first.x) / ms, vy: (last.y - first.y) / ms };
}
