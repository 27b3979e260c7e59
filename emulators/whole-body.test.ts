// Bodies from Node's HTTP server and client.
import { once } from "node:events";
import { createServer, get, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { wholeBody } from "./whole-body.ts";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Responds with the request's body, or with the error. */
async function echo(most?: Parameters<typeof wholeBody>[1]): Promise<number> {
  server = createServer((asked, response) => {
    wholeBody(asked, most).then(
      (body) => response.end(body),
      (error: Error) => response.end(error.message),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

async function post(port: number, chunks: readonly Buffer[]): Promise<Buffer> {
  const asked = request({ port, host: "127.0.0.1", method: "POST" });
  for (const chunk of chunks) asked.write(chunk);
  asked.end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  return wholeBody(answer);
}

test("bodies of many chunks, of one and of none are read", async () => {
  const port = await echo();
  const large = Array.from({ length: 20 }, (_, at) => Buffer.alloc(50_000, at));
  expect(await post(port, large)).toEqual(Buffer.concat(large));
  expect((await post(port, [Buffer.from("one")])).toString()).toBe("one");
  expect(await post(port, [])).toHaveLength(0);
});

test("a body that is too large gets an error response, and the connection can be reused", async () => {
  const port = await echo({ bytes: 4, error: () => new Error("too large") });
  expect((await post(port, [Buffer.alloc(3), Buffer.alloc(2), Buffer.alloc(9)])).toString()).toBe(
    "too large",
  );
  expect((await post(port, [Buffer.from("fits")])).toString()).toBe("fits");
});

test("an incomplete body is an error", async () => {
  server = createServer((_asked, response) => {
    response.writeHead(200, { "content-length": "10" });
    response.write("half", () => response.socket?.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const [answer] = (await once(get({ port: (server.address() as AddressInfo).port }), "response")) as [
    IncomingMessage,
  ];
  await expect(wholeBody(answer)).rejects.toThrow();
});
