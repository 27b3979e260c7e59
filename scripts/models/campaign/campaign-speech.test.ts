import { expect, test } from "vitest";
import { speechDifferences } from "./campaign-speech.ts";

type Pages = Parameters<typeof speechDifferences>[1]["pages"];

const unit = (id: string, kind: "speech" | "narration", text: string) => ({
  ...{ id, kind, text, ruby: [], paragraph: 0 },
});

/** A page whose only panel has these texts, each of a unit. */
const page = (...texts: [unit: string, text: string][]) =>
  ({
    panels: [{ id: "k1", words: { texts: texts.map(([one], at) => ({ id: `w${at + 1}`, unit: one })) } }],
    texts: texts.map(([, text], at) => ({ id: `k1/w${at + 1}`, text })),
  }) as unknown as Pages[number];

const UNITS = [
  unit("u0001", "narration", "He spoke."),
  unit("u0002", "speech", "Come in. Sit down."),
  unit("u0003", "speech", "No!"),
];

test("a line may be split into balloons across pages, and broken at spaces", () => {
  const pages = [page(["u0002", "Come in."]), page(["u0002", "Sit\ndown."], ["u0003", "No!"])];
  expect(speechDifferences({ units: UNITS }, { pages })).toEqual([]);
});

test("the lettering may split a balloon once more", () => {
  const pages = [page(["u0002", "Come in. Sit"], ["u0003", "No!"])];
  pages[0]?.texts.push({ id: "k1/w1b", text: "down." } as Pages[number]["texts"][number]);
  expect(speechDifferences({ units: UNITS }, { pages })).toEqual([]);
});

test("a lost or altered line is reported with the balloons' text", () => {
  const pages = [page(["u0002", "Come in. Sit up."])];
  expect(speechDifferences({ units: UNITS }, { pages })).toEqual([
    { unit: "u0002", told: "Come in. Sit down.", lettered: "Come in. Sit up." },
    { unit: "u0003", told: "No!", lettered: "" },
  ]);
});
