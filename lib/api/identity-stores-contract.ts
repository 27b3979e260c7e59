// Contract of the stores of users and token families; run on the in-memory and the Firestore implementation.
import { describe, expect, it } from "vitest";
import type { AccountEraser } from "../pipeline/account-deletion.ts";
import type { Moderation } from "./moderation.ts";
import { type FamilyStore, newFamily, planRefresh, revoke } from "./token-families.ts";
import type { LoginName, User, UserStore } from "./users.ts";

export interface IdentityStoresUnderTest {
  families: FamilyStore;
  users: UserStore;
  accounts: AccountEraser;
  moderation: Pick<Moderation, "suspend" | "readSuspension">;
  newId: () => string;
}

/** `use` returns the stores; it is called inside the tests. */
export function describeIdentityStores(name: string, use: () => IdentityStoresUnderTest): void {
  const begin = () => {
    const { families, newId } = use();
    const ids = { familyId: newId(), ownerId: newId(), tokenId: newId() };
    return families.create((now) => newFamily(ids, now));
  };

  describe(`${name}: families of tokens`, () => {
    it("a new one is read as it was written, an unknown one is undefined", async () => {
      const { families, newId } = use();
      const family = await begin();
      expect(await families.read(family.familyId)).toEqual(family);
      expect(await families.read(newId())).toBeUndefined();
      expect(await families.read("a/b")).toBeUndefined();
    });

    it("concurrent uses of one refresh token make one child", async () => {
      const { families, newId } = use();
      const { familyId, current } = await begin();
      const refresh = () =>
        families.update(familyId, (family, now) => {
          const plan = planRefresh(family, { tokenId: current.tokenId, childId: newId() }, now);
          if (plan.outcome === "child") return { family: plan.family, value: plan.family.current };
          return { value: plan.outcome === "same-child" ? plan.family.current : undefined };
        });
      const children = await Promise.all([refresh(), refresh(), refresh(), refresh()]);
      expect(new Set(children.map((child) => child?.tokenId)).size).toBe(1);
      expect(children[0]?.tokenId).not.toBe(current.tokenId);
    });

    it("those of one owner are listed", async () => {
      const { families, newId } = use();
      const family = await begin();
      await begin();
      expect(await families.listOf(family.ownerId)).toEqual([family]);
      expect(await families.listOf(newId())).toEqual([]);
    });

    it("a revoked one stays revoked with its reason, and a decider that throws changes nothing", async () => {
      const { families } = use();
      const { familyId } = await begin();
      const failing = families.update(familyId, () => {
        throw new RangeError("no");
      });
      await expect(failing).rejects.toThrow(RangeError);
      expect(await families.read(familyId)).toMatchObject({ status: "live" });
      await families.update(familyId, (family, now) =>
        family === undefined ? { value: 0 } : { family: revoke(family, "logout", now), value: 1 },
      );
      expect(await families.read(familyId)).toMatchObject({ status: "revoked", reason: "logout" });
    });
  });

  describe(`${name}: users`, () => {
    const userOf = (ownerId: string): User => ({
      ...{ schemaVersion: 2, ownerId, kind: "password", email: "mina@example.com" },
      dayLimit: "new-account",
      createdAt: "2026-11-24T12:00:00.000Z",
    });
    const loginOf = (subject: string): LoginName => ({ kind: "password", subject });

    it("a user is created with its login, and the same login returns the same user", async () => {
      const { users, newId } = use();
      const [name, ownerId] = [loginOf(`${newId()}/with a slash@example.com`), newId()];
      expect(await users.findLogin(name)).toBeUndefined();
      const created = await users.enter(name, { user: userOf(ownerId), passwordHash: "hash" });
      expect(created).toEqual({ outcome: "created", user: userOf(ownerId) });
      const again = await users.enter(name, { user: userOf(newId()), passwordHash: "other" });
      expect(again).toEqual({ outcome: "known", user: userOf(ownerId) });
      expect(await users.findLogin(name)).toEqual({ schemaVersion: 1, ownerId, passwordHash: "hash" });
      expect(await users.read(ownerId)).toEqual(userOf(ownerId));
      expect(await users.read(newId())).toBeUndefined();
      expect(await users.findLogin({ ...name, kind: "google" })).toBeUndefined();
    });

    it("concurrent creations for one login make one user", async () => {
      const { users, newId } = use();
      const name = loginOf(newId());
      const made = await Promise.all(
        Array.from({ length: 5 }, () => users.enter(name, { user: userOf(newId()) })),
      );
      expect(made.filter(({ outcome }) => outcome === "created")).toHaveLength(1);
      expect(new Set(made.map((entered) => "user" in entered && entered.user.ownerId)).size).toBe(1);
    });

    it("the daily limit of an existing user can be set, and nothing else changes", async () => {
      const { users, newId } = use();
      const ownerId = newId();
      expect(await users.setDayLimit(ownerId, 5)).toBe(false);
      expect(await users.read(ownerId)).toBeUndefined();
      await users.enter(loginOf(newId()), { user: userOf(ownerId) });
      for (const dayLimit of [5, "service"] as const) {
        expect(await users.setDayLimit(ownerId, dayLimit)).toBe(true);
        expect(await users.read(ownerId)).toEqual({ ...userOf(ownerId), dayLimit });
      }
    });

    it("an operator's role is set by command and by sign-in, of which the later one holds", async () => {
      const { users, newId } = use();
      const [name, ownerId] = [loginOf(newId()), newId()];
      expect(await users.setOperator(ownerId, true)).toBe(false);
      const signIn = (operator?: User["operator"]) =>
        users.enter(name, { user: { ...userOf(ownerId), ...(operator && { operator }) } });
      const isOperator = async () => (await users.read(ownerId))?.operator?.isGranted;
      await signIn({ isGranted: false, asOf: 5 });
      expect(await users.read(ownerId)).toEqual(userOf(ownerId));
      await signIn({ isGranted: true, asOf: 10 });
      expect(await isOperator()).toBe(true);
      await signIn({ isGranted: false, asOf: 9 });
      expect(await isOperator()).toBe(true);
      expect(await users.setOperator(ownerId, false)).toBe(true);
      await signIn({ isGranted: true, asOf: 11 });
      expect(await isOperator()).toBe(false);
      expect(await users.setOperator(ownerId, true)).toBe(true);
      await signIn();
      expect(await isOperator()).toBe(true);
      await signIn({ isGranted: false, asOf: Date.now() + 3_600_000 });
      expect(await isOperator()).toBe(false);
    });

    it("guests become an account or join it once, and concurrent requests of two guests keep both", async () => {
      const { users, newId } = use();
      const guests = [newId(), newId(), newId()];
      for (const ownerId of guests) {
        const user: User = { ...userOf(ownerId), kind: "guest" };
        await users.enter({ kind: "guest", subject: newId() }, { user });
      }
      const name: LoginName = { kind: "firebase", subject: newId() };
      const enter = (guestId: string) =>
        users.enter(name, { user: { ...userOf(newId()), kind: "firebase" }, guestId });
      const entered = await Promise.all([...guests, ...guests].map(enter));
      expect(entered.map(({ outcome }) => outcome).toSorted()).toEqual([
        "created",
        ...Array(5).fill("known"),
      ]);
      const login = await users.findLogin(name);
      const account = await users.read(login?.ownerId ?? "");
      expect(account?.kind).toBe("firebase");
      expect([account?.ownerId, ...(account?.alsoOwns ?? [])].toSorted()).toEqual(guests.toSorted());
      for (const guestId of account?.alsoOwns ?? []) {
        expect(await users.read(guestId)).toMatchObject({ kind: "guest", joinedTo: account?.ownerId });
        const other: LoginName = { kind: "firebase", subject: newId() };
        const taken = await users.enter(other, { user: userOf(newId()), guestId });
        expect(taken).toEqual({ outcome: "guest-has-account" });
        expect(await users.findLogin(other)).toBeUndefined();
      }
    });

    it("a hash is replaced only if it is still the expected one", async () => {
      const { users, newId } = use();
      const [name, ownerId] = [loginOf(newId()), newId()];
      await users.enter(name, { user: userOf(ownerId), passwordHash: "first" });
      await users.replaceHash(name, "first", "second");
      await users.replaceHash(name, "first", "third");
      expect((await users.findLogin(name))?.passwordHash).toBe("second");
    });
  });

  describe(`${name}: deleted accounts`, () => {
    it("an account goes with its logins, its guests and all sign-ins, and leaves a record until it is forgotten", async () => {
      const { users, families, accounts, moderation, newId } = use();
      const [guestId, otherId] = [newId(), newId()];
      const guest: LoginName = { kind: "guest", subject: newId() };
      const name: LoginName = { kind: "firebase", subject: newId() };
      const other: LoginName = { kind: "firebase", subject: newId() };
      const userOf = (ownerId: string, kind: User["kind"]): User => ({
        ...{ schemaVersion: 2, ownerId, kind, dayLimit: "new-account" },
        createdAt: "2026-11-24T12:00:00.000Z",
      });
      await users.enter(other, { user: userOf(otherId, "firebase") });
      const account = await users.enter(name, { user: userOf(newId(), "firebase") });
      const ownerId = "user" in account ? account.user.ownerId : "";
      await users.enter(guest, { user: userOf(guestId, "guest") });
      await users.enter(name, { user: userOf(newId(), "firebase"), guestId });
      const begin = (owner: string) =>
        families.create((now) => newFamily({ familyId: newId(), ownerId: owner, tokenId: newId() }, now));
      const [mine, guests, others] = [await begin(ownerId), await begin(guestId), await begin(otherId)];

      for (const one of [guestId, otherId])
        await moderation.suspend(one, { reason: "Spam.", by: "operator" });

      expect(await accounts.bury(newId())).toBeUndefined();
      expect(await accounts.isInUse(name.subject)).toBe(true);
      const record = await accounts.bury(ownerId);
      if (record === undefined) throw new Error("the account was not found");
      expect(record).toMatchObject({
        ...{ ownerId, owners: [ownerId, guestId], providerIds: [name.subject] },
      });
      expect(await accounts.bury(ownerId)).toEqual(record);
      expect(await accounts.isInUse(name.subject)).toBe(false);
      for (const gone of [ownerId, guestId]) expect(await users.read(gone)).toBeUndefined();
      for (const gone of [name, guest]) expect(await users.findLogin(gone)).toBeUndefined();
      for (let count = 0; count < 2; count += 1) await accounts.erase(record.owners);
      for (const { familyId } of [mine, guests]) expect(await families.read(familyId)).toBeUndefined();
      expect(await families.read(others.familyId)).toEqual(others);
      expect(await users.read(otherId)).toBeDefined();
      expect(await users.findLogin(other)).toBeDefined();

      const isListed = async () => (await accounts.buried(100)).some((one) => one.ownerId === ownerId);
      expect(await isListed()).toBe(true);
      expect(await moderation.readSuspension(guestId)).toBeDefined();
      for (let count = 0; count < 2; count += 1) await accounts.forget(record);
      expect(await isListed()).toBe(false);
      expect(await accounts.bury(ownerId)).toBeUndefined();
      expect(await moderation.readSuspension(guestId)).toBeUndefined();
      expect(await moderation.readSuspension(otherId)).toBeDefined();
      const again = await users.enter(name, { user: userOf(newId(), "firebase") });
      expect(again.outcome).toBe("created");
    });
  });
}
