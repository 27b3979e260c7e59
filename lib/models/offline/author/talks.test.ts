import { expect, it } from "vitest";
import { judgeTalk, labelledTalks } from "./stories/talks.ts";

/** The share of labels that a reader must find kept. */
const KEPT = { cast: 0.8, named: 0.97, turns: 0.9 } as const;

it("finds who is there and who speaks in short scenes as a reader would", async () => {
  const judged = (await Promise.all(labelledTalks("en").map((talk) => judgeTalk(talk, "en")))).flat();
  for (const aspect of ["cast", "named", "turns"] as const) {
    const all = judged.filter((one) => one.aspect === aspect);
    const wrong = all.flatMap((one) => one.wrong ?? []);
    console.info(`talks: ${aspect} ${all.length - wrong.length} of ${all.length}; else\n${wrong.join("\n")}`);
    expect(1 - wrong.length / all.length, `${aspect}\n${wrong.join("\n")}`).toBeGreaterThanOrEqual(
      KEPT[aspect],
    );
  }
});
