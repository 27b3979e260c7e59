// What of a narration is read beside its picture.
import { describe, expect, it } from "vitest";
import { segmentStory } from "../../../manga/segment.ts";
import { captionBelow } from "./captions.ts";
import { readPeople } from "./people.ts";
import { stage } from "./plot.ts";

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

  it("keeps as many of the last sentences as have room under a chapter's name", () => {
    const told =
      "At midnight they were in the train. The carriage rattled, and the lamps swung to and fro. Mina looked at a door without a handle.";
    expect(captionBelow("Chapter 7", told, "en")).toBe(
      "Chapter 7. The carriage rattled, and the lamps swung to and fro. Mina looked at a door without a handle.",
    );
    expect(captionBelow("Chapter 7", "", "en")).toBe("Chapter 7");
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
