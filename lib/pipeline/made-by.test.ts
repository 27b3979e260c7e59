// A result states the version of the program that made it, if it differs from the one in the session's parameters.
import { expect, test } from "vitest";
import { deliverAll, sample } from "./sample-session.ts";

const PLOT = { phase: "plot", of: "book" } as const;
const PAGE = { phase: "storyboard", of: "page", page: 1 } as const;
const by = "ann";

test("a result keeps the maker that its step recorded, and steps that read it get that maker", async () => {
  const book = sample({ characters: ["c1"], pages: 1, panels: 1, durationMs: () => 1_000 });
  const told: (string | undefined)[] = [];
  book.tools.before = (ref, { madeBy, makerOf }) => {
    if (ref.phase === "storyboard") madeBy("sample-director@2");
    if (ref.phase === "finish") told.push(makerOf(PLOT), makerOf(PAGE));
  };
  const sessionId = await book.start();
  await deliverAll(book);
  const results = (await book.services.schedules.read(sessionId))?.results;
  expect(results?.["storyboard/p001"]?.madeBy).toBe("sample-director@2");
  expect(results?.plot).not.toHaveProperty("madeBy");
  expect(told).toEqual([undefined, "sample-director@2"]);
});

test("the maker stays after a person's edit, and is removed when the step gives a new result without one", async () => {
  const book = sample({ characters: ["c1"], pages: 1, panels: 1, durationMs: () => 1_000 });
  book.tools.before = (ref, { madeBy }) => {
    if (ref.phase === "storyboard") madeBy("sample-director@2");
  };
  const sessionId = await book.start();
  await deliverAll(book);
  await book.revisions.editStep({ sessionId, by, step: PAGE, patch: { variant: "mine" } });
  await deliverAll(book);
  const page = async () => (await book.services.schedules.read(sessionId))?.results["storyboard/p001"];
  expect(await page()).toMatchObject({ edited: { by }, madeBy: "sample-director@2" });

  book.tools.before = undefined;
  book.tools.variant = ({ phase }) => (phase === "storyboard" ? "other" : undefined);
  await book.revisions.changeParams({ sessionId, by, params: { seed: 2 } });
  await deliverAll(book);
  expect(await page()).not.toHaveProperty("madeBy");
});
