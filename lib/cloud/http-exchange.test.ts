// The exchange against a Node server that answers, closes and is silent as a test requires.
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { exchange } from "./http-exchange.ts";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serving(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<URL> {
  server = createServer((request, response) => answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/a?b=c`);
}

test("a body is sent completely and an answer received completely, with any status", async () => {
  const url = await serving(async (request, response) => {
    const sent = Buffer.concat(await request.toArray());
    response.writeHead(412, { "x-seen": "1" });
    response.end(`${request.method} ${request.url} ${request.headers["x-name"]} ${sent.length}`);
  });
  const asked = {
    url,
    method: "POST",
    headers: { "x-name": "n" },
    body: Buffer.alloc(300_000),
    timeoutMs: 5_000,
  };
  const { status, body } = await exchange(asked);
  expect([status, body.toString()]).toEqual([412, "POST /a?b=c n 300000"]);
});

test("a kept-alive connection that was closed while idle is replaced", async () => {
  let asked = 0;
  const url = await serving((request, response) => {
    asked += 1;
    // The second request finds its connection cut.
    if (asked === 2) request.socket.resetAndDestroy();
    else response.end(`${asked}`);
  });
  const get = async () => (await exchange({ url, headers: {}, timeoutMs: 5_000 })).body.toString();
  expect(await get()).toBe("1");
  expect(await get()).toBe("3");
});

test("silence ends with the time, and a broken answer is an error", async () => {
  const url = await serving((request, response) => {
    if (request.method === "GET") return;
    response.writeHead(200, { "content-length": "10" });
    response.write("half", () => request.socket.resetAndDestroy());
  });
  await expect(exchange({ url, headers: {}, timeoutMs: 20 })).rejects.toThrow(/no answer within 20 ms/);
  await expect(exchange({ url, method: "POST", headers: {}, timeoutMs: 5_000 })).rejects.toThrow();
});
