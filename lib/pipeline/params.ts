// What a person asked for when they started a session, or changed later; parts of it enter the steps' input hashes.
import * as z from "zod";
import { ExperimentSchema, ExportFormatSchema } from "../manga/export-formats.ts";
import { DirectionSchema, LanguageSchema } from "../manga/language.ts";
import { ModelIdsSchema } from "../manga/model-ids.ts";
import { KeptTierSchema } from "../manga/tier.ts";
import { PhaseSchema } from "./step-id.ts";

const RenameSchema = z.object({ from: z.string().min(1), to: z.string().min(1) });

const OwnPortraitSchema = z.object({
  /** Whom it shows, as the story calls them. */
  name: z.string().min(1).max(60),
  /** Stored with the session (sha-256). */
  blob: z.string(),
  contentType: z.string(),
});
export type OwnPortrait = z.infer<typeof OwnPortraitSchema>;

export const SessionParamsSchema = z.object({
  /** sha-256 of the story's text. */
  storyHash: z.string(),
  title: z.string().min(1).max(255).optional(),
  pages: z.int().min(1).max(100).optional(),
  /** Names that people gave to somebody of the story, in the order in which they did. */
  renames: z.array(RenameSchema).optional(),
  /** Pictures of people of the story that the person gave. */
  portraits: z.array(OwnPortraitSchema).optional(),
  /** What the book is lettered in. */
  language: LanguageSchema,
  /** The story's own language, once the book is lettered in another one. */
  storyLanguage: LanguageSchema.optional(),
  direction: DirectionSchema,
  /** The direction that the pages are laid out in, once the book was turned to the other one. */
  layoutDirection: DirectionSchema.optional(),
  /** sha-256 of the words that somebody gave for the lettering alone. */
  lines: z.string().optional(),
  style: z.string(),
  /** How the person wants the book to look, in their own words. */
  artDirection: z.string().min(1).max(300).optional(),
  /** Absent: in black and white. */
  colorMode: z.literal("color").optional(),
  /** Absent: balloons keep their 。 and 、. */
  dropPunctuation: z.literal(true).optional(),
  /** What is not sure to work everywhere, and was asked for by name. */
  experimental: z.array(ExperimentSchema).min(1).optional(),
  genre: z.string().optional(),
  seed: z.int().nonnegative(),
  /** What reads, directs and draws, as it was when the session began. */
  models: ModelIdsSchema,
  /** Phases after which the person wants to be asked. */
  review: z.array(PhaseSchema),
  reviewTimeoutMinutes: z.int().min(1).max(1440),
  /** The most that the session may spend, in micro-dollars, where its owner wants less than the setting allows. */
  budgetMicros: z.int().nonnegative().optional(),
  /**
   * What was estimated at the start of a session whose models cost money: its pages, and a limit that is enough for them. Clients
   * propose a limit by it when the budget was spent. Absent in sessions that began before it was kept.
   */
  expected: z.object({ pages: z.int().positive(), enoughMicros: z.int().nonnegative() }).optional(),
  /**
   * The artist takes reference pictures: people, places and the style get sheets of their own, which panels carry. Absent: portraits
   * alone, as in sessions of before there were sheets.
   */
  sheets: z.literal(true).optional(),
  /** How much pictures may cost; absent: `standard`. */
  tier: KeptTierSchema,
  /** Models are asked in their vendor's half-price lane, where answers take minutes. It changes no answer, so it is in no input. */
  slow: z.literal(true).optional(),
  /** Files that the last phase binds. */
  formats: z.array(ExportFormatSchema),
});
export type SessionParams = z.infer<typeof SessionParamsSchema>;
