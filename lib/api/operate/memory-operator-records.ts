// The records of operators in memory, for tests.
import type { DeadLetter } from "../../pipeline/dead-letters.ts";
import type { MemoryLedger } from "../../pipeline/memory-ledger.ts";
import {
  type ListedDeadLetter,
  MOST_OWNERS,
  type OperatorAct,
  type OperatorRecords,
  type SpendingSwitch,
  spanOf,
  stepIn,
} from "./operator-records.ts";

interface MemoryParts {
  now: () => number;
  newId: () => string;
  ledger: Pick<MemoryLedger, "rows" | "days" | "windows" | "stopSpending">;
  letters: Map<string, DeadLetter>;
}

export function memoryOperatorRecords({ now, newId, ledger, letters }: MemoryParts): OperatorRecords {
  const acts: OperatorAct[] = [];
  let state: SpendingSwitch = { isOff: false };
  return {
    async addAct(act) {
      acts.push({ ...act, schemaVersion: 1, actId: newId(), at: new Date(now()).toISOString() });
    },
    async listActs({ sessionId, after, limit }) {
      const key = ({ at, id }: { at: string; id: string }) => `${at} ${id}`;
      return acts
        .filter((act) => sessionId === undefined || act.sessionId === sessionId)
        .map((act) => ({ act, key: key({ at: act.at, id: act.actId }) }))
        .filter((one) => after === undefined || one.key < key(after))
        .toSorted((a, b) => (a.key < b.key ? 1 : -1))
        .slice(0, limit)
        .map(({ act }) => act);
    },
    async listDeadLetters({ after, limit }) {
      const ids = [...letters.keys()].toSorted().filter((id) => after === undefined || id > after);
      return ids.slice(0, limit).map((letterId): ListedDeadLetter => {
        const letter = letters.get(letterId);
        const { sessionId, deliveryAttempt, data = "" } = letter ?? {};
        return { letterId, sessionId, deliveryAttempt, ...stepIn(data) };
      });
    },
    forgetDeadLetter: async (letterId) => letters.delete(letterId),
    async readSpend(day, models) {
      const { from, to } = spanOf(day);
      const rows = [...ledger.rows.values()].filter(({ at }) => at >= from && at < to);
      const sumOf = (some: typeof rows) => some.reduce((sum, { micros }) => sum + micros, 0);
      const byModel = models.map((model) => {
        const own = rows.filter((row) => row.model === model);
        return { model, calls: own.length, micros: sumOf(own) };
      });
      const owners = [...ledger.days.values()]
        .filter((budget) => budget.day === day)
        .toSorted((a, b) => b.allottedMicros - a.allottedMicros)
        .map(({ ownerId, allottedMicros, limitMicros }) => ({ ownerId, allottedMicros, limitMicros }));
      return {
        ...{ day, calls: rows.length, micros: sumOf(rows), owners: owners.slice(0, MOST_OWNERS) },
        models: byModel.filter(({ calls }) => calls > 0).toSorted((a, b) => b.micros - a.micros),
      };
    },
    readWindows: async () => ledger.windows(),
    readSwitch: async () => state,
    async setSwitch(to) {
      state = to;
      ledger.stopSpending(to.isOff ? (to.reason ?? "the switch is off") : undefined);
    },
  };
}
