// Users, their logins and their families of tokens in Firestore. No client reads or writes any of them.
import { type FamilyStore, familyEnd, type TokenFamily, TokenFamilySchema } from "../api/token-families.ts";
import {
  LoginSchema,
  loginAfter,
  planEntry,
  type User,
  UserSchema,
  type UserStore,
  withOperator,
} from "../api/users.ts";
import type { Documents } from "./documents.ts";
import { FAMILIES, familyPath, loginPath, userPath } from "./firestore-paths.ts";
import { patiently, transact } from "./firestore-transaction.ts";
import { upcast } from "./upcast.ts";

export function firestoreFamilies(documents: Documents): FamilyStore {
  // A path with a slash in it would name another document.
  const at = (familyId: string) => familyPath(familyId.replaceAll("/", "_"));
  const stored = (family: TokenFamily) => ({
    ...family,
    // Firestore's TTL deletes it after that.
    expiresAt: new Date(familyEnd(family)),
  });
  return {
    create(build) {
      return transact(documents, async (tx) => {
        // Every read returns its read time.
        const [none] = await tx.read([at("none")]);
        const family = build(none?.readAt ?? Number.NaN);
        tx.create(at(family.familyId), stored(family));
        return family;
      });
    },
    async read(familyId) {
      const [document] = await patiently(() => documents.read([at(familyId)]));
      return parseFamily(document?.content);
    },
    async listOf(ownerId) {
      const own = { collection: FAMILIES, where: [["ownerId", "EQUAL", ownerId]] } as const;
      const found = await patiently(() => documents.find(own));
      return found.flatMap(({ content }) => parseFamily(content) ?? []);
    },
    update(familyId, decide) {
      return transact(documents, async (tx) => {
        const [document] = await tx.read([at(familyId)]);
        const { family, value } = decide(parseFamily(document?.content), document?.readAt ?? Number.NaN);
        if (family !== undefined) tx.set(at(familyId), stored(family));
        return value;
      });
    },
  };
}

function parseFamily(content: unknown): TokenFamily | undefined {
  return content === undefined ? undefined : TokenFamilySchema.parse(content);
}

function parseUser(content: unknown): User | undefined {
  return content === undefined ? undefined : UserSchema.parse(upcast("user", content));
}

export function firestoreUsers(documents: Documents): UserStore {
  // A path with a slash in it would name another document.
  const at = (ownerId: string) => userPath(ownerId.replaceAll("/", "_"));
  return {
    async findLogin(name) {
      const [login] = await patiently(() => documents.read([loginPath(name)]));
      return login?.content && LoginSchema.parse(login.content);
    },
    enter(name, entry) {
      return transact(documents, async (tx) => {
        const loginAt = loginPath(name);
        const guestAt = entry.guestId === undefined ? [] : [at(entry.guestId)];
        const [login, guest] = await tx.read([loginAt, ...guestAt]);
        const before = login?.content && LoginSchema.parse(login.content);
        const knownAt = before && at(before.ownerId);
        const [known] = knownAt === undefined ? [] : await tx.read([knownAt]);
        const users = { known: parseUser(known?.content), guest: parseUser(guest?.content) };
        const { entered, writes } = planEntry(users, entry, login?.readAt ?? Number.NaN);
        for (const user of writes) tx.set(at(user.ownerId), user);
        if ("user" in entered) {
          const { ownerId } = entered.user;
          const after = loginAfter(name, before, { ownerId, passwordHash: entry.passwordHash });
          if (after !== undefined) tx.set(loginAt, after);
        }
        return entered;
      });
    },
    replaceHash(name, known, fresh) {
      return transact(documents, async (tx) => {
        const [login] = await tx.read([loginPath(name)]);
        if (login?.content?.passwordHash !== known) return;
        tx.update(loginPath(name), [{ field: ["passwordHash"], value: fresh }]);
      });
    },
    async read(ownerId) {
      const [user] = await patiently(() => documents.read([at(ownerId)]));
      return parseUser(user?.content);
    },
    setDayLimit(ownerId, dayLimit) {
      return transact(documents, async (tx) => {
        const [document] = await tx.read([at(ownerId)]);
        const user = parseUser(document?.content);
        if (user !== undefined) tx.set(at(ownerId), { ...user, dayLimit });
        return user !== undefined;
      });
    },
    setOperator(ownerId, isGranted) {
      return transact(documents, async (tx) => {
        const [document] = await tx.read([at(ownerId)]);
        const user = parseUser(document?.content);
        if (user !== undefined) tx.set(at(ownerId), withOperator(user, isGranted, document?.readAt ?? 0));
        return user !== undefined;
      });
    },
  };
}
