// The offline reader on the project's own twelve stories, compared with the reader that it replaced.
import { beforeAll, describe, expect, it } from "vitest";
import { countRight, type Judged, judgeOwn, ownStories, type Part } from "./own-stories.ts";

/** Percent of correct labels in the books of `offline-author`, the earlier reader, at commit 260dabd7. */
const BEFORE: Readonly<Record<Part, number>> = {
  ...{ person: 100, place: 100, hour: 100, weather: 97.1, speaker: 100, voice: 100 },
  ...{ sound: 100, mood: 93.3, thing: 98.1, hand: 100 },
};
/** Maximum loss in percentage points. */
const POINTS = 5;

describe("the offline reader on the project's own stories", () => {
  const judged: Judged[] = [];
  beforeAll(async () => {
    for (const own of ownStories()) judged.push(...(await judgeOwn("offline-reader", own)));
  }, 120_000);

  it.each(Object.entries(BEFORE) as [Part, number][])(
    "finds each %s nearly as well as the reader that it replaced",
    (part, before) => {
      const { right, of } = countRight(judged)[part];
      const wrong = judged.filter((one) => one.part === part).flatMap((one) => one.wrong ?? []);
      expect((100 * right) / of, wrong.join("\n")).toBeGreaterThanOrEqual(before - POINTS);
    },
  );
});
