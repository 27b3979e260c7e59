// Google's refusals of image requests, and all endings without a picture. Row numbers as in `text-rules.test.ts`.
import { afterEach, describe, expect, it } from "vitest";
import { BEARER, drawing, pathOf, post, say, startTestServer, vertexPathOf } from "./ask-server.ts";
import { PICTURELESS, refusalFor } from "./endings.ts";
import { offersOn } from "./google-offers.ts";
import { PROFILES } from "./profile.ts";
import type { ModelServer, ModelServerOptions } from "./server.ts";
import { subjectOf } from "./subject.ts";

let server: ModelServer | undefined;
afterEach(() => server?.close());

async function serve(options: Partial<ModelServerOptions> = {}): Promise<ModelServer> {
  server = await startTestServer(options);
  return server;
}

const DAY = "2026-11-29";
const serveToday = () => serve({ offers: offersOn(DAY) });
const IMAGE = pathOf("image-1");
const REFUSING = { ...PROFILES.instant, refused: 1 };

describe("rows 13 and 14: accepted parameters of image models", () => {
  it.each([
    ["gemini-nano-banana-2.1", ["1K", "2K", "4K"]],
    ["gemini-3.1-flash-lite-image", ["1K"]],
    ["gemini-3-pro-image", ["1K", "2K", "4K"]],
  ])("%s accepts the sizes %j", async (model, sizes) => {
    const running = await serveToday();
    for (const imageSize of ["512", "1K", "2K", "4K", "8K"]) {
      const asked = drawing("a cat", { imageConfig: { aspectRatio: "1:1", imageSize } });
      const { status } = await post(running, pathOf(model), asked);
      expect([imageSize, status]).toEqual([imageSize, sizes.includes(imageSize) ? 200 : 400]);
    }
  });

  it.each([
    ["gemini-nano-banana-2.1", ["MINIMAL", "MEDIUM", "HIGH"]],
    ["gemini-3.1-flash-lite-image", ["MINIMAL", "HIGH"]],
  ])("%s accepts the thinking levels %j", async (model, levels) => {
    const running = await serveToday();
    for (const thinkingLevel of ["MINIMAL", "LOW", "MEDIUM", "HIGH"]) {
      const { status } = await post(
        running,
        pathOf(model),
        drawing("a cat", { thinkingConfig: { thinkingLevel } }),
      );
      expect([thinkingLevel, status]).toEqual([thinkingLevel, levels.includes(thinkingLevel) ? 200 : 400]);
    }
  });

  it("nano-banana accepts 14 references and exactly 14 aspect ratios", async () => {
    const running = await serveToday();
    const path = pathOf("gemini-nano-banana-2.1");
    const withImages = (count: number) => {
      const asked = drawing("a cat");
      const image = { inlineData: { mimeType: "image/png", data: "aaaa" } };
      return {
        ...asked,
        contents: [{ role: "user", parts: [{ text: "a cat" }, ...Array(count).fill(image)] }],
      };
    };
    expect((await post(running, path, withImages(14))).status).toBe(200);
    expect((await post(running, path, withImages(15))).status).toBe(400);
    const shaped = (aspectRatio: string) => drawing("a cat", { imageConfig: { aspectRatio } });
    expect((await post(running, path, shaped("8:1"))).status).toBe(200);
    expect((await post(running, path, shaped("5:3"))).status).toBe(400);
  });

  it("refuses schemas and JSON mode, and can return only pictures", async () => {
    const running = await serve();
    const { status, message } = await post(
      running,
      IMAGE,
      drawing("a cat", { responseMimeType: "application/json" }),
    );
    expect([status, message]).toEqual([400, "JSON mode is not enabled for this model"]);
    expect((await post(running, IMAGE, say("a cat", { responseModalities: ["TEXT"] }))).status).toBe(400);
    const both = await post(running, IMAGE, say("a cat", { responseModalities: ["TEXT", "IMAGE"] }));
    expect([both.text !== "", both.parts.some(({ inlineData }) => inlineData !== undefined)]).toEqual([
      true,
      true,
    ]);
  });

  it("flash-lite has a limit of 4,096 tokens for thoughts and picture together", async () => {
    const running = await serveToday();
    const path = pathOf("gemini-3.1-flash-lite-image");
    expect((await post(running, path, drawing("a cat", { maxOutputTokens: 4_097 }))).status).toBe(400);
    const short = await post(running, path, drawing("a cat", { maxOutputTokens: 1_000 }));
    expect([short.finishReason, short.parts]).toEqual(["MAX_TOKENS", []]);
    expect((await post(running, path, drawing("a cat", { maxOutputTokens: 4_096 }))).finishReason).toBe(
      "STOP",
    );
  });
});

it("row 13: gemini-3.1-flash-image is shut down on 29 October 2026", async () => {
  const before = await serve({ offers: offersOn("2026-10-28") });
  expect((await post(before, pathOf("gemini-3.1-flash-image"), drawing("a cat"))).status).toBe(200);
  await before.close();
  const after = await serve({ offers: offersOn(DAY) });
  expect((await post(after, pathOf("gemini-3.1-flash-image"), drawing("a cat"))).status).toBe(404);
});

describe("row 15: an answer may have no picture", () => {
  /** The endings of prompts if every subject is refused. */
  async function endings(path: string, headers: Record<string, string> = {}) {
    const running = await serve({ profile: REFUSING });
    const seen = new Map<string, Awaited<ReturnType<typeof post>>>();
    for (let prompt = 0; prompt < 150; prompt += 1) {
      const name = `${"abcdefghij"[prompt % 10]}${"klmnopqrstuvwxy"[Math.floor(prompt / 10)]}`;
      const answer = await post(running, path, drawing(`a ${name}zz in the rain`), headers);
      const drawn = answer.parts.some(({ inlineData }) => inlineData !== undefined);
      const feedback = answer.body.promptFeedback?.blockReason;
      seen.set(
        feedback === undefined ? `${answer.finishReason}${drawn ? " drawn" : ""}` : `blocked/${feedback}`,
        answer,
      );
    }
    return { seen, counts: running.counts() };
  }

  it("with each of Google's finish reasons", async () => {
    const { seen, counts } = await endings(IMAGE);
    const { technical, unclear, safety, prohibited } = PICTURELESS;
    expect([...seen.keys()].toSorted()).toEqual(
      [...technical, ...unclear, ...safety, ...prohibited, "STOP drawn"].toSorted(),
    );
    // A refusal as text has the finish reason STOP.
    expect(seen.get("STOP")?.text).toMatch(/can't create/);
    // A blocked prompt has no candidates. A blocked picture is a candidate without content.
    expect(seen.get("blocked/SAFETY")?.body.candidates).toBeUndefined();
    expect(seen.get("IMAGE_SAFETY")?.body.candidates).toMatchObject([{ finishReason: "IMAGE_SAFETY" }]);
    expect(seen.get("IMAGE_SAFETY")?.parts).toEqual([]);
    // An answer without a picture is not charged for one.
    expect(counts.micros).toBe((counts.models["image-1"]?.images ?? 0) * 67_200);
    expect(counts.endings).toMatchObject({
      NO_IMAGE: expect.any(Number),
      "blocked/OTHER": expect.any(Number),
    });
  });
});

describe("row 16: an answer may contain a draft before the picture", () => {
  const drafting = { ...PROFILES.instant, drafts: 1 };

  it("marked as a thought on the Gemini API, and unmarked on Vertex AI", async () => {
    const running = await serve({ profile: drafting });
    const marked = await post(running, IMAGE, drawing("a cat"));
    expect(marked.parts.map(({ thought }) => thought)).toEqual([true, undefined]);
    const bare = await post(running, vertexPathOf("image-1"), drawing("a cat"), BEARER);
    expect(bare.parts.map(({ thought }) => thought)).toEqual([undefined, undefined]);
    expect(bare.parts[0]?.inlineData?.data).not.toBe(bare.parts[1]?.inlineData?.data);
    expect(running.counts()).toMatchObject({ models: { "image-1": { images: 4 } }, micros: 4 * 67_200 });
  });
});

describe("row 17: refusals depend on the subject", () => {
  const STYLES = ["Black-and-white manga, ink lines and screentone.", "A watercolour in soft colours."];
  const moment = (deed: string, style = STYLES[0]) =>
    `${style}\nReference image 1: Tom.\nSetting: a harbour at night.\nWhat happens: ${deed}`;

  it("the subject is the set of content words of the moment, independent of style, references and order", () => {
    const subject = subjectOf([moment("The cat climbs the old tower.")]);
    expect(subject).toBe("cat climbs old tower");
    expect(subjectOf([moment("The cat climbs the old tower.", STYLES[1])])).toBe(subject);
    expect(subjectOf(["Image 2 shows: Ann.", moment("the old tower: the cat climbs, 3 times")])).toBe(
      `${subject.replace(" tower", "")} times tower`.split(" ").toSorted().join(" "),
    );
    expect(subjectOf(["白黒の漫画。\n出来事：少年が塔に登る。"])).toBe("塔 少年 登");
  });

  it("without a labelled moment the subject is the whole prompt without its style words", () => {
    const plain = subjectOf(["A watercolour illustration of a fox in a field at dawn"]);
    expect(plain).toBe("dawn field fox");
    expect(subjectOf(["Ink drawing, high detail: a field, a fox, dawn. Aspect 16:9"])).toBe(
      `aspect ${plain}`,
    );
  });

  it("the same subject is refused with every seed, model, style and service, with the same reason", () => {
    const profile = { ...PROFILES.instant, refused: 0.05 };
    const refusal = (deed: string, style: string | undefined, requestHash: string) =>
      refusalFor(profile, { kind: "image", texts: [moment(deed, style)], requestHash, seed: 3 });
    const deeds = Array.from({ length: 2_000 }, (_, at) =>
      `somebody lifts thing${"abcdefghij"[at % 10]}${(at / 10) | 0}`.replaceAll(
        /\d/g,
        (d) => "klmnopqrst"[Number(d)] ?? "",
      ),
    );
    const refused = deeds.filter((deed) => refusal(deed, STYLES[0], "1") !== undefined);
    expect(refused.length / deeds.length).toBeGreaterThan(0.03);
    expect(refused.length / deeds.length).toBeLessThan(0.06);
    const technical: readonly string[] = PICTURELESS.technical;
    for (const deed of refused.filter((one) => !technical.includes(refusal(one, STYLES[0], "1") ?? ""))) {
      expect(refusal(deed, STYLES[1], "2")).toBe(refusal(deed, STYLES[0], "1"));
    }
  });

  it("a prompt that failed for a technical reason eventually succeeds with another seed", async () => {
    const running = await serve({ profile: REFUSING });
    const ask = (deed: string, seed: number) => post(running, IMAGE, drawing(moment(deed), { seed }));
    let deed = "";
    for (let at = 0; at < 100 && deed === ""; at += 1) {
      const tried = `they carry ${"x".repeat(at + 3)}`;
      if ((await ask(tried, 1)).finishReason === "NO_IMAGE") deed = tried;
    }
    const endings = new Set<string | undefined>();
    for (let seed = 1; seed < 12; seed += 1) endings.add((await ask(deed, seed)).finishReason);
    expect(endings).toContain("STOP");
  });
});

describe("row 20: Imagen is retired", () => {
  const model = "imagen-4.0-generate-001";
  const path = `/v1/projects/p/locations/us-central1/publishers/google/models/${model}:predict`;
  const asked = { instances: [{ prompt: "a cat" }] };

  it("answers 404 unless it is enabled, and always on the Gemini API", async () => {
    const off = await serveToday();
    expect((await post(off, path, asked, BEARER)).status).toBe(404);
    await off.close();
    const on = await serve({ offers: offersOn(DAY), imagen: true });
    expect((await post(on, path, asked, BEARER)).status).toBe(200);
    expect((await post(on, `/v1beta/models/${model}:predict`, asked)).status).toBe(404);
  });
});
