import { expect, it } from "vitest";
import { ASPECTS, judgeTold, toldStories } from "./stories/told-scenes.ts";

/** The share of labels that a reader must find kept, for what is asserted so far. */
const KEPT = { who: 0.95, looks: 0.9, at: 0.95, says: 0.95, there: 0.9, gone: 0.9 } as const;

it("tells who, when and where as the labelled stories do", { timeout: 150_000 }, async () => {
  const verdicts = [];
  for (const story of toldStories()) verdicts.push(...(await judgeTold(story, 0)));
  for (const aspect of ASPECTS) {
    const judged = verdicts.filter((one) => one.aspect === aspect);
    const wrong = judged.flatMap((one) => one.wrong ?? []);
    expect(1 - wrong.length / judged.length, `${aspect}\n${wrong.join("\n")}`).toBeGreaterThanOrEqual(
      KEPT[aspect],
    );
  }
});
