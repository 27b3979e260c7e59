// The classes of lines: right, wrong, silent, and false speech.
import { describe, expect, it } from "vitest";
import { matchPeople } from "./matched-people.ts";
import { line, madeBook, person, sampleStory } from "./sample-labels.ts";
import { scoreSpeakers } from "./speaker-scores.ts";

const story = sampleStory();
const [u1 = "", look = "", , dog = ""] = story.story.units.map(({ id }) => id);
const people = [person("c1", "Mr. Bell"), person("c2", "Ann"), person("c3", "the girl")];

function scored(lines: ReturnType<typeof line>[], leftOut: string[] = []) {
  const book = madeBook(people, { lines, leftOut });
  const { misses: _, ...scores } = scoreSpeakers(book, matchPeople(people, story.labels.cast), story);
  return scores;
}

describe("the score of speakers", () => {
  it("distinguishes right from wrong lines, and named from guessed speakers", () => {
    expect(scored([line(look, "Look,", "c2"), line(dog, "A dog!", "c2", true)])).toEqual({
      ...{ right: 1, wrong: 1, silent: 0, named: 1, namedRight: 1, falseSpeech: 0, bookLines: 2 },
    });
  });

  it("counts a double as wrong, and a line without a speaker or without a balloon as silent", () => {
    expect(scored([line(look, "Look,", "c3")])).toMatchObject({ right: 0, wrong: 1, silent: 1 });
    expect(scored([line(look, "Look,", null)])).toMatchObject({ silent: 2, named: 0 });
  });

  it("does not count lines in `leftOut`", () => {
    expect(scored([line(look, "Look,", "c2")], [dog])).toMatchObject({ right: 1, wrong: 0, silent: 0 });
  });

  it("counts narration with a speaker as false speech", () => {
    expect(scored([line(u1, "Ann climbed the tree", "c1")])).toMatchObject({ falseSpeech: 1, bookLines: 1 });
  });
});
