// Cancellation at a running service with a simulated ComfyUI, in one process and with one process for each function. Enabled by
// `CANCEL_PROCESSES=1`; otherwise `lib/models/hosted/cancelled-pictures.test.ts` covers it without processes.
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import * as z from "zod";
import { startComfyServer } from "../../emulators/models/comfyui/comfyui-server.ts";
import { startService } from "./service.ts";

const GRAPHS = join(import.meta.dirname, "../../examples/comfyui");
const STORY = "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。";

const TokenSchema = z.object({ accessToken: z.string() });
const BegunSchema = z.object({ sessionId: z.string() });

it.skipIf(!process.env.CANCEL_PROCESSES).each([
  ["one process", false],
  ["one process for each function", true],
])(
  "in %s, a cancel interrupts the picture that is drawn within a second",
  async (_how, isolate) => {
    const server = await startComfyServer({ steps: 40, stepMs: 200 });
    vi.stubEnv("MEKURI_COMFYUI_URL", server.url);
    vi.stubEnv("MEKURI_COMFYUI_PANEL_GRAPH", join(GRAPHS, "panel.json"));
    vi.stubEnv("MEKURI_COMFYUI_PORTRAIT_GRAPH", join(GRAPHS, "portrait.json"));
    const service = await startService({ dataDir: "memory", isolate, apiPort: 0, onTrouble: () => {} });
    try {
      const api = `${service.api}/api/v1`;
      const json = { "content-type": "application/json" };
      const guest = await fetch(`${api}/auth/guest`, { method: "POST", headers: json, body: "{}" });
      const authorization = `Bearer ${TokenSchema.parse(await guest.json()).accessToken}`;
      const asked = JSON.stringify({ text: STORY, pages: 1, models: "offline+comfyui" });
      const headers = { ...json, authorization };
      const begun = await fetch(`${api}/manga/generate`, { method: "POST", headers, body: asked });
      const book = `${api}/manga/sessions/${BegunSchema.parse(await begun.json()).sessionId}`;
      // The portrait is drawn, and the first panels have been submitted.
      await vi.waitFor(() => expect(server.counts().graphs.length).toBeGreaterThan(1), 90_000);
      const at = performance.now();
      await fetch(`${book}/cancel`, { method: "POST", headers: { authorization } });
      await vi.waitFor(() => expect(server.counts().interrupted).toHaveLength(1), { timeout: 20_000 });
      expect(performance.now() - at).toBeLessThan(1_000);
    } finally {
      await service.stop();
      await server.close();
      vi.unstubAllEnvs();
    }
  },
  180_000,
);
