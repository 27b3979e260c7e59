// In which order the graph lets a book be made: through gates, in any order of completion, and how long it takes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { advance } from "./advance.ts";
import { plan } from "./graph.ts";
import {
  BOOK,
  type Book,
  complete,
  finished,
  flight,
  released,
  resultOf,
  schedule,
  withResult,
} from "./sample-graph.ts";
import { seedDurationMs } from "./sample-session.ts";
import type { Schedule } from "./schedule.ts";
import { DEFAULT_LIMITS, DEFAULT_SETTINGS, type Limits } from "./settings.ts";
import { PHASES, parseStepId } from "./step-id.ts";

describe("gates", () => {
  const decide = (now: Schedule, phase: (typeof PHASES)[number]): Schedule => {
    const input = plan(now, DEFAULT_LIMITS).open.find((gate) => gate.phase === phase)?.input ?? "";
    const decision = { kind: "approve", by: "ann", at: 1 } as const;
    const gate = { revision: 1, input, openedAt: 0, endsAt: 9, decision };
    return { ...now, gates: { ...now.gates, [phase]: gate } };
  };

  test("steps that need a reviewed phase wait for its gate, and others continue", () => {
    const now = finished(
      schedule(["characters"]),
      BOOK,
      ...["concept", "characters", "plot", "characters/c1", "characters/c2"],
    );
    const waiting = plan(now, DEFAULT_LIMITS);
    expect(waiting.release).toEqual([]);
    expect(waiting.open.map(({ phase }) => phase)).toEqual(["characters"]);
    expect(released(decide(now, "characters"))).toEqual(["storyboard/p001", "storyboard/p002"]);
  });

  test("steps of the reviewed phase itself do not wait for it", () => {
    const now = finished(schedule(["characters"]), BOOK, "concept", "characters");
    expect(released(now)).toEqual(["characters/c1", "characters/c2", "plot"]);
  });

  test("every phase can be reviewed, also the last one", () => {
    let now = schedule([...PHASES]);
    const opened: string[] = [];
    for (;;) {
      now = complete(now, BOOK);
      const [gate] = plan(now, DEFAULT_LIMITS).open;
      if (gate === undefined) break;
      expect(plan(now, DEFAULT_LIMITS).finished).toBe(false);
      opened.push(gate.phase);
      now = decide(now, gate.phase);
    }
    expect(opened).toEqual([...PHASES]);
    expect(plan(now, DEFAULT_LIMITS).finished).toBe(true);
  });

  test("the gate opens again when the phase's result changes after its approval", () => {
    const now = decide(finished(schedule(["plot"]), BOOK, "concept", "characters", "plot"), "plot");
    const changed = withResult(now, "plot", resultOf(BOOK, "plot", { edition: 2 }));
    const next = plan(changed, DEFAULT_LIMITS);
    expect(next.open.map(({ phase }) => phase)).toEqual(["plot"]);
    expect(next.release.map(({ step }) => step)).not.toContain("storyboard/p001");
  });
});

const bookArbitrary: fc.Arbitrary<Book> = fc.integer({ min: 0, max: 4 }).chain((count) => {
  const characters = Array.from({ length: count }, (_, index) => `c${index + 1}`);
  const panel = fc.subarray(characters);
  const page = fc.array(panel, { minLength: 1, maxLength: 4 });
  return fc.record({
    characters: fc.constant(characters),
    pages: fc.array(page, { minLength: 1, maxLength: 5 }),
  });
});

describe("any order of completion", () => {
  test("finishes the book with every step exactly once and never more in flight than the limits", () => {
    fc.assert(
      fc.property(
        bookArbitrary,
        fc.record({ images: fc.integer({ min: 1, max: 5 }), others: fc.integer({ min: 1, max: 4 }) }),
        fc.infiniteStream(fc.nat()),
        (book, limits, picks) => {
          const settings = { ...DEFAULT_SETTINGS, limits };
          let now = advance(schedule(), { now: 0, by: "start", settings }).schedule;
          const ran: string[] = [];
          while (Object.keys(now.inFlight).length > 0) {
            const flying = Object.keys(now.inFlight);
            const images = flying.filter((step) => /^(artwork|characters\/)/.test(step));
            expect(images.length).toBeLessThanOrEqual(limits.images);
            for (const phase of ["plot", "storyboard", "lettering"]) {
              const others = flying.filter((step) => step.startsWith(phase));
              expect(others.length).toBeLessThanOrEqual(limits.others);
            }
            const step = flying[(picks.next().value ?? 0) % flying.length] ?? "";
            ran.push(step);
            const result = withResult(now, step, resultOf(book, step));
            now = advance(result, { now: 0, by: step, settings }).schedule;
          }
          expect(now.state.status).toBe("completed");
          const panels = book.pages.flat().length;
          expect(new Set(ran).size).toBe(ran.length);
          expect(ran).toHaveLength(4 + book.characters.length + 2 * book.pages.length + panels);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("with the seed's durations", () => {
  /** Runs the plan with steps of given durations; returns the time of the end in milliseconds. */
  function makespan(book: Book, limits: Limits): number {
    let now = schedule();
    const running = new Map<string, number>();
    let time = 0;
    for (;;) {
      for (const { step, input } of plan(now, limits).release) {
        now = { ...now, inFlight: { ...now.inFlight, [step]: flight(input) } };
        running.set(step, time + seedDurationMs(parseStepId(step)));
      }
      const [next] = [...running].toSorted(([, a], [, b]) => a - b);
      if (next === undefined) return time;
      const [step, endsAt] = next;
      running.delete(step);
      time = endsAt;
      now = withResult(now, step, resultOf(book, step));
    }
  }
  const cast = ["c1", "c2", "c3", "c4", "c5"];
  const eightPages = { characters: cast, pages: Array.from({ length: 8 }, () => cast.map((id) => [id])) };

  test("eight pages of five panels take 58.5 s with five image slots", () => {
    expect(makespan(eightPages, DEFAULT_LIMITS)).toBe(58_500);
  });

  test("one step after the other they would take 97 s and more", () => {
    const line = 12 + 18 + 15 + 20 + 25 + 4 + 3;
    expect(line).toBe(97);
    expect(makespan(eightPages, { images: 1, others: 1 })).toBeGreaterThan(line * 1000);
  });
});
