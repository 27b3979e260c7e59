// The server in front of the public functions: request limits, and that every answer is a problem document.
import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { http } from "@google-cloud/functions-framework";
import { getTestServer } from "@google-cloud/functions-framework/testing";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drainable } from "../drain.ts";
import { frontServer } from "./front-server.ts";
import { ProblemSchema } from "./problems.ts";

let server: Server;
let origin: string;
let port: number;
/** Controls when the slow route answers. */
const slow = { arrived: Promise.withResolvers<void>(), answer: Promise.withResolvers<void>() };
/** Fonts that arrived, and the release of their answers. */
const fonts = { arrived: 0, answer: Promise.withResolvers<void>() };
const FONTS_PATH = "/api/v1/manga/sessions/s1/fonts";

beforeAll(async () => {
  const app = new Hono();
  app.post("/echo", async (context) => context.json({ got: await context.req.json() }));
  app.get("/trace", (context) => context.json({ traceparent: context.req.header("traceparent") ?? null }));
  app.get("/slow", async (context) => {
    slow.arrived.resolve();
    await slow.answer.promise;
    return context.text("done");
  });
  app.post(FONTS_PATH, async (context) => {
    fonts.arrived += 1;
    await fonts.answer.promise;
    return context.json({ bytes: (await context.req.text()).length });
  });
  app.post("/nothing-sent", (context) => context.text("fine"));
  http("front-server-test", getRequestListener(app.fetch));
  server = frontServer(getTestServer("front-server-test"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ({ port } = server.address() as AddressInfo);
  origin = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const send = (body: string | Uint8Array | undefined, headers: Record<string, string> = {}, path = "/echo") =>
  fetch(`${origin}${path}`, { method: "POST", headers, ...(body === undefined ? {} : { body }) });
const JSON_TYPE = { "content-type": "application/json" };

/** Sends raw bytes and returns the raw answer. */
async function sendRaw(bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.end(bytes);
  return text(socket);
}

describe("a body", () => {
  it("arrives as it was sent", async () => {
    const sent = { text: "雨の夜、ミナは駅で猫を見つけた。".repeat(1_000), n: [1, null, "é"] };
    for (const type of [
      "application/json",
      "application/json; charset=UTF-8",
      "application/merge-patch+json",
    ]) {
      const response = await send(JSON.stringify(sent), { "content-type": type });
      expect(await response.json()).toEqual({ got: sent });
    }
    expect(await (await send("5", JSON_TYPE)).json()).toEqual({ got: 5 });
  });

  it("may be missing", async () => {
    const response = await send(undefined, {}, "/nothing-sent");
    expect(await response.text()).toBe("fine");
  });

  it.each([
    ["{", JSON_TYPE, 400, "invalid-json"],
    ["", { ...JSON_TYPE, "content-encoding": "gzip" }, 415, "unsupported-encoding"],
    [Uint8Array.of(0x22, 0xff, 0x22), JSON_TYPE, 400, "invalid-json"],
    ["{'a': 1}", JSON_TYPE, 400, "invalid-json"],
    ["a=1", { "content-type": "application/x-www-form-urlencoded" }, 415, "unsupported-type"],
    ["{}", { "content-type": "text/plain" }, 415, "unsupported-type"],
    ["{}", { "content-type": "application/jsonp" }, 415, "unsupported-type"],
    ["{}", { "content-type": "application/json; charset=shift_jis" }, 415, "unsupported-type"],
    [`"${"x".repeat(1_048_575)}"`, JSON_TYPE, 413, "body-too-large"],
    [`${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`, JSON_TYPE, 400, "body-too-deep"],
    ["[".repeat(1_000_000), JSON_TYPE, 400, "body-too-deep"],
  ])(
    "is refused where it is no JSON that can be used (%#)",
    async (body, headers: Record<string, string>, status, code) => {
      const response = await send(body, headers);
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      const problem = ProblemSchema.parse(await response.json());
      expect(problem).toMatchObject({ status, code, traceId: expect.stringMatching(/^[\da-f]{32}$/) });
    },
  );

  it("without a declared length is bounded too", async () => {
    const chunk = new TextEncoder().encode("x".repeat(65_536));
    let sent = 0;
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 40) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const init = { method: "POST", headers: JSON_TYPE, body: stream, duplex: "half" };
    const response = await fetch(`${origin}/echo`, init as RequestInit);
    expect(response.status).toBe(413);
  });

  it("may be larger where pictures are uploaded", async () => {
    const body = `"${"x".repeat(2_000_000)}"`;
    const panel = "/api/v1/manga/sessions/s1/pages/1/panels/k1";
    for (const [path, status] of [
      // The server behind has no such routes.
      ["/api/v1/manga/generate", 404],
      [`${panel}/references`, 404],
      [`${panel}/references/more`, 413],
      [`${panel}/prompt`, 413],
    ] as const) {
      expect([path, (await send(body, JSON_TYPE, path)).status]).toEqual([path, status]);
    }
  });

  it("of one byte below the limit is read", async () => {
    const body = `"${"x".repeat(1_048_574)}"`;
    expect((await send(body, JSON_TYPE)).status).toBe(200);
  });
});

describe("a font", () => {
  it("may be larger than other bodies, and is one of three that are received at once", async () => {
    const body = `"${"x".repeat(2_000_000)}"`;
    const received = [1, 2, 3].map(() => send(body, JSON_TYPE, FONTS_PATH));
    await expect.poll(() => fonts.arrived).toBe(3);
    const refused = await send(body, JSON_TYPE, FONTS_PATH);
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("5");
    expect(ProblemSchema.parse(await refused.json())).toMatchObject({ code: "fonts-busy" });
    expect((await send("5", JSON_TYPE)).status).toBe(200);
    fonts.answer.resolve();
    for (const answer of await Promise.all(received)) {
      expect(await answer.json()).toEqual({ bytes: body.length });
    }
    expect((await send(body, JSON_TYPE, FONTS_PATH)).status).toBe(200);
    const tooLarge = await send(`"${"x".repeat(13_500_000)}"`, JSON_TYPE, FONTS_PATH);
    expect(tooLarge.status).toBe(413);
  });
});

describe("malformed requests", () => {
  it.each([
    ["GARBAGE\r\n\r\n", 400],
    ["GET / HTTP/1.1\r\n\r\n", 400],
    ["GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400],
    ["GET / HTTP/1.1\r\nHost: user@host\r\n\r\n", 400],
    ["GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
    ["GET /a\\b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
    ["OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
    ["GET http://evil.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 400],
    ["GET /favicon.ico HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 404],
    ["POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: nope\r\n\r\n", 400],
    [
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      400,
    ],
    [`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(20_000)}\r\n\r\n`, 431],
  ])("is answered with a problem as well (%#)", async (bytes, status) => {
    const answer = await sendRaw(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.toLowerCase()).toContain("content-type: application/problem+json");
    const [, body = ""] = answer.split("\r\n\r\n");
    expect(ProblemSchema.parse(JSON.parse(body))).toMatchObject({ status });
    expect(answer).not.toMatch(/\.ts|node_modules|<html/i);
  });

  it("gets its answer before the body is sent, with `Expect: 100-continue`", async () => {
    const head = `POST /echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n`;
    const socket = connect(port, "127.0.0.1");
    socket.write(`${head}Content-Length: 99999999\r\n\r\n`);
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1.1 413 /);
    socket.destroy();
    const small = connect(port, "127.0.0.1");
    small.write(`${head}Connection: close\r\nContent-Length: 2\r\n\r\n`);
    const [go] = await once(small, "data");
    expect(String(go)).toMatch(/^HTTP\/1.1 100 Continue/);
    small.end("{}");
    expect(await text(small)).toContain('{"got":{}}');
  });
});

it("passes on the trace that a request names, and creates one if none is named", async () => {
  const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  const trace = async (headers: Record<string, string>) =>
    (await fetch(`${origin}/trace`, { headers })).json();
  expect(await trace({ traceparent })).toEqual({ traceparent });
  expect(await trace({})).toEqual({ traceparent: expect.stringMatching(/^00-[\da-f]{32}-[\da-f]{16}-00$/) });
});

it("drains: requests in flight are answered, new ones are refused", async () => {
  const draining = frontServer(getTestServer("front-server-test"));
  const drain = drainable(draining);
  draining.listen(0, "127.0.0.1");
  await once(draining, "listening");
  const { port: at } = draining.address() as AddressInfo;
  const inFlight = fetch(`http://127.0.0.1:${at}/slow`);
  await slow.arrived.promise;
  const drained = drain(20_000);
  await expect(fetch(`http://127.0.0.1:${at}/trace`)).rejects.toThrow();
  slow.answer.resolve();
  expect(await (await inFlight).text()).toBe("done");
  await drained;
});
