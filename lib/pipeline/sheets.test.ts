// Sheets in the graph: when they are made, which steps wait for them, and the effects of a new one.
import { describe, expect, test } from "vitest";
import { besideOf } from "./anchors.ts";
import { paramsFor } from "./finals.ts";
import { currentInput, overOf, plan, survey } from "./graph.ts";
import { planFinals } from "./plan-page-change.ts";
import { withChange } from "./plan-revision.ts";
import { SAMPLE_PARAMS } from "./sample-session.ts";
import type { Flight, Result, Schedule } from "./schedule.ts";
import { newSchedule } from "./session.ts";
import { DEFAULT_LIMITS } from "./settings.ts";
import { parseStepId } from "./step-id.ts";
import { nodeOf, type WorkRef } from "./step-kinds.ts";

/** Two people, one of whom changes clothes; two scenes at two places, one of which is shown once. */
const RESULTS: Record<string, Omit<Result, "input">> = {
  concept: { output: "concept", characters: ["c1", "c2"], parts: { style: "style", story: "story" } },
  characters: { output: "characters", parts: { c1: "c1", c2: "c2" } },
  plot: { output: "plot", pages: 2, places: ["l1"], parts: { "places.l1": "l1", "places.l2": "l2" } },
  "storyboard/p001": {
    output: "p001",
    panels: [
      { id: "k1", characters: ["c1"], place: "l1", scene: "s1" },
      { id: "k2", characters: ["c2"], place: "l1", scene: "s1" },
    ],
    parts: { "k1.picture": "k1", "k2.picture": "k2" },
  },
  "storyboard/p002": {
    output: "p002",
    panels: [
      { id: "k1", characters: ["c1"], place: "l1", scene: "s1" },
      { id: "k2", characters: ["c1"], place: "l2", scene: "s2", outfits: ["c1.o2"] },
    ],
    parts: { "k1.picture": "k1", "k2.picture": "k2" },
  },
};

interface Begun extends Partial<Pick<Schedule["params"], "review" | "formats">> {
  sheets?: boolean;
}

function begun({ sheets = true, review = [], formats = SAMPLE_PARAMS.formats }: Begun = {}): Schedule {
  const params = {
    ...{ ...SAMPLE_PARAMS, storyHash: "s", review, formats },
    ...(sheets && { sheets: true as const }),
  };
  return newSchedule({ sessionId: "s1", ownerId: "ann", params }, 0, 1_000_000);
}

const flight = (input: string): Flight => ({ release: 1, input, epoch: 0, at: 0, by: "start", checkAt: 0 });

/** The steps are done, in this order; `edition` makes another output. */
function done(before: Schedule, steps: readonly string[], edition = ""): Schedule {
  let now = before;
  for (const step of steps) {
    const input = currentInput(now, step);
    if (input === undefined) throw new Error(`${step} is not ready`);
    const { [step]: _left, ...inFlight } = now.inFlight;
    const result = RESULTS[step] ?? { output: step };
    const results = new Map(Object.entries(now.results));
    results.set(step, { input, ...result, output: `${result.output}${edition}` });
    now = { ...now, inFlight, results: Object.fromEntries(results) };
  }
  return now;
}

function underWay(now: Schedule, ...steps: string[]): Schedule {
  const flights = steps.map((step) => [step, flight(currentInput(now, step) ?? "")] as const);
  return { ...now, inFlight: { ...now.inFlight, ...Object.fromEntries(flights) } };
}

const released = (now: Schedule, limits = DEFAULT_LIMITS) =>
  plan(now, limits).release.map(({ step }) => step);
const TEXT = ["concept", "characters", "plot", "storyboard/p001", "storyboard/p002"];
const SHEETS = ["artwork/style", "characters/c1", "characters/c2", "characters/c1.o2", "artwork/place.l1"];
const PANELS = ["artwork/p001/k1", "artwork/p001/k2", "artwork/p002/k1", "artwork/p002/k2"];

describe("sheets", () => {
  test("the style plate is drawn beside phase 2, the sheets of characters and places after it", () => {
    const concept = done(begun(), ["concept"]);
    expect(released(concept)).toEqual(["characters", "plot", "artwork/style"]);
    const told = done(concept, ["characters", "plot"]);
    expect(released(told)).toEqual(["storyboard/p001", "storyboard/p002", "artwork/style"]);
    expect(released(done(told, ["artwork/style"]))).toEqual(
      expect.arrayContaining(["characters/c1", "characters/c2", "artwork/place.l1"]),
    );
  });

  test("an outfit is drawn once a panel shows it, after the character's first sheet, and only that panel needs it", () => {
    const without = done(begun(), [...TEXT.slice(0, -1), "artwork/style", "characters/c2"]);
    expect(released(done(without, ["characters/c1"]))).not.toContain("characters/c1.o2");
    const worn = done(without, ["storyboard/p002"]);
    expect(released(worn)).not.toContain("characters/c1.o2");
    const sheets = done(worn, ["characters/c1", "artwork/place.l1"]);
    expect(released(sheets)).toContain("characters/c1.o2");
    expect(currentInput(sheets, "artwork/p002/k1")).toBeDefined();
    expect(currentInput(sheets, "artwork/p002/k2")).toBeUndefined();
    expect(currentInput(done(sheets, ["characters/c1.o2"]), "artwork/p002/k2")).toBeDefined();
  });

  test("a place that is seen once has no sheet, and its panels do not wait for one", () => {
    const drawn = done(begun(), [...TEXT, ...SHEETS.slice(0, -1)]);
    expect(currentInput(drawn, "artwork/place.l2")).toBeUndefined();
    expect(released(drawn)).toEqual(["artwork/place.l1", "artwork/p002/k2"]);
  });

  test("another sheet of a character invalidates the panels in that outfit, another plate or place none", () => {
    const book = done(begun(), [...TEXT, ...SHEETS, ...PANELS]);
    const inputs = (now: Schedule) => PANELS.map((step) => currentInput(now, step));
    const changed = (step: string, now: Schedule) =>
      PANELS.filter((_panel, at) => inputs(now)[at] !== inputs(book)[at]).map((panel) => `${step}: ${panel}`);
    for (const step of ["artwork/style", "artwork/place.l1"]) {
      expect(changed(step, done(book, [step], " again"))).toEqual([]);
    }
    expect(changed("c2", done(book, ["characters/c2"], " again"))).toEqual(["c2: artwork/p001/k2"]);
    expect(changed("o2", done(book, ["characters/c1.o2"], " again"))).toEqual(["o2: artwork/p002/k2"]);
  });

  test("a session without sheets has none of these steps", () => {
    const now = done(begun({ sheets: false }), [...TEXT, "characters/c1", "characters/c2"]);
    expect(released(now)).toEqual(PANELS);
  });

  test("a settei sheet of a session without sheets may read the portraits, also if it is requested later", () => {
    const LETTERED = ["lettering/p001", "lettering/p002"];
    const PORTRAITS = ["characters/c1", "characters/c2"];
    const seen = (now: Schedule, ref: WorkRef) => besideOf(nodeOf(ref), survey(now)).map(({ id }) => id);
    const bound = (formats: Schedule["params"]["formats"]) =>
      done(begun({ sheets: false, formats }), [...TEXT, ...PORTRAITS, ...PANELS, ...LETTERED, "finish"]);
    expect(seen(bound(["sheets"]), { phase: "finish", of: "book" })).toEqual(PORTRAITS);
    expect(seen(bound(["pdf"]), { phase: "finish", of: "book" })).toEqual([]);
    expect(seen(bound(["pdf"]), { phase: "finish", of: "export", format: "sheets" })).toEqual(PORTRAITS);
    expect(seen(bound(["pdf"]), { phase: "finish", of: "export", format: "epub" })).toEqual([]);
  });
});

describe("a scene's anchor", () => {
  const drawn = done(begun(), [...TEXT, ...SHEETS]);

  test("is the first of its panels to be drawn: the others wait while it is under way", () => {
    expect(released(drawn)).toEqual(["artwork/p001/k1", "artwork/p002/k2"]);
    const anchored = underWay(drawn, "artwork/p001/k1");
    expect(released(anchored)).toEqual(["artwork/p002/k2"]);
    expect(released(done(anchored, ["artwork/p001/k1"]))).toEqual(PANELS.slice(1));
  });

  test("is the panel of the scene that is ready first", () => {
    const second = done(begun(), [...TEXT.slice(0, 3), "storyboard/p002", ...SHEETS]);
    expect(released(second)).toEqual(["storyboard/p001", "artwork/p002/k1", "artwork/p002/k2"]);
    const later = done(underWay(second, "artwork/p002/k1"), ["storyboard/p001"]);
    expect(released(later)).toEqual(["artwork/p002/k2"]);
  });

  test("is redrawn without its scene's picture, and no other panel waits for it then", () => {
    const book = done(drawn, PANELS);
    const again = { ...book, takes: { "artwork/p001/k1": 2 } };
    expect(released(again)).toEqual(["artwork/p001/k1", "lettering/p002"]);
    const two = { ...book, takes: { "artwork/p001/k1": 2, "artwork/p001/k2": 2 } };
    expect(released(two)).toEqual(["artwork/p001/k1", "artwork/p001/k2", "lettering/p002"]);
  });
});

describe("reviews with sheets", () => {
  test("outfits, places and the plate are in no review's hash, and the book waits for them", () => {
    const reviewed = done(begun({ review: ["characters"] }), ["concept", "characters", "plot"]);
    const sheets = done(reviewed, ["artwork/style", "characters/c1", "characters/c2"]);
    const [gate] = plan(sheets, DEFAULT_LIMITS).open;
    expect(gate?.phase).toBe("characters");
    const decision = { kind: "approve", by: "ann", at: 1 } as const;
    const open = { revision: 1, input: gate?.input ?? "", openedAt: 0, endsAt: 9 };
    const passed = { ...sheets, gates: { characters: { ...open, decision } } };
    const told = done(passed, ["storyboard/p001", "storyboard/p002"]);
    expect(plan(told, DEFAULT_LIMITS).open).toEqual([]);
    const dressed = done(told, ["characters/c1.o2", "artwork/place.l1"]);
    expect(plan(dressed, DEFAULT_LIMITS).open).toEqual([]);
    const bound = done(dressed, [...PANELS, "lettering/p001", "lettering/p002", "finish"]);
    expect(plan(bound, DEFAULT_LIMITS).finished).toBe(true);
    const again = plan({ ...bound, takes: { "artwork/place.l1": 2 } }, DEFAULT_LIMITS);
    expect(again.finished).toBe(false);
    expect(again.release.map(({ step }) => step)).toEqual(["artwork/place.l1"]);
  });
});

describe("a book that is drawn as final", () => {
  const author = { by: "ann", at: 5 };
  const whole = () => done(begun(), [...TEXT, ...SHEETS, ...PANELS]);
  const panel = (step: string) => {
    const ref = parseStepId(step);
    if (ref.of === "gate") throw new Error(`${step} is a gate`);
    return nodeOf(ref);
  };
  const [first = "", second = ""] = PANELS;

  test("redraws the kept panels over their drafts, and no other picture", () => {
    const marked = { ...whole(), kept: [second] };
    const after = withChange(marked, planFinals(marked, { artist: "best" }), author);
    const stale = [...SHEETS, ...PANELS].filter(
      (step) => currentInput(after, step) !== currentInput(marked, step),
    );
    expect(stale).toEqual([second]);
    expect(released(after).filter((step) => step.startsWith("artwork/"))).toEqual([second]);
    expect(overOf(panel(second), after)).toBe(marked.results[second]?.output);
    expect(paramsFor(second, after).params).toMatchObject({ tier: "final", models: { artist: "best" } });
    expect(paramsFor(first, after).params).toBe(after.params);
  });

  test("redraws all panels if none is kept", () => {
    const before = whole();
    const after = withChange(before, planFinals(before, { artist: "best", slow: true }), author);
    const same = SHEETS.filter((step) => currentInput(after, step) === currentInput(before, step));
    expect(same).toEqual(SHEETS);
    expect(Object.keys(after.finals ?? {})).toEqual(PANELS);
    expect(paramsFor(first, after).slow).toBe(true);
  });

  test("has its draft again after a return to the earlier take", () => {
    const before = whole();
    const after = withChange(before, planFinals(before, { artist: "best" }), author);
    const back = withChange(after, { earlier: { step: second, take: 0 } }, author);
    expect(currentInput(back, second)).toBe(currentInput(before, second));
    expect(paramsFor(second, back).params).toBe(back.params);
  });

  test("is not drawn over a draft that shows something else", () => {
    const before = whole();
    const after = withChange(before, planFinals(before, { artist: "best" }), author);
    const retold = { ...after, params: { ...after.params, seed: 8 } };
    const again = done(retold, TEXT);
    expect(overOf(panel(second), again)).toBeUndefined();
    expect(paramsFor(second, again).params.models.artist).toBe("best");
  });
});
