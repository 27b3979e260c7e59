// The animals that are drawn, by the body that they share, and what kind of being they are.
import type { Person } from "./person.ts";

const NAMES = {
  hoofed: ["horse", "donkey", "cow", "goat", "sheep", "deer", "pig"],
  pawed: [
    ...(["cat", "dog", "fox", "wolf", "rabbit", "bear", "mouse", "squirrel"] as const),
    ...(["monkey", "raccoon", "lion", "tiger"] as const),
  ],
  feathered: [
    ...(["bird", "sparrow", "swallow", "pigeon", "crow", "gull", "owl", "hawk", "parrot"] as const),
    ...(["duck", "chicken", "chick", "goose", "swan", "crane"] as const),
  ],
  small: [
    ...(["frog", "turtle", "snake", "crab", "fish", "butterfly", "dragonfly", "bee"] as const),
    ...(["firefly", "spider", "snail", "beetle", "bat"] as const),
  ],
} as const;

/** On hooves: one body by `hoof-builds.ts`. */
export type Hoofed = (typeof NAMES.hoofed)[number];
/** With paws: one of the bodies of `four-legs.ts`. */
export type Pawed = (typeof NAMES.pawed)[number];
export type Feathered = (typeof NAMES.feathered)[number];
/** Too small, or too unlike the others, for a body that they share. */
export type Small = (typeof NAMES.small)[number];
export type Animal = Hoofed | Pawed | Feathered | Small;

/** All that can be drawn. */
export const ANIMAL_NAMES: readonly Animal[] = [
  ...NAMES.hoofed,
  ...NAMES.pawed,
  ...NAMES.feathered,
  ...NAMES.small,
];

/** What kind of being an animal is among those of a cast. */
export function beingOf(animal: Animal): Person["kind"] {
  if (animal === "cat" || animal === "dog") return animal;
  return NAMES.feathered.some((name) => name === animal) ? "bird" : "creature";
}
