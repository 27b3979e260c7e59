// What phase 2 gives: how each person looks, in words that any artist reads, and that draw the same person every time.
import * as z from "zod";
import { PersonSchema } from "./concept.ts";
import { OpenWordSchema, SaidSchema } from "./staging.ts";

/** What somebody wears from head to foot for some of the scenes. */
export const OutfitSchema = z.object({
  /** `o1`, `o2` … The first is the one of every scene that names no other. */
  id: z.string().regex(/^o\d+$/),
  /** Each piece with its colour or tone: `white shirt`, `dark trousers`, `straw hat`, `sword at the hip`. */
  worn: z.array(OpenWordSchema).max(12),
  /** Scenes in which it is worn; empty for the first. */
  scenes: z.array(z.string()).max(200),
  /** First and last unit of the story in which it is worn, where a reader designed people before there were scenes. */
  units: z.object({ from: z.string(), to: z.string() }).optional(),
});
export type Outfit = z.infer<typeof OutfitSchema>;

/** A person's design: what every artist reads. Absent fields are not told, and an artist chooses. */
export const CharacterSchema = PersonSchema.pick({
  id: true,
  name: true,
  kind: true,
  age: true,
  sex: true,
}).extend({
  /** `round`, `narrow with high cheekbones`. */
  face: OpenWordSchema.optional(),
  /** `large and dark`. */
  eyes: OpenWordSchema.optional(),
  /** Style and colour; of animals the coat: `bob, dark`, `black coat`. */
  hair: OpenWordSchema.optional(),
  /** Of the face: `stubble`, `full beard`. */
  beard: OpenWordSchema.optional(),
  build: OpenWordSchema.optional(),
  /** Against others: `a head taller than Mina`. */
  height: OpenWordSchema.optional(),
  /** By what they are known again: `scar on the left cheek`, `one white ear`, `on wheels`. */
  marks: z.array(OpenWordSchema).max(8),
  /** At least one; animals may wear nothing: an empty list of pieces. */
  outfits: z.array(OutfitSchema).min(1).max(12),
  /** What they have on whatever they wear: `glasses`, `ear rings`. */
  accessories: z.array(OpenWordSchema).max(8),
  /** What never changes, whatever happens to them. */
  constant: SaidSchema.optional(),
  /** Number that picks among equal variants of face and hair; from the session's seed. */
  look: z.int().nonnegative(),
  /** A stored picture of them that the person gave, in the proportions of a portrait. */
  portrait: z.object({ blob: z.string(), contentType: z.string() }).optional(),
  /** The design for models, in English; only where a model wrote it. */
  words: SaidSchema.optional(),
  /** The design in one sentence of the book's language, for people. */
  description: z.string().min(1),
});
export type Character = z.infer<typeof CharacterSchema>;

/** Outfit that somebody wears in a scene. */
export function outfitIn({ outfits }: Pick<Character, "outfits">, scene: string): Outfit {
  const [first] = outfits;
  const own = outfits.find(({ scenes }) => scenes.includes(scene)) ?? first;
  if (own === undefined) throw new RangeError("a character has at least one outfit");
  return own;
}

/** Outfit that somebody wears in a panel that tells some of the story's units; undefined where it is the one of the scene. */
export function outfitDuring(
  { outfits }: Pick<Character, "outfits">,
  units: readonly string[],
): Outfit | undefined {
  return outfits.find(({ units: run }) => run !== undefined && units.some((unit) => isWithin(unit, run)));
}

/** Ids of units have one length within a story, so that their order is that of their letters. */
const isWithin = (unit: string, { from, to }: { from: string; to: string }) => unit >= from && unit <= to;

export const CastSchema = z.object({ characters: z.array(CharacterSchema) });
export type Cast = z.infer<typeof CastSchema>;
