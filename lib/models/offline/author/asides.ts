// What a sentence has beside the people of the story: animals that are nobody's, a flag that falls.
import type { Person } from "../closed/concept.ts";
import { type Animal, animalOf } from "../animal-words.ts";
import { animalsTold, type Told } from "../told-animals.ts";

/** What falls beside people. */
const FALLS = /(?:旗|看板|梯子|はしご)[^。]{0,3}(?:倒れ|落ち)/u;

/** What stands or stirs beside the people of the story, which a near frame would cut off; what is carried is near enough to a face. */
export const isAside = (action: string, cast: ReadonlySet<Animal>): boolean =>
  FALLS.test(action) ||
  animalsTold(action).some(
    ({ animal, about, count }) => (!cast.has(animal) || count > 1) && !isCarried({ about }),
  );

/** Whether an animal is on somebody's arms, lap or shoulder: it is nowhere without them. */
export const isCarried = ({ about }: Pick<Told, "about">): boolean => ON_SOMEBODY.test(about);

/** The animals that the people of a story are. */
export const animalsAmong = (people: readonly Person[]): ReadonlySet<Animal> =>
  new Set(
    people.flatMap(
      ({ kind, name, aliases }) =>
        animalOf({ kind, name: [name, ...aliases].join(" "), description: "" }) ?? [],
    ),
  );

const ON_SOMEBODY =
  /抱[いきえ]|肩に|膝の上|手のひら|\b(?:in (?:his|her|their|my) (?:arms|lap)|on (?:his|her|my) (?:shoulder|lap|knees?)|cradl\w+|hugg\w+|strok\w+)\b/iu;

export const tellsOfAnimals = (action: string): boolean => animalsTold(action).length > 0;
