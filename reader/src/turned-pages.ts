// Pages that turn: spreads on a track that slides, of which only the one that is read and its neighbours exist.
// A turn changes one transform; everything else happens after it, when there is time.
import { afterPaint } from "./after-paint.ts";
import { el } from "./dom.ts";
import { listenForGestures, type Point } from "./gestures.ts";
import type { Layout, LayoutHost, Options } from "./layout.ts";
import { held, type Slot, spreadSlot } from "./slot.ts";
import { isAlone, nextStop, type Place, spreadsOf } from "./spreads.ts";
import {
  canPair,
  edgeView,
  fitScale,
  MAX_SCALE,
  rangeOf,
  type Size,
  viewOfBox,
  zoomAt,
} from "./view-maths.ts";

/** Shares of the stage at both sides that turn the page when they are tapped. */
const ZONE = 0.28;
/** A drag of this share of the stage's width, or a flick this fast (pixels in a millisecond), turns the page. */
const FAR = 0.22;
const FLICK = 0.35;
/** What two taps zoom to where there is no panel. */
const CLOSER = 2.2;
/** A slide (`.track.moved` in styles.ts) is over after so long. */
const SETTLED_MS = 260;
/** A panned page glides on as far as its speed takes it in this time. */
const GLIDE_MS = 180;

export function turnedPages(host: LayoutHost, options: Options): Layout {
  const { manifest, direction, names, say } = host;
  const { pages, language } = manifest;
  /** Right to left, the track's next page waits on the left. */
  const sign = direction === "rtl" ? -1 : 1;
  const stopped = new AbortController();
  const track = el("div", { class: "track" });
  const element = el(
    "div",
    { class: "stage", part: "stage", role: "group", tabindex: 0, "aria-label": say("pages") },
    track,
  );

  let { fit } = options;
  let stage: Size = { width: 0, height: 0 };
  let isPaired = false;
  let spreads = pages.map((_, index) => [index]);
  let at = -1;
  let { place } = options;
  let pulled = 0;
  let settling = 0;
  let turnedAt = Number.NEGATIVE_INFINITY;
  let isHasty = false;
  const slots = new Map<number, Slot>();

  const current = () => mount(at);

  function mount(index: number): Slot {
    const known = slots.get(index);
    if (known !== undefined) return known;
    const slot = spreadSlot(
      (spreads[index] ?? []).flatMap((one) => {
        const page = pages[one];
        return page === undefined ? [] : [{ page, index: one, name: names[one] ?? "" }];
      }),
      { say, language, direction, onBroken: host.onBroken },
    );
    slots.set(index, slot);
    slot.element.style.left = `${sign * index * 100}%`;
    // `arrive` opens it with the same task that closes the one before it: nobody comes to two spreads.
    slot.element.inert = true;
    slot.resize(stage);
    slot.setView(restingView(slot, index < at ? "end" : "start"), false);
    slot.load();
    // In reading order, for whoever walks through the document.
    const after = [...slots.keys()].filter((one) => one > index).sort((a, b) => a - b)[0];
    track.insertBefore(slot.element, after === undefined ? null : (slots.get(after)?.element ?? null));
    return slot;
  }

  function restingView(slot: Slot, edge: "start" | "end") {
    const count = slot.element.classList.contains("pair") ? 2 : 1;
    const scale = fitScale(slot.content, { stage, fit, count });
    return edgeView(slot.content, { stage, scale, direction, edge });
  }

  const restingScale = (slot: Slot) => restingView(slot, "start").scale;

  function slide(isMoved: boolean) {
    track.classList.toggle("moved", isMoved);
    track.style.transform = `translate3d(calc(${-sign * at * 100}% + ${pulled}px), 0, 0)`;
  }

  /** After the first frame of a turn: what lies open is come to, and its neighbours are made. */
  const arrive = afterPaint(() => {
    for (const [index, slot] of slots) {
      if (Math.abs(index - at) > 3) drop(index, slot);
      else if (slot.element.inert !== (index !== at)) slot.element.inert = index !== at;
    }
    // Decoding a picture would make the slide stutter; whoever leafs through does not wait for its end.
    makeNeighbours(isHasty ? [1, -1, 2] : [1, -1]);
  }, stopped.signal);

  function makeNeighbours(offsets: readonly number[]) {
    for (const by of offsets) if (spreads[at + by] !== undefined) mount(at + by);
  }

  function drop(index: number, slot: Slot) {
    slot.drop();
    slots.delete(index);
  }

  /** After all of it: what is far is dropped, and what was zoomed lies as it was. */
  function settle() {
    isHasty = performance.now() - turnedAt < SETTLED_MS;
    turnedAt = performance.now();
    arrive();
    clearTimeout(settling);
    settling = window.setTimeout(() => {
      makeNeighbours([1, -1, 2]);
      for (const [index, slot] of slots) {
        if (Math.abs(index - at) > 2) drop(index, slot);
        else if (index !== at) {
          slot.shade(0, undefined);
          slot.setView(restingView(slot, index < at ? "end" : "start"), false);
        }
      }
    }, SETTLED_MS);
  }

  /** Opens the spread of a page. */
  function open(next: Place, isMoved: boolean) {
    const to = Math.max(
      0,
      spreads.findIndex((spread) => spread.includes(next.page)),
    );
    const from = at;
    at = to;
    place = next;
    pulled = 0;
    const slot = current();
    slide(isMoved && Math.abs(from - to) === 1);
    showPanel(slot, isMoved && from === to);
    settle();
    host.onPlace(place, spreads[at] ?? []);
  }

  function showPanel(slot: Slot, isMoved: boolean) {
    const box = place.panel === undefined ? undefined : slot.boxOfPanel(place.page, place.panel);
    slot.shade(place.page, box === undefined ? undefined : place.panel);
    if (box !== undefined) slot.setView(viewOfBox(box, slot.content, stage), isMoved);
    else if (place.panel !== undefined || isMoved) slot.setView(restingView(slot, "start"), isMoved);
    slot.load();
    updateTouch(slot);
  }

  /** What is larger than the stage is moved by the fingers alone; else the page around the reader may scroll. */
  function updateTouch(slot: Slot) {
    const range = rangeOf(slot.content, stage, slot.view.scale);
    element.style.touchAction = range.x > 1 || range.y > 1 ? "none" : "pan-y";
  }

  function turn(by: 1 | -1) {
    host.onMove();
    if (place.panel !== undefined) {
      const next = nextStop(pages, place, by);
      if (next !== undefined) return open(next, true);
      return by > 0 ? host.onEnd() : undefined;
    }
    const spread = spreads[at + by];
    const page = spread?.[0];
    if (page !== undefined) open({ page }, true);
    else {
      slide(true);
      if (by > 0) host.onEnd();
    }
  }

  function zoomTo(scale: number, point: Point, isMoved: boolean) {
    const slot = current();
    const next = zoomAt(slot.view, Math.min(MAX_SCALE, Math.max(restingScale(slot) * 0.8, scale)), point);
    slot.setView(held(slot, next, stage), isMoved);
    updateTouch(slot);
  }

  /** Out of a panel, or of any zoom. */
  function rest() {
    const slot = current();
    slot.shade(0, undefined);
    slot.setView(restingView(slot, "start"), true);
    updateTouch(slot);
    if (place.panel === undefined) return;
    place = { page: place.page };
    host.onPlace(place, spreads[at] ?? []);
  }

  const isZoomed = () => place.panel !== undefined || current().view.scale > restingScale(current()) * 1.01;

  function pan(dx: number, dy: number, isMoved: boolean): boolean {
    const slot = current();
    const { scale, x, y } = slot.view;
    const next = held(slot, { scale, x: x + dx, y: y + dy }, stage);
    if (Math.abs(next.x - x) < 0.5 && Math.abs(next.y - y) < 0.5) return false;
    slot.setView(next, isMoved);
    return true;
  }

  const zoneOf = ({ x }: Point) => (Math.abs(x) < stage.width * (0.5 - ZONE) ? 0 : x > 0 ? sign : -sign);

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
          const isOver = spreads[at + (dx * sign < 0 ? 1 : -1)] === undefined;
          pulled += isOver && Math.sign(pulled || dx) === Math.sign(dx) ? dx / 3 : dx;
          slide(false);
        }
      },
      onDragEnd(vx, vy) {
        const was = dragging;
        dragging = undefined;
        if (was === "pan") {
          pan(vx * GLIDE_MS, vy * GLIDE_MS, true);
        } else if (was === "swipe") {
          const isFar = Math.abs(pulled) > stage.width * FAR || Math.abs(vx) > FLICK;
          const to = Math.abs(vx) > FLICK ? vx : pulled;
          const isBack = vx !== 0 && Math.abs(vx) > FLICK && Math.sign(vx) !== Math.sign(pulled);
          pulled = 0;
          if (isFar && !isBack) turn(to * sign < 0 ? 1 : -1);
          else slide(true);
        }
      },
      onPinch(point, { dx, dy, factor }) {
        const slot = current();
        if (place.panel !== undefined) {
          slot.shade(0, undefined);
          place = { page: place.page };
          host.onPlace(place, spreads[at] ?? []);
        }
        zoomTo(slot.view.scale * factor, point, false);
        pan(dx, dy, false);
      },
      onPinchEnd() {
        const slot = current();
        if (slot.view.scale < restingScale(slot)) slot.setView(restingView(slot, "start"), true);
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
    const range = rangeOf(slot.content, stage, slot.view.scale);
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
      // Observers also tell of a size that is no other: a zoom stays.
      if (at >= 0 && next.width === stage.width && next.height === stage.height) return;
      stage = next;
      const sample = pages.find((page) => !isAlone(page));
      const pairs = options.isPaired && sample !== undefined && canPair(sample, stage);
      if (pairs !== isPaired || at < 0) {
        isPaired = pairs;
        spreads = pairs ? spreadsOf(pages, options.isShifted) : pages.map((_, index) => [index]);
        for (const slot of slots.values()) slot.drop();
        slots.clear();
        at = -1;
        return open(place, false);
      }
      for (const slot of slots.values()) {
        slot.resize(stage);
        slot.setView(restingView(slot, "start"), false);
      }
      slide(false);
      showPanel(current(), false);
    },
    zoom(factor) {
      if (factor === 0) return rest();
      if (place.panel !== undefined) rest();
      zoomTo(current().view.scale * factor, { x: 0, y: 0 }, true);
      current().load();
    },
    pan: (x, y) => place.panel === undefined && pan(-x * stage.width, -y * stage.height, true),
    canZoomPanels: () => (spreads[at] ?? []).some((index) => (pages[index]?.panels?.length ?? 0) > 0),
    setFit(next) {
      fit = next;
      for (const slot of slots.values()) slot.setView(restingView(slot, "start"), false);
      rest();
      current().load();
    },
    drop() {
      clearTimeout(settling);
      stopped.abort();
      for (const slot of slots.values()) slot.drop();
      element.remove();
    },
  };
}
