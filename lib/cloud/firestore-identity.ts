// Users, their logins and their families of tokens in Firestore. No client reads or writes any of them.
import { type Firestore, Timestamp } from "@google-cloud/firestore";
import { type FamilyStore, familyEnd, type TokenFamily, TokenFamilySchema } from "../api/token-families.ts";
import { LoginSchema, UserSchema, type UserStore } from "../api/users.ts";
import { orBusy } from "./firestore-errors.ts";
import { familyPath, loginPath, userPath } from "./firestore-paths.ts";
import { transact } from "./firestore-transaction.ts";

/** `db` must ignore undefined properties. */
export function firestoreFamilies(db: Firestore): FamilyStore {
  // A path with a slash in it would name another document.
  const at = (familyId: string) => db.doc(familyPath(familyId.replaceAll("/", "_")));
  const stored = (family: TokenFamily) => ({
    ...family,
    // Firestore's TTL deletes it after that.
    expiresAt: Timestamp.fromMillis(familyEnd(family)),
  });
  return {
    create(build) {
      return transact(
        async () => db,
        async (tx) => {
          // Any read says at which time it read.
          const { readTime } = await tx.get(at("none"));
          const family = build(readTime.toMillis());
          tx.create(at(family.familyId), stored(family));
          return family;
        },
      );
    },
    read(familyId) {
      return orBusy(async () => parseFamily((await at(familyId).get()).data()));
    },
    update(familyId, decide) {
      return transact(
        async () => db,
        async (tx) => {
          const document = await tx.get(at(familyId));
          const { family, value } = decide(parseFamily(document.data()), document.readTime.toMillis());
          if (family !== undefined) tx.set(document.ref, stored(family));
          return value;
        },
      );
    },
  };
}

function parseFamily(data: unknown): TokenFamily | undefined {
  return data === undefined ? undefined : TokenFamilySchema.parse(data);
}

/** `db` must ignore undefined properties. */
export function firestoreUsers(db: Firestore): UserStore {
  return {
    findLogin(name) {
      return orBusy(async () => {
        const document = await db.doc(loginPath(name)).get();
        return document.exists ? LoginSchema.parse(document.data()) : undefined;
      });
    },
    create(name, user, passwordHash) {
      return transact(
        async () => db,
        async (tx) => {
          const login = await tx.get(db.doc(loginPath(name)));
          if (login.exists) return { ownerId: LoginSchema.parse(login.data()).ownerId, isNew: false };
          const { ownerId } = user;
          tx.create(login.ref, { schemaVersion: 1, ownerId, passwordHash });
          tx.create(db.doc(userPath(ownerId)), user);
          return { ownerId, isNew: true };
        },
      );
    },
    replaceHash(name, known, fresh) {
      return transact(
        async () => db,
        async (tx) => {
          const login = await tx.get(db.doc(loginPath(name)));
          if (login.get("passwordHash") === known) tx.update(login.ref, { passwordHash: fresh });
        },
      );
    },
    read(ownerId) {
      return orBusy(async () => {
        const document = await db.doc(userPath(ownerId.replaceAll("/", "_"))).get();
        return document.exists ? UserSchema.parse(document.data()) : undefined;
      });
    },
  };
}
