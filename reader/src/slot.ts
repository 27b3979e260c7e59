// A spread on the track: its pages side by side, its zoom, and the shade around the current panel.
import type { Direction, Page } from "../manifest.ts";
import { el } from "./dom.ts";
import { type Figure, type FigureContext, pageFigure } from "./figure.ts";
import { type Box, boxOf, clampView, isWithin, type Size, sizesWithin, type View } from "./view-maths.ts";

export interface SlotPage {
  page: Page;
  index: number;
  name: string;
}

export interface Slot {
  element: HTMLElement;
  /** Size of the spread at scale 1. */
  content: Size;
  view: View;
  resize(stage: Size): void;
  /** `isMoved`: with an animation. */
  setView(view: View, isMoved: boolean): void;
  /** Loads the renditions that the view needs. */
  load(): void;
  /** Returns a panel's box in the content, and shades what is around it; undefined removes the shade. */
  boxOfPanel(index: number, panel: number): Box | undefined;
  shade(index: number, panel: number | undefined): void;
  /** The page and the panel at a point, given relative to the stage's middle. */
  panelAt(x: number, y: number): { page: number; panel: number } | undefined;
  drop(): void;
}

/** `pages` are in reading order. */
export function spreadSlot(
  pages: readonly SlotPage[],
  context: FigureContext & { direction: Direction },
): Slot {
  const figures: Figure[] = pages.map((page) => pageFigure(page, context));
  const shade = el("div", { class: "shade", hidden: true });
  const zoom = el("div", { class: "zoom" }, ...figures.map(({ element }) => element), shade);
  const element = el("div", { class: pages.length > 1 ? "slot pair" : "slot" }, zoom);
  let stage: Size = { width: 0, height: 0 };
  let sizes: Size[] = [];

  /** Left edges of the pages in the content. */
  const leftOf = (at: number) => {
    const before = context.direction === "rtl" ? sizes.slice(at + 1) : sizes.slice(0, at);
    return before.reduce((sum, { width }) => sum + width, 0);
  };
  const placeOf = (index: number) => {
    const at = pages.findIndex((one) => one.index === index);
    const size = sizes[at];
    const page = pages[at]?.page;
    if (size === undefined || page === undefined) return undefined;
    return { page, left: leftOf(at), by: size.width / page.width };
  };
  const frameOf = (index: number, panel: number) => {
    const place = placeOf(index);
    const frame = place?.page.panels?.[panel]?.frame;
    if (place === undefined || frame === undefined) return undefined;
    return frame.map(([x, y]) => [place.left + x * place.by, y * place.by] as const);
  };

  const slot: Slot = {
    element,
    content: { width: 0, height: 0 },
    view: { scale: 1, x: 0, y: 0 },
    resize(next) {
      stage = next;
      sizes = sizesWithin(
        pages.map(({ page }) => page),
        stage,
      );
      const width = sizes.reduce((sum, size) => sum + size.width, 0);
      slot.content = { width, height: sizes[0]?.height ?? 0 };
      for (const [at, { element: page }] of figures.entries()) {
        const size = sizes[at];
        if (size === undefined) continue;
        page.style.width = `${size.width}px`;
        page.style.height = `${size.height}px`;
      }
    },
    setView(view, isMoved) {
      slot.view = view;
      zoom.classList.toggle("moved", isMoved);
      const { scale, x, y } = view;
      zoom.style.transform =
        scale === 1 && x === 0 && y === 0 ? "" : `translate(${x}px, ${y}px) scale(${scale})`;
    },
    load() {
      for (const [at, figure] of figures.entries()) figure.load((sizes[at]?.width ?? 0) * slot.view.scale);
    },
    boxOfPanel(index, panel) {
      const frame = frameOf(index, panel);
      if (frame === undefined) return undefined;
      const { x, y, width, height } = boxOf(frame);
      // A picture that extends beyond the open pages is clipped to them.
      const [left, top] = [Math.max(0, x), Math.max(0, y)];
      const [right, bottom] = [
        Math.min(slot.content.width, x + width),
        Math.min(slot.content.height, y + height),
      ];
      return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
    },
    shade(index, panel) {
      const frame = panel === undefined ? undefined : frameOf(index, panel);
      shade.hidden = frame === undefined;
      if (frame === undefined) return;
      const [first] = frame;
      const corners = [...frame, ...(first === undefined ? [] : [first])].map(([x, y]) => `${x}px ${y}px`);
      // The shade extends beyond the spread by 100 % of it on all sides. The background there is dark anyway.
      shade.style.clipPath = `polygon(evenodd, 0 0, 100% 0, 100% 100%, 0 100%, 0 0, ${corners.join(", ")})`;
    },
    panelAt(fromX, fromY) {
      const { view, content } = slot;
      const x = (fromX - view.x) / view.scale + content.width / 2;
      const y = (fromY - view.y) / view.scale + content.height / 2;
      for (const { index, page } of pages) {
        for (const panel of page.panels?.keys() ?? []) {
          const frame = frameOf(index, panel);
          if (frame !== undefined && isWithin(frame, x, y)) return { page: index, panel };
        }
      }
      return undefined;
    },
    drop() {
      for (const figure of figures) figure.drop();
      element.remove();
    },
  };
  return slot;
}

/** Clamps a slot's view to its content. */
export function held(slot: Slot, view: View, stage: Size): View {
  return clampView(view, slot.content, stage);
}
