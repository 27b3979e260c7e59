// Edits of a finished book with the real phases and the offline models: which steps run again, and which results stay byte for byte.
import { beforeAll, describe, expect, test } from "vitest";
import { LetteringPageSchema } from "../manga/lettering.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import type { Result } from "../pipeline/schedule.ts";
import { SAMPLE_STORY, sampleBook } from "../sample-book.ts";

const service = sampleBook();
const { revisions, projector, schedule } = service;
const session = { sessionId: "s1", by: "ann" };

/** Makes a change and runs all steps that follow; gives the results that changed and the pictures that were drawn. */
async function changed(change: () => Promise<unknown>): Promise<{ steps: string[]; drawn: string[] }> {
  const before = (await schedule()).results;
  const { drawn } = await service.follow(change);
  const after = await schedule();
  expect(after.state.status).toBe("completed");
  const differs = (step: string, result: Result) => before[step]?.output !== result.output;
  const steps = Object.entries(after.results).filter(([step, result]) => differs(step, result));
  return { steps: steps.map(([step]) => step).toSorted(), drawn };
}

async function pageOf(number: number): Promise<StoryboardPage> {
  return StoryboardPageSchema.parse(await service.output(`storyboard/p00${number}`));
}

async function lettersOf(number: number) {
  return LetteringPageSchema.parse(await service.output(`lettering/p00${number}`)).texts;
}

/** The id of a page's first balloon. */
async function balloonOf(number: number) {
  const balloon = (await lettersOf(number)).find(({ kind }) => kind === "balloon");
  if (balloon === undefined) throw new Error(`page ${number} has no balloon`);
  return balloon;
}

beforeAll(async () => {
  const params = { title: "雨の猫", pages: 3, language: "ja", direction: "rtl" } as const;
  await service.start(SAMPLE_STORY, params);
  expect((await schedule()).state.status).toBe("completed");
});

describe("a changed text in a finished book", () => {
  test("needs no new picture and leaves the other pages unchanged byte for byte", async () => {
    const { id } = await balloonOf(2);
    const change = { text: "ねえ、どこへ行くの" };
    const { steps, drawn } = await changed(() =>
      revisions.editTexts({ ...session, edits: [{ page: 2, text: id, change }] }),
    );
    expect(drawn).toEqual([]);
    expect(steps).toEqual(["finish", "lettering/p002", "lettering/p002/renditions", "storyboard/p002"]);
    expect((await lettersOf(2)).find((text) => text.id === id)?.text).toBe("ねえ、どこへ行くの");
    const page = projector.pages.get("s1/2");
    expect(page?.texts.find((text) => text.id === id)?.text).toBe("ねえ、どこへ行くの");
    expect(page?.storyboard).toBe((await schedule()).results["storyboard/p002"]?.output);
  });

  test("stands where a person puts it, in the voice that they choose", async () => {
    const { id, box } = await balloonOf(1);
    const at = { x: box.x + box.width / 2 + 40, y: box.y + box.height / 2 + 60 };
    const change = { at, voice: "shout" } as const;
    const { steps, drawn } = await changed(() =>
      revisions.editTexts({ ...session, edits: [{ page: 1, text: id, change }] }),
    );
    expect(drawn).toEqual([]);
    expect(steps).toEqual(["finish", "lettering/p001", "lettering/p001/renditions", "storyboard/p001"]);
    const moved = (await lettersOf(1)).find((text) => text.id === id);
    expect(moved?.voice).toBe("shout");
    const middle = { x: (moved?.textBox.x ?? 0) + (moved?.textBox.width ?? 0) / 2, y: moved?.textBox.y ?? 0 };
    expect(Math.abs(middle.x - at.x)).toBeLessThan(30);
    expect(middle.y).toBeLessThan(at.y);
  });

  test("is refused if it does not exist, and nothing changes", async () => {
    const { seq } = await schedule();
    const change = { text: "x" };
    await expect(
      revisions.editTexts({ ...session, edits: [{ page: 1, text: "k1/w99", change }] }),
    ).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      revisions.editTexts({ ...session, edits: [{ page: 9, text: "k1/w1", change }] }),
    ).rejects.toMatchObject({
      code: "not-found",
    });
    expect((await schedule()).seq).toBe(seq);
  });
});

describe("a panel that is drawn again", () => {
  test("changes one picture; all other panels stay byte for byte", async () => {
    const { steps, drawn } = await changed(() => revisions.redrawPanel({ ...session, page: 2, panel: "k1" }));
    expect(drawn).toEqual(["panel"]);
    expect(steps).toEqual(["artwork/p002/k1", "finish", "lettering/p002", "lettering/p002/renditions"]);
  });

  test("changes one picture too when it is drawn from other words", async () => {
    const request = { ...session, page: 3, panel: "k1", prompt: "ミナが猫を高く抱き上げる" };
    const { steps, drawn } = await changed(() => revisions.redrawPanel(request));
    expect(drawn).toEqual(["panel"]);
    expect(steps.filter((step) => step.startsWith("artwork"))).toEqual(["artwork/p003/k1"]);
    expect((await pageOf(3)).panels[0]?.picture.action).toBe("ミナが猫を高く抱き上げる");
    expect((await balloonOf(2)).kind).toBe("balloon");
  });
});

describe("a patched result", () => {
  const step = { phase: "concept", of: "book" } as const;

  test("reruns its readers, ends the reruns where outputs are equal, and keeps other edits", async () => {
    const { steps, drawn } = await changed(() =>
      revisions.editStep({ ...session, step, patch: { themes: ["帰り道"] } }),
    );
    expect(drawn).toEqual([]);
    expect(steps).toEqual(["concept"]);
    expect((await schedule()).results.concept?.edited?.by).toBe("ann");
    expect(projector.phases.get("s1/concept")?.output).toMatchObject({ themes: ["帰り道"] });
  });

  test.each([
    [step, { pages: 0 }, "pages"],
    [step, { peeple: [] }, "peeple"],
    [step, { people: [{ id: "x" }] }, "people.0.id"],
    [{ phase: "storyboard", of: "page", page: 1 } as const, { number: 2 }, "number"],
    [{ phase: "storyboard", of: "page", page: 1 } as const, { panels: [] }, "panels"],
  ])("is refused with the path of the error (%#)", async (ref, patch, path) => {
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

  test("lays its page out again when a panel has no frame", async () => {
    const { panels } = await pageOf(1);
    const fewer = panels.slice(0, -1).map(({ frame: _frame, ...panel }) => panel);
    const ref = { phase: "storyboard", of: "page", page: 1 } as const;
    const { steps } = await changed(() =>
      revisions.editStep({ ...session, step: ref, patch: { panels: fewer } }),
    );
    expect(steps).toContain("lettering/p001");
    expect(steps.filter((one) => /p00[23]/.test(one))).toEqual([]);
    expect((await pageOf(1)).panels).toHaveLength(panels.length - 1);
    expect(projector.pages.get("s1/1")?.panels).toHaveLength(panels.length - 1);
  });
});

test("another direction lays the pages out again and keeps the portraits", async () => {
  const { steps, drawn } = await changed(() =>
    revisions.changeParams({ ...session, params: { direction: "ltr" } }),
  );
  expect(steps).toContain("lettering/p001");
  expect(drawn).not.toContain("portrait");
  expect(projector.sessions.get("s1")?.params.direction).toBe("ltr");
});
