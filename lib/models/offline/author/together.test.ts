// Who acts in a sentence: all of a group, nobody for what is denied, nobody who is only named.
import { describe, expect, it } from "vitest";
import type { Language } from "../../../manga/language.ts";
import type { Pose } from "../closed/staging.ts";
import { readClosed } from "./stories/read-closed.ts";

const TALK =
  '"Come on," said Anna. "I am tired," said Ben.\n\nAnna was a girl, and Ben was a boy. They were in the forest.\n\n';

/** The people of the beat that tells a sentence, with what they do. */
async function doing(
  text: string,
  sentence: string,
  language: Language = "en",
): Promise<Record<string, { pose: Pose; expression: string }>> {
  const { concept, plot, story } = await readClosed(text, language);
  const unit = story.units.find((one) => one.text.includes(sentence))?.id ?? "";
  const beat = plot.pages.flatMap(({ beats }) => beats).find(({ units }) => units.includes(unit));
  return Object.fromEntries(
    (beat?.people ?? []).map(({ character, pose, expression }) => [
      concept.people.find(({ id }) => id === character)?.name ?? "",
      { pose, expression },
    ]),
  );
}

describe("who does what", () => {
  it.each([
    ["They ran along the ledge, and a white wall ran after them.", "run"],
    ["The two of them walked down the road between white fields.", "walk"],
    ["When it was over they lay side by side and stared up at the stars.", "lie"],
    ["At dusk they sat round the fire on a fallen trunk.", "sit"],
    ["Anna and Ben sat side by side on the step in the sun.", "sit"],
  ] as const)("is everybody who is meant: %s", async (sentence, pose) => {
    const people = await doing(`${TALK}${sentence}\n\n"Oh," said Anna.`, sentence);
    expect(Object.keys(people).toSorted()).toEqual(["Anna", "Ben"]);
    expect(Object.values(people).map((one) => one.pose)).toEqual([pose, pose]);
  });

  it("is on what all of them sat down on, whoever is shown of them next", async () => {
    const told = "Anna and Ben sat side by side on the step in the sun.";
    const next = "Ben took the envelope out of his bag.";
    const { plot, story } = await readClosed(`${TALK}${told}\n\n${next}\n\n"Oh," said Anna.`, "en");
    const unit = story.units.find(({ text }) => text === next)?.id ?? "";
    const beat = plot.pages.flatMap(({ beats }) => beats).find(({ units }) => units.includes(unit));
    expect(beat?.people.map(({ pose }) => pose)).toEqual(["sit"]);
    expect(beat?.action).toContain("on the step");
  });

  it("is none of those whom a new chapter brings in only later", async () => {
    const text = `${TALK}Chapter 2: The Pass\n\nAt dusk the storm caught them on the mountain, and they walked on.\n\n"Here," said Ben. Anna pushed a door. A tall man stood there with a lamp.\n\n"Come in," said Greaves.`;
    const people = await doing(text, "caught them");
    expect(Object.keys(people).toSorted()).toEqual(["Anna", "Ben"]);
  });

  it("is those of whom the story goes on to tell, where they leave somebody behind", async () => {
    const text = `${TALK}In the library sat a librarian named Olga. "We close," said Olga. She gave Anna the map.\n\nAt noon they walked on the mountain.\n\nAt dusk, in the forest, Ben made a fire. Anna put a stick on it.`;
    const people = await doing(text, "At noon they walked");
    expect(Object.keys(people).toSorted()).toEqual(["Anna", "Ben"]);
  });

  it("is whoever stays until something else is gone", async () => {
    const told = "Anna stayed on the quay, because her foot hurt, and she waved until the boat was gone.";
    const people = await doing(`${TALK}${told}\n\n"Oh," said Ben.`, told);
    expect(Object.keys(people)).toEqual(["Anna"]);
  });

  it("is not what they do not do, or do no longer", async () => {
    const told = "Then Anna saw that Ben was not laughing.";
    const people = await doing(`${TALK}Anna laughed. ${told}\n\n"Oh," said Anna.`, told);
    expect(Object.values(people).map(({ expression }) => expression)).not.toContain("laugh");
    const ended = await doing(`${TALK}Ben stopped laughing.\n\n"Oh," said Anna.`, "stopped laughing");
    expect(ended.Ben?.expression).not.toBe("laugh");
  });

  it.each([
    ["リクはミナの手を握った。", { リク: "reach", ミナ: "stand" }],
    ["ミナは走った。リクの肩をつかんだ。", { ミナ: "reach", リク: "stand" }],
    ["リクの腕を引いて、ミナは歩いた。", { ミナ: "walk", リク: "stand" }],
  ])("is not whose arm another takes: %s", async (told, poses) => {
    const begins = "「行こう」とリクが言った。「うん」とミナが言った。リクとミナは浜辺にいた。";
    const people = await doing(`${begins}\n\n${told}`, told.split("。").at(-2) ?? "", "ja");
    expect(Object.fromEntries(Object.entries(people).map(([name, { pose }]) => [name, pose]))).toEqual(poses);
  });

  it("is no person where an animal of nobody's goes on", async () => {
    const told = "Then it waddled past them, with dignity, and ate.";
    const people = await doing(`${TALK}The goose looked at the bread. It thought.\n\n${told}`, told);
    expect(Object.values(people).map(({ pose }) => pose)).not.toContain("eat");
  });

  it("is somebody who is there, whatever of theirs is gone, and nobody whose letter it is", async () => {
    const lies = "Ben lay on the floor with blue lips, and his glasses were gone.";
    expect((await doing(`${TALK}${lies}\n\n"Oh," said Anna.`, lies)).Ben?.pose).toBe("lie");
    const letter = "There was one from Ben, with a fish scale in it.";
    const sorted = await doing(
      `${TALK}The next day Anna sat alone in the office.\n\nAnna opened the letters. ${letter}`,
      letter,
    );
    expect(Object.keys(sorted)).toEqual(["Anna"]);
  });
});
