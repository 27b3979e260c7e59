// Bars that hide: shown when a book is opened and when a mouse comes to an edge, out of the way while somebody reads.

export interface AutoHideBars {
  show(isShown: boolean): void;
  toggle(): void;
  /** Shows them for a moment, so that it is known that they are there. */
  showBriefly(): void;
  dispose(): void;
}

/** The bars leave after so long when a book is opened. */
const SHOWN_BRIEFLY_MS = 3_500;
/** CSS pixels from the upper and lower edge at which a mouse asks for them. */
const EDGE = 56;

/** `under` has the bars and the pages; it is `quiet` while they are hidden. */
export function autoHideBars(book: HTMLElement, under: HTMLElement): AutoHideBars {
  let leaving = 0;
  const isQuiet = () => under.classList.contains("quiet");
  const show = (isShown: boolean) => {
    clearTimeout(leaving);
    if (isQuiet() === isShown) under.classList.toggle("quiet", !isShown);
  };
  book.addEventListener("pointermove", ({ pointerType, clientY }) => {
    if (pointerType !== "mouse" || !isQuiet()) return;
    const { top, bottom } = book.getBoundingClientRect();
    if (clientY < top + EDGE || clientY > bottom - EDGE) show(true);
  });
  return {
    show,
    toggle: () => show(isQuiet()),
    showBriefly() {
      show(true);
      leaving = window.setTimeout(() => show(false), SHOWN_BRIEFLY_MS);
    },
    dispose: () => clearTimeout(leaving),
  };
}
