// A book that is open: its layout, its bars, its sheets, its keys, and the place that is kept.
import type { Direction, Manifest } from "../manifest.ts";
import { afterPaint } from "./after-paint.ts";
import { type BarActions, barsOf, type SheetName } from "./bars.ts";
import { el } from "./dom.ts";
import { panelWords } from "./figure.ts";
import type { Keeper, Mode } from "./keeper.ts";
import { keyListener } from "./keys.ts";
import type { Book, Layout, LayoutHost } from "./layout.ts";
import { sheetOf } from "./sheets.ts";
import { labelsOf, type Place } from "./spreads.ts";
import { stripOf } from "./strip.ts";
import { turnedPages } from "./turned-pages.ts";
import type { Fit, Size } from "./view-maths.ts";
import type { Say } from "./words.ts";

export interface BookSettings {
  manifest: Manifest;
  say: Say;
  /** Absent: as somebody chose it last, else by the window and the book. */
  mode: Mode | undefined;
  direction: Direction | undefined;
  fit: Fit | undefined;
  /** Where to open; absent: where the book was left. */
  place: Place | undefined;
  keeper: Keeper;
  size: Size;
}

/** What the element tells its host. */
export interface BookEvents {
  page: { page: number; pages: number[]; label: string; count: number };
  panel: { page: number; panel: number | null };
  place: { page: number; panel: number | null };
  mode: { mode: Mode };
  broken: { page: number };
  end: { page: number };
}

export type Emit = <K extends keyof BookEvents>(name: K, detail: BookEvents[K]) => void;

export interface OpenBook {
  element: HTMLElement;
  place(): Place;
  mode(): Mode;
  go(place: Place): void;
  turn(by: 1 | -1): void;
  setMode(mode: Mode): void;
  setDirection(direction: Direction): void;
  setFit(fit: Fit): void;
  resize(size: Size): void;
  focus(): void;
  close(): void;
}

/** The bars leave after so long when a book is opened. */
const GREETING_MS = 3_500;
const KEEP_MS = 250;

export function openBook(settings: BookSettings, emit: Emit): OpenBook {
  const { manifest, say, keeper } = settings;
  const { pages } = manifest;
  const labels = labelsOf(pages);
  const names = labels.map((label) => (label === "" ? say("cover") : say("page", { n: label })));
  const kept = keeper.read();
  const hasPanels = pages.some((page) => (page.panels?.length ?? 0) > 0);
  let direction = settings.direction ?? manifest.direction;
  let fit = settings.fit ?? "auto";
  let isShifted = kept.isShifted ?? false;
  let marks = kept.marks;
  let { size } = settings;
  let mode = settings.mode ?? kept.mode ?? firstMode(manifest, size);
  let place = within(settings.place ?? kept.place ?? { page: 0 }, pages.length);
  let open: readonly number[] = [];
  let sheet: { name: SheetName; element: HTMLElement; opener: HTMLElement | null } | undefined;
  const stopped = new AbortController();

  const status = el("div", { class: "unseen", role: "status" });
  const under = el("div", { class: "under" });
  const done = el(
    "div",
    { class: "done", hidden: true },
    el("p", {}, say("end")),
    el("button", { type: "button", class: "plain", onclick: () => go({ page: 0 }) }, say("again")),
    el("slot", { name: "end" }),
  );
  const element = el("div", { class: "book" }, under, status);
  let layout: Layout;
  let bars: ReturnType<typeof barsOf>;
  const book = (): Book & { labels: readonly string[] } => ({ manifest, direction, names, say, labels });

  // Bars.
  let leaving = 0;
  const showBars = (isShown: boolean) => {
    clearTimeout(leaving);
    under.classList.toggle("quiet", !isShown);
  };
  const isQuiet = () => under.classList.contains("quiet");
  const greet = () => {
    showBars(true);
    leaving = window.setTimeout(() => showBars(false), GREETING_MS);
  };
  element.addEventListener("pointermove", ({ pointerType, clientY }) => {
    if (pointerType !== "mouse" || !isQuiet()) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (clientY < top + 56 || clientY > bottom - 56) showBars(true);
  });

  // The place.
  let keeping = 0;
  const keep = () => {
    clearTimeout(keeping);
    keeping = window.setTimeout(keepNow, KEEP_MS);
  };
  const keepNow = () => {
    clearTimeout(keeping);
    // A place that is told has a panel only where somebody reads panel by panel.
    keeper.write({ place, marks, mode, ...(isShifted ? { isShifted } : {}) });
    emit("place", { page: place.page, panel: place.panel ?? null });
  };

  const host = (): LayoutHost => ({
    ...book(),
    onPlace(next, shown) {
      const before = place;
      const isOther = next.page !== before.page || shown.join() !== open.join();
      place = next;
      open = shown;
      // The page is painted first; bars and what is told to screen readers come after it.
      later();
      if (isOther) {
        if (!done.hidden) done.hidden = true;
        emit("page", {
          page: next.page,
          pages: [...shown],
          label: labels[next.page] ?? "",
          count: pages.length,
        });
      }
      if (isOther || next.panel !== before.panel) {
        emit("panel", { page: next.page, panel: next.panel ?? null });
        keep();
      }
    },
    onToggleBars: () => showBars(isQuiet()),
    onMove: () => {
      if (!isQuiet()) showBars(false);
    },
    onEnd() {
      if (mode !== "strip") done.hidden = false;
      status.textContent = say("end");
      emit("end", { page: place.page });
    },
    onBroken: (page) => emit("broken", { page }),
  });

  /** What a screen reader hears: the pages that lie open, or the panel that is zoomed to with its words. */
  function tell() {
    const panel =
      place.panel === undefined || mode === "strip" ? undefined : pages[place.page]?.panels?.[place.panel];
    if (panel === undefined) {
      status.replaceChildren(pageText());
      return;
    }
    const all = pages[place.page]?.panels?.length ?? 0;
    const heading = say("panelOf", { n: (place.panel ?? 0) + 1, all });
    status.replaceChildren(
      el("span", {}, [heading, panel.description].filter(Boolean).join(": ")),
      ...panelWords(panel, { say, language: manifest.language }),
    );
  }

  function pageText(): string {
    const all = pages.filter(({ cover }) => cover !== true).length;
    const [n, m] = open.map((index) => labels[index] ?? "");
    if (n === undefined || n === "") return say("cover");
    return m === undefined || m === "" ? say("pageOf", { n, all }) : say("pagesOf", { n, m, all });
  }

  const later = afterPaint(() => {
    update();
    tell();
  }, stopped.signal);

  const isMarked = () => open.some((index) => marks.includes(index));

  function update() {
    bars.update({
      ...{ page: place.page, open, isMarked: isMarked() },
      isPanel: mode !== "strip" && place.panel !== undefined,
      canZoomPanels: layout.canZoomPanels(),
    });
  }

  function toggleMark() {
    marks = isMarked()
      ? marks.filter((one) => !open.includes(one))
      : [...marks, place.page].sort((a, b) => a - b);
    update();
    keep();
  }

  function togglePanels() {
    if (mode === "strip") return;
    if (place.panel !== undefined) return layout.show({ page: place.page }, true);
    const page = open.find((index) => (pages[index]?.panels?.length ?? 0) > 0);
    if (page !== undefined) layout.show({ page, panel: 0 }, true);
  }

  /** Lays the book out anew: another mode, direction or parity. */
  function lay(start: Place = { page: place.page }) {
    const hadFocus = under.contains(focused());
    layout?.drop();
    bars?.top.remove();
    bars?.bottom.remove();
    const make = mode === "strip" ? stripOf : turnedPages;
    layout = make(host(), {
      isPaired: mode === "spread",
      isShifted,
      fit,
      place: mode === "strip" ? place : start,
    });
    bars = barsOf({ ...book(), hasPanels: mode !== "strip" && hasPanels }, actions);
    under.classList.toggle("rtl", direction === "rtl");
    under.classList.toggle("ltr", direction === "ltr");
    // In the order in which the keyboard goes through them.
    under.replaceChildren(bars.top, layout.element, bars.bottom, done);
    layout.resize(size);
    update();
    if (hadFocus) layout.element.focus();
  }

  const full = () => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    else void (element.getRootNode() as ShadowRoot).host.requestFullscreen().catch(() => undefined);
  };
  const actions: BarActions = {
    onSheet: openSheet,
    onMark: toggleMark,
    onPanels: togglePanels,
    onFull: document.fullscreenEnabled ? full : undefined,
    onTurn: (by) => {
      layout.turn(by);
      showBars(true);
    },
    onGo: (page) => go({ page }),
  };

  function go(next: Place) {
    done.hidden = true;
    layout.show(within(next, pages.length), false);
  }

  function openSheet(name: SheetName) {
    const { opener = focused() } = sheet ?? {};
    sheet?.element.remove();
    const state = { page: place.page, marks, mode, fit, isShifted };
    const made = sheetOf(name, book(), {
      state,
      actions: {
        onClose: closeSheet,
        onGo(next) {
          closeSheet();
          // A line of the strip is scrolled to; of a page, its panel is zoomed to.
          go(next);
          layout.element.focus();
        },
        onMode: setMode,
        onFit: setFit,
        onDirection: setDirection,
        onShift(next) {
          isShifted = next;
          lay();
          keep();
        },
      },
    });
    sheet = { name, element: made.element, opener };
    under.inert = true;
    element.append(made.element);
    made.focus.focus();
    made.focus.scrollIntoView({ block: "center" });
  }

  const focused = () => {
    const active = (element.getRootNode() as ShadowRoot).activeElement;
    return active instanceof HTMLElement ? active : null;
  };

  function closeSheet() {
    const opener = sheet?.opener;
    sheet?.element.remove();
    sheet = undefined;
    under.inert = false;
    if (opener?.isConnected) opener.focus();
    else layout.element.focus();
  }

  // Somebody who presses beside a sheet wants the book.
  element.addEventListener("pointerdown", (event) => {
    if (sheet !== undefined && event.composedPath()[0] === element) closeSheet();
  });

  function setMode(next: Mode) {
    if (next === mode) return;
    mode = next;
    lay();
    if (sheet?.name === "display") openSheet("display");
    emit("mode", { mode });
    keep();
  }

  function setFit(next: Fit) {
    fit = next;
    layout.setFit(next);
  }

  function setDirection(next: Direction) {
    if (next === direction) return;
    direction = next;
    lay();
  }

  element.addEventListener(
    "keydown",
    keyListener({
      direction: () => direction,
      isStrip: () => mode === "strip",
      isSheet: () => sheet !== undefined,
      turn: (by) => layout.turn(by),
      pan: (x, y) => layout.pan(x, y),
      zoom: (factor) => layout.zoom(factor),
      first: () => go({ page: 0 }),
      last: () => go({ page: pages.length - 1 }),
      back() {
        if (sheet !== undefined) closeSheet();
        else if (place.panel !== undefined && mode !== "strip") layout.show({ page: place.page }, true);
        else if (!done.hidden) done.hidden = true;
        else layout.zoom(0);
      },
      panels: togglePanels,
      mark: toggleMark,
      full,
      sheet: openSheet,
      bars: () => showBars(isQuiet()),
    }),
  );
  window.addEventListener("pagehide", keepNow, { signal: stopped.signal });

  // A panel that was scrolled past in a strip is zoomed to in no other mode; one that the host names is.
  lay(settings.place === undefined ? undefined : place);
  greet();
  return {
    element,
    place: () => place,
    mode: () => mode,
    go,
    turn: (by) => layout.turn(by),
    setMode,
    setDirection,
    setFit,
    resize(next) {
      size = next;
      layout.resize(size);
    },
    focus: () => layout.element.focus(),
    close() {
      clearTimeout(leaving);
      clearTimeout(keeping);
      keeper.write({ place, marks, mode, ...(isShifted ? { isShifted } : {}) });
      stopped.abort();
      layout.drop();
      element.remove();
    },
  };
}

/** A phone that is held upright reads a webtoon as one; a wide window two pages. */
function firstMode({ strip }: Manifest, { width, height }: Size): Mode {
  if (strip !== undefined && width < 600 && width < height) return "strip";
  return "spread";
}

function within(place: Place, count: number): Place {
  return place.page < count ? place : { page: count - 1 };
}
