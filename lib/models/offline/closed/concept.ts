// What phase 1 gives: what the story is, and who appears in it.
import * as z from "zod";
import { LanguageSchema } from "../../../manga/language.ts";
import { MoodSchema } from "./staging.ts";

/** `c1`, `c2` …, in the order in which they matter. */
export const CharacterIdSchema = z.string().regex(/^c\d+$/);

export const PersonSchema = z.object({
  id: CharacterIdSchema,
  name: z.string().min(1).max(60),
  /** Other names that the text calls them by. */
  aliases: z.array(z.string().min(1)),
  role: z.enum(["protagonist", "partner", "opponent", "support"]),
  kind: z.enum(["human", "cat", "dog", "bird", "robot", "ghost", "creature"]),
  age: z.enum(["child", "teen", "adult", "elder"]),
  gender: z.enum(["female", "male", "unknown"]),
  /** The text's own words about them, quoted; empty where it says nothing. */
  notes: z.string(),
});
export type Person = z.infer<typeof PersonSchema>;

export const ConceptSchema = z.object({
  title: z.string().min(1).max(255),
  language: LanguageSchema,
  genre: z.string().min(1),
  themes: z.array(z.string().min(1)),
  mood: MoodSchema,
  /** One sentence: where and when it plays. */
  world: z.string(),
  audience: z.string(),
  people: z.array(PersonSchema),
  /** Story pages, title page and colophon not counted. */
  pages: z.int().min(1).max(100),
});
export type Concept = z.infer<typeof ConceptSchema>;
