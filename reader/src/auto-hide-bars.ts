// Auto-hiding bars: shown when a book opens and when the mouse is near an edge, hidden while reading.

export interface AutoHideBars {
  show(isShown: boolean): void;
  toggle(): void;
  /** Shows the bars for `SHOWN_BRIEFLY_MS`, so that users discover them. */
  showBriefly(): void;
  dispose(): void;
}

/** Time until the bars hide after a book opens. */
const SHOWN_BRIEFLY_MS = 3_500;
/** Distance of the mouse from the upper or lower edge that shows the bars, in CSS pixels. */
const EDGE = 56;

/** `under`: the element with bars and pages. It has the class `quiet` while the bars are hidden. */
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
