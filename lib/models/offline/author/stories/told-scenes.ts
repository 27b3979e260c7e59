// Who, when and where a story tells of, labelled by hand before anybody saw what was made of it. STORY.told beside
// STORY.LANGUAGE.txt has a line for each: `who NAME | age | gender`, `looks NAME | trait`, `at WORDS | place | hour | weather`,
// `says WORDS | NAME`, `there WORDS | NAME` of whom the scene of these words shows, `gone WORDS | NAME` of whom it must not show.
// What may be read in several ways has them all, with a stroke between: `street/village`; what the story leaves open is `-`.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Character, outfitIn } from "../../../../manga/cast.ts";
import type { Person } from "../../../../manga/concept.ts";
import type { Language } from "../../../../manga/language.ts";
import type { Beat } from "../../../../manga/plot.ts";
import type { Story } from "../../../../manga/story.ts";
import { type Adapted, adapt } from "./adapt.ts";
import { settingOf } from "./read-book.ts";

/** What a label is about: somebody's age and looks, the setting of a sentence, the speaker of a line, who is in sight. */
export const ASPECTS = ["who", "looks", "at", "says", "there", "gone"] as const;
export type Aspect = (typeof ASPECTS)[number];

interface Label {
  aspect: Aspect;
  words: string;
  wanted: string[];
}

export interface ToldStory {
  name: string;
  language: Language;
  text: string;
  labels: Label[];
}

export interface Verdict {
  aspect: Aspect;
  /** What was read instead; absent where it is right. */
  wrong?: string;
}

const HERE = fileURLToPath(new URL("./scenes/", import.meta.url));

/** All stories that have such labels, of the project or of another folder. */
export const toldStories = (folder = HERE): ToldStory[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".told"))
    .toSorted()
    .map((file) => {
      const name = file.replace(/\.told$/u, "");
      const language = existsSync(join(folder, `${name}.ja.txt`)) ? "ja" : "en";
      const text = readFileSync(join(folder, `${name}.${language}.txt`), "utf8");
      const lines = readFileSync(join(folder, file), "utf8").split("\n");
      return { name, language, text, labels: lines.filter((line) => line !== "").map(labelIn) };
    });

function labelIn(line: string): Label {
  const [, aspect = "", words = "", rest = ""] = /^(\w+) (.+?) \| (.+)$/u.exec(line) ?? [];
  const known = ASPECTS.find((one) => one === aspect);
  if (!known) throw new RangeError(`"${line}" is not "${ASPECTS.join(", ")} WORDS | what is told"`);
  return { aspect: known, words, wanted: rest.split(" | ") };
}

/** Judges every label of a story by the book that is made of it. */
export async function judgeTold(
  { name, language, text, labels }: ToldStory,
  seed: number,
): Promise<Verdict[]> {
  const book = await adapt(text, language, { seed });
  return labels.map(({ aspect, words, wanted }) => {
    const got = READ[aspect](book, words);
    const kept = wanted.every((want, index) => want.split("/").some((one) => isRead(one, got[index])));
    const right = aspect === "gone" ? !kept : kept;
    const line = `${name}, seed ${seed}: ${words}: ${got.map((one) => one.join("/")).join(" ")}, not ${wanted.join(" ")}`;
    return right ? { aspect } : { aspect, wrong: line };
  });
}

const isRead = (want: string, got: readonly string[] | undefined): boolean =>
  want === "-" || (got?.includes(want) ?? false);

/** What the book makes of a label's words; each part by all its names. */
const READ: Readonly<Record<Aspect, (book: Adapted, words: string) => string[][]>> = {
  who: ({ concept }, words) => {
    const found = called(words, concept.people);
    return [[found?.age ?? "nobody"], [found?.sex ?? "nobody"]];
  },
  looks: ({ concept, cast }, words) => {
    const id = called(words, concept.people)?.id;
    const design = cast.characters.find((one) => one.id === id);
    return [design ? traitsOf(design) : ["nobody"]];
  },
  at: (book, words) => {
    const beat = beatOf(book, words);
    const scene = settingOf(book.plot, beat?.scene);
    return [[scene?.kind ?? "nowhere"], [scene?.hour ?? "never"], [scene?.weather ?? "none"]];
  },
  says: ({ story, concept, plot }, words) => {
    const unit = story.units.find(({ kind, text }) => kind === "speech" && text.includes(words))?.id;
    const lines = plot.pages.flatMap(({ beats }) => beats.flatMap((beat) => beat.lines));
    const speaker = lines.find((line) => line.unit === unit)?.speaker;
    const person = concept.people.find(({ id }) => id === speaker);
    return [person ? namesOf(person) : ["nobody"]];
  },
  there: (book, words) => [shownBeside(words, book, false)],
  gone: (book, words) => [shownBeside(words, book, true)],
};

/** Names of those who are drawn in the pictures of these words alone, or in any picture of their scene. */
function shownBeside(words: string, { story, concept, boards }: Adapted, alone: boolean): string[] {
  const unit = unitOf(story, words);
  const panels = boards.flatMap((board) => board.panels);
  const own = panels.filter(({ units }) => units.includes(unit));
  const scenes = own.map(({ picture }) => picture.scene);
  const seen = alone ? own : panels.filter(({ picture }) => scenes.includes(picture.scene));
  const ids = seen.flatMap(({ picture }) => picture.figures.map(({ character }) => character));
  return concept.people.filter(({ id }) => ids.includes(id)).flatMap(namesOf);
}

const unitOf = ({ units }: Story, words: string): string =>
  units.find(({ text }) => text.includes(words))?.id ?? words;

const beatOf = ({ story, plot }: Adapted, words: string): Beat | undefined => {
  const unit = unitOf(story, words);
  return plot.pages.flatMap(({ beats }) => beats).find(({ units }) => units.includes(unit));
};

const called = (words: string, people: readonly Person[]): Person | undefined => {
  const names = words.split("/");
  return people.find((person) => namesOf(person).some((name) => names.includes(name)));
};

/** What a design shows, in single words: a piece of clothing without its tone. */
function traitsOf({ hair = "", beard = "none", accessories, outfits, build = "" }: Character): string[] {
  const [style = "", fill = ""] = hair.split(", ");
  const worn = outfitIn({ outfits }, "").worn.map((piece) => piece.split(" ").at(-1) ?? piece);
  const isBare = !worn.some((piece) => HATS.has(piece));
  return [style, `hair-${fill}`, beard, ...accessories, ...worn, ...(isBare ? ["none"] : []), build];
}

const HATS: ReadonlySet<string> = new Set(["cap", "hat", "straw-hat", "helmet", "hood", "headband"]);

const namesOf = ({ name, aliases }: Person): string[] => [name, ...aliases];
