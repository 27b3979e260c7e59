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
      neededPages: 1,
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

  describe("the preview of a lettering", () => {
    const TextsSchema = z.object({
      texts: z.array(
        z.looseObject({
          id: z.string(),
          kind: z.string(),
          text: z.string(),
          box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
        }),
      ),
    });

    const codeOf = async (answer: Response) => z.object({ code: z.string() }).parse(await answer.json()).code;

    async function letteredBook() {
      const service = sampleService();
      const started = await service.send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY, pages: 1 });
      const { sessionId } = z.object({ sessionId: z.string() }).parse(await started.json());
      await service.deliver();
      const book = `/api/v1/manga/sessions/${sessionId}`;
      const page = `${book}/pages/1/lettering`;
      const textsOf = async (answer: Response) => TextsSchema.parse(await answer.json()).texts;
      const stored = async () => textsOf(await service.send("GET", page));
      const preview = (body: unknown, as = "local") => service.send("POST", `${page}/preview`, body, { as });
      return { service, sessionId, book, stored, preview, textsOf };
    }

    it("has the texts that the lettering step then records, and changes nothing itself", async () => {
      const { service, sessionId, book, stored, preview, textsOf } = await letteredBook();
      const before = await stored();
      const [line, other] = before.filter(({ kind }) => kind === "balloon");
      const sound = before.find(({ kind }) => kind === "sound");
      if (line === undefined || other === undefined || sound === undefined)
        throw new Error("a kind is missing");
      const blobs = service.blobs.size;
      const schedule = await service.schedule(sessionId);
      expect(await textsOf(await preview({}))).toEqual(before);

      const dot = (id: string) => id.replace("/", ".");
      const position = {
        x: Math.round(other.box.x + other.box.width / 2) + 40,
        y: Math.round(other.box.y + 90),
      };
      const texts = [
        { balloonId: dot(line.id), text: "どこまでも遠くへ行ってしまいたいの" },
        { balloonId: dot(other.id), position },
        { balloonId: dot(sound.id), text: "ドドーン" },
      ];
      const shown = await textsOf(await preview({ changes: texts }));
      expect(shown).not.toEqual(before);
      expect(await service.schedule(sessionId)).toEqual(schedule);
      expect(service.blobs.size).toBe(blobs);
      expect(await stored()).toEqual(before);

      const edit = { texts: texts.map((one) => ({ page: 1, ...one })) };
      expect((await service.send("PATCH", `${book}/texts`, edit)).status).toBe(200);
      await service.deliver();
      expect(JSON.stringify(await stored())).toBe(JSON.stringify(shown));
      // Edits that the book has by now change nothing.
      expect(await textsOf(await preview({ changes: texts }))).toEqual(shown);
    });

    it("takes a merge patch of the storyboard like the edit itself", async () => {
      const { service, book, stored, preview, textsOf } = await letteredBook();
      const board = z
        .object({ panels: z.array(z.looseObject({ words: z.looseObject({ texts: z.array(z.unknown()) }) })) })
        .parse(await (await service.send("GET", `${book}/pages/1/storyboard`)).json());
      const panels = board.panels.map((panel) => ({ ...panel, words: { ...panel.words, texts: [] } }));
      const shown = await textsOf(await preview({ patch: { panels } }));
      expect(shown.filter(({ kind }) => kind === "balloon")).toEqual([]);
      const edited = await service.send("PATCH", `${book}/pages/1/storyboard`, { panels });
      expect(edited.status).toBe(200);
      await service.deliver();
      expect(JSON.stringify(await stored())).toBe(JSON.stringify(shown));
    });

    it("is refused for strangers, unknown texts, pages that are not drawn, and storyboards that are not valid", async () => {
      const { service, book, preview } = await letteredBook();
      expect((await preview({}, "somebody-else")).status).toBe(404);
      const unknown = await preview({ changes: [{ balloonId: "k9.w9", text: "?" }] });
      expect([unknown.status, await codeOf(unknown)]).toEqual([404, "not-found"]);
      expect((await service.send("POST", `${book}/pages/9/lettering/preview`, {})).status).toBe(404);
      const broken = await preview({ patch: { panels: [{ id: "k1" }] } });
      expect([broken.status, await codeOf(broken)]).toEqual([422, "invalid-edit"]);
      expect((await preview({ patch: { number: 2 } })).status).toBe(422);
    });
  });
});
