// The zip of all files of a book: its content, that it is streamed, and who may download it.
import { beforeAll, describe, expect, it } from "vitest";
import { entriesOf } from "../export/read-zip.ts";
import { streamZip } from "../export/stream-zip.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

let service: ReturnType<typeof sampleService>;
let sessionId: string;
const archive = (as = "local") =>
  service.send("GET", `/api/v1/manga/sessions/${sessionId}/files.zip`, undefined, { as });

beforeAll(async () => {
  service = sampleService();
  const body = { text: SAMPLE_STORY, title: "雨の猫", pages: 1, formats: ["pdf", "png", "webp"] };
  const started = await service.send("POST", "/api/v1/manga/generate", body);
  ({ sessionId } = (await started.json()) as { sessionId: string });
  expect((await archive()).status).toBe(409);
  await service.deliver();
}, 120_000);

describe("the zip of a book", () => {
  it("contains every file that was made, files made later too, named after the book's title", async () => {
    await service.send("POST", `/api/v1/manga/sessions/${sessionId}/export`, { format: "csv" });
    await service.deliver();
    const answer = await archive();
    expect(answer.headers.get("content-disposition")).toContain(encodeURIComponent("雨の猫"));
    const entries = new Map(entriesOf(await answer.bytes()).map(({ name, data }) => [name, data]));
    expect([...entries.keys()].toSorted()).toEqual([
      ...["book.json", "book.pdf", "cover.png", "lettering.csv", "pages/001.png", "pages/001.webp"],
    ]);
    expect(entries.get("book.pdf")?.toString("latin1", 0, 5)).toBe("%PDF-");
  });

  it("is not available to other users", async () => {
    expect((await archive("bob")).status).toBe(404);
  });

  it("opens each file only when its turn comes, and reads no faster than the client takes the zip", async () => {
    const size = 1 << 20;
    let [opened, read] = [0, 0];
    const files = Array.from({ length: 64 }, (_, index) => ({
      name: `${index}.bin`,
      async *open() {
        opened++;
        for (let part = 0; part < 16; part++) {
          read += size / 16;
          yield new Uint8Array(size / 16);
        }
      },
    }));
    const zip = streamZip(files, "2026-12-01T00:00:00Z");
    let taken = 0;
    while (taken < 4 * size) taken += (await zip.next()).value?.length ?? 0;
    expect(opened).toBeLessThanOrEqual(6);
    expect(read - taken).toBeLessThan(size);
    await zip.return(undefined);
    const before = read;
    await new Promise((resolve) => setImmediate(resolve));
    expect(read).toBe(before);
  });

  it("breaks off the response when a file fails, so that a truncated zip is not taken for a complete one", async () => {
    const broken = {
      name: "a",
      async *open() {
        yield new Uint8Array(10);
        throw new Error("store down");
      },
    };
    const take = async () => {
      for await (const _ of streamZip([broken], "2026-12-01T00:00:00Z"));
    };
    await expect(take()).rejects.toThrow("store down");
  });
});
