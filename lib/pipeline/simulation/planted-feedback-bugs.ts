// Planted bugs in users' commands: plausible mistakes in what feedback changes and keeps.
import type { Gate, Schedule } from "../schedule.ts";
import type { Change } from "../schedule-store.ts";
import type { Intent } from "./intents.ts";
import { amended, type Current, type Decide, onSchedule, type PlantedBug, scheduleBug } from "./plant-bug.ts";

/** Modifies what a command wrote. */
const commandBug = (
  name: string,
  does: string,
  amend: (after: Schedule, turn: { before: Schedule; intent: Intent | undefined }) => Schedule,
): PlantedBug =>
  scheduleBug(name, does, ({ role, intent }) => (decide, current, step) => {
    const change = decide(current);
    if (role !== "person" || step !== undefined) return change;
    return amended(change, (after) => amend(after, { before: current.schedule, intent }));
  });

/** Accepts a decision for any revision. */
const anyRevision =
  (intent: Intent | undefined): Decide =>
  (decide, current) => {
    const gate = intent?.gate && current.schedule.gates[intent.gate.phase];
    if (intent?.gate === undefined || gate === undefined) return decide(current);
    const { phase, revision } = intent.gate;
    const gates = { ...current.schedule.gates, [phase]: { ...gate, revision } };
    const change = decide({ ...current, schedule: { ...current.schedule, gates } });
    const back = (one: Gate | undefined) =>
      one && { ...one, revision: one.revision + gate.revision - revision };
    return amended(change, (after) => ({
      ...after,
      gates: { ...after.gates, [phase]: back(after.gates[phase]) },
    }));
  };

/** Records as if nobody had edited the step's last result. */
function blindToEdits<T>(
  decide: (current: Current) => Change<T>,
  current: Current,
  step: string | undefined,
) {
  const known = step === undefined ? undefined : current.schedule.results[step];
  if (step === undefined || known?.edited === undefined) return decide(current);
  const { edited: _edited, ...plain } = known;
  const results = { ...current.schedule.results, [step]: plain };
  const change = decide({ ...current, schedule: { ...current.schedule, results } });
  return amended(change, (after) =>
    after.results[step] === plain ? { ...after, results: { ...after.results, [step]: known } } : after,
  );
}

/** Marks what a command released again as done with the earlier result. */
function withoutReruns(after: Schedule, before: Schedule): Schedule {
  const again = Object.entries(after.inFlight).filter(
    ([step, { release }]) => before.inFlight[step]?.release !== release && before.results[step] !== undefined,
  );
  const results = { ...after.results };
  const inFlight = { ...after.inFlight };
  for (const [step, { input }] of again) {
    const known = before.results[step];
    if (known !== undefined) results[step] = { ...known, input };
    delete inFlight[step];
  }
  return { ...after, results, inFlight };
}

const undecided = ({ decision: _decision, ...gate }: Gate): Gate => gate;

function asFailed(schedule: Schedule): Schedule {
  if (schedule.state.status !== "cancelled") return schedule;
  const reason = { code: "cancelled", message: "it was cancelled", retryable: true };
  return { ...schedule, state: { status: "failed", endedAt: schedule.state.endedAt, reason } };
}

export const FEEDBACK_BUGS: readonly PlantedBug[] = [
  {
    name: "marks are not heeded",
    does: "draws every panel as final, whatever is kept",
    plant: () => ({
      wrapServices: (services, worker) => ({
        ...services,
        schedules: {
          ...services.schedules,
          async read(sessionId) {
            const schedule = await services.schedules.read(sessionId);
            if (schedule === undefined || worker.role !== "person") return schedule;
            const { kept: _ignored, ...rest } = schedule;
            return rest;
          },
        },
      }),
    }),
  },
  {
    name: "a final without its draft",
    does: "draws a final as if no picture had been there",
    plant: () => ({
      wrapServices: (services, worker) => ({
        ...services,
        schedules: {
          ...services.schedules,
          async readWith(...at) {
            const seen = await services.schedules.readWith(...at);
            if (seen?.schedule.finals === undefined || worker.role === "person") return seen;
            const finals = Object.entries(seen.schedule.finals).map(
              ([step, { over: _forgotten, ...final }]) => [step, final],
            );
            return { ...seen, schedule: { ...seen.schedule, finals: Object.fromEntries(finals) } };
          },
        },
      }),
    }),
  },
  commandBug(
    "a final by the usual artist",
    "draws as final what the artist of the book draws",
    (after, { before }) => {
      if (after.finals === undefined || after.finals === before.finals) return after;
      const { artist } = after.params.models;
      const finals = Object.entries(after.finals).map(([step, final]) => [step, { ...final, artist }]);
      return { ...after, finals: Object.fromEntries(finals) };
    },
  ),
  scheduleBug("old revision accepted", "answers a gate whatever revision was seen", ({ intent }) =>
    anyRevision(intent),
  ),
  scheduleBug("edit lost by a rerun", "takes the step's own output for an edited one", () => blindToEdits),
  commandBug("takes not counted", "draws again what it has", (after, { before, intent }) =>
    intent !== undefined && intent.takes.length > 0 ? { ...after, takes: before.takes } : after,
  ),
  commandBug("every take the second", "gives another take the number of the last", (after, { intent }) => {
    const takes = { ...after.takes };
    for (const step of intent?.takes ?? []) if (takes[step] !== undefined) takes[step] = 2;
    return { ...after, takes };
  }),
  commandBug("restore forgets gates", "asks again about what was passed", (after, { intent }) => {
    if (intent?.what !== "restore") return after;
    const gates = Object.entries(after.gates).map(([phase, gate]) => [phase, gate && undecided(gate)]);
    return { ...after, gates: Object.fromEntries(gates) };
  }),
  commandBug("restore keeps parameters", "returns to results alone", (after, { before, intent }) =>
    intent?.what === "restore" ? { ...after, params: before.params } : after,
  ),
  commandBug("edit reruns nothing", "keeps what depends on an edit", (after, { before, intent }) =>
    intent?.what === "patch" ? withoutReruns(after, before) : after,
  ),
  commandBug("edit reruns everything", "drops all other results", (after, { before, intent }) => {
    if (intent?.what !== "patch" || after.results === before.results) return after;
    const kept = Object.entries(after.results).filter(([step]) =>
      intent.edits.some((edit) => edit.step === step),
    );
    return { ...after, results: Object.fromEntries(kept) };
  }),
  commandBug(
    "line touches its picture",
    "changes the picture's part with the words'",
    (after, { intent }) => {
      const [step = ""] = intent?.what === "text" ? intent.edits.map((edit) => edit.step) : [];
      const result = after.results[step];
      if (result === undefined) return after;
      const parts = { ...result.parts, "k1.picture": "touched" };
      return { ...after, results: { ...after.results, [step]: { ...result, parts } } };
    },
  ),
  commandBug("wish passes its gate", "does not ask about what a wish changed", (after, { intent }) => {
    const gate = intent?.gate && after.gates[intent.gate.phase];
    if (intent?.what !== "words" || intent.gate === undefined || gate === undefined) return after;
    const decision = { kind: "words", by: "ann", at: after.updatedAt } as const;
    return { ...after, gates: { ...after.gates, [intent.gate.phase]: { ...gate, decision } } };
  }),
  commandBug("version not kept", "leaves a version without its snapshot", (after) => ({
    ...after,
    versions: after.versions.map(({ snapshot: _snapshot, ...version }) => version),
  })),
  commandBug("version kept as another", "keeps a version as the first one was", (after) => {
    const snapshot = after.versions[0]?.snapshot;
    if (snapshot === undefined) return after;
    const kept = after.versions.map((one) => (one.snapshot === undefined ? one : { ...one, snapshot }));
    return { ...after, versions: kept };
  }),
  scheduleBug(
    "lost update",
    "writes the results that it saw before it began",
    (worker) => (decide, current) => {
      const { schedule } = current;
      const results = worker.intent === undefined ? undefined : worker.saw?.results;
      return decide(results === undefined ? current : { ...current, schedule: { ...schedule, results } });
    },
  ),
  {
    name: "cancelled book changed",
    does: "takes wishes about a cancelled session",
    plant: () => ({
      wrapServices: (services, { intent }) => {
        if (intent === undefined) return services;
        const blind = onSchedule(services, (decide, current) =>
          decide({ ...current, schedule: asFailed(current.schedule) }),
        );
        const read = async (sessionId: string) => {
          const schedule = await services.schedules.read(sessionId);
          return schedule && asFailed(schedule);
        };
        return { ...blind, schedules: { ...blind.schedules, read } };
      },
    }),
  },
  commandBug("epoch stands still", "changes a book within its epoch", (after, { before }) => ({
    ...after,
    epoch: before.epoch,
  })),
  commandBug("retry starts over", "forgets what was done before a failure", (after, { before }) =>
    before.state.status === "failed" && after.results === before.results ? { ...after, results: {} } : after,
  ),
  {
    name: "shorter book keeps pages",
    does: "leaves pages to be seen that the book does not have any more",
    plant: () => ({
      wrapServices: (services) => ({
        ...services,
        projector: { ...services.projector, removePages: async () => {} },
      }),
    }),
  },
];
