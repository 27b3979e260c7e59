// The cover in the graph: when it is made, who waits for it, and what makes it anew.
import { describe, expect, test } from "vitest";
import { survey } from "./graph.ts";
import { clientSession } from "./projection.ts";
import { BOOK, complete, finished, released, schedule, withResult } from "./sample-graph.ts";
import { deliverAll, SAMPLE_BOOK, sample } from "./sample-session.ts";
import type { Schedule } from "./schedule.ts";
import { parseStepId } from "./step-id.ts";
import { nodeOf } from "./step-kinds.ts";

const COVER = "lettering/cover";
const apart = (now: Schedule): Schedule => ({ ...now, params: { ...now.params, coverApart: true } });
const BEFORE_ART = ["concept", "characters", "plot", "characters/c1", "characters/c2"];
const BOARDS = ["storyboard/p001", "storyboard/p002"];
const ART = ["artwork/p001/k1", "artwork/p001/k2", "artwork/p002/k1"];
const PAGES = ["lettering/p001", "lettering/p002"];
const drawn = (now = apart(schedule())) => finished(now, BOOK, ...BEFORE_ART, ...BOARDS, ...ART);
const inputOf = (now: Schedule, step: string) => {
  const ref = parseStepId(step);
  if (ref.of === "gate") throw new Error(`${step} is a gate`);
  return survey(now).inputOf(nodeOf(ref));
};

test("the step's id is lettering/cover, and no other phase has such a step", () => {
  expect(parseStepId(COVER)).toEqual({ phase: "lettering", of: "cover" });
  expect(nodeOf({ phase: "lettering", of: "cover" }).id).toBe(COVER);
  for (const id of ["cover", "finish/cover", "artwork/cover", "lettering/cover/k1"]) {
    expect(() => parseStepId(id), id).toThrow(RangeError);
  }
});

describe("the cover", () => {
  test("is made once all pictures are drawn, beside the lettering, and the book is bound with it", () => {
    const most = finished(apart(schedule()), BOOK, ...BEFORE_ART, ...BOARDS, ...ART.slice(0, 2));
    expect(released(most)).not.toContain(COVER);
    expect(released(drawn())).toEqual([...PAGES, COVER]);
    const lettered = finished(drawn(), BOOK, ...PAGES);
    expect(released(lettered)).toEqual([COVER]);
    expect(released(finished(lettered, BOOK, COVER))).toEqual(["finish"]);
  });

  test("waits for a review of the artwork, is in none, and is counted with no page", () => {
    expect(released(drawn(apart(schedule(["artwork"]))))).not.toContain(COVER);
    const lettered = finished(drawn(apart(schedule(["lettering"]))), BOOK, ...PAGES);
    const input = survey(lettered).phaseInput("lettering");
    expect(input).toBeDefined();
    const all = finished(lettered, BOOK, COVER);
    expect(survey(all).phaseInput("lettering")).toBe(input);
    const { phases, pages } = clientSession(lettered, undefined);
    expect(pages).toBe(2);
    expect(phases.lettering).toMatchObject({ done: 2, total: 2 });
  });

  test("is made again for another picture or title, and not for other words", () => {
    const book = complete(apart(schedule()), BOOK);
    const before = book.results[COVER]?.input;
    expect(before).toBeDefined();
    const words = { ...book, params: { ...book.params, lines: "other words" } };
    expect(inputOf(words, COVER)).toBe(before);
    expect(released(words)).toEqual(PAGES);
    const redrawn = withResult({ ...book, takes: { "artwork/p001/k1": 2 } }, "artwork/p001/k1", {
      output: "another take",
    });
    expect(inputOf(redrawn, COVER)).not.toBe(before);
    expect(released(redrawn)).toEqual(["lettering/p001", COVER]);
  });
});

test("a session older than this step has none, keeps its inputs, and stays finished", () => {
  const book = complete(schedule(), BOOK);
  expect(Object.keys(book.results)).not.toContain(COVER);
  expect(released(book)).toEqual([]);
  expect(inputOf(book, COVER)).toBeUndefined();
  // As the version before computed it.
  expect(book.results.finish?.input).toBe("b4_Uf6qMw2w4lsCD9zdTJJ");
});

test("a worker that dies while it makes the cover is replaced, and no page is lettered again", async () => {
  const book = sample({ ...SAMPLE_BOOK, pages: 2, panels: 1, durationMs: () => 500 });
  let deaths = 1;
  book.tools.before = (ref) => {
    if (ref.of === "cover" && deaths-- > 0) throw new Error("the worker died");
  };
  const sessionId = await book.start({ coverApart: true });
  await deliverAll(book, { copies: () => 2 });
  expect((await book.services.schedules.read(sessionId))?.state.status).toBe("completed");
  const runs = (step: string) => book.tools.runs.filter((run) => run.step === step).length;
  expect([COVER, ...PAGES, "finish"].map((step) => [step, runs(step)])).toEqual([
    [COVER, 2],
    ...PAGES.map((step) => [step, 1]),
    ["finish", 1],
  ]);
});
