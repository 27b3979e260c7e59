// What a noun stands for among what we draw, for nouns that no list of ours has: a cannery is a workshop, a tureen a bowl, a ferryman
// somebody. The tables in `assets/kinds` come of WordNet and EDICT (`scripts/kinds.ts`). They know no sentence: whether anybody is
// there, or anything, is for whoever reads the text to say, and what our own lists say of a noun counts before them.
import type { Language } from "../../manga/language.ts";
import { nounTableFile } from "../noun-table-file.ts";
import { ANIMAL_NAMES, type Animal } from "./animal-words.ts";
import type { Person } from "./closed/person.ts";
import { type PlaceKind, PlaceKindSchema, type Prop, PropSchema } from "./closed/staging.ts";
import { sortedTable } from "./sorted-table.ts";

export type NounKind =
  | { is: "place"; place: PlaceKind }
  | { is: "thing"; prop: Prop }
  | { is: "animal"; animal: Animal }
  /** Age and gender where the noun tells them. */
  | { is: "person"; age?: Person["age"]; gender?: Person["gender"] };

/** Each kind parsed once, by how the table has it. */
const parsed = new Map<string, NounKind>();

/** What a noun stands for: in English in the singular or the plural, in Japanese in its base form. */
export function kindOfNoun(noun: string, language: Language): NounKind | undefined {
  if (language === "ja") return find(noun, language) ?? kindOfHead(noun);
  const word = noun.toLowerCase();
  return find(word, language) ?? singularsOf(word).flatMap((one) => find(one, language) ?? [])[0];
}

/** 缶詰工場 is a 工場: the longest end of a compound that is a word of two characters or more. */
function kindOfHead(noun: string): NounKind | undefined {
  for (let start = 1; start <= noun.length - 2; start += 1) {
    const head = noun.slice(start);
    const known = /^\p{Script=Han}+$/u.test(head) ? find(head, "ja") : undefined;
    if (known) return known;
  }
  return undefined;
}

/** What an English noun may be many of. */
export function singularsOf(noun: string): string[] {
  const endings = [
    [/ies$/u, "y"],
    [/ves$/u, "f"],
    [/ves$/u, "fe"],
    [/men$/u, "man"],
    [/(?<=s|x|z|ch|sh|o)es$/u, ""],
    [/(?<!s)s$/u, ""],
  ] as const;
  return endings.flatMap(([ending, single]) => (ending.test(noun) ? noun.replace(ending, single) : []));
}

function find(noun: string, language: Language): NounKind | undefined {
  const text = sortedTable(nounTableFile(language)).get(noun);
  if (text === undefined) return undefined;
  const kind = parsed.get(text) ?? parseKind(text);
  parsed.set(text, kind);
  return kind;
}

const AGES: ReadonlySet<string> = new Set<Person["age"]>(["child", "elder"]);

/** `place workshop`, `person adult female`. Throws where the table names what we do not draw. */
function parseKind(text: string): NounKind {
  const [is = "", what = "", gender] = text.split(" ");
  if (is === "place") return { is, place: PlaceKindSchema.parse(what) };
  if (is === "thing") return { is, prop: PropSchema.parse(what) };
  const animal = ANIMAL_NAMES.find((name) => name === what);
  if (is === "animal" && animal) return { is, animal };
  if (is !== "person") throw new RangeError(`nobody draws "${text}"`);
  return {
    is,
    ...(AGES.has(what) ? { age: what === "child" ? "child" : "elder" } : { age: "adult" }),
    ...(gender === "female" || gender === "male" ? { gender } : {}),
  };
}
