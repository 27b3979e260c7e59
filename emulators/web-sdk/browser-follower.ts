// Runs the follower in pages of a browser, with the SDK's own modules for browsers, and hands it to a test.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { stripTypeScriptTypes } from "node:module";
import { extname, join } from "node:path";
import type { Browser } from "playwright-core";
import type { Follower, FollowerOptions } from "./follower.ts";

declare global {
  /** Set in the page alone. */
  var follower: Follower | undefined;
  var openFollower: ((options: FollowerOptions) => Follower) | undefined;
}

const PACKAGES = join(import.meta.dirname, "../../node_modules");

/** What a bundler would find for a browser. */
const MODULES = {
  "@firebase/app": "@firebase/app/dist/esm/index.esm.js",
  "@firebase/component": "@firebase/component/dist/esm/index.esm.js",
  "@firebase/firestore": "@firebase/firestore/dist/index.esm.js",
  "@firebase/logger": "@firebase/logger/dist/esm/index.esm.js",
  "@firebase/util": "@firebase/util/dist/index.esm.js",
  "@firebase/webchannel-wrapper/bloom-blob":
    "@firebase/webchannel-wrapper/dist/bloom-blob/esm/bloom_blob_es2018.js",
  "@firebase/webchannel-wrapper/webchannel-blob":
    "@firebase/webchannel-wrapper/dist/webchannel-blob/esm/webchannel_blob_es2018.js",
  idb: "idb/build/index.js",
  re2js: "re2js/build/index.js",
  tslib: "tslib/tslib.es6.mjs",
};

export interface FollowerPages {
  /** A page of its own, with its own SDK. */
  open(options: FollowerOptions): Promise<Follower>;
  close(): Promise<void>;
}

export async function followerPages(browser: Browser): Promise<FollowerPages> {
  const server = pageServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    async open(options) {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.waitForFunction(() => globalThis.openFollower !== undefined);
      await page.evaluate((given) => {
        globalThis.follower = globalThis.openFollower?.(given);
      }, options);
      return {
        followDocuments: (paths) =>
          page.evaluate((given) => globalThis.follower?.followDocuments(given), paths),
        followCollection: (path) =>
          page.evaluate((given) => globalThis.follower?.followCollection(given), path),
        reached: (path, n) =>
          page.evaluate(([given, wanted]) => globalThis.follower?.reached(given, wanted), [path, n] as const),
        seen: async () => (await page.evaluate(() => globalThis.follower?.seen())) ?? {},
        latencies: async () => (await page.evaluate(() => globalThis.follower?.latencies())) ?? [],
        setOnline: (isOnline) => page.evaluate((given) => globalThis.follower?.setOnline(given), isOnline),
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

function pageServer(): Server {
  const imports = Object.fromEntries(
    Object.entries(MODULES).map(([name, file]) => [name, `/packages/${file}`]),
  );
  const html = `<!doctype html><title>Follower</title>
    <script type="importmap">${JSON.stringify({ imports })}</script>
    <script type="module">import { openFollower } from "/follower.js"; globalThis.openFollower = openFollower;</script>`;
  const program = stripTypeScriptTypes(readFileSync(join(import.meta.dirname, "follower.ts"), "utf8"));
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/") response.setHeader("content-type", "text/html").end(html);
    else if (pathname === "/follower.js") response.setHeader("content-type", "text/javascript").end(program);
    else if (pathname.startsWith("/packages/") && [".js", ".mjs"].includes(extname(pathname))) {
      const code = readFileSync(join(PACKAGES, pathname.slice("/packages/".length)));
      response.setHeader("content-type", "text/javascript").end(code);
    } else response.writeHead(404).end();
  });
}
