// A page on the stage: its picture and, for screen readers, its panels with speakers and words in reading order.
import type { Page, Panel } from "../manifest.ts";
import { el } from "./dom.ts";
import { renditionFor } from "./rendition.ts";
import type { Translate } from "./words.ts";

export interface FigureContext {
  say: Translate;
  /** Language of the book's words. */
  language: string;
  onBroken(page: number): void;
}

export interface Figure {
  element: HTMLElement;
  /** Loads the rendition that is sharp at a width (CSS pixels); never replaces it by a smaller one. */
  load(cssWidth: number): void;
  /** Stops loading and releases the picture. */
  drop(): void;
}

/** `index`: the page's index in the book. `name`: its spoken name. */
export function pageFigure(
  { page, index, name }: { page: Page; index: number; name: string },
  context: FigureContext,
): Figure {
  const { say, language, onBroken } = context;
  const hasPanels = (page.panels?.length ?? 0) > 0;
  const image = picture(page, { alt: hasPanels ? "" : name, say, onBroken: () => onBroken(index) });
  const element = el(
    "div",
    { class: "page", part: "page", role: "group", "aria-label": name, "data-page": index },
    image.element,
    ...(hasPanels
      ? [el("ol", { class: "unseen" }, ...panelItems(page.panels ?? [], { say, language }))]
      : []),
  );
  return { element, load: image.load, drop: image.drop };
}

export function panelItems(
  panels: readonly Panel[],
  at: { say: Translate; language: string },
): HTMLLIElement[] {
  return panels.map((panel, index) => {
    const heading = [at.say("panel", { n: index + 1 }), panel.description].filter(Boolean).join(": ");
    return el("li", {}, el("p", {}, heading), ...panelWords(panel, at));
  });
}

export function panelWords(
  { texts = [] }: Panel,
  { say, language }: { say: Translate; language: string },
): HTMLParagraphElement[] {
  return texts.map(({ kind, speaker, text }) => {
    const by = speaker ?? (kind === "sound" ? say("sound") : undefined);
    const words = el("span", { lang: language }, text);
    if (by === undefined) return el("p", {}, words);
    return el("p", {}, el("span", { lang: speaker === undefined ? undefined : language }, `${by}: `), words);
  });
}

type Pictured = Pick<Page, "renditions">;
interface PictureOptions {
  alt: string;
  say: Translate;
  onBroken(): void;
}

/** A picture that fills its box. If it fails to load, a button to try again. */
export function picture({ renditions }: Pictured, { alt, say, onBroken }: PictureOptions): Figure {
  const image = el("img", { alt, draggable: "false", decoding: "async" });
  const element = el("div", { class: "picture" }, image);
  let loaded = 0;
  let isDropped = false;
  const show = (src: string) => {
    image.src = src;
    // Decodes the picture early. Failures are reported by the error event.
    image.decode().catch(() => undefined);
  };
  image.addEventListener("error", () => {
    if (isDropped || element.querySelector(".broken") !== null) return;
    const retry = el("button", { type: "button", class: "plain", onclick: again }, say("retry"));
    element.append(el("div", { class: "broken" }, el("p", {}, say("broken")), retry));
    onBroken();
  });
  function again() {
    element.querySelector(".broken")?.remove();
    const { src } = image;
    image.removeAttribute("src");
    show(src);
  }
  return {
    element,
    load(cssWidth) {
      const wanted = renditionFor(renditions, cssWidth, devicePixelRatio);
      if (wanted.width <= loaded) return;
      const isFirst = loaded === 0;
      loaded = wanted.width;
      if (isFirst) return show(wanted.src);
      // The smaller picture stays until the larger one is decoded.
      const larger = el("img", {});
      larger.src = wanted.src;
      larger.decode().then(
        () => {
          if (!isDropped) image.src = wanted.src;
        },
        () => undefined,
      );
    },
    drop() {
      isDropped = true;
      image.removeAttribute("src");
    },
  };
}
