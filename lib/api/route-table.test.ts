// The route table that the checks in front of the routes use, and that undescribed routes are closed.
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { createBaseApp, type Gate } from "./base-app.ts";
import { TokenRefusedError } from "./identity.ts";
import { memoryLimiter } from "./memory-limiter.ts";
import { apiRoute, FOR_EVERYBODY, json } from "./route-parts.ts";
import { routeTable } from "./route-table.ts";
import { ask } from "./sample-identity.ts";

const gate: Gate = {
  authenticate: async (token) => {
    if (token !== "good") throw new TokenRefusedError("invalid", "no");
    return { ownerId: "mina", owners: ["mina"], familyId: "f" };
  },
  isOperator: async () => false,
  limiter: memoryLimiter(Date.now),
  limits: { trustedProxies: 1, loopbackFactor: 1_000 },
  allowedOrigins: [],
  onError: () => {},
  ...{ audit: () => {}, way: "manga" },
};
const answer = json(z.object({ from: z.string() }), "From where.");
const get = (path: string, isOpen: boolean) =>
  apiRoute({
    method: "get",
    path,
    ...(isOpen ? { security: FOR_EVERYBODY } : {}),
    responses: { 200: answer },
  });

function sampleApp() {
  const { app } = createBaseApp(gate);
  app.openapi(get("/api/v1/things/open", true), (context) => context.json({ from: "open" }, 200));
  app.openapi(get("/api/v1/things/{id}", false), (context) => context.json({ from: "closed" }, 200));
  app.openapi(get("/api/v1/a.c", true), (context) => context.json({ from: "dot" }, 200));
  // Routes without a description.
  app.post("/api/v1/things/open", (context) => context.text("undescribed"));
  app.get("/api/v1/hidden", (context) => context.text("undescribed"));
  app.get("/page", (context) => context.text("page"));
  return app;
}

const statusOf = async (method: string, path: string, token?: string) =>
  (await ask(sampleApp(), method, path, { token })).status;

describe("a route", () => {
  it("is public only if its own description says so", async () => {
    expect(await statusOf("GET", "/api/v1/things/open")).toBe(200);
    expect(await statusOf("HEAD", "/api/v1/things/open")).toBe(200);
    expect(await statusOf("GET", "/api/v1/things/7")).toBe(401);
    expect(await statusOf("GET", "/api/v1/things/7", "good")).toBe(200);
    expect(await statusOf("GET", "/page")).toBe(200);
  });

  it("without a description is closed below /api, and an undescribed method is not allowed", async () => {
    expect(await statusOf("GET", "/api/v1/hidden")).toBe(401);
    expect(await statusOf("POST", "/api/v1/things/open")).toBe(405);
    expect(await statusOf("POST", "/api/v1/things/open", "good")).toBe(405);
    expect(await statusOf("GET", "/api/v1/nothing", "good")).toBe(404);
  });

  it.each([
    "/api/v1/things/open/",
    "/api//v1/things/open",
    "/api/v1/things/open%2F..%2F7",
    "/api/v1/things/%6Fpen%00",
    "/api/v1/things/OPEN",
    "/api/v1/abc",
    "/api/v1/things/open;x=1",
  ])("is not reached by a path that only looks like it: %s", async (path) => {
    expect([401, 404]).toContain(await statusOf("GET", path));
  });

  it("is found by its method and path, HEAD as GET", () => {
    const table = routeTable(sampleApp());
    expect(table.all).toHaveLength(3);
    expect(table.find("HEAD", "/api/v1/things/7")).toMatchObject({ path: "/api/v1/things/{id}" });
    expect(table.find("GET", "/api/v1/things/open")).toMatchObject({ isForEverybody: true });
    expect(table.find("GET", "/api/v1/things/a/b")).toBeUndefined();
    expect(table.methodsOf("/api/v1/a.c")).toEqual(["GET", "HEAD"]);
    expect(table.methodsOf("/api/v1/abc")).toEqual([]);
  });
});
