import { expect, it } from "vitest";
import { noticeLines } from "./notice-lines.ts";

const notice = (step: string) => ({ step, message: `of ${step}` });

it("prints nothing if everything was done as requested", () => {
  expect(noticeLines([])).toEqual([]);
});

it("prints a message of several steps once", () => {
  const made = (step: string) => ({ step, message: "Made by offline-artist@2 instead of @1." });
  expect(noticeLines([made("artwork/p001/k1"), made("artwork/p001/k2"), made("artwork/p002/k1")])).toEqual([
    "3 notice(s) about differences from your request; session.json lists them.",
    "  artwork/p001/k1 and 2 more: Made by offline-artist@2 instead of @1.",
  ]);
});

it("prints once, and after failed pictures, which words are drawn as something else", () => {
  const spear = (step: string) => ({ step, message: '"halberd" is drawn as a spear.' });
  const nothing = { step: "characters/c1", message: 'Nothing is drawn for "antimony".' };
  expect(
    noticeLines([
      ...["artwork/p001/k1", "artwork/p001/k2", "artwork/p002/k1", "artwork/p003/k4"].map(spear),
      ...[nothing, notice("artwork/p009/k1")],
    ]),
  ).toEqual([
    "6 notice(s) about differences from your request; session.json lists them.",
    "  artwork/p009/k1: of artwork/p009/k1",
    '  artwork/p001/k1 and 3 more: "halberd" is drawn as a spear.',
    '  characters/c1: Nothing is drawn for "antimony".',
  ]);
});

it("prints repaired answers last", () => {
  const mended = {
    step: "artwork/p001/k1",
    message: "page 1, panel k1: the look at a picture: mended 1 × mistyped box",
  };
  expect(noticeLines([mended, notice("plot")])[1]).toMatch(/of plot/);
});

it("prints the first notices, those about pictures before others", () => {
  const steps = ["plot", "storyboard/p001", "artwork/p001/k2", "characters/c1", "concept", "characters"];
  const [head, ...lines] = noticeLines(steps.map(notice));
  expect(head).toBe("6 notice(s) about differences from your request; session.json lists them. among them:");
  expect(lines.map((line) => line.trim().split(":")[0])).toEqual([
    ...["artwork/p001/k2", "characters/c1", "plot", "storyboard/p001", "concept"],
  ]);
});
