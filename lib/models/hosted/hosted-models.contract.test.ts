// Runs the contract of hosted models for every adapter, each with its real client against its emulated server.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tls from "node:tls";
import { afterAll, beforeAll, vi } from "vitest";
import { startComfyServer } from "../../../emulators/models/comfyui/comfyui-server.ts";
import { localCertificate, writeLocalCredentials } from "../../../emulators/models/credentials.ts";
import { cutAnswers } from "../../../emulators/models/cut-answers.ts";
import { RawText } from "../../../emulators/models/generate.ts";
import { CHAT_PROGRAMS, type ChatProgram } from "../../../emulators/models/openai/chat-request.ts";
import { startChatServer } from "../../../emulators/models/openai/chat-server.ts";
import { startImagesServer } from "../../../emulators/models/openai/images-server.ts";
import { PROFILES } from "../../../emulators/models/profile.ts";
import { startSdapiServer } from "../../../emulators/models/sdapi/sdapi-server.ts";
import { type ModelServerOptions, startModelServer } from "../../../emulators/models/server.ts";
import { catalogOffers } from "../../../scripts/models/offers.ts";
import { graphsOf } from "../comfy-graphs.ts";
import { comfyKey } from "../own-models.ts";
import { comfyPictures } from "./comfyui.ts";
import { type GoogleAccess, genaiModel } from "./genai.ts";
import {
  type Content,
  describePictureModel,
  describeTextModel,
  type Serve,
} from "./hosted-model-contract.ts";
import { imagenModel } from "./imagen.ts";
import type { ClientOptions, HostedModel } from "./model.ts";
import { openaiPictures } from "./openai-pictures.ts";
import { openaiWords } from "./openai-words.ts";
import { sdapiPictures } from "./sdapi.ts";
import { vertexaiModel } from "./vertexai.ts";

const [PANEL, PORTRAIT] = ["panel.json", "portrait.json"].map((name) =>
  join(import.meta.dirname, "../../../examples/comfyui", name),
) as [string, string];
const DAY = "2026-11-29";
const TLS = localCertificate();
const trusted = tls.getCACertificates("default");
const SLOW = { p50Ms: 5_000, p95Ms: 5_000 };

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

/** Content in the form of the emulated servers. */
const answering = ({ text, pictures }: Content = {}) => ({
  ...(pictures && { pictures }),
  ...(text && {
    answer: async () => {
      const said = text();
      return said === undefined ? undefined : new RawText(said);
    },
  }),
});

interface Google {
  make(access: GoogleAccess, options?: ClientOptions): HostedModel;
  kind: GoogleAccess["kind"];
  location?: string;
  /** The older client reports a blocked prompt only in its answer. */
  options?: Partial<ModelServerOptions>;
}

const google =
  ({ make, kind, location = "global", options = {} }: Google): Serve =>
  async (trouble, content) => {
    const profile = {
      ...PROFILES.instant,
      ...(trouble === "slow" ? { text: SLOW, image: SLOW } : {}),
      ...(trouble === "busy" ? { busy: 1 } : {}),
      ...(trouble === "refusing" ? { refused: 1, refusedTexts: 1 } : {}),
    };
    const server = await startModelServer({
      ...{ offers: trouble === "gone" ? [] : catalogOffers(DAY), profile, ...options },
      ...(kind === "vertex" ? { tls: TLS } : {}),
      ...answering(content),
    });
    vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", writeLocalCredentials(folder, server.url));
    const access: GoogleAccess =
      kind === "key"
        ? { kind, apiKey: "test", baseUrl: server.url }
        : { kind, project: "demo", location, baseUrl: server.url };
    return {
      ...{ model: (client) => make(access, client), requests: () => server.counts().requests },
      ...{ cutAnswers, close: server.close },
    };
  };

const TEXT_MODEL = "gemini-3.8-flash";
describeTextModel(
  "genai with a key",
  google({ kind: "key", make: (access, options) => genaiModel(TEXT_MODEL, access, options) }),
);
describeTextModel(
  "genai on Vertex AI",
  google({ kind: "vertex", make: (access, options) => genaiModel(TEXT_MODEL, access, options) }),
);
describeTextModel(
  "vertexai",
  google({
    kind: "vertex",
    make(access, options) {
      if (access.kind !== "vertex") throw new TypeError("vertexai is used with a project, not with a key");
      return vertexaiModel(TEXT_MODEL, access, options);
    },
  }),
);
describePictureModel(
  "genai's pictures",
  google({ kind: "key", make: (access, options) => genaiModel("gemini-nano-banana-2.1", access, options) }),
);
describePictureModel(
  "imagen",
  google({
    ...{ kind: "vertex", location: "us-central1", options: { imagen: true } },
    make: (access, options) => imagenModel("imagen-4.0-generate-001", access, options),
  }),
);

const MODEL = "qwen3:8b";
const chat =
  (program: ChatProgram): Serve =>
  async (trouble, content) => {
    const server = await startChatServer({
      ...{ program, models: trouble === "gone" ? [] : [MODEL], latencyMs: trouble === "slow" ? 5_000 : 0 },
      ...{ loading: trouble === "busy" ? 1 : 0, refused: trouble === "refusing" ? 1 : 0 },
      ...answering(content),
    });
    vi.stubEnv("MEKURI_WORDS_URL", server.url);
    vi.stubEnv("MEKURI_WORDS_MODEL", MODEL);
    const settings = {
      baseUrl: `${server.url}/v1`,
      model: MODEL,
      key: "k",
      contextTokens: 8_192,
      price: { input: 0, output: 0 },
    };
    return {
      ...{ model: (client) => openaiWords(settings, client), requests: () => server.counts().requests },
      ...{ cutAnswers, close: server.close },
    };
  };
for (const program of CHAT_PROGRAMS) describeTextModel(`openai, as ${program} speaks it`, chat(program));

describePictureModel("openai's pictures", async (trouble, content) => {
  const model = "gpt-image-2";
  const server = await startImagesServer({
    ...{ models: trouble === "gone" ? [] : [model], latencyMs: trouble === "slow" ? 5_000 : 0 },
    ...{ busy: trouble === "busy" ? 1 : 0, refused: trouble === "refusing" ? 1 : 0 },
    ...answering(content),
  });
  vi.stubEnv("MEKURI_PICTURES_URL", server.url);
  vi.stubEnv("MEKURI_PICTURES_MODEL", model);
  const settings = { baseUrl: `${server.url}/v1`, model, key: "k", priceMicros: 0 };
  return {
    ...{ model: (client) => openaiPictures(settings, client), requests: () => server.counts().requests },
    ...{ cutAnswers, close: server.close },
  };
});

// A1111 queues all requests and has no filter, so it never refuses and is never busy.
describePictureModel("sdapi", async (trouble, content) => {
  if (trouble === "busy" || trouble === "refusing") return undefined;
  const server = await startSdapiServer({
    ...{ stepMs: trouble === "slow" ? 400 : 0, withoutApi: trouble === "gone", ...answering(content) },
  });
  vi.stubEnv("MEKURI_SDAPI_URL", server.url);
  return {
    model: (client) => sdapiPictures({ baseUrl: server.url }, client),
    ...{ requests: () => server.counts().jobs, cutAnswers, close: server.close },
  };
});

// ComfyUI too queues all requests and has no filter.
describePictureModel("comfyui", async (trouble, content) => {
  if (trouble === "busy" || trouble === "refusing") return undefined;
  const server = await startComfyServer({
    stepMs: trouble === "slow" ? 400 : 0,
    ...(trouble === "gone" ? { classes: ["SaveImage"] } : {}),
    ...answering(content),
  });
  const settings = { baseUrl: server.url, panelGraph: PANEL, portraitGraph: PORTRAIT };
  const graphs = graphsOf(settings);
  const key = comfyKey(graphs);
  for (const [name, value] of [
    ...([
      ["URL", server.url],
      ["PANEL_GRAPH", PANEL],
      ["PORTRAIT_GRAPH", PORTRAIT],
    ] as const),
  ])
    vi.stubEnv(`MEKURI_COMFYUI_${name}`, value);
  return {
    model: (client) => comfyPictures(settings, { key, graphs }, client),
    ...{ requests: () => server.counts().graphs.length, cutAnswers, close: server.close },
  };
});
