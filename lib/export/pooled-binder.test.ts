import { buffer } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { BookFormatSchema } from "../manga/export-formats.ts";
import { inlineWork } from "../work/inline-work.ts";
import { threadPool } from "../work/thread-pool.ts";
import { fileBinder } from "./file-binder.ts";
import { pooledBinder } from "./pooled-binder.ts";
import { sampleBook, sampleSources } from "./sample-book.ts";

const BOOK = sampleBook(["「待って」", "「いやだ」"]);
const threads = threadPool({ threads: 1 });
afterAll(() => threads.close());

const bytesOf = async (pieces: AsyncIterable<Uint8Array>) => Buffer.from(await buffer(pieces));

describe.each([
  ["in a worker", threads],
  ["in this process", inlineWork()],
])("a book that is bound %s", (_where, work) => {
  test.each(BookFormatSchema.options.filter((format) => format !== "print-pdf"))(
    "is the same %s",
    async (format) => {
      const [asked, wanted] = [sampleSources(), sampleSources()];
      const bound = await bytesOf(pooledBinder(work).bind(format, BOOK, asked));
      expect(bound.equals(await bytesOf(fileBinder().bind(format, BOOK, wanted)))).toBe(true);
      expect(asked.asked).toEqual(wanted.asked);
    },
  );

  test("has the same sheets, each made when it is requested", async () => {
    const [asked, wanted] = [sampleSources(), sampleSources()];
    const pooled = pooledBinder(work).sheets("psd", BOOK, asked)[Symbol.asyncIterator]();
    const first = await pooled.next();
    expect(asked.asked).toEqual(["art 1"]);
    const second = await pooled.next();
    const sheets = [first.value, second.value].map((bytes) => Buffer.from(bytes));
    expect(await pooled.next()).toEqual({ done: true, value: undefined });
    const plain: Buffer[] = [];
    for await (const bytes of fileBinder().sheets("psd", BOOK, wanted)) plain.push(Buffer.from(bytes));
    expect(sheets.map((bytes, index) => bytes.equals(plain[index] ?? Buffer.alloc(0)))).toEqual([true, true]);
  });

  test("rethrows the error object of its sources", async () => {
    const broken = new Error("the store is down");
    const sources = { ...sampleSources(), loadPage: () => Promise.reject(broken) };
    await expect(bytesOf(pooledBinder(work).bind("cbz", BOOK, sources))).rejects.toBe(broken);
  });

  test("rethrows errors of the worker", async () => {
    const loadPage = async (number: number) => ({ number, png: new Uint8Array(10), widthPx: 1, heightPx: 1 });
    const plain = bytesOf(fileBinder().bind("pdf", BOOK, { ...sampleSources(), loadPage }));
    const thrown = await plain.catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Error);
    const bound = bytesOf(pooledBinder(work).bind("pdf", BOOK, { ...sampleSources(), loadPage }));
    await expect(bound).rejects.toThrow(thrown instanceof Error ? thrown.message : "");
  });

  test("stops when its signal aborts", async () => {
    const abort = new AbortController();
    const pieces = pooledBinder(work, abort.signal)
      .sheets("webp", BOOK, sampleSources())
      [Symbol.asyncIterator]();
    await pieces.next();
    const reason = new Error("cancelled");
    abort.abort(reason);
    await expect(pieces.next()).rejects.toBe(reason);
  });
});
