// Reports and suspensions in Firestore. No client reads or writes any of them. The ledger reads the list of suspended owners, which is
// written in the same transaction as the suspension.
import type { Query } from "@google-cloud/firestore";
import {
  type Moderation,
  type ReportedBook,
  ReportedBookSchema,
  type Suspension,
  SuspensionSchema,
  TooManySuspendedError,
  withReport,
} from "../api/moderation.ts";
import { MOST_SUSPENDED, SuspendedOwnersSchema } from "../pipeline/ledger.ts";
import type { Database, StoredDocument } from "./documents.ts";
import { orBusy } from "./firestore-errors.ts";
import { REPORTS, reportPath, SUSPENDED_OWNERS, suspensionPath } from "./firestore-paths.ts";
import { patiently, transact } from "./firestore-transaction.ts";

/** How long a suspension may go unnoticed by this process. */
const LIST_LIFE_MS = 5_000;

/** `now`: milliseconds of any clock. */
export function firestoreModeration(database: Database, now = () => performance.now()): Moderation {
  let lastLook: { at: number; owners: ReadonlySet<string> } | undefined;
  const readOne = async (path: string) => (await patiently(() => database.read([path])))[0];
  return {
    addReport(about, report) {
      const path = reportPath(about.sessionId);
      return transact(database, async (tx) => {
        const [document] = await tx.read([path]);
        tx.set(path, withReport(parseBook(document), about, report, readTime(document)));
      });
    },
    async listReported({ state, after, limit }) {
      const { FieldPath } = await import("@google-cloud/firestore");
      const db = await database.client();
      const ordered: Query = db
        .collection(REPORTS)
        .where("state", "==", state)
        .orderBy("lastAt", "desc")
        .orderBy(FieldPath.documentId(), "desc")
        .limit(limit);
      const page = after === undefined ? ordered : ordered.startAfter(after.at, after.id);
      const { docs } = await orBusy(() => page.get());
      return docs.map((document) => ReportedBookSchema.parse(document.data()));
    },
    readReported: async (sessionId) => parseBook(await readOne(reportPath(sessionId))),
    decide(sessionId, { by, note }) {
      const path = reportPath(sessionId);
      return transact(database, async (tx) => {
        const [document] = await tx.read([path]);
        const book = parseBook(document);
        if (book === undefined) return false;
        tx.set(path, { ...book, state: "closed", decided: { at: readTime(document), by, note } });
        return true;
      });
    },
    suspend(ownerId, { reason, by }) {
      const path = suspensionPath(ownerId);
      return transact(database, async (tx) => {
        const [known, list] = await tx.read([path, SUSPENDED_OWNERS]);
        const before = parseSuspension(known);
        if (before !== undefined) return before;
        const owners = ownersIn(list);
        if (owners.length >= MOST_SUSPENDED) throw new TooManySuspendedError(MOST_SUSPENDED);
        const suspension: Suspension = { schemaVersion: 1, ownerId, at: readTime(known), reason, by };
        tx.create(path, suspension);
        tx.set(SUSPENDED_OWNERS, { owners: [...owners, ownerId] });
        return suspension;
      });
    },
    restore(ownerId) {
      const path = suspensionPath(ownerId);
      return transact(database, async (tx) => {
        const [known, list] = await tx.read([path, SUSPENDED_OWNERS]);
        if (parseSuspension(known) === undefined) return false;
        tx.delete(path);
        tx.set(SUSPENDED_OWNERS, { owners: ownersIn(list).filter((one) => one !== ownerId) });
        return true;
      });
    },
    async isSuspended(ownerId) {
      if (lastLook === undefined || now() - lastLook.at >= LIST_LIFE_MS) {
        const at = now();
        lastLook = { at, owners: new Set(ownersIn(await readOne(SUSPENDED_OWNERS))) };
      }
      return lastLook.owners.has(ownerId);
    },
    readSuspension: async (ownerId) => parseSuspension(await readOne(suspensionPath(ownerId))),
  };
}

const parseBook = (document: StoredDocument | undefined): ReportedBook | undefined =>
  document?.content && ReportedBookSchema.parse(document.content);

const parseSuspension = (document: StoredDocument | undefined): Suspension | undefined =>
  document?.content && SuspensionSchema.parse(document.content);

const ownersIn = (document: StoredDocument | undefined): string[] =>
  document?.content ? SuspendedOwnersSchema.parse(document.content).owners : [];

const readTime = (document: StoredDocument | undefined): string =>
  new Date(document?.readAt ?? Number.NaN).toISOString();
