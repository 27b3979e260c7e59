// What of a narration is read beside its picture.
import { describe, expect, it } from "vitest";
import { segmentStory } from "../../../manga/segment.ts";
import { readPeople } from "./people.ts";
import { stage } from "./plot.ts";
import { adapt } from "./stories/adapt.ts";

const captionsOf = async (text: string) => {
  const story = segmentStory(text, "en");
  return stage(story, await readPeople(story)).beats.map(({ caption }) => caption);
};

describe("a caption", () => {
  it("tells what somebody looks at where that is news, and not what is known", async () => {
    const captions = await captionsOf(
      'Mina walked into the forest. "Hello," said Mina.\n\nMina looked at an angry goose.\n\nMina looked at the trees.',
    );
    expect(captions).toContain("Mina looked at an angry goose.");
    expect(captions).not.toContain("Mina looked at the trees.");
  });

  it("stands below its chapter's name, which begins a page in letters of its own", async () => {
    const told =
      "At midnight they were in the train. The carriage rattled, and the lamps swung to and fro. Mina looked at a door without a handle.";
    const talk = Array.from(
      { length: 9 },
      (_, at) => `"Are we there?" said Mina. Mina walked ${at + 2} miles.`,
    );
    const chapters = [1, 2, 3].map((at) => `Chapter ${at}\n\n${told}\n\n${talk.join("\n\n")}`);
    const { boards } = await adapt(`Mina's Journey\n\n${chapters.join("\n\n")}`, "en");
    const headings = boards.flatMap(({ panels }) =>
      panels.flatMap(({ words }, at) =>
        words.texts.flatMap(({ heading, text }, word) => (heading ? [{ text, at, word }] : [])),
      ),
    );
    expect(headings).toEqual([1, 2, 3].map((at) => ({ text: `Chapter ${at}`, at: 0, word: 0 })));
    const captions = boards.flatMap(({ panels }) => panels.flatMap(({ words }) => words.texts));
    expect(captions.some(({ heading, text }) => !heading && text.includes("door without a handle"))).toBe(
      true,
    );
  });
});

describe("somebody's age", () => {
  it("is what they say of it themselves, where nothing else tells", async () => {
    const people = await readPeople(
      segmentStory(
        'Mrs. Finch danced. "I am far too old," said Mrs. Finch. "Nonsense," said Leo. Leo bowed.',
        "en",
      ),
    );
    expect(people.map(({ name, age }) => `${name} ${age}`)).toEqual(
      expect.arrayContaining(["Mrs. Finch elder", "Leo adult"]),
    );
  });
});
