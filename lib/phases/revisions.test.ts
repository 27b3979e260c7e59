// Edits of a finished book with the real phases and the offline models: what runs again, what stays byte for byte.
import { beforeAll, describe, expect, test } from "vitest";
import { canvasDrafter } from "../drawing/canvas-drafter.ts";
import { LetteringPageSchema } from "../manga/lettering.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { modelRegistry } from "../models/registry.ts";
import { systemClock } from "../pipeline/clock.ts";
import { memoryBlobs, memoryDeadLetters, memoryPublisher, memoryStores } from "../pipeline/memory-stores.ts";
import { createRevisionCommands } from "../pipeline/revisions.ts";
import { createRunner } from "../pipeline/runner.ts";
import type { Result, Schedule } from "../pipeline/schedule.ts";
import { createSessionCommands } from "../pipeline/session.ts";
import { DEFAULT_SETTINGS } from "../pipeline/settings.ts";
import { loadJson } from "../pipeline/store-result.ts";
import { concept } from "./1-concept.ts";
import { characters } from "./2-characters.ts";
import { plot } from "./3-plot.ts";
import { storyboard } from "./4-storyboard.ts";
import { artwork } from "./5-artwork.ts";
import { lettering } from "./6-lettering.ts";
import { finish } from "./7-finish.ts";
import { mangaStepEditor } from "./step-editor.ts";
import type { MangaTools } from "./tools.ts";

const STORY = [
  "雨の夜、ミナは駅で猫を見つけた。「待って」とミナは言った。猫は走り出した。",
  "ミナは路地を走った。「どこへ行くの」とミナは聞いた。猫は振り返った。",
  "朝になった。ミナは猫を抱いて家に帰った。「ただいま」とミナは笑った。",
].join("\n\n");

const calls: string[] = [];
const models = modelRegistry();
const tools: MangaTools = {
  writer: models.writer,
  async artist(id) {
    const artist = await models.artist(id);
    return {
      id,
      async draw(request, signal) {
        calls.push(request.kind);
        return artist.draw(request, signal);
      },
    };
  },
  drafter: async () => canvasDrafter(),
  binder: async () => (await import("../export/file-binder.ts")).fileBinder(),
};

const stores = memoryStores(() => Date.now());
const publisher = memoryPublisher();
const services = {
  ...stores,
  ...{ blobs: memoryBlobs(), publisher, deadLetters: memoryDeadLetters() },
  ...{ clock: systemClock, random: () => 0.5, newId: () => "s1" },
  settings: { ...DEFAULT_SETTINGS, timings: { ...DEFAULT_SETTINGS.timings, projectionMs: 0 } },
};
const phases = [concept, characters, plot, storyboard, artwork, lettering, finish];
const runner = createRunner({ ...services, phases, tools });
const commands = createSessionCommands(services);
const revisions = createRevisionCommands({ ...services, editor: mangaStepEditor(tools) });
const session = { sessionId: "s1", by: "ann" };

async function schedule(): Promise<Schedule> {
  const found = await services.schedules.read("s1");
  if (found === undefined) throw new Error("the session is missing");
  return found;
}

async function deliver(): Promise<Schedule> {
  while (publisher.queue.length > 0) {
    for (const message of publisher.queue.splice(0)) expect(await runner.handle(message)).toBe("ack");
  }
  return schedule();
}

/** Makes a change and everything that follows from it; says which results came out otherwise and what was drawn. */
async function changed(change: () => Promise<unknown>): Promise<{ steps: string[]; drawn: string[] }> {
  const before = (await schedule()).results;
  calls.length = 0;
  await change();
  const after = await deliver();
  expect(after.state.status).toBe("completed");
  const differs = (step: string, result: Result) => before[step]?.output !== result.output;
  const steps = Object.entries(after.results).filter(([step, result]) => differs(step, result));
  return { steps: steps.map(([step]) => step).toSorted(), drawn: [...calls] };
}

async function pageOf(number: number): Promise<StoryboardPage> {
  const hash = (await schedule()).results[`storyboard/p00${number}`]?.output ?? "";
  return StoryboardPageSchema.parse(await loadJson(services.blobs, "s1", hash));
}

async function lettersOf(number: number) {
  const hash = (await schedule()).results[`lettering/p00${number}`]?.output ?? "";
  return LetteringPageSchema.parse(await loadJson(services.blobs, "s1", hash)).texts;
}

/** The first balloon of a page, as the lettering names it. */
async function balloonOf(number: number) {
  const balloon = (await lettersOf(number)).find(({ kind }) => kind === "balloon");
  if (balloon === undefined) throw new Error(`page ${number} has no balloon`);
  return balloon;
}

beforeAll(async () => {
  await commands.startSession({
    ownerId: "ann",
    text: STORY,
    params: {
      ...{ title: "雨の猫", pages: 3, language: "ja", direction: "rtl", style: "manga", seed: 3 },
      models: { writer: "offline-author@1", artist: "offline-artist@1" },
      ...{ review: [], reviewTimeoutMinutes: 30, formats: [] },
    },
  });
  expect((await deliver()).state.status).toBe("completed");
});

describe("a text that is changed in a finished book", () => {
  test("costs no picture and leaves the other pages byte for byte", async () => {
    const { id } = await balloonOf(2);
    const change = { text: "ねえ、どこへ行くの" };
    const { steps, drawn } = await changed(() =>
      revisions.editText({ ...session, page: 2, text: id, change }),
    );
    expect(drawn).toEqual([]);
    expect(steps).toEqual(["finish", "lettering/p002", "storyboard/p002"]);
    expect((await lettersOf(2)).find((text) => text.id === id)?.text).toBe("ねえ、どこへ行くの");
    const page = stores.projector.pages.get("s1/2");
    expect(page?.texts.find((text) => text.id === id)?.text).toBe("ねえ、どこへ行くの");
    expect(page?.storyboard).toBe((await schedule()).results["storyboard/p002"]?.output);
  });

  test("stands where a person puts it, with the voice that they give it", async () => {
    const { id, box } = await balloonOf(1);
    const at = { x: box.x + box.width / 2 + 40, y: box.y + box.height / 2 + 60 };
    const change = { at, voice: "shout" } as const;
    const { steps, drawn } = await changed(() =>
      revisions.editText({ ...session, page: 1, text: id, change }),
    );
    expect(drawn).toEqual([]);
    expect(steps).toEqual(["finish", "lettering/p001", "storyboard/p001"]);
    const moved = (await lettersOf(1)).find((text) => text.id === id);
    expect(moved?.voice).toBe("shout");
    const middle = { x: (moved?.textBox.x ?? 0) + (moved?.textBox.width ?? 0) / 2, y: moved?.textBox.y ?? 0 };
    expect(Math.abs(middle.x - at.x)).toBeLessThan(30);
    expect(middle.y).toBeLessThan(at.y);
  });

  test("that is not there is refused, and nothing changes", async () => {
    const { seq } = await schedule();
    const change = { text: "x" };
    await expect(revisions.editText({ ...session, page: 1, text: "k1/w99", change })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(revisions.editText({ ...session, page: 9, text: "k1/w1", change })).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await schedule()).seq).toBe(seq);
  });
});

describe("a panel that is drawn again", () => {
  test("is one picture, another one than before, and all other panels stay byte for byte", async () => {
    const { steps, drawn } = await changed(() => revisions.redrawPanel({ ...session, page: 2, panel: "k1" }));
    expect(drawn).toEqual(["panel"]);
    expect(steps).toEqual(["artwork/p002/k1", "finish", "lettering/p002"]);
  });

  test("as other words describe it is one picture too", async () => {
    const request = { ...session, page: 3, panel: "k1", prompt: "ミナが猫を高く抱き上げる" };
    const { steps, drawn } = await changed(() => revisions.redrawPanel(request));
    expect(drawn).toEqual(["panel"]);
    expect(steps.filter((step) => step.startsWith("artwork"))).toEqual(["artwork/p003/k1"]);
    expect((await pageOf(3)).panels[0]?.picture.action).toBe("ミナが猫を高く抱き上げる");
    expect((await balloonOf(2)).kind).toBe("balloon");
  });
});

describe("a result that is patched", () => {
  const step = { phase: "concept", of: "book" } as const;

  test("reruns what reads it; what comes out the same ends the reruns, and other edits stay", async () => {
    const { steps, drawn } = await changed(() =>
      revisions.editStep({ ...session, step, patch: { themes: ["帰り道"] } }),
    );
    expect(drawn).toEqual([]);
    expect(steps).toEqual(["concept"]);
    expect((await schedule()).results.concept?.edited?.by).toBe("ann");
    expect(stores.projector.phases.get("s1/concept")?.output).toMatchObject({ themes: ["帰り道"] });
  });

  test.each([
    [step, { pages: 0 }, "pages"],
    [step, { peeple: [] }, "peeple"],
    [step, { people: [{ id: "x" }] }, "people.0.id"],
    [{ phase: "storyboard", of: "page", page: 1 } as const, { number: 2 }, "number"],
    [{ phase: "storyboard", of: "page", page: 1 } as const, { panels: [] }, "panels"],
  ])("is refused with the path that fails (%#)", async (ref, patch, path) => {
    const { seq } = await schedule();
    await expect(revisions.editStep({ ...session, step: ref, patch })).rejects.toMatchObject({
      code: "invalid-edit",
      path,
    });
    expect((await schedule()).seq).toBe(seq);
  });

  test("cannot be a picture or a bound page", async () => {
    const panel = { phase: "artwork", of: "panel", page: 1, panel: "k1" } as const;
    const page = { phase: "lettering", of: "page", page: 1 } as const;
    for (const ref of [panel, page]) {
      await expect(revisions.editStep({ ...session, step: ref, patch: { width: 1 } })).rejects.toMatchObject({
        code: "not-editable",
      });
    }
  });

  test("lays its page out anew when a panel comes without a frame", async () => {
    const { panels } = await pageOf(1);
    const fewer = panels.slice(0, -1).map(({ frame: _frame, ...panel }) => panel);
    const ref = { phase: "storyboard", of: "page", page: 1 } as const;
    const { steps } = await changed(() =>
      revisions.editStep({ ...session, step: ref, patch: { panels: fewer } }),
    );
    expect(steps).toContain("lettering/p001");
    expect(steps.filter((one) => /p00[23]/.test(one))).toEqual([]);
    expect((await pageOf(1)).panels).toHaveLength(panels.length - 1);
    expect(stores.projector.pages.get("s1/1")?.panels).toHaveLength(panels.length - 1);
  });
});

test("another direction lays the pages out anew and keeps the portraits", async () => {
  const { steps, drawn } = await changed(() =>
    revisions.changeParams({ ...session, params: { direction: "ltr" } }),
  );
  expect(steps).toContain("lettering/p001");
  expect(drawn).not.toContain("portrait");
  expect(stores.projector.sessions.get("s1")?.params.direction).toBe("ltr");
});
