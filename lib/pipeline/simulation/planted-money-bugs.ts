// Planted bugs in budgets and in the cache of answers.
import type { PlantedBug } from "./plant-bug.ts";

export const MONEY_BUGS: readonly PlantedBug[] = [
  {
    name: "memory without owner",
    does: "gives everybody what a model answered to anybody",
    plant: () => ({
      wrapMemo: (memo) => ({
        ...memo,
        find: (question) => memo.find({ ...question, ownerId: "anybody" }),
        keep: (question, made) => memo.keep({ ...question, ownerId: "anybody" }, made),
      }),
    }),
  },
  {
    name: "nothing remembered",
    does: "makes a call again although its answer is remembered",
    plant: () => ({ wrapMemo: (memo) => ({ ...memo, find: async () => undefined }) }),
  },
  {
    name: "allotment back twice",
    does: "gives back twice what a session has left of its owner's day",
    plant: ({ stores }) => ({
      wrapServices: (services) => ({
        ...services,
        ledger: {
          ...services.ledger,
          async rest(sessionId, knownMicros) {
            const before = await services.ledger.readAccount(sessionId);
            const booked = await services.ledger.rest(sessionId, knownMicros);
            const after = await services.ledger.readAccount(sessionId);
            for (const [day, held] of Object.entries(before?.allotments ?? {})) {
              const key = `${before?.ownerId}.${day}`;
              const budget = stores.ledger.days.get(key);
              const back = held - (after?.allotments[day] ?? 0);
              if (budget === undefined || back <= 0) continue;
              const allottedMicros = Math.max(0, budget.allottedMicros - back);
              stores.ledger.days.set(key, { ...budget, allottedMicros });
            }
            return booked;
          },
        },
      }),
    }),
  },
  {
    name: "refusal costs nothing",
    does: "does not book what a call cost that the model refused",
    plant: () => ({
      wrapServices: (services, worker) => ({
        ...services,
        ledger: {
          ...services.ledger,
          settle: (call, micros) =>
            services.ledger.settle(call, worker.refused.has(`${call.fence}.${call.n}`) ? 0 : micros),
        },
      }),
    }),
  },
];
