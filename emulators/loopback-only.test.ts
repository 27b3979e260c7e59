// Every emulator under requests of pages of other sites, which are recognized by headers that browsers set and pages cannot change.
import { once } from "node:events";
import { createServer, request } from "node:http";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { loopbackOnly } from "./loopback-only.ts";
import { startModelServer } from "./models/server.ts";
import type { RunningService } from "./service.ts";
import { type RunningSuite, startSuite } from "./suite.ts";
import { portsOf } from "./suite-environment.ts";

type Headers = Record<string, string>;

/** Sends exactly these headers and returns the response's status, headers and text. */
async function ask(port: number, path: string, headers: Headers = {}, method = "GET", body?: string) {
  const sent = request({ host: "127.0.0.1", port, path, method, headers });
  sent.end(body);
  const [answer] = await once(sent, "response");
  return { status: Number(answer.statusCode), headers: answer.headers, body: await text(answer) };
}

const DATABASE = "projects/demo-mekuri/databases/(default)";
const DOCUMENT = `/v1/${DATABASE}/documents/a/b`;
const PATHS = {
  FIREBASE_AUTH_EMULATOR_HOST: "/",
  FIRESTORE_EMULATOR_HOST: DOCUMENT,
  PUBSUB_EMULATOR_HOST: "/v1/projects/demo-mekuri/topics/t",
  STORAGE_EMULATOR_HOST: "/storage/v1/b?project=demo-mekuri",
  UPSTASH_REDIS_REST_URL: "/get/a",
} as const;

let suite: RunningSuite;
let models: RunningService;
const targets = new Map<string, { port: number; path: string }>();
beforeAll(async () => {
  [suite, models] = await Promise.all([
    startSuite({ dataDir: "memory", ports: "auto", environment: {} }),
    startModelServer({ offers: [] }),
  ]);
  for (const [name, port] of Object.entries(portsOf(suite.env))) {
    targets.set(name, { port, path: PATHS[name as keyof typeof PATHS] });
  }
  targets.set("models", { port: models.port, path: "/counts" });
});
afterAll(() => Promise.all([suite.close(), models.close()]));

const NAMES = [...Object.keys(PATHS), "models"];

describe.each(NAMES)("%s", (name) => {
  const at = (headers?: Headers, method?: string, body?: string) => {
    const { port, path } = targets.get(name) ?? { port: 0, path: "" };
    return ask(port, path, headers, method, body);
  };

  it.each([
    ["a page of another site", { origin: "http://evil.example" }],
    ["a page of another site over https", { origin: "https://evil.example" }],
    ["a page below localhost", { origin: "http://evil.localhost:4000" }],
    ["a page with an opaque origin", { origin: "null" }],
    ["a page whose host begins with a loopback address", { origin: "http://127.0.0.1.evil.example" }],
    [
      "an image or a link in a page of another site",
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" },
    ],
    ["a name that resolves to this machine", { host: "rebind.example:8080" }],
    ["a name below localhost", { host: "evil.localhost" }],
    [
      "a page of a name that resolves to this machine",
      { host: "rebind.example", origin: "http://rebind.example" },
    ],
  ])("refuses %s with 403 and without CORS headers", async (_, headers) => {
    for (const method of ["GET", "POST", "OPTIONS"]) {
      const answer = await at(headers, method, method === "POST" ? '["set","a","b"]' : undefined);
      expect(answer.status).toBe(403);
      expect(answer.body).toMatch(/^This server answers /);
      expect(Object.keys(answer.headers).filter((header) => header.startsWith("access-control"))).toEqual([]);
    }
  });

  it.each([
    ["a program", {}],
    ["a page of localhost", { origin: "http://localhost:4000", "sec-fetch-site": "cross-site" }],
    ["a page of 127.0.0.1", { origin: "http://127.0.0.1:4000", "sec-fetch-site": "same-site" }],
    ["a page of ::1", { origin: "http://[::1]:4000" }],
    ["an image in a page of this machine", { "sec-fetch-site": "same-site", "sec-fetch-mode": "no-cors" }],
    ["a user who types its address", { "sec-fetch-site": "none", "sec-fetch-mode": "navigate" }],
    ["a program that uses the name localhost", { host: "localhost:1" }],
  ])("answers %s", async (_, headers) => {
    expect((await at(headers)).body).not.toMatch(/^This server answers /);
  });
});

describe("the owner's token", () => {
  const owner = { authorization: "Bearer owner" };
  const firestore = () => portsOf(suite.env).FIRESTORE_EMULATOR_HOST ?? 0;
  const write = JSON.stringify({ fields: { n: { integerValue: "1" } } });

  it("gives programs full access, and a page of another loopback origin none", async () => {
    const create = `/v1/${DATABASE}/documents/a?documentId=one`;
    const page = { ...owner, origin: "http://localhost:4000" };
    const refused = await ask(firestore(), create, page, "POST", write);
    expect([refused.status, refused.body]).toEqual([403, expect.stringContaining("PERMISSION_DENIED")]);
    const body = await ask(firestore(), `/v1/${DATABASE}/documents/a/one`, owner);
    expect(body.status).toBe(404);
    expect((await ask(firestore(), create, owner, "POST", write)).status).toBe(200);
    for (const authorization of ["Bearer owner", "bearer owner", "Bearer  owner", "Firebase owner"]) {
      const spelled = { ...page, authorization };
      expect((await ask(firestore(), `/v1/${DATABASE}/documents/a/one`, spelled)).status).toBe(403);
    }
  });

  it("gives no access in the handshake of a WebChannel, whatever origin the body names", async () => {
    const path =
      "/google.firestore.v1.Firestore/Listen/channel?VER=8&RID=1&CVER=22&X-HTTP-Session-Id=gsessionid";
    const target = { addTarget: { documents: { documents: [`${DATABASE}/documents/a/one`] }, targetId: 2 } };
    const heads = "authorization:Bearer owner\r\norigin:\r\nhost:localhost\r\n";
    const form = new URLSearchParams({
      headers: heads,
      count: "1",
      ofs: "0",
      req0___data__: JSON.stringify({ database: DATABASE, ...target }),
    });
    /** The first message of the channel. */
    const first = async (headers: Headers) => {
      const type = { "content-type": "application/x-www-form-urlencoded" };
      const begun = await ask(firestore(), path, { ...headers, ...type }, "POST", form.toString());
      const [, sid = ""] = /"c","([^"]+)"/.exec(begun.body) ?? [];
      const back = `/google.firestore.v1.Firestore/Listen/channel?VER=8&SID=${sid}&RID=rpc&AID=0&CI=1&TYPE=xmlhttp`;
      return (await ask(firestore(), back, headers)).body;
    };
    expect(await first({ origin: "http://localhost:4000" })).toContain("PERMISSION_DENIED");
    expect(await first({})).toContain("targetChange");
  });
});

describe("a signed address of Storage", () => {
  const storage = () => portsOf(suite.env).STORAGE_EMULATOR_HOST ?? 0;
  const image = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" };

  it("may be embedded by a page without an Origin header if its signature is valid", async () => {
    const answer = await ask(storage(), "/bucket/picture?X-Goog-Signature=00&X-Goog-Algorithm=none", image);
    expect(answer.body).toContain("<Error>");
    expect(answer.body).not.toContain("NoSuchBucket");
  });

  it("is not recognized by the parameter's name alone", async () => {
    for (const path of [
      "/storage/v1/b?project=p&X-Goog-Signature=00",
      "/b/x/o/y?alt=media&X-Goog-Signature=00",
    ]) {
      expect((await ask(storage(), path, image)).status).toBe(403);
    }
  });
});

test("only loopback names and addresses count as loopback hosts, whatever text surrounds them", async () => {
  const server = loopbackOnly(createServer((_, response) => response.end("answered"))).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const label = fc.stringMatching(/^[a-z0-9-]{1,8}$/);
  const host = fc.oneof(
    fc.tuple(label, fc.constantFrom("localhost", "127.0.0.1", "::1")).map((parts) => parts.join(".")),
    fc.tuple(fc.constantFrom("localhost", "127.0.0.1"), label).map((parts) => parts.join(".")),
    fc.tuple(fc.constantFrom("localhost", "127.0.0.1"), label).map((parts) => parts.join("")),
    fc.domain(),
    fc.ipV4().filter((ip) => !ip.startsWith("127.")),
  );
  try {
    await fc.assert(
      fc.asyncProperty(host, async (name) => {
        // All addresses in 127.0.0.0/8 are this machine.
        fc.pre(!/^127(\.\d{1,3}){3}$/.test(name));
        expect((await ask(port, "/", { host: name })).status).toBe(403);
        expect((await ask(port, "/", { origin: `http://${name}` })).status).toBe(403);
      }),
      { numRuns: 60 },
    );
  } finally {
    server.close();
  }
});

test("a server answers further origins that it names, if they are exactly equal", async () => {
  const answering = createServer((_, response) => response.end("answered"));
  const server = loopbackOnly(answering, { origins: ["https://studio.example"] }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const statusOf = async (origin: string) => (await ask(port, "/", { origin })).status;
  expect(await statusOf("https://studio.example")).toBe(200);
  expect(await statusOf("http://studio.example")).toBe(403);
  expect(await statusOf("https://studio.example.evil.example")).toBe(403);
  server.close();
});
