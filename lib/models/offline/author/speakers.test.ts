import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Language } from "../../../manga/language.ts";
import { segmentStory } from "../../../manga/segment.ts";
import { readPeople } from "./people.ts";
import { attributeLines } from "./speakers.ts";
import { CORPUS_EN } from "./speakers-corpus-en.ts";
import { CORPUS_JA } from "./speakers-corpus-ja.ts";

interface Judged {
  genre: string;
  line: string;
  /** Whether the text names the speaker. */
  named: boolean;
  wanted: string;
  got: string;
  guessed: boolean;
  right: boolean;
}

const MARK = /⟦(\??)([^⟧]+)⟧/gu;

async function judge(
  language: Language,
  { genre, text }: { genre: string; text: string },
): Promise<Judged[]> {
  const marks = [...text.matchAll(MARK)].map(([, guess, name = ""]) => ({
    named: guess === "",
    wanted: name,
  }));
  const story = segmentStory(text.replaceAll(MARK, ""), language);
  const people = await readPeople(story);
  const speakers = attributeLines(story, people);
  const lines = story.units.filter(({ kind }) => kind === "speech");
  expect(lines).toHaveLength(marks.length);
  return lines.map((unit, index) => {
    const { named = false, wanted = "" } = marks[index] ?? {};
    const { person, guessed } = speakers.get(unit.id) ?? { person: null, guessed: true };
    const names = person ? [person.name, ...person.aliases] : [];
    return {
      genre,
      line: unit.text,
      named,
      wanted,
      got: names.join("/"),
      guessed,
      right: names.includes(wanted),
    };
  });
}

const judged = (
  await Promise.all([
    ...CORPUS_JA.map((story) => judge("ja", story)),
    ...CORPUS_EN.map((story) => judge("en", story)),
  ])
).flat();

describe("who says a line", () => {
  it("is tested on at least 200 lines", () => {
    expect(judged.length).toBeGreaterThanOrEqual(200);
  });

  it("is right, and not called a guess, wherever the text names the speaker", () => {
    const wrong = judged.filter(({ named, right, guessed }) => named && (!right || guessed));
    expect(wrong).toEqual([]);
  });

  it("is mostly right where only the turn of the talk tells, and says that it guessed", () => {
    const rest = judged.filter(({ named }) => !named);
    const right = rest.filter((line) => line.right).length;
    console.info(
      `speakers: ${judged.length - rest.length} named lines; ${right} of ${rest.length} others guessed right`,
    );
    expect(right / rest.length).toBeGreaterThan(0.8);
    expect(rest.filter(({ guessed }) => !guessed)).toEqual([]);
  });

  it("gives an animal's cry to the animal, and never to those who only stand by", async () => {
    const sample = new URL("../../../../examples/amayadori-no-tokeiya.txt", import.meta.url);
    const text = readFileSync(sample, "utf8");
    const story = segmentStory(text, "ja");
    const speakers = attributeLines(story, await readPeople(story));
    const cry = story.units.find((unit) => unit.text === "にゃあ");
    expect(speakers.get(cry?.id ?? "")?.person?.name).toBe("黒猫");
  });

  it("lets a cry that is nobody's take no turn, and a scolding to whoever is not called by it", async () => {
    const text =
      "「ねえ、あたしの本、どこ？」\n「知らない」\n「うそ。隠したでしょ」\n「箱の中、見てみろよ」\n「にゃあ」\n「お兄ちゃんの、ばか！」\n";
    const story = segmentStory(text, "ja");
    const speakers = attributeLines(story, await readPeople(story));
    const said = story.units.map(({ id }) => speakers.get(id)?.person?.name);
    expect(said).toEqual(["ひとり", "もうひとり", "ひとり", "もうひとり", undefined, "ひとり"]);
  });

  it("gives the line after somebody points without a word to whom they point at", async () => {
    const text =
      "タエさんは孫のユウと畑にいた。タエさんは笑った。\n「だれが食べたの」\nユウは黙って、タエさんを指さした。\n「わたしは知らんよ」\n";
    const story = segmentStory(text, "ja");
    const speakers = attributeLines(story, await readPeople(story));
    const line = story.units.find((unit) => unit.text === "わたしは知らんよ");
    expect(speakers.get(line?.id ?? "")?.person?.name).toBe("タエ");
  });

  it("gives `she called` to the woman who came in since the last line, not to the girl who was there", async () => {
    const text =
      '"Nobody is coming," said Wren. She was nine and had no sister.\n\nA tall woman in a long coat stood on the jetty. The woman waved.\n\n"Is this the last boat?" she called.\n';
    const story = segmentStory(text, "en");
    const speakers = attributeLines(story, await readPeople(story));
    const line = story.units.find(({ text }) => text.startsWith("Is this"));
    expect(speakers.get(line?.id ?? "")?.person?.name).toBe("The woman");
  });

  it("gives a line to whoever is seen in its own paragraph for the first time", async () => {
    const text =
      "トメとケンはバスを待っていた。トメは目を閉じた。\n「バスだ！」\n運転手が窓から顔を出した。「すまんすまん、遅れちまって」\nトメは笑った。\n";
    const story = segmentStory(text, "ja");
    const speakers = attributeLines(story, await readPeople(story));
    const line = story.units.find(({ text }) => text.startsWith("すまん"));
    expect(speakers.get(line?.id ?? "")?.person?.name).toBe("運転手");
  });
});
