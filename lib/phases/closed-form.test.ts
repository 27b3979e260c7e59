// A session begun by an earlier version, whose results have no places and no style: finished steps are kept, and the remaining ones build
// on them.
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { canvasDrafter } from "../drawing/canvas-drafter.ts";
import { CastSchema } from "../manga/cast.ts";
import { ConceptSchema } from "../manga/concept.ts";
import { upgradeResult } from "../manga/earlier/upgrade-result.ts";
import { PlotSchema } from "../manga/plot.ts";
import { StoryboardPageSchema } from "../manga/storyboard.ts";
import { bookView } from "../pipeline/book-view.ts";
import { canonicalJson } from "../pipeline/canonical-json.ts";
import { plan, survey } from "../pipeline/graph.ts";
import { memoryLedger } from "../pipeline/memory-ledger.ts";
import { memoryBlobs, memoryDeadLetters, memoryPublisher, memoryStores } from "../pipeline/memory-stores.ts";
import { clientSession } from "../pipeline/projection.ts";
import { recentOutputs } from "../pipeline/recent-outputs.ts";
import type { BookView } from "../pipeline/reviser.ts";
import { createRevisionCommands } from "../pipeline/revisions.ts";
import { type Schedule, ScheduleSchema } from "../pipeline/schedule.ts";
import { DEFAULT_SETTINGS } from "../pipeline/settings.ts";
import { createStepContext } from "../pipeline/step-context.ts";
import { parseStepId } from "../pipeline/step-id.ts";
import { nodeOf } from "../pipeline/step-kinds.ts";
import { virtualClock } from "../pipeline/virtual-clock.ts";
import { mangaStepEditor } from "./step-editor.ts";
import { storePreview, withFrames } from "./storyboard-page.ts";

/** A finished session as commit 7d8861f stored it: its schedule, and the results that people can change. */
const STORED = z
  .object({ schedule: ScheduleSchema, results: z.record(z.string(), z.unknown()) })
  .parse(
    JSON.parse(readFileSync(new URL("../manga/earlier/fixtures/closed-form.json", import.meta.url), "utf8")),
  );
const BEGUN = STORED.schedule;
const { limits } = DEFAULT_SETTINGS;
const by = "ann";

/** Steps whose result is valid. */
const validSteps = (schedule: Schedule): string[] => plan(schedule, limits).done;

/** Steps whose result was valid and no longer is. */
const invalidated = (schedule: Schedule): string[] => {
  const stands = new Set(validSteps(schedule));
  return validSteps(BEGUN).filter((step) => !stands.has(step));
};

describe("results of an earlier version", () => {
  test("stay valid, step by step, because no hash has changed", () => {
    expect(validSteps(BEGUN).toSorted()).toEqual(Object.keys(BEGUN.results).toSorted());
    expect(plan(BEGUN, limits)).toMatchObject({ release: [], finished: true });
  });

  test("give the remaining pictures the same inputs as in that version", () => {
    const results = Object.fromEntries(
      Object.entries(BEGUN.results).filter(([step]) => !/^(?:artwork|lettering|finish)/u.test(step)),
    );
    const seen = survey({ ...BEGUN, results });
    const drawn = Object.entries(BEGUN.results).filter(([step]) => step.startsWith("artwork/"));
    expect(drawn.length).toBeGreaterThan(8);
    for (const [step, { input }] of drawn) {
      const ref = parseStepId(step);
      if (ref.of === "gate") throw new Error("a gate has no picture");
      expect([step, seen.inputOf(nodeOf(ref))]).toEqual([step, input]);
    }
  });
});

test("the earlier version's pages are laid out and sketched as before, to the byte", async () => {
  const drafter = canvasDrafter();
  const cast = CastSchema.parse(upgradeResult("characters", STORED.results.characters));
  const plot = PlotSchema.parse(upgradeResult("plot", STORED.results.plot));
  const blobs = memoryBlobs();
  const desk = {
    ...{ drafter, params: BEGUN.params, cast, plot },
    putBlob: (bytes: Uint8Array, contentType: string) => blobs.put("s1", bytes, contentType),
  };
  for (const step of ["storyboard/p001", "storyboard/p002", "storyboard/p003"]) {
    const page = StoryboardPageSchema.parse(upgradeResult("storyboard", STORED.results[step]));
    const drafts = page.panels.map(({ frame: _frame, ...draft }) => draft);
    expect((await withFrames(drafts, page, desk)).panels).toEqual(page.panels);
    expect(await storePreview(page.panels, page, desk)).toBe(page.preview);
  }
});

describe("a session in flight", () => {
  let revisions: ReturnType<typeof createRevisionCommands>;
  let schedule: () => Promise<Schedule>;
  let blobs: ReturnType<typeof memoryBlobs>;
  let view: BookView;

  beforeEach(async () => {
    const clock = virtualClock(BEGUN.updatedAt);
    const stores = memoryStores(clock.now);
    blobs = memoryBlobs();
    for (const output of Object.values(STORED.results)) {
      await blobs.put("s1", Buffer.from(canonicalJson(output), "utf8"), "application/json");
    }
    await stores.schedules.create({ sessionId: "s1", ownerId: by, story: "" }, () => ({
      ...{ schedule: BEGUN, session: clientSession(BEGUN, undefined), events: [] },
    }));
    view = bookView({ blobs }, BEGUN);
    revisions = createRevisionCommands({
      ...{ ...stores, clock, blobs, publisher: memoryPublisher(), ledger: memoryLedger(clock.now) },
      ...{ random: () => 0.5, newId: () => "id", deadLetters: memoryDeadLetters() },
      settings: { limits, timings: { ...DEFAULT_SETTINGS.timings, projectionMs: 0 } },
      editor: mangaStepEditor({ drafter: async () => canvasDrafter() }),
      reviser: {
        ...{ examples: async () => [], describe: async ({ name }) => name },
        revise: () => Promise.reject(new Error("nobody asks in words")),
      },
    });
    schedule = async () => {
      const found = await stores.schedules.read("s1");
      if (found === undefined) throw new Error("the session is there");
      return found;
    };
  });

  test("gives its steps today's form, with the place of each picture", async () => {
    const context = createStepContext({
      ...{ schedule: BEGUN, node: nodeOf({ phase: "artwork", of: "panel", page: 1, panel: "k1" }) },
      ...{ tools: {}, blobs, signal: new AbortController().signal, note: () => {} },
      outputs: recentOutputs(blobs),
      stories: {
        read: () => Promise.reject(new Error("no picture reads the story")),
        readGiven: () => Promise.reject(new Error("no picture reads the story")),
        seal: () => Promise.reject(new Error("nothing is sealed here")),
        open: () => Promise.reject(new Error("nothing is opened here")),
      },
      call: () => Promise.reject(new Error("nothing is asked here")),
      madeBy: () => {},
      asked: () => {},
      references: (choose) => choose(),
    });
    const board = await context.output({ phase: "storyboard", of: "page", page: 1 }, StoryboardPageSchema);
    const { places } = await context.output({ phase: "plot", of: "book" }, PlotSchema);
    const { style } = await context.output({ phase: "concept", of: "book" }, ConceptSchema);
    const cast = await context.output({ phase: "characters", of: "book" }, CastSchema);
    const place = places.find(({ id }) => id === board.panels[0]?.picture.place);
    expect(place).toMatchObject({ name: "橋", look: 983 });
    expect([style.preset, cast.characters[1]?.beard]).toEqual(["manga", "full"]);
  });

  test("draws nothing again for a changed line, or for a second one on the same page", async () => {
    const say = (text: string, change: string) =>
      revisions.editTexts({ sessionId: "s1", by, edits: [{ page: 2, text, change: { text: change } }] });
    await say("k2/w1", "どこまで行くの");
    expect(invalidated(await schedule())).toEqual(["lettering/p002", "finish"]);
    await say("k1/w1", "猫も走った。");
    expect(invalidated(await schedule())).toEqual(["lettering/p002", "finish"]);
  });

  test("draws a changed panel again, and no other panel of its page", async () => {
    const page = await view.output({ phase: "storyboard", of: "page", page: 1 });
    const { panels } = StoryboardPageSchema.parse(page);
    const turned = panels.map((panel) =>
      panel.id === "k3" ? { ...panel, picture: { ...panel.picture, angle: "low" } } : panel,
    );
    const step = { phase: "storyboard", of: "page", page: 1 } as const;
    await revisions.editStep({ sessionId: "s1", by, step, patch: { panels: turned } });
    expect(invalidated(await schedule())).toEqual(["artwork/p001/k3", "lettering/p001", "finish"]);
  });

  test("stages no page again for a new name in other scenes of the plot", async () => {
    const { places } = PlotSchema.parse(await view.output({ phase: "plot", of: "book" }));
    const renamed = places.map((place) => (place.id === "l4" ? { ...place, name: "中庭" } : place));
    await revisions.editStep({
      sessionId: "s1",
      by,
      step: { phase: "plot", of: "book" },
      patch: { places: renamed },
    });
    const again = invalidated(await schedule());
    expect(again).toContain("storyboard/p003");
    expect(again.filter((step) => /^(?:characters|concept|storyboard\/p00[12])/u.test(step))).toEqual([]);
  });

  test("draws only the picture that moves to a place that is new to the plot", async () => {
    const { places } = PlotSchema.parse(await view.output({ phase: "plot", of: "book" }));
    const well = { ...places[0], id: "l9", name: "井戸", kind: "well" };
    const plot = { phase: "plot", of: "book" } as const;
    await revisions.editStep({ sessionId: "s1", by, step: plot, patch: { places: [...places, well] } });
    expect(invalidated(await schedule())).toEqual(["finish"]);
    const page = StoryboardPageSchema.parse(await view.output({ phase: "storyboard", of: "page", page: 3 }));
    const moved = page.panels.map((panel) =>
      panel.id === "k2" ? { ...panel, picture: { ...panel.picture, place: "l9" } } : panel,
    );
    const board = { phase: "storyboard", of: "page", page: 3 } as const;
    await revisions.editStep({ sessionId: "s1", by, step: board, patch: { panels: moved } });
    expect(invalidated(await schedule())).toEqual(["artwork/p003/k2", "lettering/p003", "finish"]);
  });

  test("refuses a picture or a scene in a place that the plot does not have", async () => {
    const page = StoryboardPageSchema.parse(await view.output({ phase: "storyboard", of: "page", page: 1 }));
    const [first, ...others] = page.panels;
    const lost = [{ ...first, picture: { ...first?.picture, place: "l9" } }, ...others];
    const step = { phase: "storyboard", of: "page", page: 1 } as const;
    await expect(
      revisions.editStep({ sessionId: "s1", by, step, patch: { panels: lost } }),
    ).rejects.toMatchObject({
      ...{ code: "invalid-edit", path: "panels.0.picture.place", message: "this book has no place l9" },
    });
    const { places } = PlotSchema.parse(await view.output({ phase: "plot", of: "book" }));
    const without = { sessionId: "s1", by, step: { phase: "plot", of: "book" } as const };
    await expect(
      revisions.editStep({ ...without, patch: { places: places.slice(1) } }),
    ).rejects.toMatchObject({ path: "scenes.0.place", message: "this book has no place l1" });
  });

  test("draws all its pictures again when a place's look changes, because none states its place", async () => {
    const { places } = PlotSchema.parse(await view.output({ phase: "plot", of: "book" }));
    const lit = places.map((place) => (place.id === "l1" ? { ...place, light: { night: "a lamp" } } : place));
    await revisions.editStep({
      sessionId: "s1",
      by,
      step: { phase: "plot", of: "book" },
      patch: { places: lit },
    });
    const again = invalidated(await schedule());
    expect(again.filter((step) => step.startsWith("artwork/"))).toHaveLength(12);
    expect(again.filter((step) => !/^(?:artwork|lettering|finish)/u.test(step))).toEqual([]);
  });
});
