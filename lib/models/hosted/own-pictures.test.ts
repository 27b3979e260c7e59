// Pictures by self-hosted servers: the adapters against the emulated A1111 and ComfyUI.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type ComfyServer,
  type ComfyServerOptions,
  startComfyServer,
} from "../../../emulators/models/comfyui/comfyui-server.ts";
import {
  type SdapiServer,
  type SdapiServerOptions,
  startSdapiServer,
} from "../../../emulators/models/sdapi/sdapi-server.ts";
import { RetryableError, TerminalError } from "../../pipeline/errors.ts";
import { catalogModel } from "../catalog.ts";
import { comfyKey, SDAPI_KEY } from "../own-models.ts";
import { comfyServer, sdapiServer } from "../own-servers.ts";
import { comfyPictures } from "./comfyui.ts";
import { filledGraph, parseGraph } from "./comfyui-graph.ts";
import type { Question } from "./model.ts";
import { sizeFor } from "./own-pictures.ts";
import { sdapiPictures } from "./sdapi.ts";
import { decode } from "./shape.ts";

const GRAPHS = join(import.meta.dirname, "../../../examples/comfyui");
const signal = new AbortController().signal;

const picture = (prompt: string, more: Partial<Question> = {}): Question => ({
  ...{ task: "picture", of: "panel", turns: [{ role: "user", parts: [{ text: prompt }] }], seed: 11 },
  wanted: { kind: "image", aspectRatio: "4:3", size: "1K" },
  ...more,
});

describe("the size of a picture", () => {
  it("is in whole steps, about a megapixel, and near the ratio", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("1:3", "2:3", "1:1", "4:3", "21:9", "3:1"),
        fc.constantFrom(8, 16, 64),
        (ratio, step) => {
          const { width, height } = sizeFor(ratio, step);
          const [across = 1, down = 1] = ratio.split(":").map(Number);
          expect([width % step, height % step]).toEqual([0, 0]);
          expect(width * height).toBeLessThan(1_200_000);
          expect(width * height).toBeGreaterThan(880_000);
          if (step < 64) expect(Math.abs(Math.log(width / height / (across / down)))).toBeLessThan(0.05);
        },
      ),
    );
  });
});

describe("/sdapi/v1", () => {
  let server: SdapiServer | undefined;
  afterEach(async () => {
    vi.unstubAllEnvs();
    await server?.close();
    server = undefined;
  });
  async function serve(options: SdapiServerOptions = {}) {
    server = await startSdapiServer(options);
    vi.stubEnv("MEKURI_SDAPI_URL", server.url);
    const settings = sdapiServer();
    if (settings === undefined) throw new Error("no server is set");
    return { running: server, model: sdapiPictures(settings, { timeoutMs: 20_000, progressEveryMs: 20 }) };
  }

  it.each([{}, { dataUri: true }, { bare: true }])(
    "gives a picture that decodes, without a price (%j)",
    async (options) => {
      const { model } = await serve(options);
      const reply = await model.ask(picture("a cat"), signal);
      expect(reply).toMatchObject({ end: "done", reason: "STOP", usage: { costMicros: 0, images: 1 } });
      expect(await decode(reply.images[0]?.bytes ?? new Uint8Array(), "4:3")).toMatchObject({
        kind: "picture",
      });
      expect(catalogModel(SDAPI_KEY).images?.references.people).toBe(0);
    },
  );

  it("sends one job at a time, and reports its progress", async () => {
    const { running, model } = await serve({ steps: 6, stepMs: 40 });
    const told: [number, number][] = [];
    await Promise.all([
      model.ask(picture("first"), signal, (done, total) => told.push([done, total])),
      model.ask(picture("second"), signal),
    ]);
    expect(running.counts()).toMatchObject({ pictures: 2, mostAtOnce: 1 });
    expect(told.length).toBeGreaterThan(0);
    for (const [done, total] of told) expect([done >= 1 && done <= total, total]).toEqual([true, 6]);
  });

  it("interrupts its own job within a second of a cancel, and not the following one", async () => {
    const { running, model } = await serve({ steps: 20, stepMs: 40 });
    const cancel = new AbortController();
    const first = model.ask(picture("mine"), cancel.signal).catch((error: unknown) => error);
    const second = model.ask(picture("another session's"), signal);
    await vi.waitFor(() => expect(running.counts().mostAtOnce).toBe(1));
    const at = performance.now();
    cancel.abort(new Error("cancelled"));
    expect(await first).toMatchObject({ message: "cancelled" });
    await vi.waitFor(() => expect(running.counts().interrupted).toEqual(["mine"]));
    expect(performance.now() - at).toBeLessThan(1_000);
    expect((await second).end).toBe("done");
    expect(running.counts()).toMatchObject({ interrupts: 1, interrupted: ["mine"], pictures: 1 });
  });

  it("sends no interrupt for a job that is cancelled before its turn", async () => {
    const { running, model } = await serve({ steps: 4, stepMs: 25 });
    const cancel = new AbortController();
    const first = model.ask(picture("first"), signal);
    const second = model.ask(picture("second"), cancel.signal).catch((error: unknown) => error);
    cancel.abort(new Error("cancelled"));
    expect(await second).toMatchObject({ message: "cancelled" });
    expect((await first).end).toBe("done");
    expect(running.counts()).toMatchObject({ interrupts: 0, pictures: 1 });
  });

  it("passes on the server's error: a wrong password, an unreachable server", async () => {
    vi.stubEnv("MEKURI_SDAPI_AUTH", "ana:wrong");
    const { model } = await serve({ auth: "ana:right" });
    const refused = await model.ask(picture("a cat"), signal).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(TerminalError);
    expect(refused).toMatchObject({
      code: "model-key",
      message: expect.stringMatching(/Incorrect username or password/),
    });
    expect(String(refused)).not.toMatch(/wrong/);
    await server?.close();
    server = undefined;
    await expect(model.ask(picture("a cat"), signal)).rejects.toThrow(RetryableError);
  });
});

describe("ComfyUI", () => {
  const graphs = {
    panel: readFileSync(join(GRAPHS, "panel.json"), "utf8"),
    portrait: readFileSync(join(GRAPHS, "portrait.json"), "utf8"),
  };
  let server: ComfyServer | undefined;
  beforeEach(() => {
    vi.stubEnv("MEKURI_COMFYUI_PANEL_GRAPH", join(GRAPHS, "panel.json"));
    vi.stubEnv("MEKURI_COMFYUI_PORTRAIT_GRAPH", join(GRAPHS, "portrait.json"));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await server?.close();
    server = undefined;
  });
  async function serve(options: ComfyServerOptions = {}) {
    server = await startComfyServer(options);
    vi.stubEnv("MEKURI_COMFYUI_URL", server.url);
    const settings = comfyServer();
    if (settings === undefined) throw new Error("no server is set");
    return {
      running: server,
      model: comfyPictures(settings, { key: comfyKey(graphs), graphs }, { timeoutMs: 20_000 }),
    };
  }

  it("fills the example graphs, uploads references, and gives the picture", async () => {
    const { running, model } = await serve();
    const bytes = new Uint8Array([137, 80, 78, 71]);
    const question = picture("a cat");
    const withReference = {
      ...question,
      turns: [
        {
          role: "user" as const,
          parts: [
            { text: "Reference picture 1: Mina" },
            { bytes, contentType: "image/png" },
            { text: "a %seed% cat" },
          ],
        },
      ],
    };
    const reply = await model.ask(withReference, signal);
    expect(reply).toMatchObject({ end: "done", reason: "STOP", usage: { costMicros: 0, images: 1 } });
    expect(await decode(reply.images[0]?.bytes ?? new Uint8Array(), "4:3")).toMatchObject({
      kind: "picture",
    });
    const [graph] = running.counts().graphs as Record<string, { inputs: Record<string, unknown> }>[];
    expect(graph?.["5"]?.inputs.seed).toBe(11);
    expect(graph?.["4"]?.inputs).toMatchObject({ width: 1184, height: 888 });
    expect(graph?.["2"]?.inputs.text).toMatch(/a %seed% cat/);
    expect(graph?.["6"]?.inputs.image).toBe(running.counts().uploads[0]);
    await model.ask(picture("a portrait", { of: "portrait" }), signal);
    expect(Object.keys((running.counts().graphs[1] ?? {}) as object)).toHaveLength(7);
    expect(catalogModel(comfyKey(graphs)).images?.references.people).toBe(1);
  });

  it("omits a missing reference, and sends no blank picture instead", async () => {
    const { running, model } = await serve();
    expect((await model.ask(picture("an empty street"), signal)).end).toBe("done");
    const [graph] = running.counts().graphs as Record<string, { inputs: Record<string, unknown> }>[];
    expect(running.counts().uploads).toEqual([]);
    expect(Object.keys(graph ?? {})).toEqual(["1", "2", "3", "4", "5", "7", "9", "10"]);
    expect(graph?.["5"]?.inputs.model).toEqual(["7", 0]);
  });

  it("reports the progress of its own job", async () => {
    const { model } = await serve({ steps: 5, stepMs: 60 });
    const told: [number, number][] = [];
    await model.ask(picture("a cat"), signal, (done, total) => told.push([done, total]));
    expect(told.at(-1)).toEqual([5, 5]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));
  });

  it.each([{ older: false }, { older: true }])(
    "interrupts its own job within a second of a cancel, and leaves another program's running (%j)",
    async ({ older }) => {
      const { running, model } = await serve({ steps: 25, stepMs: 40, older });
      const other = running.otherJob();
      const cancel = new AbortController();
      const asked = model.ask(picture("mine"), cancel.signal).catch((error: unknown) => error);
      await vi.waitFor(() => expect(running.counts().graphs).toHaveLength(1));
      cancel.abort(new Error("cancelled"));
      expect(await asked).toMatchObject({ message: "cancelled" });
      expect(running.counts().interrupted).toEqual([]);
      expect(running.counts().deleted).toHaveLength(1);
      const again = new AbortController();
      await vi.waitFor(() => expect(running.counts().pictures).toBe(1), 6_000);
      const second = model.ask(picture("mine again"), again.signal).catch((error: unknown) => error);
      await vi.waitFor(() => expect(running.counts().graphs).toHaveLength(2));
      const at = performance.now();
      again.abort(new Error("cancelled"));
      expect(await second).toMatchObject({ message: "cancelled" });
      await vi.waitFor(() => expect(running.counts().interrupted).toHaveLength(1));
      expect(performance.now() - at).toBeLessThan(1_000);
      expect(running.counts().interrupted).not.toContain(other);
    },
    15_000,
  );

  it("names a missing node, and passes on the message of a failing one", async () => {
    const { model } = await serve({ classes: ["KSampler"] });
    await expect(model.ask(picture("a cat"), signal)).rejects.toMatchObject({
      code: "model-rejected",
      message: expect.stringMatching(/does not exist/),
    });
    await server?.close();
    const { model: failing } = await serve({ failure: "Allocation on device" });
    await expect(failing.ask(picture("a cat"), signal)).rejects.toMatchObject({
      message: expect.stringMatching(/KSampler: Allocation on device/),
    });
  });
});

describe("a graph", () => {
  it("must be in API format and have a placeholder for the prompt", () => {
    expect(() => parseGraph("{", "A")).toThrow(/A: the file is not JSON/);
    expect(() => parseGraph('{"nodes": []}', "A")).toThrow(/Export \(API\)/);
    expect(() => parseGraph('{"1": {"class_type": "X", "inputs": {}}}', "A")).toThrow(/%prompt%/);
  });

  it("accepts any text in its placeholders, and replaces none inside that text", () => {
    const graph = parseGraph(
      '{"1": {"class_type": "X", "inputs": {"text": "<%prompt%> %width%", "w": "%width%"}}}',
      "A",
    );
    fc.assert(
      fc.property(fc.string(), (prompt) => {
        const filled = filledGraph(graph, {
          prompt,
          negative: "",
          seed: 1,
          width: 8,
          height: 8,
          references: [],
          mask: "",
        });
        expect(filled["1"]?.inputs).toEqual({ text: `<${prompt}> 8`, w: 8 });
      }),
    );
  });
});
