// A book on the strict server whose panels are requested with our own rough: the attachments, and what is recorded.
import { loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type ModelServer, startModelServer } from "../../emulators/models/server.ts";
import type { GenerateContent } from "../../emulators/models/wire.ts";
import { hostedArtist } from "../../lib/models/hosted/artist.ts";
import { program } from "../../lib/models/hosted/artist-studio.ts";
import { genaiModel } from "../../lib/models/hosted/genai.ts";
import { modelIds, parseModels } from "../../lib/models/model-sets.ts";
import { AskedSchema } from "../../lib/pipeline/picture-wishes.ts";
import { sampleBook } from "../../lib/sample-book.ts";
import { catalogOffers } from "./offers.ts";

const IMAGE = "gemini-nano-banana-2.1";
const LABEL = /^Reference (\d+): a rough sketch, for the composition only\.$/;

let server: ModelServer;
const asked: GenerateContent[] = [];
beforeAll(async () => {
  server = await startModelServer({
    ...{ offers: catalogOffers("2026-11-29"), side: 768 },
    onAsked: (_model, request) => void asked.push(request),
  });
});
afterAll(() => server.close());

it("sends the offline artist's drawing of the panel last, small, with its purpose", {
  timeout: 120_000,
}, async () => {
  const access = { kind: "key" as const, apiKey: "test", baseUrl: server.url };
  const images = [genaiModel(IMAGE, access)];
  const book = sampleBook(undefined, {
    artist: (id) => hostedArtist(id, { images, visionModels: [], program, rough: "half" }),
    isFullSize: true,
  });
  await book.start(
    "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。ミナは外へ走った。",
    {
      ...{ language: "ja", direction: "rtl", pages: 1, sheets: true },
      models: { ...modelIds(parseModels("offline")), artist: "hosted" },
    },
  );
  const { results } = await book.schedule();
  const panels = Object.keys(results).filter((step) => step.startsWith("artwork/p"));
  const rough = asked.flatMap(({ contents }) => {
    const parts = contents.flatMap((content) => content.parts);
    const at = parts.findIndex(({ text }) => text !== undefined && LABEL.test(text));
    return at < 0 ? [] : [{ parts, at }];
  });
  expect(rough.length).toBeGreaterThan(0);
  expect(rough.length).toBeLessThan(panels.length);
  for (const { parts, at } of rough) {
    const [, number = ""] = LABEL.exec(parts[at]?.text ?? "") ?? [];
    // The picture after its label, and the prompt at the end of the request.
    expect(parts.length).toBe(at + 3);
    expect(parts.at(-1)?.text).toContain(`Composed as reference ${number}`);
    const image = await loadImage(Buffer.from(parts[at + 1]?.inlineData?.data ?? "", "base64"));
    expect(image.width).toBe(512);
  }
  const kept = await Promise.all(
    panels.map(async (step) => {
      const hash = results[step]?.asked ?? "";
      const { stories, blobs } = book.services;
      const session = { sessionId: "s1", ownerId: (await book.schedule()).ownerId };
      const text = await stories.open(session, await blobs.get("s1", hash));
      const { references } = AskedSchema.parse(JSON.parse(text));
      return references.filter(({ role }) => role === "rough").map((one) => one.step);
    }),
  );
  expect(kept.flat()).toHaveLength(rough.length);
  for (const [index, of] of kept.entries()) expect([[], [panels[index]]]).toContainEqual(of);
});
