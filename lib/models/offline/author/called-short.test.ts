import { expect, it } from "vitest";
import { inHandsOf } from "../../../manga/moment.ts";
import { adapt } from "./stories/adapt.ts";
import { readClosed } from "./stories/read-closed.ts";

it("takes the can for the watering can that somebody has in the hand, and lets it go when it is dropped", async () => {
  const book = await adapt(
    "Ida came down the path with a watering can.\n\n“Good morning,” said Ida.\n\n“Run!” cried Bea.\n\nIda dropped the can. She ran to the gate.",
    "en",
  );
  const beats = book.plot.pages.flatMap((page) => page.beats);
  const dropped = beats.find(({ action }) => action.includes("dropped"));
  expect(dropped?.things.map(({ what }) => what)).toContain("watering-can");
  expect(dropped?.things.map(({ what }) => what)).not.toContain("can");
  const panels = book.boards.flatMap((board) => board.panels);
  const held = panels
    .filter(({ picture }) => picture.action.includes("dropped"))
    .flatMap(({ picture }) => picture.figures.flatMap(inHandsOf));
  expect(held).not.toContain("watering-can");
});

it("takes the paper for the sheet that was put down before, and for a newspaper where there was none", async () => {
  const read = async (before: string) => {
    const book = await readClosed(
      `${before}\n\n“Oh,” said Otto.\n\nOtto read the paper.\n\n“Well,” said Ida.`,
      "en",
    );
    const beats = book.plot.pages
      .flatMap((page) => page.beats)
      .filter(({ action }) => /read the/u.test(action));
    return beats.flatMap(({ people }) => people.map(({ holds }) => holds));
  };
  expect(await read("Ida put a sheet of paper on the counter.")).not.toContain("newspaper");
  expect(await read("Ida put a cup on the counter.")).toContain("newspaper");
});
