// The layout of turned pages: spreads, panel by panel, zoom and pan, by keyboard and touch.
import { el } from "./dom.ts";
import { listenForGestures, type Point } from "./gestures.ts";
import type { Layout, LayoutHost, Options } from "./layout.ts";
import { held, type Slot } from "./slot.ts";
import { isAlone, nextStop, type Place, spreadsOf } from "./spreads.ts";
import { trackOf } from "./track.ts";
import { canPair, MAX_SCALE, rangeOf, viewOfBox, zoomAt } from "./view-maths.ts";

/** Share of the stage's width, at both sides, in which a tap turns the page. */
const ZONE = 0.28;
/** A drag of this share of the stage's width, or a flick of this speed (pixels a millisecond), turns the page. */
const FAR = 0.22;
const FLICK = 0.35;
/** Zoom factor of a double tap outside of panels. */
const CLOSER = 2.2;
/** Time for which a panned page continues at the finger's speed. */
const GLIDE_MS = 180;

export function turnedPages(host: LayoutHost, options: Options): Layout {
  const { manifest, say } = host;
  const { pages } = manifest;
  const stopped = new AbortController();
  const track = trackOf(host, { fit: options.fit, signal: stopped.signal });
  const { sign, current, restingView } = track;
  const element = el(
    "div",
    { class: "stage", part: "stage", role: "group", tabindex: 0, "aria-label": say("pages") },
    track.element,
  );
  let isPaired = false;
  let { place } = options;

  const restingScale = (slot: Slot) => restingView(slot).scale;
  /** Indexes of the open pages. */
  const openPages = () => track.spreads()[track.at()] ?? [];

  /** Opens the spread of a page. */
  function open(next: Place, isMoved: boolean) {
    const to = Math.max(
      0,
      track.spreads().findIndex((spread) => spread.includes(next.page)),
    );
    const isSame = track.at() === to;
    place = next;
    const slot = track.moveTo(to, isMoved);
    showPanel(slot, isMoved && isSame);
    track.settle();
    host.onPlace(place, openPages());
  }

  function showPanel(slot: Slot, isMoved: boolean) {
    const box = place.panel === undefined ? undefined : slot.boxOfPanel(place.page, place.panel);
    slot.shade(place.page, box === undefined ? undefined : place.panel);
    if (box !== undefined) slot.setView(viewOfBox(box, slot.content, track.stage()), isMoved);
    else if (place.panel !== undefined || isMoved) slot.setView(restingView(slot), isMoved);
    slot.load();
    updateTouch(slot);
  }

  /** Content larger than the stage takes all touches; otherwise the surrounding page may scroll. */
  function updateTouch(slot: Slot) {
    const range = rangeOf(slot.content, track.stage(), slot.view.scale);
    element.style.touchAction = range.x > 1 || range.y > 1 ? "none" : "pan-y";
  }

  function turn(by: 1 | -1) {
    host.onMove();
    if (place.panel !== undefined) {
      const next = nextStop(pages, place, by);
      if (next !== undefined) return open(next, true);
      return by > 0 ? host.onEnd() : undefined;
    }
    const page = track.spreads()[track.at() + by]?.[0];
    if (page !== undefined) open({ page }, true);
    else {
      track.release();
      if (by > 0) host.onEnd();
    }
  }

  function zoomTo(scale: number, point: Point, isMoved: boolean) {
    const slot = current();
    const next = zoomAt(slot.view, Math.min(MAX_SCALE, Math.max(restingScale(slot) * 0.8, scale)), point);
    slot.setView(held(slot, next, track.stage()), isMoved);
    updateTouch(slot);
  }

  /** Leaves the panel view or the zoom. */
  function rest() {
    const slot = current();
    slot.shade(0, undefined);
    slot.setView(restingView(slot), true);
    updateTouch(slot);
    leavePanel();
  }

  function leavePanel() {
    if (place.panel === undefined) return;
    place = { page: place.page };
    host.onPlace(place, openPages());
  }

  const isZoomed = () => place.panel !== undefined || current().view.scale > restingScale(current()) * 1.01;

  function pan(dx: number, dy: number, isMoved: boolean): boolean {
    const slot = current();
    const { scale, x, y } = slot.view;
    const next = held(slot, { scale, x: x + dx, y: y + dy }, track.stage());
    if (Math.abs(next.x - x) < 0.5 && Math.abs(next.y - y) < 0.5) return false;
    slot.setView(next, isMoved);
    return true;
  }

  const zoneOf = ({ x }: Point) =>
    Math.abs(x) < track.stage().width * (0.5 - ZONE) ? 0 : x > 0 ? sign : -sign;

  let dragging: "pan" | "swipe" | undefined;
  listenForGestures(
    element,
    {
      waits: (point) => isZoomedFreely() || zoneOf(point) === 0,
      onTap(point) {
        const zone = isZoomedFreely() ? 0 : zoneOf(point);
        if (zone === 0) host.onToggleBars();
        else turn(zone > 0 ? 1 : -1);
      },
      onDoubleTap(point) {
        if (isZoomed()) return rest();
        const panel = current().panelAt(point.x, point.y);
        if (panel !== undefined) open(panel, true);
        else zoomTo(restingScale(current()) * CLOSER, point, true);
        current().load();
      },
      onDrag(dx, dy, pointerType) {
        dragging ??= startOfDrag(dx, dy, pointerType);
        if (dragging === "pan") pan(dx, dy, false);
        else if (dragging === "swipe") {
          const isOver = track.spreads()[track.at() + (dx * sign < 0 ? 1 : -1)] === undefined;
          const pulled = track.pulled();
          track.pull(pulled + (isOver && Math.sign(pulled || dx) === Math.sign(dx) ? dx / 3 : dx));
        }
      },
      onDragEnd(vx, vy) {
        const was = dragging;
        dragging = undefined;
        if (was === "pan") {
          pan(vx * GLIDE_MS, vy * GLIDE_MS, true);
        } else if (was === "swipe") {
          const pulled = track.pulled();
          const isFar = Math.abs(pulled) > track.stage().width * FAR || Math.abs(vx) > FLICK;
          const to = Math.abs(vx) > FLICK ? vx : pulled;
          const isBack = vx !== 0 && Math.abs(vx) > FLICK && Math.sign(vx) !== Math.sign(pulled);
          if (isFar && !isBack) turn(to * sign < 0 ? 1 : -1);
          else track.release();
        }
      },
      onPinch(point, { dx, dy, factor }) {
        const slot = current();
        if (place.panel !== undefined) slot.shade(0, undefined);
        leavePanel();
        zoomTo(slot.view.scale * factor, point, false);
        pan(dx, dy, false);
      },
      onPinchEnd() {
        const slot = current();
        if (slot.view.scale < restingScale(slot)) slot.setView(restingView(slot), true);
        slot.load();
        updateTouch(slot);
      },
    },
    stopped.signal,
  );

  function isZoomedFreely() {
    return place.panel === undefined && isZoomed();
  }

  function startOfDrag(dx: number, dy: number, pointerType: string): "pan" | "swipe" | undefined {
    const slot = current();
    const range = rangeOf(slot.content, track.stage(), slot.view.scale);
    const isAcross = Math.abs(dx) > Math.abs(dy);
    if (place.panel === undefined) {
      const isAtEdge = dx > 0 ? slot.view.x >= range.x - 0.5 : slot.view.x <= -range.x + 0.5;
      if (range.y > 1 && !isAcross) return "pan";
      if (range.x > 1 && !(isAcross && isAtEdge && !isZoomedFreely())) return "pan";
    }
    return isAcross && pointerType !== "mouse" ? "swipe" : undefined;
  }

  element.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey) {
        const { left, top, width, height } = element.getBoundingClientRect();
        const point = { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 };
        zoomTo(current().view.scale * Math.exp(-event.deltaY / 300), point, false);
        current().load();
        event.preventDefault();
      } else if (place.panel === undefined && pan(-event.deltaX, -event.deltaY, false))
        event.preventDefault();
    },
    { signal: stopped.signal, passive: false },
  );

  return {
    element,
    show: open,
    turn,
    resize(next) {
      // Observers may report an unchanged size, which must not reset the zoom.
      const { width, height } = track.stage();
      if (track.at() >= 0 && next.width === width && next.height === height) return;
      const sample = pages.find((page) => !isAlone(page));
      const pairs = options.isPaired && sample !== undefined && canPair(sample, next);
      const isOther = pairs !== isPaired || track.at() < 0;
      isPaired = pairs;
      if (isOther) track.lay(pairs ? spreadsOf(pages, options.isShifted) : pages.map((_, index) => [index]));
      track.resize(next);
      if (isOther) open(place, false);
      else showPanel(current(), false);
    },
    zoom(factor) {
      if (factor === 0) return rest();
      if (place.panel !== undefined) rest();
      zoomTo(current().view.scale * factor, { x: 0, y: 0 }, true);
      current().load();
    },
    pan: (x, y) =>
      place.panel === undefined && pan(-x * track.stage().width, -y * track.stage().height, true),
    canZoomPanels: () => openPages().some((index) => (pages[index]?.panels?.length ?? 0) > 0),
    setFit(next) {
      track.setFit(next);
      rest();
      current().load();
    },
    drop() {
      stopped.abort();
      track.drop();
      element.remove();
    },
  };
}
