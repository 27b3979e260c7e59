// The binder that writes the real files. Each format's code is loaded at its first use.
import type { BoundFormat } from "../manga/export-formats.ts";
import type { Binder } from "./binder.ts";

const MAKERS = {
  pdf: () => import("./pdf.ts"),
  "print-pdf": () => import("./print-pdf.ts"),
  cbz: () => import("./cbz.ts"),
  epub: () => import("./epub.ts"),
  csv: () => import("./csv.ts"),
  sheets: () => import("./settei.ts"),
  webp: () => import("./webp.ts"),
  psd: () => import("./psd.ts"),
  webtoon: () => import("./webtoon.ts"),
} satisfies Record<BoundFormat, () => Promise<unknown>>;

export function fileBinder(): Binder {
  return {
    async ready(formats) {
      await Promise.all(formats.map((format) => MAKERS[format]()));
    },
    async *bind(format, book, sources) {
      switch (format) {
        case "pdf":
          yield* (await MAKERS.pdf()).bindPdf(book, sources);
          break;
        case "print-pdf":
          yield* (await MAKERS["print-pdf"]()).bindPrintPdf(book, sources);
          break;
        case "cbz":
          yield* (await MAKERS.cbz()).bindCbz(book, sources);
          break;
        case "epub":
          yield* (await MAKERS.epub()).bindEpub(book, sources);
          break;
        case "csv":
          yield (await MAKERS.csv()).bindCsv(book);
          break;
        case "sheets":
          yield* (await MAKERS.sheets()).bindSettei(book, sources);
      }
    },
    async *sheets(format, book, sources) {
      switch (format) {
        case "webp":
          yield* (await MAKERS.webp()).webpPages(book, sources.loadPage);
          break;
        case "psd":
          yield* (await MAKERS.psd()).psdPages(book, sources);
          break;
        case "webtoon":
          yield* (await MAKERS.webtoon()).webtoonStrips(book, sources);
      }
    },
  };
}
