// The track on which spreads slide. Only the current spread and its neighbours exist in the document. A turn changes one transform;
// everything else happens after it.
import { afterPaint } from "./after-paint.ts";
import { el } from "./dom.ts";
import type { LayoutHost } from "./layout.ts";
import { type Slot, spreadSlot } from "./slot.ts";
import { edgeView, type Fit, fitScale, type Size, type View } from "./view-maths.ts";

/** Duration of a slide (`.track.moved` in styles.ts). */
const SETTLED_MS = 260;

export interface Track {
  element: HTMLElement;
  /** 1 if the next spread is on the right, -1 if it is on the left. */
  sign: 1 | -1;
  /** CSS pixels. */
  stage(): Size;
  /** The spreads of the book, as indexes of pages; unchanged until `lay`. */
  spreads(): readonly (readonly number[])[];
  /** Index of the current spread; -1 before the first. */
  at(): number;
  /** The slot of the current spread. */
  current(): Slot;
  /** Replaces the spreads: all slots are removed, and none is current. */
  lay(spreads: readonly (readonly number[])[]): void;
  /** Makes a spread current and returns its slot at once; `isMoved`: slides to it if it is a neighbour. */
  moveTo(index: number, isMoved: boolean): Slot;
  /** After a move: creates the neighbours, removes distant slots, and resets their zoom. */
  settle(): void;
  /** Moves the current spread by CSS pixels during a drag. */
  pull(px: number): void;
  /** Ends a drag: slides back, or on after `moveTo`. */
  release(): void;
  pulled(): number;
  resize(stage: Size): void;
  setFit(fit: Fit): void;
  /** Default view of a slot that was not zoomed, from its first or its last corner in reading order. */
  restingView(slot: Slot, edge?: "start" | "end"): View;
  drop(): void;
}

export function trackOf(
  { manifest, direction, names, say, onBroken }: LayoutHost,
  { fit: firstFit, signal }: { fit: Fit; signal: AbortSignal },
): Track {
  const { pages, language } = manifest;
  const sign = direction === "rtl" ? -1 : 1;
  const element = el("div", { class: "track" });
  const slots = new Map<number, Slot>();
  let fit = firstFit;
  let stage: Size = { width: 0, height: 0 };
  let spreads: readonly (readonly number[])[] = [];
  let at = -1;
  let pulled = 0;
  let settling = 0;
  let turnedAt = Number.NEGATIVE_INFINITY;
  let isHasty = false;

  function mount(index: number): Slot {
    const known = slots.get(index);
    if (known !== undefined) return known;
    const slot = spreadSlot(
      (spreads[index] ?? []).flatMap((one) => {
        const page = pages[one];
        return page === undefined ? [] : [{ page, index: one, name: names[one] ?? "" }];
      }),
      { say, language, direction, onBroken },
    );
    slots.set(index, slot);
    slot.element.style.left = `${sign * index * 100}%`;
    // `arrive` exposes it in the same task that hides the previous one, so that screen readers never find two spreads.
    slot.element.inert = true;
    slot.resize(stage);
    slot.setView(restingView(slot, index < at ? "end" : "start"), false);
    slot.load();
    // In reading order, for the document order.
    const after = [...slots.keys()].filter((one) => one > index).sort((a, b) => a - b)[0];
    element.insertBefore(slot.element, after === undefined ? null : (slots.get(after)?.element ?? null));
    return slot;
  }

  function restingView(slot: Slot, edge: "start" | "end" = "start"): View {
    const count = slot.element.classList.contains("pair") ? 2 : 1;
    const scale = fitScale(slot.content, { stage, fit, count });
    return edgeView(slot.content, { stage, scale, direction, edge });
  }

  function slide(isMoved: boolean) {
    element.classList.toggle("moved", isMoved);
    element.style.transform = `translate3d(calc(${-sign * at * 100}% + ${pulled}px), 0, 0)`;
  }

  /** After the first frame of a turn: exposes the current spread and creates its neighbours. */
  const arrive = afterPaint(() => {
    for (const [index, slot] of slots) {
      if (Math.abs(index - at) > 3) dropSlot(index, slot);
      else if (slot.element.inert !== (index !== at)) slot.element.inert = index !== at;
    }
    // Decoding a picture would make the slide stutter, so neighbours are created after it; in quick succession they are created at once.
    makeNeighbours(isHasty ? [1, -1, 2] : [1, -1]);
  }, signal);

  function makeNeighbours(offsets: readonly number[]) {
    for (const by of offsets) if (spreads[at + by] !== undefined) mount(at + by);
  }

  function dropSlot(index: number, slot: Slot) {
    slot.drop();
    slots.delete(index);
  }

  function dropAll() {
    for (const slot of slots.values()) slot.drop();
    slots.clear();
  }

  const restAll = () => {
    for (const slot of slots.values()) slot.setView(restingView(slot), false);
  };

  return {
    element,
    sign,
    stage: () => stage,
    spreads: () => spreads,
    at: () => at,
    current: () => mount(at),
    lay(next) {
      dropAll();
      spreads = next;
      at = -1;
    },
    moveTo(index, isMoved) {
      const from = at;
      at = index;
      pulled = 0;
      const slot = mount(at);
      slide(isMoved && Math.abs(from - at) === 1);
      return slot;
    },
    settle() {
      isHasty = performance.now() - turnedAt < SETTLED_MS;
      turnedAt = performance.now();
      arrive();
      clearTimeout(settling);
      settling = window.setTimeout(() => {
        makeNeighbours([1, -1, 2]);
        for (const [index, slot] of slots) {
          if (Math.abs(index - at) > 2) dropSlot(index, slot);
          else if (index !== at) {
            slot.shade(0, undefined);
            slot.setView(restingView(slot, index < at ? "end" : "start"), false);
          }
        }
      }, SETTLED_MS);
    },
    pull(px) {
      pulled = px;
      slide(false);
    },
    release() {
      pulled = 0;
      slide(true);
    },
    pulled: () => pulled,
    resize(next) {
      stage = next;
      for (const slot of slots.values()) slot.resize(stage);
      restAll();
      if (at >= 0) slide(false);
    },
    setFit(next) {
      fit = next;
      restAll();
    },
    restingView,
    drop() {
      clearTimeout(settling);
      dropAll();
    },
  };
}
