// The animals that can be drawn, grouped by the body plan that draws them, and the kind of being that each counts as.
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

/** Hoofed animals: one body, drawn by `hoof-rig.ts`. */
export type Hoofed = (typeof NAMES.hoofed)[number];
/** Pawed animals: one body, varied by `breeds.ts`. */
export type Pawed = (typeof NAMES.pawed)[number];
export type Feathered = (typeof NAMES.feathered)[number];
/** Animals too small, or too different, for a shared body; each has a drawing of its own. */
export type Small = (typeof NAMES.small)[number];
export type Animal = Hoofed | Pawed | Feathered | Small;

/** Every animal that can be drawn. */
export const ANIMAL_NAMES: readonly Animal[] = Object.values(NAMES).flat();

/** The `kind` that an animal has as a member of a cast. */
export function beingOf(animal: Animal): Person["kind"] {
  if (animal === "cat" || animal === "dog") return animal;
  return NAMES.feathered.some((name) => name === animal) ? "bird" : "creature";
}
