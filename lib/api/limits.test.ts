// Rate limits and the response headers that report them.
import { beforeEach, describe, expect, it } from "vitest";
import { addressRanges } from "./client-address.ts";
import { memoryLimiter } from "./memory-limiter.ts";
import { ask, sampleIdentity } from "./sample-identity.ts";

let identity: Awaited<ReturnType<typeof sampleIdentity>>;

const from = (address: string) => ({ headers: { "x-forwarded-for": address } });
const request = (address: string) => ask(identity.app, "GET", "/api/v1/auth/me", from(address));
const guest = (address: string) => ask(identity.app, "POST", "/api/v1/auth/guest", from(address));

beforeEach(async () => {
  identity = await sampleIdentity({ loopbackFactor: 3 });
});

describe("requests", () => {
  it("the 101st in a minute is refused, with the time to retry", async () => {
    for (let number = 1; number <= 100; number++) {
      const response = await request("203.0.113.9");
      expect(response.status).toBe(401);
      if (number === 1) {
        expect(response.headers.get("ratelimit-policy")).toBe('"requests";q=100;w=60');
        expect(response.headers.get("ratelimit")).toBe('"requests";r=99;t=61');
      }
    }
    const refused = await request("203.0.113.9");
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toBe("61");
    expect(refused.headers.get("ratelimit")).toBe('"requests";r=0;t=61');
    expect(await refused.json()).toMatchObject({ status: 429, code: "too-many-requests" });
    expect((await request("203.0.113.8")).status).toBe(401);
    identity.time.now += 61_000;
    expect((await request("203.0.113.9")).status).toBe(401);
  });

  it("for previews of letterings are counted apart, and may be more", async () => {
    const path = "/api/v1/manga/sessions/s1/pages/1/lettering/preview";
    const preview = () => ask(identity.app, "POST", path, from("203.0.113.9"));
    expect((await preview()).headers.get("ratelimit-policy")).toBe('"previews";q=300;w=60');
    for (let number = 2; number <= 300; number++) expect((await preview()).status).not.toBe(429);
    expect((await preview()).status).toBe(429);
    expect((await request("203.0.113.9")).status).toBe(401);
  });

  it("are counted for the address that the trusted proxy saw, not for a forged one", async () => {
    for (let number = 1; number <= 100; number++) await request(`198.51.100.${number}, 203.0.113.9`);
    expect((await request("198.51.100.200, 203.0.113.9")).status).toBe(429);
  });

  it("are counted together for one IPv6 /64 network, which one subscriber gets", async () => {
    for (let number = 1; number <= 100; number++) await request(`2001:db8:1:2::${number}`);
    expect((await request("2001:db8:1:2:ffff::1")).status).toBe(429);
    expect((await request("2001:db8:1:3::1")).status).toBe(401);
  });

  it("at the service's own address are counted for the caller, however many addresses are forged", async () => {
    identity = await sampleIdentity({ addresses: { trustedProxies: 2 } });
    for (let number = 1; number <= 100; number++) await request(`198.51.100.${number}, 203.0.113.66`);
    expect((await request("198.51.100.200, 203.0.113.66")).status).toBe(429);
    expect((await request("203.0.113.66")).status).toBe(429);
    expect((await request("198.51.100.200, 203.0.113.67")).status).toBe(401);
  });

  it("that are refused do not count for the addresses that the caller forged", async () => {
    identity = await sampleIdentity({ addresses: { trustedProxies: 2 } });
    for (let number = 1; number <= 250; number++) await request("198.51.100.1, 203.0.113.66");
    // The forged address was counted a hundred times: as often as the caller was let through.
    expect((await request("203.0.113.70, 198.51.100.1")).status).toBe(429);
    for (let number = 1; number <= 250; number++) await request("198.51.100.2, 203.0.113.66");
    expect((await request("203.0.113.70, 198.51.100.2")).status).toBe(401);
  });

  it("through Hosting are counted for the caller, if Hosting's address ranges are known", async () => {
    const proxyRanges = addressRanges(["192.0.2.0/24"]);
    identity = await sampleIdentity({ addresses: { trustedProxies: 2, proxyRanges } });
    for (let number = 1; number <= 100; number++) await request(`203.0.113.66, 192.0.2.${number}`);
    expect((await request("203.0.113.66, 192.0.2.200")).status).toBe(429);
    expect((await request("203.0.113.67, 192.0.2.200")).status).toBe(401);
  });

  it("from this machine may be more, if the setting says so", async () => {
    for (let number = 1; number <= 300; number++) expect((await request("127.0.0.1")).status).toBe(401);
    expect((await request("127.0.0.1")).status).toBe(429);
  });

  it("for public keys and preflights are not counted", async () => {
    for (let number = 1; number <= 100; number++) await request("203.0.113.9");
    const keys = await ask(identity.app, "GET", "/.well-known/jwks.json", from("203.0.113.9"));
    expect(keys.status).toBe(200);
    const headers = { origin: "https://studio.example", "access-control-request-method": "POST" };
    const preflight = await ask(identity.app, "OPTIONS", "/api/v1/auth/guest", {
      headers: { ...headers, ...from("203.0.113.9").headers },
    });
    expect(preflight.status).toBe(204);
  });
});

it("the 11th sign-in in a minute is refused, of all kinds together", async () => {
  for (let number = 1; number <= 10; number++) expect((await guest("203.0.113.9")).status).toBe(200);
  const refused = await guest("203.0.113.9");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("ratelimit-policy")).toBe('"sign-ins";q=10;w=60');
  const login = await ask(identity.app, "POST", "/api/v1/auth/login", {
    ...from("203.0.113.9"),
    body: { email: "mina@example.com", password: "correct horse" },
  });
  expect(login.status).toBe(429);
  expect((await guest("203.0.113.8")).status).toBe(200);
});

describe("a limiter in memory", () => {
  const rule = { name: "requests", limit: 10, windowSeconds: 60 };

  it("allows a request after the stated time, after any earlier requests", async () => {
    const time = { now: 1_000_000 };
    const limiter = memoryLimiter(() => time.now);
    for (let round = 0; round < 50; round++) {
      const verdict = await limiter.take(rule, "a");
      time.now += verdict.isAllowed ? 700 * (round % 7) : verdict.resetSeconds * 1_000;
      if (!verdict.isAllowed) expect((await limiter.take(rule, "a")).isAllowed).toBe(true);
    }
  });

  it("never allows more than twice the limit within one window", async () => {
    const time = { now: 0 };
    const limiter = memoryLimiter(() => time.now);
    const passed: number[] = [];
    for (time.now = 0; time.now < 600_000; time.now += 500) {
      if ((await limiter.take(rule, "a")).isAllowed) passed.push(time.now);
    }
    const most = Math.max(
      ...passed.map((at) => passed.filter((other) => other >= at && other < at + 60_000).length),
    );
    expect(most).toBeLessThan(20);
    expect(passed.length).toBeGreaterThan(80);
  });

  it("evicts the oldest of ten thousand keys", async () => {
    const limiter = memoryLimiter(() => 0);
    for (let number = 0; number < 10; number++) await limiter.take(rule, "first");
    expect((await limiter.take(rule, "first")).isAllowed).toBe(false);
    for (let number = 0; number < 10_001; number++) await limiter.take(rule, `other ${number}`);
    expect((await limiter.take(rule, "first")).isAllowed).toBe(true);
  });
});
