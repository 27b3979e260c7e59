// Deletes accounts from Firestore: the account and its logins in one transaction with the record of the deletion, sign-ins after it.
import * as z from "zod";
import { LoginSchema, MOST_GUESTS, ownersOf, UserSchema } from "../api/users.ts";
import type { AccountEraser } from "../pipeline/account-deletion.ts";
import { SuspendedOwnersSchema } from "../pipeline/ledger.ts";
import type { Documents, StoredDocument } from "./documents.ts";
import {
  ACCOUNT_DELETIONS,
  accountDeletionPath,
  FAMILIES,
  LOGINS,
  loginPath,
  runningPath,
  SESSIONS,
  SUSPENDED_OWNERS,
  suspensionPath,
  userPath,
} from "./firestore-paths.ts";
import { patiently, transact } from "./firestore-transaction.ts";
import { upcast } from "./upcast.ts";

const RecordSchema = z.object({
  ownerId: z.string(),
  owners: z.array(z.string()).max(MOST_GUESTS + 1),
  providerIds: z.array(z.string()).max(MOST_GUESTS + 1),
  deletedAt: z.number(),
});

/** States in which a session spends nothing more. */
const ENDED = new Set<unknown>(["completed", "failed", "cancelled"]);

/** Documents that one commit deletes; Firestore's limit is 500. */
const BATCH = 400;

export function firestoreAccountEraser(documents: Documents): AccountEraser {
  async function ownedBy(
    owners: readonly string[],
    collection: string,
    fields: readonly string[],
  ): Promise<StoredDocument[]> {
    const found = await Promise.all(
      owners.map((ownerId) => {
        const own = { collection, where: [["ownerId", "EQUAL", ownerId]] } as const;
        return patiently(() => documents.find(own, fields));
      }),
    );
    return found.flat();
  }

  const deleteAll = (paths: readonly string[]) =>
    patiently(() => {
      const commit = documents.begin();
      for (const path of paths) commit.delete(path);
      return commit.send();
    });

  return {
    async bury(ownerId) {
      const [known] = await patiently(() => documents.read([userPath(ownerId)]));
      const owners = known?.content ? ownersOf(UserSchema.parse(upcast("user", known.content))) : [];
      const logins = await ownedBy(owners, LOGINS, ["schemaVersion", "ownerId", "providerId"]);
      return transact(documents, async (tx) => {
        const [user, before] = await tx.read([userPath(ownerId), accountDeletionPath(ownerId)]);
        if (user?.content === undefined) return before?.content && RecordSchema.parse(before.content);
        const record = {
          ownerId,
          // A guest may have joined in the meantime. The login by which it did so is deleted by `erase`.
          owners: ownersOf(UserSchema.parse(upcast("user", user.content))),
          providerIds: logins.flatMap(({ content }) => LoginSchema.parse(content).providerId ?? []),
          deletedAt: user.readAt,
        };
        tx.set(accountDeletionPath(ownerId), { schemaVersion: 1, ...record });
        for (const path of [...record.owners.map(userPath), ...logins.map((one) => one.path)])
          tx.delete(path);
        return record;
      });
    },
    async erase(owners) {
      const found = await Promise.all([FAMILIES, LOGINS].map((name) => ownedBy(owners, name, ["ownerId"])));
      const paths = [
        ...found.flat().map(({ path }) => path),
        ...owners.flatMap((ownerId) => [userPath(ownerId), runningPath(ownerId)]),
      ];
      for (let first = 0; first < paths.length; first += BATCH) {
        await deleteAll(paths.slice(first, first + BATCH));
      }
    },
    async sessionsOf(owners) {
      const found = await ownedBy(owners, SESSIONS, ["status"]);
      const isEnded = (status: unknown) => Number(ENDED.has(status));
      return found
        .toSorted((a, b) => isEnded(a.content?.status) - isEnded(b.content?.status))
        .map(({ path }) => path.split("/").at(-1) ?? "");
    },
    async isInUse(providerId) {
      const path = loginPath({ kind: "firebase", subject: providerId });
      const [login] = await patiently(() => documents.read([path]));
      return login?.content !== undefined;
    },
    async buried(limit) {
      const all = { collection: ACCOUNT_DELETIONS, where: [["deletedAt", "GREATER_THAN", 0]] } as const;
      const found = await patiently(() => documents.find(all));
      const records = found.map(({ content }) => RecordSchema.parse(content));
      return records.toSorted((a, b) => a.deletedAt - b.deletedAt).slice(0, limit);
    },
    forget({ ownerId, owners }) {
      return transact(documents, async (tx) => {
        const [list] = await tx.read([SUSPENDED_OWNERS]);
        const suspended = list?.content ? SuspendedOwnersSchema.parse(list.content).owners : [];
        const others = suspended.filter((one) => !owners.includes(one));
        if (others.length < suspended.length) tx.set(SUSPENDED_OWNERS, { owners: others });
        for (const path of [accountDeletionPath(ownerId), ...owners.map(suspensionPath)]) tx.delete(path);
      });
    },
  };
}
