// The records of operators in Firestore: their acts, dead letters, the switch of all spending, and sums over the ledger by its indexes.
import { randomUUID } from "node:crypto";
import type { Query } from "@google-cloud/firestore";
import * as z from "zod";
import {
  ACT_LIFE_DAYS,
  MOST_OWNERS,
  OperatorActSchema,
  type OperatorRecords,
  spanOf,
  stepIn,
} from "../api/operate/operator-records.ts";
import { DayBudgetSchema, SpendingSwitchSchema } from "../pipeline/ledger.ts";
import { ServiceWindowsSchema } from "../pipeline/service-windows.ts";
import type { Database } from "./documents.ts";
import { orBusy } from "./firestore-errors.ts";
import {
  BUDGETS,
  DEAD_LETTERS,
  deadLetterPath,
  LEDGER,
  OPERATOR_ACTS,
  operatorActPath,
  SERVICE_WINDOWS,
  SPENDING_SWITCH,
} from "./firestore-paths.ts";
import { patiently, transact } from "./firestore-transaction.ts";

/** What is shown of a dead letter. */
const StoredLetterSchema = z.object({
  data: z.string(),
  sessionId: z.string().optional(),
  deliveryAttempt: z.int().optional(),
});

export function firestoreOperatorRecords(database: Database): OperatorRecords {
  const readOne = async (path: string) => (await patiently(() => database.read([path])))[0]?.content;
  return {
    addAct(act) {
      const actId = randomUUID();
      const path = operatorActPath(actId);
      return transact(database, async (tx) => {
        const [document] = await tx.read([path]);
        if (document?.content !== undefined) return;
        const at = new Date(document?.readAt ?? Number.NaN);
        const expiresAt = new Date(at.getTime() + ACT_LIFE_DAYS * 86_400_000);
        tx.create(path, { ...act, schemaVersion: 1, actId, at: at.toISOString(), expiresAt });
      });
    },
    async listActs({ sessionId, after, limit }) {
      const { FieldPath } = await import("@google-cloud/firestore");
      const all = (await database.client()).collection(OPERATOR_ACTS);
      const own: Query = sessionId === undefined ? all : all.where("sessionId", "==", sessionId);
      const ordered = own.orderBy("at", "desc").orderBy(FieldPath.documentId(), "desc").limit(limit);
      const page = after === undefined ? ordered : ordered.startAfter(after.at, after.id);
      const { docs } = await orBusy(() => page.get());
      return docs.map((document) => OperatorActSchema.parse(document.data()));
    },
    async listDeadLetters({ after, limit }) {
      const { FieldPath } = await import("@google-cloud/firestore");
      const all = (await database.client())
        .collection(DEAD_LETTERS)
        .orderBy(FieldPath.documentId())
        .limit(limit);
      const { docs } = await orBusy(() => (after === undefined ? all : all.startAfter(after)).get());
      return docs.map((document) => {
        const { data, ...shown } = StoredLetterSchema.parse(document.data());
        return { letterId: document.id, ...shown, ...stepIn(data) };
      });
    },
    forgetDeadLetter(letterId) {
      const path = deadLetterPath(letterId);
      return transact(database, async (tx) => {
        const [document] = await tx.read([path]);
        if (document?.content === undefined) return false;
        tx.delete(path);
        return true;
      });
    },
    async readSpend(day, models) {
      const { AggregateField } = await import("@google-cloud/firestore");
      const db = await database.client();
      const { from, to } = spanOf(day);
      const onDay = db.collection(LEDGER).where("at", ">=", from).where("at", "<", to);
      const summed = async (rows: Query) => {
        const sums = { calls: AggregateField.count(), micros: AggregateField.sum("micros") };
        const { calls, micros } = (await orBusy(() => rows.aggregate(sums).get())).data();
        return { calls, micros };
      };
      const days = db.collection(BUDGETS).where("day", "==", day).orderBy("allottedMicros", "desc");
      const [all, perModel, owners] = await Promise.all([
        summed(onDay),
        Promise.all(
          models.map(async (model) => ({ model, ...(await summed(onDay.where("model", "==", model))) })),
        ),
        orBusy(() => days.limit(MOST_OWNERS).get()),
      ]);
      return {
        ...{ day, ...all },
        models: perModel.filter(({ calls }) => calls > 0).toSorted((a, b) => b.micros - a.micros),
        owners: owners.docs.map((document) => {
          const { ownerId, allottedMicros, limitMicros } = DayBudgetSchema.parse(document.data());
          return { ownerId, allottedMicros, limitMicros };
        }),
      };
    },
    async readWindows() {
      const stored = await readOne(SERVICE_WINDOWS);
      return stored && ServiceWindowsSchema.parse(stored);
    },
    async readSwitch() {
      const stored = await readOne(SPENDING_SWITCH);
      return stored === undefined ? { isOff: false } : SpendingSwitchSchema.parse(stored);
    },
    async setSwitch({ isOff, reason }) {
      await patiently(async () => {
        const commit = database.begin();
        commit.set(SPENDING_SWITCH, { isOff, ...(reason !== undefined && { reason }) });
        await commit.send();
      });
    },
  };
}
