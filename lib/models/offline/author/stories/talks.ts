// Short scenes of talk, labelled by hand before anybody saw what was made of them: `# what it is`, `@ NAME=OTHER NAME/age/gender, …` for
// everybody who is there and nobody else, and the scene, in which `⟦NAME⟧` opens the line of whom the text names, and `⟦?NAME⟧` one that
// only the turn of the talk gives away. `teen|adult` may be either, `*` is left open.
import { readFileSync } from "node:fs";
import type { Language } from "../../../../manga/language.ts";
import { segmentStory } from "../../../../manga/segment.ts";
import type { Person } from "../../closed/concept.ts";
import { readPeople } from "../people.ts";
import { attributeLines } from "../speakers.ts";

export interface Judged {
  aspect: "cast" | "named" | "turns";
  /** What was read instead; absent where it is right. */
  wrong?: string;
}

interface Member {
  names: string[];
  ages: string[];
  gender: string;
}

interface Talk {
  title: string;
  cast: Member[];
  text: string;
}

const MARK = /⟦(\??)([^⟧]+)⟧/gu;

/** The labelled scenes of a language. */
export const labelledTalks = (language: Language): Talk[] =>
  readFileSync(new URL(`./talks.${language}.txt`, import.meta.url), "utf8")
    .split(/^# /mu)
    .slice(1)
    .map((block) => {
      const [title = "", cast = "", ...lines] = block.split("\n");
      return { title, cast: membersIn(cast.replace(/^@ /u, "")), text: lines.join("\n").trim() };
    });

const membersIn = (line: string): Member[] =>
  line.split(/, (?=[^,]*\/)/u).map((one) => {
    const [names = "", ages = "*", gender = "*"] = one.split("/");
    return { names: names.split("="), ages: ages.split("|"), gender };
  });

/** Judges who is there and who says each line. */
export async function judgeTalk({ title, cast, text }: Talk, language: Language): Promise<Judged[]> {
  const marks = [...text.matchAll(MARK)];
  const story = segmentStory(text.replaceAll(MARK, ""), language);
  const people = await readPeople(story);
  const speakers = attributeLines(story, people);
  const lines = story.units.filter(({ kind }) => kind === "speech");
  if (lines.length !== marks.length)
    throw new RangeError(`${title}: ${lines.length} lines, ${marks.length} marks`);
  const found = cast.map((member) => people.find((person) => isOf(person, member)));
  const members = cast.map((member, index): Judged => {
    const person = found[index];
    const { names, ages, gender } = member;
    const read = person ? `${person.name} ${person.age} ${person.gender}` : "nobody";
    return person && fits(ages, person.age) && fits([gender], person.gender)
      ? { aspect: "cast" }
      : { aspect: "cast", wrong: `${title}: ${read}, not ${names[0]} ${ages.join("|")} ${gender}` };
  });
  const others = people
    .filter((person) => !found.includes(person))
    .map(({ name }): Judged => ({ aspect: "cast", wrong: `${title}: ${name} is nobody` }));
  const said = lines.map((line, index): Judged => {
    const [, guess, wanted = ""] = marks[index] ?? [];
    const aspect = guess === "" ? "named" : "turns";
    const person = speakers.get(line.id)?.person;
    const names = cast.find((member) => member.names.includes(wanted))?.names ?? [wanted];
    return person && isOf(person, { names, ages: [], gender: "" })
      ? { aspect }
      : { aspect, wrong: `${title}: “${line.text}” ${person?.name ?? "nobody"}, not ${wanted}` };
  });
  return [...members, ...others, ...said];
}

const fits = (wanted: readonly string[], read: string): boolean =>
  wanted.includes("*") || wanted.includes(read);

const isOf = ({ name, aliases }: Person, { names }: Member): boolean =>
  [name, name.replace(/^The /u, ""), ...aliases].some((one) => names.includes(one));
