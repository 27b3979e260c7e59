// In-memory stores of users and token families, for tests.
import type { AccountEraser, DeletedAccount } from "../pipeline/account-deletion.ts";
import type { Moderation } from "./moderation.ts";
import type { FamilyStore, TokenFamily } from "./token-families.ts";
import {
  type Login,
  type LoginName,
  loginAfter,
  ownersOf,
  planEntry,
  type User,
  type UserStore,
  withOperator,
} from "./users.ts";

/** `clock`: milliseconds since 1970. */
export function memoryFamilies(clock: () => number): FamilyStore & { all: Map<string, TokenFamily> } {
  const all = new Map<string, TokenFamily>();
  return {
    all,
    async create(build) {
      const family = build(clock());
      all.set(family.familyId, family);
      return family;
    },
    read: async (familyId) => all.get(familyId),
    listOf: async (ownerId) => [...all.values()].filter((family) => family.ownerId === ownerId),
    async update(familyId, decide) {
      const { family, value } = decide(all.get(familyId), clock());
      if (family !== undefined) all.set(familyId, family);
      return value;
    },
  };
}

export interface MemoryUsers extends UserStore {
  /** With their logins, which it returns. */
  remove(owners: readonly string[]): Login[];
}

/** `clock`: milliseconds since 1970. */
export function memoryUsers(clock: () => number = Date.now): MemoryUsers {
  const logins = new Map<string, Login>();
  const users = new Map<string, User>();
  const keyOf = ({ kind, subject }: LoginName) => JSON.stringify([kind, subject]);
  return {
    findLogin: async (name) => logins.get(keyOf(name)),
    async enter(name, entry) {
      const login = logins.get(keyOf(name));
      const known = login && users.get(login.ownerId);
      const guest = entry.guestId === undefined ? undefined : users.get(entry.guestId);
      const { entered, writes } = planEntry({ known, guest }, entry, clock());
      for (const user of writes) users.set(user.ownerId, user);
      if ("user" in entered) {
        const { ownerId } = entered.user;
        const after = loginAfter(name, login, { ownerId, passwordHash: entry.passwordHash });
        if (after !== undefined) logins.set(keyOf(name), after);
      }
      return entered;
    },
    async replaceHash(name, known, fresh) {
      const login = logins.get(keyOf(name));
      if (login?.passwordHash === known) logins.set(keyOf(name), { ...login, passwordHash: fresh });
    },
    read: async (ownerId) => users.get(ownerId),
    async setDayLimit(ownerId, dayLimit) {
      const user = users.get(ownerId);
      if (user !== undefined) users.set(ownerId, { ...user, dayLimit });
      return user !== undefined;
    },
    async setOperator(ownerId, isGranted) {
      const user = users.get(ownerId);
      if (user !== undefined) users.set(ownerId, withOperator(user, isGranted, clock()));
      return user !== undefined;
    },
    remove(owners) {
      for (const ownerId of owners) users.delete(ownerId);
      const gone = [...logins].filter(([, { ownerId }]) => owners.includes(ownerId));
      for (const [key] of gone) logins.delete(key);
      return gone.map(([, login]) => login);
    },
  };
}

/** Deletes accounts of these stores. `sessions`: by their ids. */
export function memoryAccountEraser({
  users,
  families,
  sessions,
  moderation,
  clock,
}: {
  users: MemoryUsers;
  families: { all: Map<string, TokenFamily> };
  sessions: ReadonlyMap<string, { ownerId: string }>;
  moderation: Pick<Moderation, "restore">;
  clock: () => number;
}): AccountEraser {
  const records = new Map<string, DeletedAccount>();
  return {
    async bury(ownerId) {
      const user = await users.read(ownerId);
      if (user === undefined) return records.get(ownerId);
      const owners = ownersOf(user);
      const providerIds = users.remove(owners).flatMap(({ providerId }) => providerId ?? []);
      const record = { ownerId, owners, providerIds, deletedAt: clock() };
      records.set(ownerId, record);
      return record;
    },
    async erase(owners) {
      users.remove(owners);
      for (const { ownerId, familyId } of [...families.all.values()]) {
        if (owners.includes(ownerId)) families.all.delete(familyId);
      }
    },
    sessionsOf: async (owners) =>
      [...sessions].flatMap(([sessionId, { ownerId }]) => (owners.includes(ownerId) ? [sessionId] : [])),
    isInUse: async (subject) => (await users.findLogin({ kind: "firebase", subject })) !== undefined,
    buried: async (limit) => [...records.values()].slice(0, limit),
    async forget({ ownerId, owners }) {
      for (const one of owners) await moderation.restore(one);
      records.delete(ownerId);
    },
  };
}
