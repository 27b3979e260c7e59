import { describe, expect, it } from "vitest";
import type { Language } from "../../../manga/language.ts";
import { segmentStory } from "../../../manga/segment.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import { ageIn } from "./ages.ts";
import { readPeople } from "./people.ts";
import { WORDS } from "./wording.ts";

describe("an age", () => {
  it.each([
    ["a seventeen-year-old", "teen"],
    ["Nell was twelve, and small.", "child"],
    ["a girl of sixteen", "teen"],
    ["Sixty-two years old", "elder"],
    ["She turned thirty-five.", "adult"],
    ["a woman in her late thirties", "adult"],
    ["He is in his teens.", "teen"],
    ["in his seventies", "elder"],
    ["Rosa, eleven, ran.", "child"],
    ["fourteen, short hair", "teen"],
    ["a middle-aged man", "adult"],
    ["17, tall", "teen"],
    ["十七歳", "teen"],
    ["十七になる娘", "teen"],
    ["十五、六の少年", "teen"],
    ["三十路の女", "adult"],
    ["四十がらみの男", "adult"],
    ["七十を過ぎた漁師", "elder"],
    ["還暦を迎えた", "elder"],
    ["８歳の弟", "child"],
    ["二十代の会社員", "adult"],
  ] as const)("is understood: %s", (text, age) => {
    expect(ageIn(text)).toBe(age);
  });

  it.each([
    "It was seventeen miles to the sea.",
    "He was one of them.",
    "The clock struck twelve.",
    "She was two hours late.",
    "十三段の階段",
    "三人になった",
    "二十の星",
  ])("is not read into %s", (text) => {
    expect(ageIn(text)).toBeUndefined();
  });
});

async function agesOf(text: string, language: Language) {
  const people = await readPeople(segmentStory(text, language));
  return Object.fromEntries(people.map(({ name, age, gender }) => [name, `${age} ${gender}`]));
}

describe("people", () => {
  it("are as old as the text says, whatever noun they are called by", async () => {
    expect(
      await agesOf(
        'The boy stood on the pier. He was seventeen, and tall. Wanda, a woman in her sixties, sold fish. "Fresh!" cried Wanda. "No," said the boy.',
        "en",
      ),
    ).toEqual({ "The boy": "teen male", Wanda: "elder female" });
    expect(
      await agesOf(
        "ミナは十七になる。ミナは走った。源太は四十がらみの漁師だ。「待て」と源太は言った。「いや」とミナは言った。",
        "ja",
      ),
    ).toMatchObject({ ミナ: "teen female", 源太: "adult male" });
  });

  it("are as old as hints say: a school, white hair, what they are called, what goes before their names", async () => {
    expect(
      await agesOf(
        'Old Maren rowed. "Row, Grandma!" called Tib. "I am rowing," said Maren. Tib, who was in third grade, laughed. Mr. Pell shouted from the pier. He was a small grey-haired man. "Wait!" shouted Mr. Pell. Ned and his cousin Flo, both twelve, waited. "No," said Ned. "Yes," said Flo.',
        "en",
      ),
    ).toMatchObject({
      "Old Maren": expect.stringContaining("elder"),
      Tib: expect.stringContaining("child"),
      "Mr. Pell": "elder male",
      Ned: "child male",
      Flo: expect.stringContaining("child"),
    });
    expect(
      await agesOf(
        "小学四年の颯太は竹刀を抱えていた。高校二年の姉、千紘が笑った。「無理だよ」と颯太は言った。桐山という五十過ぎの女が来た。「帰んな」と桐山は言った。白い髭の師範が目を閉じた。「静かに」と師範が言った。",
        "ja",
      ),
    ).toMatchObject({
      颯太: "child male",
      千紘: "teen female",
      桐山: expect.stringContaining("adult"),
      師範: "elder male",
    });
  });

  it("who are brought in by a noun bear the name that they are called by", async () => {
    expect(
      await agesOf(
        'A teenager in a yellow jacket waved from the tower. "Lucy Hale! Come down!" cried Edda. "I cannot," said Lucy.',
        "en",
      ),
    ).toEqual({ Edda: expect.any(String), "Lucy Hale": "teen female" });
    const called = await agesOf(
      "男の子は帽子をかぶっていた。男の子は歩いた。街灯の下に、おばあちゃんが立っている。「斗真！どこにいたの」斗真とおばあちゃんは席に座った。",
      "ja",
    );
    expect(Object.keys(called).toSorted()).toEqual(["おばあちゃん", "斗真"]);
    expect(called.斗真).toContain("child");
  });

  it("may have names that are words as well, and say who they are", async () => {
    const found = await agesOf(
      "六年二組の教室に、少女が立っていた。「瀬名ひよりです」大和は顔をしかめた。主人の徳蔵は八十一になる。徳蔵が笑った。大和は腕を組んだ。猫のゼンマイに餌をやった。ゼンマイがあくびをした。「誰よ」と大和は母に言った。「さあ」と母が答えた。",
      "ja",
    );
    expect(found).toMatchObject({
      瀬名ひより: "child female",
      大和: expect.stringContaining("child"),
      徳蔵: "elder male",
      ゼンマイ: expect.any(String),
      母: "adult female",
    });
    const others = await agesOf(
      'A girl of fourteen was lying under the table. "You\'re Cecily." Constable Reed was asleep. "Reed!" called Vail. Vail almost smiled. "I was resting, sir." "Rest at home," said Vail.',
      "en",
    );
    expect(others).toMatchObject({ Cecily: expect.stringContaining("teen") });
    expect(Object.keys(others)).toContain("Constable Reed");
  });

  it("are first of all what the notes on the cast say", async () => {
    const notes = "Characters\nGrandpa: thirty-four, a woman in disguise\nTom: in his seventies\n\n";
    const told = 'Grandpa laughed. "Run, Tom!" said Grandpa. The boy Tom ran. "I am running," said Tom.';
    const said = { Grandpa: "adult female", Tom: "elder male" };
    expect(await agesOf(notes + told, "en")).toMatchObject(said);
  });

  it("make nobody old whom words call somebody's grandchild", async () => {
    const text =
      "タエさんは七十歳。\n　タエさんは孫のユウに言った。ユウは小学生だ。\n「おいで」\n　ユウは走った。\n";
    expect(await agesOf(text, "ja")).toMatchObject({
      タエ: expect.stringContaining("elder"),
      ユウ: expect.stringContaining("child"),
    });
  });

  it("make children of those who ride skateboards and have a mum", async () => {
    const told =
      'Nadia taped up the poster. Sami sat on his skateboard. "Too big," said Sami. "It is not," said Nadia. "Mum says so," said Sami.';
    const known = await agesOf(told, "en");
    expect(known.Nadia).toContain("child");
    expect(known.Sami).toContain("child");
  });

  it("are described in words that people use", () => {
    const look: Omit<CharacterDesign, "description"> = {
      ...{ id: "c1", name: "ミナ", kind: "human", age: "teen", gender: "female", build: "slim" },
      ...{ hair: { style: "long", fill: "black" }, beard: "none", glasses: false, look: 1 },
      clothes: { top: "coat", topFill: "dark", bottom: "skirt", bottomFill: "dark", hat: "none" },
    };
    const { describe: inWords } = WORDS.ja;
    expect(inWords(look)).toBe("ミナ。ほっそりした少女。黒い長い髪に、濃い色のコート。");
    expect(inWords({ ...look, age: "adult" })).toContain("ほっそりした女性");
    expect(inWords({ ...look, age: "elder", gender: "unknown" })).toContain("ほっそりした老人");
  });
});
