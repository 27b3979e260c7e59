// The binder that makes real files. Each format is loaded when a book first asks for it.
import type { Binder } from "./binder.ts";

export function fileBinder(): Binder {
  return {
    async *bind(format, book, sources) {
      switch (format) {
        case "pdf":
          yield* (await import("./pdf.ts")).bindPdf(book, sources);
          break;
        case "print-pdf":
          yield* (await import("./print-pdf.ts")).bindPrintPdf(book, sources);
          break;
        case "cbz":
          yield* (await import("./cbz.ts")).bindCbz(book, sources);
          break;
        case "epub":
          yield* (await import("./epub.ts")).bindEpub(book, sources);
          break;
        case "csv":
          yield (await import("./csv.ts")).bindCsv(book);
      }
    },
    async *sheets(format, book, sources) {
      switch (format) {
        case "webp":
          yield* (await import("./webp.ts")).webpPages(book, sources.loadPage);
          break;
        case "psd":
          yield* (await import("./psd.ts")).psdPages(book, sources);
          break;
        case "webtoon":
          yield* (await import("./webtoon.ts")).webtoonStrips(book, sources);
      }
    },
  };
}
