// Frames of a finished book that a person changes, with the real phases: no picture is drawn for it, what does not fit is marked, is drawn
// when the person says so, and every change can be undone to the same bytes.
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { BookSchema } from "../manga/book.ts";
import { misfitOf } from "../manga/drawn-frame.ts";
import { FinishedBookSchema } from "../manga/finished-book.ts";
import type { FrameEdit } from "../manga/frame-edits.ts";
import { templatesFor } from "../manga/frame-templates.ts";
import { LetteringPageSchema } from "../manga/lettering.ts";
import { boundingBox } from "../manga/paper.ts";
import { type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { loadJson } from "../pipeline/store-result.ts";
import { SAMPLE_STORY, sampleBook } from "../sample-book.ts";

const service = sampleBook();
const { revisions, projector, schedule, follow } = service;
const session = { sessionId: "s1", by: "ann" };
const PAGE = 2;

const boardOf = async (): Promise<StoryboardPage> =>
  StoryboardPageSchema.parse(await service.output(`storyboard/p00${PAGE}`));
const imageOf = async () => LetteringPageSchema.parse(await service.output(`lettering/p00${PAGE}`)).image;
const bookOf = async () => {
  const { book } = FinishedBookSchema.parse(await service.output("finish"));
  return BookSchema.parse(await loadJson(service.services.blobs, session.sessionId, book));
};

const edit = (...edits: FrameEdit[]) =>
  follow(() => revisions.editFrames({ ...session, page: PAGE, edits })).then(async (followed) => {
    expect((await schedule()).state.status).toBe("completed");
    return followed;
  });

let first: { version: number; image: string; board: StoryboardPage };

beforeAll(async () => {
  await service.start(SAMPLE_STORY, { title: "雨の猫", pages: 3, language: "ja", direction: "rtl" });
  const { versions } = await schedule();
  first = { version: versions.at(-1)?.number ?? 1, image: await imageOf(), board: await boardOf() };
});

/** Returns to the book of the start. */
beforeEach(async () => {
  const { versions } = await schedule();
  if (versions.length > 0)
    await follow(() => revisions.restoreVersion({ ...session, version: first.version }));
  expect(await imageOf()).toBe(first.image);
});

/** A cut through the middle of the page's first panel. */
function cutOf({ panels: [panel] }: StoryboardPage): Extract<FrameEdit, { kind: "cut" }> {
  const { x, y, width, height } = boundingBox(panel?.frame.corners ?? []);
  const middle = y + height / 2;
  const lies = width < height;
  return lies
    ? { kind: "cut", panel: panel?.id ?? "", from: { x, y: middle }, to: { x: x + width, y: middle } }
    : {
        kind: "cut",
        panel: panel?.id ?? "",
        from: { x: x + width / 2, y },
        to: { x: x + width / 2, y: y + height },
      };
}

/** The first edge that can be moved by that. */
async function moved(by: number): Promise<FrameEdit> {
  const { panels } = first.board;
  for (const { id } of panels) {
    for (const side of ["bottom", "left", "right", "top"] as const) {
      const wanted = { kind: "move", panel: id, side, by } as const;
      const isPossible = await revisions.previewFrames({ ...session, page: PAGE, edits: [wanted] }).then(
        () => true,
        () => false,
      );
      if (isPossible) return wanted;
    }
  }
  throw new Error("no edge can be moved");
}

describe("an edge that is moved", () => {
  test("draws no picture: the page is lettered again, and the pictures that do not fit are marked", async () => {
    const wanted = await moved(-120);
    const preview = await revisions.previewFrames({ ...session, page: PAGE, edits: [wanted] });
    expect(preview.again).toEqual({ finish: 1, lettering: 1, renditions: 1 });
    const { drawn, ran } = await edit(wanted);
    expect(drawn).toEqual([]);
    expect(ran.filter((step) => step.startsWith("artwork"))).toEqual([]);
    expect(await imageOf()).not.toBe(first.image);
    const board = await boardOf();
    const marked = board.panels.filter(({ frame }) => frame.drawn !== undefined);
    expect(marked.length).toBeGreaterThan(0);
    for (const { id, frame } of marked) {
      const was = boundingBox(first.board.panels.find((one) => one.id === id)?.frame.corners ?? []);
      expect(frame.drawn).toEqual(was);
      const shown = projector.pages.get(`s1/${PAGE}`)?.panels.find((one) => one.id === id);
      expect(shown).toMatchObject({ state: "done", frame: { drawn: was } });
    }
    const [page] = (await bookOf()).pages.filter(({ number }) => number === PAGE);
    expect(page?.panels.map(({ frame }) => frame)).toEqual(board.panels.map(({ frame }) => frame));
  });

  test("is undone to the same bytes as before, without drawing a picture", async () => {
    await edit(await moved(-120));
    const { drawn } = await follow(() => revisions.restoreVersion({ ...session, version: first.version }));
    expect(drawn).toEqual([]);
    expect(await imageOf()).toBe(first.image);
    expect(await boardOf()).toEqual(first.board);
  });

  test("has its pictures drawn when the user requests it, each for its frame, and no others", async () => {
    await edit(await moved(-120));
    const marked = (await boardOf()).panels.filter(({ frame }) => frame.drawn !== undefined);
    const panels = marked.map(({ id }) => ({ page: PAGE, panel: id }));
    const preview = await revisions.previewRefit({ ...session, panels });
    expect(preview.again.artwork).toBe(marked.length);
    expect(preview.changes.map(({ what }) => what)).toEqual(marked.map(() => "draw-again"));
    const { drawn } = await follow(() => revisions.refit({ ...session, panels, previewed: preview.hash }));
    expect(drawn).toHaveLength(marked.length);
    const { panels: after } = await boardOf();
    expect(after.filter(({ frame }) => frame.drawn !== undefined)).toEqual([]);
    for (const { id } of marked) {
      const box = boundingBox(after.find((one) => one.id === id)?.frame.corners ?? []);
      const made = await service.output(`artwork/p00${PAGE}/${id}`);
      expect(made).toMatchObject({ width: box.width, height: box.height });
    }
    await expect(revisions.refit(session)).rejects.toMatchObject({ code: "invalid-edit", path: "panels" });
  });

  test("is drawn for its frame too when the panel is redrawn for another reason", async () => {
    await edit(await moved(-120));
    const [panel] = (await boardOf()).panels.filter(({ frame }) => frame.drawn !== undefined);
    const { drawn } = await follow(() =>
      revisions.redrawPanel({ ...session, page: PAGE, panel: panel?.id ?? "" }),
    );
    expect(drawn).toHaveLength(1);
    const after = (await boardOf()).panels.find(({ id }) => id === panel?.id);
    expect(after?.frame.drawn).toBeUndefined();
    const box = boundingBox(after?.frame.corners ?? []);
    expect(await service.output(`artwork/p00${PAGE}/${panel?.id}`)).toMatchObject({ width: box.width });
  });
});

describe("a panel that is cut in two", () => {
  test("shows its picture in both parts, keeps its words, and gets a second picture when asked", async () => {
    const { drawn } = await edit(cutOf(first.board));
    expect(drawn).toEqual([]);
    const board = await boardOf();
    const fresh = board.panels.find(({ id }) => !first.board.panels.some((one) => one.id === id));
    const [cut] = first.board.panels;
    expect(fresh?.frame.drawn?.of).toBe(cut?.id);
    expect(fresh && misfitOf(fresh.frame)).toBe("borrowed");
    expect(board.panels.find(({ id }) => id === cut?.id)?.words.texts.map(({ text }) => text)).toEqual(
      cut?.words.texts.map(({ text }) => text),
    );
    const artworkOf = async (id: string | undefined) =>
      (await bookOf()).pages[PAGE - 1]?.panels.find((one) => one.id === id)?.artwork;
    expect(await artworkOf(fresh?.id)).toBe(await artworkOf(cut?.id));
    const shown = projector.pages.get(`s1/${PAGE}`)?.panels;
    expect(shown?.find(({ id }) => id === fresh?.id)?.image).toBe(
      shown?.find(({ id }) => id === cut?.id)?.image,
    );
    const asked = await follow(() =>
      revisions.refit({ ...session, panels: [{ page: PAGE, panel: fresh?.id ?? "" }] }),
    );
    expect(asked.drawn).toHaveLength(1);
    expect(await artworkOf(fresh?.id)).not.toBe(await artworkOf(cut?.id));
  });

  test("whose parts are merged again gives the same page as before, byte for byte, without an undo", async () => {
    const cut = cutOf(first.board);
    await edit(cut);
    const fresh = (await boardOf()).panels.find(({ id }) => !first.board.panels.some((one) => one.id === id));
    const { drawn } = await edit({ kind: "merge", panel: cut.panel, with: fresh?.id ?? "" });
    expect(drawn).toEqual([]);
    expect(await imageOf()).toBe(first.image);
  });

  test("has both pictures drawn when the first part is drawn for its frame", async () => {
    const cut = cutOf(first.board);
    await edit(cut);
    const { drawn } = await follow(() =>
      revisions.refit({ ...session, panels: [{ page: PAGE, panel: cut.panel }] }),
    );
    expect(drawn).toHaveLength(2);
    expect((await boardOf()).panels.filter(({ frame }) => frame.drawn !== undefined)).toEqual([]);
  });
});

describe("a layout and an order", () => {
  test("draw nothing, and are undone to the same bytes as before", async () => {
    const { panels } = first.board;
    const template = templatesFor(panels.length).at(-1)?.id ?? "";
    expect((await edit({ kind: "template", template })).drawn).toEqual([]);
    const order = panels.map(({ id }) => id).toReversed();
    expect((await edit({ kind: "order", panels: order })).drawn).toEqual([]);
    expect((await boardOf()).panels.map(({ id }) => id)).toEqual(order);
    await follow(() => revisions.restoreVersion({ ...session, version: first.version }));
    expect(await imageOf()).toBe(first.image);
  });
});

test("an edit that cannot be made is refused with its place and its reason, and nothing changes", async () => {
  const { seq } = await schedule();
  const edits: FrameEdit[] = [await moved(-20), { kind: "template", template: "9.grid" }];
  await expect(revisions.editFrames({ ...session, page: PAGE, edits })).rejects.toMatchObject({
    code: "not-found",
    path: "edits.1",
    message: expect.stringMatching(/^unknown: /),
  });
  const base = "0".repeat(64);
  await expect(
    revisions.editFrames({ ...session, page: PAGE, edits: edits.slice(0, 1), base }),
  ).rejects.toMatchObject({ actual: { hash: (await schedule()).results[`storyboard/p00${PAGE}`]?.output } });
  expect((await schedule()).seq).toBe(seq);
});
