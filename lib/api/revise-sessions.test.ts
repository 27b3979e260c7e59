import { beforeAll, describe, expect, it } from "vitest";
import { LetteringPageSchema } from "../manga/lettering.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const SESSIONS = "/api/v1/manga/sessions";
const readJson = async (response: Response) => (await response.json()) as Record<string, unknown>;

/** A session that waits at the gate of a phase. */
async function waiting(...review: string[]) {
  const service = sampleService();
  const request = { text: SAMPLE_STORY, pages: 2, seed: 3, formats: [], review };
  await service.send("POST", "/api/v1/manga/generate", request);
  await service.deliver();
  const feedback = (body: unknown) => service.send("POST", `${SESSIONS}/s1/feedback`, body);
  const shown = () => service.projector.sessions.get("s1");
  return { service, feedback, shown };
}

describe("feedback at a gate", () => {
  it("edits the phase's result, which answers the gate", async () => {
    const { service, feedback, shown } = await waiting("concept");
    expect(shown()?.waiting).toMatchObject({ phase: "concept", revision: 1 });
    const patch = { title: "雨のち猫" };
    const response = await feedback({ phase: "concept", revision: 1, kind: "edit", patch });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ sessionId: "s1", status: "running", version: 2 });
    await service.deliver();
    expect(shown()).toMatchObject({ status: "completed", title: "雨のち猫", version: 2 });
    expect(service.projector.phases.get("s1/concept")?.gate?.decision).toMatchObject({
      kind: "edit",
      by: "local",
    });
  });

  it("for an old revision is refused with the current one", async () => {
    const { feedback } = await waiting("plot");
    for (const rest of [{ kind: "approve" }, { kind: "edit", patch: { leftOut: [] } }]) {
      const response = await feedback({ phase: "plot", revision: 7, ...rest });
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: "gate-conflict", current: 1 });
    }
  });

  it.each([
    [{ kind: "edit", patch: { pages: [] } }, "invalid-edit", "pages"],
    [{ kind: "edit", patch: { sceens: [] } }, "invalid-edit", "sceens"],
    [{ kind: "edit", patch: { scenes: [] }, page: 1 }, "invalid-request", "page"],
    [{ kind: "edit" }, "invalid-request", "patch"],
    [{ kind: "sing" }, "invalid-request", "kind"],
    [{ kind: "approve", patch: {} }, "invalid-request", "patch"],
  ])("that does not fit is refused with the failing field (%#)", async (rest, code, field) => {
    const { service, feedback } = await waiting("plot");
    const { seq } = await service.schedule("s1");
    const response = await feedback({ phase: "plot", revision: 1, ...rest });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code, field });
    expect((await service.schedule("s1")).seq).toBe(seq);
    expect(service.errors).toEqual([]);
  });
});

describe("a change with the version that the client saw", () => {
  it("is applied only to that version, and refused with the current one otherwise", async () => {
    const service = sampleService();
    await service.send("POST", "/api/v1/manga/generate", { text: SAMPLE_STORY, pages: 1, formats: [] });
    await service.deliver();
    const turn = (version: string, direction: string) =>
      service.send("PATCH", `${SESSIONS}/s1/params`, { direction }, { headers: { "if-match": version } });
    expect((await turn('"1"', "ltr")).status).toBe(200);
    await service.deliver();
    const late = await turn('"1"', "rtl");
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ code: "version-conflict", current: 2 });
    expect(service.projector.sessions.get("s1")?.params.direction).toBe("ltr");
    expect((await turn("2", "rtl")).status).toBe(200);
    expect((await turn("the newest", "rtl")).status).toBe(422);
    await service.deliver();
    const letter = (version: string) =>
      service.send(
        "POST",
        `${SESSIONS}/s1/reletter`,
        { direction: "ltr" },
        { headers: { "if-match": version } },
      );
    expect(await (await letter('"2"')).json()).toMatchObject({ status: 412, current: 3 });
    expect(await (await letter('"3"')).json()).toMatchObject({ version: 4 });
  });
});

describe("a wish at a gate", () => {
  it("in words is carried out, and its phase is reviewed again", async () => {
    const { service, feedback, shown } = await waiting("storyboard");
    const response = await feedback({
      ...{ phase: "storyboard", revision: 1, kind: "words" },
      text: "もっと寄って",
      target: { page: 1, panel: "k1" },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "waiting", version: 2 });
    await service.deliver();
    expect(shown()?.waiting).toMatchObject({ phase: "storyboard", revision: 2 });
    const { gate } = service.projector.phases.get("s1/storyboard") ?? {};
    expect(gate?.past).toMatchObject([{ revision: 1, kind: "words", by: "local" }]);
    const old = await feedback({ phase: "storyboard", revision: 1, kind: "words", text: "もっと寄って" });
    expect(await old.json()).toMatchObject({ code: "gate-conflict", current: 2 });
    expect((await feedback({ phase: "storyboard", revision: 2, kind: "approve" })).status).toBe(200);
    await service.deliver();
    expect(shown()?.status).toBe("completed");
  });

  it("that cannot be carried out is refused with the reason, and the gate stays open", async () => {
    const { service, feedback, shown } = await waiting("concept");
    const { seq } = await service.schedule("s1");
    const gate = { phase: "concept", revision: 1 };
    const words = await feedback({ ...gate, kind: "words", text: "読者が泣くように" });
    expect(words.status).toBe(422);
    expect(await words.json()).toMatchObject({ code: "cannot", reason: "not-understood" });
    const option = await feedback({ ...gate, kind: "option", option: "audience" });
    expect(await option.json()).toMatchObject({ code: "cannot", reason: "not-supported" });
    const unknown = await feedback({ ...gate, kind: "option", option: "dance" });
    expect(await unknown.json()).toMatchObject({ code: "invalid-request", field: "option" });
    expect((await service.schedule("s1")).seq).toBe(seq);
    expect(shown()?.waiting).toMatchObject(gate);
  });

  it("may be one of the listed quick options", async () => {
    const { service, feedback, shown } = await waiting("concept");
    const list = async (query: string) =>
      (await readJson(await service.send("GET", `${SESSIONS}/s1/options${query}`))).options as unknown[];
    expect(await list("")).toEqual(await list("?phase=concept"));
    // For the storyboard, which does not exist yet, only options based on the concept.
    const labels = { ja: "ページ数を変える", en: "Change the number of pages" };
    expect(await list("?phase=storyboard")).toEqual([{ id: "page-count", phase: "storyboard", labels }]);
    const wish = { kind: "option", option: "page-count", text: "1" };
    expect((await feedback({ phase: "concept", revision: 1, ...wish })).status).toBe(200);
    await service.deliver();
    expect(shown()?.waiting).toMatchObject({ phase: "concept", revision: 2 });
    await feedback({ phase: "concept", revision: 2, kind: "approve" });
    await service.deliver();
    expect(shown()).toMatchObject({ status: "completed", pages: 1 });
  });
});

describe("a finished book", () => {
  let service: ReturnType<typeof sampleService>;
  let balloon: string;
  let before: Record<string, unknown>;
  const send = (method: string, path: string, body?: unknown) =>
    service.send(method, `${SESSIONS}/s1/${path}`, body);

  beforeAll(async () => {
    service = (await waiting()).service;
    const { texts } = LetteringPageSchema.parse(await service.output("s1", "lettering/p002"));
    balloon = texts.find(({ kind }) => kind === "balloon")?.id ?? "";
    before = (await service.schedule("s1")).results;
    service.drawn.length = 0;
  });

  it("takes another text for a balloon, without drawing", async () => {
    const path = `pages/2/balloons/${balloon.replace("/", ".")}`;
    const response = await send("PATCH", path, { text: "どこまで行くの" });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ sessionId: "s1", status: "running", version: 2 });
    await service.deliver();
    const { texts } = LetteringPageSchema.parse(await service.output("s1", "lettering/p002"));
    expect(texts.find(({ id }) => id === balloon)?.text).toBe("どこまで行くの");
    expect(service.drawn).toEqual([]);
    expect((await service.schedule("s1")).results["lettering/p001"]).toEqual(before["lettering/p001"]);
    // The id as in the page's document, URL-encoded, names the same text.
    const encoded = await send("PATCH", `pages/2/balloons/${encodeURIComponent(balloon)}`, {
      voice: "whisper",
    });
    expect(encoded.status).toBe(200);
    await service.deliver();
  });

  it.each([
    ["PATCH", "pages/9/balloons/k1.w1", { text: "x" }, 404],
    ["PATCH", "pages/1/balloons/k9.w1", { text: "x" }, 404],
    ["PATCH", "pages/1/balloons/w1", { text: "x" }, 422],
    ["PATCH", "pages/1/balloons/k1.w1", { text: "" }, 422],
    ["PATCH", "pages/1/balloons/k1.w1", { colour: "red" }, 422],
    ["PATCH", "pages/zero/balloons/k1.w1", { text: "x" }, 422],
    ["POST", "pages/1/panels/k9/redraw", {}, 404],
    ["POST", "pages/1/panels/k1/redraw", { prompt: "" }, 422],
    ["POST", "versions/99/restore", undefined, 404],
    ["POST", "versions/x/restore", undefined, 422],
    ["GET", "versions/compare?a=1", undefined, 422],
    ["PATCH", "params", {}, 422],
    ["PATCH", "params", { language: "en" }, 422],
    ["POST", "retry", undefined, 409],
  ] as const)("refuses %s %s %j with %i", async (method, path, body, status) => {
    const { seq } = await service.schedule("s1");
    const response = await send(method, path, body);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.status).toBe(status);
    expect((await service.schedule("s1")).seq).toBe(seq);
    expect(service.errors).toEqual([]);
  });

  it("draws one panel again when asked without a body", async () => {
    service.drawn.length = 0;
    const last = (await service.schedule("s1")).results;
    expect((await send("POST", "pages/1/panels/k1/redraw")).status).toBe(200);
    await service.deliver();
    expect(service.drawn).toEqual(["panel"]);
    const { results } = await service.schedule("s1");
    const art = Object.keys(results).filter((step) => step.startsWith("artwork"));
    const other = art.filter((step) => results[step]?.output !== last[step]?.output);
    expect(other).toEqual(["artwork/p001/k1"]);
  });

  it("lists, compares and restores its versions", async () => {
    const { versions } = (await readJson(await send("GET", "versions"))) as { versions: unknown[] };
    expect(versions).toMatchObject([
      { number: 1, what: "start", by: "local", complete: true, current: false },
      { number: 2, what: "edit", step: "storyboard/p002" },
      { number: 3, what: "edit" },
      { number: 4, what: "redraw", step: "artwork/p001/k1", current: true, at: expect.stringMatching(/Z$/) },
    ]);
    const compared = await readJson(await send("GET", "versions/compare?a=1&b=2"));
    expect(compared).toMatchObject({ a: 1, b: 2, more: 0 });
    expect(compared.differences).toContainEqual(expect.objectContaining({ new: "どこまで行くの" }));
    service.drawn.length = 0;
    const restored = await send("POST", "versions/1/restore");
    expect(await restored.json()).toEqual({ sessionId: "s1", status: "completed", version: 5 });
    expect(service.publisher.queue).toEqual([]);
    expect((await service.schedule("s1")).results).toEqual(before);
    expect(service.drawn).toEqual([]);
  });

  it("takes a wish outside a gate", async () => {
    const wish = { phase: "artwork", kind: "option", option: "draw-again", target: { page: 2, panel: "k1" } };
    service.drawn.length = 0;
    expect((await send("POST", "feedback", wish)).status).toBe(200);
    await service.deliver();
    expect(service.drawn).toEqual(["panel"]);
  });

  it("is made again with another number of pages", async () => {
    expect((await send("PATCH", "params", { pages: 1 })).status).toBe(200);
    await service.deliver();
    expect(service.projector.sessions.get("s1")).toMatchObject({ status: "completed", pages: 1 });
  });
});
