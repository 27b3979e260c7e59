// Random requests to every route, valid and broken, through our own server: no answer may be a 500, and every answer must be described in
// the OpenAPI document. Settings: `FUZZ_REQUESTS=10000` (number), `FUZZ_SEED`, `FUZZ_STORY_CHARACTERS` (length of hostile stories).
import { createServer, request as httpRequest, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, expect, it } from "vitest";
import { httpFunctionOf } from "../topology.ts";
import { frontServer } from "./front-server.ts";
import { type FuzzRequest, type FuzzSource, fuzzSource } from "./fuzz-requests.ts";
import { hostileStory } from "./fuzz-stories.ts";
import { type Chance, chanceOf } from "./fuzz-values.ts";
import { createHealthApi } from "./health-app.ts";
import type { Api } from "./identity.ts";
import { modelSetsHealth } from "./model-sets-health.ts";
import { newGuest, sampleIdentity } from "./sample-identity.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

const { FUZZ_REQUESTS = "400", FUZZ_SEED = "20261124", FUZZ_STORY_CHARACTERS = "300" } = process.env;

interface Answer {
  status: number;
  contentType: string;
  text: string;
}

const servers = new Map<string, Server>();
const sessionIds: string[] = [];
const cursors: string[] = [];
const shareTokens: string[] = [];
const refreshTokens: string[] = [];
const errors: unknown[] = [];
/** Access tokens; the first one is valid. */
let tokens: string[];
let signInAgain: () => Promise<void>;
/** Restores the first two sessions to their saved state. */
let restoreSessions: () => Promise<void>;
let source: FuzzSource;
let document: unknown;

beforeAll(async () => {
  const identity = await sampleIdentity({
    loopbackFactor: 1_000_000,
    // The books that the other requests need stay.
    deleteAccount: async () => true,
  });
  const service = sampleService(undefined, {
    ...identity.gate,
    isOperator: async () => true,
    onError: (error) => errors.push(error),
  });
  const health = createHealthApi({
    gate: identity.gate,
    dependencies: [{ name: "store", isOptional: false, check: async () => undefined }],
    models: () => modelSetsHealth("2026-11-24"),
    cacheFigures: async () => null,
    clock: Date.now,
  });
  const apps: Record<string, Api> = { manga: service.app, auth: identity.app, health };
  for (const [name, app] of Object.entries(apps)) {
    const server = frontServer(createServer(getRequestListener(app.fetch)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    servers.set(name, server);
  }
  const signIn = () => identity.signIn.guest("k".repeat(43));
  const [me, other] = [await signIn(), await newGuest(identity)];
  tokens = [me.accessToken, other.accessToken, me.refreshToken, "a.b.c", `${me.accessToken}x`];
  refreshTokens.push(other.refreshToken);
  signInAgain = async () => {
    tokens[0] = (await signIn()).accessToken;
  };
  const start = async (extra: Record<string, unknown>) => {
    const headers = { authorization: `Bearer ${me.accessToken}`, "content-type": "application/json" };
    const body = JSON.stringify({ text: SAMPLE_STORY, pages: 1, ...extra });
    const answer = await send({ method: "POST", target: "/api/v1/manga/generate", headers, body });
    const { sessionId } = JSON.parse(answer.text) as { sessionId: string };
    sessionIds.push(sessionId);
    return sessionId;
  };
  // One session is finished, one waits at a gate, one has just begun.
  const finished = await start({});
  await start({ review: ["concept"] });
  await service.deliver();
  const opened = await send({
    ...{ method: "PATCH", target: `/api/v1/manga/sessions/${finished}`, body: '{"visibility":"public"}' },
    headers: { authorization: `Bearer ${me.accessToken}`, "content-type": "application/json" },
  });
  restoreSessions = await saveSessions(service, sessionIds.slice(0, 2));
  shareTokens.push((JSON.parse(opened.text) as { shareToken: string }).shareToken);
  await start({});
  document = JSON.parse(
    (await send({ method: "GET", target: "/openapi.json", headers: {}, body: undefined })).text,
  );
  source = fuzzSource(document, { chance: chanceOf(Number(FUZZ_SEED)), known, tokens: () => tokens });
});

afterAll(() => {
  for (const server of servers.values()) {
    server.closeAllConnections();
    server.close();
  }
});

/** Saves the state of some sessions and returns a function that restores it. */
async function saveSessions(
  { services, projector }: ReturnType<typeof sampleService>,
  ids: readonly string[],
): Promise<() => Promise<void>> {
  const known = await Promise.all(
    ids.map(async (id) => ({
      schedule: await services.schedules.read(id),
      shown: projector.sessions.get(id),
    })),
  );
  return async () => {
    for (const { schedule, shown } of known) {
      if (schedule === undefined || shown === undefined) throw new Error("a session is missing");
      await services.schedules.update(schedule.sessionId, undefined, () => ({ schedule, value: undefined }));
      projector.sessions.set(schedule.sessionId, shown);
    }
  };
}

/** Existing ids and tokens, and a story. */
function known(name: string, chance: Chance): unknown {
  switch (name) {
    case "sessionId":
      // The first two sessions are kept, because they have progressed furthest.
      return chance.happens(0.6) ? sessionIds[chance.below(2)] : chance.pick(sessionIds);
    case "cursor":
      return cursors.length === 0 ? undefined : chance.pick(cursors);
    case "token":
      return chance.pick(shareTokens);
    case "refreshToken":
      return chance.pick(refreshTokens);
    case "text":
      return chance.happens(0.3)
        ? hostileStory(chance, Number(FUZZ_STORY_CHARACTERS))
        : SAMPLE_STORY.slice(0, 40);
    case "panelId":
    case "panel":
      return "k1";
    case "balloonId":
      return chance.pick(["k1.w1", "k2.w1", "k1/w1"]);
    case "page":
    case "revision":
      return 1;
    case "models":
      return "offline";
    case "colorMode":
      return chance.pick(["monochrome", "color"]);
    case "language":
      return "ja";
    case "webhookUrl":
      return "https://hooks.example/x";
    default:
      return undefined;
  }
}

function send({ method, target, headers, body }: Omit<FuzzRequest, "route">): Promise<Answer> {
  const address = servers.get(httpFunctionOf(target))?.address() ?? null;
  if (address === null || typeof address === "string") throw new Error(`nobody answers ${target}`);
  const { port } = address;
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: "127.0.0.1", port, method, path: target, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        const contentType = (answer.headers["content-type"] ?? "").split(";")[0] ?? "";
        resolve({ status: answer.statusCode ?? 0, contentType, text });
      });
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

it(`answers ${FUZZ_REQUESTS} random requests as its document says, and none with 500`, {
  timeout: 1_800_000,
}, async () => {
  const judge = judgeOf(document);
  const asked = new Set<string>();
  const succeeded = new Set<string>();
  for (let count = 0; count < Number(FUZZ_REQUESTS); count += 1) {
    if (count % 25 === 0) await restoreSessions();
    const request = source.next();
    const { method, route } = request;
    // Deletions go to later sessions or to missing ones, so that the first two are kept.
    const spared = method === "DELETE" && sessionIds.slice(0, 2).find((id) => request.target.includes(id));
    const target = spared ? request.target.replaceAll(spared, sessionIds[2] ?? "missing") : request.target;
    const answer = await send({ ...request, target });
    const said = `${method} ${target.slice(0, 300)} ${request.body?.slice(0, 300) ?? ""} → ${answer.status} ${answer.text.slice(0, 300)}`;
    // oEmbed requires this status for a format that is not offered (https://oembed.com, 2.3.4.2); `judge` checks it against the document.
    const isUnofferedFormat = answer.status === 501 && route.path.endsWith("/oembed");
    if (!isUnofferedFormat) expect(answer.status, said).toBeLessThan(500);
    expect(judge(request, answer), said).toEqual([]);
    remember(answer);
    // Logging out is among the random routes.
    if (answer.status === 401) await signInAgain();
    if (answer.status < 300) succeeded.add(`${route.method} ${route.path}`);
    asked.add(`${route.method} ${route.path}`);
  }
  expect(errors).toEqual([]);
  expect(asked.size).toBe(source.routes.length);
  // If most requests were refused by authentication, the routes behind it would not be tested.
  expect(succeeded.size).toBeGreaterThan(source.routes.length / 2);
});

/** Stores ids and tokens from an answer for later requests. */
function remember({ status, contentType, text }: Answer): void {
  if (status >= 300 || text === "" || !isJson(contentType)) return;
  const { sessionId, next, shareToken, refreshToken } = JSON.parse(text) as Record<string, unknown>;
  if (typeof sessionId === "string" && !sessionIds.includes(sessionId)) sessionIds.push(sessionId);
  if (typeof next === "string") cursors.push(next);
  if (typeof shareToken === "string") shareTokens.push(shareToken);
  if (typeof refreshToken === "string") refreshTokens.push(refreshToken);
}

/** Lists how an answer differs from the OpenAPI document; empty if it conforms. */
function judgeOf(openApi: unknown): (request: FuzzRequest, answer: Answer) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...(openApi as object), $id: "openapi" });
  const pointer = (part: string) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
  const schemaAt = (...parts: string[]) => ajv.getSchema(`openapi#/${parts.map(pointer).join("/")}`);
  const problem = schemaAt("components", "schemas", "Problem");

  return ({ route, method, target }, { status, contentType, text }) => {
    // Normalised as servers do it: `..` changes the path.
    const { pathname } = new URL(target, "http://localhost");
    const isDescribed = method === route.method && patternOf(route.path).test(pathname);
    if (!isDescribed) {
      // A broken method or path may hit another route. An error must be a problem document in any case.
      if (status < 400) return [];
      return isValid(problem, text) && contentType === "application/problem+json"
        ? []
        : [`no problem: ${text}`];
    }
    const response = route.responses[String(status)];
    if (response === undefined) return [`${status} is not described`];
    if (response.content === undefined) return text === "" ? [] : ["a body is not described"];
    if (response.content[contentType] === undefined) return [`${contentType} is not described`];
    const place = [
      "paths",
      route.path,
      method.toLowerCase(),
      "responses",
      String(status),
      "content",
      contentType,
    ];
    const check = schemaAt(...place, "schema");
    if (check === undefined) return ["there is no schema"];
    return check(isJson(contentType) ? JSON.parse(text) : text)
      ? []
      : (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

/** A zip of a book's files is not parsed. */
const isJson = (contentType: string): boolean => /[/+]json$/.test(contentType);

function isValid(check: ReturnType<Ajv2020["getSchema"]>, text: string): boolean {
  return check?.(JSON.parse(text)) === true;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{[^}]+\}/g, "[^/]+")}$`);
}
