// The renditions of a page in the graph: when they are made, which steps wait for them, and which changes make them again.
import { describe, expect, test } from "vitest";
import { TerminalError } from "./errors.ts";
import { survey } from "./graph.ts";
import { clientSession, stepsOfPage } from "./projection.ts";
import {
  BOOK,
  complete,
  finished,
  flight,
  released,
  resultOf,
  schedule,
  withResult,
} from "./sample-graph.ts";
import { deliverAll, SAMPLE_BOOK, type Sample, sample } from "./sample-session.ts";
import type { Schedule } from "./schedule.ts";
import { parseStepId } from "./step-id.ts";
import { nodeOf } from "./step-kinds.ts";

const FIRST = "lettering/p001/renditions";

/** Today's lettering leaves the renditions to their step; `before` had made them. */
const give = (step: string) => ({
  ...resultOf(BOOK, step),
  ...(/^lettering\/p\d+$/.test(step) && { renditionsApart: true as const }),
});
const drawn = (now = schedule()) =>
  finished(
    now,
    BOOK,
    ...["concept", "characters", "plot", "characters/c1", "characters/c2"],
    ...["storyboard/p001", "storyboard/p002", "artwork/p001/k1", "artwork/p001/k2", "artwork/p002/k1"],
  );
const done = (now: Schedule, ...steps: string[]) =>
  steps.reduce((then, step) => withResult(then, step, give(step)), now);
const inputOf = (now: Schedule, step: string) => {
  const ref = parseStepId(step);
  if (ref.of === "gate") throw new Error(`${step} is a gate`);
  return survey(now).inputOf(nodeOf(ref));
};

test("the step's id is below its page, and belongs to no other phase", () => {
  expect(parseStepId(FIRST)).toEqual({ phase: "lettering", of: "renditions", page: 1 });
  expect(nodeOf({ phase: "lettering", of: "renditions", page: 12 }).id).toBe("lettering/p012/renditions");
  for (const id of ["storyboard/p001/renditions", "artwork/p001/renditions", "lettering/p001/k1"]) {
    expect(() => parseStepId(id)).toThrow(RangeError);
  }
});

describe("renditions", () => {
  test("are made once their page is lettered, after all pages that can be lettered, and the book is bound with them", () => {
    const book = drawn();
    expect(released(book)).toEqual(["lettering/p001", "lettering/p002"]);
    expect(released(done(book, "lettering/p001"))).toEqual(["lettering/p002", FIRST]);
    const lettered = done(book, "lettering/p001", "lettering/p002");
    expect(released(lettered)).toEqual([FIRST, "lettering/p002/renditions"]);
    const most = done(lettered, FIRST);
    expect(released(most)).toEqual(["lettering/p002/renditions"]);
    expect(released(done(most, "lettering/p002/renditions"))).toEqual(["finish"]);
  });

  test("are not counted as pages, and are shown with theirs", () => {
    const lettered = done(drawn(), "lettering/p001", "lettering/p002", FIRST);
    const { phases, pages, status } = clientSession(lettered, undefined);
    expect(pages).toBe(2);
    expect(phases.lettering).toMatchObject({ done: 2, total: 2, state: "done" });
    expect(phases.finish).toMatchObject({ done: 0, state: "waiting" });
    expect(status).toBe("queued");
    expect(stepsOfPage(lettered, 1)).toContain(FIRST);
  });

  test("are in no review: it opens when the pages are lettered, and its hash does not include them", () => {
    const lettered = done(drawn(schedule(["lettering"])), "lettering/p001", "lettering/p002");
    const input = survey(lettered).phaseInput("lettering");
    expect(input).toBeDefined();
    const all = done(lettered, FIRST, "lettering/p002/renditions");
    expect(survey(all).phaseInput("lettering")).toBe(input);
    expect(released(all)).toEqual([]);
  });

  test("are made again only for a changed page", () => {
    const book = complete(schedule(), BOOK, give);
    const { [FIRST]: before } = book.results;
    // Lettered again, in other words or to the same result.
    const relettered = (output: string) => {
      const { "lettering/p001": page } = book.results;
      if (page === undefined) throw new Error("page 1 is not lettered");
      return { ...book, results: { ...book.results, "lettering/p001": { ...page, output } } };
    };
    expect(inputOf(relettered("lettering/p001 1"), FIRST)).toBe(before?.input);
    const other = relettered("other words");
    expect(inputOf(other, FIRST)).not.toBe(before?.input);
    expect(released(other)).toEqual([FIRST]);
    // Words for another page change the input of every lettering, and the result of one.
    const told = { ...book, params: { ...book.params, lines: "lines of page 2" } };
    expect(released(told)).toEqual(["lettering/p001", "lettering/p002"]);
    const after = done(told, "lettering/p001");
    expect(inputOf(after, FIRST)).toBe(before?.input);
    expect(released(after)).toEqual(["lettering/p002"]);
  });

  test("of the second page of a spread show the picture that extends onto it", () => {
    const spread = { ...BOOK, pages: [[["c1"]], [["c1"], ["c2"]], [["c2"]]], spreads: [2] };
    const letter = (step: string) => ({ ...give(step), ...resultOf(spread, step) });
    const apart = (step: string) =>
      /^lettering\/p\d+$/.test(step) ? { ...letter(step), renditionsApart: true as const } : letter(step);
    const book = complete(schedule(), spread, apart);
    const again = { ...book, takes: { "artwork/p002/k1": 2 } };
    const redrawn = withResult(again, "artwork/p002/k1", { output: "another take" });
    expect(inputOf(redrawn, "lettering/p003/renditions")).toBeUndefined();
    const lettered = withResult(redrawn, "lettering/p003", apart("lettering/p003"));
    expect(inputOf(lettered, "lettering/p003/renditions")).not.toBe(
      book.results["lettering/p003/renditions"]?.input,
    );
    expect(inputOf(lettered, "lettering/p001/renditions")).toBe(
      book.results["lettering/p001/renditions"]?.input,
    );
  });
});

describe("a book older than this step", () => {
  test("has none, keeps its inputs, and stays finished", () => {
    const book = complete(schedule(), BOOK);
    expect(Object.keys(book.results).filter((step) => step.endsWith("renditions"))).toEqual([]);
    expect(released(book)).toEqual([]);
    // As the version before computed them.
    expect(book.results["lettering/p001"]?.input).toBe("dzj99O6HPEaDbSfP05zNU7");
    expect(book.results.finish?.input).toBe("b4_Uf6qMw2w4lsCD9zdTJJ");
    expect(inputOf(book, FIRST)).toBeUndefined();
  });

  test("continues as it began: lettered pages stay, others get the step", () => {
    const half = finished(drawn(), BOOK, "lettering/p001");
    expect(released(half)).toEqual(["lettering/p002"]);
    const whole = done(half, "lettering/p002");
    expect(released(whole)).toEqual(["lettering/p002/renditions"]);
    expect(released(done(whole, "lettering/p002/renditions"))).toEqual(["finish"]);
    // A page that a worker of an earlier version letters in the meantime has none either.
    const late = { ...half, inFlight: { "lettering/p002": flight(inputOf(half, "lettering/p002") ?? "") } };
    expect(released(finished(late, BOOK, "lettering/p002"))).toEqual(["finish"]);
  });
});

describe("in a session", () => {
  const PAGES = { ...SAMPLE_BOOK, pages: 2, panels: 1, renditions: true, durationMs: () => 500 };
  const runsOf = ({ tools }: Sample, step: string) => tools.runs.filter((run) => run.step === step);

  test("a worker that dies during them is replaced, and its page is not lettered again", async () => {
    const book = sample(PAGES);
    let deaths = 1;
    book.tools.before = (ref) => {
      if (ref.of === "renditions" && ref.page === 1 && deaths-- > 0) throw new Error("the worker died");
    };
    const sessionId = await book.start();
    await deliverAll(book, { copies: () => 2 });
    expect((await book.services.schedules.read(sessionId))?.state.status).toBe("completed");
    expect(runsOf(book, FIRST)).toHaveLength(2);
    for (const step of ["lettering/p001", "lettering/p002", "lettering/p002/renditions", "finish"]) {
      expect([step, runsOf(book, step).length]).toEqual([step, 1]);
    }
  });

  test("a session that failed in them makes only the missing ones when it is retried", async () => {
    const book = sample(PAGES);
    let isBroken = true;
    book.tools.before = (ref) => {
      if (ref.of === "renditions" && isBroken) throw new TerminalError("no-encoder", "There is no encoder.");
    };
    const sessionId = await book.start();
    await deliverAll(book);
    const failed = (await book.services.schedules.read(sessionId))?.state;
    expect(failed).toMatchObject({ status: "failed", reason: { code: "no-encoder" } });
    isBroken = false;
    const before = book.tools.runs.length;
    await book.commands.retrySession(sessionId);
    await deliverAll(book);
    expect((await book.services.schedules.read(sessionId))?.state.status).toBe("completed");
    const again = book.tools.runs.slice(before).map(({ step }) => step);
    // The second page was not lettered yet.
    const wanted = ["finish", FIRST, "lettering/p002", "lettering/p002/renditions"];
    expect(again.toSorted()).toEqual(wanted);
  });

  test("a cancelled session makes no more of them", async () => {
    const book = sample(PAGES);
    const sessionId = await book.start();
    await deliverAll(book, { until: () => runsOf(book, FIRST).length > 0 });
    await book.commands.cancelSession(sessionId);
    await deliverAll(book);
    const { results = {}, inFlight } = (await book.services.schedules.read(sessionId)) ?? {};
    expect([results[FIRST], inFlight]).toEqual([undefined, {}]);
    expect(runsOf(book, FIRST)).toHaveLength(1);
    expect(runsOf(book, "finish")).toEqual([]);
  });
});
