// The routes of one panel's picture, with the offline artist: what is refused before anything is paid, and what is only noted.
import { beforeAll, expect, it } from "vitest";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

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
  ["PUT", "kept", {}, "invalid-request"],
] as const)("%s %s %j is refused as %s, and changes nothing", async (method, path, body, code) => {
  const before = await service.schedule("s1");
  const response = await service.send(method, `${PANEL}/${path}`, body);
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({ code });
  expect(await service.schedule("s1")).toEqual(before);
});

it("says that nothing was asked of a model, and marks what is kept", async () => {
  const prompt = await service.send("GET", `${PANEL}/prompt`);
  expect(prompt.headers.get("cache-control")).toBe("no-store");
  expect(await prompt.json()).toEqual({
    ...{ prompt: "", own: false, references: [], model: null, size: null, notices: [] },
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
