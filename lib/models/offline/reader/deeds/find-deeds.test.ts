import { expect, test } from "vitest";
import type { Language } from "../../../../manga/language.ts";
import { ActingSchema, ThingSchema } from "../../../../manga/moment.ts";
import { SoundSchema } from "../../../../manga/plot.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import { type Deeds, type People, type ReadStory, type Settings, SURE_ENOUGH } from "../facts.ts";
import type { Phrase } from "../text/clause.ts";
import { readStory } from "../text/read-story.ts";
import { findDeeds } from "./find-deeds.ts";

/** A `People` that recognizes characters by name only. A pronoun or a missing subject refers to the first of them. */
function namedPeople(names: Readonly<Record<string, string>>): People {
  const [first = ""] = Object.values(names);
  const idIn = (phrase: Phrase): string[] | undefined => {
    const hits = Object.entries(names).filter(([name]) => phrase.text.includes(name));
    return hits.length > 0 ? hits.map(([, id]) => id) : undefined;
  };
  const isPronoun = (text: string) => /^(?:he|she|him|her|彼|彼女)$/iu.test(text);
  return {
    people: [],
    mentions: () => [],
    subject: (_at, { subject }) => {
      const ids = subject && idIn(subject);
      if (ids !== undefined) return { value: ids, sure: 1 };
      return subject === undefined || isPronoun(subject.text) ? { value: [first], sure: 1 } : undefined;
    },
    meant: (_at, phrase) => {
      const ids = idIn(phrase);
      if (ids !== undefined) return { value: ids, sure: 1 };
      return isPronoun(phrase.text) ? { value: [first], sure: 1 } : undefined;
    },
  };
}

const settings = (jumps: ReadonlySet<number> = new Set()): Settings => ({
  places: [],
  at: ({ unit }) => ({
    place: { value: undefined, sure: 0 },
    hour: { value: undefined, sure: 0 },
    weather: { value: undefined, sure: 0 },
    jump: jumps.has(unit),
  }),
});

async function read(
  text: string,
  names: Readonly<Record<string, string>>,
  { language = "en", jumps }: { language?: Language; jumps?: ReadonlySet<number> } = {},
): Promise<{ story: ReadStory; deeds: Deeds }> {
  const story = await readStory(segmentStory(text, language));
  return { story, deeds: findDeeds(story, namedPeople(names), settings(jumps)) };
}

/** Certain facts of the first sentence of a unit. */
function sureOf(deeds: Deeds, unit: number) {
  const facts = deeds.at({ unit, sentence: 0 });
  const sure = <T>(all: readonly { value: T; sure: number }[]) =>
    all.filter((one) => one.sure >= SURE_ENOUGH).map(({ value }) => value);
  return {
    present: sure(facts.present),
    acting: sure(facts.acting),
    meanwhile: sure(facts.meanwhile),
    things: sure(facts.things).map(({ what }) => what),
    sounds: sure(facts.sounds).map(({ text }) => text),
    reality: facts.reality.value,
  };
}

const MINA = { Mina: "c1", Ken: "c2" };
const MINA_JA = { ミナ: "c1", ケン: "c2" };

test("a character who sits down sits until they rise", async () => {
  const { deeds } = await read("Mina sat on a chair.\n\nMina looked at the lamp.\n\nMina stood up.", MINA);
  expect(sureOf(deeds, 0).acting[0]).toMatchObject({ character: "c1", doing: "sit", posture: "sit" });
  expect(sureOf(deeds, 1).acting[0]).toMatchObject({ doing: "look at lamp", posture: "sit" });
  expect(sureOf(deeds, 2).acting[0]).toMatchObject({ posture: "stand" });
});

test("a thing is in the hand from when it is taken until it is put down", async () => {
  const { deeds } = await read(
    "Mina took the lantern.\n\nMina smiled.\n\nMina put the lantern on the table.\n\nMina smiled.",
    MINA,
  );
  const hands = [0, 1, 2, 3].map((unit) => sureOf(deeds, unit).acting[0]?.hands.map(({ what }) => what));
  expect(hands).toEqual([["lantern"], ["lantern"], ["lantern"], []]);
});

test("a thing in a character's lap is in their hands, and a thing that falls from a hand is not", async () => {
  const { deeds } = await read(
    "Mina sat down.\n\nHalf the loaf lay in her lap.\n\nMina smiled.\n\nA knife fell from her hand.",
    MINA,
  );
  expect(sureOf(deeds, 1).meanwhile[0]).toMatchObject({ character: "c1", hands: [{ what: "loaf" }] });
  expect(sureOf(deeds, 2).acting[0]).toMatchObject({ hands: [{ what: "loaf" }] });
  expect(sureOf(deeds, 3).meanwhile[0]?.hands.map(({ what }) => what)).not.toContain("knife");
});

test("a thing that is given is in the receiver's hand", async () => {
  const { deeds } = await read("Mina took a letter.\n\nMina gave the letter to Ken.", MINA);
  const { acting, meanwhile } = sureOf(deeds, 1);
  expect(acting[0]).toMatchObject({ character: "c1", hands: [], to: "c2" });
  expect(meanwhile[0]).toMatchObject({ character: "c2", hands: [{ what: "letter" }] });
});

test("negated, wished, conditional and remembered actions show nobody and nothing", async () => {
  for (const text of [
    "Ken did not climb the ladder.",
    "Ken wanted to climb the ladder.",
    "If Ken climbed the ladder, he would fall.",
    "Ken had climbed the ladder long ago.",
  ]) {
    const { deeds } = await read(text, MINA);
    expect(sureOf(deeds, 0), text).toMatchObject({ acting: [], things: [] });
  }
});

test("direct speech moves nobody", async () => {
  const { deeds } = await read("Mina smiled.\n\n“Ken took the sword and ran away.”", MINA);
  expect(sureOf(deeds, 1)).toMatchObject({ present: ["c1"], acting: [], things: [], reality: "told" });
});

test("a character who leaves is present in that sentence and absent afterwards", async () => {
  const { deeds } = await read("Mina smiled.\n\nKen came in.\n\nKen ran away.\n\nMina smiled.", MINA);
  expect([1, 2, 3].map((unit) => sureOf(deeds, unit).present)).toEqual([["c1", "c2"], ["c1", "c2"], ["c1"]]);
});

test("a jump of the scene ends presence and held things", async () => {
  const { deeds } = await read("Ken took a lantern.\n\nMina smiled.\n\nKen laughed.", MINA, {
    jumps: new Set([1]),
  });
  expect(sureOf(deeds, 1).present).toEqual(["c1"]);
  expect(sureOf(deeds, 2).acting[0]?.hands).toEqual([]);
});

test("a feeling is shown only if a word states it", async () => {
  const { deeds } = await read("Mina wept.\n\nMina opened the box.\n\nMina was afraid.", MINA);
  expect(sureOf(deeds, 0).acting[0]).toMatchObject({ feeling: "weep" });
  expect(sureOf(deeds, 1).acting[0]).toMatchObject({ feeling: "neutral" });
  expect(sureOf(deeds, 2).meanwhile[0]).toMatchObject({ feeling: "afraid" });
});

test("an idiom with a verb of handling is not an action", async () => {
  const { deeds } = await read("Mina took a decision.\n\nMina caught a glimpse of Ken.", MINA);
  expect(sureOf(deeds, 0).acting).toEqual([]);
  expect(sureOf(deeds, 1).acting.map(({ hands }) => hands)).not.toContainEqual([{ what: "glimpse" }]);
});

test("things of a real clause are present with their number, and negated things are absent", async () => {
  const { deeds } = await read("There were three candles on the table.\n\nThere was no lamp.", MINA);
  expect(deeds.at({ unit: 0, sentence: 0 }).things.map(({ value }) => value)).toContainEqual({
    what: "candle",
    count: 3,
  });
  expect(sureOf(deeds, 1).things).toEqual([]);
});

test("many people outside the cast are a crowd", async () => {
  const { deeds } = await read("A great crowd filled the street.", MINA);
  expect(sureOf(deeds, 0).things).toEqual(["crowd"]);
});

test("a ringing bell and a knock are sounds", async () => {
  const { deeds } = await read("The bell rang.\n\nMina knocked at the door.", MINA);
  expect(sureOf(deeds, 0).sounds).toEqual(["RING RING"]);
  expect(sureOf(deeds, 1).sounds).toEqual(["KNOCK KNOCK"]);
});

test("a sentence that is only a sound, and a sound in capitals, are lettered as written", async () => {
  const { deeds } = await read("SPLASH! The door shut with a BANG. NO SMOKING. Henry VIII came.", MINA);
  expect([0, 1, 2, 3].map((at) => sureOf(deeds, at).sounds)).toEqual([["SPLASH!"], ["BANG"], [], []]);
});

test("an action without a word for its sound has no sound", async () => {
  const { deeds } = await read("Mina ran away. The snow fell. Mina struck a match. A shot rang out.", MINA);
  expect([0, 1, 2, 3].map((at) => sureOf(deeds, at).sounds)).toEqual([[], [], [], ["BLAM"]]);
});

test("Japanese: a sound alone or in a sentence is lettered as written, and a ringing bell as in the table", async () => {
  const text = "ドボン。\n\n足音が、コツ、コツと響いた。\n\n鐘が鳴った。\n\nもう鳴った。\n\nズボン。";
  const { deeds } = await read(text, MINA_JA, { language: "ja" });
  const sounds = [0, 1, 2, 3, 4].map((at) => sureOf(deeds, at).sounds);
  expect(sounds).toEqual([["ドボン"], ["コツ、コツ"], ["ゴーン"], [], []]);
});

test("Japanese: sitting, reading, rising and weeping change posture, hands and feeling", async () => {
  const { deeds } = await read(
    "ミナは椅子に座った。\n\nミナは手紙を読んだ。\n\nミナは立ち上がった。\n\nケンは泣いた。",
    MINA_JA,
    { language: "ja" },
  );
  expect(sureOf(deeds, 0).acting[0]).toMatchObject({
    character: "c1",
    doing: "座る",
    posture: "sit",
    seat: "椅子",
  });
  expect(sureOf(deeds, 1).acting[0]).toMatchObject({
    doing: "手紙を読む",
    posture: "sit",
    hands: [{ what: "手紙" }],
  });
  expect(sureOf(deeds, 2).acting[0]).toMatchObject({ posture: "stand" });
  expect(sureOf(deeds, 3).acting[0]).toMatchObject({ character: "c2", feeling: "泣く" });
});

test("Japanese: a mimetic of sound is lettered, a mimetic of manner is not", async () => {
  const { deeds } = await read("扉がばたんと閉まった。\n\nミナはにこにこと笑った。", MINA_JA, {
    language: "ja",
  });
  expect(sureOf(deeds, 0).sounds).toEqual(["ばたん"]);
  expect(sureOf(deeds, 1).sounds).toEqual([]);
});

test("Japanese: negated and wished actions show nothing", async () => {
  const { deeds } = await read("ミナは剣を持っていなかった。\n\nミナは舟に乗りたいと思った。", MINA_JA, {
    language: "ja",
  });
  expect(sureOf(deeds, 0)).toMatchObject({ acting: [], things: [] });
  expect(sureOf(deeds, 1)).toMatchObject({ acting: [], things: [] });
});

test("a rider has a mount, and a carried character has a carrier", async () => {
  const { deeds } = await read("Mina rode on a donkey.\n\nMina carried Ken.", MINA);
  expect(sureOf(deeds, 0).acting[0]).toMatchObject({ posture: "ride", mount: "donkey" });
  expect(sureOf(deeds, 1).meanwhile[0]).toMatchObject({ character: "c2", carriedBy: "c1" });
});

test("a missed or sought character is not present", async () => {
  const names = { ミナ: "c1", ポチ: "c2" };
  const { deeds } = await read("ポチは走った。\n\nポチがいなかった。\n\nミナはポチをさがした。", names, {
    language: "ja",
  });
  expect([0, 1, 2].map((unit) => sureOf(deeds, unit).present)).toEqual([["c2"], [], ["c1"]]);
});

test("an action of a body part is an action of its owner", async () => {
  const { deeds } = await read("ミナの手が震えた。", MINA_JA, { language: "ja" });
  expect(sureOf(deeds, 0).acting[0]).toMatchObject({ character: "c1", feeling: "怯える" });
});

test("a character stays present during a long line of direct speech", async () => {
  const { deeds } = await read(`Ken came in.\n\n“${"It is late. ".repeat(12)}”\n\nMina smiled.`, MINA);
  expect(sureOf(deeds, 1).present).toContain("c2");
});

test("writing on a thing has no agent", async () => {
  const { deeds } = await read("ミナは立った。\n\n扉に字が書いてあった。", MINA_JA, { language: "ja" });
  expect(sureOf(deeds, 1)).toMatchObject({ acting: [], things: ["扉"] });
});

test("things have the number and the action that the text states", async () => {
  const { deeds } = await read("All the bells stopped.\n\nThe door opened.\n\nMina saw two lamps.", MINA);
  const things = [0, 1, 2].map((unit) => deeds.at({ unit, sentence: 0 }).things[0]?.value);
  expect(things).toEqual([
    { what: "bell", count: 5 },
    { what: "door", how: "opens" },
    { what: "lamp", count: 2 },
  ]);
  const ja = await read("店の中の時計は、どれも止まっていた。\n\n五時の鐘が鳴った。", MINA_JA, {
    language: "ja",
  });
  expect(ja.deeds.at({ unit: 0, sentence: 0 }).things[0]?.value).toEqual({ what: "時計", count: 5 });
  expect(ja.deeds.at({ unit: 1, sentence: 0 }).things[0]?.value).toEqual({ what: "鐘", how: "rings" });
});

test("an idle thing is present, and a bare noun refers to the thing named before", async () => {
  const { deeds } = await read(
    "The snowman said nothing.\n\nMina took a watering can. Mina dropped the can.",
    MINA,
  );
  expect(sureOf(deeds, 0).things).toEqual(["snowman"]);
  expect(deeds.at({ unit: 2, sentence: 0 }).things[0]?.value.what).toBe("watering can");
});

test("a thing that is carried or nearly dropped is in the hand, and so is a thing that a speaker says they have", async () => {
  const { deeds } = await read("Mina walked home with a lamp.\n\n“I have soup,” said Mina.", MINA);
  expect(sureOf(deeds, 0).acting[0]).toMatchObject({ hands: [{ what: "lamp" }] });
  expect(deeds.at({ unit: 1, sentence: 0 }).had).toBe("soup");
  const ja = await read("ミナはびっくりして、カメラを落としそうになった。", MINA_JA, { language: "ja" });
  expect(sureOf(ja.deeds, 0).acting[0]).toMatchObject({ hands: [{ what: "カメラ" }] });
});

test("a nameless thing can be taken, and is named by its description", async () => {
  const { deeds } = await read("Mina picked up something shiny. Mina took something from the shelf.", MINA);
  expect(sureOf(deeds, 0).acting[0]).toMatchObject({ doing: "pick up something shiny" });
  expect(sureOf(deeds, 1).acting[0]).toMatchObject({ doing: "take" });
  const ja = await read("ミナは何か白いものを拾った。口に、何か光るものをくわえた。", MINA_JA, {
    language: "ja",
  });
  expect(sureOf(ja.deeds, 0).acting[0]).toMatchObject({ hands: [{ what: "白いもの" }] });
  expect(sureOf(ja.deeds, 1).acting[0]).toMatchObject({ doing: "光るものをくわえる" });
});

test("a repeated mention keeps the certainty of presence, and so does a phrase of position", async () => {
  const { deeds } = await read(
    "Mina laughed. Mina was small. Mina was tired. Mina was twelve. The night was cold. Above Mina, the light was burning.",
    MINA,
  );
  const sureAt = (unit: number) => deeds.at({ unit, sentence: 0 }).present[0]?.sure ?? 0;
  expect(sureAt(3)).toBe(sureAt(0));
  expect(sureAt(4)).toBeLessThan(sureAt(3));
  expect(sureAt(5)).toBe(sureAt(4));
});

test("a sentence that the story does not have is not part of the scene", async () => {
  const { deeds } = await read("# The Lamp\n\nMina smiled.", MINA);
  expect(deeds.at({ unit: 99, sentence: 0 })).toMatchObject({ present: [], reality: { value: "frame" } });
});

test("a thing that stands somewhere is not an action of a character", async () => {
  const { deeds } = await read("Mina smiled.\n\nThere stood a large clock.", MINA);
  expect(sureOf(deeds, 1)).toMatchObject({ acting: [], things: ["large clock"] });
});

test("all facts of a very long word fit their schemas", async () => {
  const endless = "looong".repeat(400);
  const { story, deeds } = await read(
    `Mina took the ${endless} lamp.\n\nMina ${endless}ed the lamp.\n\nMina sat on the ${endless}.\n\nMina took ${"a lamp, a box, a key, a hat, a fan, a doll, ".repeat(9)}and a cup.`,
    MINA,
  );
  for (const [unit, { sentences }] of story.units.entries())
    for (const sentence of sentences.keys()) {
      const { acting, meanwhile, things, sounds } = deeds.at({ unit, sentence });
      for (const { value } of [...acting, ...meanwhile]) expect(ActingSchema.parse(value)).toEqual(value);
      for (const { value } of things) expect(ThingSchema.parse(value)).toEqual(value);
      for (const { value } of sounds) expect(SoundSchema.parse(value)).toEqual(value);
      expect(things.length).toBeLessThanOrEqual(16);
    }
});

test("1,500 things in one sentence and 800 sentences take less than 8 s of CPU time", async () => {
  const many = Array.from({ length: 1_500 }, (_, index) => `the ${index % 2 === 0 ? "lamp" : "box"}`).join(
    ", ",
  );
  const before = process.cpuUsage();
  const { deeds } = await read(`Mina took ${many}.\n\n${"Mina took the lamp. ".repeat(800)}`, MINA);
  const { user } = process.cpuUsage(before);
  expect(deeds.at({ unit: 0, sentence: 0 }).acting.length).toBeLessThan(2);
  expect(user / 1e6).toBeLessThan(8);
}, 30_000);

test("an expression on a face is an action of the face's owner", async () => {
  const english = await read("Ken waited. Tears ran down Mina's cheeks.", MINA);
  const [weeping] = english.deeds.at({ unit: 1, sentence: 0 }).acting;
  expect(weeping?.value).toMatchObject({ character: "c1", doing: "weep", feeling: "weep" });
  const wiped = await read("Mina wiped her eyes. Mina wiped the table.", MINA);
  expect([0, 1].map((unit) => wiped.deeds.at({ unit, sentence: 0 }).acting[0]?.value.feeling)).toEqual([
    "weep",
    "neutral",
  ]);
  const japanese = await read("ミナは立っていた。ケンの頬を、涙が流れた。ミナは笑みを見せた。", MINA_JA, {
    language: "ja",
  });
  const [crying] = japanese.deeds.at({ unit: 1, sentence: 0 }).acting;
  expect(crying?.value).toMatchObject({ character: "c2", doing: "泣く", feeling: "泣く" });
  expect(japanese.deeds.at({ unit: 2, sentence: 0 }).acting[0]?.value.feeling).toBe("微笑む");
  const nobodys = await read("Mina waited. Tears ran down the glass.", MINA);
  expect(nobodys.deeds.at({ unit: 1, sentence: 0 }).acting).toEqual([]);
});

test("clothes that are only described are worn, and clothes that lie somewhere are things", async () => {
  const { deeds } = await read("Mina ran. The uniform was wet.\n\nA hat lay on the bed.", MINA);
  expect(sureOf(deeds, 1).things).toEqual([]);
  expect(sureOf(deeds, 2).things).toEqual(["hat", "bed"]);
  const ja = await read("ミナは走った。着物は白かった。", MINA_JA, { language: "ja" });
  expect(sureOf(ja.deeds, 1).things).toEqual([]);
});

test("the focus is a thing that is handled or lies somewhere, never a person", async () => {
  const seen: [string, string | undefined][] = [
    ["Mina left two loaves on the steps.", "loaf"],
    ["One loaf was left in the basket.", "loaf"],
    ["Mina read the letter.", "letter"],
    ["Mina stood on the steps.", undefined],
    ["The letter was wet.", undefined],
  ];
  for (const [text, focus] of seen) {
    const { deeds } = await read(text, MINA);
    expect([text, deeds.at({ unit: 0, sentence: 0 }).focus?.value]).toEqual([text, focus]);
  }
});
