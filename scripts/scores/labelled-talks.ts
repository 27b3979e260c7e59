// Reads the hand-labelled short dialogues in `scripts/scores/talks`: `# title`, `@ NAME=OTHER NAME/age/sex, …` with the complete cast, and the
// scene. In the scene `⟦NAME⟧` precedes a line whose speaker the text names, and `⟦?NAME⟧` a line whose speaker follows only from the order
// of turns. `teen|adult` accepts both, `*` accepts any value. Own work, CC0 1.0.
import { readFileSync } from "node:fs";
import type { Language } from "../../lib/manga/language.ts";
import { segmentStory } from "../../lib/manga/segment.ts";
import type { People, ReadStory } from "../../lib/models/offline/reader/facts.ts";
import { readStory } from "../../lib/models/offline/reader/text/read-story.ts";
import { goldPeople } from "./gold-people.ts";
import type { LabelledPerson } from "./reading-labels.ts";
import type { LabelledLine } from "./speaker-labels.ts";

export interface LabelledTalk {
  name: string;
  story: ReadStory;
  people: People;
  lines: LabelledLine[];
}

const MARK = /⟦(\??)([^⟧]+)⟧/gu;

/** Scenes whose lines do not correspond one to one to units are left out. */
export async function labelledTalks(language: Language): Promise<LabelledTalk[]> {
  const blocks = readFileSync(new URL(`./talks/${language}.txt`, import.meta.url), "utf8").split(/^# /mu);
  const talks: LabelledTalk[] = [];
  for (const block of blocks.slice(1)) {
    const [name = "", members = "", ...rest] = block.split("\n");
    const text = rest.join("\n").trim();
    const cast = members
      .replace(/^@ /u, "")
      .split(/, (?=[^,]*\/)/u)
      .map(memberOf);
    const marks = [...text.matchAll(MARK)];
    const story = await readStory(segmentStory(text.replaceAll(MARK, ""), language));
    const units = story.units.flatMap(({ unit }, at) => (unit.kind === "speech" ? [at] : []));
    if (units.length !== marks.length) continue;
    const people = goldPeople({ cast, places: [], sentences: [] }, story);
    const idOf = (wanted: string) =>
      cast.find((one) => [one.name, ...one.aliases].includes(wanted))?.id ?? wanted;
    const lines = units.map((unit, at) => {
      const [, guess, wanted = ""] = marks[at] ?? [];
      return { unit, speakers: [idOf(wanted)], named: guess === "" };
    });
    talks.push({ name, story, people, lines });
  }
  return talks;
}

function memberOf(text: string, at: number): LabelledPerson {
  const [names = "", age = "*", sex = "*"] = text.split("/");
  const [name = "", ...aliases] = names.split("=");
  const known = (["baby", "child", "teen", "adult", "elder"] as const).find((one) => one === age);
  return {
    ...{ id: `c${at + 1}`, name, aliases, kind: "human", part: "acts", age: known ?? "?" },
    sex: sex.trim() === "female" ? "female" : sex.trim() === "male" ? "male" : "?",
  };
}
