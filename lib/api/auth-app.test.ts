// Signing in and staying signed in, over the routes.
import { beforeEach, describe, expect, it } from "vitest";
import { TokenRefusedError } from "./identity.ts";
import { type Asked, ask, sampleIdentity } from "./sample-identity.ts";
import type { TokenPair } from "./sign-in.ts";

let identity: Awaited<ReturnType<typeof sampleIdentity>>;

beforeEach(async () => {
  identity = await sampleIdentity({
    async readGoogleId(idToken) {
      if (!idToken.startsWith("good-")) throw new TokenRefusedError("invalid", "no");
      return {
        ...{ kind: "google", subject: idToken.slice(5) },
        ...{ email: "mina@example.com", isEmailVerified: true, name: "Mina" },
      };
    },
  });
});

const post = (route: string, body?: unknown, more: Asked = {}) =>
  ask(identity.app, "POST", `/api/v1/auth/${route}`, { ...more, body });
const pairOf = async (response: Response) => (await response.json()) as TokenPair;
const account = { email: "mina@example.com", password: "correct horse" };
const me = async (token: string) => (await ask(identity.app, "GET", "/api/v1/auth/me", { token })).json();

it("gives a new password account the daily limit for new accounts, and a Google account the service's limit", async () => {
  const limitOf = async (response: Response) =>
    (await identity.users.read((await pairOf(response)).ownerId))?.dayLimit;
  expect(await limitOf(await post("register", account))).toBe("new-account");
  expect(await limitOf(await post("guest"))).toBe("new-account");
  expect(await limitOf(await post("google", { idToken: "good-1" }))).toBe("service");
});

describe("an account with a password", () => {
  it("is registered once, with a case-insensitive address, and can then log in", async () => {
    const registered = await post("register", { ...account, name: "Mina" });
    expect(registered.status).toBe(201);
    const { ownerId, accessToken, refreshToken } = await pairOf(registered);
    expect(accessToken).not.toBe(refreshToken);
    expect(await me(accessToken)).toMatchObject({
      ownerId,
      kind: "password",
      email: account.email,
      name: "Mina",
    });
    const again = await post("register", { ...account, email: "MINA@example.com" });
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: "email-taken" });
    const login = await post("login", { ...account, email: " Mina@Example.com".trim() });
    expect(login.status).toBe(200);
    expect(await pairOf(login)).toMatchObject({ ownerId, expiresIn: 3_600, refreshExpiresIn: 604_800 });
  });

  it("answers a wrong password and an unknown account with the same problem", async () => {
    await post("register", account);
    const [wrong, unknown] = await Promise.all([
      post("login", { ...account, password: "correct house" }),
      post("login", { ...account, email: "nobody@example.com" }),
    ]);
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.headers.get("www-authenticate")).toBe('Bearer realm="mekuri"');
    const [one, two] = (await Promise.all([wrong.json(), unknown.json()])) as [object, object];
    expect({ ...one, traceId: "" }).toEqual({ ...two, traceId: "" });
  });

  it("allows ten attempts in ten minutes, from all addresses together", async () => {
    await post("register", account);
    const tries: number[] = [];
    for (let address = 1; address <= 12; address++) {
      const headers = { "x-forwarded-for": `203.0.113.${address}` };
      tries.push((await post("login", { ...account, password: "wrong" }, { headers })).status);
    }
    // The registration counts as one of the ten attempts.
    expect(tries).toEqual([...Array(9).fill(401), 429, 429, 429]);
    const headers = { "x-forwarded-for": "203.0.113.99" };
    const right = await post("login", account, { headers });
    expect(right.status).toBe(429);
    expect(await right.json()).toMatchObject({ code: "too-many-requests" });
    identity.time.now += 20 * 60_000;
    expect((await post("login", account, { headers })).status).toBe(200);
  });

  it.each([
    [{ email: "mina", password: "correct horse" }, "email"],
    [{ email: "mina@example.com", password: "short" }, "password"],
    [{ email: "mina@example.com", password: "x".repeat(129) }, "password"],
    [{ email: "mina@example.com", password: "correct horse", admin: true }, "admin"],
    [{ email: "mina@example.com" }, "password"],
  ])("needs usable fields (%#)", async (body, field) => {
    const response = await post("register", body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "invalid-request", field });
  });
});

describe("other ways in", () => {
  it("makes a new guest for each sign-in, unless the same key is sent", async () => {
    const [one, two] = [await pairOf(await post("guest")), await pairOf(await post("guest"))];
    expect(one.ownerId).not.toBe(two.ownerId);
    const key = "k".repeat(32);
    const [three, four] = [
      await pairOf(await post("guest", { key })),
      await pairOf(await post("guest", { key })),
    ];
    expect(three.ownerId).toBe(four.ownerId);
    expect(three.refreshToken).not.toBe(four.refreshToken);
    expect((await post("guest", { key: "short" })).status).toBe(422);
  });

  it("makes one user for each Google account", async () => {
    const first = await pairOf(await post("google", { idToken: "good-7" }));
    const second = await pairOf(await post("google", { idToken: "good-7" }));
    expect(second.ownerId).toBe(first.ownerId);
    expect(await me(first.accessToken)).toMatchObject({ kind: "google", name: "Mina" });
    expect((await post("google", { idToken: "bad" })).status).toBe(401);
    // The same address with a password is another user: its ownership is not verified.
    const { ownerId } = await pairOf(await post("register", account));
    expect(ownerId).not.toBe(first.ownerId);
  });

  it("refuses the ways to sign in that are switched off", async () => {
    identity = await sampleIdentity({ allowsGuests: false });
    expect(await (await post("guest")).json()).toMatchObject({ status: 403, code: "guests-off" });
    expect(await (await post("google", { idToken: "x" })).json()).toMatchObject({ code: "google-off" });
  });
});

describe("staying signed in", () => {
  it("answers a refresh with a child token; a repeat within the grace period gets the same bytes", async () => {
    const { refreshToken, ownerId } = await pairOf(await post("guest"));
    identity.time.now += 60_000;
    const child = await pairOf(await post("refresh", { refreshToken }));
    expect(child.ownerId).toBe(ownerId);
    expect(child.refreshToken).not.toBe(refreshToken);
    identity.time.now += 20_000;
    expect(await pairOf(await post("refresh", { refreshToken }))).toEqual(child);
  });

  it("ends the family, its access tokens too, when a refresh token is used after the grace period", async () => {
    const { refreshToken } = await pairOf(await post("guest"));
    const child = await pairOf(await post("refresh", { refreshToken }));
    identity.time.now += 31_000;
    const reused = await post("refresh", { refreshToken });
    expect(reused.status).toBe(401);
    expect(await reused.json()).toMatchObject({ code: "token-revoked" });
    expect((await post("refresh", { refreshToken: child.refreshToken })).status).toBe(401);
    expect(await me(child.accessToken)).toMatchObject({ status: 401, code: "token-revoked" });
  });

  it("gives two concurrent refreshes with one token the same child", async () => {
    const { refreshToken } = await pairOf(await post("guest"));
    const answers = await Promise.all([1, 2, 3, 4].map(() => post("refresh", { refreshToken })));
    const pairs = await Promise.all(answers.map(pairOf));
    expect(new Set(pairs.map((pair) => JSON.stringify(pair))).size).toBe(1);
  });

  it("expires after a week without a refresh", async () => {
    const { refreshToken } = await pairOf(await post("guest"));
    identity.time.now += 7 * 86_400_000 - 1_000;
    const child = await pairOf(await post("refresh", { refreshToken }));
    identity.time.now += 7 * 86_400_000 + 6_000;
    const late = await post("refresh", { refreshToken: child.refreshToken });
    expect(await late.json()).toMatchObject({ status: 401, code: "token-expired" });
  });

  it("ends with a logout, which may be repeated", async () => {
    const { refreshToken, accessToken } = await pairOf(await post("guest"));
    const other = await pairOf(await post("guest"));
    expect((await post("logout", { refreshToken })).status).toBe(204);
    expect((await post("logout", { refreshToken })).status).toBe(204);
    expect((await post("refresh", { refreshToken })).status).toBe(401);
    expect(await me(accessToken)).toMatchObject({ code: "token-revoked" });
    expect(await me(other.accessToken)).toMatchObject({ ownerId: other.ownerId });
    expect((await post("logout", { refreshToken: "x" })).status).toBe(401);
  });
});

describe("the list of sign-ins", () => {
  const signIns = async (token: string) => {
    const response = await ask(identity.app, "GET", "/api/v1/auth/sign-ins", { token });
    return ((await response.json()) as { signIns: Record<string, unknown>[] }).signIns;
  };
  const end = async (path: string, token: string) =>
    (await ask(identity.app, "DELETE", `/api/v1/auth/sign-ins${path}`, { token })).status;

  it("has the account's own, the last used first, with kind and times, and marks this one", async () => {
    const first = await pairOf(await post("register", account));
    identity.time.now += 60_000;
    const second = await pairOf(await post("login", account));
    await post("guest");
    const startedAt = "2026-11-24T12:00:00.000Z";
    expect(await signIns(second.accessToken)).toEqual([
      expect.objectContaining({ way: "password", startedAt: "2026-11-24T12:01:00.000Z", isThis: true }),
      expect.objectContaining({ way: "password", startedAt, lastUsedAt: startedAt, isThis: false }),
    ]);
    identity.time.now += 60_000;
    const refreshed = await pairOf(await post("refresh", { refreshToken: first.refreshToken }));
    expect(await signIns(refreshed.accessToken)).toMatchObject([
      { startedAt, lastUsedAt: "2026-11-24T12:02:00.000Z", isThis: true },
      { isThis: false },
    ]);
  });

  it("ends one sign-in, with its tokens, and leaves those of others", async () => {
    const [first, stranger] = [
      await pairOf(await post("register", account)),
      await pairOf(await post("guest")),
    ];
    const second = await pairOf(await post("login", account));
    const listed = await signIns(second.accessToken);
    const other = listed.find(({ isThis }) => isThis === false)?.signInId;
    expect(await end(`/${other}`, stranger.accessToken)).toBe(204);
    expect(await me(first.accessToken)).toMatchObject({ ownerId: first.ownerId });
    expect([await end(`/${other}`, second.accessToken), await end(`/${other}`, second.accessToken)]).toEqual([
      204, 204,
    ]);
    expect(await me(first.accessToken)).toMatchObject({ code: "token-revoked" });
    expect((await post("refresh", { refreshToken: first.refreshToken })).status).toBe(401);
    expect(await signIns(second.accessToken)).toHaveLength(1);
  });

  it("ends all others", async () => {
    const first = await pairOf(await post("register", account));
    const [second, third] = [
      await pairOf(await post("login", account)),
      await pairOf(await post("login", account)),
    ];
    expect(await end("", third.accessToken)).toBe(204);
    expect(await signIns(third.accessToken)).toMatchObject([{ isThis: true }]);
    for (const { accessToken } of [first, second]) {
      expect(await me(accessToken)).toMatchObject({ code: "token-revoked" });
    }
  });
});

describe("the answers", () => {
  it("forbid caching of tokens and allow caching of public keys", async () => {
    expect((await post("guest")).headers.get("cache-control")).toBe("no-store");
    const keys = await ask(identity.app, "GET", "/.well-known/jwks.json");
    expect(keys.headers.get("cache-control")).toBe("public, max-age=300");
    const body = await keys.text();
    expect(JSON.parse(body).keys).toHaveLength(2);
    expect(body).not.toContain('"d"');
  });

  it("contain a Firebase custom token for the owner", async () => {
    const { accessToken, ownerId } = await pairOf(await post("guest"));
    const response = await post("firebase-token", undefined, { token: accessToken });
    expect(await response.json()).toEqual({ customToken: `custom-token-of-${ownerId}`, expiresIn: 3_600 });
    expect((await post("firebase-token")).status).toBe(401);
  });
});
