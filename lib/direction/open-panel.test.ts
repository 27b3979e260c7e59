import { expect, test } from "vitest";
import { samplePicture } from "../manga/sample-picture.ts";
import type { PanelDraft } from "../manga/storyboard.ts";
import { withOpenPanel } from "./open-panel.ts";

const panel = (shot: PanelDraft["picture"]["shot"], words = 0, weight = 2): PanelDraft => ({
  ...{ id: "k1", units: [], weight, picture: samplePicture({ shot }) },
  words: {
    texts:
      words === 0
        ? []
        : [
            {
              ...{ id: "w1", unit: null, kind: "balloon", voice: "speech", speaker: null, guessed: false },
              ...{ text: "word ".repeat(words).trim(), ruby: [] },
            },
          ],
    sounds: [],
  },
});

const opened = (...panels: PanelDraft[]) =>
  withOpenPanel(panels, "en").map(({ reachesEdge = false }) => reachesEdge);

test("a view or a silent close-up bleeds on a quiet page, and nothing bleeds on a page of talk", () => {
  expect(opened(panel("bust", 20), panel("long", 8))).toEqual([false, true]);
  expect(opened(panel("bust", 20), panel("close"))).toEqual([false, true]);
  expect(opened(panel("bust", 20), panel("half", 10))).toEqual([false, false]);
});

test("no panel is opened beside a panel of great weight, or in strips", () => {
  expect(opened(panel("long"), panel("bust", 5, 4))).toEqual([false, false]);
  const strip = { ...panel("long"), strip: { number: 1 } };
  expect(opened(strip, { ...panel("bust"), strip: { number: 1 } })).toEqual([false, false]);
});
