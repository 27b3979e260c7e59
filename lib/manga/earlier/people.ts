// Upgrades characters of the closed form, whose kinds, hair and clothes were values of lists: each value becomes a word.
import * as z from "zod";
import type { Cast, Character } from "../cast.ts";
import type { Concept, Person } from "../concept.ts";
import { PersonSchema, SexSchema } from "../concept.ts";
import { styleOf } from "../style-presets.ts";
import { EarlierPlaceSchema, placeWords } from "./places.ts";

const EarlierPersonSchema = z.looseObject({ ...PersonSchema.omit({ sex: true }).shape, gender: SexSchema });

const EarlierConceptSchema = z.looseObject({
  people: z.array(EarlierPersonSchema),
  wanted: z.looseObject({ place: EarlierPlaceSchema.optional() }).optional(),
});

const EarlierDesignSchema = z.looseObject({
  ...PersonSchema.pick({ id: true, name: true, kind: true, age: true }).shape,
  gender: SexSchema,
  build: z.string(),
  hair: z.object({ style: z.string(), fill: z.string() }),
  beard: z.string(),
  glasses: z.boolean(),
  clothes: z.object({
    top: z.string(),
    topFill: z.string(),
    bottom: z.string(),
    bottomFill: z.string(),
    hat: z.string(),
    sword: z.boolean().optional(),
  }),
  look: z.int().nonnegative(),
  portrait: z.object({ blob: z.string(), contentType: z.string() }).optional(),
  words: z.string().optional(),
  description: z.string(),
});
type EarlierDesign = z.infer<typeof EarlierDesignSchema>;

function upgradePerson({ gender, ...person }: z.infer<typeof EarlierPersonSchema>): Person {
  return { ...person, sex: gender };
}

export const isEarlierConcept = (stored: object): boolean => "people" in stored && !("style" in stored);

/** Upgrades a concept of the closed form, which had no style field because there was one style. Throws `ZodError` for another value. */
export function upgradeConcept(stored: unknown): unknown {
  const { people, wanted, ...concept } = EarlierConceptSchema.parse(stored);
  const { place, ...asked } = wanted ?? {};
  return {
    ...concept,
    style: styleOf("manga"),
    people: people.map(upgradePerson),
    ...(wanted && { wanted: { ...asked, ...(place && { place: wantedPlace(place) }) } }),
  } satisfies Partial<Record<keyof Concept, unknown>>;
}

const wantedPlace = (place: z.infer<typeof EarlierPlaceSchema>) => {
  const { name, kind } = placeWords(place);
  return { name, kind };
};

/** Whether a design has the old `clothes` field. */
export const isEarlierDesign = (design: unknown): boolean =>
  typeof design === "object" && design !== null && "clothes" in design;

/** Upgrades a cast. Throws `ZodError` for another value. */
export function upgradeCast(stored: unknown): Pick<Record<keyof Cast, unknown>, "characters"> {
  const { characters } = z.object({ characters: z.array(z.unknown()) }).parse(stored);
  return { characters: characters.map((one) => (isEarlierDesign(one) ? upgradeDesign(one) : one)) };
}

function upgradeDesign(stored: unknown): Character {
  const design = EarlierDesignSchema.parse(stored);
  const { hair, beard, glasses, build } = design;
  return {
    ...{ id: design.id, name: design.name, kind: design.kind, age: design.age, sex: design.gender },
    ...{ hair: hair.style === "bald" ? hair.style : `${hair.style}, ${hair.fill}`, build },
    ...(beard !== "none" && { beard }),
    marks: [],
    outfits: [{ id: "o1", worn: wornBy(design), scenes: [] }],
    accessories: glasses ? ["glasses"] : [],
    look: design.look,
    ...(design.portrait && { portrait: design.portrait }),
    ...(design.words !== undefined && { words: design.words }),
    description: design.description,
  };
}

/** Animals and spirits had clothes in the data but were drawn without them. */
function wornBy({ kind, clothes }: EarlierDesign): string[] {
  if (kind !== "human" && kind !== "robot") return [];
  return [
    `${clothes.topFill} ${clothes.top}`,
    ...(clothes.bottom === "none" ? [] : [`${clothes.bottomFill} ${clothes.bottom}`]),
    ...(clothes.hat === "none" ? [] : [clothes.hat]),
    ...(clothes.sword === true ? ["sword at the hip"] : []),
  ];
}
