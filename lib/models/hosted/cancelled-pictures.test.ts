// Sessions whose pictures a self-hosted server draws, one at a time: a cancel ends its own session's job at once, and people see a
// picture's progress.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { startComfyServer } from "../../../emulators/models/comfyui/comfyui-server.ts";
import { startSdapiServer } from "../../../emulators/models/sdapi/sdapi-server.ts";
import { systemClock } from "../../pipeline/clock.ts";
import { SAMPLE_BOOK, type Sample, sample } from "../../pipeline/sample-session.ts";
import { isLive } from "../../pipeline/schedule.ts";
import { DEFAULT_SETTINGS } from "../../pipeline/settings.ts";
import { openWatches } from "../../pipeline/watches.ts";
import { comfyKey } from "../own-models.ts";
import { ask } from "./ask.ts";
import { comfyPictures } from "./comfyui.ts";
import type { HostedModel } from "./model.ts";
import { sdapiPictures } from "./sdapi.ts";

const GRAPHS = join(import.meta.dirname, "../../../examples/comfyui");
const SERVED = { steps: 20, stepMs: 80 };

/** A server with the numbers of running, interrupted and finished jobs. */
interface Served {
  model: HostedModel;
  interrupted(): number;
  pictures(): number;
  close(): Promise<void>;
}

async function comfy(): Promise<Served> {
  const server = await startComfyServer(SERVED);
  vi.stubEnv("MEKURI_COMFYUI_URL", server.url);
  for (const of of ["panel", "portrait"])
    vi.stubEnv(`MEKURI_COMFYUI_${of.toUpperCase()}_GRAPH`, join(GRAPHS, `${of}.json`));
  const [panel = "", portrait = ""] = ["panel", "portrait"].map((of) =>
    readFileSync(join(GRAPHS, `${of}.json`), "utf8"),
  );
  const graphs = { panel, portrait };
  return {
    model: comfyPictures({ baseUrl: server.url }, { key: comfyKey(graphs), graphs }),
    interrupted: () => server.counts().interrupted.length,
    pictures: () => server.counts().pictures,
    close: server.close,
  };
}

async function sdapi(): Promise<Served> {
  const server = await startSdapiServer(SERVED);
  vi.stubEnv("MEKURI_SDAPI_URL", server.url);
  return {
    model: sdapiPictures({ baseUrl: server.url, auth: undefined }),
    interrupted: () => server.counts().interrupted.length,
    pictures: () => server.counts().pictures,
    close: server.close,
  };
}

/** Books of one panel, which the model draws. */
function books(model: HostedModel): Sample {
  const timings = { ...DEFAULT_SETTINGS.timings, projectionMs: 0 };
  const book = sample(
    { ...SAMPLE_BOOK, characters: ["c1"], pages: 1, panels: 1, durationMs: () => 0 },
    { clock: systemClock, watches: openWatches(), settings: { ...DEFAULT_SETTINGS, timings } },
  );
  book.tools.before = async (ref, context) => {
    if (ref.of !== "panel") return;
    await ask(context, model, {
      ...{ task: "picture", of: "panel", seed: 11 },
      turns: [{ role: "user", parts: [{ text: `of ${context.sessionId}` }] }],
      wanted: { kind: "image", aspectRatio: "1:1", size: "1K" },
    });
  };
  return book;
}

/** Delivers published messages until no session runs. */
async function deliver({ services, runner }: Sample, sessions: readonly string[]): Promise<void> {
  const handled: Promise<unknown>[] = [];
  const statesOf = () => Promise.all(sessions.map((id) => services.schedules.read(id)));
  while ((await statesOf()).some((schedule) => schedule !== undefined && isLive(schedule.state))) {
    handled.push(...services.publisher.queue.splice(0).map((message) => runner.handle(message)));
    await wait(5);
  }
  await Promise.all(handled);
}

test.each([
  ["ComfyUI", comfy],
  ["/sdapi", sdapi],
])(
  "of two sessions at %s, a cancel interrupts its own job within a second, and the other session's finishes",
  async (_name, serve) => {
    const server = await serve();
    try {
      const book = books(server.model);
      const sessions = [await book.start(), await book.start()];
      const progressOf = (id: string) => book.projector.pages.get(`${id}/1`)?.panels[0]?.progress;
      const made = deliver(book, sessions);
      // One session's job runs, the other's waits.
      const running = await vi.waitFor(() => {
        const told = sessions.find((id) => progressOf(id) !== undefined);
        expect(told).toBeDefined();
        return told ?? "";
      }, 5_000);
      expect(progressOf(running)).toMatchObject({ total: SERVED.steps });
      const other = sessions.find((id) => id !== running) ?? "";
      expect(progressOf(other)).toBeUndefined();

      const at = performance.now();
      await book.commands.cancelSession(running);
      await vi.waitFor(() => expect(server.interrupted()).toBe(1), 5_000);
      expect(performance.now() - at).toBeLessThan(1_000);
      await made;
      expect(server.interrupted()).toBe(1);
      expect(server.pictures()).toBe(1);
      const statusOf = async (id: string) => (await book.services.schedules.read(id))?.state.status;
      expect([await statusOf(running), await statusOf(other)]).toEqual(["cancelled", "completed"]);
      expect(JSON.stringify([...book.projector.pages.values()])).not.toContain("progress");
    } finally {
      vi.unstubAllEnvs();
      await server.close();
    }
  },
);
