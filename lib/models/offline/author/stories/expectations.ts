// What every adaptation must hold, whatever the story, for tests.
import { expect } from "vitest";
import type { Story } from "../../../../manga/story.ts";
import type { PanelDraft } from "../../../../manga/storyboard.ts";
import type { Adapted } from "./adapt.ts";

const bare = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, "");

export const panelsOf = ({ boards }: Adapted): PanelDraft[] => boards.flatMap(({ panels }) => panels);

const spokenBy = (story: Story) => story.units.filter(({ kind }) => kind === "speech");

/** Every unit is told or left out, every line in order; nothing is left out while pages have room. */
export function expectWhole(book: Adapted): void {
  const { story, plot, concept } = book;
  expect(plot.pages.map(({ number }) => number)).toEqual(
    Array.from({ length: concept.pages }, (_, at) => at + 1),
  );
  const left = new Set(plot.leftOut);
  const inBeats = new Set(plot.pages.flatMap(({ beats }) => beats.flatMap(({ units }) => units)));
  const inPanels = new Set(panelsOf(book).flatMap(({ units }) => units));
  for (const { id } of story.units) {
    expect(inBeats.has(id) || left.has(id), `${id} is told or left out`).toBe(true);
    expect(inPanels.has(id)).toBe(inBeats.has(id));
  }
  const spoken = spokenBy(story).filter(({ id }) => !left.has(id));
  const balloons = panelsOf(book).flatMap(({ words }) =>
    words.texts.filter(({ kind }) => kind === "balloon"),
  );
  expect(bare(balloons.map(({ text }) => text).join(""))).toBe(bare(spoken.map(({ text }) => text).join("")));
  const length = spokenBy(story).reduce((sum, { text }) => sum + text.length, 0);
  if (length <= 300 * concept.pages) expect(plot.leftOut).toEqual([]);
  for (const { panels } of book.boards) expect(panels.length).toBeLessThanOrEqual(9);
}

/** Nobody is drawn into a room that stays empty while somebody is there. */
export function expectPeopled(book: Adapted): void {
  const panels = panelsOf(book);
  for (const [index, { picture }] of panels.entries()) {
    const before = panels[index - 1]?.picture;
    expect(picture.figures.length > 0 || before?.figures.length !== 0, `panels ${index - 1}, ${index}`).toBe(
      true,
    );
  }
}

/** No two neighbours of the same shot, angle and number of people. */
export function expectVaried(book: Adapted): void {
  const shape = ({ picture: { shot, angle, figures } }: PanelDraft) => `${shot} ${angle} ${figures.length}`;
  const panels = panelsOf(book);
  for (const [index, panel] of panels.entries()) {
    const before = panels[index - 1];
    if (before) expect(shape(panel), `panel ${index}`).not.toBe(shape(before));
  }
}
