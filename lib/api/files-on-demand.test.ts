// The files of a book whose words were edited: bound when somebody asks for one, once, with the bytes of the present book.
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fileBinder } from "../export/file-binder.ts";
import { type Book, BookSchema } from "../manga/book.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import { bookSources } from "../phases/painted-art.ts";
import { contentHash } from "../pipeline/canonical-json.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const ExportSchema = z.object({ files: z.array(z.object({ url: z.string() })) });
const VersionsSchema = z.object({ differences: z.array(z.object({ path: z.string() })) });

async function editedBook() {
  const service = sampleService();
  const request = { text: SAMPLE_STORY, pages: 1, formats: ["cbz", "csv"] };
  const started = await service.send("POST", "/api/v1/manga/generate", request);
  const { sessionId } = z.object({ sessionId: z.string() }).parse(await started.json());
  const path = `/api/v1/manga/sessions/${sessionId}`;
  await service.deliver();
  /** Delivers while the request waits for files. */
  const ask = async (method: string, below: string, body?: unknown): Promise<Response> => {
    const answer = service.send(method, `${path}${below}`, body);
    let isOver = false;
    const over = answer.finally(() => {
      isOver = true;
    });
    while (!isOver) {
      await sleep(10);
      await service.deliver();
    }
    return over;
  };
  const hashOf = async (format: string) => {
    const answer = await ask("GET", `/exports/${format}`);
    expect(answer.status).toBe(200);
    const [file] = ExportSchema.parse(await answer.json()).files;
    return /[0-9a-f]{64}/.exec(file?.url ?? "")?.[0];
  };
  const finished = async () => FinishedBookSchema.parse(await service.output(sessionId, "finish"));
  const book = async (): Promise<Book> =>
    BookSchema.parse(JSON.parse(await readText((await finished()).book)));
  const readText = async (hash: string) =>
    new TextDecoder().decode(await service.services.blobs.get(sessionId, hash));
  const say = async (text: string) => {
    const edited = await ask("PATCH", "/texts", { texts: [{ page: 1, balloonId: await firstLine(), text }] });
    expect(edited.status).toBe(200);
    await service.deliver();
  };
  const firstLine = async () => {
    const line = (await book()).pages[0]?.texts.find(({ kind }) => kind === "balloon");
    return line?.id.replace("/", ".");
  };
  return { service, sessionId, path, ask, hashOf, finished, book, readText, say };
}

describe("a book whose words were edited", () => {
  it("has its files bound by the first request for one, with the bytes that its binding gives", async () => {
    const { service, sessionId, ask, hashOf, finished, book, readText, say } = await editedBook();
    const first = await finished();
    expect(Object.keys(first.files)).toEqual(["cbz", "csv"]);
    await say("お待ちなさい");
    expect((await finished()).files).toEqual({});
    expect((await service.schedule(sessionId)).state.status).toBe("completed");
    const blobs = service.blobs.size;

    const csv = await hashOf("csv");
    expect(await readText(csv ?? "")).toContain("お待ちなさい");
    const present = await book();
    const sources = bookSources(present, (hash) => service.services.blobs.get(sessionId, hash));
    const chunks: Uint8Array[] = [];
    for await (const chunk of fileBinder().bind("csv", present, sources)) chunks.push(chunk);
    expect(csv).toBe(contentHash(Buffer.concat(chunks)));
    // Only this format was bound, and only once.
    const after = service.blobs.size;
    expect(after).toBeGreaterThan(blobs);
    expect(await hashOf("csv")).toBe(csv);
    expect(service.blobs.size).toBe(after);
    expect((await service.schedule(sessionId)).results["finish/cbz"]).toBeUndefined();

    expect((await ask("GET", "/files.zip")).status).toBe(200);
    expect(await hashOf("cbz")).not.toBe(first.files.cbz);
  });

  it("has the files of an earlier version at once when it is restored, and shows no difference of settings", async () => {
    const { ask, service, finished, hashOf, say } = await editedBook();
    const first = await finished();
    await say("お待ちなさい");
    const { differences } = VersionsSchema.parse(
      await (await ask("GET", "/versions/compare?a=1&b=2")).json(),
    );
    expect(differences.filter(({ path }) => path.startsWith("params"))).toEqual([]);
    expect((await ask("POST", "/versions/1/restore")).status).toBe(200);
    await service.deliver();
    expect(await hashOf("cbz")).toBe(first.files.cbz);
  });

  it("has them bound when it is shared, and with each edit while it is", async () => {
    const { ask, service, finished, say, sessionId } = await editedBook();
    await say("お待ちなさい");
    expect((await ask("PATCH", "", { visibility: "unlisted" })).status).toBe(200);
    await service.deliver();
    const { results } = await service.schedule(sessionId);
    expect(Object.keys(results).filter((step) => step.startsWith("finish/"))).toHaveLength(2);
    await say("待ってよ");
    expect(Object.keys((await finished()).files)).toEqual(["cbz", "csv"]);
  });
});
