import { describe, expect, it } from "vitest";
import type { Language } from "../../../../manga/language.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import type { People, ReadStory } from "../facts.ts";
import { readStory } from "../text/read-story.ts";
import { MOST_PEOPLE } from "./cast.ts";
import { findPeople } from "./people.ts";

interface Read {
  story: ReadStory;
  people: People;
}

async function read(text: string, language: Language = "en"): Promise<Read> {
  const story = await readStory(segmentStory(text, language));
  return { story, people: findPeople(story) };
}

const names = ({ people }: Read): string[] => people.people.map(({ name }) => name);
const person = ({ people }: Read, name: string) =>
  people.people.find((one) => one.name === name || one.aliases.includes(name));

/** Names of the subjects of all clauses with the verb, in text order. */
function subjectsOf({ story, people }: Read, lemma: string): string[] {
  return story.units.flatMap(({ sentences }, unit) =>
    sentences.flatMap(({ clauses }, sentence) =>
      clauses
        .filter(({ predicate }) => predicate.lemma === lemma)
        .map((clause) =>
          (people.subject({ unit, sentence }, clause)?.value ?? [])
            .map((id) => people.people.find((one) => one.id === id)?.name)
            .join("+"),
        ),
    ),
  );
}

describe("characters of an English story", () => {
  it('count "a man" and "the man" as one, and "another man" as a second', async () => {
    const story = await read(
      "A man sat on a bench. Another man came and looked at him. The other man laughed.",
    );
    expect(story.people.people.filter(({ kind }) => kind.value === "human")).toHaveLength(2);
  });

  it("exclude things, places and abstract nouns", async () => {
    const story = await read(
      "Tom walked to London. The door opened. A great sadness came over the house. Tom wept.",
    );
    expect(names(story)).toEqual(["Tom"]);
  });

  it("exclude nouns in comparisons, negations and after a copula", async () => {
    const story = await read("Anna walked like a queen. No soldier saw her. Anna was a nurse. She smiled.");
    expect(names(story)).toEqual(["Anna"]);
    expect(person(story, "nurse")?.name).toBe("Anna");
  });

  it("include a name at the start of a sentence only after several actions", async () => {
    expect(names(await read("Tom sat down. Further sat the cook. Tom laughed."))).not.toContain("Further");
    expect(names(await read("Zork sat down. Zork laughed and asked for bread."))).toContain("Zork");
  });

  it("take no facts from a noun that precedes the name by chance", async () => {
    const story = await read("Nell was alone. Three times Nell counted the money. Nell wept.");
    expect(person(story, "Nell")?.kind.value).toBe("human");
  });

  it("become an animal by a noun in apposition, but not by one uncertain reference", async () => {
    const vague = await read(
      'Clara sat down. "I saw a trout," said Clara. Clara laughed. The trout was fine.',
    );
    expect(person(vague, "Clara")?.kind.value).toBe("human");
    const sure = await read("The old cat, Duchess, sat down. Duchess purred. The cat slept.");
    expect(person(sure, "Duchess")?.kind.value).toBe("cat");
  });

  it("join a full name, its parts and a name with a title", async () => {
    const story = await read("Henry Barlow laughed. Mr. Barlow sat down. Henry wrote a letter.");
    expect(story.people.people).toHaveLength(1);
  });

  it('join "his wife" and the lady with her husband\'s name', async () => {
    const story = await read(
      "Mr. Barlow sat down. His wife laughed. Mrs. Barlow looked at the cat. Mr. Barlow sighed at his wife.",
    );
    expect(names(story).toSorted()).toEqual(["Mr. Barlow", "Mrs. Barlow"]);
  });

  it('join "the lady" with the only character that fits, and never with the object of the same clause', async () => {
    const story = await read(
      "Mr. Barlow met Clara Dunn. Clara smiled. The lady sat down. The lady looked at Mr. Barlow.",
    );
    expect(names(story).toSorted()).toEqual(["Clara Dunn", "Mr. Barlow"]);
    const guests = await read("A woman came in. Clara Dunn laughed at the woman. The woman wept.");
    expect(guests.people.people).toHaveLength(2);
  });

  it("are recognized by a pet name", async () => {
    const story = await read("Elizabeth Dunn laughed. Lizzie sat down. Elizabeth wept.");
    expect(story.people.people).toHaveLength(1);
  });

  it("keep husband and wife of one name apart", async () => {
    const story = await read("Mrs. Barlow laughed. Mr. Barlow sat down and sighed.");
    expect(story.people.people).toHaveLength(2);
  });

  it("include an animal that speaks with its kind, and exclude one that lies on a plate", async () => {
    const story = await read(
      '"I am tired," said the camel. An eel lay on the plate. The camel sighed and wept.',
    );
    expect(person(story, "camel")?.kind.value).toBe("camel");
    expect(person(story, "eel")).toBeUndefined();
  });

  it("include the narrator", async () => {
    const story = await read("I opened the door. My sister looked at me. I laughed and took her hand.");
    expect(story.people.people.find(({ narrator }) => narrator)?.name).toBe("I");
  });

  it("are acting or only mentioned", async () => {
    const story = await read(
      "Clara sat down and wept. Her uncle Joseph had left years ago. Uncle Joseph had been kind. Clara rose.",
    );
    expect(person(story, "Clara")?.part).toBe("acts");
    expect(person(story, "Joseph")?.part ?? "told-of").toBe("told-of");
  });

  it("take the user's notes on the cast as certain", async () => {
    const cast = [{ name: "Mina", notes: "15, short hair" }];
    const people = findPeople(await readStory({ ...segmentStory("Mina ran home and laughed.", "en"), cast }));
    expect(people.people[0]).toMatchObject({ name: "Mina", sure: 1, notes: ["15, short hair"] });
    expect(people.people[0]?.age.value).toBe("teen");
  });
});

describe("sex and age", () => {
  it.each([
    ["The widow sat down and wept.", "widow", "female", "adult"],
    ["The old man nodded. He smiled.", "old man", "male", "elder"],
    ["Rosamund nodded. She smiled at the boy.", "Rosamund", "female", "adult"],
    ["A boy ran in. He laughed.", "boy", "male", "child"],
    ["The clerk looked up and nodded.", "clerk", "unknown", "adult"],
    ["Nell was twelve years old. She laughed at the clerk.", "Nell", "female", "child"],
  ])('in "%s", %s is %s and %s', async (text, name, sex, age) => {
    const one = person(await read(text), name);
    expect(one?.sex.value).toBe(sex);
    expect(one?.age.value).toBe(age);
  });
});

describe("references of English phrases", () => {
  it("of a pronoun agree in sex", async () => {
    const story = await read("Mary met Peter. She smiled. He bowed.");
    expect(subjectsOf(story, "smile")).toEqual(["Mary"]);
    expect(subjectsOf(story, "bow")).toEqual(["Peter"]);
  });

  it("of `it` to an animal are more certain if the verb is one that things do not do", async () => {
    const { story, people } = await read("Nell met a gull. The gull bowed. It swooped down. It was cold.");
    const sure = story.units.map(({ sentences }, unit) => {
      const [clause] = sentences[0]?.clauses ?? [];
      return (clause && people.subject({ unit, sentence: 0 }, clause)?.sure) ?? 0;
    });
    expect(sure[2]).toBeGreaterThanOrEqual(0.75);
    expect(sure[3]).toBeLessThan(0.7);
  });

  it("of an object pronoun exclude the subject of its verb", async () => {
    const story = await read("Peter stood in the yard. John came and pushed him. He fell.");
    expect(subjectsOf(story, "push")).toEqual(["John"]);
  });

  it("of a relation depend on its owner", async () => {
    const story = await read("Mary came home. Her mother laughed. The mother sat down.");
    expect(story.people.people).toHaveLength(2);
  });

  it("of a coordinated subject include all members", async () => {
    const story = await read("Mary and Peter danced. Then Mary laughed and Peter laughed.");
    expect(subjectsOf(story, "dance")).toEqual(["Mary+Peter"]);
  });

  it("of first and second person in direct speech stay open", async () => {
    const { story, people } = await read('"I love you," said Mary. Mary laughed.');
    const unit = story.units.findIndex((one) => one.unit.kind === "speech");
    expect(people.mentions({ unit, sentence: 0 }).map(({ form, who }) => [form, who.value])).toEqual([
      ["first-person", []],
      ["second-person", []],
    ]);
  });
});

describe("Japanese stories", () => {
  it("carry the topic over omitted subjects", async () => {
    const story = await read("太郎さんは笑った。そして戸を開けて、外へ走った。", "ja");
    expect(subjectsOf(story, "走る")).toEqual([story.people.people[0]?.name]);
  });

  it("change the subject after a clause with たら", async () => {
    const story = await read("母は座っていた。太郎さんが泣いたら、母は笑った。", "ja");
    expect(subjectsOf(story, "笑う")).toEqual(["母"]);
  });

  it("recognize names by honorifics, and join 母 and お母さん", async () => {
    const story = await read("松本さんは笑った。お母さんは泣いた。母は松本さんを見た。", "ja");
    expect(story.people.people).toHaveLength(2);
    expect(person(story, "松本さん")).toBeDefined();
  });

  it("have kinds in English, and exclude animals that are merely present", async () => {
    const story = await read("一匹の蠅が窓を見て考えた。机の上に鰻があった。蠅は笑った。", "ja");
    expect(person(story, "蠅")?.kind.value).toBe("fly");
    expect(person(story, "鰻")).toBeUndefined();
  });

  it("have no characters from mimetic words, places and 人", async () => {
    const story = await read("ウヨウヨと人がいた。富士山が見えた。大丈夫だった。", "ja");
    expect(names(story)).toEqual([]);
  });

  it("attribute clothes without an owner to the topic of the previous sentence", async () => {
    const story = await read(
      "ハルは走った。セーラー服はびしょ濡れだ。老人は笑った。丸い眼鏡。老人は帽子を見た。店は静かだ。",
      "ja",
    );
    expect(subjectsOf(story, "びしょ濡れ")).toEqual(["ハル"]);
    expect(subjectsOf(story, "眼鏡")).toEqual(["老人"]);
    expect(subjectsOf(story, "静か")).toEqual([""]);
  });

  it("infer the sex of a character from how another addresses them", async () => {
    const polite = await read(
      "ハルは店を見た。老人が来て笑った。「ありがとう、お嬢さん」と老人は言った。",
      "ja",
    );
    expect(person(polite, "ハル")?.sex.value).toBe("female");
    const english = await read(
      'Quill ran into the shop. A clerk sat there and read. "Come in, lad," said the clerk. Quill smiled.',
    );
    expect(person(english, "Quill")?.sex.value).toBe("male");
    expect(person(english, "clerk")?.sex.value).toBe("unknown");
  });

  it("prefer a character who speaks as the one who perceives a state after と", async () => {
    const text =
      "ハルは猫を抱いた。「かわいい」とハルは言った。猫は笑った。外に出ると、雨だった。猫は走った。";
    expect(subjectsOf(await read(text, "ja"), "出る")).toEqual(["ハル"]);
    expect(subjectsOf(await read(text.replace("ると", "て"), "ja"), "出る")).toEqual(["猫"]);
  });

  it("identify the members of a counted group with single characters", async () => {
    const story = await read(
      "二人の紳士が歩いていた。一人の紳士が言った。もう一人の紳士が笑った。二人は座った。",
      "ja",
    );
    expect(story.people.people).toHaveLength(2);
    expect(subjectsOf(story, "座る")[0]?.split("+")).toHaveLength(2);
  });
});

describe("a Japanese name that no dictionary has", () => {
  it.each(["ごん", "兵十", "犍陀多", "初枝", "お鈴", "お岩"])(
    "%s is a character with all its mentions if it acts like a person",
    async (name) => {
      const story = await read(
        `川のそばに${name}がいました。${name}は笑いました。${name}は言いました。`,
        "ja",
      );
      expect(names(story)).toEqual([name]);
      const mentions =
        story.people.people.length > 0 &&
        story.story.units.flatMap(({ sentences }, unit) =>
          sentences.flatMap((_, sentence) => story.people.mentions({ unit, sentence })),
        );
      expect(mentions).toHaveLength(3);
    },
  );

  it.each([
    "約三里が笑った。約三里は言った。",
    "峨眉山が笑った。峨眉山は言った。",
    "聲が笑った。聲は言った。",
  ])("does not come from a counted word, a place name or a single sign: %s", async (text) => {
    expect(names(await read(`太郎がいた。太郎は笑った。${text}`, "ja"))).toEqual(["太郎"]);
  });
});

describe("crafted texts", () => {
  it("with thousands of names have a bounded cast and take less than 4 s", async () => {
    const name = (index: number) =>
      `B${[26, 676, 17576].map((by) => String.fromCharCode(97 + (Math.floor((index * 26) / by) % 26))).join("")}on`;
    const text = Array.from({ length: 2500 }, (_, index) => `${name(index)} laughed.`).join(" ");
    const story = await readStory(segmentStory(text, "en"));
    const before = process.cpuUsage().user;
    const people = findPeople(story);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(4);
    expect(people.people).toHaveLength(MOST_PEOPLE);
  });

  it.each([
    ["owners", "en", `${"his mother's ".repeat(1500)}hat fell.`],
    ["pronouns", "en", "he said he saw he ".repeat(1000)],
    ["の", "ja", "男の".repeat(10_000)],
    ["て", "ja", `彼は${"走って、".repeat(4000)}止まった。`],
    ["marks", "ja", `${"「」。、！".repeat(500)}太郎`],
  ] as const)("of many %s take less than 4 s", async (_, language, text) => {
    const story = await readStory(segmentStory(text, language));
    const before = process.cpuUsage().user;
    findPeople(story);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(4);
  });
});
