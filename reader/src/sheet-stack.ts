// The modal sheet over a book: at most one, with the focus, which returns to its opener afterwards.
import type { SheetName } from "./bars.ts";

export interface SheetStack {
  /** Name of the open sheet, if any. */
  name(): SheetName | undefined;
  /** Opens a sheet, replacing the open one. */
  open(name: SheetName, made: { element: HTMLElement; focus: HTMLElement }): void;
  close(): void;
}

/** `under` is inert while a sheet is open; `focusBook` takes the focus if the opener no longer exists. */
export function sheetStack(book: HTMLElement, under: HTMLElement, focusBook: () => void): SheetStack {
  let sheet: { name: SheetName; element: HTMLElement; opener: HTMLElement | null } | undefined;
  function close() {
    const opener = sheet?.opener;
    sheet?.element.remove();
    sheet = undefined;
    under.inert = false;
    if (opener?.isConnected) opener.focus();
    else focusBook();
  }
  // A press outside of a sheet closes it.
  book.addEventListener("pointerdown", (event) => {
    if (sheet !== undefined && event.composedPath()[0] === book) close();
  });
  return {
    name: () => sheet?.name,
    open(name, { element, focus }) {
      const { opener = focusedIn(book) } = sheet ?? {};
      sheet?.element.remove();
      sheet = { name, element, opener };
      under.inert = true;
      book.append(element);
      focus.focus();
      focus.scrollIntoView({ block: "center" });
    },
    close,
  };
}

/** The focused element in the shadow tree of `element`. */
export function focusedIn(element: HTMLElement): HTMLElement | null {
  const active = (element.getRootNode() as ShadowRoot).activeElement;
  return active instanceof HTMLElement ? active : null;
}
