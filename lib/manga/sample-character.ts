// A character and a place for tests, with all required fields.
import type { Character } from "./cast.ts";
import type { Place } from "./place.ts";

export const sampleCharacter = (change: Partial<Character> = {}): Character => ({
  ...{ id: "c1", name: "Mina", kind: "human", age: "teen", sex: "female", build: "slim", hair: "bob, black" },
  ...{ marks: [], accessories: ["glasses"], look: 1, description: "A girl in a coat" },
  outfits: [{ id: "o1", worn: ["mid coat", "dark skirt"], scenes: [] }],
  ...change,
});

export const samplePlace = (change: Partial<Place> = {}): Place => ({
  ...{ id: "l1", name: "", kind: "station", landmarks: [], look: 0 },
  ...change,
});
