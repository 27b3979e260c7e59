// The studio as the local service hosts it: the rules of firebase.json, and the download size.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, constants } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHosting } from "./hosting.ts";

/** Kilobytes of HTML, scripts and styles, as a CDN transfers them. */
const LIMITS = { first: 130, all: 450 };

/** A CDN compresses while sending and does not spend the time for the smallest result. */
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const ENVIRONMENT = {
  GOOGLE_CLOUD_PROJECT: "demo-mekuri",
  FIRESTORE_EMULATOR_HOST: "127.0.0.1:8080",
  FIREBASE_AUTH_EMULATOR_HOST: "127.0.0.1:9099",
  STORAGE_EMULATOR_HOST: "http://127.0.0.1:9199",
};

let server: Server;
let origin: string;
beforeAll(async () => {
  const hosting = openHosting(() => ENVIRONMENT);
  server = createServer((request, response) => {
    if (!hosting.answer(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Builds the studio if necessary.
  await fetch(`${origin}/`);
}, 300_000);
afterAll(() => server.close());

const textOf = async (path: string) => (await fetch(`${origin}${path}`)).text();

describe("the studio's hosting", () => {
  it("serves the studio's paths, and leaves those of the functions to them", async () => {
    const page = await textOf("/");
    expect(page).toContain('<div id="root">');
    for (const path of [
      "/shelf",
      "/account",
      "/operate",
      "/join",
      "/report/token",
      "/session/one",
      "/session/one/revise",
      "/read/one",
    ]) {
      expect(await textOf(path)).toBe(page);
    }
    for (const path of [
      "/api/v1/capabilities",
      "/shared/token",
      "/docs",
      "/health",
      "/health/live",
      "/.well-known/jwks.json",
    ]) {
      expect((await fetch(`${origin}${path}`)).status).toBe(418);
    }
    expect((await fetch(`${origin}/`, { method: "POST" })).status).toBe(418);
  });

  it("answers missing pages with the studio's own page, uncached", async () => {
    const page = await textOf("/");
    for (const path of ["/no-such-page", "/shelf/nothing", "/assets/no-such.js", "/favicon.ico"]) {
      const answer = await fetch(`${origin}${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get("cache-control")).toBe("no-cache");
      expect(await answer.text()).toBe(page);
    }
  });

  it("serves the pictures of styles and choices with a cache time of a day", async () => {
    for (const path of ["/choices/style-manga.webp", "/choices/shot-bust.webp"]) {
      const answer = await fetch(`${origin}${path}`);
      expect([path, answer.status, answer.headers.get("content-type")]).toEqual([path, 200, "image/webp"]);
      expect(answer.headers.get("cache-control")).toBe("public, max-age=86400");
    }
    expect((await fetch(`${origin}/choices/no-such.webp`)).status).toBe(404);
  });

  it("serves the reader to pages of all origins", async () => {
    const answer = await fetch(`${origin}/reader/mekuri-reader.js`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([
      ...[200, "text/javascript; charset=utf-8"],
    ]);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(await answer.text()).toContain("mekuri-reader");
    expect((await fetch(`${origin}/`)).headers.has("access-control-allow-origin")).toBe(false);
  });

  it("sends a policy without inline scripts, extended only by the emulators", async () => {
    const { headers } = await fetch(`${origin}/`);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).not.toContain("unsafe");
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("connect-src 'self' http://127.0.0.1:8080 http://127.0.0.1:9099");
    expect(headers.get("cache-control")).toBe("no-cache");
    const [script = ""] = /\/assets\/[\w.-]+\.js/.exec(await textOf("/")) ?? [];
    expect((await fetch(`${origin}${script}`)).headers.get("cache-control")).toContain("immutable");
  });

  it("gives the page its Firebase project", async () => {
    expect(await (await fetch(`${origin}/__/firebase/init.json`)).json()).toEqual({
      ...{ projectId: "demo-mekuri", apiKey: "local" },
      emulators: { firestore: "127.0.0.1:8080", auth: "127.0.0.1:9099" },
    });
  });

  it("is small: the SDK is loaded after the first screen", async () => {
    const page = await textOf("/");
    const linked = [...page.matchAll(/\/assets\/[\w.-]+\.(?:js|css)/g)].map(([path]) => path);
    const first = ["/", ...linked];
    const sizeOf = async (paths: Iterable<string>) => {
      let bytes = 0;
      for (const path of new Set(paths)) {
        bytes += brotliCompressSync(await (await fetch(`${origin}${path}`)).bytes(), QUALITY).length;
      }
      return bytes / 1024;
    };
    expect(first.length).toBeGreaterThanOrEqual(3);
    expect(await sizeOf(first)).toBeLessThan(LIMITS.first);
    const [entry = ""] = first.filter((path) => path.endsWith(".js"));
    const later = [...(await textOf(entry)).matchAll(/[\w-]+-[\w-]{8}\.(?:js|css)/g)].map(
      ([name]) => `/assets/${name}`,
    );
    expect(later.length).toBeGreaterThan(2);
    expect(await sizeOf([...first, ...later])).toBeLessThan(LIMITS.all);
  });
});
