// Whom a story shows before it names them, and how old those are whose age nothing tells.
import { describe, expect, it } from "vitest";
import { segmentStory } from "../../../manga/segment.ts";
import { readPeople } from "./people.ts";
import { read } from "./stories/labelled.ts";
import { readClosed } from "./stories/read-closed.ts";

const castOf = async (text: string) =>
  Object.fromEntries((await readPeople(segmentStory(text, "en"))).map((person) => [person.name, person]));

describe("somebody who comes in before they have a name", () => {
  it("is as old, and is the woman or man, that the story showed", async () => {
    const people = await castOf(
      'Tom was fourteen. At a desk sat a very small old woman with white hair.\n\n"We close in ten minutes," said Agnes Bell. The old woman did not look up.\n\n"Oh," said Tom.',
    );
    expect(Object.keys(people).toSorted()).toEqual(["Agnes Bell", "Tom"]);
    expect(people["Agnes Bell"]).toMatchObject({ age: "elder", gender: "female" });
    expect(people["Agnes Bell"]?.notes).toContain("white hair");
  });

  it("does not lend their looks to whoever is named before them", async () => {
    const people = await castOf(
      'Nell was twelve. "Hello," said Nell. A tall man stood in the door. "Out," said Brandt.',
    );
    expect(people.Brandt).toMatchObject({ age: "adult", gender: "male" });
    expect(people.Nell).toMatchObject({ age: "child" });
  });
});

it("somebody is not dressed all through as the story dresses them in the end", async () => {
  const people = await castOf(
    'Jory was a boy with wild curly hair. "Hello," said Jory.\n\nJory ran. He wore shoes now, and a cap that slid over his eyes.',
  );
  expect(people.Jory?.notes).toContain("curly hair");
  expect(people.Jory?.notes).not.toContain("cap");
});

it("grown people of a long story do not become pupils for a word of school", async () => {
  const people = await castOf(read({ name: "long", language: "en" }));
  expect(people.Wren?.age).toBe("teen");
  for (const name of ["Inspector Crane", "Hedda", "Nils"]) expect(people[name]?.age, name).toBe("adult");
  for (const name of ["Otto", "Madame Solange"]) expect(people[name]?.age, name).toBe("elder");
});

/** Whom the beats show that tell a sentence, with what they do. */
async function shownIn(text: string, sentence: string): Promise<string[]> {
  const { concept, plot } = await readClosed(text, "en");
  const beats = plot.pages.flatMap(({ beats }) => beats).filter(({ action }) => action.includes(sentence));
  const named = (id: string) => concept.people.find((person) => person.id === id)?.name;
  return beats.flatMap(({ people }) => people.map(({ character, pose }) => `${named(character)} ${pose}`));
}

describe("a picture of somebody who has no name yet", () => {
  const before = '"Come," said Anna.\n\nAnna was a girl. Ben was a boy.\n\n"Yes," said Ben.\n\n';

  it("shows them, after a door opens and behind a place", async () => {
    const knocked = `${before}Ben knocked. The door opened. The tallest woman in the world stood there with a spoon.\n\n"In," said Greta.`;
    expect(await shownIn(knocked, "tallest woman")).toEqual(["Greta hold"]);
    const library = `${before}Inside it was dim, and the shelves went up. At a desk sat a very small old woman with white hair.\n\n"We close soon," said Madame Roux.`;
    expect(await shownIn(library, "At a desk sat")).toEqual(["Madame Roux sit"]);
  });

  it("shows whoever is only somebody until they speak", async () => {
    const story = `"Go," said Mrs. Finch.\n\n${before}They ran home. The kitchen was warm. Anna shut the door. Ben took off his boots.\n\nAt the table sat somebody in a blanket. Her hair hung down in wet strings.\n\n"Good evening," said Mrs. Finch.`;
    expect(await shownIn(story, "sat somebody")).toEqual(["Mrs. Finch sit"]);
  });
});

it("somebody whom two words of one trade stand for is one, and so is an animal that is called by its name", async () => {
  const people = await castOf(
    'Joss was ten. He held a brown dog by the collar. The dog jumped in. "Bramble!" cried Joss. Bramble shook himself.\n\nA fat policeman stood on the step. "Nobody move!" said the policeman. The constable stepped aside. "Oh," said the constable.\n\n"The doctor is away," said Joss. On the bank a man with a lantern waited. It was Dr. Hale, in his boots.\n\n"I saw your light," said Dr. Hale. "Come," said the doctor.',
  );
  expect(Object.keys(people).toSorted()).toEqual(["Bramble", "Dr. Hale", "Joss", "The policeman"]);
  expect(people.Bramble?.kind).toBe("dog");
});

it("whoever is tucked in and calls for Mum is a child, and so is a classmate", async () => {
  const people = await castOf(
    '"Mum," said Pip, "it is for school." His mother carried him up and tucked him in. "Is it broken?" asked Celia. "Yes," said Pip. Celia folded her arms. Dora was sixteen. "Oh, Pip," said Dora.',
  );
  expect([people.Pip?.age, people.Celia?.age, people.Dora?.age]).toEqual(["child", "child", "teen"]);
});

it("whoever acts once and never speaks is seen doing it", async () => {
  const story = (told: string) =>
    `"It is late," said Anna. Anna sat in the kitchen. "It is," said Ben.\n\n${told}\n\n"Oh," said Anna. "Look," said Ben.`;
  const seen = async (told: string) => (await shownIn(story(told), told)).join();
  expect(await seen("A newspaper seller looked up at the tower and shook his wrist.")).toMatch(/The seller/u);
  expect(await seen("A boy on a bicycle rode past the window.")).toMatch(/The boy ride/u);
  expect(await seen("The conductor punched Anna's ticket.")).toMatch(/The conductor (?!fight)/u);
  expect(await seen("The postman knocked twice.")).toMatch(/The postman/u);
});

it("a brother of somebody grown is grown, though a child is in the story", async () => {
  const people = await castOf(
    'Ines Calder lay on the roof. She was forty, small and quick. "Well?" said a voice in her ear. It was her brother Milo, in a van. "So what?" asked Milo. "Hush," said Ines.\n\nA girl sat on the floor. She was nine or ten. "Go away," said Tilda. "It is closed," said Tilda. "Oh," said Tilda. Tilda ran.',
  );
  expect([people["Ines Calder"]?.age, people.Milo?.age]).toEqual(["adult", "adult"]);
});
