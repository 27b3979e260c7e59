// The ledger in Firestore: rows in `ledger/`, accounts of sessions, budgets of days and the switch in `budgets/`. Every change of a row is
// one transaction with its session's account, so that both always agree.
import { type Funds, heldDays, newAccount, newDay, planGift } from "../pipeline/allotments.ts";
import {
  bookedOf,
  callKey,
  isAtRest,
  ownerSuspended,
  planClose,
  planEditorsLimit,
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
  type Ledger,
  type LedgerRow,
  LedgerRowSchema,
  SpendingSwitchSchema,
  SuspendedOwnersSchema,
} from "../pipeline/ledger.ts";
import { dayOf, type ServiceWindows } from "../pipeline/service-windows.ts";
import type { Documents, Reader, StoredDocument, Writer } from "./documents.ts";
import {
  parseDay,
  presentWindows,
  readDayMicros,
  readHeldWindows,
  readStanding,
  type StoreLimits,
  writeFunds,
} from "./firestore-funds.ts";
import {
  accountPath,
  dayBudgetPath,
  LEDGER,
  ledgerRowPath,
  SERVICE_WINDOWS,
  SPENDING_SWITCH,
  SUSPENDED_OWNERS,
} from "./firestore-paths.ts";
import { patiently, transact } from "./firestore-transaction.ts";
import { inGroups } from "./in-groups.ts";

export interface LedgerOptions {
  limits: StoreLimits;
  /** Why the setting stops all spending; undefined when it does not. */
  stopped: string | undefined;
  /** Milliseconds of any clock: for how long the switch's document is not read again. */
  now?: () => number;
}

/** A change of one row, decided on it and on its session's account. */
interface Booking {
  call: CallKey;
  plan(purse: {
    account: Account | undefined;
    row: LedgerRow | undefined;
    /** Undefined before the first read. */
    funds?: Funds;
    now: number;
  }): PlannedBooking;
}

type PlannedBooking =
  | {
      kind: "booked";
      account?: Account | undefined;
      row?: LedgerRow | undefined;
      funds?: Funds | undefined;
      /** The amount that the row counts. */
      micros: number;
    }
  | { kind: "funds-needed"; ownerId: string }
  | { kind: "refused"; error: Error };

/** The outcome of one of several bookings that are made together. */
type Verdict = { value: number } | { refused: Error };

/** How long a thrown switch and a suspended owner may go unnoticed. */
const SWITCH_LIFE_MS = 5_000;

export function firestoreLedger(
  documents: Documents,
  { limits, stopped, now = () => performance.now() }: LedgerOptions,
): Ledger {
  const readOne = async (path: string) => (await patiently(() => documents.read([path])))[0];

  async function rowsOf(
    { find }: Reader,
    sessionId: string,
    where: Partial<Pick<LedgerRow, "state" | "step">> = {},
  ): Promise<LedgerRow[]> {
    const wanted = Object.entries({ sessionId, ...where });
    const rows = await find({
      collection: LEDGER,
      where: wanted.map(([field, value]) => [field, "EQUAL", value] as const),
    });
    return rows.map(({ content }) => LedgerRowSchema.parse(content));
  }

  let lastLook: { at: number; reason: string | undefined; suspended: ReadonlySet<string> } | undefined;

  async function checkSwitches(ownerId: string): Promise<void> {
    if (stopped !== undefined) throw spendingStopped(stopped);
    if (lastLook === undefined || now() - lastLook.at >= SWITCH_LIFE_MS) {
      const at = now();
      const [spending, owners] = await patiently(() => documents.read([SPENDING_SWITCH, SUSPENDED_OWNERS]));
      const thrown = spending?.content && SpendingSwitchSchema.parse(spending.content);
      const reason = thrown?.isOff === true ? (thrown.reason ?? "the switch is off") : undefined;
      const suspended = owners?.content && SuspendedOwnersSchema.parse(owners.content).owners;
      lastLook = { at, reason, suspended: new Set(suspended) };
    }
    if (lastLook.reason !== undefined) throw spendingStopped(lastLook.reason);
    if (lastLook.suspended.has(ownerId)) throw ownerSuspended();
  }

  function write({ set }: Pick<Writer, "set">, { account, rows }: Settlement): void {
    set(accountPath(account.sessionId), account);
    for (const row of rows) set(ledgerRowPath(row), row);
  }

  /** Returns an ended session's unspent allotment. Undefined if it has no account. */
  const restAccount = (sessionId: string) =>
    transact(documents, async (tx): Promise<Account | undefined> => {
      const [[accountAt], reserved] = await Promise.all([
        tx.read([accountPath(sessionId)]),
        rowsOf(tx, sessionId, { state: "reserved" }),
      ]);
      const account = parseAccount(accountAt);
      if (account === undefined || isAtRest(account)) return account;
      const { ownerId } = account;
      const held = heldDays(account);
      const now = readTimeOf(accountAt);
      const [kept, service] = await Promise.all([
        tx.read(held.map((day) => dayBudgetPath(ownerId, day))),
        readHeldWindows(tx, account, now),
      ]);
      const days = held.map((day, index) => parseDay(kept[index]) ?? newDay(ownerId, day));
      const rested = planRest(account, { rows: reserved, days, service, now });
      write(tx, rested);
      writeFunds(tx, rested);
      return rested.account;
    });

  /** Concurrent bookings of one session, in one transaction: separate transactions would wait for each other's lock on the account. */
  const book = inGroups((sessionId, bookings: readonly Booking[]) =>
    transact(documents, async (tx): Promise<Verdict[]> => {
      const [accountAt, ...rowsAt] = await tx.read([
        accountPath(sessionId),
        ...bookings.map(({ call }) => ledgerRowPath(call)),
      ]);
      const now = readTimeOf(accountAt);
      const rows = new Map(bookings.map(({ call }, index) => [callKey(call), parseRow(rowsAt[index])]));
      const changed = { rows: new Map<string, LedgerRow>(), days: new Map<string, DayBudget>() };
      let standing: Omit<Funds, "day"> | undefined;
      let service: ServiceWindows | undefined;
      const before = parseAccount(accountAt);
      let account = before;
      const verdicts: Verdict[] = [];
      for (const { call, plan } of bookings) {
        const purse = { account, row: rows.get(callKey(call)), now };
        let planned = plan(purse);
        if (planned.kind === "funds-needed") {
          // The owner's documents and the service's are touched only when a session needs an allotment.
          const { ownerId } = planned;
          const day = dayOf(now);
          const known =
            changed.days.get(ownerId) ?? parseDay((await tx.read([dayBudgetPath(ownerId, day)]))[0]);
          standing ??= await readStanding(tx, { ownerId, limits, now });
          planned = plan({ ...purse, funds: { ...standing, day: known ?? newDay(ownerId, day) } });
        }
        if (planned.kind === "funds-needed")
          throw new Error(`${callKey(call)} has seen its funds and asks for them`);
        if (planned.kind === "refused") {
          verdicts.push({ refused: planned.error });
          continue;
        }
        account = planned.account ?? account;
        if (planned.funds !== undefined) {
          changed.days.set(planned.funds.day.ownerId, planned.funds.day);
          standing = planned.funds;
          service = planned.funds.service;
        }
        if (planned.row !== undefined) {
          rows.set(callKey(call), planned.row);
          changed.rows.set(callKey(call), planned.row);
        }
        verdicts.push({ value: planned.micros });
      }
      if (account !== undefined && account !== before) {
        write(tx, { account, rows: [...changed.rows.values()] });
        writeFunds(tx, { days: changed.days.values(), service });
      }
      return verdicts;
    }),
  );

  return {
    async reserve(call) {
      await checkSwitches(call.ownerId);
      const verdict = await book(call.sessionId, {
        call,
        plan({ now, ...purse }) {
          const planned = planReserve({ funds: undefined, ...purse }, call, { limits, now });
          switch (planned.kind) {
            case "reserved":
              return { ...planned, kind: "booked", micros: call.upToMicros };
            case "known":
              return { kind: "booked", micros: call.upToMicros };
            case "funds-needed":
              return { kind: "funds-needed", ownerId: call.ownerId };
            case "closed":
              return { kind: "refused", error: new ClaimClosedError(call) };
            case "short":
              return { kind: "refused", error: planned.error };
          }
        },
      });
      if ("refused" in verdict) throw verdict.refused;
    },
    async settle(call, micros) {
      const verdict = await book(call.sessionId, {
        call,
        plan({ account, row, now }) {
          if (account === undefined || row === undefined) return { kind: "booked", micros: 0 };
          const settled = planSettle(account, row, { micros, now });
          const [ended = row] = settled?.rows ?? [];
          return { kind: "booked", account: settled?.account, row: settled && ended, micros: ended.micros };
        },
      });
      if ("refused" in verdict) throw verdict.refused;
      return verdict.value;
    },
    close({ sessionId, step, belowFence, keep }) {
      return transact(documents, async (tx) => {
        const [accountAt] = await tx.read([accountPath(sessionId)]);
        const account = parseAccount(accountAt);
        if (account === undefined) return { step, byFence: {} };
        const rows = await rowsOf(tx, sessionId, { step });
        const closed = planClose(account, rows, { step, belowFence, keep, now: readTimeOf(accountAt) });
        write(tx, closed);
        const [booked] = bookedOf(merged(rows, closed.rows).filter(({ fence }) => fence < belowFence));
        return booked ?? { step, byFence: {} };
      });
    },
    async rest(sessionId, knownMicros) {
      // Most free sessions have no account, and one at rest stays as it is: nothing to lock.
      const isFree = knownMicros === 0;
      const known = isFree ? parseAccount(await readOne(accountPath(sessionId))) : undefined;
      const isSettled = isFree && (known === undefined || isAtRest(known));
      const account = isSettled ? known : await restAccount(sessionId);
      if (account === undefined || account.spentMicros === knownMicros) return [];
      return bookedOf(await patiently(() => rowsOf(documents, sessionId)));
    },
    gift({ key, micros, ...of }) {
      return transact(documents, async (tx) => {
        const [accountAt, windowsAt] = await tx.read([accountPath(of.sessionId), SERVICE_WINDOWS]);
        const now = readTimeOf(accountAt);
        const account = parseAccount(accountAt) ?? newAccount(of);
        const service = limits.service && presentWindows(windowsAt, now);
        const given = planGift(account, service, { key, micros }, { limits, now });
        if (given === undefined) return;
        write(tx, { account: given.account, rows: [] });
        writeFunds(tx, { days: [], service: given.service });
      });
    },
    async readAccount(sessionId) {
      return parseAccount(await readOne(accountPath(sessionId)));
    },
    limitEditors(of, limitMicros) {
      return transact(documents, async (tx) => {
        const [accountAt] = await tx.read([accountPath(of.sessionId)]);
        const account = parseAccount(accountAt) ?? newAccount(of);
        write(tx, { account: planEditorsLimit(account, limitMicros), rows: [] });
      });
    },
    async readDay(ownerId, wanted) {
      const day = wanted ?? dayOf(Date.now());
      const [known, limitMicros] = await Promise.all([
        readOne(dayBudgetPath(ownerId, day)),
        patiently(() => readDayMicros(documents, ownerId, limits)),
      ]);
      return { limitMicros, ...(parseDay(known) ?? newDay(ownerId, day)) };
    },
  };
}

/** Rows as they are after some of them changed. */
function merged(rows: readonly LedgerRow[], changed: readonly LedgerRow[]): LedgerRow[] {
  return rows.map((row) => changed.find(({ fence, n }) => fence === row.fence && n === row.n) ?? row);
}

function parseAccount(document: StoredDocument | undefined): Account | undefined {
  return document?.content && AccountSchema.parse(document.content);
}

function parseRow(document: StoredDocument | undefined): LedgerRow | undefined {
  return document?.content && LedgerRowSchema.parse(document.content);
}

function readTimeOf(document: StoredDocument | undefined): number {
  if (document === undefined) throw new RangeError("Firestore returned no document for a path");
  return document.readAt;
}
