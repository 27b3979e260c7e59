// Characters of the specimen sheets: ten people, two with weapons, animals and beings, and a simple picture of any of them.

import { ANIMAL_NAMES, beingOf } from "../../../lib/models/offline/artist/closed/animals.ts";
import type { CharacterDesign } from "../../../lib/models/offline/artist/closed/cast.ts";
import type { Hour } from "../../../lib/models/offline/artist/closed/staging.ts";
import type { Picture } from "../../../lib/models/offline/artist/closed/storyboard.ts";
import type { PersonTold } from "../../../lib/models/offline/artist/closed/told.ts";
import { picture as samplePicture } from "../../../lib/models/offline/artist/sample-panel.ts";

type Look = Partial<Omit<CharacterDesign, "clothes" | "hair">> & {
  hair: CharacterDesign["hair"];
  clothes: readonly [
    CharacterDesign["clothes"]["top"],
    CharacterDesign["clothes"]["topFill"],
    CharacterDesign["clothes"]["bottom"],
    CharacterDesign["clothes"]["bottomFill"],
    CharacterDesign["clothes"]["hat"],
  ];
};

/** The ten people of the model sheet. */
export const LOOKS: readonly Look[] = [
  { hair: { style: "bob", fill: "black" }, clothes: ["sailor", "white", "skirt", "dark", "none"] },
  {
    gender: "male",
    hair: { style: "spiky", fill: "white" },
    clothes: ["uniform", "black", "trousers", "black", "none"],
  },
  {
    gender: "male",
    age: "adult",
    build: "broad",
    beard: "stubble",
    hair: { style: "short", fill: "black" },
    clothes: ["jacket", "dark", "trousers", "mid", "none"],
  },
  {
    age: "adult",
    hair: { style: "long", fill: "mid" },
    clothes: ["coat", "light", "trousers", "black", "none"],
  },
  {
    gender: "male",
    age: "elder",
    beard: "full",
    hair: { style: "bald", fill: "white" },
    clothes: ["kimono", "mid", "hakama", "dark", "none"],
  },
  {
    age: "child",
    hair: { style: "twin-tails", fill: "dark" },
    clothes: ["hoodie", "light", "shorts", "mid", "none"],
  },
  {
    age: "adult",
    glasses: true,
    hair: { style: "bun", fill: "black" },
    clothes: ["apron", "white", "dress", "mid", "none"],
  },
  {
    gender: "male",
    glasses: true,
    hair: { style: "messy", fill: "dark" },
    clothes: ["sweater", "mid", "trousers", "light", "none"],
  },
  {
    gender: "male",
    age: "adult",
    hair: { style: "swept", fill: "light" },
    clothes: ["armor", "mid", "trousers", "dark", "none"],
  },
  {
    age: "elder",
    hair: { style: "curly", fill: "white" },
    clothes: ["robe", "dark", "dress", "dark", "none"],
  },
];

/** People with swords: a man of old Japan under a sedge hat, one in armour, and a knight. */
const ARMED: readonly Look[] = [
  {
    gender: "male",
    age: "adult",
    beard: "stubble",
    hair: { style: "ponytail", fill: "black" },
    clothes: ["kimono", "white", "hakama", "mid", "hat"],
  },
  {
    gender: "male",
    age: "adult",
    hair: { style: "short", fill: "mid" },
    clothes: ["armor", "mid", "trousers", "dark", "none"],
  },
  {
    gender: "male",
    age: "adult",
    beard: "moustache",
    hair: { style: "bun", fill: "black" },
    clothes: ["armor", "dark", "hakama", "mid", "helmet"],
  },
];

export const CAST: readonly CharacterDesign[] = [...LOOKS, ...ARMED].map(
  ({ clothes: [top, topFill, bottom, bottomFill, hat], ...look }, i) => ({
    id: `c${i + 1}`,
    name: `c${i + 1}`,
    kind: "human",
    age: "teen",
    gender: "female",
    build: "average",
    beard: "none",
    glasses: false,
    look: i * 7 + 2,
    description: "specimen",
    ...look,
    clothes: { top, topFill, bottom, bottomFill, hat, sword: i >= LOOKS.length },
  }),
);

const somebody = (name: string, kind: CharacterDesign["kind"], i: number): CharacterDesign => ({
  ...(CAST[i % 6] as CharacterDesign),
  id: `c${i + 20}`,
  name,
  kind,
  age: "adult",
  hair: { style: "short", fill: kind === "cat" ? "black" : "mid" },
});

/** Beings without an animal kind, and every animal that can be drawn. */
export const BEASTS: readonly CharacterDesign[] = [
  ...(["robot", "ghost", "creature"] as const).map((kind, i) => somebody(kind, kind, i)),
  ...ANIMAL_NAMES.map((animal, i) => somebody(animal, beingOf(animal), i + 3)),
];

/** Facts about their bodies, by character id. */
export const BEASTS_TOLD: Readonly<Record<string, PersonTold>> = Object.fromEntries(
  ANIMAL_NAMES.map((animal, i) => [`c${i + 23}`, { animal }]),
);

export interface Cell {
  label: string;
  picture: Picture;
}

/** A simple full-figure picture; default: of nobody. */
export function picture(
  change: Partial<Picture>,
  place: Picture["scene"]["place"]["kind"] = "abstract",
  hour: Hour = "day",
): Picture {
  const { scene } = samplePicture();
  return samplePicture({
    scene: { ...scene, place: { kind: place, name: "" }, hour, season: "summer" },
    ...{ figures: [], room: 0 },
    ...change,
  });
}
