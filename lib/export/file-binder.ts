// The binder that makes real files in memory. Each format is loaded when a book first asks for it.
import type { Binder } from "./binder.ts";

export function fileBinder(): Binder {
  return {
    async bind(format, book, sources) {
      switch (format) {
        case "pdf":
          return (await import("./pdf.ts")).bindPdf(book, sources.loadPage);
        case "print-pdf":
          return (await import("./print-pdf.ts")).bindPrintPdf(book, sources.loadArt);
        case "cbz":
          return (await import("./cbz.ts")).bindCbz(book, sources.loadPage);
        case "epub":
          return (await import("./epub.ts")).bindEpub(book, sources.loadPage);
        case "csv":
          return (await import("./csv.ts")).bindCsv(book);
      }
    },
    async *sheets(format, book, sources) {
      switch (format) {
        case "webp":
          yield* (await import("./webp.ts")).webpPages(book, sources.loadPage);
          break;
        case "psd":
          yield* (await import("./psd.ts")).psdPages(book, sources.loadArt);
          break;
        case "webtoon":
          yield* (await import("./webtoon.ts")).webtoonStrips(book, sources.loadArt);
      }
    },
  };
}
