// Deleting one's account: with all books, links and sign-ins, confirmed, and completed after any interruption.
import { beforeEach, describe, expect, it } from "vitest";
import {
  type AccountDeletionParts,
  type AccountEraser,
  deleteAccount,
  eraseDeletedAccounts,
} from "../pipeline/account-deletion.ts";
import { eraseLeftovers, lateWritesMs } from "../pipeline/deletion.ts";
import { BusyError } from "../pipeline/errors.ts";
import { planComment } from "./comments.ts";
import { leaveBooks } from "./leave-books.ts";
import { memoryAccountEraser } from "./memory-identity-stores.ts";
import { memoryModeration } from "./memory-moderation.ts";
import { ask, sampleIdentity } from "./sample-identity.ts";
import { SAMPLE_STORY, sampleService } from "./sample-service.ts";
import type { TokenPair } from "./sign-in.ts";

const ACCOUNT = { email: "mina@example.com", password: "correct horse" };

let identity: Awaited<ReturnType<typeof sampleIdentity>>;
let service: ReturnType<typeof sampleService>;
/** How many of the next calls fail because the store is down. */
let outages: { cancel: number; erase: number; provider: number };
let provider: Set<string>;
let moderation: ReturnType<typeof memoryModeration>;
let now: number;
let sweep: () => Promise<number>;
/** The records of deletions that are not complete. */
let records: () => Promise<unknown[]>;

beforeEach(async () => {
  outages = { cancel: 0, erase: 0, provider: 0 };
  provider = new Set(["fb-1"]);
  now = Date.now();
  const failing = (part: keyof typeof outages) => {
    if (outages[part]-- > 0) throw new BusyError("the store is down");
  };
  identity = await sampleIdentity({
    loopbackFactor: 1_000_000,
    readIdToken: async (subject) => ({ subject, email: "mina@example.com", isEmailVerified: true }),
    deleteAccount: (ownerId) => deleteAccount(accounts, ownerId),
  });
  service = sampleService(undefined, identity.gate);
  const { families, users } = identity;
  const { commands, documents, projector, services } = service;
  moderation = memoryModeration(() => now, new Set());
  const stores = { families, users, sessions: projector.sessions, moderation, clock: () => now };
  const memory = memoryAccountEraser(stores);
  const accounts: AccountEraser = {
    ...memory,
    async erase(owners) {
      failing("erase");
      await memory.erase(owners);
    },
  };
  const parts: AccountDeletionParts = {
    ...{ accounts, documents, schedules: services.schedules, timings: services.settings.timings },
    commands: {
      async cancelSession(sessionId) {
        failing("cancel");
        return commands.cancelSession(sessionId);
      },
    },
    leaveBooks: (owners, isLast) => leaveBooks(service, owners, isLast),
    async deleteAtProvider(providerId) {
      failing("provider");
      provider.delete(providerId);
    },
  };
  sweep = async () => {
    const erasers = { documents, files: service.files, memo: service.memo };
    const gone = await eraseDeletedAccounts(parts, now);
    await eraseLeftovers({ ...services, erasers }, now);
    return gone;
  };
  records = () => accounts.buried(10);
});

const auth = (method: string, route: string, body?: unknown, token?: string) =>
  ask(identity.app, method, `/api/v1/auth/${route}`, { token, body });
const register = async (body = {}) =>
  (await (await auth("POST", "register", { ...ACCOUNT, ...body })).json()) as TokenPair;
const send = (method: string, path: string, token: string | undefined, body?: unknown) => {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return service.send(method, `/api/v1/manga/${path}`, body, { as: null, headers });
};
async function startBook(token: string): Promise<string> {
  const started = await send("POST", "generate", token, { text: SAMPLE_STORY, pages: 1, formats: ["pdf"] });
  return ((await started.json()) as { sessionId: string }).sessionId;
}
const remainsOf = (sessionId: string) => {
  const { sessions, phases, pages, events } = service.projector;
  return [sessions, phases, pages, events, service.blobs].flatMap((stored) =>
    [...stored.keys()].filter((key) => key.split("/")[0] === sessionId),
  );
};

describe("a deleted account", () => {
  it("takes its books, its guests' books, shared links and sign-ins with it, and spends nothing more", async () => {
    const guest = await identity.signIn.guest(undefined);
    const ofGuest = await startBook(guest.accessToken);
    await service.deliver();
    const shared = await send("PATCH", `sessions/${ofGuest}`, guest.accessToken, { visibility: "public" });
    const { shareToken } = (await shared.json()) as { shareToken: string };
    await register();
    const joined = await auth("POST", "login", { ...ACCOUNT, guestToken: guest.accessToken });
    const { accessToken: token, refreshToken, ownerId } = (await joined.json()) as TokenPair;
    const running = await startBook(token);
    const other = await identity.signIn.guest(undefined);
    const stays = await startBook(other.accessToken);
    expect((await send("GET", `shared/${shareToken}`, undefined)).status).toBe(200);
    expect((await send("GET", `sessions/${ofGuest}`, token)).status).toBe(200);

    expect((await auth("DELETE", "me", undefined, token)).status).toBe(204);
    expect((await send("GET", `sessions/${ofGuest}`, token)).status).toBe(401);
    expect(await sweep()).toBe(0);
    for (const book of [ofGuest, running]) expect(service.projector.sessions.has(book)).toBe(false);
    expect((await send("GET", `shared/${shareToken}`, undefined)).status).toBe(404);
    expect((await auth("GET", "me", undefined, token)).status).toBe(401);
    expect((await send("POST", "generate", token, { text: SAMPLE_STORY })).status).toBe(401);
    expect((await auth("POST", "refresh", { refreshToken })).status).toBe(401);
    expect((await auth("POST", "login", ACCOUNT)).status).toBe(401);
    expect(await identity.users.read(guest.ownerId)).toBeUndefined();
    expect(identity.events).toContainEqual({ event: "account-deleted", owner: ownerId });

    // Its messages are still in the queue.
    await service.deliver();
    expect(service.drawn.length).toBeGreaterThan(0);
    const drawnFor = (book: string) => remainsOf(book).filter((key) => /\/[0-9a-f]{64}$/.test(key));
    expect(drawnFor(running)).toEqual([]);
    expect(remainsOf(stays).length).toBeGreaterThan(10);
    now += lateWritesMs(service.services.settings.timings) + 60_000;
    expect(await sweep()).toBe(1);
    for (const book of [ofGuest, running]) expect(remainsOf(book)).toEqual([]);
    expect(await records()).toEqual([]);
    expect(remainsOf(stays).length).toBeGreaterThan(10);

    const again = await register();
    expect(again.ownerId).not.toBe(ownerId);
  });

  it("is no longer among the people of others' books, and its comments there are gone", async () => {
    const other = await identity.signIn.guest(undefined);
    const book = await startBook(other.accessToken);
    await service.deliver();
    const invited = await send("POST", `sessions/${book}/people/invites`, other.accessToken, {
      ...{ role: "commenter", uses: 2 },
    });
    const { token: invitation } = (await invited.json()) as { token: string };
    const { accessToken: token } = await register();
    const stays = await identity.signIn.guest(undefined);
    for (const one of [token, stays.accessToken]) {
      expect((await send("POST", "invites/accept", one, { token: invitation, name: "Dora" })).status).toBe(
        200,
      );
      const comment = { text: "Too dark?", panel: "k1" };
      expect((await send("POST", `sessions/${book}/pages/1/comments`, one, comment)).status).toBe(201);
    }
    expect((await auth("DELETE", "me", undefined, token)).status).toBe(204);
    await sweep();
    await sweep();
    expect((await service.people.read(book))?.readers).toEqual([stays.ownerId]);
    expect((await service.comments.list(book)).flatMap(({ comments }) => comments)).toHaveLength(1);
  });

  it("leaves no comment in books that it left, or was removed from, before", async () => {
    const other = await identity.signIn.guest(undefined);
    const book = await startBook(other.accessToken);
    await service.deliver();
    const path = `sessions/${book}`;
    const invited = await send("POST", `${path}/people/invites`, other.accessToken, {
      ...{ role: "commenter", uses: 3 },
    });
    const { token: invitation } = (await invited.json()) as { token: string };
    const { accessToken: token } = await register();
    const join = async () => {
      expect((await send("POST", "invites/accept", token, { token: invitation })).status).toBe(200);
      const written = await send("POST", `${path}/pages/1/comments`, token, { text: "Too dark?" });
      expect(written.status).toBe(201);
    };
    await join();
    expect((await send("DELETE", `${path}/membership`, token)).status).toBe(204);
    await join();
    const { members } = (await (await send("GET", `${path}/people`, other.accessToken)).json()) as {
      members: { memberId: string }[];
    };
    const removed = await send("DELETE", `${path}/people/${members[0]?.memberId}`, other.accessToken);
    expect(removed.status).toBe(204);
    const commentsOf = async () => (await service.comments.list(book)).flatMap(({ comments }) => comments);
    expect(await commentsOf()).toHaveLength(2);
    const { by = "" } = (await commentsOf())[0] ?? {};
    expect((await auth("DELETE", "me", undefined, token)).status).toBe(204);
    await sweep();
    expect(await commentsOf()).toEqual([]);
    // A comment of a request from before the deletion.
    await service.comments.update({ sessionId: book, page: 1 }, (known, at) =>
      planComment(known, { commentId: "late", text: "Late.", by, role: "commenter", version: 1 }, at),
    );
    now += lateWritesMs(service.services.settings.timings) + 60_000;
    expect(await sweep()).toBe(1);
    expect(await commentsOf()).toEqual([]);
  });

  it("is completed by the sweep where the request died in between", async () => {
    const { accessToken: token } = await register();
    const books = [await startBook(token), await startBook(token)];
    outages.erase = 1;
    expect((await auth("DELETE", "me", undefined, token)).status).toBe(503);
    expect((await auth("GET", "me", undefined, token)).status).toBe(404);
    outages.erase = 1;
    await expect(sweep()).rejects.toThrow(AggregateError);
    outages.cancel = 1;
    await expect(sweep()).rejects.toThrow(AggregateError);
    expect((await auth("GET", "me", undefined, token)).status).toBe(401);
    expect(await records()).toHaveLength(1);
    expect(await sweep()).toBe(0);
    for (const book of books) expect(service.projector.sessions.has(book)).toBe(false);
    now += lateWritesMs(service.services.settings.timings) + 60_000;
    expect(await sweep()).toBe(1);
    expect(await records()).toEqual([]);
  });

  it("waits for no book of another deletion that fails", async () => {
    const pairs = [await register(), await register({ email: "rei@example.com" })];
    for (const { accessToken } of pairs) await startBook(accessToken);
    for (const { accessToken } of pairs)
      expect((await auth("DELETE", "me", undefined, accessToken)).status).toBe(204);
    now += lateWritesMs(service.services.settings.timings) + 60_000;
    outages.cancel = 1;
    await expect(sweep()).rejects.toThrow(AggregateError);
    expect(await records()).toHaveLength(1);
  });

  it("answers a repeat in the same way, until no sign-in is left", async () => {
    const { accessToken: token } = await register();
    outages.erase = 1;
    const first = await auth("DELETE", "me", undefined, token);
    const repeats = [
      await auth("DELETE", "me", undefined, token),
      await auth("DELETE", "me", undefined, token),
    ];
    expect([first, ...repeats].map(({ status }) => status)).toEqual([503, 204, 401]);
    expect(await records()).toHaveLength(1);
  });

  it("is deleted at Identity Platform too, unless the person has signed in again since", async () => {
    const [first, second] = ["fb-1", "fb-2"];
    provider.add(second);
    for (const subject of [first, second]) {
      const { accessToken } = await identity.signIn.exchange({ idToken: subject });
      expect((await auth("DELETE", "me", undefined, accessToken)).status).toBe(204);
    }
    await identity.signIn.exchange({ idToken: second });
    outages.provider = 1;
    await expect(sweep()).rejects.toThrow(AggregateError);
    expect(provider).toEqual(new Set([first, second]));
    await sweep();
    await sweep();
    expect(provider).toEqual(new Set([second]));
  });

  it("may be suspended: its suspension stops its books until they are gone, and goes with the last of it", async () => {
    const { accessToken: token, ownerId } = await register();
    await moderation.suspend(ownerId, { reason: "Spam.", by: "operator" });
    expect((await auth("DELETE", "me", undefined, token)).status).toBe(204);
    await sweep();
    expect(await moderation.isSuspended(ownerId)).toBe(true);
    now += lateWritesMs(service.services.settings.timings) + 60_000;
    expect(await sweep()).toBe(1);
    expect(await moderation.readSuspension(ownerId)).toBeUndefined();
    expect(await moderation.isSuspended(ownerId)).toBe(false);
  });
});

describe("a deletion", () => {
  const wait = (minutes: number) => {
    identity.time.now += minutes * 60_000;
  };
  const codeOf = async (response: Response) => [
    response.status,
    ((await response.json()) as { code: string }).code,
  ];

  it("needs a sign-in of the last ten minutes, or the account's password", async () => {
    const { accessToken: token, ownerId } = await register();
    wait(11);
    expect(await codeOf(await auth("DELETE", "me", {}, token))).toEqual([403, "not-confirmed"]);
    const wrong = await auth("DELETE", "me", { password: "wrong" }, token);
    expect(await codeOf(wrong)).toEqual([403, "not-confirmed"]);
    expect(await identity.users.read(ownerId)).toBeDefined();
    expect((await auth("DELETE", "me", { password: ACCOUNT.password }, token)).status).toBe(204);
    expect(await identity.users.read(ownerId)).toBeUndefined();
  });

  it("of a guest needs a new sign-in with its key, and no password is right for it", async () => {
    const key = "k".repeat(32);
    const { accessToken: token, ownerId } = await identity.signIn.guest(key);
    wait(11);
    expect((await auth("DELETE", "me", undefined, token)).status).toBe(403);
    expect((await auth("DELETE", "me", { password: "" }, token)).status).toBe(403);
    const again = await identity.signIn.guest(key);
    expect(again.ownerId).toBe(ownerId);
    expect((await auth("DELETE", "me", undefined, again.accessToken)).status).toBe(204);
    expect((await identity.signIn.guest(key)).ownerId).not.toBe(ownerId);
  });
});
