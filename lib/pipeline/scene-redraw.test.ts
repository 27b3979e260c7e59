// A person has a whole scene drawn again: which pictures are made again, and in which order.
import { expect, test } from "vitest";
import { deliverAll, SAMPLE_BOOK, sample } from "./sample-session.ts";
import { EditRefusedError } from "./step-editor.ts";

const SCENE = ["artwork/p001/k1", "artwork/p001/k2", "artwork/p002/k1", "artwork/p002/k2"];

async function finished(sheets?: readonly string[]) {
  const book = sample({ ...SAMPLE_BOOK, ...(sheets && { sheets }) });
  const sessionId = await book.start(sheets && { sheets: true });
  await deliverAll(book);
  const before = await book.services.schedules.read(sessionId);
  book.tools.runs.length = 0;
  return { book, before, asked: { sessionId, by: "ann", page: 2, panel: "k1", scene: true as const } };
}

test("a redrawn scene draws each of its panels once, its first one before the others, and no other picture", async () => {
  const { book, before, asked } = await finished(["l1", "l1", "l2"]);
  await book.revisions.redrawPanel(asked);
  await deliverAll(book);
  const drawn = book.tools.runs.filter(({ step }) => step.startsWith("artwork/"));
  expect(drawn.map(({ step }) => step).toSorted()).toEqual(SCENE);
  const [anchor, ...others] = drawn;
  expect(anchor?.step).toBe(SCENE[0]);
  for (const { startedAt } of others) expect(startedAt).toBeGreaterThanOrEqual(anchor?.endedAt ?? 0);
  const after = await book.services.schedules.read(asked.sessionId);
  expect(after?.takes).toEqual(Object.fromEntries(SCENE.map((step) => [step, 2])));
  expect(after?.results["artwork/p003/k1"]).toEqual(before?.results["artwork/p003/k1"]);
});

test("a storyboard without scene names is refused with a remedy", async () => {
  const { book, asked } = await finished();
  const refused = book.revisions.redrawPanel(asked);
  await expect(refused).rejects.toThrow(EditRefusedError);
  await expect(refused).rejects.toThrow("redraw its panels one by one");
});
