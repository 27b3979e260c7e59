// The ledger in Firestore: rows in `ledger/`, accounts of sessions, budgets of days and the switch in `budgets/`.
// Every change of a row is one transaction with its session's account, so that the two always say the same.
import type { DocumentSnapshot, Firestore, Transaction } from "@google-cloud/firestore";
import {
  bookedOf,
  dayOf,
  isAtRest,
  newDay,
  planClose,
  planReserve,
  planRest,
  planSettle,
  type Settlement,
  spendingStopped,
} from "../pipeline/budget.ts";
import {
  type Account,
  AccountSchema,
  type CallKey,
  ClaimClosedError,
  type DayBudget,
  DayBudgetSchema,
  type Ledger,
  type LedgerRow,
  LedgerRowSchema,
  type Limits,
  SpendingSwitchSchema,
} from "../pipeline/ledger.ts";
import { orBusy } from "./firestore-errors.ts";
import { accountPath, dayBudgetPath, LEDGER, ledgerRowPath, SPENDING_SWITCH } from "./firestore-paths.ts";
import { transact } from "./firestore-transaction.ts";

export interface LedgerOptions {
  limits: Limits;
  /** Why the setting stops all spending; undefined when it does not. */
  stopped: string | undefined;
  /** Milliseconds of any clock: for how long the switch's document is not read again. */
  now?: () => number;
}

/** How long a thrown switch may go unnoticed. */
const SWITCH_LIFE_MS = 5_000;

/** `db` must ignore undefined properties. */
export function firestoreLedger(
  db: Firestore,
  { limits, stopped, now = () => performance.now() }: LedgerOptions,
): Ledger {
  const rowDoc = (call: CallKey) => db.doc(ledgerRowPath(call));
  const accountDoc = (sessionId: string) => db.doc(accountPath(sessionId));
  const dayDoc = (ownerId: string, day: string) => db.doc(dayBudgetPath(ownerId, day));
  const rowsOf = (sessionId: string) => db.collection(LEDGER).where("sessionId", "==", sessionId);

  let lastLook: { at: number; reason: string | undefined } | undefined;

  async function checkSwitch(): Promise<void> {
    if (stopped !== undefined) throw spendingStopped(stopped);
    if (lastLook === undefined || now() - lastLook.at >= SWITCH_LIFE_MS) {
      const at = now();
      const document = await orBusy(() => db.doc(SPENDING_SWITCH).get());
      const thrown = document.exists ? SpendingSwitchSchema.parse(document.data()) : undefined;
      const reason = thrown?.isOff === true ? (thrown.reason ?? "the switch is off") : undefined;
      lastLook = { at, reason };
    }
    if (lastLook.reason !== undefined) throw spendingStopped(lastLook.reason);
  }

  function write(tx: Transaction, { account, rows }: Settlement, days: readonly DayBudget[] = []): void {
    tx.set(accountDoc(account.sessionId), account);
    for (const row of rows) tx.set(rowDoc(row), row);
    for (const day of days) tx.set(dayDoc(day.ownerId, day.day), day);
  }

  return {
    async reserve(call) {
      await checkSwitch();
      await transact(db, async (tx) => {
        const [accountAt, rowAt] = await tx.getAll(accountDoc(call.sessionId), rowDoc(call));
        const [account, row] = [parseAccount(accountAt), parseRow(rowAt)];
        const at = readTimeOf(accountAt);
        const decide = (day: DayBudget | undefined) =>
          planReserve({ account, row, day }, call, { limits, now: at });
        let plan = decide(undefined);
        if (plan.kind === "day-needed") {
          // The owner's document is touched only when a session needs an allotment.
          const day = dayOf(at);
          plan = decide(parseDay(await tx.get(dayDoc(call.ownerId, day))) ?? newDay(call.ownerId, day));
        }
        if (plan.kind === "closed") throw new ClaimClosedError(call);
        if (plan.kind === "short") throw plan.error;
        if (plan.kind === "reserved") write(tx, { ...plan, rows: [plan.row] }, plan.day ? [plan.day] : []);
      });
    },
    settle(call, micros) {
      return transact(db, async (tx) => {
        const [accountAt, rowAt] = await tx.getAll(accountDoc(call.sessionId), rowDoc(call));
        const [account, row] = [parseAccount(accountAt), parseRow(rowAt)];
        if (account === undefined || row === undefined) return 0;
        const settled = planSettle(account, row, { micros, now: readTimeOf(accountAt) });
        if (settled === undefined) return row.micros;
        write(tx, settled);
        return settled.rows[0]?.micros ?? row.micros;
      });
    },
    close({ sessionId, step, belowFence }) {
      return transact(db, async (tx) => {
        const accountAt = await tx.get(accountDoc(sessionId));
        const account = parseAccount(accountAt);
        if (account === undefined) return { step, byFence: {} };
        const rows = parseRows(await tx.get(rowsOf(sessionId).where("step", "==", step)));
        const closed = planClose(account, rows, { step, belowFence, now: readTimeOf(accountAt) });
        write(tx, closed);
        const [booked] = bookedOf(merged(rows, closed.rows).filter(({ fence }) => fence < belowFence));
        return booked ?? { step, byFence: {} };
      });
    },
    async rest(sessionId, knownMicros) {
      const spentMicros = await transact(db, async (tx) => {
        const accountAt = await tx.get(accountDoc(sessionId));
        const account = parseAccount(accountAt);
        if (account === undefined) return undefined;
        if (isAtRest(account)) return account.spentMicros;
        const rows = parseRows(await tx.get(rowsOf(sessionId).where("state", "==", "reserved")));
        const { ownerId, allotments } = account;
        const held = Object.keys(allotments);
        const documents =
          held.length === 0 ? [] : await tx.getAll(...held.map((day) => dayDoc(ownerId, day)));
        const days = held.map((day, index) => parseDay(documents[index]) ?? newDay(ownerId, day));
        const rested = planRest(account, { rows, days, now: readTimeOf(accountAt) });
        write(tx, rested, rested.days);
        return rested.account.spentMicros;
      });
      if (spentMicros === undefined || spentMicros === knownMicros) return [];
      return bookedOf(parseRows(await orBusy(() => rowsOf(sessionId).get())));
    },
    async readAccount(sessionId) {
      return parseAccount(await orBusy(() => accountDoc(sessionId).get()));
    },
    async readDay(ownerId, wanted) {
      const day = wanted ?? dayOf(Date.now());
      const known = parseDay(await orBusy(() => dayDoc(ownerId, day).get()));
      return { limitMicros: limits.dayMicros, ...(known ?? newDay(ownerId, day)) };
    },
  };
}

/** Rows as they are after some of them changed. */
function merged(rows: readonly LedgerRow[], changed: readonly LedgerRow[]): LedgerRow[] {
  return rows.map((row) => changed.find(({ fence, n }) => fence === row.fence && n === row.n) ?? row);
}

function parseAccount(document: DocumentSnapshot | undefined): Account | undefined {
  return document?.exists ? AccountSchema.parse(document.data()) : undefined;
}

function parseRow(document: DocumentSnapshot | undefined): LedgerRow | undefined {
  return document?.exists ? LedgerRowSchema.parse(document.data()) : undefined;
}

function parseRows({ docs }: { docs: readonly DocumentSnapshot[] }): LedgerRow[] {
  return docs.map((document) => LedgerRowSchema.parse(document.data()));
}

function parseDay(document: DocumentSnapshot | undefined): DayBudget | undefined {
  return document?.exists ? DayBudgetSchema.parse(document.data()) : undefined;
}

function readTimeOf(document: DocumentSnapshot | undefined): number {
  if (document === undefined) throw new RangeError("Firestore gave no document for a path");
  return document.readTime.toMillis();
}
