// Nouns that no list of ours has: who they make somebody, where they have them, and what lies about.
import { describe, expect, it } from "vitest";
import { LEXICON_EN } from "./lexicon-en.ts";
import { readSetting } from "./settings.ts";
import { readClosed } from "./stories/read-closed.ts";
import { findThings } from "./thing-cues.ts";

const placeIn = (text: string) => readSetting(text, LEXICON_EN).place?.kind ?? "-";
const thingsIn = (text: string) => findThings(text, LEXICON_EN).map(({ value }) => value);

it.each([
  ["Ines walked into the cannery.", "workshop"],
  ["They crept through the abandoned refinery.", "workshop"],
  ["Old Bruno sat in the arbour with his eyes shut.", "garden"],
  ["The nuns walked across the necropolis.", "graveyard"],
  ["The caravan stopped at the oasis.", "field"],
  ["He was the cook aboard the frigate.", "sea"],
  // Nobody is there.
  ["She dreamed of an oasis.", "-"],
  ["He swept the step and looked down into the ravine.", "-"],
  ["They rode into the canyon.", "mountain"],
  ["She looked at the refinery and sighed.", "-"],
  ["It was a photograph of the necropolis.", "-"],
  ["He put the pepper mill on the trolley.", "-"],
])("has them in %s: %s", (text, place) => expect(placeIn(text)).toBe(place));

it.each([
  ["She put the zwieback on the altar cloth.", ["bread"]],
  ["He took a theorbo and a stiletto from the wall.", ["knife"]],
  ["An amphora stood by the door.", ["jar", "door"]],
  // Half of another name, and what a list leaves out on purpose.
  ["The amphora seller laughed.", []],
])("has things in %s: %j", (text, things) => expect(thingsIn(text)).toEqual(things));

describe("people whom no list has", () => {
  it("are somebody once they act, with the age and sex that the noun tells", async () => {
    const { concept } = await readClosed(
      'The prioress opened the gate. A ragamuffin looked up at her. "Come in," said the prioress. The ragamuffin shook his head.',
      "en",
    );
    expect(concept.people.map(({ name, age, gender }) => [name, age, gender])).toEqual([
      ["The prioress", "adult", "female"],
      ["The ragamuffin", "child", "male"],
    ]);
  });

  it("are nobody where they are only spoken of, or are a machine as well", async () => {
    const { concept } = await readClosed(
      'Mina looked like a bullfighter. The typesetters looked up. The typesetters laughed. The printer hummed, and the speaker crackled. "I was a typesetter," said Mina.',
      "en",
    );
    expect(concept.people.map(({ name }) => name)).toEqual(["Mina"]);
  });
});
