// Copies accounts with a password of ours to Identity Platform, with their scrypt hashes, so that each person signs in there with the same
// password, and back. The hash here stays (`own-password.ts`). May be interrupted anywhere and run again.
// https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts/batchCreate
// The parameters of STANDARD_SCRYPT are those of RFC 7914: `genUploadAccountPostBody` in
// https://github.com/firebase/firebase-tools/blob/main/src/accountImporter.ts and `populateOptions` in
// https://github.com/firebase/firebase-admin-node/blob/main/src/auth/user-import-builder.ts
import { FieldPath, type Firestore, type QueryDocumentSnapshot } from "@google-cloud/firestore";
import { parseHash, type ScryptHash } from "../api/passwords.ts";
import { emailLogin } from "../api/sign-in.ts";
import { type Login, LoginSchema, type User, UserSchema } from "../api/users.ts";
import { LOGINS, loginPath, userPath } from "./firestore-paths.ts";
import type { IdentityAccounts, ImportedAccount, ImportHashes } from "./identity-accounts.ts";
import { upcast } from "./upcast.ts";

/** What the import needs of Identity Platform. */
export type ImportTarget = Pick<IdentityAccounts, "create" | "validSince" | "deleteAll">;

export interface ImportReport {
  /** Accounts with a password of ours. */
  accounts: number;
  /** Those that were or would be copied, or taken back. */
  moved: number;
  /** Accounts that were moved before. */
  before: number;
  /** Refused accounts by the reason, and how many. The reason names nobody. */
  refused: Readonly<Record<string, number>>;
}

export interface ImportOptions {
  /** Logins that are read at a time, at most 250. */
  batchSize: number;
  isRehearsal: boolean;
  onProgress?: (report: ImportReport) => void;
}

interface Candidate {
  path: string;
  login: Login;
  user: User;
  providerId: string;
}

/** An id that no other account has: the owner's own id is that of its listeners' tokens. */
const providerIdOf = (ownerId: string) => `password-${ownerId}`;

const DIFFERENT_ADDRESS = "its address is another than that of its login";
const CHANGED = "its password was changed there";

/** Throws the errors of Firestore and of the target. */
export async function importAccounts(
  db: Firestore,
  target: ImportTarget,
  options: ImportOptions,
): Promise<ImportReport> {
  return eachBatch(db, options, async (candidates, report) => {
    const fresh = candidates.filter(({ login }) => login.imported === undefined);
    report.before += candidates.length - fresh.length;
    const known = fresh.filter(({ path, user }) => user.email && loginPath(emailLogin(user.email)) === path);
    refuse(report, DIFFERENT_ADDRESS, fresh.length - known.length);
    if (options.isRehearsal) {
      report.moved += known.length;
      return;
    }
    const refused = new Map<string, string>();
    for (const some of byCost(known)) {
      const [first] = some;
      if (first === undefined) continue;
      const answers = await target.create(some.map(accountOf), hashesOf(hashOf(first)));
      for (const [id, reason] of answers) refused.set(id, reason);
    }
    // An account of an earlier run that was interrupted is refused as existing, and found here.
    const found = await target.validSince(known.map(({ providerId }) => providerId));
    const batch = db.batch();
    for (const { path, login, providerId } of known) {
      const validSince = found.get(providerId);
      if (validSince === undefined) {
        refuse(report, refused.get(providerId) ?? "unknown", 1);
        continue;
      }
      const { ownerId } = login;
      batch.set(db.doc(loginPath({ kind: "firebase", subject: providerId })), {
        ...{ schemaVersion: 1, ownerId, providerId },
      } satisfies Login);
      batch.update(db.doc(path), { imported: { providerId, validSince } });
      report.moved += 1;
    }
    await batch.commit();
  });
}

/** Takes the accounts back: deletes them at Identity Platform, unless their password was changed there. Throws as `importAccounts`. */
export async function revertAccounts(
  db: Firestore,
  target: ImportTarget,
  options: ImportOptions,
): Promise<ImportReport> {
  return eachBatch(db, options, async (candidates, report) => {
    const moved = candidates.filter(({ login }) => login.imported !== undefined);
    report.before += candidates.length - moved.length;
    const found = await target.validSince(moved.map(({ providerId }) => providerId));
    const unchanged = moved.filter(
      ({ login, providerId }) => (found.get(providerId) ?? 0) <= (login.imported?.validSince ?? 0),
    );
    refuse(report, CHANGED, moved.length - unchanged.length);
    report.moved += unchanged.length;
    if (options.isRehearsal || unchanged.length === 0) return;
    const { FieldValue } = await import("@google-cloud/firestore");
    // Deleted there first: an interrupted run finds the accounts again by their logins here.
    await target.deleteAll(unchanged.map(({ providerId }) => providerId));
    const batch = db.batch();
    for (const { path, providerId } of unchanged) {
      batch.delete(db.doc(loginPath({ kind: "firebase", subject: providerId })));
      batch.update(db.doc(path), { imported: FieldValue.delete() });
    }
    await batch.commit();
  });
}

/** A commit has two writes for each account, of Firestore's 500. Identity Platform takes 1,000 accounts at a time. */
const MOST_PER_COMMIT = 250;

type Work = (
  candidates: Candidate[],
  report: ImportReport & { refused: Record<string, number> },
) => Promise<void>;

async function eachBatch(
  db: Firestore,
  { batchSize, onProgress }: ImportOptions,
  work: Work,
): Promise<ImportReport> {
  const report = { accounts: 0, moved: 0, before: 0, refused: {} };
  const ordered = db
    .collection(LOGINS)
    .orderBy(FieldPath.documentId())
    .limit(Math.min(batchSize, MOST_PER_COMMIT));
  let page = await ordered.get();
  for (;;) {
    const last = page.docs.at(-1);
    if (last === undefined) return report;
    const candidates = await candidatesIn(db, page.docs);
    report.accounts += candidates.length;
    if (candidates.length > 0) await work(candidates, report);
    onProgress?.(report);
    page = await ordered.startAfter(last).get();
  }
}

async function candidatesIn(db: Firestore, docs: readonly QueryDocumentSnapshot[]): Promise<Candidate[]> {
  const logins = docs
    .map((document) => ({ path: document.ref.path, login: LoginSchema.parse(document.data()) }))
    .filter(({ login }) => login.passwordHash !== undefined);
  if (logins.length === 0) return [];
  const users = await db.getAll(...logins.map(({ login }) => db.doc(userPath(login.ownerId))));
  return logins.flatMap(({ path, login }, index) => {
    const stored = users[index]?.data();
    if (stored === undefined) return [];
    const user = UserSchema.parse(upcast("user", stored));
    return { path, login, user, providerId: login.imported?.providerId ?? providerIdOf(login.ownerId) };
  });
}

const hashOf = ({ login }: Candidate): ScryptHash => parseHash(login.passwordHash ?? "");

/** One request has one set of parameters. */
function byCost(candidates: readonly Candidate[]): Candidate[][] {
  return Object.values(Object.groupBy(candidates, (one) => JSON.stringify(hashOf(one).cost))).map(
    (some) => some ?? [],
  );
}

function hashesOf({ cost, hash }: ScryptHash): ImportHashes {
  return {
    hashAlgorithm: "STANDARD_SCRYPT",
    ...{ cpuMemCost: 2 ** cost.log2N, blockSize: cost.r, parallelization: cost.p, dkLen: hash.length },
  };
}

function accountOf(candidate: Candidate): ImportedAccount {
  const { user, providerId } = candidate;
  const { salt, hash } = hashOf(candidate);
  return {
    ...{ localId: providerId, email: user.email ?? "", emailVerified: user.emailVerified === true },
    ...(user.name !== undefined && { displayName: user.name }),
    createdAt: String(Date.parse(user.createdAt)),
    ...{ passwordHash: hash.toString("base64url"), salt: salt.toString("base64url") },
  };
}

function refuse({ refused }: { refused: Record<string, number> }, reason: string, count: number): void {
  if (count > 0) refused[reason] = (refused[reason] ?? 0) + count;
}
