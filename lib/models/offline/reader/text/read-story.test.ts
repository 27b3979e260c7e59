// Reading a whole story: how surrounding sentences change a clause's mood, and what direct speech contains.
import { describe, expect, it } from "vitest";
import { segmentStory } from "../../../../manga/segment.ts";
import { mainClause } from "./clause.ts";
import { readStory } from "./read-story.ts";

async function moods(text: string, language: "en" | "ja" = "en"): Promise<string[]> {
  const { units } = await readStory(segmentStory(text, language));
  return units
    .filter(({ unit }) => unit.kind === "narration")
    .flatMap(({ sentences }) => sentences.map((one) => mainClause(one)?.predicate.mood ?? "-"));
}

describe("a comment", () => {
  it("is a main clause in the present tense, in a story told in the past", async () => {
    const past = "The whale swam. He ate a fish. The sea shone. The boy wept. And that is the end.";
    expect(await moods(past)).toEqual(["told", "told", "told", "told", "comment"]);
    expect(await moods("The whale swims. He eats a fish. That is the end.")).toEqual([
      ...["told", "told", "told"],
    ]);
  });
});

describe("a remembered passage", () => {
  it("includes unmarked sentences between marked ones of the same paragraph", async () => {
    const text =
      "The old sailor sat by the stove. He had met her in a harbour long ago. They walked along the quay. She had laughed at his hat.\n\nHe rose and opened the door.";
    expect(await moods(text)).toEqual(["told", "remembered", "remembered", "remembered", "told"]);
  });

  it('ends at the word "now"', async () => {
    const text =
      "The boys used to swim in that lake. Ben had built a raft. They had sailed it every day. It sank. Now the old man shut the window.";
    expect(await moods(text)).toEqual(["remembered", "remembered", "remembered", "remembered", "told"]);
  });

  it("does not start with a single pluperfect", async () => {
    const text = "The guard had lost his key. He broke the door. The prisoner ran.";
    expect(await moods(text)).toEqual(["remembered", "told", "told"]);
  });
});

describe("a letter quoted in the story", () => {
  it("has reported clauses only, and none is told as real", async () => {
    const text =
      "She opened the letter. It was short.\n\nDear Anne: I sailed to China. We met a whale.\n\nShe sat down.";
    const { units } = await readStory(segmentStory(text, "en"));
    const letter = units.filter(({ unit }) => unit.form === "letter");
    const clauses = letter.flatMap(({ sentences }) => sentences.flatMap((one) => one.clauses));
    expect(clauses.map(({ predicate }) => predicate.lemma)).toEqual(["sail", "meet"]);
    expect(clauses.every(({ speech, predicate }) => speech === "reported" && predicate.mood !== "told")).toBe(
      true,
    );
  });
});

describe("a Japanese clause in the present tense", () => {
  it("is told as real among past-tense clauses, and is a comment among present-tense ones", async () => {
    const past = "犬が走った。猫が逃げた。";
    expect(await moods(`${past}男が戸を開ける。${past}`, "ja")).toEqual(Array(5).fill("told"));
    const aside = "猫は魚が好きだ。犬は骨を好む。鳥は空を飛ぶ。";
    expect((await moods(`${past}${past}${aside}`, "ja")).slice(5)).toEqual(["comment", "comment"]);
  });
});

describe("direct speech", () => {
  it("has imperatives and vocatives", async () => {
    const said = async (text: string, language: "en" | "ja" = "en") =>
      (await readStory(segmentStory(text, language))).units
        .filter(({ unit }) => unit.kind === "speech")
        .flatMap(({ sentences }) =>
          sentences.map(({ vocatives, clauses }) => [
            vocatives.map(({ text: name }) => name).join(),
            clauses.flatMap(({ command, predicate }) => (command ? [predicate.lemma] : [])).join(),
          ]),
        );
    expect(await said("“Come here, my boy, and sit down!” said the nurse.")).toEqual([
      ["my boy", "come,sit"],
    ]);
    expect(await said("“Don't cry, Mina.”")).toEqual([["Mina", "cry"]]);
    expect(await said("“I met Tom, Dick, and Harry in town.”")).toEqual([["", ""]]);
    expect(await said("“My brother, Tom, has a dog.”")).toEqual([["", ""]]);
    expect(await said("「太郎、こっちへ来い。」", "ja")).toEqual([["太郎", "来る"]]);
  });
});
