import { expect, it } from "vitest";
import { judgeTalk, labelledTalks } from "./stories/talks.ts";

/** The share of labels that a reader must find kept. */
const KEPT = {
  en: { cast: 0.8, named: 0.97, turns: 0.9 },
  ja: { cast: 0.8, named: 0.97, turns: 0.78 },
} as const;

it.each(["en", "ja"] as const)(
  "finds who is there and who speaks in short scenes as a reader would: %s",
  async (language) => {
    const judged = (
      await Promise.all(labelledTalks(language).map((talk) => judgeTalk(talk, language)))
    ).flat();
    for (const aspect of ["cast", "named", "turns"] as const) {
      const all = judged.filter((one) => one.aspect === aspect);
      const wrong = all.flatMap((one) => one.wrong ?? []);
      expect(
        1 - wrong.length / Math.max(1, all.length),
        `${aspect}\n${wrong.join("\n")}`,
      ).toBeGreaterThanOrEqual(KEPT[language][aspect]);
    }
  },
);
