// The parameters of a session, as a person chose them at its start or changed them later; parts of them enter the steps' input hashes.
import * as z from "zod";
import { ExperimentSchema, ExportFormatSchema } from "../manga/export-formats.ts";
import { LetterStylesSchema } from "../manga/hand-lettering.ts";
import { DirectionSchema, LanguageSchema } from "../manga/language.ts";
import { ModelIdsSchema } from "../manga/model-ids.ts";
import { OwnFontsSchema } from "../manga/own-fonts.ts";
import { KeptTierSchema } from "../manga/tier.ts";
import { PhaseSchema } from "./step-id.ts";

const RenameSchema = z.object({ from: z.string().min(1), to: z.string().min(1) });

const OwnPortraitSchema = z.object({
  /** The character that it shows, by the story's name. */
  name: z.string().min(1).max(60),
  /** Stored with the session (sha-256). */
  blob: z.string(),
  contentType: z.string(),
});
export type OwnPortrait = z.infer<typeof OwnPortraitSchema>;

export const SessionParamsSchema = z.object({
  /** sha-256 of the story's text. */
  storyHash: z.string(),
  /** sha-256 of what the person said of people, speakers and places beside the text (`lib/manga/given.ts`); stored with the story. */
  given: z.string().optional(),
  title: z.string().min(1).max(255).optional(),
  pages: z.int().min(1).max(100).optional(),
  /** New names of characters, in the order in which people gave them. */
  renames: z.array(RenameSchema).optional(),
  /** Pictures of characters that the person supplied. */
  portraits: z.array(OwnPortraitSchema).optional(),
  /** The language of the book's lettering. */
  language: LanguageSchema,
  /** The story's own language, where the book is lettered in another one. */
  storyLanguage: LanguageSchema.optional(),
  direction: DirectionSchema,
  /** The direction for which the pages are laid out, where the book was turned to the other one. */
  layoutDirection: DirectionSchema.optional(),
  /** sha-256 of the words that a person supplied for the lettering alone. */
  lines: z.string().optional(),
  /** Lettering styles of people and of the book; absent: none. */
  letterStyles: LetterStylesSchema.optional(),
  /** Fonts that the owner supplied; absent: none. Texts name them by their ids, which are hashes, so lettering needs no more of them. */
  fonts: OwnFontsSchema.optional(),
  style: z.string(),
  /** The style that the person wants, in their own words. */
  artDirection: z.string().min(1).max(300).optional(),
  /** Absent: black and white. */
  colorMode: z.literal("color").optional(),
  /** Absent: balloons keep their 。 and 、. */
  dropPunctuation: z.literal(true).optional(),
  /** Formats that may not work everywhere, which a person asked for by name. */
  experimental: z.array(ExperimentSchema).min(1).optional(),
  genre: z.string().optional(),
  seed: z.int().nonnegative(),
  /** The models that read, direct and draw, as chosen when the session began. */
  models: ModelIdsSchema,
  /** Phases after which a person reviews the book. */
  review: z.array(PhaseSchema),
  reviewTimeoutMinutes: z.int().min(1).max(1440),
  /** The most that the session may spend, in micro-dollars, where that is less than the setting. */
  budgetMicros: z.int().nonnegative().optional(),
  /**
   * The estimate at the start of a session whose models cost money: its pages, and a limit that suffices for them. Clients propose a limit
   * from it when the budget was spent. Absent in sessions older than this field.
   */
  expected: z.object({ pages: z.int().positive(), enoughMicros: z.int().nonnegative() }).optional(),
  /**
   * The artist accepts reference pictures: characters, places and the style get sheets of their own, which are sent with panels. Absent:
   * portraits only, as in sessions older than sheets.
   */
  sheets: z.literal(true).optional(),
  /** The cover is made by a step of its own. Absent: `finish` makes it, as in sessions older than that step. */
  coverApart: z.literal(true).optional(),
  /** The price level of pictures; absent: `standard`. */
  tier: KeptTierSchema,
  /** Models are asked in their vendor's slower lane, at half the price. It changes no answer, so it is in no input. */
  slow: z.literal(true).optional(),
  /**
   * The files of `formats` are bound when somebody asks for one, not by the last phase: since the words of a bound book were edited. Absent:
   * the last phase binds them.
   */
  filesOnDemand: z.literal(true).optional(),
  /** Files that belong to the book; the last phase binds them. */
  formats: z.array(ExportFormatSchema),
});
export type SessionParams = z.infer<typeof SessionParamsSchema>;
