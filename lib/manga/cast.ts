// Result of phase 2: how each character looks, in words that any artist reads and that give the same character every time.
import * as z from "zod";
import { CharacterIdSchema, PersonSchema } from "./concept.ts";
import { OpenWordSchema, SaidSchema } from "./staging.ts";

/** The clothes of a character in some of the scenes. */
export const OutfitSchema = z.object({
  /** `o1`, `o2` … The first is worn in all scenes that no other outfit lists. */
  id: z.string().regex(/^o\d+$/),
  /** Each piece with its colour or tone: `white shirt`, `dark trousers`, `straw hat`, `sword at the hip`. */
  worn: z.array(OpenWordSchema).max(12),
  /** Scenes in which it is worn; empty for the first. */
  scenes: z.array(z.string()).max(200),
  /** First and last unit of the story in which it is worn; present where a reader designed characters before scenes were known. */
  units: z.object({ from: z.string(), to: z.string() }).optional(),
});
export type Outfit = z.infer<typeof OutfitSchema>;

/** A character's design, which every artist reads. An absent field is not told by the story, so an artist may choose. */
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
  /** Style and colour; for animals the coat: `bob, dark`, `black coat`. */
  hair: OpenWordSchema.optional(),
  /** Facial hair: `stubble`, `full beard`. */
  beard: OpenWordSchema.optional(),
  build: OpenWordSchema.optional(),
  /** Relative to others: `a head taller than Mina`. */
  height: OpenWordSchema.optional(),
  /** Marks by which readers recognise the character: `scar on the left cheek`, `one white ear`, `on wheels`. */
  marks: z.array(OpenWordSchema).max(8),
  /** At least one; for animals without clothes, `worn` is empty. */
  outfits: z.array(OutfitSchema).min(1).max(12),
  /** Worn with every outfit: `glasses`, `ear rings`. */
  accessories: z.array(OpenWordSchema).max(8),
  /** Traits that never change in the story. */
  constant: SaidSchema.optional(),
  /** Number that picks among equal variants of face and hair; from the session's seed. */
  look: z.int().nonnegative(),
  /** A stored picture that a person uploaded for the character, in a portrait's proportions. */
  portrait: z.object({ blob: z.string(), contentType: z.string() }).optional(),
  /** The design for models, in English; present only where a model wrote it. */
  words: SaidSchema.optional(),
  /** The design in one sentence of the book's language, shown to people. */
  description: z.string().min(1),
});
export type Character = z.infer<typeof CharacterSchema>;

/** The outfit of a character in a scene. Throws `RangeError` for a character without outfits. */
export function outfitIn({ outfits }: Pick<Character, "outfits">, scene: string): Outfit {
  const [first] = outfits;
  const own = outfits.find(({ scenes }) => scenes.includes(scene)) ?? first;
  if (own === undefined) throw new RangeError("a character has at least one outfit");
  return own;
}

/** The outfit in a panel that tells some of the story's units; undefined where the scene decides. */
export function outfitDuring(
  { outfits }: Pick<Character, "outfits">,
  units: readonly string[],
): Outfit | undefined {
  return outfits.find(({ units: run }) => run !== undefined && units.some((unit) => isWithin(unit, run)));
}

/** Ids of units have the same length within a story, so they sort as strings. */
const isWithin = (unit: string, { from, to }: { from: string; to: string }) => unit >= from && unit <= to;

export const CastSchema = z.object({
  characters: z.array(CharacterSchema),
  /** Who was merged into whom; absent where nobody was. */
  merged: z.array(z.object({ id: CharacterIdSchema, into: CharacterIdSchema })).optional(),
});
export type Cast = z.infer<typeof CastSchema>;
