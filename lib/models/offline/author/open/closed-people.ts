// People of an open concept in the closed words that the offline author reads a story with. Its own names are kept exactly; of other
// words the nearest.

import type { Concept } from "../../../../manga/concept.ts";
import { ANIMALS, type Animal, animalIn } from "../../animal-words.ts";
import type * as closed from "../../closed/concept.ts";
import { type Person, PersonSchema } from "../../closed/concept.ts";

const KINDS = PersonSchema.shape.kind;
const AGES = PersonSchema.shape.age;

/** Whether a word is one of the author's own. */
export const isOwnKind = (kind: string): boolean => KINDS.safeParse(kind).success;
export const isOwnAge = (age: string): boolean => AGES.safeParse(age).success;

/** Beings with hands, by words for them. */
const BEINGS: readonly (readonly [RegExp, Person["kind"]])[] = [
  [/robot|android|automat|cyborg|machine|ロボット|アンドロイド|人造/iu, "robot"],
  [/ghost|spirit|phantom|spectre|specter|wraith|幽霊|亡霊|お化け|霊/iu, "ghost"],
  [
    /\b(?:human|person|man|woman|boy|girl|child|people|wizard|witch|elf|dwarf|giant|knight|king|queen|angel|vampire)\b|人間|^人$|男|女|少[年女]|子ども|子供/iu,
    "human",
  ],
];

const kindOfAnimal = (animal: Animal): Person["kind"] =>
  ANIMALS.find((words) => words.animal === animal)?.kind ?? "creature";

/** What an open kind is to the author: one of its own, or a creature. */
export function closedKind(kind: string): Person["kind"] {
  const own = KINDS.safeParse(kind);
  if (own.success) return own.data;
  const being = BEINGS.find(([words]) => words.test(kind))?.[1];
  if (being) return being;
  const animal = animalIn(kind);
  return animal ? kindOfAnimal(animal) : "creature";
}

/** The first year of each band after childhood, in years. */
const [TEEN, ADULT, ELDER] = [13, 19, 62];

const BANDS: readonly (readonly [RegExp, Person["age"]])[] = [
  [/\b(?:teen\w*|adolescent|youth)\b|十代|若者|少[年女]/iu, "teen"],
  [/\b(?:baby|infant|toddler|child|kid|young)\b|子ども|子供|幼|赤/iu, "child"],
  [/\b(?:elder\w*|old|aged|senior|ancient)\b|老|年寄り|高齢/iu, "elder"],
];

/** The band of an age in years or in words; an adult where nothing tells it. */
export function closedAge(age: string): Person["age"] {
  const own = AGES.safeParse(age);
  if (own.success) return own.data;
  const band = BANDS.find(([words]) => words.test(age))?.[1];
  const digits = /\d+/u.exec(age.normalize("NFKC"))?.[0];
  if (digits === undefined) return band ?? "adult";
  const years = Number(digits);
  return years < TEEN ? "child" : years < ADULT ? "teen" : years < ELDER ? "adult" : "elder";
}

export const closedPerson = ({ sex, kind, age, ...person }: Concept["people"][number]): Person => ({
  ...person,
  kind: closedKind(kind),
  age: closedAge(age),
  gender: sex,
});

/** A concept as the author made it, whatever a person has changed of it since. */
export const closedConcept = ({
  style: _style,
  wanted: _wanted,
  people,
  ...concept
}: Concept): closed.Concept => ({
  ...concept,
  people: people.map(closedPerson),
});
