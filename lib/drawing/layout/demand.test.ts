import { describe, expect, test } from "vitest";
import { sampleFigure, samplePicture } from "../../manga/sample-picture.ts";
import type { Figure, Picture } from "../../manga/storyboard.ts";
import { type PanelDraft, PanelDraftSchema } from "../../manga/storyboard.ts";
import { type Demand, demandOf as demandIn } from "./demand.ts";

function demandOf(draft: PanelDraft): Demand {
  return demandIn(draft, "ja");
}

function panel(change: {
  weight?: number;
  shot?: Picture["shot"];
  text?: string;
  figures?: Figure[];
  mood?: Picture["mood"];
}): PanelDraft {
  const { weight = 2, shot = "bust", text = "", figures = [], mood = "neutral" } = change;
  const word = {
    id: "w1",
    unit: null,
    kind: "balloon",
    voice: "speech",
    speaker: null,
    guessed: false,
    ruby: [],
  };
  return PanelDraftSchema.parse({
    id: "k1",
    units: [],
    weight,
    picture: samplePicture({ shot, figures, mood }),
    words: { texts: text === "" ? [] : [{ ...word, text }], sounds: [] },
  });
}

const figure = (doing: string) => sampleFigure({ doing });

describe("demandOf", () => {
  test("increases area with weight and with the number of words", () => {
    expect(demandOf(panel({ weight: 4 })).area).toBeGreaterThan(demandOf(panel({ weight: 2 })).area);
    expect(demandOf(panel({ text: "海".repeat(40) })).area).toBeGreaterThan(demandOf(panel({})).area);
  });

  test("is stable under small changes of the words", () => {
    expect(demandOf(panel({ text: "海へは行くな" }))).toEqual(
      demandOf(panel({ text: "沖へは絶対に行くな" })),
    );
  });

  test("counts Latin letters at half the width of kana", () => {
    expect(demandOf(panel({ text: "a".repeat(40) }))).toEqual(demandOf(panel({ text: "海".repeat(20) })));
  });

  test("demands a wide panel for a view or several people, and a tall one for a fall", () => {
    const usual = demandOf(panel({ figures: [figure("stand")] })).aspect;
    expect(demandOf(panel({ shot: "establishing" })).aspect).toBeGreaterThan(1.5);
    expect(demandOf(panel({ figures: [figure("stand"), figure("stand")] })).aspect).toBeGreaterThan(usual);
    expect(demandOf(panel({ figures: [figure("fall")] })).aspect).toBeLessThan(usual);
  });

  test("demands width for people and balloons side by side, more for horizontal text than for vertical", () => {
    const two = panel({ figures: [figure("stand"), figure("stand")] });
    expect(demandOf(two).leastWidth).toBeGreaterThan(600);
    const talk = panel({ text: "海" });
    expect(demandIn(talk, "en").leastWidth).toBeGreaterThan(demandIn(talk, "ja").leastWidth);
  });

  test("is restless for action, and bleeds only for peaks and establishing shots", () => {
    expect(demandOf(panel({ mood: "tense" })).slants).toBe(true);
    expect(demandOf(panel({})).slants).toBe(false);
    expect(demandOf(panel({ weight: 5 })).bleeds).toBe(true);
    expect(demandOf(panel({ shot: "establishing", weight: 3 })).bleeds).toBe(true);
    expect(demandOf(panel({ shot: "establishing", weight: 1 })).bleeds).toBe(false);
    expect(demandOf({ ...panel({ weight: 1 }), reachesEdge: true }).bleeds).toBe(true);
  });
});
