// Character designs (the output of phase 2): closed data that draws the same person every time.

import * as z from "zod";
import { listed } from "./listed.ts";
import { PersonSchema } from "./person.ts";

/** How an area is filled: left white, a screen tone, or solid black. */
export const FillSchema = z.enum(["white", "light", "mid", "dark", "black"]);
export type Fill = z.infer<typeof FillSchema>;

export const HairSchema = z.object({
  style: z.enum(listed("short crop bob long ponytail twin-tails bun spiky messy curly swept bald")),
  fill: FillSchema,
});

export const ClothesSchema = z.object({
  top: z.enum(listed("shirt sweater jacket coat uniform sailor kimono robe apron armor hoodie")),
  topFill: FillSchema,
  bottom: z.enum(["trousers", "skirt", "shorts", "hakama", "dress", "none"]),
  bottomFill: FillSchema,
  hat: z.enum(["none", "cap", "hat", "straw-hat", "helmet", "hood", "headband"]),
  /** A sword hangs at the hip. Absent: none. */
  sword: z.boolean().optional(),
});

/** A person's design: the input of the artist and of every picture prompt. */
export const CharacterDesignSchema = PersonSchema.extend({
  build: z.enum(["small", "slim", "average", "broad"]),
  hair: HairSchema,
  beard: z.enum(["none", "stubble", "moustache", "full"]),
  glasses: z.boolean(),
  clothes: ClothesSchema,
  /** Selects among equal variants of face and hair; derived from the session's seed. */
  look: z.int().nonnegative(),
  /** A stored picture of this character that the user supplied, in the proportions of a portrait. */
  portrait: z.object({ blob: z.string(), contentType: z.string() }).optional(),
  /** The design in one sentence, in the book's language, for people and for picture prompts. */
  description: z.string().min(1),
});
export type CharacterDesign = z.infer<typeof CharacterDesignSchema>;
