// Pages of other sites in a real browser against every server of this machine: they can read and write nothing, but pages of this machine
// can.
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { PubSub } from "@google-cloud/pubsub";
import { Storage } from "@google-cloud/storage";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startAuth } from "../../emulators/auth/server.ts";
import { openDatabase } from "../../emulators/database.ts";
import { startFirestore } from "../../emulators/firestore/server.ts";
import { type ModelServer, startModelServer } from "../../emulators/models/server.ts";
import { TEST_OFFERS } from "../../emulators/models/test-offers.ts";
import { startPubSub } from "../../emulators/pubsub/server.ts";
import type { RunningService } from "../../emulators/service.ts";
import { startStorage } from "../../emulators/storage/server.ts";
import { serviceAccountOf, writeKeyFile } from "../../emulators/storage/service-account.ts";
import { startUpstash } from "../../emulators/upstash/server.ts";
import { launchChromium } from "../../emulators/web-sdk/chromium.ts";
import { startGateway } from "./gateway.ts";

/** Origins of the servers, by name. */
type Targets = Record<"firestore" | "auth" | "storage" | "pubsub" | "upstash" | "models" | "gateway", string>;

const ATTACK = readFileSync(new URL("./attacking-page.mjs", import.meta.url), "utf8");
const PROJECT = "demo-mekuri";
const TOKEN = "leaked";
/** A PNG of one pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let browser: Browser;
let db: DatabaseSync;
let models: ModelServer;
let targets: Targets;
let pages: number;
/** Requests that passed the gateway to a function. */
const forwarded: string[] = [];
const cleanups: (() => unknown)[] = [];

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

beforeAll(async () => {
  db = openDatabase("memory");
  const keep = <Service extends RunningService>(service: Service): Service => {
    cleanups.push(() => service.close());
    return service;
  };
  const [auth, firestore, pubsub, storage, upstash] = await Promise.all([
    startAuth({ db, projectId: PROJECT }).then(keep),
    startFirestore({ db }).then(keep),
    startPubSub({ db }).then(keep),
    startStorage({ db, dataDir: "memory" }).then(keep),
    startUpstash({ db, token: TOKEN }).then(keep),
  ]);
  models = keep(await startModelServer({ offers: TEST_OFFERS }));
  const api = await listen(
    createServer((request, response) => {
      forwarded.push(`${request.method} ${request.url}`);
      response.end("an answer of the API");
    }),
  );
  const gateway = await startGateway({ port: 0, portOf: () => api });
  cleanups.push(() => gateway.close());
  pages = await listen(
    createServer((_, response) => {
      // The page has the same referrer policy as the studio.
      response.setHeader("referrer-policy", "no-referrer");
      response.setHeader("content-type", "text/html").end("<!doctype html><title>A page</title>");
    }),
  );
  const at = ({ port }: { port: number }) => `http://127.0.0.1:${port}`;
  targets = {
    ...{ firestore: at(firestore), auth: at(auth), storage: at(storage), pubsub: at(pubsub) },
    ...{ upstash: at(upstash), models: at(models), gateway: at(gateway) },
  };
  const send = async (address: string, body: string | Buffer, method = "POST") => {
    const answer = await fetch(address, { method, body: new Uint8Array(Buffer.from(body)) });
    expect(answer.status).toBe(200);
  };
  const documents = `${targets.firestore}/v1/projects/${PROJECT}/databases/(default)/documents`;
  await send(`${documents}/a?documentId=one`, '{"fields":{"n":{"integerValue":"1"}}}');
  await send(`${targets.storage}/storage/v1/b?project=${PROJECT}`, '{"name":"books"}');
  for (const name of ["picture", "signed"]) {
    await send(`${targets.storage}/upload/storage/v1/b/books/o?uploadType=media&name=${name}`, PIXEL);
  }
  await send(`${targets.upstash}/set/kept/value?_token=${TOKEN}`, "");
  const client = new PubSub({ projectId: PROJECT, apiEndpoint: pubsub.host, emulatorMode: true });
  const [topic] = await client.createTopic("work");
  await topic.createSubscription("waiting");
  await client.close();
  const rules = ["evil.example", "rebind.example"].map((host) => `MAP ${host} 127.0.0.1`);
  browser = await launchChromium([
    `--host-resolver-rules=${rules.join(",")}`,
    // Newer browsers block such requests themselves; this disables it, to test only our own checks.
    "--disable-features=LocalNetworkAccessChecks",
  ]);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all(cleanups.map((cleanup) => cleanup()));
});

/** The content of all emulators, and requests that reached the API and the models. */
function state() {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
  const rows = tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]);
  return { rows, forwarded: [...forwarded], asked: models.counts() };
}

async function open(origin: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  return page;
}

/** What the page could read or detect. */
const attackFrom = (page: Page | Frame): Promise<string[]> =>
  page.evaluate(`${ATTACK}\nattack(${JSON.stringify({ targets, upstashToken: TOKEN })})`);

describe("a page of another site", () => {
  it.each([
    ["a name that resolves to this machine", "evil.example"],
    ["a name below localhost", "evil.localhost"],
  ])("reads nothing and writes nothing: %s", async (_, host) => {
    const before = state();
    const page = await open(`http://${host}:${pages}`);
    expect(await attackFrom(page)).toEqual([]);
    expect(state()).toEqual(before);
    await page.context().close();
  });

  it("reads nothing and writes nothing from a sandboxed frame with an opaque origin", async () => {
    const before = state();
    const page = await open(`http://127.0.0.1:${pages}`);
    await page.evaluate(`{
      const frame = document.createElement("iframe");
      frame.setAttribute("sandbox", "allow-scripts allow-forms");
      frame.srcdoc = "<!doctype html><title>A frame</title><body></body>";
      document.body.append(frame);
    }`);
    const frame = page.frames().at(-1);
    if (frame === undefined) throw new Error("the page has no frame");
    await frame.waitForLoadState();
    expect(await frame.evaluate("globalThis.origin")).toBe("null");
    expect(await attackFrom(frame)).toEqual([]);
    expect(state()).toEqual(before);
    await page.context().close();
  });

  it("reads nothing after its name was rebound to this machine (DNS rebinding)", async () => {
    const before = state();
    for (const [name, target] of Object.entries(targets)) {
      const origin = `http://rebind.example:${new URL(target).port}`;
      const page = await (await browser.newContext()).newPage();
      // The page itself is served from the name's first address.
      const html = "<!doctype html><title>A page</title>";
      await page.route(`${origin}/page`, (route) => route.fulfill({ contentType: "text/html", body: html }));
      await page.goto(`${origin}/page`);
      const answers = await page.evaluate(async () => {
        const ask = async (method: string) => {
          const answer = await fetch("/", { method, headers: { authorization: "Bearer owner" } });
          return `${answer.status} ${await answer.text()}`;
        };
        return [await ask("GET"), await ask("POST")];
      });
      const refusal = `403 This server answers as localhost or 127.0.0.1 only, not as ${new URL(origin).host}.\n`;
      expect([name, answers]).toEqual([name, [refusal, refusal]]);
      await page.context().close();
    }
    expect(state()).toEqual(before);
  });

  it("may link to the studio, which then opens", async () => {
    const page = await open(`http://evil.example:${pages}`);
    await page.evaluate(`document.body.innerHTML = '<a href="${targets.gateway}/shelf">To the studio</a>'`);
    await page.getByText("To the studio").click();
    await page.waitForURL(`${targets.gateway}/shelf`);
    expect(await page.textContent("body")).toBe("an answer of the API");
    await page.context().close();
  });
});

describe("a page of this machine", () => {
  it.each(["127.0.0.1", "localhost"])(
    "of %s reads and writes at the emulators, but never as the owner",
    async (host) => {
      const before = state();
      const page = await open(`http://${host}:${pages}`);
      const read = await attackFrom(page);
      const seen = (how: string, target: string, words: string) =>
        read.some((what) => what.startsWith(`${how} ${target}`) && what.includes(words));
      expect(seen("cors", targets.firestore, "200 {")).toBe(true);
      expect(seen("cors", targets.storage, '"books"')).toBe(true);
      expect(seen("cors", targets.auth, "authEmulator")).toBe(true);
      expect(seen("owner", `${targets.firestore}/v1/`, "PERMISSION_DENIED")).toBe(true);
      expect(seen("owner", `${targets.firestore}/v1/`, "200 {")).toBe(false);
      expect(state()).not.toEqual(before);
      await page.context().close();
    },
  );

  it("shows a signed picture of Storage under another host name", async () => {
    const page = await open(`http://localhost:${pages}`);
    const shown = await page.evaluate(`new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve(image.width + " × " + image.height);
      image.onerror = () => resolve("nothing");
      image.src = ${JSON.stringify(await signedPicture())};
    })`);
    expect(shown).toBe("1 × 1");
    await page.context().close();
  });
});

/** A signed URL, as the API makes it for a picture. */
async function signedPicture(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "mekuri-key-"));
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", writeKeyFile(await serviceAccountOf(db), folder));
  try {
    const file = new Storage({ projectId: PROJECT, apiEndpoint: targets.storage })
      .bucket("books")
      .file("signed");
    const [url] = await file.getSignedUrl({ version: "v4", action: "read", expires: Date.now() + 60_000 });
    return url;
  } finally {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  }
}
