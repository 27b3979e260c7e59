// Traffic for a client that follows a long book: pages are sent once and then by change, and each picture's URL once.
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { readManifest } from "../../reader/src/read-manifest.ts";
import { picturesOf } from "../../web/src/documents.ts";
import type { ClientPage } from "../pipeline/client-documents.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const PAGES = 100;
/** Drawing a hundred pages in five minutes is faster than the offline artist or any model, so this is an upper bound. */
const MINUTES = 5;
/** A signed URL of Cloud Storage (V4, with a service account's name) is longer than the tests' URLs. */
const SIGNED_BYTES = 900;
/** Factor for Firestore listeners, which are sent typed values: `{"stringValue":"…"}`. */
const TYPED = 2;
const MOST_BYTES_A_MINUTE = 3_000_000;

let service: ReturnType<typeof sampleService>;
let sessionId: string;
/** A page of a finished book. */
let model: ClientPage;

beforeAll(async () => {
  service = sampleService();
  const started = await service.send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY, pages: 1 });
  ({ sessionId } = (await started.json()) as { sessionId: string });
  await service.deliver();
  const page = service.projector.pages.get(`${sessionId}/1`);
  if (page === undefined) throw new Error("there is no page");
  model = page;
}, 120_000);

const get = async (rest: string) => {
  const answer = await service.send("GET", `/api/v1/manga/sessions/${sessionId}${rest}`);
  expect(answer.status).toBe(200);
  return answer.text();
};
const hashOf = (name: string) => createHash("sha256").update(name).digest("hex");

/** A page before its panels are drawn, after some of them, lettered, and with renditions. */
function pageAfter(number: number, drawn: number, seq: number): ClientPage {
  const isLettered = drawn > model.panels.length;
  const { renditions, image, texts, lettering, widthPx, heightPx, ...rest } = model;
  const ends = { image, texts, lettering, widthPx, heightPx };
  return {
    ...rest,
    ...{ number, seq, state: isLettered ? "done" : "artwork", texts: [] },
    preview: hashOf(`${number} rough`),
    panels: model.panels.map((panel, index) => ({
      ...panel,
      image: index < drawn ? hashOf(`${number} ${panel.id}`) : undefined,
    })),
    ...(isLettered && { ...ends, rendering: true }),
    ...(drawn > model.panels.length + 1 && {
      rendering: undefined,
      renditions: renditions?.map((one) => ({ ...one, image: hashOf(`${number} ${one.widthPx}`) })),
    }),
  };
}

describe("watching a book of a hundred pages", () => {
  it("can be read while it is made, and ends with the bound book's manifest", async () => {
    const read = async () =>
      readManifest(JSON.parse(await get("/reader.json")), "https://mekuri.example/reader.json");
    const bound = await read();
    expect([bound.id, bound.pages.map(({ cover = false }) => cover)]).toEqual([sessionId, [true, false]]);
    const session = service.projector.sessions.get(sessionId);
    if (session === undefined) throw new Error("there is no session");
    service.projector.sessions.set(sessionId, { ...session, status: "running", result: undefined });
    const drawn = await read();
    service.projector.sessions.set(sessionId, session);
    // The drawn page is lettered, and the same people speak the same lines as in the bound book.
    expect(drawn.pages.map(({ panels }) => panels)).toEqual(bound.pages.slice(1).map(({ panels }) => panels));
    expect(drawn.pages[0]?.renditions[1]?.src).toBe(bound.pages[1]?.renditions[1]?.src);
    expect(drawn.pages[0]?.renditions[1]?.src).toMatch(/^https:\/\/objects\.example\//);
  });

  it("shows the image without renditions until the new ones are made", async () => {
    const session = service.projector.sessions.get(sessionId);
    if (session === undefined) throw new Error("there is no session");
    const image = hashOf("another image");
    service.projector.sessions.set(sessionId, { ...session, status: "running", result: undefined });
    service.projector.pages.set(`${sessionId}/1`, { ...model, image, rendering: true });
    const [listed] = JSON.parse(await get("/pages")).pages;
    const [read] = JSON.parse(await get("/reader.json")).pages;
    service.projector.sessions.set(sessionId, session);
    service.projector.pages.set(`${sessionId}/1`, model);
    expect(listed).toMatchObject({ state: "done", image: { hash: image } });
    expect(listed).not.toHaveProperty("renditions");
    expect(read.renditions).toMatchObject([{ type: "image/png", width: model.widthPx }]);
    expect(read.renditions[0].src).toContain(image);
  });

  it("takes less than 3 MB a minute in documents and URLs", async () => {
    const changes = model.panels.length + 3;
    const known = new Set<string>();
    let bytes = 0;
    let seq = 1;
    const see = async (page: ClientPage) => {
      bytes += TYPED * JSON.stringify(page).length;
      const fresh = picturesOf(page, { px: 240 }).filter((hash) => !known.has(hash));
      if (fresh.length === 0) return;
      for (const hash of fresh) known.add(hash);
      const answer = await get(`/pictures?hashes=${fresh.join(",")}`);
      bytes += answer.length + SIGNED_BYTES * fresh.length;
    };
    // A client that opens the book in the middle is sent everything so far, and then a minute of changes.
    for (let number = 1; number <= PAGES; number++) {
      await see(pageAfter(number, number <= PAGES / 2 ? changes : 0, seq));
    }
    for (let number = PAGES / 2 + 1; number <= PAGES / 2 + PAGES / MINUTES; number++) {
      for (let drawn = 1; drawn < changes; drawn++) await see(pageAfter(number, drawn, ++seq));
    }
    expect(known.size).toBeGreaterThan(PAGES);
    // Thumbnails are not PNG.
    expect(known).not.toContain(model.image);
    console.info(`watching: ${Math.round(bytes / 1000)} KB in the first minute`);
    expect(bytes).toBeLessThan(MOST_BYTES_A_MINUTE);
  }, 60_000);

  it("lists pages once, and then those changed since", async () => {
    for (let number = 1; number <= PAGES; number++) {
      service.projector.pages.set(`${sessionId}/${number}`, pageAfter(number, 0, 100 + number));
    }
    const all = JSON.parse(await get("/pages"));
    expect([all.pages.length, all.seq]).toEqual([PAGES, 200]);
    expect(JSON.parse(await get(`/pages?since=${all.seq}`))).toMatchObject({ pages: [], seq: 200 });
    service.projector.pages.set(`${sessionId}/7`, pageAfter(7, 1, 201));
    const changed = JSON.parse(await get(`/pages?since=${all.seq}`));
    expect([changed.pages.map(({ number }: { number: number }) => number), changed.seq]).toEqual([[7], 201]);
  });

  it("returns at most fifty picture URLs at once, to the owner only", async () => {
    const path = `/api/v1/manga/sessions/${sessionId}/pictures?hashes=`;
    const many = Array.from({ length: 51 }, (_, index) => hashOf(String(index))).join(",");
    expect((await service.send("GET", `${path}${many}`)).status).toBe(422);
    expect((await service.send("GET", `${path}nonsense`)).status).toBe(422);
    expect((await service.send("GET", `${path}${hashOf("1")}`, undefined, { as: "bob" })).status).toBe(404);
  });
});
