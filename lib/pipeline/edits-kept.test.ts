// An edit ends only by a person's choice, or by a result for the input that its step has now.
import fc from "fast-check";
import { expect, test } from "vitest";
import { currentInput } from "./graph.ts";
import { MovedOnError } from "./refusals.ts";
import { deliverAll, type Sample, sample } from "./sample-session.ts";
import { EditRefusedError } from "./step-editor.ts";

const PAGE = { phase: "storyboard", of: "page", page: 1 } as const;
const STORYBOARD = "storyboard/p001";
const by = "ann";

/** A book of one panel with a slow concept, so that the input of a late storyboard can be unknown. */
function slowConcept(): Sample {
  const seconds: Partial<Record<string, number>> = { storyboard: 5, concept: 20 };
  return sample({
    ...{ characters: ["c1"], pages: 1, panels: 1 },
    durationMs: ({ phase }) => 1_000 * (seconds[phase] ?? 1),
  });
}

test("a late result of an abandoned branch does not replace a person's edit", async () => {
  const book = slowConcept();
  const { schedules } = book.services;
  const sessionId = await book.start();
  await deliverAll(book);
  await book.revisions.editStep({ sessionId, by, step: PAGE, patch: { variant: "mine" } });
  await deliverAll(book);
  const edited = await schedules.read(sessionId);

  // The branch that is abandoned gives another storyboard, late.
  let calls = 0;
  book.tools.variant = ({ phase }) => (phase === "storyboard" && calls++ === 0 ? "other" : undefined);
  await book.revisions.changeParams({ sessionId, by, params: { seed: 2 } });
  const isDrawing = () => book.tools.runs.some(({ step, endedAt }) => step === STORYBOARD && !endedAt);
  await deliverAll(book, { until: isDrawing });

  await book.revisions.restoreVersion({ sessionId, by, version: edited?.versions.at(-1)?.number ?? 0 });
  // The storyboard's input is unknown until the concept for this genre is there.
  await book.revisions.changeParams({ sessionId, by, params: { genre: "comedy" } });
  expect(Object.keys((await schedules.read(sessionId))?.inFlight ?? {})).toContain(STORYBOARD);
  await deliverAll(book);
  const after = await schedules.read(sessionId);
  expect(after?.state.status).toBe("completed");
  expect(after?.results[STORYBOARD]).toMatchObject({ edited: { by } });
  expect(after?.results[STORYBOARD]?.output).toBe(edited?.results[STORYBOARD]?.output);
});

const COMMANDS = ["edit", "seed", "genre", "restore"] as const;

interface Turn {
  command: (typeof COMMANDS)[number];
  choice: number;
  /** Rounds of delivery before the next command: with few, steps are still under way then. */
  rounds: number;
  variant: number;
}

const turn = (command: Turn["command"], rounds: fc.Arbitrary<number>): fc.Arbitrary<Turn> =>
  fc.record({ command: fc.constant(command), choice: fc.nat(2), rounds, variant: fc.nat(1) });
const turns = fc.oneof(
  ...COMMANDS.map((command) => fc.tuple(turn(command, fc.oneof(fc.nat(30), fc.constant(400))))),
  // A branch that is left while its storyboard is made, for one in which that has no input yet.
  fc.tuple(turn("seed", fc.nat(30)), turn("restore", fc.nat(2)), turn("genre", fc.nat(2))),
);
/** What every sequence begins with. */
const EDIT: Turn = { command: "edit", choice: 0, rounds: 400, variant: 0 };

/** Carries out one command, and lets time go on while that waits. What is refused changes nothing. */
async function send(book: Sample, sessionId: string, { command, choice }: Turn): Promise<void> {
  const { revisions, clock } = book;
  const asked = { sessionId, by };
  const commands = {
    edit: () => revisions.editStep({ ...asked, step: PAGE, patch: { variant: `mine ${choice}` } }),
    restore: () => revisions.restoreVersion({ ...asked, version: choice + 1 }),
    seed: () => revisions.changeParams({ ...asked, params: { seed: choice } }),
    genre: () => revisions.changeParams({ ...asked, params: { genre: `genre ${choice}` } }),
  };
  let isOver = false;
  const sent = commands[command]()
    .then(() => {})
    .catch((error: unknown) => {
      if (!(error instanceof EditRefusedError || error instanceof MovedOnError)) throw error;
    })
    .finally(() => {
      isOver = true;
    });
  while (!isOver) {
    await new Promise(setImmediate);
    if (!isOver) clock.tick();
  }
  await sent;
}

test("a step's record never replaces an edit, except for the step's known input", async () => {
  let [late, ended] = [0, 0];
  await fc.assert(
    fc.asyncProperty(fc.array(turns, { minLength: 1, maxLength: 4 }), async (sequence) => {
      const book = slowConcept();
      const { schedules } = book.services;
      const { update } = schedules;
      const lost: string[] = [];
      schedules.update = (id, named, decide) =>
        update(id, named, (current) => {
          const change = decide(current);
          const before = current.schedule.results[STORYBOARD];
          const after = change.schedule?.results[STORYBOARD];
          if (named !== STORYBOARD || after === undefined || before?.edited === undefined) return change;
          const input = currentInput(current.schedule, STORYBOARD);
          if (input === undefined) late += 1;
          if (after.output === before.output) return change;
          ended += 1;
          if (input !== after.input || before.input === input) lost.push(`${before.input} by ${after.input}`);
          return change;
        });
      const sessionId = await book.start();
      await deliverAll(book);
      for (const one of [EDIT, ...sequence.flat()]) {
        book.tools.variant = ({ phase }) => (phase === "storyboard" ? one.variant : undefined);
        await send(book, sessionId, one);
        let { rounds } = one;
        await deliverAll(book, { until: () => rounds-- <= 0 });
      }
      await deliverAll(book);
      expect(lost).toEqual([]);
    }),
    { numRuns: 150, seed: 20_261_130 },
  );
  // Both happened: a record under an unknown input, and an edit that another input's result ended.
  expect(Math.min(late, ended)).toBeGreaterThan(0);
});
