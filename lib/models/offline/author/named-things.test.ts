// Things that a story names are in its pictures: in a panel of the scene that names them, and in the hands that the text gives them to.
import { describe, expect, it } from "vitest";
import { boundingBox } from "../../../manga/geometry.ts";
import type { PanelDraft } from "../../../manga/storyboard.ts";
import { drawPanel } from "../artist/panel.ts";
import type { Named } from "../artist/pen.ts";
import { type Adapted, adapt } from "./stories/adapt.ts";
import { read, STORIES } from "./stories/labelled.ts";
import { MORE_NAMED_THINGS, MORE_STORIES } from "./stories/more-named-things.ts";
import { NAMED_THINGS, type NamedThing } from "./stories/named-things.ts";
import { NEW_NAMED_THINGS, NEW_STORIES } from "./stories/new-named-things.ts";

const LABELS = [...NAMED_THINGS, ...MORE_NAMED_THINGS, ...NEW_NAMED_THINGS];

/** A panel of middling shape, as the artist is asked for it. */
const SIZE = { width: 800, height: 700 };

/** Books of the same stories that are staged another way. */
const SEEDS = [7, 0] as const;

/** The share of a thing that must lie inside the panel for it to be seen there. */
const SEEN = 0.5;

function isInside({ corners }: Named): boolean {
  const box = boundingBox(corners.map(([x, y]) => ({ x, y })));
  const across = Math.min(box.x + box.width, SIZE.width) - Math.max(box.x, 0);
  const down = Math.min(box.y + box.height, SIZE.height) - Math.max(box.y, 0);
  return across > 0 && down > 0 && across * down >= box.width * box.height * SEEN;
}

/** Names of what is drawn in a panel, as far as it is inside its frame. */
function drawnIn({ picture }: PanelDraft, { cast }: Adapted): string[] {
  const request = { kind: "panel" as const, picture, cast: cast.characters, portraits: new Map() };
  const { things } = drawPanel({ ...request, ...SIZE, style: "shonen", seed: 7 });
  return things.filter(isInside).map(({ what }) => what);
}

/** What of the labels is missing, with why. */
function missingIn(book: Adapted, labels: readonly NamedThing[]): string[] {
  const { story, concept, plot, boards } = book;
  const panels = boards.flatMap((board) => board.panels);
  const drawn = new Map(panels.map((panel) => [panel, drawnIn(panel, book)]));
  return labels.flatMap(([name, words, thing, holder]) => {
    const unit = story.units.find(({ text }) => text.includes(words));
    const beat = plot.pages.flatMap(({ beats }) => beats).find(({ units }) => units.includes(unit?.id ?? ""));
    const shown = panels.filter(
      (panel) => panel.picture.scene.id === beat?.scene && drawn.get(panel)?.includes(thing),
    );
    if (shown.length === 0) return [`${name}: ${words}: no ${thing}`];
    if (holder === undefined) return [];
    const id = concept.people.find((person) => person.name === holder)?.id;
    const isHeld = ({ picture: { figures, props } }: PanelDraft) =>
      figures.some(({ character, holds, pose }) => {
        const wheels = thing === "bicycle" && props.includes("bicycle") && pose === "walk";
        return character === id && (holds === thing || wheels);
      });
    return shown.some(isHeld) ? [] : [`${name}: ${words}: ${thing} not with ${holder}`];
  });
}

describe("things that the stories name", () => {
  it("are drawn in the scene that names them, and in hands where the text says so: 95 of 100", async () => {
    const missing: string[] = [];
    for (const seed of SEEDS)
      for (const labelled of [
        ...STORIES,
        { name: "joke", language: "ja" as const },
        ...MORE_STORIES,
        ...NEW_STORIES,
      ]) {
        const book = await adapt(read(labelled), labelled.language, { seed });
        const labels = LABELS.filter(([story]) => story === labelled.name);
        missing.push(...missingIn(book, labels).map((what) => `seed ${seed}: ${what}`));
      }
    expect(missing.length / (LABELS.length * SEEDS.length), missing.join("\n")).toBeLessThanOrEqual(0.05);
  });
});
