// The binder that makes real files in memory.
import type { Binder } from "./binder.ts";
import { bindCbz } from "./cbz.ts";
import { bindPdf } from "./pdf.ts";

export function fileBinder(): Binder {
  return {
    bind: (format, book, loadPage) => (format === "pdf" ? bindPdf(book, loadPage) : bindCbz(book, loadPage)),
  };
}
