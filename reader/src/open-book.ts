// An open book: its layout, bars, sheets, keys, and the stored place.
import type { Direction, Manifest } from "../manifest.ts";
import { afterPaint } from "./after-paint.ts";
import { announcePosition } from "./announce-position.ts";
import { autoHideBars } from "./auto-hide-bars.ts";
import { type BarActions, barsOf, type SheetName } from "./bars.ts";
import type { Emit } from "./book-events.ts";
import { el } from "./dom.ts";
import { endCard } from "./end-card.ts";
import { keyListener } from "./keys.ts";
import { type Book, firstMode, type Layout, type LayoutHost } from "./layout.ts";
import type { Mode, ReadingStateStore } from "./reading-state.ts";
import { focusedIn, sheetStack } from "./sheet-stack.ts";
import { sheetOf } from "./sheets.ts";
import { labelsOf, type Place, placeWithin } from "./spreads.ts";
import { stripOf } from "./strip.ts";
import { turnedPages } from "./turned-pages.ts";
import type { Fit, Size } from "./view-maths.ts";
import type { Translate } from "./words.ts";

export interface BookSettings {
  manifest: Manifest;
  say: Translate;
  /** Absent: the mode chosen last, else the default for the window and the book. */
  mode: Mode | undefined;
  direction: Direction | undefined;
  fit: Fit | undefined;
  /** Where to open; absent: the stored place. */
  place: Place | undefined;
  keeper: ReadingStateStore;
  size: Size;
}

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
  let place = placeWithin(settings.place ?? kept.place ?? { page: 0 }, pages.length);
  let open: readonly number[] = [];
  const stopped = new AbortController();

  const status = el("div", { class: "unseen", role: "status" });
  const under = el("div", { class: "under" });
  const done = endCard("done", { say, onAgain: () => go({ page: 0 }) });
  done.hidden = true;
  const element = el("div", { class: "book" }, under, status);
  let layout: Layout;
  let bars: ReturnType<typeof barsOf>;
  const book = (): Book & { labels: readonly string[] } => ({ manifest, direction, names, say, labels });

  const quiet = autoHideBars(element, under);
  const sheets = sheetStack(element, under, () => layout.element.focus());

  // Timer for storing the place.
  let keeping = 0;
  const keep = () => {
    clearTimeout(keeping);
    keeping = window.setTimeout(keepNow, KEEP_MS);
  };
  const keepNow = () => {
    clearTimeout(keeping);
    // The stored place has a panel only if the reader goes panel by panel.
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
      // The page is painted first; bars and announcements follow.
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
    onToggleBars: quiet.toggle,
    onMove: () => quiet.show(false),
    onEnd() {
      if (mode !== "strip") done.hidden = false;
      status.textContent = say("end");
      emit("end", { page: place.page });
    },
    onBroken: (page) => emit("broken", { page }),
  });

  /** In a strip, panels are scrolled past and not zoomed to. */
  const isPanel = () => mode !== "strip" && place.panel !== undefined;

  const later = afterPaint(() => {
    update();
    const read = isPanel() ? place : { page: place.page };
    status.replaceChildren(...announcePosition(book(), read, open));
  }, stopped.signal);

  const isMarked = () => open.some((index) => marks.includes(index));

  function update() {
    bars.update({
      ...{ page: place.page, open, isMarked: isMarked() },
      isPanel: isPanel(),
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

  /** Creates the layout again, for another mode, direction or parity. */
  function lay(start: Place = { page: place.page }) {
    const hadFocus = under.contains(focusedIn(element));
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
    // In the order of keyboard focus.
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
      quiet.show(true);
    },
    onGo: (page) => go({ page }),
  };

  function go(next: Place) {
    done.hidden = true;
    layout.show(placeWithin(next, pages.length), false);
  }

  function openSheet(name: SheetName) {
    const state = { page: place.page, marks, mode, fit, isShifted };
    const made = sheetOf(name, book(), {
      state,
      actions: {
        onClose: sheets.close,
        onGo(next) {
          sheets.close();
          // In a strip, scrolls to the line; on a page, zooms to its panel.
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
    sheets.open(name, made);
  }

  function setMode(next: Mode) {
    if (next === mode) return;
    mode = next;
    lay();
    if (sheets.name() === "display") openSheet("display");
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
      isSheet: () => sheets.name() !== undefined,
      turn: (by) => layout.turn(by),
      pan: (x, y) => layout.pan(x, y),
      zoom: (factor) => layout.zoom(factor),
      first: () => go({ page: 0 }),
      last: () => go({ page: pages.length - 1 }),
      back() {
        if (sheets.name() !== undefined) sheets.close();
        else if (isPanel()) layout.show({ page: place.page }, true);
        else if (!done.hidden) done.hidden = true;
        else layout.zoom(0);
      },
      panels: togglePanels,
      mark: toggleMark,
      full,
      sheet: openSheet,
      bars: quiet.toggle,
    }),
  );
  window.addEventListener("pagehide", keepNow, { signal: stopped.signal });

  // A panel that was scrolled past in a strip is not zoomed to in another mode, but one that the host names is.
  lay(settings.place === undefined ? undefined : place);
  quiet.showBriefly();
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
      quiet.dispose();
      clearTimeout(keeping);
      keeper.write({ place, marks, mode, ...(isShifted ? { isShifted } : {}) });
      stopped.abort();
      layout.drop();
      element.remove();
    },
  };
}
