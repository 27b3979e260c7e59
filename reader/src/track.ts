// The track on which spreads lie beside each other and slide: of a book only the spread that is read and its neighbours exist.
// A turn changes one transform; everything else happens after it, when there is time.
import { afterPaint } from "./after-paint.ts";
import { el } from "./dom.ts";
import type { LayoutHost } from "./layout.ts";
import { type Slot, spreadSlot } from "./slot.ts";
import { edgeView, type Fit, fitScale, type Size, type View } from "./view-maths.ts";

/** A slide (`.track.moved` in styles.ts) is over after so long. */
const SETTLED_MS = 260;

export interface Track {
  element: HTMLElement;
  /** 1 where the next spread waits on the right, -1 where it waits on the left. */
  sign: 1 | -1;
  /** CSS pixels. */
  stage(): Size;
  /** The spreads of the book, as indexes of pages; the same ones until `lay`. */
  spreads(): readonly (readonly number[])[];
  /** Index of the spread that lies open; -1 before the first. */
  at(): number;
  /** The spread that lies open. */
  current(): Slot;
  /** Other spreads: all slots are made anew, and none lies open. */
  lay(spreads: readonly (readonly number[])[]): void;
  /** Opens a spread; `isMoved`: slides to it where it is the next one. Gives its slot, which is there at once. */
  moveTo(index: number, isMoved: boolean): Slot;
  /** After a move: its neighbours are made, what is far is dropped, and what was zoomed lies as it was. */
  settle(): void;
  /** Under a finger: so many CSS pixels from where the open spread lies. */
  pull(px: number): void;
  /** Lets go of it: slides back, or on after `moveTo`. */
  release(): void;
  pulled(): number;
  resize(stage: Size): void;
  setFit(fit: Fit): void;
  /** How a slot lies where nobody has zoomed, from its first or its last corner in the reading order. */
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
    // `arrive` opens it with the same task that closes the one before it: nobody comes to two spreads.
    slot.element.inert = true;
    slot.resize(stage);
    slot.setView(restingView(slot, index < at ? "end" : "start"), false);
    slot.load();
    // In reading order, for whoever walks through the document.
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

  /** After the first frame of a turn: what lies open is come to, and its neighbours are made. */
  const arrive = afterPaint(() => {
    for (const [index, slot] of slots) {
      if (Math.abs(index - at) > 3) dropSlot(index, slot);
      else if (slot.element.inert !== (index !== at)) slot.element.inert = index !== at;
    }
    // Decoding a picture would make the slide stutter; whoever leafs through does not wait for its end.
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
