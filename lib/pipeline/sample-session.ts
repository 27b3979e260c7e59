// A small session for tests of the pipeline: phases that make a book of numbers, in-memory ports, and a virtual clock.
import * as z from "zod";
import type { Clock } from "./clock.ts";
import { commitTurns } from "./commit-turn.ts";
import { createRunner, type Runner } from "./handle.ts";
import { memoryLedger } from "./memory-ledger.ts";
import { memoryBlobs, memoryDeadLetters, memoryPublisher, memoryStores } from "./memory-stores.ts";
import { mergePatch } from "./merge-patch.ts";
import type { StepMessage } from "./message.ts";
import type { SessionParams } from "./params.ts";
import type { Phase, StepContext, StepResult } from "./phase.ts";
import type { Reviser } from "./reviser.ts";
import { createRevisionCommands, type RevisionCommands } from "./revisions.ts";
import type { Services } from "./services.ts";
import { createSessionCommands, type SessionCommands } from "./session.ts";
import { DEFAULT_SETTINGS } from "./settings.ts";
import type { StepEditor } from "./step-editor.ts";
import { PHASES, type StepRef, stepId } from "./step-id.ts";
import { type VirtualClock, virtualClock } from "./virtual-clock.ts";

export const START_MS = Date.UTC(2026, 3, 1, 9);

/** The shape of the sample book, and how long each kind of step takes. */
export interface SampleBook {
  characters: string[];
  pages: number;
  panels: number;
  durationMs(ref: StepRef): number;
  /** The place of each page, where characters, places and the style have sheets; each place is a scene. */
  sheets?: readonly string[];
  /** Whether each page's renditions are made by a step of their own; otherwise the lettering makes them, as in older results. */
  renditions?: boolean;
}

/** Durations of the seed, divided among steps: 12 + 18 + 15 + 20 + 25 + 4 + 3 s for 8 pages of 5 panels. */
export function seedDurationMs(ref: StepRef): number {
  if (ref.of === "character" || ref.of === "outfit") return 12_000;
  // The seed had no such steps, so they take no time.
  if (ref.of === "renditions" || ref.of === "cover") return 0;
  const seconds = {
    concept: 12,
    characters: 6,
    plot: 15,
    storyboard: 2.5,
    artwork: 3.125,
    lettering: 0.5,
    finish: 3,
  };
  return seconds[ref.phase] * 1000;
}

export const SAMPLE_BOOK: SampleBook = {
  characters: ["c1", "c2"],
  pages: 3,
  panels: 2,
  durationMs: seedDurationMs,
};

export const SAMPLE_PARAMS: Omit<SessionParams, "storyHash"> = {
  title: "Sample",
  language: "en",
  direction: "ltr",
  style: "plain",
  seed: 1,
  models: { reader: "sample-author@1", director: "sample-director@1", artist: "sample-artist@1" },
  review: [],
  reviewTimeoutMinutes: 30,
  formats: ["pdf"],
};

/** A test's record of each run, and its interference: an error thrown by `before` is thrown by the step. */
export interface SampleTools {
  runs: { step: string; startedAt: number; endedAt: number | undefined; aborted: boolean }[];
  before?: ((ref: StepRef, context: StepContext<SampleTools>) => Promise<void> | void) | undefined;
  /** Changes the output of a step, as an edited story would. */
  variant?: ((ref: StepRef) => unknown) | undefined;
  clock: Clock;
}

/** `bookOf`: for sessions with books of different shapes. */
export function samplePhases(
  book: SampleBook,
  bookOf: (context: StepContext<SampleTools>) => SampleBook = () => book,
): Phase<SampleTools>[] {
  const step = {
    perform: (ref: StepRef, context: StepContext<SampleTools>) =>
      performSample(bookOf(context), ref, context),
  };
  return PHASES.map((name) => ({
    name,
    steps: {
      ...{ book: step, character: step, page: step, panel: step, export: step },
      ...{ outfit: step, plate: step, place: step, renditions: step, cover: step },
    },
  }));
}

async function performSample(
  book: SampleBook,
  ref: StepRef,
  context: StepContext<SampleTools>,
): Promise<StepResult> {
  const { tools, signal } = context;
  const run: SampleTools["runs"][number] = {
    step: stepId(ref),
    startedAt: tools.clock.now(),
    endedAt: undefined,
    aborted: false,
  };
  tools.runs.push(run);
  signal.addEventListener("abort", () => {
    run.aborted = true;
  });
  await tools.before?.(ref, context);
  await tools.clock.sleep(book.durationMs(ref), signal);
  signal.throwIfAborted();
  run.endedAt = tools.clock.now();
  return sampleResult(book, ref, tools.variant?.(ref) ?? 0);
}

function sampleResult(book: SampleBook, ref: StepRef, variant: unknown): StepResult {
  const output = { step: stepId(ref), variant };
  const parts: StepResult["parts"] = {};
  const panels = Array.from({ length: book.panels }, (_, index) => ({
    id: `k${index + 1}`,
    characters: [book.characters[index % book.characters.length] ?? "c1"],
    ...placed(book, ref),
  }));
  if (ref.phase === "concept") return { output, parts, shape: { characters: book.characters } };
  if (ref.phase === "plot") {
    const places = book.sheets && [...new Set(book.sheets)];
    for (const place of places ?? []) parts[`places.${place}`] = { place };
    return { output, parts, shape: { pages: book.pages, ...(places && { places }) } };
  }
  if (ref.phase === "characters" && ref.of === "book") {
    for (const character of book.characters) parts[character] = { character };
    return { output, parts, shape: {} };
  }
  if (ref.phase === "storyboard") {
    for (const { id } of panels) {
      parts[`${id}.picture`] = { id };
      parts[`${id}.words`] = { id, variant };
    }
    return { output, parts, shape: { panels } };
  }
  const isApart = book.renditions === true && ref.phase === "lettering" && ref.of === "page";
  return { output, parts, shape: isApart ? { renditionsApart: true } : {} };
}

/** The layout of a page's panels. */
function placed({ sheets }: SampleBook, ref: StepRef): { place?: string; scene?: string } {
  const place = ref.of === "page" ? sheets?.[ref.page - 1] : undefined;
  return place === undefined ? {} : { place, scene: `scene at ${place}` };
}

const SampleOutputSchema = z.strictObject({ step: z.string(), variant: z.union([z.string(), z.number()]) });

/** Lets people change the `variant` of any output. */
function sampleEditor(book: SampleBook): StepEditor {
  return {
    async read(ref, output) {
      return sampleResult(book, ref, SampleOutputSchema.parse(output).variant);
    },
    parts: async (ref, output) => sampleResult(book, ref, SampleOutputSchema.parse(output).variant).parts,
    changeText: (page, _text, { text }) => mergePatch(page, { variant: text }),
    describePanel: (page, _panel, action) => mergePatch(page, { variant: action }),
    changeFrames: (page, edits) => mergePatch(page, { variant: JSON.stringify(edits) }),
    changeLettering: (page, edits) => mergePatch(page, { variant: JSON.stringify(edits) }),
    refitPanels: (page, panels) => ({ page: mergePatch(page, { variant: panels.join() }), drawn: panels }),
    misfitPanels: () => [],
    letter: async () => [],
    letterSamples: async () => [],
    readFont: async () => ({ fault: "not-a-font" }),
  };
}

/** Knows one wish: `plot NAME` sets the plot's variant to NAME. */
const SAMPLE_REVISER: Reviser = {
  examples: async () => [],
  describe: async ({ name }) => name,
  async revise({ text }) {
    const variant = /^plot (.+)$/.exec(text)?.[1];
    if (variant === undefined)
      return { kind: "cannot", reason: "not-understood", message: `what is ${text}?` };
    const ref = { phase: "plot", of: "book" } as const;
    return { kind: "change", results: [{ ref, change: (output) => mergePatch(output, { variant }) }] };
  },
};

export interface Sample {
  services: Services & {
    publisher: ReturnType<typeof memoryPublisher>;
    deadLetters: ReturnType<typeof memoryDeadLetters>;
  };
  projector: ReturnType<typeof memoryStores>["projector"];
  eraser: ReturnType<typeof memoryStores>["eraser"];
  clock: VirtualClock;
  tools: SampleTools;
  runner: Runner;
  commands: SessionCommands;
  revisions: RevisionCommands;
  start(params?: Partial<SessionParams>): Promise<string>;
}

/** A pipeline in memory with a virtual clock, except for `overrides`. */
export function sample(book: SampleBook = SAMPLE_BOOK, overrides: Partial<Services> = {}): Sample {
  const clock = virtualClock(START_MS);
  const { schedules, stories, projector, eraser } = memoryStores(clock.now);
  let ids = 0;
  const publisher = memoryPublisher();
  const deadLetters = memoryDeadLetters();
  const services = {
    ...{ schedules, stories, projector, clock, settings: DEFAULT_SETTINGS },
    ...{ blobs: memoryBlobs(), random: () => 0.5, newId: () => `session-${++ids}` },
    ...{ ledger: memoryLedger(clock.now), turns: commitTurns(overrides.clock ?? clock) },
    ...overrides,
    ...{ publisher, deadLetters },
  };
  const tools: SampleTools = { runs: [], clock: services.clock };
  const runner = createRunner({ ...services, phases: samplePhases(book), tools });
  const commands = createSessionCommands(services);
  const revisions = createRevisionCommands({
    ...services,
    editor: sampleEditor(book),
    reviser: SAMPLE_REVISER,
  });
  return {
    ...{ services, projector, eraser, clock, tools, runner, commands, revisions },
    async start(params = {}) {
      const request = { ownerId: "ann", text: "Once upon a time.", params: { ...SAMPLE_PARAMS, ...params } };
      return (await commands.startSession(request)).sessionId;
    },
  };
}

interface Delivering {
  /** The messages to deliver; default: those that the sample publishes. */
  queue: StepMessage[];
  /** Default: the sample's runner, which must acknowledge. */
  deliver(message: StepMessage): Promise<void>;
  /** Index of the message to deliver next; default: the first. */
  pick(count: number): number;
  /** How often to deliver a message; default: once. */
  copies(): number;
  /** Stops when this returns true, with deliveries still in progress. */
  until(): boolean;
}

/** Delivers published messages until nothing waits, moving the clock whenever everything waits. */
export async function deliverAll(book: Sample, options: Partial<Delivering> = {}): Promise<void> {
  const { queue, deliver, pick, copies, until }: Delivering = {
    queue: book.services.publisher.queue,
    async deliver(message) {
      const answer = await book.runner.handle(message);
      if (answer !== "ack") throw new Error(`${message.step} was answered with ${answer}`);
    },
    pick: () => 0,
    copies: () => 1,
    until: () => false,
    ...options,
  };
  const failures: unknown[] = [];
  for (;;) {
    await new Promise(setImmediate);
    if (failures.length > 0) throw failures[0];
    if (until()) return;
    if (queue.length > 0) {
      const [message] = queue.splice(pick(queue.length), 1);
      if (message === undefined) throw new RangeError("picked a message that is not there");
      for (let left = copies(); left > 0; left--) {
        deliver(message).catch((error: unknown) => failures.push(error));
      }
    } else if (!book.clock.tick()) return;
  }
}
