// What phase 1 gives: what the story is, how it is to look, and who appears in it.
import * as z from "zod";
import { LanguageSchema } from "./language.ts";
import { MoodSchema, OpenWordSchema } from "./staging.ts";
import { StyleSchema } from "./style.ts";
import { WantedStagingSchema } from "./wanted-staging.ts";

/** `c1`, `c2` …, in the order in which they matter. */
export const CharacterIdSchema = z.string().regex(/^c\d+$/);

export const SexSchema = z.enum(["female", "male", "unknown"]);

export const PersonSchema = z.object({
  id: CharacterIdSchema,
  name: z.string().min(1).max(60),
  /** Other names that the text calls them by. */
  aliases: z.array(z.string().min(1)),
  role: z.enum(["protagonist", "partner", "opponent", "support"]),
  /** What they are: `human`, `cat`, `camel`, `dragon`, `teapot`. */
  kind: OpenWordSchema,
  /** In years where they are told (`72`), else a band: `child`, `teen`, `adult`, `elder`; `unknown` where nothing tells it. */
  age: OpenWordSchema,
  sex: SexSchema,
  /** The text's own words about them, quoted; empty where it says nothing. */
  notes: z.string(),
});
export type Person = z.infer<typeof PersonSchema>;

/** Whether somebody of the story is a human being, and has hands and a face to look into. */
export const isHuman = ({ kind }: Pick<Person, "kind">): boolean => kind === "human";

export const ConceptSchema = z.object({
  title: z.string().min(1).max(255),
  language: LanguageSchema,
  genre: z.string().min(1),
  themes: z.array(z.string().min(1)),
  mood: MoodSchema,
  /** One sentence: where and when it plays. */
  world: z.string(),
  audience: z.string(),
  style: StyleSchema,
  people: z.array(PersonSchema),
  /** Story pages, title page and colophon not counted. */
  pages: z.int().min(1).max(100),
  /** What a person asked for before there were scenes; absent where nobody did. */
  wanted: WantedStagingSchema.optional(),
});
export type Concept = z.infer<typeof ConceptSchema>;
