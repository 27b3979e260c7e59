// Google's generative models, pretended on this machine: the Gemini API and Vertex AI's paths, `generateContent` and Imagen's
// `predict`. It refuses whatever the vendor's references do not know, answers the same every time, and counts what it would charge.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { text as readText } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import type { RunningService } from "../service.ts";
import { Account, type Counts, IMAGE_INPUT_TOKENS, type Offer, tokensOf } from "./account.ts";
import { cutTo, jsonSchemaOf, misfit, sample } from "./answers.ts";
import { LOCAL_TOKEN, TOKEN_PATH } from "./credentials.ts";
import { GoogleError, refusalOf } from "./google-error.ts";
import { type HeadBox, makePicture } from "./picture.ts";
import { fateOf, PROFILES, type Profile } from "./profile.ts";
import { checkHeaders, type Route, routeOf } from "./routes.ts";
import { type GenerateContent, GenerateContentSchema, type JsonSchema, PredictSchema } from "./wire.ts";

/** A question for a text model, as whoever knows its subject may answer it. */
interface Question {
  model: string;
  /** Texts of the system instruction and of all contents, in order. */
  texts: string[];
  /** The pictures that the prompt carries; of those made here, the heads in them. */
  pictures: { heads: HeadBox[] }[];
  schema: JsonSchema | undefined;
}

export interface ModelServerOptions {
  offers: readonly Offer[];
  /** Gives a value to answer with, or undefined for one that is made from the schema. It is cut to the schema. */
  answer?: (question: Question) => Promise<unknown>;
  profile?: Profile;
  /** Decides which calls fail. */
  seed?: number;
  /** More requests than this within the window are answered with 429, for each model. */
  requestsPerMinute?: number;
  /** Default: a minute, as Google counts. */
  windowMs?: number;
  /** 0, the default, takes a free one. */
  port?: number;
  /** Serves HTTPS, as Vertex AI's older client insists on. PEM. */
  tls?: { key: string; cert: string };
}

export interface ModelServer extends RunningService {
  url: string;
  counts(): Counts;
}

const MINUTE_MS = 60_000;
/** Pictures whose heads are remembered. */
const KEPT_PICTURES = 2_000;

/** Answers also `GET /counts`: what was asked and charged so far. */
export async function startModelServer(options: ModelServerOptions): Promise<ModelServer> {
  const bench: Bench = { options, account: new Account(), heads: new Map(), recent: new Map() };
  const serve = (req: IncomingMessage, res: ServerResponse) => {
    handle(bench, req).then(
      (body) => send(res, 200, body),
      (thrown: unknown) => {
        const error =
          thrown instanceof GoogleError ? thrown : new GoogleError("INTERNAL", `Internal error: ${thrown}`);
        bench.account.refuse(error.status);
        if (error.retrySeconds !== undefined) res.setHeader("retry-after", error.retrySeconds);
        send(res, error.code, error.toJSON());
      },
    );
  };
  const { tls } = options;
  const server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    port,
    url: `${tls === undefined ? "http" : "https"}://${host}`,
    counts: () => structuredClone(bench.account.counts),
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Bench {
  options: ModelServerOptions;
  account: Account;
  /** Heads of the pictures made here, by the hash of their bytes. */
  heads: Map<string, HeadBox[]>;
  /** Times of each model's admitted requests within the last window. */
  recent: Map<string, number[]>;
}

async function handle(bench: Bench, req: IncomingMessage): Promise<unknown> {
  if (req.method === "GET" && req.url === "/counts") return bench.account.counts;
  if (req.method === "POST" && req.url === TOKEN_PATH) return LOCAL_TOKEN;
  bench.account.counts.requests += 1;
  const call = bench.account.counts.requests;
  const route = routeOf(req.method ?? "", req.url ?? "");
  bench.account.receive(route.model, performance.now(), windowOf(bench));
  checkHeaders(req.headers, route.service);
  const offer = bench.options.offers.find(({ id }) => id === route.model);
  if (offer?.method !== route.method) {
    throw new GoogleError(
      "NOT_FOUND",
      `models/${route.model} is not found, or does not support ${route.method}.`,
    );
  }
  const body = parseJson(await readText(req));
  admit(bench, route.model);
  const profile = bench.options.profile ?? PROFILES.instant;
  const fate = fateOf(profile, offer.kind, bench.options.seed ?? 0, call);
  await wait(fate.waitMs);
  if (fate.fault === "busy") throw new GoogleError("RESOURCE_EXHAUSTED", "Resource has been exhausted.", 1);
  if (fate.fault === "unavailable") throw new GoogleError("UNAVAILABLE", "The model is overloaded.");
  const asked: Asked = { offer, route, refused: fate.fault === "refused" };
  return route.method === "predict" ? predict(bench, asked, body) : generate(bench, asked, body);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new GoogleError("INVALID_ARGUMENT", `Invalid JSON payload received. ${error}`);
  }
}

const windowOf = ({ options }: Bench) => options.windowMs ?? MINUTE_MS;

/** The quota: a sliding window for each model. */
function admit(bench: Bench, model: string): void {
  const { options, recent } = bench;
  if (options.requestsPerMinute === undefined) return;
  const now = performance.now();
  const windowMs = windowOf(bench);
  const within = (recent.get(model) ?? []).filter((at) => now - at < windowMs);
  recent.set(model, within);
  const [oldest] = within;
  if (within.length >= options.requestsPerMinute && oldest !== undefined) {
    const seconds = Math.ceil((windowMs - (now - oldest)) / 1_000);
    throw new GoogleError(
      "RESOURCE_EXHAUSTED",
      `Quota exceeded for requests per minute of ${model}.`,
      seconds,
    );
  }
  within.push(now);
}

interface Asked {
  offer: Offer;
  route: Route;
  refused: boolean;
}

async function generate(bench: Bench, { offer, route, refused }: Asked, body: unknown): Promise<unknown> {
  const parsed = GenerateContentSchema.safeParse(body);
  if (!parsed.success) throw refusalOf(parsed.error);
  const request = parsed.data;
  checkRequest(request, offer, route);
  const parts = [
    ...(request.systemInstruction?.parts ?? []),
    ...request.contents.flatMap(({ parts }) => parts),
  ];
  const texts = parts.flatMap(({ text }) => text ?? []);
  const pictures = parts.flatMap(({ inlineData }) => inlineData?.data ?? []);
  const inputTokens = tokensOf(texts.join("\n")) + pictures.length * IMAGE_INPUT_TOKENS;
  const size = request.generationConfig?.imageConfig?.imageSize ?? "1K";
  const finish = (outputTokens: number, images: number, outcome: Record<string, unknown>) => {
    bench.account.charge(offer, { inputTokens, outputTokens, images, size });
    const imageTokens = images * (offer.imageTokens[size] ?? 0);
    return {
      ...outcome,
      usageMetadata: {
        promptTokenCount: inputTokens,
        candidatesTokenCount: outputTokens + imageTokens,
        totalTokenCount: inputTokens + outputTokens + imageTokens,
        promptTokensDetails: [{ modality: "TEXT", tokenCount: inputTokens }],
        candidatesTokensDetails: [
          ...(outputTokens > 0 ? [{ modality: "TEXT", tokenCount: outputTokens }] : []),
          ...(imageTokens > 0 ? [{ modality: "IMAGE", tokenCount: imageTokens }] : []),
        ],
      },
      modelVersion: offer.id,
      responseId: hashOf(JSON.stringify(body)).slice(0, 22),
    };
  };
  if (refused) return finish(0, 0, { promptFeedback: { blockReason: "PROHIBITED_CONTENT" } });
  if (offer.kind === "image") {
    const made = await makePicture({
      hash: hashOf(JSON.stringify([texts, request.generationConfig])),
      aspectRatio: request.generationConfig?.imageConfig?.aspectRatio ?? "1:1",
      size,
      heads: Math.min(4, pictures.length),
      mimeType: "image/png",
    });
    remember(bench, made.bytes, made.heads);
    const inlineData = { mimeType: "image/png", data: made.bytes.toString("base64") };
    return finish(0, 1, candidate([{ inlineData }]));
  }
  const text = await write(bench, request, { model: offer.id, texts, pictures });
  return finish(tokensOf(text), 0, candidate([{ text }]));
}

const candidate = (parts: unknown[]) => ({
  candidates: [{ content: { role: "model", parts }, finishReason: "STOP", index: 0 }],
});

/** What the schema of fields alone does not say. */
function checkRequest(request: GenerateContent, offer: Offer, route: Route): void {
  const config = request.generationConfig ?? {};
  const invalid = (message: string) => new GoogleError("INVALID_ARGUMENT", message);
  if (route.service === "vertex" && request.contents.some(({ role }) => role === undefined)) {
    throw invalid("Please use a valid role: user, model.");
  }
  if (request.contents.at(-1)?.role === "model") throw invalid("The last content must be the user's.");
  const schemas = [config.responseSchema, config.responseJsonSchema].filter((one) => one !== undefined);
  if (schemas.length > 1) throw invalid("responseSchema and responseJsonSchema exclude each other.");
  if (schemas.length > 0 && config.responseMimeType !== "application/json") {
    throw invalid("A response schema needs responseMimeType application/json.");
  }
  const wantsImage = config.responseModalities?.includes("IMAGE") === true;
  if (wantsImage !== (offer.kind === "image")) {
    throw invalid(`${offer.id} does not support the requested response modalities.`);
  }
  if (config.imageConfig !== undefined && offer.kind !== "image") {
    throw invalid(`${offer.id} does not support imageConfig.`);
  }
  const size = config.imageConfig?.imageSize;
  if (size !== undefined && offer.imageTokens[size] === undefined) {
    throw invalid(`${offer.id} does not make images of size ${size}.`);
  }
}

async function write(
  { options, heads }: Bench,
  request: GenerateContent,
  { model, texts, pictures }: { model: string; texts: string[]; pictures: string[] },
): Promise<string> {
  const { responseJsonSchema, responseSchema } = request.generationConfig ?? {};
  const schema = responseJsonSchema ?? (responseSchema && jsonSchemaOf(responseSchema));
  const question: Question = {
    model,
    texts,
    pictures: pictures.map((data) => ({ heads: heads.get(hashOf(Buffer.from(data, "base64"))) ?? [] })),
    schema,
  };
  const known = await options.answer?.(question);
  if (schema === undefined) return typeof known === "string" ? known : "OK";
  const value = known === undefined ? sample(schema) : cutTo(schema, known);
  const fault = misfit(schema, value);
  if (fault !== undefined) throw new Error(`the prepared answer does not fit the schema: ${fault}`);
  return JSON.stringify(value);
}

async function predict(bench: Bench, { offer, refused }: Asked, body: unknown): Promise<unknown> {
  const parsed = PredictSchema.safeParse(body);
  if (!parsed.success) throw refusalOf(parsed.error);
  const { instances, parameters = {} } = parsed.data;
  const prompt = instances[0]?.prompt ?? "";
  const size = parameters.sampleImageSize ?? "1K";
  if (refused) {
    const raiFilteredReason = "Unable to show generated images. Support codes: 56562880";
    return { predictions: parameters.includeRaiReason === true ? [{ raiFilteredReason }] : [] };
  }
  const count = parameters.sampleCount ?? 4;
  const mimeType = parameters.outputOptions?.mimeType ?? "image/png";
  const predictions = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const hash = hashOf(`${prompt}\n${JSON.stringify(parameters)}\n${index}`);
      const aspectRatio = parameters.aspectRatio ?? "1:1";
      const made = await makePicture({ hash, aspectRatio, size, heads: 1, mimeType });
      remember(bench, made.bytes, made.heads);
      return { mimeType, bytesBase64Encoded: made.bytes.toString("base64"), prompt };
    }),
  );
  bench.account.charge(offer, { inputTokens: 0, outputTokens: 0, images: count, size });
  return { predictions };
}

function remember({ heads }: Bench, bytes: Buffer, boxes: HeadBox[]): void {
  heads.set(hashOf(bytes), boxes);
  if (heads.size > KEPT_PICTURES) heads.delete(heads.keys().next().value ?? "");
}

const hashOf = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");

function send(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { "content-type": "application/json; charset=UTF-8" });
  res.end(JSON.stringify(body));
}
