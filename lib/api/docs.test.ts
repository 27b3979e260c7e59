// The OpenAPI document and the two pages that show it, in a real browser: nothing is loaded from other origins.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../emulators/web-sdk/chromium.ts";
import { sampleService } from "./sample-service.ts";

interface Description {
  openapi: string;
  paths: Record<
    string,
    Record<string, { tags?: string[]; summary?: string; responses: Record<string, unknown> }>
  >;
}

let server: Server;
let address: string;
let browser: Browser;

beforeAll(async () => {
  server = createServer(getRequestListener(sampleService().app.fetch));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server.closeAllConnections();
  server.close();
});

describe("the description", () => {
  it("has every route of the three functions, each with its problems and its tag", async () => {
    const { openapi, paths } = (await (await fetch(`${address}/openapi.json`)).json()) as Description;
    expect(openapi).toBe("3.1.0");
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, ...operation })),
    );
    const session = "/api/v1/manga/sessions/{sessionId}";
    expect(routes.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        ...[
          "post /api/v1/manga/generate",
          "get /api/v1/manga/sessions",
          `get ${session}`,
          `delete ${session}`,
        ],
        ...[
          `patch ${session}`,
          `get ${session}/phase/{phase}`,
          `get ${session}/pages`,
          `get ${session}/events`,
        ],
        ...[
          `post ${session}/feedback`,
          `get ${session}/options`,
          `post ${session}/cancel`,
          `post ${session}/retry`,
        ],
        ...[`patch ${session}/pages/{page}/balloons/{balloonId}`, `get ${session}/versions`],
        ...[`post ${session}/pages/{page}/panels/{panelId}/redraw`, `get ${session}/versions/compare`],
        ...[`post ${session}/versions/{version}/restore`, `post ${session}/export`],
        ...[
          `get ${session}/exports/{format}`,
          "get /api/v1/manga/shared/{token}",
          "get /api/v1/manga/public",
        ],
        ...[
          "get /api/v1/usage",
          "get /api/v1/capabilities",
          "get /api/v1/vocabulary",
          "post /api/v1/vocabulary",
          "post /api/v1/auth/guest",
          "post /api/v1/auth/refresh",
        ],
        ...["get /.well-known/jwks.json", "get /health", "get /health/detailed"],
      ]),
    );
    for (const { name, tags, summary, responses } of routes) {
      expect(Object.keys(responses), name).toEqual(expect.arrayContaining(["429", "500", "503"]));
      expect([tags?.length, summary?.length], name).toEqual([1, expect.any(Number)]);
    }
  });
});

describe("the pages", () => {
  it.each([
    ["/docs", ".opblock", 30],
    ["/redoc", "[data-section-id^='tag/'] h2, [data-section-id^='operation/'], [id^='tag/']", 5],
  ])(
    "%s shows the routes, with nothing from elsewhere",
    async (path, selector, least) => {
      const page = await browser.newPage();
      const elsewhere: string[] = [];
      const complaints: string[] = [];
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(address) && !/^(data|blob):/.test(url)) elsewhere.push(url);
      });
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      const answer = await page.goto(`${address}${path}`);
      expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
      await page.locator(selector).first().waitFor({ timeout: 60_000 });
      await expect
        .poll(() => page.locator(selector).count(), { timeout: 60_000 })
        .toBeGreaterThanOrEqual(least);
      expect(elsewhere).toEqual([]);
      expect(complaints).toEqual([]);
      await page.close();
    },
    120_000,
  );
});
