// Runs the follower, bundled for browsers, in pages of Chromium, and returns proxies to the tests.
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import type { Follower, FollowerOptions } from "./follower.ts";

declare global {
  /** Defined only in the page. */
  var follower: Follower | undefined;
  var openFollower: ((options: FollowerOptions) => Promise<Follower>) | undefined;
}

export interface FollowerPages {
  /** Opens a page with its own instance of the SDK. */
  open(options: FollowerOptions): Promise<Follower>;
  close(): Promise<void>;
}

export async function followerPages(browser: Browser): Promise<FollowerPages> {
  const server = pageServer(await bundled("./follower.ts"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    async open(options) {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.evaluate(async (given) => {
        globalThis.follower = await globalThis.openFollower?.(given);
      }, options);
      return {
        followDocuments: (paths) =>
          page.evaluate((given) => globalThis.follower?.followDocuments(given), paths),
        followCollection: (path) =>
          page.evaluate((given) => globalThis.follower?.followCollection(given), path),
        ended: async (path) =>
          (await page.evaluate((given) => globalThis.follower?.ended(given), path)) ?? "",
        cutOff: (path) => page.evaluate((given) => globalThis.follower?.cutOff(given), path),
        reached: (path, n) =>
          page.evaluate(([given, wanted]) => globalThis.follower?.reached(given, wanted), [path, n] as const),
        seen: async () => (await page.evaluate(() => globalThis.follower?.seen())) ?? {},
        latencies: async () => (await page.evaluate(() => globalThis.follower?.latencies())) ?? [],
        setOnline: (isOnline) => page.evaluate((given) => globalThis.follower?.setOnline(given), isOnline),
        setConnected: (isConnected) => page.context().setOffline(!isConnected),
        async writeEveryWay(path) {
          const report = await page.evaluate((given) => globalThis.follower?.writeEveryWay(given), path);
          if (report === undefined) throw new Error("The page has no follower.");
          return report;
        },
        refusals: async (path) =>
          (await page.evaluate((given) => globalThis.follower?.refusals(given), path)) ?? [],
        close: () => page.close(),
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Bundles the follower with the SDK's browser modules. */
async function bundled(program: string): Promise<string> {
  const entryPoints = [join(import.meta.dirname, program)];
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

function pageServer(program: string): Server {
  const html = `<!doctype html><title>Follower</title>
    <script type="module">import { openFollower } from "/follower.js"; globalThis.openFollower = openFollower;</script>`;
  return createServer((request, response) => {
    if (request.url === "/") response.setHeader("content-type", "text/html").end(html);
    else if (request.url === "/follower.js") {
      response.setHeader("content-type", "text/javascript; charset=utf-8").end(program);
    } else response.writeHead(404).end();
  });
}
