// The things that a story names where a reader expects to see them, labelled by hand before anybody saw what was made of them.
// STORY.labels beside STORY.LANGUAGE.txt has a line for each, `words of the story | thing | who has it in the hand or the mouth`,
// the last where the text says so; `nobody` where it is only spoken of, and in no hand then. What is worn, and what is only spoken of and not there, is left out; so are walls, trees and
// water, which are the setting. A thing that no word of `Prop` stands for is labelled by its name, and counts as missing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Person } from "../../../../manga/concept.ts";
import type { Language } from "../../../../manga/language.ts";
import { inHandsOf } from "../../../../manga/moment.ts";
import type { PanelDraft } from "../../../../manga/storyboard.ts";
import { thingsIn } from "../../artist/panel.ts";
import type { Named } from "../../artist/pen.ts";
import { shareInside } from "../../artist/shown.ts";
import { closedRequest } from "../../artist/vocabulary/closed-request.ts";
import { type Adapted, adapt } from "./adapt.ts";

interface NamedThing {
  words: string;
  thing: string;
  holder?: string;
}

interface StoryOfThings {
  name: string;
  language: Language;
  text: string;
  things: NamedThing[];
}

const HERE = fileURLToPath(new URL(".", import.meta.url));

/** All stories that have labels, of the project or of another folder. */
export const storiesOfThings = (folder = HERE): StoryOfThings[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".labels"))
    .toSorted()
    .map((file) => {
      const name = file.replace(/\.labels$/u, "");
      const language = existsSync(join(folder, `${name}.ja.txt`)) ? "ja" : "en";
      const text = readFileSync(join(folder, `${name}.${language}.txt`), "utf8");
      return { name, language, text, things: labelsIn(readFileSync(join(folder, file), "utf8"), name, text) };
    });

function labelsIn(labels: string, name: string, text: string): NamedThing[] {
  return labels
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [words, thing, holder] = line.split(" | ");
      if (!words || !thing || !text.includes(words))
        throw new RangeError(`${name}.labels: "${line}" is not "words of the story | thing | holder"`);
      return { words, thing, ...(holder ? { holder } : {}) };
    });
}

/** A panel of middling shape, as the artist is asked for it. */
const SIZE = { width: 800, height: 700 };

/** The share of a thing that must lie inside the panel for it to be seen there. */
const SEEN = 0.5;

/** What is drawn in a panel, as far as it is inside its frame. */
export function drawnIn({ picture }: PanelDraft, { cast, plot, concept: { style } }: Adapted): Named[] {
  const place = plot.places.find(({ id }) => id === picture.place);
  if (!place) throw new RangeError(`the plot has no place ${picture.place}`);
  const asked = { picture, place, style, cast: cast.characters, references: [] };
  const { request } = closedRequest({ kind: "panel", ...asked, ...SIZE, seed: 7 });
  if (request.kind !== "panel") throw new TypeError("a panel was asked for");
  return thingsIn(request).filter((thing) => shareInside(thing, SIZE) >= SEEN);
}

/** Whether somebody is the one whom a label means: `Lindqvist` of a cast is `Constable Lindqvist` of a text. */
const isCalled = ({ name, aliases }: Person, holder: string): boolean =>
  [name, ...aliases].some((one) => one.toLowerCase() === holder.toLowerCase());

/** What a story names and a book of it does not show in the scene that names it, or not in the hand that has it: each with why. */
export async function missingThings(
  { name, language, text, things }: StoryOfThings,
  seed: number,
): Promise<string[]> {
  const book = await adapt(text, language, { seed });
  const { story, concept, plot, boards } = book;
  const panels = boards.flatMap((board) => board.panels);
  const drawn = new Map(panels.map((panel) => [panel, drawnIn(panel, book)]));
  return things.flatMap(({ words, thing, holder }) => {
    const said = `${name}, seed ${seed}: ${words}:`;
    const unit = story.units.find((one) => one.text.includes(words));
    const beat = plot.pages.flatMap(({ beats }) => beats).find(({ units }) => units.includes(unit?.id ?? ""));
    const shown = panels.filter(
      (panel) => panel.picture.scene === beat?.scene && drawn.get(panel)?.some(({ what }) => what === thing),
    );
    if (holder === "nobody") {
      const told = panels.filter(({ units }) => units.includes(unit?.id ?? ""));
      const isHad = told.some(({ picture }) =>
        picture.figures.some((one) => inHandsOf(one).some((held) => held === thing)),
      );
      return isHad ? [`${said} ${thing} in a hand`] : [];
    }
    if (shown.length === 0) return [`${said} no ${thing}`];
    if (holder === undefined) return [];
    const id = concept.people.find((person) => isCalled(person, holder))?.id;
    const isHeld = (panel: PanelDraft) =>
      // An animal is in nobody's hand, but somebody carries, leads or rides it.
      drawn.get(panel)?.some(({ what, by }) => what === thing && by === id && by !== undefined) ||
      panel.picture.figures.some((figure) => {
        const isBeside = panel.picture.things.some(({ what }) => what === "bicycle");
        const wheels = thing === "bicycle" && isBeside && figure.doing === "walk";
        return figure.character === id && (inHandsOf(figure).some((held) => held === thing) || wheels);
      });
    return shown.some(isHeld) ? [] : [`${said} ${thing} not with ${holder}`];
  });
}
