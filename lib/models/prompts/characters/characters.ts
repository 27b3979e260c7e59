// The characters questions: how people look, eight of them a question, in free text that `as-known.ts` maps to the design's fields.
import * as z from "zod";
import type { Cast, CharacterDesign } from "../../../manga/cast.ts";
import type { Person } from "../../../manga/concept.ts";
import { deriveSeed } from "../../../manga/seed.ts";
import type { Story } from "../../../manga/story.ts";
import { clipped, knownLook } from "../../hosted/as-known.ts";
import type { Asker, Completed, Mends, TextQuestion } from "../../hosted/text-question.ts";
import type { ReadingInputs } from "../../reader.ts";
import { isInLanguage } from "../in-language.ts";
import { personFinder, personRow } from "../named-people.ts";
import { DATA_RULE } from "../prompt.ts";
import { MOST_UNITS } from "../story-parts.ts";

const PEOPLE_OF_QUESTION = 8;
/** Numbers that pick among equal variants of face and hair. */
const LOOKS = 10_000;
const TOKENS = { answer: 600, person: 400 } as const;
/** Letters of a description and of what the prompt quotes about somebody. */
const MOST = { description: 200, notes: 1_000, unit: 300 } as const;

export const CharactersAnswerSchema = z.object({
  characters: z.array(
    z.object({
      id: z.string().describe("id of data.people"),
      marks: z.string().describe("signs of age in the face: wrinkles, freckles; may be empty"),
      hair: z.string().describe("style of the hair, or the fur of an animal"),
      hairTone: z.string().describe("its colour, and whether it is white, light, mid, dark or black"),
      faceHair: z.string().describe("none, stubble, moustache or a kind of beard"),
      glasses: z.boolean(),
      head: z.string().describe("what is worn on the head; empty if nothing is"),
      upper: z.string().describe("clothes of the upper body"),
      upperTone: z.string().describe("their colour, and white, light, mid, dark or black"),
      lower: z.string().describe("clothes of the lower body; empty under a robe or kimono"),
      lowerTone: z.string().describe("their colour, and white, light, mid, dark or black"),
      build: z.string().describe("small, slim, average or broad; under 18 only the height beside others"),
      description: z.string().describe("their look in one sentence of the story's language"),
    }),
  ),
});
export type CharactersAnswer = z.infer<typeof CharactersAnswerSchema>;
type Answered = CharactersAnswer["characters"][number];

const SYSTEM = {
  ja: `あなたは漫画のキャラクターデザイナーです。design の全員（people の id）の見た目を決めます。units は、その人たちが出てくる物語の文です。
- 物語や notes に書かれた見た目は必ず守る。書かれていないことは、性格と時代に合うように選ぶ。
- 小さなコマでも見分けられるように、髪型、髪の濃さ、服を人物ごとに変える。最初の人がいちばん目立つように。
- 動物や幽霊も同じ項目で（hair は毛並み）。
- 十八歳未満は、顔、髪、服、ほかの人と比べた背の高さだけ。だれのことも性的に書かない。
- 各項目は短い英語で。description だけ日本語の一文で、見た目だけを。`,
  en: `You design the characters of a manga. Decide how everybody in design (ids of people) looks. units are what the story says where they appear.
- Keep whatever the story or the notes say about their looks. Choose the rest to fit their nature and their time.
- Let hair, its darkness and clothes differ from person to person, so that they are told apart in small panels; the first stands out most.
- Animals and ghosts take the same fields (hair is the fur).
- Of anybody under 18 give only face, hair, clothes and height beside others. Sexualise nobody.
- Each field is a few English words; description is their look alone, in one sentence.`,
} as const;

/** Throws as `Asker` does. */
export async function writeCharacters(input: ReadingInputs["characters"], asker: Asker): Promise<Cast> {
  const { people } = input.concept;
  const groups = Array.from({ length: Math.ceil(people.length / PEOPLE_OF_QUESTION) }, (_, at) =>
    people.slice(at * PEOPLE_OF_QUESTION, (at + 1) * PEOPLE_OF_QUESTION),
  );
  const answers = await asker.askAll(groups.map((group) => question(input, group)));
  const designs = new Map(answers.flat().map((design) => [design.id, design]));
  return { characters: people.map((person) => designs.get(person.id) ?? plain(person, input)) };
}

function question(
  input: ReadingInputs["characters"],
  people: readonly Person[],
  isRest = false,
): TextQuestion<CharactersAnswer, CharacterDesign[]> {
  const { story, brief, concept } = input;
  const { language } = story;
  const { genre, world, mood } = concept;
  return {
    name: `the looks of ${people.map(({ name }) => name).join(", ")}`,
    task: "characters",
    language,
    prompt: {
      system: `${SYSTEM[language]}\n${DATA_RULE[language]}`,
      data: {
        task: "characters",
        book: { genre, world, mood },
        people: concept.people.map(personRow),
        design: people.map(({ id, role, notes }) => ({ id, role, notes: clipped(notes, MOST.notes) })),
        units: unitsAbout(people, story),
      },
    },
    answer: CharactersAnswerSchema,
    maxOutputTokens: TOKENS.answer + TOKENS.person * people.length,
    seed: brief.seed,
    complete(answer, mends): Completed<CharacterDesign[]> {
      const designs = designsOf(answer, people, { input, mends });
      if (designs.length === 0)
        return { kind: "unusable", faults: ["characters: none of them has an id of data.design"] };
      const missing = people.filter((person) => !designs.some(({ id }) => id === person.id));
      if (missing.length === 0 || isRest) return { kind: "whole", output: designs };
      return {
        ...{ kind: "partial", output: designs, missing: question(input, missing, true) },
        merge: (more) => [...designs, ...more],
      };
    },
  };
}

/** The first units that name each of them, in the order of the story. */
function unitsAbout(people: readonly Person[], { units }: Story): string[] {
  const each = Math.floor(MOST_UNITS / people.length);
  const about = people.flatMap(({ name, aliases }) => {
    const names = [name, ...aliases];
    const isAbout = ({ kind, text }: Story["units"][number]) =>
      kind === "narration" && names.some((one) => text.includes(one));
    return [...units.entries()].filter(([, unit]) => isAbout(unit)).slice(0, each);
  });
  const shown = new Map(about.toSorted(([a], [b]) => a - b));
  return [...shown.values()].map(({ text }) => clipped(text, MOST.unit));
}

function designsOf(
  { characters }: CharactersAnswer,
  people: readonly Person[],
  { input, mends }: { input: ReadingInputs["characters"]; mends: Mends },
): CharacterDesign[] {
  const find = personFinder(people);
  const designs = new Map<string, CharacterDesign>();
  for (const answered of characters) {
    const person = people.find(({ id }) => id === find(answered.id, mends));
    if (person === undefined) continue;
    if (designs.has(person.id)) mends.count("somebody who is there twice");
    else designs.set(person.id, designOf(person, answered, { input, mends }));
  }
  return [...designs.values()];
}

function designOf(
  { id, name, kind, age, gender }: Person,
  answered: Answered,
  { input: { story, brief }, mends }: { input: ReadingInputs["characters"]; mends: Mends },
): CharacterDesign {
  const told = clipped(answered.description, MOST.description);
  const isUsable = told !== "" && isInLanguage(told, story.language);
  if (!isUsable) mends.count(told === "" ? "empty strings" : "a look described in another language");
  return {
    ...{ id, name, kind, age, gender },
    ...knownLook(answered),
    look: deriveSeed(brief.seed, "look", id) % LOOKS,
    description: isUsable ? told : name,
  };
}

const PLAIN: Omit<Answered, "id" | "description"> = {
  ...{ marks: "", hair: "short", hairTone: "dark", faceHair: "none", glasses: false, head: "none" },
  ...{ upper: "shirt", upperTone: "light", lower: "trousers", lowerTone: "dark", build: "average" },
};

/** Somebody whom two answers left out. */
const plain = (person: Person, input: ReadingInputs["characters"]): CharacterDesign =>
  designOf(
    person,
    { ...PLAIN, id: person.id, description: person.name },
    { input, mends: { count: () => {} } },
  );
