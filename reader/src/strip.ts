// The book as one column to scroll: its strip if there is one, else its pages below each other. Boxes have their sizes from the start, so
// that nothing shifts; pictures exist only near the viewport.
import type { Page, Panel, StripPlace } from "../manifest.ts";
import { el } from "./dom.ts";
import { endCard } from "./end-card.ts";
import { type Figure, panelItems, picture } from "./figure.ts";
import { listenForGestures } from "./gestures.ts";
import type { Layout, LayoutHost, Options } from "./layout.ts";
import type { Place } from "./spreads.ts";
import type { Fit, Size } from "./view-maths.ts";

/** Maximum column width in CSS pixels, unless the fit is by width. */
const WIDEST = 800;
/** Pictures exist within this many viewport heights above and below. */
const NEAR = 1.5;
/** Height in the viewport, from its top, that defines the current position. */
const LINE = 0.35;

interface Item {
  element: HTMLElement;
  ratio: number;
  /** White above it, as a share of the column's width. */
  gap: number;
  /** Positions of pages and panels, as shares of the height. */
  places: { share: number; page: number; panel: number | undefined }[];
  make(): Figure;
  /** Its picture, while it is near the viewport. */
  figure?: Figure | undefined;
}

export function stripOf(host: LayoutHost, options: Options): Layout {
  const { manifest, say } = host;
  const items = manifest.strip === undefined ? pageItems(host) : stripItems(host);
  const end = endCard("end", { say, onAgain: () => show({ page: 0 }) });
  const column = el("div", { class: "column" }, ...items.flatMap(boxesOf), end);
  const element = el(
    "div",
    { class: "stage strip", part: "stage", role: "group", tabindex: 0, "aria-label": say("pages") },
    column,
  );
  if (manifest.strip === undefined) column.classList.add("apart");

  let { fit } = options;
  let zoom = 1;
  let stage: Size = { width: 0, height: 0 };
  let { place } = options;
  let frame = 0;
  const near = new Set<Item>();
  const stopped = new AbortController();

  const width = () => {
    const across = fit === "width" ? stage.width : Math.min(stage.width, WIDEST);
    return Math.floor(across * zoom);
  };

  function lay() {
    column.style.width = `${width()}px`;
    for (const { figure } of near) figure?.load(width());
  }

  const byElement = new Map<Element, Item>(items.map((item) => [item.element, item]));
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const item = byElement.get(target);
        if (item === undefined) continue;
        if (isIntersecting && item.figure === undefined) {
          item.figure = item.make();
          near.add(item);
          item.figure.load(width());
          target.prepend(item.figure.element);
        } else if (!isIntersecting && item.figure !== undefined) {
          near.delete(item);
          item.figure.drop();
          item.figure.element.remove();
          item.figure = undefined;
        }
      }
    },
    { root: element, rootMargin: `${NEAR * 100}% 0%` },
  );
  for (const item of items) watcher.observe(item.element);

  /** Every place with its top. Tops are computed from the boxes' ratios, because reading them would force a layout. */
  function* placesFrom(across: number) {
    const below = manifest.strip === undefined ? GAP : 0;
    let y = 0;
    for (const { ratio, gap, places } of items) {
      const height = across / ratio;
      y += gap * across;
      for (const { share, page, panel } of places) yield { top: y + share * height, page, panel };
      y += height + below;
    }
  }

  function placeAt(line: number): Place | undefined {
    let found: Place | undefined;
    for (const { top, page, panel } of placesFrom(width())) {
      if (top > line) return found ?? { page };
      found = { page, ...(panel === undefined ? {} : { panel }) };
    }
    return found;
  }

  function topOf(wanted: Place): number {
    let first: number | undefined;
    for (const { top, page, panel } of placesFrom(width())) {
      if (page !== wanted.page) continue;
      first ??= top;
      if (panel === wanted.panel) return top;
    }
    return first ?? 0;
  }

  function update() {
    frame = 0;
    const found = placeAt(element.scrollTop + stage.height * LINE) ?? { page: 0 };
    if (found.page === place.page && found.panel === place.panel) return;
    place = found;
    host.onPlace(place, [place.page]);
  }

  function show(next: Place) {
    place = next;
    const top = topOf(next);
    // A strip's title is above its first panel.
    element.scrollTop =
      next.page === 0 && next.panel === undefined ? 0 : top - Math.min(60, stage.height * 0.1);
    host.onPlace(place, [place.page]);
  }

  let last = 0;
  element.addEventListener(
    "scroll",
    () => {
      if (Math.abs(element.scrollTop - last) > 24) host.onMove();
      last = element.scrollTop;
      if (frame === 0) frame = requestAnimationFrame(update);
    },
    { passive: true, signal: stopped.signal },
  );

  function zoomBy(next: number, at: { x: number; y: number }) {
    const before = zoom;
    zoom = Math.min(4, Math.max(1, next));
    if (zoom === before) return;
    const by = zoom / before;
    const [x, y] = [at.x + stage.width / 2, at.y + stage.height / 2];
    const [left, top] = [element.scrollLeft, element.scrollTop];
    const offset = Math.max(0, (stage.width - width() / by) / 2);
    lay();
    const offsetNow = Math.max(0, (stage.width - width()) / 2);
    element.scrollLeft = (left + x - offset) * by - x + offsetNow;
    element.scrollTop = (top + y) * by - y;
  }

  listenForGestures(
    element,
    {
      waits: () => true,
      onTap: () => host.onToggleBars(),
      onDoubleTap: (at) => zoomBy(zoom > 1 ? 1 : 2, at),
      onDrag: () => undefined,
      onDragEnd: () => undefined,
      onPinch: (at, { factor }) => zoomBy(zoom * factor, at),
      onPinchEnd: () => undefined,
    },
    stopped.signal,
  );

  return {
    element,
    show,
    turn(by) {
      element.scrollBy({ top: by * stage.height * 0.85, behavior: "smooth" });
      if (by > 0 && element.scrollTop + stage.height >= element.scrollHeight - 2) host.onEnd();
    },
    resize(next) {
      const { width: before } = stage;
      stage = next;
      lay();
      if (before !== next.width) show(place);
    },
    zoom: (factor) => zoomBy(factor === 0 ? 1 : zoom * factor, { x: 0, y: 0 }),
    // The browser scrolls.
    pan: () => false,
    canZoomPanels: () => false,
    setFit(next: Fit) {
      fit = next;
      lay();
      show(place);
    },
    drop() {
      cancelAnimationFrame(frame);
      stopped.abort();
      watcher.disconnect();
      for (const { figure } of items) figure?.drop();
      element.remove();
    },
  };
}

/** CSS pixels between pages in strip mode without a strip. */
const GAP = 8;

/** An image's box, and the gap above it. */
function boxesOf({ element, gap }: Item): HTMLElement[] {
  if (gap === 0) return [element];
  const white = el("div", { class: "gap" });
  white.style.aspectRatio = `1 / ${gap}`;
  return [white, element];
}

interface Listed {
  page: number;
  panels: readonly Panel[];
}

/** An item of the column: its words for screen readers, and later its picture. */
function itemOf(
  { width, height, renditions }: Pick<Page, "width" | "height" | "renditions">,
  {
    host,
    index,
    listed,
    label,
  }: { host: LayoutHost; index: number; listed: readonly Listed[]; label: string },
): Omit<Item, "places" | "gap"> {
  const { say, names, manifest } = host;
  const words = listed.flatMap(({ page, panels }) => [
    el("p", {}, names[page] ?? ""),
    el("ol", {}, ...panelItems(panels, { say, language: manifest.language })),
  ]);
  const element = el(
    "div",
    { class: "item", role: "group", "aria-label": label },
    ...(words.length === 0 ? [] : [el("div", { class: "unseen" }, ...words)]),
  );
  element.style.aspectRatio = `${width} / ${height}`;
  const alt = words.length === 0 ? label : "";
  return {
    element,
    ratio: width / height,
    make: () => picture({ renditions }, { alt, say, onBroken: () => host.onBroken(index) }),
  };
}

function pageItems(host: LayoutHost): Item[] {
  return host.manifest.pages.map((page, index) => {
    const panels = page.panels ?? [];
    const listed = panels.length === 0 ? [] : [{ page: index, panels }];
    const item = itemOf(page, { host, index, listed, label: host.names[index] ?? "" });
    return { ...item, gap: 0, places: [{ share: 0, page: index, panel: undefined }] };
  });
}

function stripItems(host: LayoutHost): Item[] {
  const { manifest, names } = host;
  let page = 0;
  return (manifest.strip ?? []).map((image) => {
    const places = (image.places ?? []).map(({ y, page, panel }) => ({
      share: y / image.height,
      page,
      panel,
    }));
    page = places[0]?.page ?? page;
    const listed = groupOf(image.places ?? [], manifest.pages);
    const item = itemOf(image, { host, index: page, listed, label: names[page] ?? "" });
    return { ...item, gap: (image.gap ?? 0) / image.width, places };
  });
}

/** The panels of an image grouped by page, in the image's order. */
function groupOf(places: readonly StripPlace[], pages: readonly Page[]): Listed[] {
  const listed: { page: number; panels: Panel[] }[] = [];
  for (const { page, panel } of places) {
    const shown = panel === undefined ? (pages[page]?.panels ?? []) : [pages[page]?.panels?.[panel]];
    const last = listed.at(-1);
    const panels = shown.filter((one) => one !== undefined);
    if (last?.page === page) last.panels.push(...panels);
    else listed.push({ page, panels });
  }
  return listed;
}
