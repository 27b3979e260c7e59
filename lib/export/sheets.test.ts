import { loadImage } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import type { Book } from "../manga/book.ts";
import type { SheetFormat } from "../manga/export-formats.ts";
import { fileBinder } from "./file-binder.ts";
import { sampleBook, sampleSources } from "./sample-book.ts";

async function sheetsOf(format: SheetFormat, book: Book, sources = sampleSources()): Promise<Buffer[]> {
  const sheets: Buffer[] = [];
  for await (const bytes of fileBinder().sheets(format, book, sources)) sheets.push(Buffer.from(bytes));
  return sheets;
}

describe("WebP pages", () => {
  test("are the composed pages in order, at their own size", async () => {
    const sources = sampleSources();
    const sheets = await sheetsOf("webp", sampleBook(["一", "二"]), sources);
    expect(sheets.map((bytes) => bytes.subarray(8, 12).toString())).toEqual(["WEBP", "WEBP"]);
    const image = await loadImage(sheets[0] ?? "");
    expect([image.width, image.height]).toEqual([182, 257]);
    expect(sources.asked).toEqual(["page 1", "page 2"]);
  });
});
