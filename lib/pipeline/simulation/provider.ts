// The models of the simulated world and the steps that call them: what a call costs, how long it takes, how it fails.
// The provider's own count is what the ledger is held to.
import { BusyError, RetryableError, TerminalError } from "../errors.ts";
import type { Pay } from "../ledger-tab.ts";
import type { Memorable, Phase, StepContext, StepResult } from "../phase.ts";
import { PHASES, parseStepId, type StepRef, stepId } from "../step-id.ts";
import { noUsage, type Usage } from "../usage.ts";
import { shapeOf } from "./commands.ts";
import type { Ledger } from "./ledger.ts";
import { bookParams, type Entry, type Output, outputOf } from "./reference-book.ts";
import type { Trouble } from "./tally.ts";
import { MOST_AT_ONCE } from "./weather.ts";
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

/** A slow answer, and the most that any takes while the model is well. */
const [SLOW_MS, MAY_TAKE_MS] = [200_000, 210_000];

/** Two for a concept, so that the second may fail after the first was paid; none for what no model does. */
function questionsOf({ step, phase }: Entry, { weather }: World): string[] {
  if (phase === "lettering" || phase === "finish") return [];
  const count = step === "concept" ? 2 : step === "plot" ? weather.questions : 1;
  return Array.from({ length: count }, (_, index) => `question ${index + 1}`);
}

async function perform(ref: StepRef, context: StepContext<SimulatedTools>): Promise<StepResult> {
  const { world, worker } = context.tools;
  const { signal } = context;
  const step = stepId(ref);
  const { pages } = bookParams(world.weather.book, context.params);
  const entry = world.reference.entries(pages).find((known) => known.step === step);
  if (entry === undefined) throw new TerminalError("not-in-book", `${step} is not part of the book`);
  const values = await read(entry, context);
  const { book } = world.weather;
  const params = bookParams(book, context.params);
  const asked = [step, context.take, values, ...entry.params.map((name) => params[name])];
  try {
    await askAll(entry, context, asked);
  } catch (error) {
    if (error instanceof BusyError) worker.namedMs = error.retryAfterMs;
    throw error;
  }
  await whenAble(world, worker);
  signal.throwIfAborted();
  const output = outputOf(book, entry, { params, take: context.take, values });
  if (entry.isImage) await context.putBlob(Buffer.from(`image of ${step} ${output.made}`), "image/png");
  return { output, parts: output.parts, shape: shapeOf(world, step, params) };
}

/** Asks a plot's questions side by side and has them remembered; those of other steps one after another, each time anew. */
async function askAll(
  entry: Entry,
  context: StepContext<SimulatedTools>,
  asked: readonly unknown[],
): Promise<void> {
  const { world, worker } = context.tools;
  const { signal } = context;
  const questions = questionsOf(entry, world);
  const isPlot = entry.step === "plot";
  const durationMs = world.chance.between(100, world.weather.slowMs);
  if (questions.length === 0) await world.clock.sleep(durationMs, signal);
  const failures: unknown[] = [];
  const rest = questions.values();

  async function ask(question: string): Promise<void> {
    const isSlow = isPlot && world.chance.happens(world.weather.slowAnswers);
    const takesMs = isSlow ? world.chance.between(SLOW_MS / 2, SLOW_MS) : durationMs;
    await context.call({
      ...{ model: "simulated", upToMicros: MOST_MICROS, mayTakeMs: MAY_TAKE_MS },
      ...(isPlot && { memo: memorable([...asked, question]) }),
      make: () => answer(world, worker, { signal, durationMs: takesMs, question }),
    });
  }

  async function askInTurn(): Promise<void> {
    for (const question of rest) {
      try {
        await ask(question);
      } catch (error) {
        if (!isPlot || world.weather.isHasty) throw error;
        failures.push(error);
        // What failed alone is asked again by the next claim; what stops one stops all.
        if (!(error instanceof RetryableError)) return;
      }
    }
  }

  await Promise.all(Array.from({ length: isPlot ? MOST_AT_ONCE : 1 }, askInTurn));
  if (failures.length === 0) return;
  throw failures.find((error) => !(error instanceof RetryableError)) ?? failures[0];
}

function memorable(key: unknown): Memorable<{ usage: Usage }> {
  return {
    ...{ kind: "answer", key },
    pack: () => ({ value: "an answer", bytes: [] }),
    unpack: () => ({ usage: noUsage("simulated") }),
  };
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
  { signal, durationMs, question }: { signal: AbortSignal; durationMs: number; question: string },
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
      const namedMs = chance.happens(0.5) ? chance.between(100, 40_000) : undefined;
      return fail("busy", new BusyError("429", namedMs));
    }
    if (chance.happens(hanging)) {
      world.tally.troubles.hanging += 1;
      excuse(worker, "model");
      await clock.sleep(24 * 3_600_000, signal);
    }
  }
  await clock.sleep(durationMs, signal);
  if (!worker.isDead) signal.throwIfAborted();
  return { usage: { ...noUsage(question), costMicros: chance.between(1, MOST_MICROS) } };
}

/** Keeps the ledger, and is where a worker may die with an answer in its hands. */
export function simulatedPay(world: World, worker: Worker, ledger: Ledger): Pay {
  return async (call, make) => {
    const row = ledger.reserve(worker, call);
    const made = await make();
    ledger.charge(row, made.usage);
    if (worker.isDead) return never();
    if (world.isStormy() && world.chance.happens(world.weather.rates.crash)) {
      crash(world, worker, "paid");
      return never();
    }
    return made;
  };
}
