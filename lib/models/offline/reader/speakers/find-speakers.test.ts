import { describe, expect, it } from "vitest";
import type { Language } from "../../../../manga/language.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import type { FoundPerson, Mention, People, ReadStory } from "../facts.ts";
import { readStory } from "../text/read-story.ts";
import { findSpeakers } from "./find-speakers.ts";

type Member = { name: string } & Partial<Pick<FoundPerson, "aliases" | "narrator">> & {
    sex?: "female" | "male";
    age?: string;
    kind?: string;
  };

const personOf = ({ name, aliases = [], sex, age, kind, narrator }: Member): FoundPerson => ({
  ...{ id: name, name, aliases, part: "acts", sure: 1, notes: [] },
  ...{ kind: { value: kind ?? "human", sure: 1 }, age: { value: age ?? "unknown", sure: 1 } },
  sex: { value: sex ?? "unknown", sure: 1 },
  ...(narrator ? { narrator } : {}),
});

/** A `People` that recognizes characters by name only. */
function byName(story: ReadStory, cast: readonly FoundPerson[]): People {
  const mentions = (at: { unit: number; sentence: number }): Mention[] => {
    const { unit, sentences = [] } = story.units[at.unit] ?? {};
    const within = sentences[at.sentence];
    if (unit === undefined || within === undefined) return [];
    return cast.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].flatMap((one): Mention[] => {
        const from = unit.text.indexOf(one, within.from);
        if (from < 0 || from >= within.to) return [];
        return [{ ...at, from, to: from + one.length, who: { value: [id], sure: 0.95 }, form: "name" }];
      }),
    );
  };
  const meant: People["meant"] = (at, { from, to }) =>
    mentions(at).find((one) => one.from >= from && one.to <= to)?.who;
  return {
    people: cast,
    mentions,
    meant,
    subject: (at, { subject }) => (subject === undefined ? undefined : meant(at, subject)),
  };
}

async function spokenIn(text: string, language: Language, cast: readonly Member[]) {
  const story = await readStory(segmentStory(text, language));
  const speakers = findSpeakers(story, byName(story, cast.map(personOf)));
  return story.units.flatMap((_, unit) => speakers.of(unit) ?? []);
}

const whoIn = async (text: string, language: Language, cast: readonly Member[]) =>
  (await spokenIn(text, language, cast)).map(({ speaker }) => speaker.value);

const TWO: Member[] = [
  { name: "Ada", sex: "female" },
  { name: "Tom", sex: "male" },
];

describe("English dialogue", () => {
  it("attributes a shouted line to the next acting character, and a calm line to another one", async () => {
    const text = (line: string) => `Ada met Tom. The street was empty.\n\n"${line}"\n\nAda ran home.`;
    const [shouted] = await spokenIn(text("Come back here!"), "en", TWO);
    const [said] = await spokenIn(text("Come back here."), "en", TWO);
    expect([shouted?.speaker.value, said?.speaker.value]).toEqual(["Ada", "Tom"]);
  });

  it("reads tags with the verb first, the subject first and an unknown verb", async () => {
    const lines = await spokenIn(
      '"Come in," said Ada.\n\n"It is late," Tom whispered to Ada.\n\n"So it is," grumbled Ada, lying on the rug.',
      "en",
      TWO,
    );
    expect(lines.map(({ speaker }) => speaker.value)).toEqual(["Ada", "Tom", "Ada"]);
    expect(lines.every(({ named }) => named)).toBe(true);
    expect(lines[1]?.to?.value).toBe("Ada");
    expect(lines[1]?.voice).toBe("whisper");
  });

  it("attributes both halves of a line interrupted by a tag to one speaker", async () => {
    const text = '"I know," said Tom, "that you are tired."\n\n"And hungry," said Ada. "Let us go."';
    expect(await whoIn(text, "en", TWO)).toEqual(["Tom", "Tom", "Ada", "Ada"]);
  });

  it("alternates two speakers without tags, with less certainty than for tagged lines", async () => {
    const text =
      '"Where is the key?" asked Ada.\n\n"Under the mat."\n\n"And the lamp?"\n\n"On the shelf."\n\n"Thank you," said Ada.\n\nTom nodded.';
    const lines = await spokenIn(text, "en", TWO);
    expect(lines.map(({ speaker }) => speaker.value)).toEqual(["Ada", "Tom", "Ada", "Tom", "Ada"]);
    const sure = lines.map(({ speaker }) => speaker.sure);
    expect(Math.min(sure[0] ?? 0, sure[4] ?? 0)).toBeGreaterThan(Math.max(...sure.slice(1, 4)));
    expect(lines[0]?.named).toBe(true);
  });

  it("does not attribute a line to a character who is introduced later", async () => {
    const cast = [{ name: "Ada" }, { name: "Tom" }];
    const later = (gap: string) =>
      `Ada ran. The street was empty. It rained.\n\n"A key?"\n\n${gap}Tom stood there.`;
    const [line] = await spokenIn(later("The rain fell. A dog barked. It grew dark. "), "en", cast);
    const [next] = await spokenIn(later(""), "en", cast);
    expect(line?.speaker.value).toBe("Ada");
    expect(line?.speaker.sure).toBeGreaterThan(next?.speaker.sure ?? 1);
  });

  it("attributes a line with a vocative to another speaker", async () => {
    const text = 'Ada and Tom stood at the gate.\n\n"Tom, what have you done?"\n\n"Nothing, Ada."';
    expect(await whoIn(text, "en", TWO)).toEqual(["Ada", "Tom"]);
  });

  it("attributes a line to the subject of a sentence that runs on into it", async () => {
    const text =
      'Ada turned round and said, "Who is there?"\n\nTom stepped out of the dark: "It is only me."';
    expect(await whoIn(text, "en", TWO)).toEqual(["Ada", "Tom"]);
  });

  it("does not read a sentence with reported speech of its own as a tag", async () => {
    const text = 'Tom sat down.\n\nAda asked, "Is it late?" Tom answered that it was.';
    expect(await whoIn(text, "en", TWO)).toEqual(["Ada"]);
  });

  it("continues the speaker of an unclosed quotation in the next paragraph", async () => {
    const text = '"I was born by the sea," said Tom. "It was cold.\n\n"Then we left it."\n\nAda nodded.';
    expect(await whoIn(text, "en", TWO)).toEqual(["Tom", "Tom", "Tom"]);
  });

  it("is not certain of a voice that belongs to no known character", async () => {
    const [line] = await spokenIn('Ada ran home.\n\n"Halt!" cried a voice from the dark.', "en", TWO);
    expect(line?.named).toBe(false);
  });

  it("recognizes the voices of thoughts, shouts, phones and machines", async () => {
    const cast = [...TWO, { name: "Unit Nine", kind: "robot" }];
    const lines = await spokenIn(
      '"What now?" thought Ada.\n\n"Run!" shouted Tom.\n\n"Are you there?" said Ada into the telephone.\n\n"I am," said Unit Nine.',
      "en",
      cast,
    );
    expect(lines.map(({ voice }) => voice)).toEqual(["thought", "shout", "phone", "machine"]);
  });
});

const FUTARI: Member[] = [
  { name: "ミナ", sex: "female" },
  { name: "健太", sex: "male" },
];

describe("Japanese dialogue", () => {
  it("reads a tag after the line, in its paragraph or the next, and a sentence before the line", async () => {
    const text =
      "「もう行くの」とミナは言った。\n「まだだ」\nと健太が答えた。\nミナは大きな声で叫んだ。\n「早くしてよ」";
    const lines = await spokenIn(text, "ja", FUTARI);
    expect(lines.map(({ speaker }) => speaker.value)).toEqual(["ミナ", "健太", "ミナ"]);
    expect(lines.slice(0, 2).every(({ named }) => named)).toBe(true);
  });

  it("recognizes speakers by first-person words and sentence-final particles", async () => {
    const text =
      "ミナと健太は駅に立っていた。\n「遅いわね」\n「俺のせいじゃないぞ」\n「そうかしら」\n「もう帰るぜ」";
    expect(await whoIn(text, "ja", FUTARI)).toEqual(["ミナ", "健太", "ミナ", "健太"]);
  });

  it("reads the label of a play script", async () => {
    const text = "ミナ「おはよう」\n健太「おはよう」\nミナ「眠いね」";
    expect(await whoIn(text, "ja", FUTARI)).toEqual(["ミナ", "健太", "ミナ"]);
  });

  it("attributes an animal's cry to the animal, and to nobody if none is known", async () => {
    const text = "ミナは駅に立っていた。\n「遅いわね」\n足もとで何かが動いた。\n「にゃあ」";
    expect((await whoIn(text, "ja", FUTARI)).at(-1)).toBeNull();
    const withCat = await whoIn(text.replace("何か", "タマ"), "ja", [
      ...FUTARI,
      { name: "タマ", kind: "cat" },
    ]);
    expect(withCat.at(-1)).toBe("タマ");
  });

  it("attributes a voice of a stated age to a character of that age", async () => {
    const text = "「遅いぞ」\n健太は振り返った。\n「おじさん」\n子どもの声がした。ミナが立っていた。";
    const cast: Member[] = [
      { name: "健太", sex: "male", age: "adult" },
      { name: "ミナ", sex: "female", age: "child" },
    ];
    expect((await whoIn(text, "ja", cast)).at(-1)).toBe("ミナ");
  });

  it("takes the agent of a passive as the speaker, not its subject", async () => {
    const [line] = await spokenIn("「帰れ」と健太は先生に言われた。", "ja", [
      ...FUTARI,
      { name: "先生", sex: "male", age: "adult" },
    ]);
    expect(line?.speaker.value).toBe("先生");
  });
});

describe("crafted stories", () => {
  it("with 800 lines and 800 people take less than 6 s of CPU time", async () => {
    const cast = Array.from({ length: 800 }, (_, at) => ({ name: `Person${at}` }));
    const text = Array.from({ length: 800 }, (_, at) => `"Number ${at}," said Person${(at * 7) % 800}.`).join(
      "\n\n",
    );
    const story = await readStory(segmentStory(text, "en"));
    const names = new Map(cast.map((one) => [one.name, one.name]));
    const mentions = (at: { unit: number; sentence: number }): Mention[] => {
      const text = story.units[at.unit]?.unit.text ?? "";
      const from = text.indexOf("Person");
      const name = names.get(text.slice(from, -1));
      if (name === undefined) return [];
      return [{ ...at, from, to: text.length - 1, who: { value: [name], sure: 1 }, form: "name" }];
    };
    const people: People = {
      people: cast.map(personOf),
      mentions,
      meant: (at) => mentions(at)[0]?.who,
      subject: (at) => mentions(at)[0]?.who,
    };
    const before = process.cpuUsage();
    const speakers = findSpeakers(story, people);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(6);
    expect(speakers.of(0)?.speaker.value).toBe("Person0");
  });

  it("without people have no speakers", async () => {
    expect(await whoIn('"Hello?"\n\n"Hello."', "en", [])).toEqual([null, null]);
  });
});
