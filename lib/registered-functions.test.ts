import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { getTestServer } from "@google-cloud/functions-framework/testing";
import { expect, it } from "vitest";
import { answerJson, registeredServer, registerFunction } from "./registered-functions.ts";

async function ask(name: string, body?: string, served = registeredServer(name)): Promise<Response> {
  const server = served.listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      method: "POST",
      ...(body !== undefined && { body, headers: { "content-type": "application/json" } }),
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function domainNow(): unknown {
  return "domain" in process ? process.domain : undefined;
}

it("serves a request without a domain, so that no async hook runs for its promises", async () => {
  registerFunction("in-the-open", async (_request, response) => {
    const before = domainNow();
    await new Promise(setImmediate);
    answerJson(response, 200, { isInDomain: [before, domainNow()].some((domain) => domain != null) });
  });
  expect(await (await ask("in-the-open")).json()).toEqual({ isInDomain: false });
});

it("answers 500 for a function whose promise is rejected", async () => {
  registerFunction("rejects", async () => {
    throw new Error("as a test wants it");
  });
  expect((await ask("rejects")).status).toBe(500);
});

it("passes on a JSON body, parsed and raw, and refuses an invalid one", async () => {
  const seen: unknown[] = [];
  registerFunction("reads", (request, response) => {
    seen.push(request.body, request.rawBody?.toString());
    response.writeHead(204).end();
  });
  expect((await ask("reads", '{"a":"漫"}')).status).toBe(204);
  expect((await ask("reads")).status).toBe(204);
  expect(seen).toEqual([{ a: "漫" }, '{"a":"漫"}', undefined, ""]);
  expect((await ask("reads", "{")).status).toBe(400);
  expect(seen).toHaveLength(4);
});

it("can be served by the functions framework too", async () => {
  registerFunction("anywhere", (request, response) => answerJson(response, 200, request.body));
  expect(await (await ask("anywhere", "[1]", getTestServer("anywhere"))).json()).toEqual([1]);
});

it("throws for an unregistered function", () => {
  expect(() => registeredServer("nobody")).toThrow(/nobody is not registered/);
});
