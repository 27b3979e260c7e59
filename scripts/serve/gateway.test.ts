// One address for three functions.
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SigningKeysSchema } from "../../lib/api/token-keys.ts";
import { type Gateway, startGateway } from "./gateway.ts";
import { localGuestKey, localSigningKeys } from "./local-keys.ts";

const servers: Server[] = [];
const ports: Record<string, number> = {};
let gateway: Gateway;
const arrived = Promise.withResolvers<void>();
const release = Promise.withResolvers<void>();

async function serve(name: string): Promise<void> {
  const server = createServer(async (asked, response) => {
    if (asked.url === "/api/v1/auth/slow") {
      arrived.resolve();
      await release.promise;
    }
    const { "x-forwarded-for": forwardedFor, host } = asked.headers;
    const { method, url } = asked;
    response.setHeader("x-name", name).statusCode = 201;
    response.end(JSON.stringify({ name, method, url, forwardedFor, host, body: await text(asked) }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  servers.push(server);
  ports[name] = (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  await Promise.all([serve("manga"), serve("auth")]);
  gateway = await startGateway({
    ...{ port: 0, portOf: (name) => ports[name], startMs: 1_000 },
    allowedOrigins: ["https://studio.example"],
  });
});
afterAll(() => {
  for (const server of servers) server.close();
});

const at = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${gateway.port}${path}`, init);

const LINK = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };

/** Sends exactly these headers; `fetch` would replace some of them. */
async function statusOf(headers: Record<string, string>): Promise<number> {
  const asked = request({ host: "127.0.0.1", port: gateway.port, path: "/docs", headers }).end();
  const [answer] = await once(asked, "response");
  await text(answer);
  return answer.statusCode;
}

describe("the gateway", () => {
  it("forwards a request to the function of its path, and the answer unchanged", async () => {
    const names = async (path: string) => ((await (await at(path)).json()) as { name: string }).name;
    expect(await names("/api/v1/auth/me")).toBe("auth");
    expect(await names("/.well-known/jwks.json")).toBe("auth");
    expect(await names("/api/v1/manga/sessions?limit=3")).toBe("manga");
    expect(await names("/docs")).toBe("manga");
    const answer = await at("/api/v1/manga/generate?x=1", { method: "POST", body: "雨".repeat(100_000) });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("x-name")).toBe("manga");
    expect(await answer.json()).toMatchObject({
      ...{ method: "POST", url: "/api/v1/manga/generate?x=1", body: "雨".repeat(100_000) },
      host: `127.0.0.1:${gateway.port}`,
    });
  });

  it("appends the caller's address to X-Forwarded-For", async () => {
    const forwarded = async (headers: Record<string, string>) =>
      ((await (await at("/api/v1/auth/me", { headers })).json()) as { forwardedFor: string }).forwardedFor;
    expect(await forwarded({})).toBe("127.0.0.1");
    expect(await forwarded({ "x-forwarded-for": "203.0.113.9" })).toBe("203.0.113.9, 127.0.0.1");
  });

  it.each([
    ["pages of another site", { origin: "http://evil.example" }],
    ["embedded requests of another site", { "sec-fetch-site": "cross-site" }],
    ["forms of another site", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }],
    ["frames of another site", { ...LINK, "sec-fetch-dest": "iframe" }],
  ])("refuses %s", async (_, headers) => {
    expect(await statusOf(headers)).toBe(403);
  });

  it.each([
    ["pages of this machine", { origin: "http://localhost:4000" }],
    ["pages of an allowed origin", { origin: "https://studio.example" }],
    ["a user who follows a link on another site", LINK],
  ])("answers %s", async (_, headers) => {
    expect(await statusOf(headers)).toBe(201);
  });

  it("accepts only host names of this machine", async () => {
    expect(await statusOf({ host: "rebind.example" })).toBe(403);
    expect(await statusOf({ host: "localhost" })).toBe(201);
  });

  it("holds a request until its function listens", async () => {
    const answer = at("/health", { method: "POST", body: "雨".repeat(100_000) });
    await sleep(200);
    await serve("health");
    expect(await (await answer).json()).toMatchObject({ name: "health", body: "雨".repeat(100_000) });
    delete ports.health;
  });

  it("answers that a part is starting if nothing listens for too long", async () => {
    const response = await at("/health");
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("1");
    expect(await response.json()).toMatchObject({ code: "starting" });
    ports.health = 9;
    expect((await at("/health")).status).toBe(503);
  });

  it("reports a port that is in use", async () => {
    await expect(startGateway({ port: gateway.port, portOf: () => undefined })).rejects.toThrow(
      /port \d+ is in use/,
    );
  });

  it("closes after requests in flight are answered", async () => {
    const slow = at("/api/v1/auth/slow");
    await arrived.promise;
    const closed = gateway.close();
    release.resolve();
    expect((await slow).status).toBe(201);
    await closed;
    await expect(at("/docs")).rejects.toThrow();
  });
});

describe("the keys of a data folder", () => {
  it("are created once, readable by their owner only, and kept", async () => {
    const folder = mkdtempSync(join(tmpdir(), "mekuri-keys-"));
    const key = localGuestKey(folder);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(localGuestKey(folder)).toBe(key);
    const { path, discard } = await localSigningKeys(folder);
    const before = readFileSync(path, "utf8");
    expect(SigningKeysSchema.safeParse(JSON.parse(before)).success).toBe(true);
    expect((await localSigningKeys(folder)).path).toBe(path);
    discard();
    expect(readFileSync(path, "utf8")).toBe(before);
    if (process.platform !== "win32") {
      const modes = ["guest-key", "signing-keys.json"].map(
        (name) => statSync(join(folder, name)).mode & 0o777,
      );
      expect(modes).toEqual([0o600, 0o600]);
    }
    rmSync(folder, { recursive: true });
    const inMemory = await localSigningKeys("memory");
    expect(existsSync(inMemory.path)).toBe(true);
    inMemory.discard();
    expect(existsSync(inMemory.path)).toBe(false);
    expect(localGuestKey("memory")).not.toBe(localGuestKey("memory"));
  });
});
