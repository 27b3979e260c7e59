// Audits the budgets of a world at rest: the money allotted to, spent by and returned by sessions, for each session and for all sessions of
// an owner.
import type { LedgerRow } from "../ledger.ts";
import { violate, type World } from "./world.ts";

export async function auditBudgets(world: World): Promise<void> {
  const { ledger } = world.stores;
  /** The money that ended sessions hold from their owner's days: the amount spent. */
  const held = new Map<string, number>();
  const complain = (what: string) => violate(world, "budget-astray", what);
  const bySession = Map.groupBy(ledger.rows.values(), ({ sessionId }) => sessionId);
  for (const [sessionId, rows] of bySession) {
    const account = await ledger.readAccount(sessionId);
    const spent = sum(rows.map((row: LedgerRow) => row.micros));
    if (account?.spentMicros !== spent || account.reservedMicros !== 0) {
      complain(`${sessionId} spent ${spent}, its account says ${account?.spentMicros}`);
    }
    const given = Object.entries(account?.allotments ?? {});
    if (sum(given.map(([, micros]) => micros)) !== spent)
      complain(`${sessionId} still holds what it did not spend`);
    for (const [day, micros] of given) {
      const key = `${account?.ownerId}.${day}`;
      held.set(key, (held.get(key) ?? 0) + micros);
    }
  }
  for (const [key, { allottedMicros }] of ledger.days) {
    const wanted = held.get(key) ?? 0;
    if (allottedMicros !== wanted)
      complain(`the day ${key} has given ${allottedMicros}, its sessions hold ${wanted}`);
    if (allottedMicros > world.weather.dayMicros) complain(`the day ${key} has given more than there is`);
  }
}

const sum = (micros: readonly number[]) => micros.reduce((total, one) => total + one, 0);
