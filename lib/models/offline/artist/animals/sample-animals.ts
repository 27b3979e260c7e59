// Designs of animals for tests.
import type { Design } from "../camera/design.ts";
import { ANIMAL_NAMES, type Animal, beingOf } from "../closed/animals.ts";

export const animal = (kind: Design["kind"], name: Animal): Design => ({
  id: "c1",
  name,
  kind,
  age: "adult",
  gender: "unknown",
  build: "average",
  hair: { style: "short", fill: "mid" },
  beard: "none",
  glasses: false,
  clothes: { top: "shirt", topFill: "white", bottom: "trousers", bottomFill: "dark", hat: "none" },
  look: 3,
  description: name,
  told: { animal: name },
});

/** Animals that must be distinguishable. */
export const ANIMALS = [
  animal("cat", "cat"),
  animal("dog", "dog"),
  animal("bird", "bird"),
  animal("creature", "fox"),
  animal("creature", "wolf"),
  animal("creature", "rabbit"),
  animal("creature", "bear"),
];

export const EVERY = ANIMAL_NAMES.map((name) => animal(beingOf(name), name));
