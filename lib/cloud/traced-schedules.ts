// The schedule store with a span for each transaction on a schedule: a step's record if it includes a step's document, else a change.
import type { ScheduleStore } from "../pipeline/schedule-store.ts";
import type { Tracing } from "./tracing.ts";

export function tracedSchedules(store: ScheduleStore, tracing: Tracing): ScheduleStore {
  if (!tracing.isOn) return store;
  return {
    ...store,
    update: (sessionId, step, decide) =>
      tracing.span(
        {
          name: step === undefined ? "change" : "record",
          kind: "client",
          attributes: { "mekuri.session": sessionId, "mekuri.step": step },
        },
        async (span) => {
          let tries = 0;
          const counted: typeof decide = (current) => {
            tries += 1;
            return decide(current);
          };
          const value = await store.update(sessionId, step, counted);
          span.set({ "mekuri.tries": tries });
          return value;
        },
      ),
  };
}
