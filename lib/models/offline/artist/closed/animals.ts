// The animals that are drawn, by the body that they share, and what kind of being they are.
import { listed } from "./listed.ts";
import type { Person } from "./person.ts";

const NAMES = {
  hoofed: listed("horse donkey cow goat sheep deer pig"),
  pawed: listed("cat dog fox wolf rabbit bear mouse squirrel monkey raccoon lion tiger"),
  feathered: listed(
    "bird sparrow swallow pigeon crow gull owl hawk parrot duck chicken chick goose swan crane",
  ),
  small: listed("frog turtle snake crab fish butterfly dragonfly bee firefly spider snail beetle bat"),
};

/** On hooves: one body by `hoof-rig.ts`. */
export type Hoofed = (typeof NAMES.hoofed)[number];
/** With paws: told apart by `breeds.ts`. */
export type Pawed = (typeof NAMES.pawed)[number];
export type Feathered = (typeof NAMES.feathered)[number];
/** Too small, or too unlike the others, for a body that they share. */
export type Small = (typeof NAMES.small)[number];
export type Animal = Hoofed | Pawed | Feathered | Small;

/** All that can be drawn. */
export const ANIMAL_NAMES: readonly Animal[] = Object.values(NAMES).flat();

/** What kind of being an animal is among those of a cast. */
export function beingOf(animal: Animal): Person["kind"] {
  if (animal === "cat" || animal === "dog") return animal;
  return NAMES.feathered.some((name) => name === animal) ? "bird" : "creature";
}
