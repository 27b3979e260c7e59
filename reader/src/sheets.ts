// The sheets over the pages: thumbnails with bookmarks, text search, and layout settings.
import type { Direction } from "../manifest.ts";
import type { SheetName } from "./bars.ts";
import { el, iconButton } from "./dom.ts";
import type { Book } from "./layout.ts";
import type { Mode } from "./reading-state.ts";
import { MODES } from "./reading-state.ts";
import { thumbnailOf } from "./rendition.ts";
import { searchWords } from "./search-words.ts";
import type { Place } from "./spreads.ts";
import { FITS, type Fit } from "./view-maths.ts";

export interface SheetState {
  page: number;
  marks: readonly number[];
  mode: Mode;
  fit: Fit;
  isShifted: boolean;
}

export interface SheetActions {
  onClose(): void;
  onGo(place: Place): void;
  onMode(mode: Mode): void;
  onFit(fit: Fit): void;
  onShift(isShifted: boolean): void;
  onDirection(direction: Direction): void;
}

/** Creates a sheet; `focus`: the element that gets the focus. */
export function sheetOf(
  name: SheetName,
  book: Book,
  { state, actions }: { state: SheetState; actions: SheetActions },
): { element: HTMLElement; focus: HTMLElement } {
  const { say } = book;
  const title = say(({ pages: "allPages", words: "search", display: "settings" } as const)[name]);
  const close = iconButton("close", say("close"), actions.onClose);
  const { content, focus } = { pages: pagesSheet, words: wordsSheet, display: displaySheet }[name](
    book,
    state,
    actions,
  );
  const element = el(
    "section",
    { class: `sheet ${name}`, part: "sheet", role: "dialog", "aria-modal": "true", "aria-label": title },
    el("header", {}, el("h2", {}, title), close),
    content,
  );
  return { element, focus: focus ?? close };
}

interface Sheet {
  content: HTMLElement;
  focus?: HTMLElement | undefined;
}

function pagesSheet(book: Book, { page, marks }: SheetState, { onGo }: SheetActions): Sheet {
  const { manifest, names, say, direction } = book;
  const thumb = (index: number) => {
    const { renditions, width, height } = manifest.pages[index] ?? { renditions: [], width: 1, height: 1 };
    const image = el("img", {
      alt: "",
      src: thumbnailOf(renditions),
      loading: "lazy",
      decoding: "async",
      width,
      height,
    });
    image.style.aspectRatio = `${width} / ${height}`;
    const isMarked = marks.includes(index);
    return el(
      "button",
      {
        type: "button",
        "aria-current": index === page ? "page" : undefined,
        class: isMarked ? "thumb marked" : "thumb",
        onclick: () => onGo({ page: index }),
      },
      image,
      el(
        "span",
        {},
        names[index] ?? "",
        ...(isMarked ? [el("span", { class: "unseen" }, `, ${say("bookmarked")}`)] : []),
      ),
    );
  };
  const all = manifest.pages.map((_, index) => thumb(index));
  const content = el(
    "div",
    {},
    el("h3", {}, say("bookmarks")),
    marks.length === 0
      ? el("p", { class: "soft" }, say("noBookmarks"))
      : el(
          "div",
          { class: "thumbs", dir: direction },
          ...marks.filter((one) => one in manifest.pages).map(thumb),
        ),
    el("h3", {}, say("allPages")),
    el("div", { class: "thumbs", dir: direction }, ...all),
  );
  return { content, focus: all[page] };
}

function wordsSheet({ manifest, names, say }: Book, _: SheetState, { onGo }: SheetActions): Sheet {
  const input = el("input", {
    type: "search",
    "aria-label": say("search"),
    autocomplete: "off",
    lang: manifest.language,
  });
  const status = el("p", { class: "soft", role: "status" });
  const list = el("ol", { class: "lines" });
  const update = () => {
    const { found, total } = searchWords(manifest.pages, input.value);
    const values = { n: total, m: found.length };
    status.textContent = say(total > found.length ? "foundMore" : "found", values);
    list.replaceChildren(
      ...found.map(({ page, panel, text }) =>
        el(
          "li",
          {},
          el(
            "button",
            { type: "button", onclick: () => onGo({ page, panel }) },
            el("small", {}, names[page] ?? ""),
            el(
              "span",
              { lang: manifest.language },
              ...(text.speaker === undefined ? [] : [el("b", {}, `${text.speaker} `)]),
              text.text,
            ),
          ),
        ),
      ),
    );
  };
  input.addEventListener("input", update);
  update();
  return { content: el("div", {}, input, status, list), focus: input };
}

function displaySheet(book: Book, state: SheetState, actions: SheetActions): Sheet {
  const { say, direction } = book;
  const shift = el("input", {
    type: "checkbox",
    checked: state.isShifted,
    onchange: () => actions.onShift(shift.checked),
  });
  const modes = choice(say("mode"), MODES, {
    chosen: state.mode,
    labelOf: (mode) => say(`mode.${mode}`),
    onChoose: actions.onMode,
  });
  const content = el(
    "div",
    { class: "form" },
    modes.element,
    choice(say("fit"), FITS, {
      chosen: state.fit,
      labelOf: (fit) => say(`fit.${fit}`),
      onChoose: actions.onFit,
    }).element,
    choice<Direction>(say("direction"), ["rtl", "ltr"], {
      chosen: direction,
      labelOf: (one) => say(`direction.${one}`),
      onChoose: actions.onDirection,
    }).element,
    ...(state.mode === "spread" ? [el("label", { class: "check" }, shift, say("shift"))] : []),
    el("div", { class: "keys" }, el("h3", {}, say("keys")), el("p", { class: "soft" }, say("keysText"))),
  );
  return { content, focus: modes.focus };
}

/** Radio buttons styled as one segmented control. */
function choice<T extends string>(
  label: string,
  all: readonly T[],
  { chosen, labelOf, onChoose }: { chosen: T; labelOf(one: T): string; onChoose(one: T): void },
): { element: HTMLElement; focus: HTMLElement | undefined } {
  const name = `choice-${label}`;
  const inputs = all.map((one) =>
    el("input", { type: "radio", name, value: one, checked: one === chosen, onchange: () => onChoose(one) }),
  );
  const options = inputs.map((input, at) => el("label", {}, input, el("span", {}, labelOf(all[at] as T))));
  const element = el("fieldset", { class: "choice" }, el("legend", {}, label), el("div", {}, ...options));
  return { element, focus: inputs[all.indexOf(chosen)] };
}
