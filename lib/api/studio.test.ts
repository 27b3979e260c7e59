import { describe, expect, it } from "vitest";
import { z } from "zod";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

describe("the studio's additional routes", () => {
  it("analyse a text (people, places, estimate) without starting anything", async () => {
    const service = sampleService();
    const answer = await service.send("POST", "/api/v1/manga/estimate", { text: SAMPLE_STORY });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      ...{ language: "ja", pages: 1, priceMicros: 0, lines: 3 },
      characters: expect.any(Number),
      people: expect.arrayContaining([{ name: "ミナ", kind: "human" }]),
      places: expect.arrayContaining([expect.objectContaining({ name: "駅" })]),
    });
    const { sessions } = z
      .object({ sessions: z.array(z.unknown()) })
      .parse(await (await service.send("GET", "/api/v1/manga/sessions")).json());
    expect(sessions).toEqual([]);
    const short = await service.send("POST", "/api/v1/manga/estimate", { text: "short" });
    expect(short.status).toBe(422);
    expect(await short.json()).toMatchObject({ code: "story-unusable", field: "text" });
  });

  it("return a page's balloons with outlines to their owner only", async () => {
    const service = sampleService();
    const started = await service.send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY, pages: 1 });
    const { sessionId } = z.object({ sessionId: z.string() }).parse(await started.json());
    const path = `/api/v1/manga/sessions/${sessionId}/pages/1/lettering`;
    expect((await service.send("GET", path)).status).toBe(404);
    await service.deliver();
    const page = z
      .object({ width: z.number(), texts: z.array(z.object({ id: z.string(), glyphs: z.string() })) })
      .parse(await (await service.send("GET", path)).json());
    expect(page.texts.length).toBeGreaterThan(0);
    for (const { glyphs } of page.texts) expect(glyphs).toMatch(/^M/);
    expect((await service.send("GET", path, undefined, { as: "somebody-else" })).status).toBe(404);
  });
});
