// A page's storyboard as the layout makes it, for tests.
import type { Direction } from "../manga/language.ts";
import type { SpreadHalf, StoryboardPage } from "../manga/storyboard.ts";
import { layoutPage } from "./layout/layout-page.ts";
import { samplePanel } from "./sample-panel.ts";

interface SampleBoard {
  /** The number of panels. */
  panels: number;
  direction: Direction;
  /** The page's number. */
  number: number;
  seed: number;
  spread?: SpreadHalf;
}

export function sampleBoard({ panels: count, direction, number, seed, spread }: SampleBoard): StoryboardPage {
  const drafts = Array.from({ length: count }, (_, index) => ({
    ...samplePanel({
      id: `k${index + 1}`,
      corners: [
        { x: 0, y: 0 },
        { x: 1, y: 0 },
        { x: 1, y: 1 },
      ],
      texts: [{ text: `台詞${index + 1}` }],
      ...(index % 3 === 0 && { sounds: [{ text: `ドン${index}`, loudness: 3, hard: true }] }),
    }),
    units: [`u${index + 1}`],
    weight: ((seed + index) % 5) + 1,
  }));
  const page = { number, language: "ja", direction, seed, last: false, ...(spread && { spread }) } as const;
  const frames = layoutPage(drafts, page);
  const panels = drafts.map((draft, index) => ({ ...draft, frame: frames[index] ?? draft.frame }));
  return { number, last: false, ...(spread && { spread }), panels, preview: "" };
}
