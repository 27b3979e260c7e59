import { expect, test } from "vitest";
import { rectangle } from "../../../lettering/src/sample-page.ts";
import { sampleFigure } from "../../manga/sample-picture.ts";
import type { Picture } from "../../manga/storyboard.ts";
import type { PageBrief } from "../drafter.ts";
import { layoutPage } from "../layout/layout-page.ts";
import { samplePanel } from "../sample-panel.ts";
import { repairLayout } from "./repair-layout.ts";

const PAGE: PageBrief = { number: 3, language: "ja", direction: "rtl", seed: 11 };
const CORNERS = rectangle(160, 185, 1500, 1000);
const LONG = "灯台の明かりが消えても、嵐が来ても、ずっと待っている。だから、かならず帰ってきて。";

function draft(id: string, texts: string[]) {
  const said = texts.map((text) => ({ text, speaker: "c1" }));
  const { frame: _frame, ...panel } = samplePanel({ id, corners: CORNERS, texts: said, shot: "close" });
  return panel;
}

const QUIET = [draft("k1", ["うん。"]), draft("k2", []), draft("k3", ["そうか。"])];
const TALKING = [draft("k1", [LONG]), draft("k2", []), draft("k3", [])];

test("a page without faults is laid out once", async () => {
  let taken = 0;
  const laid = await repairLayout(QUIET, PAGE, (...page) => {
    taken += 1;
    return layoutPage(...page);
  });
  expect(laid).toMatchObject({ frames: layoutPage(QUIET, PAGE), repairs: [], limits: [] });
  expect(taken).toBe(1);
});

test("frames in the wrong reading order are laid out again, and the repair is reported", async () => {
  const laid = await repairLayout(QUIET, PAGE, (panels, page, retake) =>
    retake === undefined ? layoutPage(panels, page).toReversed() : layoutPage(panels, page, retake),
  );
  expect(laid.repairs).toContainEqual(expect.objectContaining({ check: "reading-order", by: "relaid" }));
  expect(laid.frames).not.toEqual(layoutPage(QUIET, PAGE).toReversed());
});

test("a panel with crowded words gets more room", async () => {
  const crowded = [
    { corners: rectangle(1000, 185, 660, 300), bleeds: false },
    { corners: rectangle(160, 185, 810, 300), bleeds: false },
    { corners: rectangle(160, 560, 1500, 1825), bleeds: false },
  ];
  const laid = await repairLayout(TALKING, PAGE, (panels, page, retake) =>
    retake === undefined ? crowded : layoutPage(panels, page, retake),
  );
  expect(laid.repairs).toContainEqual(
    expect.objectContaining({ check: "text-share", panel: "k1", by: "relaid" }),
  );
  expect(await repairLayout(TALKING, PAGE)).toMatchObject({ repairs: [] });
});

test("a panel whose words would cover a hand gets more room", async () => {
  const waves: Picture = {
    ...draft("k1", []).picture,
    shot: "long",
    figures: [sampleFigure({ doing: "wave" })],
  };
  const low = [
    { corners: rectangle(860, 185, 800, 300), bleeds: false },
    { corners: rectangle(160, 185, 670, 300), bleeds: false },
    { corners: rectangle(160, 560, 1500, 1825), bleeds: false },
  ];
  const drafts = [{ ...draft("k1", [LONG]), picture: waves }, draft("k2", []), draft("k3", [])];
  const laid = await repairLayout(drafts, PAGE, (panels, page, retake) =>
    retake === undefined ? low : layoutPage(panels, page, retake),
  );
  expect(laid.repairs).toEqual([
    expect.objectContaining({ check: "art-covered", panel: "k1", text: "k1/w1", by: "relaid" }),
  ]);
  expect(laid.frames).not.toEqual(low);
});

test("a fault that no layout resolves is not reported as a repair", async () => {
  const backwards = layoutPage(QUIET, PAGE).toReversed();
  expect(await repairLayout(QUIET, PAGE, () => backwards)).toMatchObject({ frames: backwards, repairs: [] });
});
