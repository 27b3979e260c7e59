// Runs many concurrent books on the pipeline's own runner, with stores in memory and a virtual clock: with a quota of pictures a minute, and
// with the slow start of push subscriptions. The models have the latencies of the service that Mekuri replaces.
import { SLOT_VALID_MS } from "../../../lib/models/fair-window.ts";
import type { HostedModel } from "../../../lib/models/hosted/model.ts";
import { rateLimitedModel } from "../../../lib/models/hosted/rate-limited-model.ts";
import { memoryQuota } from "../../../lib/models/quota.ts";
import {
  deliverAll,
  SAMPLE_PARAMS,
  type Sample,
  sample,
  seedDurationMs,
} from "../../../lib/pipeline/sample-session.ts";
import { seededChance } from "../../../lib/pipeline/simulation/chance.ts";
import { parseStepId, type StepRef, stepId } from "../../../lib/pipeline/step-id.ts";
import { noUsage } from "../../../lib/pipeline/usage.ts";
import { type Counted, countOperations } from "./operations.ts";

export const PAGES = 8;
const PANELS = 5;
const CHARACTERS = ["c1", "c2", "c3"];
/** Pictures of a book: its panels and its portraits. */
export const PICTURES = PAGES * PANELS + CHARACTERS.length;

export interface ConcurrentBooks {
  books: number;
  /** Milliseconds from one start to the next. */
  everyMs: number;
  /** Quota of pictures a minute for all books together. Absent: no quota. */
  picturesPerMinute?: number;
  /** Number of concurrent messages of a push subscription at the start. Absent: unlimited. */
  pushStart?: number;
}

export interface ConcurrentBooksReport {
  /** Milliseconds from each book's start to its end, in ascending order. */
  tookMs: number[];
  /** Maximum number of requested pictures within any minute. */
  busiestMinute: number;
  counted: Counted;
}

const isPicture = ({ of }: StepRef) => of === "character" || of === "panel";
const isAsked = ({ phase }: StepRef) => phase !== "lettering" && phase !== "finish";

/** Throws if a book does not complete. */
export async function runConcurrentBooks({
  books,
  everyMs,
  picturesPerMinute,
  pushStart,
}: ConcurrentBooks): Promise<ConcurrentBooksReport> {
  const plan = { characters: CHARACTERS, pages: PAGES, panels: PANELS, durationMs: seedDurationMs };
  const chance = seededChance(1);
  const book = sample(plan, { random: chance.next });
  const { clock, services } = book;
  const counted = countOperations(book);
  const asked: number[] = [];
  const answering: HostedModel = {
    id: "pictures",
    async ask() {
      asked.push(clock.now());
      const usage = { ...noUsage("pictures"), images: 1 };
      return { end: "done", reason: "STOP", text: "", images: [], usage };
    },
  };
  const model =
    picturesPerMinute === undefined
      ? answering
      : rateLimitedModel(answering, {
          ...{ quota: memoryQuota(clock.now), clock, random: chance.next },
          window: { name: "pictures", limit: picturesPerMinute, windowMs: 60_000 + SLOT_VALID_MS },
        });
  book.tools.before = async (ref, context) => {
    if (!isAsked(ref)) return;
    const wanted = { kind: "image", aspectRatio: "1:1", size: "1K" } as const;
    const text = `${context.sessionId} ${stepId(ref)}`;
    const make = async () => {
      if (!isPicture(ref)) return { usage: noUsage("texts") };
      return model.ask(
        { task: "picture", turns: [{ role: "user", parts: [{ text }] }], wanted },
        context.signal,
      );
    };
    await context.call({ model: "any", upToMicros: 1, make });
  };

  const startedAt = new Map<string, number>();
  const starting = (async () => {
    for (let index = 0; index < books; index++) {
      if (index > 0 && everyMs > 0) await clock.sleep(everyMs);
      const at = clock.now();
      const params = { ...SAMPLE_PARAMS, title: `book ${index}` };
      const wanted = { ownerId: `owner ${index}`, text: "Once upon a time.", params };
      startedAt.set((await book.commands.startSession(wanted)).sessionId, at);
    }
  })();
  await deliverAll(book, { deliver: pushed(book, pushStart, counted) });
  await starting;
  const tookMs = await Promise.all(
    [...startedAt].map(async ([sessionId, at]) => {
      const state = (await services.schedules.read(sessionId))?.state;
      if (state?.status !== "completed") throw new Error(`${sessionId} ended as ${state?.status}`);
      return state.endedAt - at;
    }),
  );
  return { tookMs: tookMs.toSorted((a, b) => a - b), busiestMinute: busiest(asked, 60_000), counted };
}

/** Hands messages to the runner as push subscriptions do: one subscription, with its own window, for each phase. */
function pushed(
  { runner, clock }: Sample,
  start: number | undefined,
  counted: Counted,
): (message: Parameters<Sample["runner"]["handle"]>[0]) => Promise<void> {
  const windows = new Map<string, PushWindow>();
  return async (message) => {
    const { phase } = parseStepId(message.step);
    const window = windows.get(phase) ?? pushWindow(start ?? Number.POSITIVE_INFINITY);
    windows.set(phase, window);
    await window.enter();
    const from = clock.now();
    const answer = await runner.handle(message, { isFirst: true });
    counted.requestMs.set(phase, (counted.requestMs.get(phase) ?? 0) + clock.now() - from);
    window.leave();
    if (answer !== "ack") throw new Error(`${message.step} was answered with ${answer}`);
  };
}

interface PushWindow {
  enter(): Promise<void>;
  leave(): void;
}

/** Each positive answer raises the number of concurrent pushes by one, so it doubles from one round of answers to the next. */
function pushWindow(start: number): PushWindow {
  const waiting: (() => void)[] = [];
  let size = start;
  let out = 0;
  return {
    async enter() {
      if (out >= size) await new Promise<void>((resolve) => waiting.push(resolve));
      out += 1;
    },
    leave() {
      out -= 1;
      size += 1;
      for (const next of waiting.splice(0, Math.max(0, size - out))) next();
    },
  };
}

/** The largest number of times within any window of this length. */
export function busiest(times: readonly number[], windowMs: number): number {
  const inOrder = times.toSorted((a, b) => a - b);
  let first = 0;
  return inOrder.reduce((most, at, index) => {
    while (at - (inOrder[first] ?? at) >= windowMs) first += 1;
    return Math.max(most, index - first + 1);
  }, 0);
}
