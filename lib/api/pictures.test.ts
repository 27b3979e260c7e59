// The routes of one panel's picture with the offline artist: what is refused before anything is paid, and what is only recorded.

import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { plainPicture } from "../drawing/sample-pictures.ts";
import { hostedArtist } from "../models/hosted/artist.ts";
import { IMAGE_MODEL, png, program } from "../models/hosted/artist-studio.ts";
import { scriptedModel } from "../models/hosted/scripted-model.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const PreviewSchema = z.object({ again: z.record(z.string(), z.number()), priceMicros: z.number() });

const PictureSchema = z.object({ hash: z.string() });
const RevisedSchema = z.object({ version: z.number() });
const ChoiceSchema = z.object({ take: z.number(), pick: z.number(), images: z.array(PictureSchema) });
const ListedPanelSchema = z.object({
  id: z.string(),
  image: PictureSchema.optional(),
  choice: ChoiceSchema.optional(),
});
const ListedSchema = z.object({ pages: z.array(z.object({ panels: z.array(ListedPanelSchema) })) });
const VersionPageSchema = z.object({
  panels: z.array(z.object({ id: z.string(), takes: z.array(PictureSchema) })),
});

const PANEL = "/api/v1/manga/sessions/s1/pages/1/panels/k1";
let service: ReturnType<typeof sampleService>;

beforeAll(async () => {
  service = sampleService();
  await service.send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY, pages: 1, formats: [] });
  await service.deliver();
});

it.each([
  ["POST", "edit", { instruction: "darker" }, "cannot"],
  ["POST", "edit", { instruction: "x".repeat(501) }, "invalid-request"],
  ["POST", "edit", { instruction: "x", region: [[0, 0]] }, "invalid-request"],
  ["POST", "edit", { instruction: "x", takes: 5 }, "invalid-request"],
  ["PUT", "prompt", { prompt: "a cat" }, "cannot"],
  ["PUT", "prompt", { prompt: "x".repeat(2001) }, "invalid-request"],
  ["PUT", "references", { references: [{ use: "pose", image: "AAAA" }] }, "cannot"],
  ["PUT", "references", { references: [{ use: "mood", image: "AAAA" }] }, "invalid-request"],
  ["PUT", "references", { references: [{ use: "pose" }] }, "invalid-request"],
  ["PUT", "references", { references: Array(4).fill({ use: "pose", image: "AAAA" }) }, "invalid-request"],
  ["PUT", "kept", {}, "invalid-request"],
] as const)("%s %s %j is refused as %s, and changes nothing", async (method, path, body, code) => {
  const before = await service.schedule("s1");
  const response = await service.send(method, `${PANEL}/${path}`, body);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code });
  expect(await service.schedule("s1")).toEqual(before);
});

it("answers that no model was asked, and records that a picture is kept", async () => {
  const prompt = await service.send("GET", `${PANEL}/prompt`);
  expect(prompt.headers.get("cache-control")).toBe("no-store");
  expect(await prompt.json()).toEqual({
    ...{ prompt: "", own: false, references: [], model: null, size: null, notices: [] },
    ownReferences: [],
    artist: {
      ...{ readsPrompt: false, editsPictures: false, references: { people: 0, things: 0 } },
      ownReferences: 0,
    },
  });
  expect(await (await service.send("PUT", `${PANEL}/kept`, { kept: true })).json()).toEqual({ kept: true });
  expect((await service.schedule("s1")).kept).toEqual(["artwork/p001/k1"]);
  const reset = await service.send("DELETE", `${PANEL}/prompt`, undefined, {
    headers: { "if-match": '"9"' },
  });
  expect(reset.status).toBe(412);
  const missing = await service.send("GET", `${PANEL.replace("k1", "k9")}/prompt`);
  expect(missing.status).toBe(404);
});

describe("with an artist that can edit its pictures", () => {
  /** Returns a picture of the requested shape; another seed gives another picture. */
  const image = scriptedModel(IMAGE_MODEL, []);
  /** Requests to the model: all so far, those under way, and the most at once. */
  const drawn = { count: 0, now: 0, together: 0 };
  const drawing = {
    ...image,
    async ask(question: Parameters<typeof image.ask>[0], signal: AbortSignal) {
      drawn.count += 1;
      drawn.now += 1;
      drawn.together = Math.max(drawn.together, drawn.now);
      try {
        return await answer(question, signal);
      } finally {
        drawn.now -= 1;
      }
    },
  };
  async function answer(question: Parameters<typeof image.ask>[0], signal: AbortSignal) {
    const { wanted } = question;
    const [across = 1, down = 1] = wanted.kind === "image" ? wanted.aspectRatio.split(":").map(Number) : [];
    const side = (300 + ((question.seed ?? 0) % 97)) / Math.min(across, down);
    const picture = await png(Math.round(across * side), Math.round(down * side));
    return { ...(await image.ask(question, signal)), images: [picture] };
  }
  let hosted: ReturnType<typeof sampleService>;
  const version = async () => (await hosted.schedule("s1")).versions.at(-1)?.number ?? 1;

  beforeAll(async () => {
    vi.stubEnv("GEMINI_API_KEY", "test");
    const artist = async (id: string) => hostedArtist(id, { images: [drawing], visionModels: [], program });
    hosted = sampleService(undefined, {}, { artist });
    const request = { text: SAMPLE_STORY, pages: 1, formats: [], models: "offline+gemini" };
    expect((await hosted.send("POST", "/api/v1/manga/generate", request)).status).toBe(202);
    await hosted.deliver();
    expect((await hosted.schedule("s1")).state.status).toBe("completed");
  });
  afterAll(() => vi.unstubAllEnvs());

  it("accepts a change with 202 and its step, and refuses one based on an older version with 412", async () => {
    const before = (await hosted.schedule("s1")).results;
    const body = {
      instruction: "darker",
      region: [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
      takes: 2,
    };
    const stale = await hosted.send("POST", `${PANEL}/edit`, body, { headers: { "if-match": '"9"' } });
    expect(stale.status).toBe(412);
    const taken = await hosted.send("POST", `${PANEL}/edit`, body, {
      headers: { "if-match": `"${await version()}"` },
    });
    expect(taken.status).toBe(202);
    expect(await taken.json()).toMatchObject({ sessionId: "s1", step: "artwork/p001/k1", version: 2 });
    await hosted.deliver();
    const after = (await hosted.schedule("s1")).results;
    const changed = Object.keys(after).filter((step) => after[step]?.output !== before[step]?.output);
    expect(changed.filter((step) => step.startsWith("artwork/"))).toEqual(["artwork/p001/k1"]);
  });

  it("states what the artist can do, and the price of one picture and of four before any is made", async () => {
    const told = await (await hosted.send("GET", `${PANEL}/prompt`)).json();
    const references = { people: expect.any(Number), things: expect.any(Number) };
    const artist = { readsPrompt: true, editsPictures: true, references, ownReferences: 3 };
    expect(told).toMatchObject({ artist });
    const before = await hosted.schedule("s1");
    const priceOf = async (takes?: number) => {
      const body = { kind: "redraw", page: 1, panel: "k1", takes };
      const answer = await hosted.send("POST", "/api/v1/manga/sessions/s1/feedback/preview", body);
      expect(answer.status).toBe(200);
      const { again, priceMicros } = PreviewSchema.parse(await answer.json());
      expect(again).toMatchObject({ artwork: takes ?? 1, lettering: 1 });
      return priceMicros;
    };
    const one = await priceOf();
    expect(one).toBeGreaterThan(0);
    expect(await priceOf(4)).toBe(4 * one);
    expect(await hosted.schedule("s1")).toEqual(before);
    const missing = { kind: "redraw", page: 1, panel: "k9" };
    const refused = await hosted.send("POST", "/api/v1/manga/sessions/s1/feedback/preview", missing);
    expect(refused.status).toBe(404);
  });

  it("shows the prompt, accepts a replacement, and accepts its removal", async () => {
    const prompt = async () => (await hosted.send("GET", `${PANEL}/prompt`)).json();
    const written = await prompt();
    expect(written).toMatchObject({ own: false, model: IMAGE_MODEL, size: "1K" });
    const stale = { headers: { "if-match": '"9"' } };
    const own = { prompt: "A cat on a roof." };
    expect((await hosted.send("PUT", `${PANEL}/prompt`, own, stale)).status).toBe(412);
    const fresh = { headers: { "if-match": `"${await version()}"` } };
    expect((await hosted.send("PUT", `${PANEL}/prompt`, own, fresh)).status).toBe(200);
    await hosted.deliver();
    expect(await prompt()).toMatchObject({ ...own, own: true });
    expect((await hosted.send("DELETE", `${PANEL}/prompt`)).status).toBe(200);
    await hosted.deliver();
    expect(await prompt()).toMatchObject({ own: false });
    // Other users cannot read it.
    expect((await hosted.send("GET", `${PANEL}/prompt`, undefined, { as: "ben" })).status).toBe(404);
  });

  it("sends reference pictures of the person's own with the panel's request, each with its use, and pays once", async () => {
    const PromptSchema = z.object({
      references: z.array(z.object({ role: z.string(), step: z.string(), sha256: z.string() })),
      ownReferences: z.array(z.object({ use: z.string(), hash: z.string(), url: z.string() })),
    });
    const prompt = async () => PromptSchema.parse(await (await hosted.send("GET", `${PANEL}/prompt`)).json());
    const put = (references: object[]) => hosted.send("PUT", `${PANEL}/references`, { references });
    const image = (await plainPicture(800, 600).png().toBuffer()).toString("base64");
    const calls = drawn.count;
    for (const [wrong, code] of [
      [{ use: "pose", image: "AAAA" }, "reference-unusable"],
      [{ use: "pose", image, hash: "0".repeat(64) }, "invalid-request"],
      [{ use: "pose", hash: "0".repeat(64) }, "invalid-edit"],
    ] as const) {
      const refused = await put([wrong]);
      expect([refused.status, await refused.json()]).toMatchObject([422, { code }]);
    }
    const unread = { references: [{ use: "pose", image }] };
    const other = await hosted.send("PUT", `${PANEL}/references`, unread, { as: "ben" });
    expect(other.status).toBe(404);
    expect(drawn.count).toBe(calls);
    const before = await hosted.schedule("s1");

    expect((await put([{ use: "place", image }])).status).toBe(200);
    await hosted.deliver();
    expect(drawn.count - calls).toBe(1);
    const told = await prompt();
    const [own] = told.ownReferences;
    expect(told.ownReferences).toEqual([{ use: "place", hash: expect.any(String), url: expect.any(String) }]);
    expect(told.references[0]).toEqual({ role: "own", step: "artwork/p001/k1", sha256: own?.hash });
    const stored = hosted.blobs.get(`s1/${own?.hash}`);
    expect(await sharp(stored).metadata()).toMatchObject({ format: "jpeg", width: 800, height: 600 });
    const after = await hosted.schedule("s1");
    const changed = Object.keys(after.results).filter(
      (step) => after.results[step]?.output !== before.results[step]?.output,
    );
    expect(changed.filter((step) => step.startsWith("artwork/"))).toEqual(["artwork/p001/k1"]);

    // The same list again draws nothing; without it the panel has the picture of before, which is not paid again.
    await put([{ use: "place", hash: own?.hash }]);
    await hosted.deliver();
    expect(drawn.count - calls).toBe(1);
    const { costMicros } = await hosted.schedule("s1");
    expect((await put([])).status).toBe(200);
    await hosted.deliver();
    expect((await prompt()).ownReferences).toEqual([]);
    const step = "artwork/p001/k1";
    const undone = await hosted.schedule("s1");
    expect(undone.results[step]?.input).toBe(before.results[step]?.input);
    expect([undone.costMicros, drawn.count - calls]).toEqual([costMicros, 1]);

    // The picture of an earlier version returns with its references.
    const given = (await version()) - 1;
    expect((await hosted.send("POST", `${PANEL}/redraw`, { version: given })).status).toBe(200);
    await hosted.deliver();
    expect((await prompt()).ownReferences).toMatchObject([{ use: "place", hash: own?.hash }]);
    expect((await hosted.schedule("s1")).results[step]?.input).toBe(after.results[step]?.input);
    expect([(await hosted.schedule("s1")).costMicros, drawn.count - calls]).toEqual([costMicros, 1]);
    await put([]);
    await hosted.deliver();
  });

  it("draws four takes at once, pays each once, and lets people choose one without paying", async () => {
    const request = { headers: { "idempotency-key": "four-takes" } };
    const pageNow = async () => {
      const listed = await hosted.send("GET", "/api/v1/manga/sessions/s1/pages?page=1");
      const { pages } = ListedSchema.parse(await listed.json());
      return pages[0]?.panels.find(({ id }) => id === "k1");
    };
    const calls = drawn.count;
    const cost = async () => (await hosted.schedule("s1")).costMicros;
    const [paid, first] = [await cost(), await pageNow()];
    const answer = await hosted.send("POST", `${PANEL}/redraw`, { takes: 4 }, request);
    const { version: take } = RevisedSchema.parse(await answer.json());
    drawn.together = 0;
    await hosted.deliver();
    // The request is repeated, as a browser does that got no answer.
    expect((await hosted.send("POST", `${PANEL}/redraw`, { takes: 4 }, request)).status).toBe(200);
    await hosted.deliver();
    expect(drawn.count - calls).toBe(4);
    expect(drawn.together).toBe(4);
    const four = await pageNow();
    expect(four?.choice).toMatchObject({ take, pick: 1 });
    const images = four?.choice?.images.map(({ hash }) => hash) ?? [];
    expect(new Set(images).size).toBe(4);
    expect(images[0]).toBe(four?.image?.hash);
    const afterFour = await cost();
    expect(afterFour).toBeGreaterThan(paid);
    const chosen = await hosted.send("POST", `${PANEL}/redraw`, { take, pick: 3 });
    expect(chosen.status).toBe(200);
    await hosted.deliver();
    expect((await pageNow())?.image?.hash).toBe(images[2]);
    const { panels } = VersionPageSchema.parse(
      await (await hosted.send("GET", `/api/v1/manga/sessions/s1/versions/${take}/pages/1`)).json(),
    );
    expect(panels.find(({ id }) => id === "k1")?.takes.map(({ hash }) => hash)).toEqual(images);
    const undone = await hosted.send("POST", `/api/v1/manga/sessions/s1/versions/${take - 1}/restore`);
    expect(undone.status).toBe(200);
    await hosted.deliver();
    expect((await pageNow())?.image?.hash).toBe(first?.image?.hash);
    expect((await hosted.send("POST", `${PANEL}/redraw`, { version: take, pick: 2 })).status).toBe(200);
    await hosted.deliver();
    expect((await pageNow())?.image?.hash).toBe(images[1]);
    expect(drawn.count - calls).toBe(4);
    expect(await cost()).toBe(afterFour);
    for (const wrong of [{ takes: 5 }, { takes: 2, take }, { pick: 2 }]) {
      expect((await hosted.send("POST", `${PANEL}/redraw`, wrong)).status).toBe(422);
    }
  });

  it("gives an undone edit back with its version, and pays nothing for it", async () => {
    const artwork = async () => (await hosted.schedule("s1")).results["artwork/p001/k1"]?.input;
    expect((await hosted.send("POST", `${PANEL}/edit`, { instruction: "night" })).status).toBe(202);
    await hosted.deliver();
    const [edited, made] = [await artwork(), await version()];
    await hosted.send("POST", `/api/v1/manga/sessions/s1/versions/${made - 1}/restore`);
    await hosted.deliver();
    expect(await artwork()).not.toBe(edited);
    const { costMicros } = await hosted.schedule("s1");
    expect((await hosted.send("POST", `${PANEL}/redraw`, { version: made })).status).toBe(200);
    await hosted.deliver();
    expect(await artwork()).toBe(edited);
    expect((await hosted.schedule("s1")).costMicros).toBe(costMicros);
  });

  it("draws a sheet again: for a person also the panels that show them, for the style no panel", async () => {
    const made = async () => (await hosted.schedule("s1")).results;
    const artOf = async (results: Awaited<ReturnType<typeof made>>) =>
      Object.keys(results).filter((step) =>
        /^artwork\/p\d+\/k\d+$|^characters\/|^artwork\/style$/.test(step),
      );
    const changedBy = async (sheet: string, body?: object) => {
      const before = await made();
      const response = await hosted.send("POST", `/api/v1/manga/sessions/s1/sheets/${sheet}/redraw`, body);
      expect(response.status).toBe(200);
      await hosted.deliver();
      const after = await made();
      return (await artOf(after)).filter((step) => after[step]?.input !== before[step]?.input);
    };
    expect(await changedBy("artwork.style")).toEqual(["artwork/style"]);
    const redrawn = await changedBy("characters.c1");
    expect(redrawn).toContain("characters/c1");
    expect(redrawn.some((step) => step.startsWith("artwork/p"))).toBe(true);
    expect(redrawn).not.toContain("artwork/style");
    // Returns to the first one.
    expect(await changedBy("characters.c1", { take: 0 })).toEqual(redrawn);
    for (const [sheet, status] of [
      ["characters.c9", 404],
      ["artwork.p001", 422],
    ] as const) {
      const refused = await hosted.send("POST", `/api/v1/manga/sessions/s1/sheets/${sheet}/redraw`);
      expect(refused.status).toBe(status);
    }
    const stale = { headers: { "if-match": '"999"' } };
    const path = "/api/v1/manga/sessions/s1/sheets/artwork.style/redraw";
    expect((await hosted.send("POST", path, undefined, stale)).status).toBe(412);
  });
});
