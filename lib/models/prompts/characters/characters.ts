// The questions on characters' looks, eight characters a question. The answer's words are kept; code adds ids and seeds.
import * as z from "zod";
import type { Cast, Character, Outfit } from "../../../manga/cast.ts";
import type { Person } from "../../../manga/concept.ts";
import { deriveSeed } from "../../../manga/seed.ts";
import type { Story } from "../../../manga/story.ts";
import type { Asker, Completed, RepairCounter, TextQuestion } from "../../hosted/text-question.ts";
import type { ReadingInputs } from "../../reader.ts";
import { isInLanguage } from "../in-language.ts";
import { personFinder, personRow } from "../named-people.ts";
import { clipped, openWord, saidIn, wordsIn } from "../open-words.ts";
import { DATA_RULE } from "../prompt.ts";
import { MOST_UNITS } from "../story-parts.ts";

const PEOPLE_OF_QUESTION = 8;
/** Range of `look`, the number that picks among equal variants of face and hair. */
const LOOKS = 10_000;
const TOKENS = { answer: 600, person: 600 } as const;
/** Most letters of a description, and of quotes about a character in the prompt. */
const MOST = { description: 200, notes: 1_000, unit: 300 } as const;
/** Most items in a design's lists. */
const MOST_ITEMS = { marks: 8, accessories: 8, outfits: 6, worn: 12 } as const;

export const CharactersAnswerSchema = z.object({
  characters: z.array(
    z.object({
      id: z.string().describe("id of data.people"),
      face: z.string().describe("its form and signs of age: round, deep wrinkles"),
      eyes: z.string().describe("form and colour"),
      hair: z.string().describe("style and colour, black to white; of an animal its coat"),
      beard: z.string().describe("hair of the face: none, stubble, full grey beard"),
      build: z.string().describe("small, slim, average or broad; empty under 18"),
      height: z.string().describe("against others: a head taller than c2"),
      marks: z.string().describe("by what they are known again, parted by commas: scar on the left cheek"),
      accessories: z.string().describe("what they always have on them, parted by commas: glasses, ear rings"),
      outfits: z
        .array(
          z.object({
            worn: z
              .string()
              .describe(
                "each piece with its colour, parted by commas: white shirt, dark trousers, straw hat",
              ),
            from: z.string().describe("id of the unit from which it is worn; empty for the usual outfit"),
            to: z.string().describe("id of the last unit in which it is worn; empty for the usual outfit"),
          }),
        )
        .describe("the usual outfit first; others only where the story tells of a change"),
      constant: z.string().describe("what never changes, whatever happens to them, in one short sentence"),
      words: z.string().describe("what else makes them unmistakable, in one English sentence"),
      description: z.string().describe("their look in one sentence of the story's language"),
    }),
  ),
});
export type CharactersAnswer = z.infer<typeof CharactersAnswerSchema>;
type Answered = CharactersAnswer["characters"][number];

const SYSTEM = {
  ja: `あなたは漫画のキャラクターデザイナーです。design の全員（people の id）の見た目を決めます。units は、その人たちが出てくる物語の文で、一つずつ [id, 文] です。
- 物語や notes に書かれた見た目は必ず守る。書かれていないことは、性格と時代に合うように選ぶ。
- 小さなコマでも見分けられるように、髪型、髪の濃さ、服を人物ごとに変える。最初の人がいちばん目立つように。
- 動物や幽霊、物も同じ項目で（hair は毛並み、outfits は鞍など身につけている物。なければ worn は空）。
- outfits: 最初はふだんの服。物語が着替えを語るときだけ、ほかの服を、着ている最初と最後の unit の id とともに。
- 十八歳未満は、顔、髪、服、ほかの人と比べた背の高さだけ。だれのことも性的に書かない。
- 各項目は短い英語で。description だけ日本語の一文で、見た目だけを。`,
  en: `You design the characters of a manga. Decide how everybody in design (ids of people) looks. units are what the story says where they appear, each as [id, text].
- Keep whatever the story or the notes say about their looks. Choose the rest to fit their nature and their time.
- Let hair, its darkness and clothes differ from person to person, so that they are told apart in small panels; the first stands out most.
- Animals, ghosts and things take the same fields (hair is the coat; outfits are what they wear, a saddle for example; worn is empty if nothing).
- outfits: the usual one first. Another one only where the story tells of a change, with the ids of the first and last unit in which it is worn.
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
): TextQuestion<CharactersAnswer, Character[]> {
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
    complete(answer, repairs): Completed<Character[]> {
      const designs = designsOf(answer, people, { input, repairs });
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

/** The first units that name each character, in story order: `[id, text]`. */
function unitsAbout(people: readonly Person[], { units }: Story): [id: string, text: string][] {
  const each = Math.floor(MOST_UNITS / people.length);
  const about = people.flatMap(({ name, aliases }) => {
    const names = [name, ...aliases];
    const isAbout = ({ kind, text }: Story["units"][number]) =>
      kind === "narration" && names.some((one) => text.includes(one));
    return [...units.entries()].filter(([, unit]) => isAbout(unit)).slice(0, each);
  });
  const shown = new Map(about.toSorted(([a], [b]) => a - b));
  return [...shown.values()].map(({ id, text }) => [id, clipped(text, MOST.unit)]);
}

interface Designing {
  input: ReadingInputs["characters"];
  repairs: RepairCounter;
}

function designsOf(
  { characters }: CharactersAnswer,
  people: readonly Person[],
  designing: Designing,
): Character[] {
  const { repairs } = designing;
  const find = personFinder(people);
  const designs = new Map<string, Character>();
  for (const answered of characters) {
    const person = people.find(({ id }) => id === find(answered.id, repairs));
    if (person === undefined) continue;
    if (designs.has(person.id)) repairs.count("a person listed twice");
    else designs.set(person.id, designOf(person, answered, designing));
  }
  return [...designs.values()];
}

export function designOf(person: Person, answered: Answered, { input, repairs }: Designing): Character {
  const { id, name, kind, age, sex } = person;
  const { story, brief } = input;
  const told = clipped(answered.description, MOST.description);
  const isUsable = told !== "" && isInLanguage(told, story.language);
  if (!isUsable) repairs.count(told === "" ? "empty strings" : "a look described in another language");
  const [face, eyes, hair, beard] = [answered.face, answered.eyes, answered.hair, answered.beard].map(
    openWord,
  );
  const [build, height] = [answered.build, answered.height].map(openWord);
  const [constant, words] = [answered.constant, answered.words].map(saidIn);
  return {
    ...{ id, name, kind, age, sex },
    ...(face !== undefined && { face }),
    ...(eyes !== undefined && { eyes }),
    ...(hair !== undefined && { hair }),
    ...(beard !== undefined && { beard }),
    ...(build !== undefined && { build }),
    ...(height !== undefined && { height: withNames(height, input) }),
    marks: wordsIn(answered.marks, MOST_ITEMS.marks),
    outfits: outfitsOf(answered, { input, repairs }),
    accessories: wordsIn(answered.accessories, MOST_ITEMS.accessories),
    ...(constant !== undefined && { constant }),
    look: deriveSeed(brief.seed, "look", id) % LOOKS,
    ...(words !== undefined && { words }),
    description: isUsable ? told : name,
  };
}

/** `a head taller than c2` with c2's name instead of the id. */
const withNames = (text: string, { concept }: ReadingInputs["characters"]): string =>
  openWord(
    text.replaceAll(/\bc\d+\b/gu, (id) => concept.people.find((person) => person.id === id)?.name ?? id),
  ) ?? text;

/** The usual outfit, then those worn in a range of units. An outfit without valid units is dropped. */
function outfitsOf({ outfits }: Answered, { input, repairs }: Designing): Outfit[] {
  const positions = new Map(input.story.units.map((unit, at) => [unit.id, at]));
  const [usual, ...others] = outfits;
  const told = others.flatMap(({ worn, from, to }): Omit<Outfit, "id">[] => {
    const ends = [from, to].flatMap((unit) => positions.get(unit.trim()) ?? []).toSorted((a, b) => a - b);
    const [first, last] = [ends[0], ends.at(-1)].map((at) => input.story.units[at ?? -1]?.id);
    const pieces = wordsIn(worn, MOST_ITEMS.worn);
    if (first === undefined || last === undefined || pieces.length === 0) {
      repairs.count("an outfit that is never worn");
      return [];
    }
    return [{ worn: pieces, scenes: [], units: { from: first, to: last } }];
  });
  if (told.length >= MOST_ITEMS.outfits) repairs.count("more items than asked");
  return [{ worn: wordsIn(usual?.worn, MOST_ITEMS.worn), scenes: [] }, ...told]
    .slice(0, MOST_ITEMS.outfits)
    .map((outfit, at) => ({ id: `o${at + 1}`, ...outfit }));
}

/** The design of a character whom two answers omitted. */
export function plain(person: Person, { brief }: ReadingInputs["characters"]): Character {
  const { id, name, kind, age, sex } = person;
  return {
    ...{
      id,
      name,
      kind,
      age,
      sex,
      marks: [],
      accessories: [],
      outfits: [{ id: "o1", worn: [], scenes: [] }],
    },
    ...{ look: deriveSeed(brief.seed, "look", id) % LOOKS, description: name },
  };
}
