// Every route of the OpenAPI document, requested by the owner, by another user, without a token, and with the owner's token after it
// expired or was revoked. New routes are included automatically.

import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { httpFunctionOf } from "../topology.ts";
import { createHealthApi } from "./health-app.ts";
import type { Api } from "./identity.ts";
import { OPERATE_PATH } from "./operators.ts";
import { ask, sampleIdentity } from "./sample-identity.ts";
import { type ApiDocument, ApiDocumentSchema, type Operation, operationsOf } from "./sample-requests.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";

/** Public routes. A new public route must be added here too. */
const FOR_EVERYBODY = [
  "GET /.well-known/jwks.json",
  "GET /api/v1/auth/ways",
  "GET /api/v1/capabilities",
  "GET /api/v1/manga/public",
  "GET /api/v1/manga/shared/{token}",
  "GET /api/v1/manga/shared/{token}/files/{format}",
  "GET /api/v1/manga/shared/{token}/reader.json",
  "GET /api/v1/manga/shared/{token}/renditions/{picture}",
  "GET /api/v1/oembed",
  "GET /api/v1/vocabulary",
  "GET /health",
  "GET /health/detailed",
  "GET /health/live",
  "GET /health/ready",
  "POST /api/v1/auth/exchange",
  "POST /api/v1/auth/google",
  "POST /api/v1/auth/guest",
  "POST /api/v1/auth/login",
  "POST /api/v1/auth/logout",
  "POST /api/v1/auth/refresh",
  "POST /api/v1/auth/register",
  "POST /api/v1/manga/reports",
];

let operations: Operation[];
let described: ApiDocument;
let sessionId: string;
let ownerId: string;
let tokens: Record<"owner" | "other" | "operator" | "anonymous" | "expired" | "revoked", string | undefined>;
let request: (operation: Operation, token: string | undefined) => Promise<{ status: number; text: string }>;
let stateOfSession: () => Promise<string>;

beforeAll(async () => {
  const identity = await sampleIdentity({ loopbackFactor: 1_000_000 });
  const service = sampleService(undefined, identity.gate);
  const health = createHealthApi({
    gate: identity.gate,
    dependencies: [],
    models: () => [],
    cacheFigures: async () => null,
    clock: () => identity.time.now,
  });
  const own = () => identity.signIn.guest("the owner's key, which nobody guesses");
  const startedAt = identity.time.now;
  identity.time.now = startedAt - 2 * 3_600_000;
  const expired = await own();
  identity.time.now = startedAt;
  const revoked = await own();
  await identity.signIn.logout(revoked.refreshToken);
  const owner = await own();
  ownerId = owner.ownerId;
  expect([expired.ownerId, revoked.ownerId]).toEqual([ownerId, ownerId]);
  const operator = await identity.signIn.guest(undefined);
  await identity.users.setOperator(operator.ownerId, true);
  tokens = {
    operator: operator.accessToken,
    owner: owner.accessToken,
    other: (await identity.signIn.guest(undefined)).accessToken,
    anonymous: undefined,
    expired: expired.accessToken,
    revoked: revoked.accessToken,
  };

  const apps: Record<string, Api> = { auth: identity.app, health };
  request = async ({ method, path, body }, token) => {
    const app = apps[httpFunctionOf(path)];
    if (app !== undefined) {
      const response = await ask(app, method, path, { token, body });
      return { status: response.status, text: await response.text() };
    }
    const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const response = await service.send(method, path, body, { as: null, headers });
    return { status: response.status, text: await response.text() };
  };

  const body = { text: SAMPLE_STORY, pages: 1, formats: ["pdf"] };
  const headers = { authorization: `Bearer ${tokens.owner}` };
  const started = await service.send("POST", "/api/v1/manga/generate", body, { as: null, headers });
  sessionId = z.object({ sessionId: z.string() }).parse(await started.json()).sessionId;
  await service.deliver();
  const openApi = await service.send("GET", "/openapi.json", undefined, { as: null });
  described = ApiDocumentSchema.parse(await openApi.json());
  operations = operationsOf(described, sessionId);
  stateOfSession = async () =>
    JSON.stringify([await service.schedule(sessionId), service.projector.sessions.get(sessionId)]);
});

/** Needs a token, and no role. */
const isOfPeople = ({ isForEverybody, path }: Operation) =>
  !isForEverybody && !path.startsWith(`${OPERATE_PATH}/`);
const refused = ["anonymous", "expired", "revoked"] as const;

describe("the matrix of routes and callers", () => {
  it("has every route, and only the listed ones are public", () => {
    expect(operations.length).toBeGreaterThan(35);
    const open = operations.filter(({ isForEverybody }) => isForEverybody).map(({ name }) => name);
    expect(open.sort()).toEqual(FOR_EVERYBODY);
    const silent = operations.filter(({ isForEverybody, name }) => {
      const [method = "", path = ""] = name.split(" ");
      return !isForEverybody && !("401" in (described.paths[path]?.[method.toLowerCase()]?.responses ?? {}));
    });
    expect(silent).toEqual([]);
  });

  it("gives other users no data, and changes nothing for them", async () => {
    const before = await stateOfSession();
    const wrong: string[] = [];
    for (const operation of operations.filter(isOfPeople)) {
      for (const asker of refused) {
        const { status, text } = await request(operation, tokens[asker]);
        if (status !== 401) wrong.push(`${asker}: ${operation.name}: ${status} ${text}`);
      }
      const { status, text } = await request(operation, tokens.other);
      const isRight = operation.isOfSession
        ? status === 404 && text.includes('"session-not-found"')
        : ![401, 403, 404, 429].includes(status) && status < 500;
      if (!isRight || text.includes(ownerId)) wrong.push(`other: ${operation.name}: ${status} ${text}`);
      if (!operation.isOfSession && text.includes(`"${sessionId}"`))
        wrong.push(`other sees: ${operation.name}`);
    }
    expect(wrong).toEqual([]);
    expect(await stateOfSession()).toBe(before);
  });

  it("answers every caller alike on public routes", async () => {
    const wrong: string[] = [];
    for (const operation of operations.filter(({ isForEverybody }) => isForEverybody)) {
      // The second registration of an account gets the first one's conflict.
      if (operation.name.endsWith("/register")) await request(operation, undefined);
      const statuses = [];
      for (const token of Object.values(tokens)) statuses.push((await request(operation, token)).status);
      if (new Set(statuses).size !== 1 || statuses.some((status) => status >= 500)) {
        wrong.push(`${operation.name}: ${statuses}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("answers operators' routes only to operators, and to everybody else like a missing route", async () => {
    const wrong: string[] = [];
    const ofOperators = operations.filter(({ path }) => path.startsWith(`${OPERATE_PATH}/`));
    expect(ofOperators.length).toBeGreaterThan(0);
    for (const operation of ofOperators) {
      for (const asker of ["owner", "other", ...refused] as const) {
        for (const path of [operation.path, `${OPERATE_PATH}/nothing`]) {
          const { status, text } = await request({ ...operation, path }, tokens[asker]);
          const { code, detail } = JSON.parse(text);
          const isRight =
            status === 404 &&
            code === "no-such-route" &&
            detail === `There is no ${operation.method} ${path}.`;
          if (!isRight) wrong.push(`${asker}: ${operation.name}: ${status} ${text}`);
        }
        const other = await request({ ...operation, method: "PUT" }, tokens[asker]);
        if (other.status !== 404) wrong.push(`${asker}: PUT ${operation.path}: ${other.status}`);
      }
      const { status, text } = await request(operation, tokens.operator);
      const isRight = (status >= 200 && status < 300) || [409, 422].includes(status);
      if (!isRight) wrong.push(`operator: ${operation.name}: ${status} ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  it("lets the owner use every route", async () => {
    const wrong: string[] = [];
    for (const operation of operations.filter(isOfPeople)) {
      const { status, text } = await request(operation, tokens.owner);
      const isRight = (status >= 200 && status < 300) || status === 409 || status === 422;
      if (!isRight) wrong.push(`${operation.name}: ${status} ${text}`);
    }
    expect(wrong).toEqual([]);
  });
});
