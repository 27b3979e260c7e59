// A person has a sheet drawn again, or replaces it by their own picture: which results are made again, and the way back.
import { expect, test } from "vitest";
import { currentInput } from "./graph.ts";
import { deliverAll, SAMPLE_BOOK, sample } from "./sample-session.ts";
import { EditRefusedError } from "./step-editor.ts";

const OWN = { bytes: new Uint8Array([1, 2, 3]), contentType: "image/jpeg" };

async function finished() {
  const book = sample({ ...SAMPLE_BOOK, sheets: ["l1", "l1", "l2"] });
  const sessionId = await book.start({ sheets: true });
  await deliverAll(book);
  const schedule = async () => {
    const read = await book.services.schedules.read(sessionId);
    if (read === undefined) throw new Error("the session is missing");
    return read;
  };
  const run = async () => {
    book.tools.runs.length = 0;
    await deliverAll(book);
    return book.tools.runs.map(({ step }) => step).toSorted();
  };
  return { ...book, schedule, run, asked: { sessionId, by: "ann" } };
}

const PANELS_OF_C1 = ["artwork/p001/k1", "artwork/p002/k1", "artwork/p003/k1"];

test("a person's sheet is redrawn with the panels that show it, a place's sheet or the plate alone", async () => {
  const { revisions, schedule, run, asked, tools } = await finished();
  const before = await schedule();
  // Another take returns another picture.
  tools.variant = (ref) => (ref.of === "character" && ref.character === "c1" ? 1 : 0);
  await revisions.redrawSheet({ ...asked, step: "characters/c1" });
  // The sample draws the same panels again, so no page is lettered again.
  expect(await run()).toEqual([...PANELS_OF_C1, "characters/c1"]);
  for (const step of ["artwork/place.l1", "artwork/style"]) {
    await revisions.redrawSheet({ ...asked, step });
    expect(await run()).toEqual([step]);
  }
  await revisions.redrawSheet({ ...asked, step: "characters/c1", take: 0 });
  expect(currentInput(await schedule(), "characters/c1")).toBe(before.results["characters/c1"]?.input);
});

test("a person's own picture replaces a sheet until it is removed, and the same picture again changes nothing", async () => {
  const { revisions, schedule, run, asked } = await finished();
  const before = await schedule();
  const given = await revisions.giveSheet({ ...asked, step: "characters/c1", picture: OWN });
  expect((await schedule()).pictures?.["characters/c1"]?.own?.contentType).toBe("image/jpeg");
  expect(await run()).toContain("characters/c1");
  expect((await revisions.giveSheet({ ...asked, step: "characters/c1", picture: OWN })).version).toBe(
    given.version,
  );
  await expect(revisions.redrawSheet({ ...asked, step: "characters/c1" })).rejects.toThrow("remove it first");
  await revisions.giveSheet({ ...asked, step: "characters/c1", picture: undefined });
  const back = await schedule();
  expect(back.pictures).toBeUndefined();
  expect(currentInput(back, "characters/c1")).toBe(before.results["characters/c1"]?.input);
});

test("a sheet that the book does not have is refused by name, and nothing is stored", async () => {
  const { revisions, schedule, asked } = await finished();
  const before = await schedule();
  const wrong = { ...asked, step: "characters/c9" };
  await expect(revisions.giveSheet({ ...wrong, picture: OWN })).rejects.toThrow(EditRefusedError);
  await expect(revisions.redrawSheet(wrong)).rejects.toThrow(
    /no sheet characters\/c9; it has characters\/c1, characters\/c2, artwork\/style/,
  );
  expect(await schedule()).toEqual(before);
});
