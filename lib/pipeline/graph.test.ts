import { describe, expect, test } from "vitest";
import { currentInput, plan } from "./graph.ts";
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
import type { Schedule } from "./schedule.ts";
import { DEFAULT_LIMITS } from "./settings.ts";

describe("releases", () => {
  test("a new session begins with the concept", () => {
    expect(released(schedule())).toEqual(["concept"]);
  });

  test("characters and plot follow the concept, the portraits the designs, the pages both", () => {
    const concept = finished(schedule(), BOOK, "concept");
    expect(released(concept)).toEqual(["characters", "plot"]);
    expect(released(finished(concept, BOOK, "characters"))).toEqual([
      "characters/c1",
      "characters/c2",
      "plot",
    ]);
    expect(released(finished(concept, BOOK, "plot"))).toEqual(["characters"]);
    expect(released(finished(concept, BOOK, "characters", "plot"))).toEqual([
      "characters/c1",
      "characters/c2",
      "storyboard/p001",
      "storyboard/p002",
    ]);
  });

  test("a panel starts when its page and its characters are ready, whatever the state of other pages", () => {
    const now = finished(
      schedule(),
      BOOK,
      "concept",
      "characters",
      "plot",
      "storyboard/p001",
      "characters/c2",
    );
    expect(released(now)).toEqual(["characters/c1", "storyboard/p002", "artwork/p001/k2"]);
  });

  test("a page is lettered when its own panels are drawn, and the book is bound last", () => {
    const drawn = finished(
      schedule(),
      BOOK,
      ...[
        "concept",
        "characters",
        "plot",
        "storyboard/p001",
        "storyboard/p002",
        "characters/c1",
        "characters/c2",
      ],
      ...["artwork/p001/k1", "artwork/p001/k2"],
    );
    expect(released(drawn)).toEqual(["artwork/p002/k1", "lettering/p001"]);
    const lettered = finished(drawn, BOOK, "artwork/p002/k1", "lettering/p001");
    expect(released(lettered)).toEqual(["lettering/p002"]);
    const bound = finished(lettered, BOOK, "lettering/p002");
    expect(released(bound)).toEqual(["finish"]);
    expect(plan(bound, DEFAULT_LIMITS).finished).toBe(false);
    expect(plan(finished(bound, BOOK, "finish"), DEFAULT_LIMITS).finished).toBe(true);
  });

  test("a book is not finished before the portraits of characters that appear in no panel", () => {
    const book: Book = { characters: ["c1"], pages: [[[]]] };
    const steps = ["concept", "characters", "plot", "storyboard/p001", "artwork/p001/k1", "lettering/p001"];
    const bound = finished(schedule(), book, ...steps, "finish");
    expect(released(bound)).toEqual(["characters/c1"]);
    expect(plan(bound, DEFAULT_LIMITS).finished).toBe(false);
    expect(plan(finished(bound, book, "characters/c1"), DEFAULT_LIMITS).finished).toBe(true);
  });

  test("a step in flight is not released again and holds its slot, whatever its input", () => {
    const now = finished(schedule(), BOOK, "concept", "characters", "plot");
    const busy = { ...now, inFlight: { "characters/c1": flight("old"), "storyboard/p009": flight("gone") } };
    expect(released(busy, { images: 1, others: 2 })).toEqual(["storyboard/p001"]);
    expect(released(busy, { images: 2, others: 1 })).toEqual(["characters/c2"]);
  });

  test("a resting step holds no slot, and no step of its pool is released while it is wanted", () => {
    const now = finished(schedule(), BOOK, "concept", "characters", "plot");
    const input = currentInput(now, "characters/c1") ?? "";
    const resting = (of: string) => ({ "characters/c1": { ...flight(of), restsUntil: 9 } });
    const limits = { images: 1, others: 2 };
    expect(released({ ...now, inFlight: resting(input) }, limits)).not.toContain("characters/c2");
    expect(released({ ...now, inFlight: resting("of an earlier epoch") }, limits)).toContain("characters/c2");
    const other = finished(now, BOOK, "storyboard/p001");
    const panels = { "artwork/p001/k9": { ...flight("gone"), restsUntil: 9 } };
    expect(released({ ...other, inFlight: panels }, limits)).toContain("characters/c1");
    // A panel without people is ready, and has the portrait's model.
    const book = { characters: ["c1", "c2"], pages: [[[]]] };
    const empty = finished(schedule(), book, "concept", "characters", "plot", "storyboard/p001");
    expect(released(empty, DEFAULT_LIMITS)).toContain("artwork/p001/k1");
    const portrait = { ...flight(currentInput(empty, "characters/c1") ?? ""), restsUntil: 9 };
    expect(released({ ...empty, inFlight: { "characters/c1": portrait } }, DEFAULT_LIMITS)).toEqual([]);
  });

  test("portraits take image slots before panels, panels in reading order", () => {
    const pages = [[[], [], []], [[]]];
    const book = { characters: ["c1", "c2"], pages };
    const now = finished(
      schedule(),
      book,
      ...["concept", "characters", "plot", "storyboard/p001", "storyboard/p002"],
    );
    expect(released(now, { images: 4, others: 10 })).toEqual([
      "characters/c1",
      "characters/c2",
      "artwork/p001/k1",
      "artwork/p001/k2",
    ]);
  });

  test("characters that the concept does not have delay no panel", () => {
    const book = { characters: [], pages: [[["c9"]]] };
    const now = finished(schedule(), book, "concept", "characters", "plot", "storyboard/p001");
    expect(released(now)).toEqual(["artwork/p001/k1"]);
  });
});

describe("reruns", () => {
  const done = complete(schedule(), BOOK);

  test("changed words affect the lettering of their page and the book, and no image", () => {
    const words = resultOf(BOOK, "storyboard/p001", { edition: 2, parts: { "k1.words": "other" } });
    const edited = withResult(done, "storyboard/p001", words);
    expect(released(edited)).toEqual(["lettering/p001"]);
    expect(released(finished(edited, BOOK, "lettering/p001"))).toEqual(["finish"]);
  });

  test("a changed picture affects its own panel alone", () => {
    const picture = resultOf(BOOK, "storyboard/p001", { edition: 2, parts: { "k2.picture": "other" } });
    expect(released(withResult(done, "storyboard/p001", picture))).toEqual(["artwork/p001/k2"]);
  });

  test("the picture of a spread is drawn once and lettered on both its pages; its words are on the first page alone", () => {
    const book: Book = { characters: ["c1"], pages: [[["c1"]], [["c1"], []], [[]]], spreads: [2] };
    const spread = complete(schedule(), book);
    const edit = (parts: Record<string, string>) =>
      withResult(spread, "storyboard/p002", resultOf(book, "storyboard/p002", { edition: 2, parts }));
    expect(released(edit({ "k1.words": "other" }))).toEqual(["lettering/p002"]);
    expect(released(edit({ spread: "lower" }))).toEqual(["lettering/p003"]);
    const redrawn = withResult(edit({ "k1.picture": "other" }), "artwork/p002/k1", { output: "new" });
    expect(released(redrawn)).toEqual(["lettering/p002", "lettering/p003"]);
  });

  test("a changed look affects the portrait and then the panels with that character", () => {
    const look = resultOf(BOOK, "characters", { edition: 1, parts: { c2: "other" } });
    const changed = withResult(done, "characters", look);
    expect(released(changed)).toEqual(["characters/c2"]);
    const redrawn = withResult(changed, "characters/c2", { output: "new face" });
    expect(released(redrawn)).toEqual(["artwork/p001/k2", "artwork/p002/k1"]);
  });

  test("a changed look of a place affects pictures that exist, and no page", () => {
    const places = {
      p001: "page",
      p002: "page",
      places: "all",
      "places.l1": "a bridge",
      "places.l2": "a room",
    };
    const inPlaces = complete(schedule(), BOOK, (step) => {
      const result = resultOf(BOOK, step);
      if (step === "plot") return { ...result, parts: places };
      const place = (index: number) => (step === "storyboard/p001" && index === 0 ? "l1" : "l2");
      return { ...result, panels: result.panels?.map((panel, index) => ({ ...panel, place: place(index) })) };
    });
    const parts = { ...places, places: "others", "places.l1": "a bridge of stone" };
    const rebuilt = withResult(inPlaces, "plot", { ...resultOf(BOOK, "plot", { edition: 2 }), parts });
    expect(released(rebuilt)).toEqual(["artwork/p001/k1"]);
    // Pictures of earlier versions have no position.
    const unplaced = complete(schedule(), BOOK, (step) => ({
      ...resultOf(BOOK, step),
      ...(step === "plot" && { parts: places }),
    }));
    const edited = withResult(unplaced, "plot", { ...resultOf(BOOK, "plot", { edition: 2 }), parts });
    expect(released(edited)).toEqual(["artwork/p001/k1", "artwork/p001/k2", "artwork/p002/k1"]);
  });

  test("an edited style affects portraits and pictures, and neither designs nor the plot", () => {
    const parts = { story: "a loaf", style: "thin lines", people: "two" };
    const styled = complete(schedule(), BOOK, (step) => ({
      ...resultOf(BOOK, step),
      ...(step === "concept" && { parts }),
    }));
    const concept = resultOf(BOOK, "concept", { edition: 2 });
    const bold = withResult(styled, "concept", { ...concept, parts: { ...parts, style: "bold lines" } });
    expect(released(bold)).toEqual(["characters/c1", "characters/c2"]);
    const redrawn = ["characters/c1", "characters/c2"].reduce(
      (now, step) => withResult(now, step, { output: `${step} in bold lines` }),
      bold,
    );
    expect(released(redrawn)).toEqual(["artwork/p001/k1", "artwork/p001/k2", "artwork/p002/k1"]);
    // An earlier concept has no parts for either, so every step that reads it reads all of it.
    const whole = withResult(done, "concept", { ...concept, parts: { people: "two" } });
    expect(released(whole)).toEqual(["characters", "plot"]);
  });

  test("a part that an older result lacks is no input of what was made from it", () => {
    const concept = (parts?: Record<string, string>) =>
      complete(schedule(), BOOK, (step) => ({
        ...resultOf(BOOK, step),
        ...(step === "concept" && parts && { parts }),
      }));
    const input = (of: Schedule) => currentInput(of, "artwork/p001/k1");
    expect(input(concept({ people: "two" }))).toBe(input(concept()));
    expect(input(concept({ people: "two", style: "bold" }))).not.toBe(input(concept({ people: "two" })));
    expect(input(concept({ people: "two", style: "thin" }))).not.toBe(
      input(concept({ people: "two", style: "bold" })),
    );
  });

  test("an early step with an unchanged result leaves all later ones done", () => {
    const older = { ...done, params: { ...done.params, genre: "drama" } };
    expect(released(older)).toEqual(["concept"]);
    const again = withResult(older, "concept", resultOf(BOOK, "concept"));
    const { release, done: known, finished: isFinished } = plan(again, DEFAULT_LIMITS);
    expect(release).toEqual([]);
    expect(known).toHaveLength(Object.keys(done.results).length);
    expect(isFinished).toBe(true);
  });

  test("another seed is another input for every step that draws or writes with it", () => {
    const reseeded = { ...done, params: { ...done.params, seed: 2 } };
    expect(currentInput(reseeded, "concept")).not.toBe(currentInput(done, "concept"));
  });
});
