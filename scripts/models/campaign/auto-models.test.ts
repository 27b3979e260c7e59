// A whole book with `auto`: the API detects local programs, and every phase finds the same ones by the session's ids.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startComfyServer } from "../../../emulators/models/comfyui/comfyui-server.ts";
import { startChatServer } from "../../../emulators/models/openai/chat-server.ts";
import { sampleService } from "../../../lib/api/sample-service.ts";
import { NO_SMALL_SLIPS, smallWriter } from "../writers/small-writer.ts";

const TEXT = `The cat climbed the stairs of the lighthouse. Old Tom was waiting with a lamp.

"You are late," said Tom.`;

const closing: { close(): Promise<void> }[] = [];
beforeEach(() => {
  for (const name of Object.keys(process.env))
    if (/^(?:MEKURI_(?:WORDS|PICTURES|SDAPI|COMFYUI)_|GEMINI_|K_SERVICE$)/.test(name))
      vi.stubEnv(name, undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

it("is made by local programs, for free, and the answer says where the story is sent", async () => {
  const words = await startChatServer({
    ...{ models: ["qwen3:8b"], contextTokens: 8_192 },
    answer: smallWriter({ seed: 1, rates: NO_SMALL_SLIPS }).answer,
  });
  const comfy = await startComfyServer({ steps: 2 });
  closing.push(words, comfy);
  vi.stubEnv(
    "MEKURI_LOCAL_PORTS",
    `ollama=${words.port},lm-studio=0,llama-server=0,comfyui=${comfy.port},a1111=0`,
  );
  const service = sampleService();
  const request = { text: TEXT, pages: 1, models: "auto", formats: [] };
  const accepted = await service.send("POST", "/api/v1/manga/generate", request);
  expect(accepted.status, await accepted.clone().text()).toBe(202);
  const { sessionId, estimate } = (await accepted.json()) as {
    sessionId: string;
    estimate: { priceMicros: number; notices: string[] };
  };
  expect(estimate).toMatchObject({
    priceMicros: 0,
    notices: [expect.stringMatching(new RegExp(`Ollama \\(qwen3:8b\\) at ${words.url}; .*${comfy.url}$`))],
  });
  await service.deliver();
  const session = service.projector.sessions.get(sessionId);
  expect({ status: session?.status, error: session?.error }).toEqual({
    status: "completed",
    error: undefined,
  });
  expect(session?.costMicros).toBe(0);
  expect(session?.params.models).toMatchObject({
    reader: expect.stringMatching(/^openai\/local-\d+\/qwen3:8b@/),
    artist: expect.stringMatching(/^comfyui\/local-\d+\/animagine-xl-4\.0\.safetensors@/),
  });
  expect(comfy.counts().pictures).toBeGreaterThan(1);
}, 120_000);

it("is refused with 400 in the cloud, also for an estimate", async () => {
  vi.stubEnv("K_SERVICE", "mekuri-manga");
  const service = sampleService();
  for (const path of ["/api/v1/manga/generate", "/api/v1/manga/estimate"]) {
    const refused = await service.send("POST", path, { text: TEXT, models: "auto" });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({
      ...{ code: "models-unreachable", field: "models" },
      detail: expect.stringMatching(/runs in the cloud; choose models by name/),
    });
  }
});
