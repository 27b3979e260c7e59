import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const PATH = "/api/v1/manga/sessions/s1";
const BoardSchema = StoryboardPageSchema.omit({ preview: true });

type Service = ReturnType<typeof sampleService>;

async function started(review: string[] = []): Promise<Service> {
  const service = sampleService();
  const request = { text: SAMPLE_STORY, pages: 2, seed: 3, formats: [], review };
  await service.send("POST", "/api/v1/manga/generate", request);
  await service.deliver();
  return service;
}

const board = async (service: Service, page: number) =>
  BoardSchema.parse(await (await service.send("GET", `${PATH}/pages/${page}/storyboard`)).json());
const art = async (service: Service) =>
  Object.entries((await service.schedule("s1")).results).flatMap(([step, { output }]) =>
    step.startsWith("artwork") ? [`${step} ${output}`] : [],
  );

describe("a storyboard at its review", () => {
  it("is shown and changed page by page while its review stays open", async () => {
    const service = await started(["storyboard"]);
    const before = await board(service, 1);
    for (const [version, page] of [1, 2].entries()) {
      const { panels } = await board(service, page);
      const [first, ...others] = panels;
      const closer = { ...first, picture: { ...first?.picture, shot: "close", action: "雨を見る" } };
      const headers = { "if-match": `"${version + 1}"` };
      const patch = { panels: [closer, ...others] };
      const answer = await service.send("PATCH", `${PATH}/pages/${page}/storyboard`, patch, { headers });
      expect(await answer.json()).toMatchObject({ status: "waiting", version: version + 2 });
    }
    expect((await board(service, 1)).panels[0]?.picture).toMatchObject({ shot: "close", action: "雨を見る" });
    expect((await board(service, 1)).panels.slice(1)).toEqual(before.panels.slice(1));
    const { waiting } = service.projector.sessions.get("s1") ?? {};
    expect(waiting).toMatchObject({ phase: "storyboard", revision: 3 });
    const approve = { phase: "storyboard", revision: 3, kind: "approve" };
    expect((await service.send("POST", `${PATH}/feedback`, approve)).status).toBe(200);
    await service.deliver();
    expect(service.projector.sessions.get("s1")?.status).toBe("completed");
  });

  it("is refused with the reason if it is invalid, and is not available to other users", async () => {
    const service = await started(["storyboard"]);
    const bad = await service.send("PATCH", `${PATH}/pages/1/storyboard`, { panels: [] });
    expect(bad.status).toBe(422);
    expect(await bad.json()).toMatchObject({ code: "invalid-edit", field: "panels" });
    expect((await service.send("GET", `${PATH}/pages/9/storyboard`)).status).toBe(404);
    const foreign = await service.send("GET", `${PATH}/pages/1/storyboard`, undefined, { as: "other" });
    expect(foreign.status).toBe(404);
  });
});

describe("the pages of a finished book", () => {
  let service: Service;
  const send = (method: string, path: string, body?: unknown) =>
    service.send(method, `${PATH}/${path}`, body);
  beforeAll(async () => {
    service = await started();
  });

  it("take changes of several texts as one version, all or none, without drawing", async () => {
    const pages = await Promise.all([1, 2].map((page) => board(service, page)));
    const texts = pages.flatMap(({ number, panels }: Pick<StoryboardPage, "number" | "panels">) =>
      panels.flatMap(({ id, words }) =>
        words.texts.map((word) => ({ page: number, balloonId: `${id}.${word.id}`, text: `${word.text}！` })),
      ),
    );
    const before = await art(service);
    const unknown = { page: 1, balloonId: "k9.w9", text: "？" };
    expect((await send("PATCH", "texts", { texts: [...texts, unknown] })).status).toBe(404);
    expect((await send("PATCH", "texts", { texts: [] })).status).toBe(422);
    expect(await (await send("PATCH", "texts", { texts })).json()).toMatchObject({ version: 2 });
    await service.deliver();
    const after = await Promise.all([1, 2].map((page) => board(service, page)));
    const said = after.flatMap(({ panels }) =>
      panels.flatMap(({ words }) => words.texts.map(({ text }) => text)),
    );
    expect(said).toEqual(texts.map(({ text }) => text));
    expect(await art(service)).toEqual(before);
  });

  it("rename a person everywhere, without drawing", async () => {
    const before = await art(service);
    expect((await send("POST", "rename", { from: "誰か", to: "ハナ" })).status).toBe(404);
    expect((await send("POST", "rename", { from: "ミナ", to: "猫" })).status).toBe(422);
    expect(await (await send("POST", "rename", { from: "ミナ", to: "ハナ" })).json()).toMatchObject({
      version: 3,
    });
    await service.deliver();
    const whole = JSON.stringify(await Promise.all([1, 2].map((page) => board(service, page))));
    expect(whole).toContain("ハナ");
    expect(whole).not.toContain("ミナ");
    expect(await art(service)).toEqual(before);
  });

  it("swap the contents of two panels, and draw only those two", async () => {
    const [one, two] = await Promise.all([1, 2].map((page) => board(service, page)));
    service.drawn.length = 0;
    const swap = await send("POST", "pages/1/panels/k1/swap", { with: { page: 2, panel: "k2" } });
    expect(await swap.json()).toMatchObject({ version: 4 });
    await service.deliver();
    const after = await Promise.all([1, 2].map((page) => board(service, page)));
    expect(after[0]?.panels[0]?.picture).toEqual(two?.panels[1]?.picture);
    expect(after[1]?.panels[1]?.picture).toEqual(one?.panels[0]?.picture);
    expect(after[0]?.panels[0]?.frame).toEqual(one?.panels[0]?.frame);
    expect(after[0]?.panels[0]?.words.texts.map(({ text }) => text)).toEqual(
      two?.panels[1]?.words.texts.map(({ text }) => text),
    );
    expect(service.drawn).toEqual(["panel", "panel"]);
  });

  it("can be shown as in an earlier version, and a panel can get its earlier picture back", async () => {
    const PageSchema = z.object({
      image: z.object({ hash: z.string() }),
      panels: z.array(z.object({ id: z.string(), image: z.object({ hash: z.string(), url: z.string() }) })),
    });
    const pageOf = async (version: number) =>
      PageSchema.parse(await (await send("GET", `versions/${version}/pages/1`)).json());
    const [then, swapped] = [await pageOf(3), await pageOf(4)];
    expect(swapped.panels[0]?.image.hash).not.toBe(then.panels[0]?.image.hash);
    expect(swapped.panels.slice(1)).toEqual(then.panels.slice(1));
    expect(swapped.image.hash).not.toBe(then.image.hash);
    expect((await send("GET", "versions/99/pages/1")).status).toBe(404);
    expect((await send("GET", "versions/1/pages/9")).status).toBe(404);
    const back = await send("POST", "pages/1/panels/k1/redraw", { version: 3 });
    expect(await back.json()).toMatchObject({ version: 5 });
    await service.deliver();
    expect((await pageOf(5)).panels[0]?.image.hash).toBe(then.panels[0]?.image.hash);
    expect((await send("POST", "pages/1/panels/k1/redraw", { version: 3, take: 0 })).status).toBe(422);
  });
});
