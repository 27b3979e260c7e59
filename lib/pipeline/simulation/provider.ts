// The models of the simulated world and the steps that call them: costs, latencies and failures. The ledger is compared with the provider's
// own count.
import { canonicalJson, contentHash } from "../canonical-json.ts";
import type { Pay } from "../cost-meter.ts";
import { BusyError, RetryableError, TerminalError } from "../errors.ts";
import type { Memorable, Phase, StepContext, StepResult } from "../phase.ts";
import { PHASES, parseStepId, type StepRef, stepId } from "../step-id.ts";
import { noUsage, type Usage, usageOfFailure } from "../usage.ts";
import { shapeOf } from "./commands.ts";
import type { Ledger } from "./ledger.ts";
import {
  ARTIST,
  bookParams,
  type Entry,
  isOutput,
  type Output,
  outputOf,
  pictureOf,
} from "./reference-book.ts";
import type { Trouble } from "./tally.ts";
import { askVendor } from "./vendor.ts";
import type { WantedFinal } from "./wanted.ts";
import { MOST_AT_ONCE } from "./weather.ts";
import { excuse, never, type Worker } from "./worker.ts";
import { type BookWorld, crash, nameOf, violate, type World, whenResumed } from "./world.ts";

export interface SimulatedTools {
  world: BookWorld;
  worker: Worker;
}

export const SIMULATED_PHASES: readonly Phase<SimulatedTools>[] = PHASES.map((name) => {
  const step = { perform };
  const sheets = { character: step, outfit: step, plate: step, place: step, renditions: step, cover: step };
  return { name, steps: { book: step, ...sheets, page: step, panel: step } };
});

/** Maximum cost of a call. */
const MOST_MICROS = 1_000;

/** A slow answer, and the maximum time of any answer while the model works. */
const [SLOW_MS, MAY_TAKE_MS] = [200_000, 210_000];

/** Number of a picture's progress steps, and the time of each. */
const [PICTURE_STEPS, STEP_MS] = [20, 400];

/**
 * Two questions for a concept, so that the second may fail after the first was paid; none for steps without a model. A picture is checked,
 * and every third one is repaired, deterministically by its question.
 */
function questionsOf(
  { step, phase, isImage }: Entry,
  { weather }: World,
  asked: readonly unknown[],
): string[] {
  if (phase === "lettering" || phase === "finish") return [];
  if (isImage && weather.hasLooks) {
    const isFaulty = Number.parseInt(contentHash(JSON.stringify(asked)).slice(0, 4), 16) % 3 === 0;
    return ["question 1", "look 1", ...(isFaulty ? ["mend", "look 2"] : [])];
  }
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
  const { book, isFickle } = world.weather;
  const params = bookParams(book, context.params);
  // The question contains the current results, not who made them.
  const asked = [
    step,
    context.take,
    values.map(world.reference.plain),
    ...entry.params.map((name) => params[name]),
    ...(entry.isImage && context.params.tier === "final" ? [context.params.models.artist] : []),
  ];
  const made = [context.sessionId, step, context.take, values, entry.params.map((name) => params[name])];
  await sendReferences(entry, context, JSON.stringify(made));
  await checkRepaint(entry, context, JSON.stringify(made.slice(3)));
  await checkFinal(entry, context, JSON.stringify(made.slice(3)));
  let answers: string[];
  try {
    answers = await askAll(entry, context, asked);
  } catch (error) {
    if (error instanceof BusyError) {
      worker.namedMs = error.retryAfterMs;
      // A call that exceeds the owner's daily budget is treated like a model without room.
      excuse(worker, "model");
    }
    throw error;
  }
  await whenResumed(world, worker);
  signal.throwIfAborted();
  const plain = outputOf(book, entry, { params, take: context.take, values });
  const output = isFickle && answers.length > 0 ? { ...plain, said: answers.join() } : plain;
  worker.made = { step, output: world.reference.keep(output), plain: world.reference.keep(plain) };
  if (entry.isImage) await context.putBlob(Buffer.from(pictureOf(output)), "image/png");
  return { output, parts: output.parts, shape: shapeOf(world, step, params) };
}

/**
 * Every attempt for the same input sends the same reference pictures, even if others were drawn since; otherwise it would be paid again.
 */
async function sendReferences(
  { isImage }: Entry,
  context: StepContext<SimulatedTools>,
  input: string,
): Promise<void> {
  const { world, worker } = context.tools;
  if (!isImage || !world.weather.book.hasSheets) return;
  const sent = await context.references(async () =>
    context.beside.map((ref) => ({
      ...{
        role: "style",
        step: stepId(ref),
        sha256: `${context.sessionId} ${context.outputHash(ref)}`,
        contentType: "image/png",
      },
    })),
  );
  const strange = sent.find(({ sha256 }) => !sha256.startsWith(`${context.sessionId} `));
  if (strange !== undefined) {
    violate(world, "reference-of-another", `${nameOf(worker)} sends ${strange.sha256} along with ${input}`);
  }
  const told = JSON.stringify(sent);
  const before = world.sent.get(input);
  world.sent.set(input, before ?? told);
  if (before !== undefined && before !== told) {
    violate(world, "references-changed", `${nameOf(worker)} sends other pictures along with ${input}`);
  }
}

/** A take that edits a region uses the user's instruction and mask while the picture it is based on is the same. */
async function checkRepaint(
  { step }: Entry,
  { tools: { world, worker }, sessionId, take, edit }: StepContext<SimulatedTools>,
  madeOf: string,
): Promise<void> {
  const wanted = world.repaints.get(`${sessionId} ${step} ${take}`);
  if (wanted === undefined || wanted.madeOf !== madeOf) return;
  const sent = edit && canonicalJson(await edit.read());
  world.tally.met.repainted += 1;
  if (sent === wanted.wish) return;
  violate(world, "mask-lost", `${nameOf(worker)} changes ${step} by ${sent}, not by ${wanted.wish}`);
}

function readOutput(value: unknown): Output {
  if (isOutput(value)) return value;
  throw new RangeError("this is not an output");
}

/** The wanted artist of a take draws its picture, over its draft while that shows the same content. */
async function checkFinal(
  { step, isImage }: Entry,
  context: StepContext<SimulatedTools>,
  madeOf: string,
): Promise<void> {
  const { world, worker } = context.tools;
  if (!isImage) return;
  const draft = await context.before({ parse: readOutput });
  const { models, tier } = context.params;
  const isFinal = tier === "final";
  const drawn = JSON.stringify([
    isFinal,
    isFinal && context.batch === true,
    models.artist,
    draft && world.reference.keep(draft),
  ]);
  const ways = world.drawnAs.get(`${context.sessionId} ${step} ${context.take}`) ?? new Set(["{}"]);
  const wanted = [...ways].map((way) => {
    const { artist, slow, over }: Partial<WantedFinal> = JSON.parse(way);
    const first = over?.madeOf === madeOf ? over.output : undefined;
    return JSON.stringify([artist !== undefined, slow === true, artist ?? ARTIST, first]);
  });
  if (draft !== undefined) world.tally.met.overdrawn += 1;
  if (wanted.includes(drawn)) return;
  violate(
    world,
    "final-astray",
    `${nameOf(worker)} draws ${step} as ${drawn}, not as ${wanted.join(" or ")}`,
  );
}

/**
 * Asks a plot's questions concurrently and caches the answers; those of other steps are asked sequentially and uncached. Returns the
 * answers' ids in the order of the questions.
 */
async function askAll(
  entry: Entry,
  context: StepContext<SimulatedTools>,
  asked: readonly unknown[],
): Promise<string[]> {
  const { world, worker } = context.tools;
  const { sessionId, signal } = context;
  const questions = questionsOf(entry, world, asked);
  const isPlot = entry.step === "plot";
  // In a world with batches, pictures are cached as answers are.
  const isBatched = entry.isImage && world.weather.isBatched;
  const { hasLooks } = world.weather;
  const isRemembered = isPlot || isBatched || (entry.isImage && hasLooks);
  const durationMs = world.chance.between(100, world.weather.slowMs);
  if (questions.length === 0) await world.clock.sleep(durationMs, signal);
  const failures: unknown[] = [];
  const rest = questions.values();
  const answers = new Map<string, string>();

  async function ask(question: string): Promise<void> {
    const isLook = entry.isImage && question.startsWith("look");
    const mayBeBatched = isBatched && question === "question 1";
    const isSlow = isPlot && world.chance.happens(world.weather.slowAnswers);
    const takesMs = isSlow ? world.chance.between(SLOW_MS / 2, SLOW_MS) : durationMs;
    const key = [...asked, question];
    const inWords = JSON.stringify(isRemembered ? key : [sessionId, ...key]);
    const release = worker.claim?.release ?? 0;
    const wanted = { sessionId, step: entry.step, release, question, inWords };
    const { answer } = await context.call({
      ...{ model: "simulated", upToMicros: MOST_MICROS, mayTakeMs: MAY_TAKE_MS },
      ...(isRemembered && { memo: memorable(key) }),
      ...(mayBeBatched && { batch: (order) => askVendor(world, worker, wanted, order) }),
      ...(isLook && { slotless: true }),
      make: () => {
        if (entry.isImage) checkSlot(world, worker, { step: entry.step, isLook });
        if (question === "mend") world.tally.met.mended += 1;
        if (mayBeBatched) world.vendor.checkSingle(world, worker, wanted);
        const answer = answerOf(world, worker, {
          ...{ sessionId, signal, durationMs: takesMs, question, inWords },
        });
        if (!isLook) void tellSteps(context, answer);
        return answer;
      },
    });
    const { bill } = world;
    if (isBatched && bill !== undefined && release > bill.since) bill.drawn.add(entry.step);
    checkAnswer(world, worker, { answer, inWords, sessionId });
    answers.set(question, answer);
  }

  async function askInTurn(): Promise<void> {
    for (const question of rest) {
      try {
        await ask(question);
      } catch (error) {
        if (!isPlot || world.weather.isHasty) throw error;
        failures.push(error);
        // A transient failure is retried by the next claim; a terminal one stops all.
        if (!(error instanceof RetryableError)) return;
      }
    }
  }

  await Promise.all(Array.from({ length: isPlot ? MOST_AT_ONCE : 1 }, askInTurn));
  if (failures.length === 0) return questions.map((question) => answers.get(question) ?? "");
  throw failures.find((error) => !(error instanceof RetryableError)) ?? failures[0];
}

/** A step that makes a picture has a slot, and one that checks a picture has none, except if a store was down when it was returned. */
function checkSlot(
  world: BookWorld,
  worker: Worker,
  { step, isLook }: { step: string; isLook: boolean },
): void {
  if (worker.claim === undefined || world.claims.get(step)?.fence !== worker.claim.fence) return;
  const isSlotless = world.slotless.has(step);
  if (!isLook && isSlotless) violate(world, "painted-without-slot", `${nameOf(worker)} draws ${step}`);
  if (isLook && !isSlotless && !worker.isTroubled)
    violate(world, "looked-in-slot", `${nameOf(worker)} looks at ${step}`);
}

/** Reports progress as a picture server does; a late report may be about a finished call. */
async function tellSteps(
  { tools: { world, worker }, progress }: StepContext<SimulatedTools>,
  answer: Promise<unknown>,
): Promise<void> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  answer.then(end, end);
  for (let done = 1; progress !== undefined && done <= PICTURE_STEPS && !worker.isDead; done++) {
    await world.clock.sleep(STEP_MS);
    progress(done, PICTURE_STEPS);
    if (isOver) return;
  }
}

function memorable(key: unknown): Memorable<Answered> {
  return {
    ...{ kind: "answer", key },
    pack: ({ answer }) => ({ value: answer, bytes: [] }),
    unpack: ({ value }) => ({ usage: noUsage("simulated"), answer: String(value) }),
  };
}

/** An answer that a step uses was given to this question, and paid by its owner. */
function checkAnswer(
  world: BookWorld,
  worker: Worker,
  { answer, inWords, sessionId }: { answer: string; inWords: string; sessionId: string },
): void {
  const given = world.answers.get(answer);
  if (given?.ownerId !== world.ownerId || given.question !== inWords) {
    const what = `${nameOf(worker)} works for ${world.ownerId} with an answer of ${given?.ownerId}`;
    violate(world, "answer-of-another", `${what} to ${given?.question}`);
  } else if (given.sessionId !== sessionId) world.tally.met.shared += 1;
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

interface Answered {
  usage: Usage;
  /** Id of the answer. */
  answer: string;
}

/** One call of a model: it continues and costs even if the worker that waits for it is dead. */
async function answerOf(
  world: BookWorld,
  worker: Worker,
  asked: { sessionId: string; signal: AbortSignal; durationMs: number; question: string; inWords: string },
): Promise<Answered> {
  const { chance, clock, answers, ownerId } = world;
  const { sessionId, signal, durationMs, question, inWords } = asked;
  const since = world.remembered.get(`${ownerId} ${inWords}`);
  if (since !== undefined && worker.claim !== undefined && since < worker.claim.claimedAt) {
    violate(world, "asked-again", `${nameOf(worker)} repeats an answered question (${ownerId}): ${inWords}`);
  }
  const fail = (trouble: Trouble, error: Error): never => {
    world.tally.troubles[trouble] += 1;
    excuse(worker, "model");
    world.note(() => `${nameOf(worker)}: the model says ${error.message}`);
    throw error;
  };
  if (world.isStormy()) {
    const { refused, broken, busy, hanging } = world.weather.rates;
    if (chance.happens(refused)) {
      const refusal = new TerminalError("refused", "the safety filter refused it");
      const costMicros = chance.happens(0.5) ? chance.between(1, MOST_MICROS) : 0;
      return fail("refused", Object.assign(refusal, { usage: { ...noUsage("simulated"), costMicros } }));
    }
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
  if (!world.isStormy() && world.weather.isExhausted) {
    return fail("busy", new BusyError("429", chance.happens(0.5) ? chance.between(100, 40_000) : undefined));
  }
  await clock.sleep(durationMs, signal);
  if (!worker.isDead) signal.throwIfAborted();
  const answer = `a${answers.size + 1}`;
  answers.set(answer, { ownerId, sessionId, question: inWords });
  return { usage: { ...noUsage(question), costMicros: chance.between(1, MOST_MICROS) }, answer };
}

/** Keeps the ledger, and is a point at which a worker may die after it received an answer. */
export function simulatedPay(world: World, worker: Worker, ledger: Ledger): Pay {
  return async (call, make) => {
    const row = ledger.reserve(worker, call);
    const made = await make().catch((error: unknown) => {
      const used = error instanceof TerminalError ? usageOfFailure(error, "simulated") : undefined;
      if (used !== undefined) ledger.refuse(row, used);
      if (used !== undefined && used.costMicros > 0) worker.refused.add(`${call.fence}.${call.call}`);
      throw error;
    });
    ledger.charge(row, made.usage);
    if (worker.isDead) return never();
    if (world.isStormy() && world.chance.happens(world.weather.rates.crash)) {
      crash(world, worker, "paid");
      return never();
    }
    return made;
  };
}
