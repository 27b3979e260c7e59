// Things that people speak of: those that are there, and those that are only talked about.
import { describe, expect, it } from "vitest";
import type { StoryUnit } from "../../../manga/story.ts";
import { lexiconOf } from "./lexicons.ts";
import { saidOfHere } from "./spoken-things.ts";
import { readProps } from "./things.ts";

function thingsSaidIn(text: string): string[] {
  const lexicon = lexiconOf(/\p{Script=Latin}{3}/u.test(text) ? "en" : "ja");
  const unit: StoryUnit = { id: "u1", kind: "speech", text, ruby: [], paragraph: 1 };
  return readProps(saidOfHere([unit], lexicon), lexicon, [], true);
}

describe("what a line has before those who talk", () => {
  it.each([
    ["Pass me the sponge.", ["sponge"]],
    ["I want that teapot.", ["teapot"]],
    ["Who packed the iron?", ["iron"]],
    ["We have bread and milk.", ["bread", "milk"]],
    ["Eggs, second shelf. And a bag of flour.", ["egg", "sack"]],
    ["歯車に、何か挟まっている", ["gear"]],
    ["せんべい、食べる？", ["cookie"]],
  ])("is shown: %s", (text, things) => {
    expect(thingsSaidIn(text)).toEqual(expect.arrayContaining(things));
  });

  it.each([
    "She bought a teapot in Lisbon.",
    "If you find the key, we will go.",
    "Where is my cup?",
    "When I was a boy I had a drum.",
    "昔、太鼓があった",
  ])("is not shown: %s", (text) => {
    expect(thingsSaidIn(text)).toEqual([]);
  });
});
