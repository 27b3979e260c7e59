// The last phase continues where its last attempt stopped: a format that was bound is not bound again.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Binder } from "../export/binder.ts";
import { fileBinder } from "../export/file-binder.ts";
import { sampleBook as bookOf } from "../export/sample-book.ts";
import type { BoundFormat } from "../manga/export-formats.ts";
import type { FinishedBook } from "../manga/finished-book.ts";
import { SessionParamsSchema } from "../pipeline/params.ts";
import { finish } from "./7-finish.ts";
import type { MangaContext, MangaTools } from "./tools.ts";

const PARAMS = SessionParamsSchema.parse({
  ...{ storyHash: "", language: "ja", direction: "rtl", style: "manga", seed: 1, formats: [] },
  ...{
    review: [],
    reviewTimeoutMinutes: 30,
    models: { writer: "offline-author@1", artist: "offline-artist@1" },
  },
});

/** What the workers of one process share: the store, and tools whose binder records its calls. */
function service() {
  const blobs = new Map<string, Uint8Array>();
  const put = async (bytes: Uint8Array) => {
    const hash = createHash("sha256").update(bytes).digest("hex");
    blobs.set(hash, bytes);
    return hash;
  };
  const asked: string[] = [];
  const real = fileBinder();
  const binder: Binder = {
    ...real,
    bind(format, book, sources) {
      asked.push(format);
      return real.bind(format, book, sources);
    },
  };
  const none = () => Promise.reject(new Error("not for binding"));
  const tools: MangaTools = {
    ...{ reader: none, director: none, artist: none, stories: none, drafter: none },
    binder: async () => binder,
  };
  const json = new TextEncoder().encode(JSON.stringify(bookOf(["待って"])));
  const run = async (format: BoundFormat, signal = new AbortController().signal) => {
    const book: FinishedBook = {
      ...{ title: "", book: await put(json), files: {}, sheets: {} },
      ...{ pages: [], panels: 2, leftOut: 0 },
    };
    const context: MangaContext = {
      ...{ sessionId: "s1", createdAt: "2026-03-04T05:06:08.000Z", params: PARAMS, take: 0, tools, signal },
      ...{ story: none, givenText: none, call: none, note: () => {}, has: () => false, outputHash: () => "" },
      ...{
        edit: undefined,
        ownPrompt: async () => undefined,
        ownReferences: async () => [],
        asked: () => {},
      },
      ...{ madeBy: () => {}, beside: [], references: (choose) => choose(), makerOf: () => undefined },
      ...{
        given: new Set<string>(),
        isFinal: () => false,
        madeOf: async () => undefined,
        before: async () => undefined,
      },
      output: async (_step, schema) => schema.parse(book),
      putBlob: put,
      async putBlobStream(chunks) {
        const parts: Uint8Array[] = [];
        for await (const chunk of chunks) parts.push(chunk);
        return put(Buffer.concat(parts));
      },
      async getBlob(hash) {
        const bytes = blobs.get(hash);
        if (bytes === undefined) throw new Error(`there is no ${hash}`);
        return bytes;
      },
    };
    return finish.steps.export?.perform({ phase: "finish", of: "export", format }, context);
  };
  return { asked, blobs, run };
}

test("a file bound before the attempt stopped is not bound again", async () => {
  const { asked, blobs, run } = service();
  const first = await run("csv");
  const again = await run("csv");
  expect(again?.output).toEqual(first?.output);
  expect(asked).toEqual(["csv"]);
  expect(blobs.size).toBe(2);
});

test("a file whose binding was interrupted is bound from its beginning", async () => {
  const { asked, run } = service();
  const stopped = AbortSignal.abort(new Error("the deadline"));
  await expect(run("cbz", stopped)).rejects.toThrow("the deadline");
  await expect(run("cbz", stopped)).rejects.toThrow("the deadline");
  expect(asked).toEqual(["cbz", "cbz"]);
});

test("another process binds for itself", async () => {
  await service().run("csv");
  const { asked, run } = service();
  await run("csv");
  expect(asked).toEqual(["csv"]);
});
