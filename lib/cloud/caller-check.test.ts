// Tokens of callers against a server that publishes keys as Google does.
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import * as fc from "fast-check";
import { exportJWK, type GenerateKeyPairResult, generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CallerCheck, callerCheck, REMOVED_SIGNATURE } from "./caller-check.ts";
import { readCaller, SettingError } from "./config.ts";

const RULES = {
  audience: "mekuri-artwork-107",
  account: "mekuri-pusher@p1.iam.gserviceaccount.com",
  isSignatureRemoved: false,
};
const NOW = Date.UTC(2026, 10, 30);
const SECONDS = NOW / 1_000;
const CLAIMS = {
  ...{ iss: "https://accounts.google.com", aud: RULES.audience, email: RULES.account, email_verified: true },
  ...{ sub: "107", iat: SECONDS, exp: SECONDS + 3_600 },
};

let server: Server;
let keysUrl: string;
let google: GenerateKeyPairResult;
let stranger: GenerateKeyPairResult;
let asked: number;
let keysStatus: number;
let now: number;

beforeAll(async () => {
  [google, stranger] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = { ...(await exportJWK(google.publicKey)), kid: "g1", alg: "RS256", use: "sig" };
  server = createServer((_, response) => {
    asked += 1;
    response.writeHead(keysStatus).end(JSON.stringify({ keys: [jwk] }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  keysUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/certs`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = 0;
  keysStatus = 200;
  now = NOW;
});

const check = (rules: Partial<typeof RULES> = {}): CallerCheck =>
  callerCheck({ ...RULES, keysUrl, ...rules }, () => now);

const signed = async (claims: object = {}, by = google, header: object = {}) =>
  `Bearer ${await new SignJWT(JSON.parse(JSON.stringify({ ...CLAIMS, ...claims })))
    .setProtectedHeader({ alg: "RS256", kid: "g1", ...header })
    .sign(by.privateKey)}`;
/** As Cloud Run passes a token on that it has checked. */
const checkedByCloudRun = async (claims: object = {}) =>
  (await signed(claims)).replace(/[^.]*$/, REMOVED_SIGNATURE);

describe("a caller", () => {
  it("is accepted by a token of the account for this function, and the keys are fetched once", async () => {
    const knows = check();
    for (let hour = 0; hour < 3; hour += 1) {
      now = NOW + hour * 1_000;
      expect(await knows(await signed({ iat: SECONDS + hour }))).toBe("known");
    }
    expect(asked).toBe(1);
  });

  it.each([
    ["another audience", { aud: "mekuri-lettering-107" }, "forbidden"],
    ["another account", { email: "mekuri-webhook@p1.iam.gserviceaccount.com" }, "forbidden"],
    ["an unverified e-mail address", { email_verified: false }, "unauthenticated"],
    ["no account", { email: undefined }, "unauthenticated"],
    ["another issuer", { iss: "https://accounts.google.com.evil.example" }, "unauthenticated"],
    ["an expiry in the past", { exp: SECONDS - 60 }, "unauthenticated"],
    ["no expiry", { exp: undefined }, "unauthenticated"],
  ] as const)("is refused with a token that has %s, and no key is fetched", async (_, claims, verdict) => {
    expect(await check()(await signed(claims))).toBe(verdict);
    expect(asked).toBe(0);
    // The same checks apply to tokens whose signature Cloud Run has removed.
    expect(await check({ isSignatureRemoved: true })(await checkedByCloudRun(claims))).toBe(verdict);
  });

  it("is refused without a token that can be read", async () => {
    for (const nothing of [
      undefined,
      "",
      "Bearer",
      "Bearer a.b.c",
      "Basic YTpi",
      `Bearer ${"x".repeat(9_000)}`,
    ]) {
      expect(await check()(nothing)).toBe("unauthenticated");
    }
  });

  it("is refused if the signature is another signer's, by any algorithm, or missing", async () => {
    expect(await check()(await signed({}, stranger))).toBe("unauthenticated");
    expect(await check()(await signed({}, stranger, { kid: "g2" }))).toBe("unauthenticated");
    const secret = new TextEncoder().encode("a secret of at least 32 bytes, for HS256");
    const symmetric = await new SignJWT(CLAIMS).setProtectedHeader({ alg: "HS256", kid: "g1" }).sign(secret);
    expect(await check()(`Bearer ${symmetric}`)).toBe("unauthenticated");
    const [header, claims] = (await signed()).split(".");
    expect(await check()(`${header}.${claims}.`)).toBe("unauthenticated");
  });

  it("is refused with any change of a good token", async () => {
    const good = await signed();
    const knows = check();
    const change = fc.tuple(fc.nat(good.length - 1), fc.constantFrom(..."abcXYZ019-_.")).filter(
      // The last letter contains unused bits.
      ([at, letter]) => at < good.length - 1 && at >= "Bearer ".length && good[at] !== letter,
    );
    await fc.assert(
      fc.asyncProperty(change, async ([at, letter]) => {
        expect(await knows(good.slice(0, at) + letter + good.slice(at + 1))).not.toBe("known");
      }),
      { numRuns: 200 },
    );
  });

  it("is accepted without a signature only behind Cloud Run's check", async () => {
    const token = await checkedByCloudRun();
    expect(await check({ isSignatureRemoved: true })(token)).toBe("known");
    expect(await check()(token)).toBe("unauthenticated");
    // A signature that is there counts there too.
    expect(await check({ isSignatureRemoved: true })(await signed())).toBe("known");
    expect(await check({ isSignatureRemoved: true })(await signed({}, stranger))).toBe("unauthenticated");
  });

  it("is answered with 503 while the keys cannot be fetched, and accepted afterwards", async () => {
    const knows = check();
    const token = await signed();
    keysStatus = 500;
    expect(await knows(token)).toBe("unavailable");
    expect(await check()(await signed({ aud: "other" }))).toBe("forbidden");
    keysStatus = 200;
    expect(await knows(token)).toBe("known");
    const nobody = callerCheck({ ...RULES, keysUrl: "http://127.0.0.1:1/certs" }, () => now);
    expect(await nobody(token)).toBe("unavailable");
  });

  it("is accepted by the same token until its expiry, and not after", async () => {
    const knows = check();
    const token = await signed({ exp: SECONDS + 60 });
    expect(await knows(token)).toBe("known");
    now = NOW + 59_000;
    expect(await knows(token)).toBe("known");
    now = NOW + 66_000;
    expect(await knows(token)).toBe("unauthenticated");
  });

  it("is accepted by many tokens, each verified, of which few are cached", async () => {
    const knows = check();
    const tokens = await Promise.all([...Array(40).keys()].map((at) => signed({ iat: SECONDS + at })));
    for (const token of [...tokens, ...tokens]) expect(await knows(token)).toBe("known");
  });
});

describe("the settings of a caller", () => {
  const given = { MEKURI_CALLER_AUDIENCE: "a", MEKURI_CALLER_ACCOUNT: "b@c" };

  it("are both required in the cloud, and nothing is checked without them on one machine", () => {
    expect(readCaller({})).toBeUndefined();
    expect(readCaller({ ...given, K_SERVICE: "s" })).toEqual({
      ...{ audience: "a", account: "b@c", isSignatureRemoved: false, keysUrl: undefined },
    });
    expect(readCaller({ ...given, MEKURI_CALLER_SIGNATURE: "removed" })).toMatchObject({
      isSignatureRemoved: true,
    });
    for (const part of [
      { K_SERVICE: "s" },
      { MEKURI_CALLER_AUDIENCE: "a" },
      { K_SERVICE: "s", MEKURI_CALLER_ACCOUNT: "b@c" },
    ]) {
      expect(() => readCaller(part)).toThrow(SettingError);
    }
  });
});
