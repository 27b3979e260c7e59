// Which origins may call the API, and the security headers of every answer.
import { beforeAll, describe, expect, it } from "vitest";
import { openApiDocument } from "./openapi-document.ts";
import { ProblemSchema } from "./problems.ts";
import { ask, sampleIdentity } from "./sample-identity.ts";
import { sampleService } from "./sample-service.ts";

let identity: Awaited<ReturnType<typeof sampleIdentity>>;
beforeAll(async () => {
  identity = await sampleIdentity();
});

const preflight = (origin: string) =>
  ask(identity.app, "OPTIONS", "/api/v1/auth/guest", {
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    },
  });

describe("a page of another origin", () => {
  it("may call if its origin is on the list, and caches the preflight for two hours", async () => {
    const response = await preflight("https://studio.example");
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": "https://studio.example",
      "access-control-allow-methods": "GET, HEAD, POST, PATCH, DELETE",
      "access-control-max-age": "7200",
      vary: "origin",
    });
    expect(response.headers.get("access-control-allow-headers")).toContain("authorization");
    expect(response.headers.has("access-control-allow-credentials")).toBe(false);
    const answer = await ask(identity.app, "GET", "/api/v1/auth/me", {
      headers: { origin: "https://studio.example" },
    });
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://studio.example");
    expect(answer.headers.get("access-control-expose-headers")).toContain("retry-after");
  });

  it("may send every header that a route reads", async () => {
    const { paths = {} } = openApiDocument(sampleService().app);
    const operations = Object.values(paths).flatMap((item) => Object.values(item as object));
    const parameters = operations.flatMap(({ parameters = [] }) => parameters);
    const read = parameters.filter(({ in: place }) => place === "header").map(({ name }) => name);
    expect(read).toContain("if-match");
    const response = await preflight("https://studio.example");
    const allowed = response.headers.get("access-control-allow-headers")?.split(", ");
    expect(allowed).toEqual(
      expect.arrayContaining([...read, "authorization", "content-type", "traceparent"]),
    );
  });

  it.each([
    "https://studio.example.evil.example",
    "https://evil-studio.example",
    "http://studio.example",
    "https://studio.example:8443",
    "https://STUDIO.example",
    "https://studio.example/",
    "https://sub.studio.example",
    "null",
    "*",
  ])("may not as %s", async (origin) => {
    expect((await preflight(origin)).headers.has("access-control-allow-origin")).toBe(false);
    const answer = await ask(identity.app, "GET", "/api/v1/auth/me", { headers: { origin } });
    expect(answer.headers.has("access-control-allow-origin")).toBe(false);
    expect(answer.headers.get("vary")).toContain("origin");
  });
});

it("every answer, errors too, has the security headers", async () => {
  const answers = [
    await ask(identity.app, "POST", "/api/v1/auth/guest"),
    await ask(identity.app, "GET", "/api/v1/auth/me"),
    await ask(identity.app, "GET", "/api/v1/nothing"),
    await ask(identity.app, "GET", "/nothing"),
  ];
  for (const { headers } of answers) {
    expect(Object.fromEntries(headers)).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    });
    expect(headers.get("strict-transport-security")).toContain("max-age");
  }
});

it("a problem names the request's trace, from either header", async () => {
  const traceId = "0af7651916cd43dd8448eb211c80319c";
  const traceOf = async (headers: Record<string, string>) =>
    ProblemSchema.parse(await (await ask(identity.app, "GET", "/nothing", { headers })).json()).traceId;
  expect(await traceOf({ traceparent: `00-${traceId}-b7ad6b7169203331-01` })).toBe(traceId);
  expect(await traceOf({ "x-cloud-trace-context": `${traceId}/123;o=1` })).toBe(traceId);
  expect(await traceOf({ traceparent: "no trace" })).toMatch(/^[\da-f]{32}$/);
});
