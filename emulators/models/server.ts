// A simulation of Google's generative models: the paths of the Gemini API and Vertex AI, `generateContent` and Imagen's `predict`. It
// refuses all that Google is known to refuse, answers deterministically, and counts charges.
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { text as readText } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { loopbackOnly } from "../loopback-only.ts";
import type { RunningService } from "../service.ts";
import { Account, type Counts, type Offer } from "./account.ts";
import { Batches, type BatchOptions, type BatchRoute, batchRouteOf } from "./batches.ts";
import { LOCAL_TOKEN, TOKEN_PATH } from "./credentials.ts";
import { type Answerer, generate, readGenerate, type Studio } from "./generate.ts";
import { GoogleError, invalid } from "./google-error.ts";
import type { PictureFault, PictureSide } from "./picture.ts";
import type { PlantOptions } from "./planted.ts";
import { predict, readPredict } from "./predict.ts";
import { type CallOutcome, outcomeOf, PROFILES, type Profile } from "./profile.ts";
import { exhausted, Quota, type QuotaOptions } from "./quota.ts";
import { checkHeaders, offerFor, type Route, routeOf } from "./routes.ts";
import type { GenerateContent } from "./wire.ts";

export interface ModelServerOptions extends QuotaOptions, BatchOptions {
  /** The models of one day. Those that were retired by then are marked. */
  offers: readonly Offer[];
  /** Enables Imagen. Default: its models answer 404. */
  imagen?: boolean;
  answer?: Answerer;
  /** Called for each accepted `generateContent`. */
  onAsked?: (model: string, request: GenerateContent) => void;
  profile?: Profile;
  /** A defect of every picture. */
  pictures?: PictureFault;
  /** Faults that are planted in the content of pictures. Default: none. */
  planted?: PlantOptions;
  /** Pixels of a 1K picture's side. Default: 1,024. */
  side?: PictureSide;
  /** Factor of all times: latencies and retry delays. Default: 1. */
  timeFactor?: number;
  /** Seed that decides which calls fail and which subjects are refused. */
  seed?: number;
  /** 0, the default, takes a free one. */
  port?: number;
  /** Serves HTTPS, as Vertex AI's older client insists on. PEM. */
  tls?: { key: string; cert: string };
}

export interface ModelServer extends RunningService {
  url: string;
  counts(): Counts;
}

/** Google's retry delay after a 429. */
const RETRY_MS = 8_000;

/** Starts the server. `GET /counts` returns the requests and charges so far. */
export async function startModelServer(options: ModelServerOptions): Promise<ModelServer> {
  const { profile = PROFILES.instant, seed = 0, answer } = options;
  const bench: Bench = {
    ...{
      options,
      profile,
      seed,
      answer,
      pictures: options.pictures,
      account: new Account(),
      made: new Map(),
      ...{ planted: options.planted, side: options.side },
    },
    quota: new Quota(options),
    batches: new Batches(options),
  };
  const counts = () => ({ ...structuredClone(bench.account.counts), batches: { ...bench.batches.created } });
  const serve = (req: IncomingMessage, res: ServerResponse) => {
    handle(bench, req).then(
      (body) => send(res, 200, body),
      (thrown: unknown) => {
        const error =
          thrown instanceof GoogleError ? thrown : new GoogleError("INTERNAL", `Internal error: ${thrown}`);
        bench.account.refuse(error.status);
        send(res, error.code, error.toJSON());
      },
    );
  };
  const { tls } = options;
  const server = loopbackOnly(tls === undefined ? createServer(serve) : createTlsServer(tls, serve));
  // The timeout of Google's front ends. With Node's default of 5 s a connection could close at the moment at which the client sends its next
  // call.
  server.keepAliveTimeout = 240_000;
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const host = `127.0.0.1:${port}`;
  return {
    host,
    port,
    url: `${tls === undefined ? "http" : "https"}://${host}`,
    counts,
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Bench extends Studio {
  options: ModelServerOptions;
  quota: Quota;
  batches: Batches;
}

async function handle(bench: Bench, req: IncomingMessage): Promise<unknown> {
  const { account, options, quota } = bench;
  if (req.method === "GET" && req.url === "/counts") {
    return { ...account.counts, batches: bench.batches.created };
  }
  if (req.method === "POST" && req.url === TOKEN_PATH) return LOCAL_TOKEN;
  account.counts.requests += 1;
  const call = account.counts.requests;
  const batched = batchRouteOf(req.method ?? "", req.url ?? "");
  if (batched !== undefined) return handleBatch(bench, batched, req);
  const route = routeOf(req.method ?? "", req.url ?? "");
  account.receive(route.model, performance.now(), quota.windowMs);
  checkHeaders(req.headers, route.service);
  const offer = offerFor(route, { offers: options.offers, imagen: options.imagen === true });
  const body = parseJson(await readText(req));
  const answer = answererOf(bench, { offer, route, body });
  quota.admit(route, offer.kind, performance.now());
  const outcome = outcomeOf(bench.profile, offer.kind, bench.seed, call);
  const factor = options.timeFactor ?? 1;
  if (outcome.waitMs > 0) await wait(outcome.waitMs * factor);
  fail(outcome, route, RETRY_MS * factor);
  return answer();
}

async function handleBatch(bench: Bench, asked: BatchRoute, req: IncomingMessage): Promise<unknown> {
  const { batches, options } = bench;
  checkHeaders(req.headers, "gemini");
  switch (asked.kind) {
    case "create": {
      const { route } = asked;
      const offer = offerFor(route, { offers: options.offers, imagen: false });
      return batches.create({
        ...{ text: await readText(req), offer },
        check(body) {
          const request = readGenerate(body, offer, route);
          // Batches have their own request numbers.
          if (request.serviceTier !== undefined) throw invalid("service_tier is not supported in a batch.");
          return () => generate(bench, { offer, route, request, isBatched: true });
        },
      });
    }
    case "list":
      return batches.list(asked.query);
    case "get":
      return batches.get(asked.id);
    case "cancel":
      return batches.cancel(asked.id);
    case "delete":
      return batches.delete(asked.id);
  }
}

/** Refuses an invalid request before it counts against a quota. */
function answererOf(
  bench: Bench,
  asked: { offer: Offer; route: Route; body: unknown },
): () => Promise<unknown> {
  const { offer, route, body } = asked;
  if (route.method === "predict") {
    const request = readPredict(body, offer);
    return () => predict(bench, offer, request);
  }
  const request = readGenerate(body, offer, route);
  bench.options.onAsked?.(offer.id, request);
  return () => generate(bench, { offer, route, request });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new GoogleError("INVALID_ARGUMENT", `Invalid JSON payload received. ${error}`);
  }
}

function fail({ fault }: CallOutcome, { service, model }: Route, retryMs: number): void {
  if (fault === "unavailable") {
    throw new GoogleError(
      "UNAVAILABLE",
      "This model is currently experiencing high demand. Spikes in demand are usually temporary. Please try again later.",
    );
  }
  if (fault !== "busy") return;
  // Vertex AI has a dynamic shared quota: its error names no quota and no delay.
  if (service === "vertex") {
    throw new GoogleError(
      "RESOURCE_EXHAUSTED",
      "Resource exhausted. Please try again later. Please refer to https://cloud.google.com/vertex-ai/generative-ai/docs/error-code-429 for more details.",
    );
  }
  throw exhausted({ service, model, per: "Minute", limit: 10, retryMs });
}

function send(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { "content-type": "application/json; charset=UTF-8" });
  res.end(JSON.stringify(body));
}
