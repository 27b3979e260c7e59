// Scores a reader on every labelled story of one set, and lists errors.
import { readWithin } from "./books/bounded-reading.ts";
import type { MadeBook } from "./books/made-book.ts";
import { allLabelledStories, type NamedStory } from "./labelled-story.ts";
import { type StoryScores, scoreStory } from "./reader-scores.ts";

export interface ScoredStory {
  story: NamedStory;
  book: MadeBook | undefined;
  scores: StoryScores;
}

export interface SetToScore {
  folder: string;
  reader: string;
  seconds: number;
  /** Scores only the story with this file name. */
  only?: string | undefined;
}

/** Sequentially, because the limit is wall time. Throws if the folder is not a set. */
export async function scoreSet({ folder, reader, seconds, only }: SetToScore): Promise<ScoredStory[]> {
  const scored: ScoredStory[] = [];
  for (const story of allLabelledStories(folder, only)) {
    const made = await readWithin(story.story, reader, seconds);
    const book = "book" in made ? made.book : undefined;
    scored.push({ story, book, scores: scoreStory(story, made) });
  }
  return scored;
}

/** Errors of a story's book by sentence and panel. */
export function missLines(
  { story, book, scores }: ScoredStory,
  { misses, panels }: { misses: boolean; panels: boolean },
): string[] {
  const lines = [`\n# ${story.name}`];
  if (misses) {
    lines.push("## speakers", ...scores.speakers.misses, "## cast", ...scores.cast.misses);
    lines.push("## lost", ...scores.letters.misses, "## guessed, and shown", ...scores.guesses.misses);
  }
  if (!panels) return lines;
  const nameOf = (id: string) => book?.concept.people.find((person) => person.id === id)?.name ?? id;
  const textOf = new Map(story.story.units.map(({ id, text }) => [id, text]));
  for (const { at, who, where, deed, hour, whole, reasons } of scores.panels) {
    const { picture, id } = at.panel;
    const figures = picture.figures.map(({ character, doing }) => `${nameOf(character)}:${doing}`);
    lines.push(
      `## ${at.page}.${id} ${whole} (who ${who}, where ${where}, deed ${deed}, hour ${hour})`,
      `   ${picture.shot}, ${picture.place}, ${picture.hour}: ${figures.join(", ")}; ${picture.things.map(({ what }) => what).join(", ")}`,
      ...at.units.map((unit) => `   | ${textOf.get(unit)}`),
      ...reasons.map((reason) => `   ${reason}`),
    );
  }
  return lines;
}
