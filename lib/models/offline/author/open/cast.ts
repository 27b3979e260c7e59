// The designs of a cast in open words: what each piece of a design is called, and what is told of how animals and robots are made.
import type { Cast, Character } from "../../../../manga/cast.ts";
import type { Concept } from "../../../../manga/concept.ts";
import type * as closed from "../../closed/cast.ts";
import type { CharacterDesign } from "../../closed/cast.ts";
import { personTold } from "../told/people.ts";
import { isOwnAge, isOwnKind } from "./closed-people.ts";

/** `people`: as the open concept has them, whose own words for kind and age are kept where somebody wrote others than the author's. */
export const openCast = ({ characters }: closed.Cast, people: Concept["people"]): Cast => ({
  characters: characters.map((design) => {
    const { kind = design.kind, age = design.age } = people.find(({ id }) => id === design.id) ?? {};
    return {
      ...openCharacter(design),
      ...(isOwnKind(kind) ? {} : { kind }),
      ...(isOwnAge(age) || age === "unknown" ? {} : { age }),
    };
  }),
});

function openCharacter(design: CharacterDesign): Character {
  const { id, name, kind, age, gender, build, hair, beard, glasses, look, portrait, words, description } =
    design;
  const { animal, young } = personTold(design);
  return {
    ...{ id, name, sex: gender, build, look, description },
    kind: animal ?? kind,
    age: young ? "child" : age,
    hair: `${hair.style}, ${hair.fill}`,
    ...(beard === "none" ? {} : { beard }),
    marks: marksOf(design),
    outfits: [{ id: "o1", worn: wornOf(design), scenes: [] }],
    accessories: glasses ? ["glasses"] : [],
    ...(portrait ? { portrait } : {}),
    ...(words ? { words } : {}),
  };
}

/** By what they are known again, besides hair and clothes. */
function marksOf(design: CharacterDesign): string[] {
  const { coat, oddEar, hornless, calf, onWheels, oneEyed } = personTold(design);
  return [
    coat && `${coat} coat`,
    oddEar && `${oddEar} ear`,
    hornless && "hornless",
    calf && "calf",
    onWheels && "on wheels",
    oneEyed && "one eye",
  ].flatMap((mark) => mark || []);
}

/** Animals wear nothing; a robot's shell has the tone of its clothes. */
const BARE: ReadonlySet<CharacterDesign["kind"]> = new Set(["cat", "dog", "bird", "creature"]);

function wornOf({ kind, clothes }: CharacterDesign): string[] {
  if (BARE.has(kind)) return [];
  const { top, topFill, bottom, bottomFill, hat, sword } = clothes;
  const headwear = hat === "none" ? [] : [hat];
  return [
    `${topFill} ${top}`,
    ...(bottom === "none" ? [] : [`${bottomFill} ${bottom}`]),
    ...headwear,
    ...(sword ? ["sword at the hip"] : []),
  ];
}
