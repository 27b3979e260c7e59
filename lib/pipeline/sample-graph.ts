// A small book for tests of the graph: outputs of its steps, and schedules in which some are done.
import { currentInput, plan } from "./graph.ts";
import { SAMPLE_PARAMS } from "./sample-session.ts";
import type { Flight, Result, Schedule } from "./schedule.ts";
import { newSchedule } from "./session.ts";
import { DEFAULT_LIMITS, type Limits } from "./settings.ts";
import { parseStepId } from "./step-id.ts";

export interface Book {
  characters: string[];
  /** Characters, by page and panel. */
  pages: string[][][];
  /** The even pages whose first panel continues on the next page. */
  spreads?: number[];
}

export const BOOK: Book = { characters: ["c1", "c2"], pages: [[["c1"], ["c2"]], [["c1", "c2"]]] };

export function schedule(review: Schedule["params"]["review"] = []): Schedule {
  const params = { ...SAMPLE_PARAMS, storyHash: "s", review };
  return newSchedule({ sessionId: "s1", ownerId: "ann", params }, 0, 1_000_000);
}

/** The output of a step of the book; `edition` changes the output, `parts` those parts of it. */
export function resultOf(
  { characters, pages, spreads = [] }: Book,
  step: string,
  { edition = 1, parts = {} }: { edition?: number; parts?: Record<string, string> } = {},
): Omit<Result, "input"> {
  const output = `${step} ${edition}`;
  const ref = parseStepId(step);
  if (step === "concept") return { output, characters };
  if (step === "plot") return { output, pages: pages.length, spreads };
  if (step === "characters") {
    return { output, parts: { ...Object.fromEntries(characters.map((id) => [id, `${id} look`])), ...parts } };
  }
  if (ref.phase === "storyboard" && ref.of === "page") {
    const isFirst = spreads.includes(ref.page);
    const panels = (pages[ref.page - 1] ?? []).map((people, k) => ({
      ...{ id: `k${k + 1}`, characters: people },
      ...(isFirst && k === 0 ? { crosses: true as const } : {}),
    }));
    const own = panels.flatMap(({ id }) => [
      [`${id}.picture`, `${id} picture`],
      [`${id}.words`, `${id} words`],
    ]);
    const shared = isFirst ? { spread: "where it lies" } : {};
    return { output, panels, parts: { ...Object.fromEntries(own), ...shared, ...parts } };
  }
  return { output };
}

export function withResult(before: Schedule, step: string, result: Omit<Result, "input">): Schedule {
  const { [step]: _left, ...inFlight } = before.inFlight;
  const input = currentInput(before, step);
  if (input === undefined) throw new Error(`${step} is not ready`);
  return { ...before, inFlight, results: { ...before.results, [step]: { input, ...result } } };
}

export function flight(input: string): Flight {
  return { release: 1, input, epoch: 0, at: 0, by: "start", checkAt: 0 };
}

export function finished(before: Schedule, book: Book, ...steps: string[]): Schedule {
  return steps.reduce((now, step) => withResult(now, step, resultOf(book, step)), before);
}

export function released(now: Schedule, limits: Limits = DEFAULT_LIMITS): string[] {
  return plan(now, limits).release.map(({ step }) => step);
}

/** Runs everything that the plan releases until nothing is left. */
export function complete(
  before: Schedule,
  book: Book,
  give: (step: string) => Omit<Result, "input"> = (step) => resultOf(book, step),
): Schedule {
  let now = before;
  for (let steps = released(now); steps.length > 0; steps = released(now))
    now = steps.reduce((done, step) => withResult(done, step, give(step)), now);
  return now;
}
