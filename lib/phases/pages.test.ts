// Pages of a finished book in another order, with the real phases: nothing is drawn, every picture and line goes with its page, all takes
// stay, and the change is undone to the same bytes.
import { beforeAll, describe, expect, test } from "vitest";
import { type Book, BookSchema } from "../manga/book.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import { PlotSchema } from "../manga/plot.ts";
import { loadJson } from "../pipeline/store-result.ts";
import { SAMPLE_STORY, sampleBook } from "../sample-book.ts";

const service = sampleBook();
const { revisions, schedule, follow, projector } = service;
const session = { sessionId: "s1", by: "ann" };

const bookOf = async () => {
  const { book } = FinishedBookSchema.parse(await service.output("finish"));
  return BookSchema.parse(await loadJson(service.services.blobs, session.sessionId, book));
};
const order = (...pages: number[]) => follow(() => revisions.orderPages({ ...session, order: pages }));
const artOf = ({ pages }: Book) => pages.map(({ panels }) => panels.map(({ artwork }) => artwork));
const linesOf = ({ pages }: Book) =>
  pages.map(({ panels }) => panels.flatMap(({ words }) => words.texts.map(({ text }) => text)));

let first: Book;
beforeAll(async () => {
  await service.start(SAMPLE_STORY, { title: "雨の猫", pages: 3, language: "ja", direction: "rtl" });
  first = await bookOf();
});

describe("pages in another order", () => {
  test("draw nothing and cost nothing: every picture and line goes with its page, to where the book is bound", async () => {
    const seen = { order: [3, 1, 2] };
    const before = (await schedule()).costMicros;
    const preview = await revisions.previewPages({ ...session, ...seen });
    expect(preview.changes.map(({ what }) => what)).toContain("page-order");
    expect(preview.again).toEqual({ lettering: 3, renditions: 3, finish: 1 });
    const { drawn, ran } = await follow(() =>
      revisions.orderPages({ ...session, ...seen, previewed: preview.hash }),
    );
    expect(drawn).toEqual([]);
    expect(ran.filter((step) => /^(artwork|storyboard|plot|characters|concept)/.test(step))).toEqual([]);
    expect((await schedule()).state.status).toBe("completed");
    expect((await schedule()).costMicros).toBe(before);
    const book = await bookOf();
    const [one, two, three] = artOf(first);
    expect(artOf(book)).toEqual([three, one, two]);
    const [lines1, lines2, lines3] = linesOf(first);
    expect(linesOf(book)).toEqual([lines3, lines1, lines2]);
    expect(book.pages.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(book.leftOut).toEqual(first.leftOut);
    for (const [index, { panels }] of book.pages.entries()) {
      const shown = projector.pages
        .get(`s1/${index + 1}`)
        ?.panels.map(({ artwork, state }) => [artwork, state]);
      expect(shown).toEqual(panels.map(({ artwork }) => [artwork, "done"]));
    }
    const { pages } = PlotSchema.parse(await service.output("plot"));
    expect(pages.map(({ origin }) => origin)).toEqual([3, 1, 2]);
  });

  test("draw nothing on the pages that stay, though other pages come before them", async () => {
    await follow(() => revisions.restoreVersion({ ...session, version: 1 }));
    for (const seen of [
      [2, 1, 3],
      [1, 3, 2],
      [3, 2, 1],
    ]) {
      const { again } = await revisions.previewPages({ ...session, order: seen });
      expect(again, `${seen}`).not.toHaveProperty("storyboard");
      expect(again, `${seen}`).not.toHaveProperty("artwork");
      const { drawn, ran } = await order(...seen);
      expect(drawn).toEqual([]);
      expect(ran.filter((step) => /^(artwork|storyboard)/.test(step))).toEqual([]);
      expect(artOf(await bookOf())).toEqual(seen.map((page) => artOf(first)[page - 1]));
      await follow(() => revisions.restoreVersion({ ...session, version: 1 }));
      expect(await bookOf()).toEqual(first);
    }
  });

  test("are undone to the same bytes as before", async () => {
    const { drawn } = await follow(() => revisions.restoreVersion({ ...session, version: 1 }));
    expect(drawn).toEqual([]);
    expect(await bookOf()).toEqual(first);
  });

  test("keep all takes: a panel returns to its first picture at its new place without paying", async () => {
    const [panel] = first.pages[1]?.panels ?? [];
    const id = panel?.id ?? "";
    await follow(() => revisions.redrawPanel({ ...session, page: 2, panel: id }));
    const redrawn = artOf(await bookOf())[1]?.[0];
    expect(redrawn).not.toBe(panel?.artwork);
    await order(2, 1, 3);
    expect(artOf(await bookOf())[0]?.[0]).toBe(redrawn);
    // The history tells of the pages by their present numbers.
    const redraw = (await revisions.listVersions("s1")).find(({ what }) => what === "redraw");
    expect(redraw?.step).toBe(`artwork/p001/${id}`);
    const then = await revisions.pageOfVersion("s1", { version: redraw?.number ?? 0, page: 1 });
    expect(then.panels.map((one) => one.id)).toEqual(first.pages[1]?.panels.map((one) => one.id));
    await follow(() => revisions.redrawPanel({ ...session, page: 1, panel: id, take: 0 }));
    expect(artOf(await bookOf())[0]?.[0]).toBe(panel?.artwork);
    await follow(() => revisions.redrawPanel({ ...session, page: 1, panel: id, version: redraw?.number }));
    expect(artOf(await bookOf())[0]?.[0]).toBe(redrawn);
  });

  test("are refused where the order is not one of all pages, and then nothing changes", async () => {
    const { seq } = await schedule();
    for (const pages of [
      [1, 2],
      [1, 1, 2],
      [1, 2, 3, 4],
    ]) {
      await expect(revisions.orderPages({ ...session, order: pages })).rejects.toMatchObject({
        ...{ code: "invalid-edit", path: "order" },
        message: "the order names each of the pages 1 to 3 once",
      });
    }
    const base = "0".repeat(64);
    await expect(revisions.orderPages({ ...session, order: [2, 1, 3], base })).rejects.toMatchObject({
      path: "plot",
    });
    expect((await schedule()).seq).toBe(seq);
  });
});

test("a page that is being drawn is not moved, because its picture would be paid for twice", async () => {
  const busy = sampleBook(undefined, { isWanted: (step) => !step.startsWith("artwork/p002") });
  await busy.start(SAMPLE_STORY, { pages: 3, language: "ja", direction: "rtl" });
  const move = (...pages: number[]) => busy.revisions.orderPages({ ...session, order: pages });
  await expect(move(1, 3, 2)).rejects.toMatchObject({ name: "MovedOnError" });
  await expect(move(3, 2, 1)).resolves.toMatchObject({ version: 2 });
});
