// A page is shown once it is lettered and its renditions once they are made. Renditions of an older picture are never shown as those of a
// newer one.
import { beforeAll, describe, expect, it } from "vitest";
import { PageRenditionsSchema } from "../manga/page-renditions.ts";
import { messageOf } from "../pipeline/advance.ts";
import { SAMPLE_STORY, sampleBook } from "../sample-book.ts";

const RENDITIONS = "lettering/p001/renditions";
const PAGE_STEPS = /^lettering\/p001$/;

/** Steps that match are released, but their messages are held back. */
let held: RegExp | undefined;
const book = sampleBook(undefined, { isWanted: (step) => held?.test(step) !== true });
const page = () => {
  const found = book.projector.pages.get("s1/1");
  if (found === undefined) throw new Error("page 1 is not shown");
  return found;
};
const images = () => page().renditions?.map(({ image }) => image);
/** Delivers the message of a step in flight, `times` times. */
const deliver = (step: string, times = 1) =>
  book.follow(async () => {
    const { inFlight } = await book.schedule();
    const message = messageOf("s1", step, inFlight[step]?.input ?? "");
    for (let copy = 0; copy < times; copy++) book.services.publisher.queue.push(message);
  });
const redraw = () =>
  book.follow(() => book.revisions.redrawPanel({ sessionId: "s1", by: "ann", page: 1, panel: "k1" }));

let first: { image: string | undefined; renditions: string[] | undefined };

beforeAll(async () => {
  held = /renditions$/;
  await book.start(SAMPLE_STORY, { pages: 1, language: "ja", direction: "rtl" });
}, 60_000);

describe("a page", () => {
  it("is shown as soon as it is lettered, and the book waits for its renditions", async () => {
    expect(page()).toMatchObject({ state: "done", rendering: true, image: expect.any(String) });
    expect(images()).toBeUndefined();
    const { state, inFlight, results } = await book.schedule();
    expect([state.status, Object.keys(inFlight), results.finish]).toEqual([
      "running",
      [RENDITIONS],
      undefined,
    ]);
  });

  it("gets its renditions once they are made, once, no matter how often the message is delivered", async () => {
    held = undefined;
    const { ran } = await deliver(RENDITIONS, 2);
    expect(ran).toEqual(["finish", RENDITIONS]);
    const made = PageRenditionsSchema.parse(await book.output(RENDITIONS));
    expect(made.image).toBe(page().image);
    expect(images()).toEqual(made.renditions.map(({ image }) => image));
    expect(page()).not.toHaveProperty("rendering");
    const records = await book.services.schedules.readSteps("s1", [RENDITIONS], new Map());
    expect(records.get(RENDITIONS)?.fence).toBe(1);
    expect((await book.schedule()).state.status).toBe("completed");
    first = { image: page().image, renditions: images() };
  });

  it("that is made again keeps its earlier picture and renditions until it is lettered", async () => {
    held = PAGE_STEPS;
    await redraw();
    expect(page()).toMatchObject({ state: "lettering", image: first.image });
    expect(images()).toEqual(first.renditions);
    expect(page()).not.toHaveProperty("rendering");
  });

  it("then shows its new picture, and marks the renditions as those of the earlier one", async () => {
    held = /renditions$/;
    await deliver("lettering/p001");
    expect(page()).toMatchObject({ state: "done", rendering: true });
    expect(page().image).not.toBe(first.image);
    expect(images()).toEqual(first.renditions);
    held = undefined;
    await deliver(RENDITIONS);
    expect(page()).not.toHaveProperty("rendering");
    expect(images()).toHaveLength(first.renditions?.length ?? 0);
    expect(images()).not.toEqual(first.renditions);
  });

  it("gets its earlier take's renditions back when a person returns to that take, and nothing is made", async () => {
    const { ran } = await book.follow(() =>
      book.revisions.restoreVersion({ sessionId: "s1", by: "ann", version: 1 }),
    );
    expect(ran).toEqual([]);
    expect({ image: page().image, renditions: images() }).toEqual(first);
    expect(page()).not.toHaveProperty("rendering");
  });
});
