// One owner's thousand panels and another's one-page book, in one model's rate-limit window: how much longer the small book takes than
// alone. On the pipeline's own runner, with stores in memory and a virtual clock.
import { SLOT_VALID_MS } from "../../../lib/models/fair-window.ts";
import type { HostedModel } from "../../../lib/models/hosted/model.ts";
import { rateLimitedModel } from "../../../lib/models/hosted/rate-limited-model.ts";
import { memoryQuota } from "../../../lib/models/quota.ts";
import { createRunner } from "../../../lib/pipeline/handle.ts";
import {
  deliverAll,
  SAMPLE_PARAMS,
  sample,
  samplePhases,
  seedDurationMs,
} from "../../../lib/pipeline/sample-session.ts";
import { seededChance } from "../../../lib/pipeline/simulation/chance.ts";
import { type StepRef, stepId } from "../../../lib/pipeline/step-id.ts";
import { noUsage } from "../../../lib/pipeline/usage.ts";

/** Ten sessions, the most that one owner may run, of 20 pages of 5 panels. */
const MANY = { sessions: 10, pages: 20 };
const PLAN = { characters: ["c1", "c2"], panels: 5, durationMs: seedDurationMs };

interface FairBooks {
  picturesPerMinute: number;
  /** When the small book starts after the thousand panels; undefined: alone. */
  afterMs?: number | undefined;
  seed?: number;
}

/** The promise: a one-page book beside another owner's thousand panels takes at most this many times its time alone. */
export const MOST_TIMES = 2;

/** The small book starts at a time that the seed decides, within a window from here on, when the thousand panels wait. */
const FROM_MS = 300_000;
const WITHIN_MS = 65_000;

/** How much longer the small book takes than alone, with each seed. */
export async function timesAlone({
  picturesPerMinute,
  seeds,
}: {
  picturesPerMinute: number;
  seeds: number;
}): Promise<{ aloneMs: number; times: number[] }> {
  const aloneMs = await smallBookMs({ picturesPerMinute });
  const times: number[] = [];
  for (let seed = 1; seed <= seeds; seed += 1) {
    const afterMs = FROM_MS + Math.floor(seededChance(seed * 1_000 + picturesPerMinute).next() * WITHIN_MS);
    times.push((await smallBookMs({ picturesPerMinute, afterMs, seed })) / aloneMs);
  }
  return { aloneMs, times };
}

const isPicture = ({ of }: StepRef) => of === "character" || of === "panel";

/** Milliseconds from the start of the one-page book to its end. */
async function smallBookMs({ picturesPerMinute, afterMs, seed = 1 }: FairBooks): Promise<number> {
  const chance = seededChance(seed);
  const many = { ...PLAN, pages: MANY.pages };
  const one = { ...PLAN, pages: 1 };
  const book = sample(many, { random: chance.next });
  const { clock, services, tools } = book;
  const answering: HostedModel = {
    id: "pictures",
    ask: async () => {
      const usage = { ...noUsage("pictures"), images: 1 };
      return { end: "done", reason: "STOP", text: "", images: [], usage };
    },
  };
  const quota = memoryQuota(clock.now);
  const window = { name: "pictures", limit: picturesPerMinute, windowMs: 60_000 + SLOT_VALID_MS };
  const model = rateLimitedModel(answering, { quota, window, clock, random: chance.next });
  tools.before = async (ref, { sessionId, payer, call, signal }) => {
    if (ref.phase === "concept" && payer) await quota.expect(window, payer.owner);
    if (!isPicture(ref)) return;
    const turns = [{ role: "user", parts: [{ text: `${sessionId} ${stepId(ref)}` }] }] as const;
    const wanted = { kind: "image", aspectRatio: "1:1", size: "1K" } as const;
    const question = { task: "picture", turns, wanted, ...(payer && { payer }) } as const;
    await call({ model: "any", upToMicros: 1, make: () => model.ask(question, signal) });
  };
  const phases = samplePhases(many, ({ params }) => (params.title === "one" ? one : many));
  const runner = createRunner({ ...services, phases, tools });
  const start = (ownerId: string, title: string) =>
    book.commands.startSession({ ownerId, text: "Once upon a time.", params: { ...SAMPLE_PARAMS, title } });

  let startedAt = clock.now();
  let sessionId: string | undefined;
  let endedAt: number | undefined;
  const starting = (async () => {
    if (afterMs !== undefined) {
      for (let index = 0; index < MANY.sessions; index += 1) await start("many", `many ${index}`);
      await clock.sleep(afterMs);
    }
    startedAt = clock.now();
    ({ sessionId } = await start("one", "one"));
  })();
  await deliverAll(book, {
    async deliver(message) {
      const answer = await runner.handle(message, { isFirst: true });
      if (answer !== "ack") throw new Error(`${message.step} was answered with ${answer}`);
      if (message.sessionId !== sessionId) return;
      const state = (await services.schedules.read(message.sessionId))?.state;
      if (state?.status === "completed") endedAt = state.endedAt;
    },
    until: () => endedAt !== undefined,
  });
  await starting;
  if (endedAt === undefined) throw new Error("the one-page book did not complete");
  return endedAt - startedAt;
}
