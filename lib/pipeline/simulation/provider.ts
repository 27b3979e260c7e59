// The models of the simulated world and the steps that call them: what a call costs, how long it takes, how it fails.
// The provider's own count is what the ledger is held to.
import { BusyError, RetryableError, TerminalError } from "../errors.ts";
import type { Pay } from "../ledger-tab.ts";
import type { Phase, StepContext, StepResult } from "../phase.ts";
import { PHASES, parseStepId, type StepRef, stepId } from "../step-id.ts";
import { noUsage, type Usage } from "../usage.ts";
import { shapeOf } from "./commands.ts";
import type { Ledger } from "./ledger.ts";
import { bookParams, type Entry, type Output, outputOf } from "./reference-book.ts";
import type { Trouble } from "./tally.ts";
import { excuse, never, type Worker } from "./worker.ts";
import { crash, nameOf, type World, whenAble } from "./world.ts";

export interface SimulatedTools {
  world: World;
  worker: Worker;
}

export const SIMULATED_PHASES: readonly Phase<SimulatedTools>[] = PHASES.map((name) => {
  const step = { perform };
  return { name, steps: { book: step, character: step, page: step, panel: step } };
});

/** The most that a call costs. */
const MOST_MICROS = 1_000;

/** Two calls for a concept, so that the second may fail after the first was paid; none for what no model does. */
function callsOf({ step, phase }: Entry): number {
  if (step === "concept") return 2;
  return phase === "lettering" || phase === "finish" ? 0 : 1;
}

async function perform(ref: StepRef, context: StepContext<SimulatedTools>): Promise<StepResult> {
  const { world, worker } = context.tools;
  const { signal } = context;
  const step = stepId(ref);
  const { pages } = bookParams(world.weather.book, context.params);
  const entry = world.reference.entries(pages).find((known) => known.step === step);
  if (entry === undefined) throw new TerminalError("not-in-book", `${step} is not part of the book`);
  const values = await read(entry, context);
  const calls = callsOf(entry);
  const durationMs = world.chance.between(100, world.weather.slowMs);
  if (calls === 0) await world.clock.sleep(durationMs, signal);
  for (let call = 0; call < calls; call++) {
    const make = () => answer(world, worker, { signal, durationMs });
    await context.call({ model: "simulated", upToMicros: MOST_MICROS, make });
  }
  await whenAble(world, worker);
  signal.throwIfAborted();
  const { book } = world.weather;
  const params = bookParams(book, context.params);
  const output = outputOf(book, entry, { params, take: context.take, values });
  if (entry.isImage) await context.putBlob(Buffer.from(`image of ${step} ${output.made}`), "image/png");
  return { output, parts: output.parts, shape: shapeOf(world, step, params) };
}

async function read({ reads }: Entry, context: StepContext<SimulatedTools>): Promise<string[]> {
  const values: string[] = [];
  for (const { step, part } of reads) {
    const hash = context.outputHash(parseStepId(step));
    if (part === undefined) values.push(hash);
    else {
      const output: Output = JSON.parse(Buffer.from(await context.getBlob(hash)).toString("utf8"));
      values.push(output.parts[part] ?? "");
    }
  }
  return values;
}

/** One call of a model: it goes on, and costs, even when whoever waits for it is dead. */
async function answer(
  world: World,
  worker: Worker,
  { signal, durationMs }: { signal: AbortSignal; durationMs: number },
): Promise<{ usage: Usage }> {
  const { chance, clock } = world;
  const fail = (trouble: Trouble, error: Error): never => {
    world.tally.troubles[trouble] += 1;
    excuse(worker, "model");
    world.note(() => `${nameOf(worker)}: the model says ${error.message}`);
    throw error;
  };
  if (world.isStormy()) {
    const { refused, broken, busy, hanging } = world.weather.rates;
    if (chance.happens(refused))
      return fail("refused", new TerminalError("refused", "the safety filter refused it"));
    if (chance.happens(broken)) return fail("broken", new RetryableError("the answer makes no sense"));
    if (chance.happens(busy)) {
      worker.namedMs = chance.happens(0.5) ? chance.between(100, 40_000) : undefined;
      return fail("busy", new BusyError("429", worker.namedMs));
    }
    if (chance.happens(hanging)) {
      world.tally.troubles.hanging += 1;
      excuse(worker, "model");
      await clock.sleep(24 * 3_600_000, signal);
    }
  }
  await clock.sleep(durationMs, signal);
  if (!worker.isDead) signal.throwIfAborted();
  return { usage: { ...noUsage("simulated"), costMicros: chance.between(1, MOST_MICROS) } };
}

/** Keeps the ledger, and is where a worker may die with an answer in its hands. */
export function simulatedPay(world: World, worker: Worker, ledger: Ledger): Pay {
  return async (call, make) => {
    const row = ledger.reserve(worker, call);
    const made = await make();
    ledger.charge(row, made.usage.costMicros);
    if (worker.isDead) return never();
    if (world.isStormy() && world.chance.happens(world.weather.rates.crash)) {
      crash(world, worker, "paid");
      return never();
    }
    return made;
  };
}
