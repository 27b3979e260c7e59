// A receiver's address may lead into our own network: no socket is ever opened to a range that is not public.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isPublicAddress } from "../api/public-address.ts";
import { signatureOf, webhookSecrets } from "../api/webhook-secrets.ts";
import type { WebhookEvent } from "../pipeline/webhook-deliveries.ts";
import { type SenderOptions, webhookSender } from "./webhook-sender.ts";

const EVENT: WebhookEvent = {
  ...{ id: "s1.0.completed", event: "session.completed", at: "2026-11-24T12:00:00.000Z" },
  session: { sessionId: "s1", status: "completed", title: "雨の夜" },
};
const SECRETS = webhookSecrets(new Uint8Array(32));

/** Each is refused as an address in a URL, and as the resolution of a name. */
const BLOCKED = [
  ...["0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.254"],
  ...["127.0.0.1", "127.1.2.3", "127.255.255.254", "168.63.129.16", "169.254.0.1", "169.254.169.254"],
  ...[
    "169.254.170.2",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
  ],
  ...["192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1"],
  ...["224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255"],
  ...["::", "::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:8.8.8.8", "::127.0.0.1"],
  ...["64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b::808:808", "64:ff9b:1::1", "100::1"],
  ...[
    "2001::1",
    "2001:0:7f00:1::",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::",
  ],
  ...[
    "2002:808:808::1",
    "3fff::1",
    "fc00::1",
    "fd00::1",
    "fd00:ec2::254",
    "fd20:ce::254",
    "fe80::1",
    "fec0::1",
  ],
  ...["ff02::1", "ff05::1:3", "5f00::1", "4000::1"],
];

/** Other spellings of addresses of this machine and of metadata, which URLs turn into the usual one. */
const SPELLINGS = [
  ...[
    "2130706433",
    "0x7f000001",
    "017700000001",
    "0177.0.0.1",
    "127.1",
    "0x7f.1",
    "2852039166",
    "0xa9fea9fe",
  ],
  ...[
    "①②⑦.0.0.1",
    "127。0。0。1",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:0:0:1]",
    "0",
    "127.0.0.1.",
    "[::ffff:a9fe:a9fe]",
  ],
];

let sockets: number;
const count = () => {
  sockets += 1;
};

beforeEach(() => {
  sockets = 0;
  subscribe("net.client.socket", count);
});
afterEach(() => {
  unsubscribe("net.client.socket", count);
});

function sender(options: Partial<SenderOptions> = {}) {
  return webhookSender({ ...SECRETS, allowLoopback: false, now: () => 1_790_000_000_500, ...options });
}

const send = (url: string, options: Partial<SenderOptions> = {}) =>
  sender(options).send({ url, ownerId: "ann", event: EVENT });

const inUrl = (address: string) => (address.includes(":") ? `[${address}]` : address);

describe("a receiver that is not public", () => {
  it("is refused without a socket, however it is named", async () => {
    expect(new Set(BLOCKED).size).toBeGreaterThanOrEqual(50);
    for (const address of BLOCKED) {
      for (const scheme of ["https", "http"]) {
        expect(await send(`${scheme}://${inUrl(address)}/hook`), address).toMatchObject({ kind: "failed" });
      }
      expect(await send("https://a.example/hook", { resolve: async () => [address] }), address).toMatchObject(
        {
          error: "the address is not public",
        },
      );
      // A public address in addition does not help, in either order.
      for (const addresses of [
        ["8.8.8.8", address],
        [address, "8.8.8.8"],
      ]) {
        const mixed = await send("https://a.example/hook", { resolve: async () => addresses });
        expect(mixed).toMatchObject({ error: "the address is not public" });
      }
    }
    expect(sockets).toBe(0);
  });

  it("is refused in other spellings of its address", async () => {
    for (const host of SPELLINGS) {
      const outcome = await send(`https://${host}:8443/hook`, { resolve: async (name) => [name] });
      expect(outcome, host).toMatchObject({ kind: "failed" });
    }
    expect(sockets).toBe(0);
  });

  it("is refused with a zone, and if a name has no address", async () => {
    expect(await send("https://a.example/", { resolve: async () => ["fe80::1%eth0"] })).toMatchObject({
      error: "the address is not public",
    });
    expect(await send("https://a.example/", { resolve: async () => [] })).toMatchObject({ kind: "failed" });
    expect(sockets).toBe(0);
  });

  it("is distinguished from public ones", () => {
    const open = [
      "8.8.8.8",
      "1.1.1.1",
      "172.15.255.255",
      "172.32.0.1",
      "100.63.255.255",
      "100.128.0.1",
      "192.0.1.1",
    ];
    for (const address of [...open, "2606:4700::1111", "2001:4860:4860::8888", "2a00:1450::1"]) {
      expect(isPublicAddress(address), address).toBe(true);
    }
    for (const nothing of ["", "localhost", "8.8.8", "8.8.8.8.8", "::g"])
      expect(isPublicAddress(nothing)).toBe(false);
  });
});

describe("a receiver on this machine, if allowed", () => {
  let server: Server;
  let answer: (
    request: IncomingMessage,
    body: string,
  ) => { status: number; headers?: Record<string, string> };
  let url: string;

  beforeEach(async () => {
    answer = () => ({ status: 204 });
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        const { status, headers = {} } = answer(request, Buffer.concat(chunks).toString("utf8"));
        if (status !== 0) response.writeHead(status, headers).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const here = { allowLoopback: true };

  it("gets the event with a signature that its owner's secret verifies", async () => {
    let seen: { headers: IncomingMessage["headers"]; body: string } | undefined;
    answer = ({ headers }, body) => {
      seen = { headers, body };
      return { status: 200 };
    };
    expect(await send(url, here)).toEqual({ kind: "delivered", status: 200 });
    expect(JSON.parse(seen?.body ?? "")).toEqual(EVENT);
    expect(seen?.headers).toMatchObject({
      "content-type": "application/json",
      "mekuri-delivery": "s1.0.completed",
      "mekuri-event": "session.completed",
    });
    const signature = String(seen?.headers["mekuri-signature"]);
    expect(signature).toMatch(/^t=1790000000,v1=[0-9a-f]{64}$/);
    const mine = { secret: SECRETS.secretOf("ann"), nowMs: 1_790_000_000_999 };
    expect(signature).toBe(signatureOf(seen?.body ?? "", mine));
    expect(signature).not.toBe(signatureOf(seen?.body ?? "", { ...mine, secret: SECRETS.secretOf("bob") }));
    expect(signature).not.toBe(signatureOf(`${seen?.body} `, mine));
  });

  it("is contacted at the verified address, even if its name resolves to another one a moment later", async () => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return asked === 1 ? ["127.0.0.1"] : ["10.0.0.1"];
    };
    const { port } = new URL(url);
    expect(await send(`http://rebind.example:${port}/hook`, { ...here, resolve })).toMatchObject({
      status: 204,
    });
    expect(asked).toBe(1);
  });

  it("is not followed when it redirects", async () => {
    answer = () => ({ status: 307, headers: { location: "http://169.254.169.254/latest/meta-data/" } });
    expect(await send(url, here)).toEqual({
      ...{ kind: "failed", status: 307 },
      error: "answered 307; redirects are not followed",
    });
    expect(sockets).toBe(1);
  });

  it("that fails, is silent, or is missing, is reported as such", async () => {
    answer = () => ({ status: 503 });
    expect(await send(url, here)).toEqual({ kind: "failed", status: 503, error: "answered 503" });
    answer = () => ({ status: 0 });
    const late = await send(url, { ...here, timeoutMs: 200 });
    expect(late).toEqual({ kind: "failed", error: "no answer within 200 ms" });
    const silent = await send("https://a.example/", { resolve: () => new Promise(() => {}), timeoutMs: 200 });
    expect(silent).toEqual({ kind: "failed", error: "no answer within 200 ms" });
    await new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    });
    expect(await send(url, here)).toEqual({ kind: "failed", error: "the connection failed (ECONNREFUSED)" });
  });

  it("does not open the rest of the network", async () => {
    for (const address of ["10.0.0.1", "169.254.169.254", "fd00::1"]) {
      expect(await send(`http://${inUrl(address)}/`, here)).toMatchObject({ kind: "failed" });
    }
    const both = { ...here, resolve: async () => ["127.0.0.1", "10.0.0.1"] };
    expect(await send("http://a.example/", both)).toMatchObject({ kind: "failed" });
    expect(sockets).toBe(0);
  });
});
