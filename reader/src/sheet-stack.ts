// The sheet that lies over a book: one at a time, with the focus, which goes back to where it came from.
import type { SheetName } from "./bars.ts";

export interface SheetStack {
  /** Its name, where one lies open. */
  name(): SheetName | undefined;
  /** In place of another one. */
  open(name: SheetName, made: { element: HTMLElement; focus: HTMLElement }): void;
  close(): void;
}

/** `under` cannot be reached while a sheet lies open; `focusBook` takes the focus where its opener is gone. */
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
  // Somebody who presses beside a sheet wants the book.
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

/** What has the focus in the shadow tree of `element`. */
export function focusedIn(element: HTMLElement): HTMLElement | null {
  const active = (element.getRootNode() as ShadowRoot).activeElement;
  return active instanceof HTMLElement ? active : null;
}
