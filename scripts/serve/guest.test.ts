// Sign-in of the commands on a data folder.
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it } from "vitest";
import { guestOf, RequestRefusedError } from "./guest.ts";

let server: Server;
let api: string;
let folder: string;
/** The requests, and the valid tokens. */
let world: {
  asked: string[];
  valid: Set<string>;
  signIns: number;
  refusal: number | undefined;
  expiresIn: number;
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "mekuri-guest-"));
  world = { asked: [], valid: new Set(), signIns: 0, refusal: undefined, expiresIn: 3_600 };
  server = createServer(async (request, response) => {
    response.setHeader("content-type", "application/json");
    if (request.url === "/api/v1/auth/guest") {
      expect(await json(request)).toEqual({ key: "k".repeat(32) });
      world.signIns += 1;
      if (world.refusal !== undefined) {
        response.statusCode = world.refusal;
        return response.end('{"code":"too-many-requests","detail":"More than 10 sign-ins"}');
      }
      const accessToken = `token-${world.signIns}`;
      world.valid.add(accessToken);
      return response.end(JSON.stringify({ ownerId: "mina", accessToken, expiresIn: world.expiresIn }));
    }
    const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
    world.asked.push(`${request.method} ${request.url} ${token}`);
    response.statusCode = world.valid.has(token) ? 200 : 401;
    return response.end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const guest = (file?: string) => guestOf(api, "k".repeat(32), file);

it("signs in once for many requests and for later commands", async () => {
  const file = join(folder, "token.json");
  const first = guest(file);
  expect((await first.fetch("/a")).status).toBe(200);
  expect((await first.fetch("/b", { method: "POST", body: {} })).status).toBe(200);
  expect(await first.ownerId()).toBe("mina");
  expect((await guest(file).fetch("/c")).status).toBe(200);
  expect(await guest(file).ownerId()).toBe("mina");
  expect(world.signIns).toBe(1);
  expect(world.asked).toEqual(["GET /a token-1", "POST /b token-1", "GET /c token-1"]);
  if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
});

it("signs in again if the stored token is refused, expired or malformed", async () => {
  const file = join(folder, "token.json");
  await guest(file).fetch("/a");
  world.valid.clear();
  expect((await guest(file).fetch("/b")).status).toBe(200);
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ accessToken: "token-2" });
  writeFileSync(file, "nonsense");
  expect((await guest(file).fetch("/c")).status).toBe(200);
  world.expiresIn = 30;
  const short = guest();
  await short.fetch("/d");
  await short.fetch("/e");
  expect(world.signIns).toBe(5);
});

it("reports the reason if sign-in is refused, and tries again the next time", async () => {
  world.refusal = 429;
  const one = guest();
  await expect(one.fetch("/a")).rejects.toThrow(RequestRefusedError);
  await expect(one.ownerId()).rejects.toMatchObject({ status: 429, message: "More than 10 sign-ins" });
  world.refusal = undefined;
  expect((await one.fetch("/a")).status).toBe(200);
});
