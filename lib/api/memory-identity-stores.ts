// In-memory stores of users and token families, for tests.
import type { FamilyStore, TokenFamily } from "./token-families.ts";
import { type Login, type LoginName, planEntry, type User, type UserStore, withOperator } from "./users.ts";

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

/** `clock`: milliseconds since 1970. */
export function memoryUsers(clock: () => number = Date.now): UserStore {
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
      if (entered.outcome === "created") {
        const { ownerId } = entered.user;
        const { passwordHash } = entry;
        logins.set(keyOf(name), { schemaVersion: 1, ownerId, ...(passwordHash && { passwordHash }) });
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
  };
}
