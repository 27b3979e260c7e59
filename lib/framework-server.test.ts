import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { http } from "@google-cloud/functions-framework";
import { expect, it } from "vitest";
import { frameworkServer } from "./framework-server.ts";

async function ask(name: string): Promise<Response> {
  const server = frameworkServer(name).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    return await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { method: "POST" });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function domainNow(): unknown {
  return "domain" in process ? process.domain : undefined;
}

it("serves a request in no domain, so that no async hook is called for its promises", async () => {
  http("in-the-open", async (_request, response) => {
    const before = domainNow();
    await new Promise(setImmediate);
    response.json({ isInDomain: [before, domainNow()].some((domain) => domain != null) });
  });
  expect(await (await ask("in-the-open")).json()).toEqual({ isInDomain: false });
});

it("answers 500 for a function whose promise is rejected", async () => {
  http("rejects", async () => {
    throw new Error("as a test wants it");
  });
  expect((await ask("rejects")).status).toBe(500);
});
