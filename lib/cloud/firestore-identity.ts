// Users, their logins and their families of tokens in Firestore. No client reads or writes any of them.
import { type FamilyStore, familyEnd, type TokenFamily, TokenFamilySchema } from "../api/token-families.ts";
import { LoginSchema, type User, UserSchema, type UserStore } from "../api/users.ts";
import type { Documents } from "./documents.ts";
import { familyPath, loginPath, userPath } from "./firestore-paths.ts";
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
  return {
    async findLogin(name) {
      const [login] = await patiently(() => documents.read([loginPath(name)]));
      return login?.content && LoginSchema.parse(login.content);
    },
    create(name, user, passwordHash) {
      return transact(documents, async (tx) => {
        const loginAt = loginPath(name);
        const [login] = await tx.read([loginAt]);
        if (login?.content !== undefined) {
          return { ownerId: LoginSchema.parse(login.content).ownerId, isNew: false };
        }
        const { ownerId } = user;
        tx.create(loginAt, { schemaVersion: 1, ownerId, passwordHash });
        tx.create(userPath(ownerId), user);
        return { ownerId, isNew: true };
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
      const [user] = await patiently(() => documents.read([userPath(ownerId.replaceAll("/", "_"))]));
      return parseUser(user?.content);
    },
    setDayLimit(ownerId, dayLimit) {
      return transact(documents, async (tx) => {
        const [document] = await tx.read([userPath(ownerId.replaceAll("/", "_"))]);
        const user = parseUser(document?.content);
        if (user !== undefined) tx.set(userPath(user.ownerId), { ...user, dayLimit });
        return user !== undefined;
      });
    },
  };
}
