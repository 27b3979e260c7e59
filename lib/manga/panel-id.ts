// Names of pages and panels in step ids and in `book.json`.

/** `p003`; pages are counted from 1. */
export function pageId(page: number): string {
  return `p${String(page).padStart(3, "0")}`;
}

/** `p003/k2`. */
export const panelId = (page: number, panel: string): string => `${pageId(page)}/${panel}`;
