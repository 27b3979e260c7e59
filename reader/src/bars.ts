// The bars over the pages. Top: title and buttons. Bottom: position and a slider with thumbnails.
import { el, iconButton, type Sign } from "./dom.ts";
import type { Book } from "./layout.ts";
import { thumbnailOf } from "./rendition.ts";

export type SheetName = "pages" | "words" | "display";

export interface BarActions {
  onSheet(sheet: SheetName): void;
  onMark(): void;
  onPanels(): void;
  /** Undefined if the browser has no full screen. */
  onFull: (() => void) | undefined;
  onTurn(by: 1 | -1): void;
  onGo(page: number): void;
}

export interface BarState {
  page: number;
  /** Indexes of the open pages. */
  open: readonly number[];
  isMarked: boolean;
  isPanel: boolean;
  canZoomPanels: boolean;
}

export interface Bars {
  top: HTMLElement;
  bottom: HTMLElement;
  /** Updates the bars; the slider does not move while it is dragged. */
  update(state: BarState): void;
}

export function barsOf(
  { hasPanels, ...book }: Book & { labels: readonly string[]; hasPanels: boolean },
  actions: BarActions,
): Bars {
  const { manifest, say, direction } = book;
  const tool = (sign: Sign, label: string, onPress: () => void) => iconButton(sign, label, onPress);
  const mark = tool("mark", say("bookmark"), actions.onMark);
  const panels = tool("panels", say("panels"), actions.onPanels);
  const hasWords = manifest.pages.some((page) => page.panels?.some(({ texts = [] }) => texts.length > 0));
  const top = el(
    "header",
    { class: "bar top", part: "top" },
    el("slot", { name: "start" }),
    el("h2", { lang: manifest.language }, manifest.title),
    el(
      "div",
      { class: "tools" },
      ...(hasWords ? [tool("search", say("search"), () => actions.onSheet("words"))] : []),
      mark,
      tool("grid", say("allPages"), () => actions.onSheet("pages")),
      tool("settings", say("settings"), () => actions.onSheet("display")),
      ...(actions.onFull === undefined ? [] : [tool("full", say("full"), actions.onFull)]),
    ),
    el("slot", { name: "after" }),
  );

  const isRtl = direction === "rtl";
  const forward = tool(isRtl ? "left" : "right", say("next"), () => actions.onTurn(1));
  const back = tool(isRtl ? "right" : "left", say("previous"), () => actions.onTurn(-1));
  const slider = sliderOf(book, actions.onGo);
  const count = el("p", { class: "count", "aria-hidden": "true" });
  const bottom = el(
    "footer",
    { class: "bar bottom", part: "bottom" },
    el("div", { class: "rail" }, slider.preview),
    ...(isRtl ? [forward, slider.input, back] : [back, slider.input, forward]),
    count,
    ...(hasPanels ? [panels] : []),
  );
  return {
    top,
    bottom,
    update({ page, open, isMarked, isPanel, canZoomPanels }) {
      mark.setAttribute("aria-pressed", String(isMarked));
      panels.setAttribute("aria-pressed", String(isPanel));
      panels.disabled = !canZoomPanels && !isPanel;
      slider.update(page);
      back.disabled = open[0] === 0 && !isPanel;
      forward.disabled = open.at(-1) === manifest.pages.length - 1 && !isPanel;
      // Replaces the element instead of its text, because a change of centred text would count as a layout shift.
      count.replaceChildren(el("span", {}, countText(book, open)));
    },
  };
}

/** `12–13 / 40`, from the pages' labels. */
function countText({ labels, manifest, say }: Book & { labels: readonly string[] }, open: readonly number[]) {
  const all = manifest.pages.filter(({ cover }) => cover !== true).length;
  const shown = open.map((index) => labels[index] ?? "").filter((label) => label !== "");
  return shown.length === 0 ? say("cover") : `${shown.join("–")} / ${all}`;
}

function sliderOf({ manifest, names, say, direction }: Book, onGo: (page: number) => void) {
  const input = el("input", {
    ...{ type: "range", min: 0, max: Math.max(0, manifest.pages.length - 1), step: 1, value: 0 },
    ...{ dir: direction, part: "slider", "aria-label": say("turnTo") },
  });
  const image = el("img", { alt: "", draggable: "false" });
  const name = el("span");
  const preview = el("div", { class: "preview", "aria-hidden": "true", hidden: true }, image, name);
  let isHeld = false;
  const tell = (page: number) => input.setAttribute("aria-valuetext", names[page] ?? "");
  const showPreview = () => {
    const page = Number(input.value);
    const share = manifest.pages.length < 2 ? 0 : page / (manifest.pages.length - 1);
    const wanted = thumbnailOf(manifest.pages[page]?.renditions ?? []);
    if (image.getAttribute("src") !== wanted) image.src = wanted;
    image.style.aspectRatio = `${manifest.pages[page]?.width ?? 1} / ${manifest.pages[page]?.height ?? 1}`;
    name.textContent = names[page] ?? "";
    preview.style.setProperty("--share", String(direction === "rtl" ? 1 - share : share));
    preview.hidden = false;
    tell(page);
  };
  const hide = () => {
    isHeld = false;
    preview.hidden = true;
  };
  input.addEventListener("pointerdown", () => {
    isHeld = true;
  });
  input.addEventListener("input", showPreview);
  input.addEventListener("change", () => {
    isHeld = false;
    onGo(Number(input.value));
  });
  for (const event of ["pointerup", "pointercancel", "blur"]) input.addEventListener(event, hide);
  return {
    input,
    preview,
    update(page: number) {
      if (isHeld) return;
      input.value = String(page);
      tell(page);
    },
  };
}
