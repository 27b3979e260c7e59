// What is heard in a story: which line is whispered, shouted or thought, what sounds, in what mood; labelled by hand.
import { describe, expect, it } from "vitest";
import type { Language } from "../../../manga/language.ts";
import { segmentStory } from "../../../manga/segment.ts";
import { readPeople } from "./people.ts";
import { stage } from "./plot.ts";
import { type Adapted, adapt } from "./stories/adapt.ts";
import { read, STORIES } from "./stories/labelled.ts";
import { MOODS, SOUNDS, VOICES } from "./stories/labelled-lines.ts";

async function booksByName(): Promise<Map<string, Adapted>> {
  const books = new Map<string, Adapted>();
  for (const labelled of STORIES) books.set(labelled.name, await adapt(read(labelled), labelled.language));
  return books;
}

describe("the offline author's own stories", () => {
  it("have every labelled line said as a reader hears it", async () => {
    const books = await booksByName();
    const wrong: string[] = [];
    for (const [name, words, voice] of VOICES) {
      const lines = books.get(name)?.plot.pages.flatMap(({ beats }) => beats.flatMap((beat) => beat.lines));
      const line = lines?.find(({ text }) => text.includes(words));
      if (line?.voice !== voice) wrong.push(`${name}: ${words} is ${line?.voice}, not ${voice}`);
    }
    expect(wrong).toEqual([]);
  });

  it("sound where their words say so, and nowhere else", async () => {
    const books = await booksByName();
    for (const [name, expected] of Object.entries(SOUNDS)) {
      const beats = books.get(name)?.plot.pages.flatMap((page) => page.beats) ?? [];
      expect(beats.flatMap(({ sounds }) => sounds.map(({ text }) => text)).toSorted(), name).toEqual(
        expected.toSorted(),
      );
    }
  });

  it("are staged in the moods in which they are read, and change them where the story turns", async () => {
    const books = await booksByName();
    const wrong: string[] = [];
    for (const [name, words, moods] of MOODS) {
      const book = books.get(name);
      const unit = book?.story.units.find(({ text }) => text.includes(words));
      const beat = book?.plot.pages
        .flatMap(({ beats }) => beats)
        .find(({ units }) => units.includes(unit?.id ?? ""));
      const mood = book?.plot.scenes.find(({ id }) => id === beat?.scene)?.mood ?? "none";
      if (!moods.split(" ").includes(mood)) wrong.push(`${name}: ${words} is ${mood}, not ${moods}`);
    }
    expect(wrong.length / MOODS.length, wrong.join("\n")).toBeLessThanOrEqual(0.1);
    for (const name of ["horror", "quarrel", "space"])
      expect(new Set(books.get(name)?.plot.scenes.map(({ mood }) => mood)).size, name).toBeGreaterThan(1);
  });
});

/** Lines with the words around them, and how each is said. */
const SAID: readonly (readonly [text: string, language: Language, voices: string])[] = [
  ["ミナは叫んだ。\n「待って」", "ja", "shout"],
  ["「静かに」とケンはささやいた。\n「うん」", "ja", "whisper speech"],
  ["「だめだ！」とケンが怒鳴った。\n「どうして」とミナは小声で言った。", "ja", "shout whisper"],
  ["（どうしよう）\nミナは走った。", "ja", "thought"],
  ["「困ったな」とケンは思った。", "ja", "thought"],
  ["「も、もしもし……」とミナは震える声で言った。", "ja", "unease"],
  ["「もしもし」\n受話器の向こうで、ケンが言った。", "ja", "phone"],
  ["「行かないで」とミナは泣きながら言った。\n「帰るよ」とケンは言った。", "ja", "cry speech"],
  ["「扉が閉まります」とアナウンスが流れた。\nミナは走った。", "ja", "machine"],
  ['"Wait," shouted Mina.\n\n"No," said Tom.', "en", "shout speech"],
  ['"Quiet," whispered Tom.\n\n"Why?" asked Mina.', "en", "whisper speech"],
  ['Mina whispered. "It is here."\n\n"Where?" Tom yelled.', "en", "whisper shout"],
  ['"He lied, thought Mina," said Tom.', "en", "speech"],
  ['"I must go," thought Mina.', "en", "thought"],
  ['"D-don\'t," stammered Tom.\n\n"Go on," said Mina.', "en", "unease speech"],
  ['"Hello?" said Tom on the phone.', "en", "phone"],
  ['"Come back," sobbed Mina.\n\n"Never," said Tom.', "en", "cry speech"],
  ['"Doors closing," said the loudspeaker.\n\nMina ran.', "en", "machine"],
  ['"STOP THERE," said Tom.', "en", "shout"],
];

describe("voices", () => {
  it.each(SAID)("are read from the words around a line: %s", async (text, language, voices) => {
    const story = segmentStory(text, language);
    const { beats } = stage(story, await readPeople(story));
    expect(beats.flatMap(({ lines }) => lines.map(({ voice }) => voice)).join(" ")).toBe(voices);
  });
});
