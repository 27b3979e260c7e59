// Guests that become an account or join one, by Identity Platform and by a password, without losing a book.
import { beforeEach, describe, expect, it } from "vitest";
import { TokenRefusedError } from "./identity.ts";
import { ask, sampleIdentity } from "./sample-identity.ts";
import type { TokenPair } from "./sign-in.ts";

let identity: Awaited<ReturnType<typeof sampleIdentity>>;
let isVerified: boolean;

beforeEach(async () => {
  isVerified = false;
  identity = await sampleIdentity({
    loopbackFactor: 1_000_000,
    async readIdToken(idToken) {
      if (!idToken.startsWith("good-")) throw new TokenRefusedError("invalid", "no");
      const email = "mina@example.com";
      return { subject: idToken.slice(5), email, isEmailVerified: isVerified, name: "Mina" };
    },
  });
});

const post = (route: string, body: unknown) => ask(identity.app, "POST", `/api/v1/auth/${route}`, { body });
const pairOf = async (response: Response) => (await response.json()) as TokenPair;
const exchange = (idToken: string, guestToken?: string) => post("exchange", { idToken, guestToken });
const newGuest = async (key?: string) => pairOf(await post("guest", { key }));
const me = (token: string) => ask(identity.app, "GET", "/api/v1/auth/me", { token });
/** The owner ids that a token may act for. */
const ownersOf = async (token: string) => (await identity.gate.authenticate(token)).owners;

describe("a guest who exchanges an ID token", () => {
  it("becomes the account under the same owner id", async () => {
    const guest = await newGuest();
    const account = await pairOf(await exchange("good-1", guest.accessToken));
    expect(account.ownerId).toBe(guest.ownerId);
    expect(await (await me(account.accessToken)).json()).toMatchObject({
      ...{ ownerId: guest.ownerId, kind: "firebase", email: "mina@example.com", name: "Mina" },
    });
    expect((await pairOf(await exchange("good-1"))).ownerId).toBe(guest.ownerId);
  });

  it("ends the guest's key and its earlier sign-ins, which others may know", async () => {
    const key = "k".repeat(32);
    const [first, second] = [await newGuest(key), await newGuest(key)];
    identity.time.now += 1_000;
    const account = await pairOf(await exchange("good-1", first.accessToken));
    const withKey = await post("guest", { key });
    expect([withKey.status, ((await withKey.json()) as { code: string }).code]).toEqual([
      401,
      "guest-has-account",
    ]);
    for (const { accessToken, refreshToken } of [first, second]) {
      expect((await me(accessToken)).status).toBe(401);
      expect((await post("refresh", { refreshToken })).status).toBe(401);
    }
    expect((await me(account.accessToken)).status).toBe(200);
    expect((await post("refresh", { refreshToken: account.refreshToken })).status).toBe(200);
  });

  it("may repeat the exchange after a lost answer, and in two tabs at once", async () => {
    const guest = await newGuest();
    identity.time.now += 1_000;
    const answers = await Promise.all([1, 2, 3].map(() => exchange("good-1", guest.accessToken)));
    const again = await exchange("good-1", guest.accessToken);
    const pairs = await Promise.all([...answers, again].map(pairOf));
    expect(new Set(pairs.map(({ ownerId }) => ownerId))).toEqual(new Set([guest.ownerId]));
    for (const { accessToken } of pairs) expect((await me(accessToken)).status).toBe(200);
  });

  it("joins an account that exists, which then owns the books of both, after a refresh too", async () => {
    const account = await pairOf(await exchange("good-1"));
    const guests = [await newGuest(), await newGuest()];
    identity.time.now += 1_000;
    for (const { accessToken } of guests) expect((await exchange("good-1", accessToken)).status).toBe(200);
    const joined = await pairOf(await exchange("good-1"));
    const owners = [account.ownerId, ...guests.map(({ ownerId }) => ownerId)];
    expect(joined.ownerId).toBe(account.ownerId);
    expect(await ownersOf(joined.accessToken)).toEqual(owners);
    const refreshed = await pairOf(await post("refresh", { refreshToken: account.refreshToken }));
    expect(await ownersOf(refreshed.accessToken)).toEqual(owners);
    for (const { accessToken } of guests) expect((await me(accessToken)).status).toBe(401);
  });

  it("cannot join a second account, and an account cannot be taken in as a guest", async () => {
    const guest = await newGuest();
    identity.time.now += 1_000;
    const first = await pairOf(await exchange("good-1", guest.accessToken));
    const other = await exchange("good-2", first.accessToken);
    expect(await other.json()).toMatchObject({ status: 409, code: "guest-has-account" });
    const ended = await exchange("good-2", guest.accessToken);
    expect(await ended.json()).toMatchObject({ status: 401, code: "token-revoked" });
    expect((await pairOf(await exchange("good-2"))).ownerId).not.toBe(first.ownerId);
  });

  it("is refused with a forged token or a guest's ended sign-in, and then nothing has changed", async () => {
    const guest = await newGuest();
    await post("logout", { refreshToken: guest.refreshToken });
    for (const token of ["x", guest.refreshToken, guest.accessToken]) {
      expect((await exchange("good-1", token)).status).toBe(401);
    }
    expect(await identity.users.findLogin({ kind: "firebase", subject: "1" })).toBeUndefined();
  });

  it("takes in ten guests at most", async () => {
    const account = await pairOf(await exchange("good-1"));
    for (let number = 1; number <= 10; number++) {
      expect((await exchange("good-1", (await newGuest()).accessToken)).status).toBe(200);
    }
    const last = await newGuest();
    const refused = await exchange("good-1", last.accessToken);
    expect(await refused.json()).toMatchObject({ status: 409, code: "too-many-guests" });
    expect((await me(last.accessToken)).status).toBe(200);
    expect((await identity.users.read(account.ownerId))?.alsoOwns).toHaveLength(10);
  });

  it("keeps the account's own sign-ins when its own token is sent along", async () => {
    const account = await pairOf(await exchange("good-1"));
    expect((await exchange("good-1", account.accessToken)).status).toBe(200);
    expect((await me(account.accessToken)).status).toBe(200);
  });
});

it("a verified address raises the daily limit of a new account, and not one that an operator set", async () => {
  const { ownerId } = await pairOf(await exchange("good-1"));
  const limit = async () => (await identity.users.read(ownerId))?.dayLimit;
  expect(await limit()).toBe("new-account");
  isVerified = true;
  await exchange("good-1");
  expect(await limit()).toBe("service");
  await identity.users.setDayLimit(ownerId, 5);
  await exchange("good-1");
  expect(await limit()).toBe(5);
});

it("a guest becomes or joins an account with a password in the same way", async () => {
  const account = { email: "mina@example.com", password: "correct horse" };
  const [one, two] = [await newGuest(), await newGuest()];
  identity.time.now += 1_000;
  const registered = await pairOf(await post("register", { ...account, guestToken: one.accessToken }));
  expect(registered.ownerId).toBe(one.ownerId);
  const taken = await post("register", { ...account, guestToken: two.accessToken });
  expect(await taken.json()).toMatchObject({ status: 409, code: "email-taken" });
  const wrong = await post("login", { ...account, password: "wrong", guestToken: two.accessToken });
  expect(wrong.status).toBe(401);
  expect((await me(two.accessToken)).status).toBe(200);
  const joined = await pairOf(await post("login", { ...account, guestToken: two.accessToken }));
  expect(await ownersOf(joined.accessToken)).toEqual([one.ownerId, two.ownerId]);
  expect((await post("login", account)).status).toBe(200);
});

it("an exchange is refused where Identity Platform is not configured", async () => {
  identity = await sampleIdentity();
  expect(await (await exchange("good-1")).json()).toMatchObject({ status: 403, code: "identity-off" });
});
