// How much of a story its pages can letter. What is more than that is left out: whole sentences of narration, what matters least first;
// never what is spoken.
import { seededRandom } from "../../../../manga/seeded-random.ts";
import type { Story } from "../../../../manga/story.ts";
import { fewestPages, MOST_LETTERS, tooMuchSpeech } from "../../../../manga/story-pages.ts";
import { lengthOf } from "../../../../manga/text-length.ts";
import { TerminalError } from "../../../../pipeline/errors.ts";
import { isIdle, isSure, type StoryFacts, sentencesOf, type ToldUnit } from "./story-facts.ts";

/** Of a page, what narration may have where lines take all of it. */
const LEAST_NARRATION = 0.15;

/** Throws `TerminalError("story-too-long")` where not even the spoken lines fit on the pages. */
export function refuseTooMuchSpeech(story: Story, pages: number): void {
  const message = tooMuchSpeech(fewestPages(story), pages);
  if (message !== undefined) throw new TerminalError("story-too-long", message);
}

/** Ids of the units that the pages have no room for, and of the lines that only frame the story: its author and its date. */
export function leftOutUnits(
  units: readonly ToldUnit[],
  facts: StoryFacts,
  { pages, seed, share }: { pages: number; seed: number; share: number },
): Set<string> {
  const { language } = facts.story;
  const frame = units.filter(({ unit }) => unit.form === "author" || unit.form === "date");
  const leftOut = new Set(frame.map(({ unit }) => unit.id));
  const told = units.filter(({ unit }) => !leftOut.has(unit.id));
  const spoken = lettersOf(
    told.filter(({ unit, spoken: line }) => line !== undefined || unit.kind === "heading"),
  );
  const full = MOST_LETTERS[language] * pages * share;
  const room = Math.max(full - spoken, full * LEAST_NARRATION);
  const narration = told.filter(({ unit, spoken: line }) => line === undefined && unit.kind !== "heading");
  let over = lettersOf(narration) - room;
  if (over <= 0) return leftOut;
  const last = told.length - 1;
  const worth = new Map(
    narration.map((unit, at) => [
      unit,
      worthOf(unit, facts) +
        (at === 0 || unit === told[last] ? 3 : 0) +
        seededRandom(seed, `worth of ${unit.unit.id}`).next() * 0.8,
    ]),
  );
  for (const unit of narration.toSorted((a, b) => (worth.get(a) ?? 0) - (worth.get(b) ?? 0))) {
    if (over <= 0) break;
    leftOut.add(unit.unit.id);
    over -= lengthOf(unit.unit.text);
  }
  return leftOut;
}

const lettersOf = (units: readonly ToldUnit[]): number =>
  units.reduce((sum, { unit }) => sum + lengthOf(unit.text), 0);

/** What a reader misses most: deeds of people, what opens a scene, and what is written or heard in it. */
function worthOf(unit: ToldUnit, facts: StoryFacts): number {
  if (unit.unit.form !== undefined) return 2;
  const all = sentencesOf(unit).map((at) => ({ ...facts.deeds.at(at), setting: facts.settings.at(at) }));
  const worths = all.map(({ reality, acting, setting }) => {
    const deed = acting.some((one) => isSure(one) && !isIdle(one.value)) ? 1 : 0;
    const real = reality.value === "told" ? 1.5 : reality.value === "state" ? 0.8 : 0;
    return real + deed + (setting.jump ? 1.5 : 0);
  });
  return Math.max(0, ...worths);
}
