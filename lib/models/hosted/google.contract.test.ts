// The parts of the contract that only Google has, beside `hosted-model-contract.ts`, against the strict local server: schemas in its
// notation, prices, kinds of failure. The Gemini API with a key, Vertex AI over TLS with default credentials.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tls from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { localCertificate, writeLocalCredentials } from "../../../emulators/models/credentials.ts";
import { PROFILES } from "../../../emulators/models/profile.ts";
import {
  type ModelServer,
  type ModelServerOptions,
  startModelServer,
} from "../../../emulators/models/server.ts";
import { catalogOffers } from "../../../scripts/models/offers.ts";
import { BusyError, TerminalError } from "../../pipeline/errors.ts";
import { OverloadedError, UnansweredError } from "./failures.ts";
import { type GoogleAccess, genaiModel } from "./genai.ts";
import { imagenModel } from "./imagen.ts";
import { answerSchema } from "./json-schema.ts";
import type { ClientOptions, HostedModel, Question } from "./model.ts";
import { SENT_SCHEMAS } from "./sent-schemas.ts";
import { vertexaiModel } from "./vertexai.ts";

const TEXT_MODEL = "gemini-3.8-flash";
const IMAGE_MODEL = "gemini-nano-banana-2.1";
const IMAGEN_MODEL = "imagen-4.0-generate-001";
const DAY = "2026-11-29";
const signal = new AbortController().signal;

const SCHEMAS: [string, z.ZodType][] = Object.entries(SENT_SCHEMAS).flatMap(([task, schemas]) =>
  schemas.map((schema): [string, z.ZodType] => [task, schema]),
);

const TLS = localCertificate();
const trusted = tls.getCACertificates("default");

let folder: string;
beforeAll(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  tls.setDefaultCACertificates([...trusted, TLS.cert]);
  folder = mkdtempSync(join(tmpdir(), "mekuri-credentials-"));
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  tls.setDefaultCACertificates(trusted);
  rmSync(folder, { recursive: true });
});

let server: ModelServer | undefined;
afterEach(() => server?.close());

async function serve(options: Partial<ModelServerOptions> = {}): Promise<ModelServer> {
  server = await startModelServer({ offers: catalogOffers(DAY), ...options });
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", writeLocalCredentials(folder, server.url));
  return server;
}

const withKey = ({ url }: ModelServer): GoogleAccess => ({ kind: "key", apiKey: "test", baseUrl: url });
const onVertex = ({ url }: ModelServer) =>
  ({ kind: "vertex", project: "demo", location: "global", baseUrl: url }) as const;
const inRegion = (running: ModelServer) => ({ ...onVertex(running), location: "us-central1" });

const TEXT_ADAPTERS: [
  string,
  (running: ModelServer, options?: ClientOptions) => HostedModel,
  Partial<ModelServerOptions>,
][] = [
  ["genai with a key", (running, options) => genaiModel(TEXT_MODEL, withKey(running), options), {}],
  [
    "genai on Vertex AI",
    (running, options) => genaiModel(TEXT_MODEL, onVertex(running), options),
    { tls: TLS },
  ],
  ["vertexai", (running, options) => vertexaiModel(TEXT_MODEL, onVertex(running), options), { tls: TLS }],
];

function json(schema: z.ZodType): Question {
  return {
    task: "look",
    system: "Say what you see.",
    turns: [
      { role: "user", parts: [{ text: "first" }] },
      { role: "model", parts: [{ text: "{}" }] },
      {
        role: "user",
        parts: [{ text: "again" }, { bytes: new Uint8Array([1, 2]), contentType: "image/png" }],
      },
    ],
    wanted: { kind: "json", schema: answerSchema(schema), maxOutputTokens: 1_000 },
    seed: 7,
  };
}

describe.each(TEXT_ADAPTERS)("%s", (name, modelOf, options) => {
  const isKey = name === "genai with a key";

  it.each(SCHEMAS)(
    "sends the schema of %s in the vendor's notation, and charges the vendor's price",
    async (_task, schema) => {
      const running = await serve(options);
      const reply = await modelOf(running).ask(json(schema), signal);
      expect(reply).toMatchObject({ end: "done", reason: "STOP" });
      expect(() => JSON.parse(reply.text)).not.toThrow();
      expect(reply.usage.costMicros).toBe(running.counts().micros);
      expect(running.counts()).toMatchObject({ requests: 1, errors: {} });
    },
  );

  it("distinguishes busy, retryable and terminal failures", async () => {
    const faulty = { ...PROFILES.instant, busy: 1 };
    const ask = async (
      more: Partial<ModelServerOptions>,
      change: (model: HostedModel) => HostedModel = (m) => m,
    ) => {
      const running = await serve({ ...options, ...more });
      const asked = change(modelOf(running)).ask(json(z.object({ a: z.string() })), signal);
      const error = await asked.catch((thrown: unknown) => thrown);
      await running.close();
      return error;
    };
    const busy = await ask({ profile: faulty });
    expect(busy).toBeInstanceOf(BusyError);
    // Vertex AI's 429 states no time.
    expect(busy).toMatchObject({ retryAfterMs: isKey ? 8_000 : undefined });
    const overloaded = await ask({ profile: { ...faulty, busy: 0, unavailable: 1 } });
    expect(overloaded).toBeInstanceOf(OverloadedError);
    const spent = await ask({ requestsPerDay: { text: 0 } });
    expect(spent).toMatchObject({ code: "model-quota", retryable: true });
    const gone = await ask({ offers: [] });
    expect(gone).toBeInstanceOf(TerminalError);
    expect(gone).toMatchObject({ code: "model-gone" });
    server = undefined;
  });

  it("counts the full cost of a request whose connection breaks, and nothing where none is made", async () => {
    const running = await serve(options);
    await running.close();
    server = undefined;
    const ask = () => modelOf(running).ask(json(z.object({ a: z.string() })), signal);
    // Without a connection for its token, Google's client does not say why.
    const usage = isKey ? { costMicros: 0 } : undefined;
    await expect(ask()).rejects.toThrow(UnansweredError);
    await expect(ask()).rejects.toMatchObject({ usage });

    const broken = createServer((socket) => socket.once("data", () => socket.destroy()));
    broken.listen(Number(new URL(running.url).port), new URL(running.url).hostname);
    await once(broken, "listening");
    try {
      await expect(ask()).rejects.toThrow(UnansweredError);
      await expect(ask()).rejects.toMatchObject({ usage: undefined });
    } finally {
      broken.close();
    }
  });
});

const PICTURE: Question = {
  task: "picture",
  turns: [
    { role: "user", parts: [{ bytes: new Uint8Array([1, 2]), contentType: "image/png" }, { text: "a cat" }] },
  ],
  wanted: { kind: "image", aspectRatio: "3:4", size: "1K" },
  seed: 0,
};

const IMAGE_ADAPTERS: [string, (running: ModelServer, options?: ClientOptions) => HostedModel][] = [
  ["genai's pictures", (running, options) => genaiModel(IMAGE_MODEL, onVertex(running), options)],
  ["imagen", (running, options) => imagenModel(IMAGEN_MODEL, inRegion(running), options)],
];

describe.each(IMAGE_ADAPTERS)("%s", (_name, modelOf) => {
  it("gives a picture at the vendor's price", async () => {
    const running = await serve({ tls: TLS, imagen: true });
    const { end, images, usage } = await modelOf(running).ask(PICTURE, signal);
    expect(end).toBe("done");
    expect(images).toMatchObject([{ contentType: "image/png" }]);
    expect(usage.costMicros).toBe(running.counts().micros);
    expect(usage.images).toBe(1);
  });

  it("names the successor when the endpoint is gone", async () => {
    const running = await serve({ tls: TLS, offers: [] });
    const asked = modelOf(running).ask(PICTURE, signal);
    await expect(asked).rejects.toMatchObject({ code: "model-gone" });
    if (modelOf(running).id === IMAGEN_MODEL) await expect(asked).rejects.toThrow(IMAGE_MODEL);
  });
});

it("explains a refused key", async () => {
  const running = await serve();
  const model = genaiModel(TEXT_MODEL, {
    ...withKey(running),
    kind: "key",
    apiKey: " ",
    baseUrl: running.url,
  });
  const asked = model.ask(json(z.object({ a: z.string() })), signal);
  await expect(asked).rejects.toMatchObject({ code: "model-key" });
});

it("explains on Vertex AI that a location does not serve a model, and that Imagen is gone", async () => {
  const running = await serve({ tls: TLS });
  const elsewhere = genaiModel(TEXT_MODEL, inRegion(running)).ask(json(z.object({ a: z.string() })), signal);
  await expect(elsewhere).rejects.toMatchObject({ code: "model-gone" });
  const imagen = imagenModel(IMAGEN_MODEL, inRegion(running)).ask(PICTURE, signal);
  await expect(imagen).rejects.toThrow(/its successor is gemini-nano-banana-2\.1/);
});

it("distinguishes a schema over the budget from other errors of the request", async () => {
  const running = await serve();
  const values = Array.from({ length: 130 }, (_, index) => `value ${index}`);
  const asked = genaiModel(TEXT_MODEL, withKey(running)).ask(json(z.object({ a: z.enum(values) })), signal);
  await expect(asked).rejects.toMatchObject({ code: "model-schema" });
});
