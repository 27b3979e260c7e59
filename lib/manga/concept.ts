// Result of phase 1: the story's subject, the book's style, and the characters.
import * as z from "zod";
import { LanguageSchema } from "./language.ts";
import { MoodSchema, OpenWordSchema } from "./staging.ts";
import { StyleSchema } from "./style.ts";
import { WantedStagingSchema } from "./wanted-staging.ts";

/** `c1`, `c2` …, the most important first. */
export const CharacterIdSchema = z.string().regex(/^c\d+$/);

export const SexSchema = z.enum(["female", "male", "unknown"]);

export const PersonSchema = z.object({
  id: CharacterIdSchema,
  name: z.string().min(1).max(60),
  /** Other names that the text uses. */
  aliases: z.array(z.string().min(1)),
  role: z.enum(["protagonist", "partner", "opponent", "support"]),
  /** Species or sort of thing: `human`, `cat`, `camel`, `dragon`, `teapot`. */
  kind: OpenWordSchema,
  /** In years where the text gives them (`72`), else a band: `child`, `teen`, `adult`, `elder`; `unknown` where the text gives no hint. */
  age: OpenWordSchema,
  sex: SexSchema,
  /** Quotes from the text about the character; empty where it says nothing. */
  notes: z.string(),
});
export type Person = z.infer<typeof PersonSchema>;

/** Whether a character is human, and so has hands and a human face. */
export const isHuman = ({ kind }: Pick<Person, "kind">): boolean => kind === "human";

export const ConceptSchema = z.object({
  title: z.string().min(1).max(255),
  language: LanguageSchema,
  genre: z.string().min(1),
  themes: z.array(z.string().min(1)),
  mood: MoodSchema,
  /** Place and time of the story in one sentence. */
  world: z.string(),
  audience: z.string(),
  style: StyleSchema,
  people: z.array(PersonSchema),
  /** People whom a person merged into others of `people`: whatever the story tells of them is the other's. */
  merged: z.array(PersonSchema.extend({ into: CharacterIdSchema })).optional(),
  /** Number of story pages, without title page and colophon. */
  pages: z.int().min(1).max(100),
  /** The staging that a person asked for before scenes existed; absent where nobody did. */
  wanted: WantedStagingSchema.optional(),
});
export type Concept = z.infer<typeof ConceptSchema>;
