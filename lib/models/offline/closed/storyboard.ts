// What phase 4 gives: a page's panels as data (ネーム). A panel has a picture part and a words part,
// so that a changed word never touches an image; its frame is decided by code, never by a model.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { SceneSchema } from "./plot.ts";
import {
  AngleSchema,
  EffectSchema,
  ExpressionSchema,
  PoseSchema,
  type Prop,
  PropSchema,
  SaidSchema,
  ShotSchema,
  ViewSchema,
} from "./staging.ts";
import { StripSchema, WordsSchema } from "../../../manga/storyboard.ts";
import type { Told } from "./told.ts";

/** A person in a picture. */
export const FigureSchema = z.object({
  character: CharacterIdSchema,
  pose: PoseSchema,
  expression: ExpressionSchema,
  view: ViewSchema,
  /** Which way the body turns, as the reader sees it. */
  facing: z.enum(["left", "right"]),
  /** Where they stand: 0 is the left edge of the panel, 1 the right one. */
  at: z.number().min(0).max(1),
  /** 0 is nearest to the reader. */
  depth: z.int().min(0).max(3),
  holds: PropSchema.nullable(),
  /** What the other hand has. */
  alsoHolds: PropSchema.optional(),
  /** Says something in this panel: the mouth is open. */
  speaks: z.boolean().optional(),
  /** Has lost the sword that their design wears. */
  unarmed: z.boolean().optional(),
  /** What they do, feel and hold, where `pose`, `expression` and the hands say less. */
  words: SaidSchema.optional(),
});
export type Figure = z.infer<typeof FigureSchema>;

/** What somebody in a picture has in their hands. */
export const inHandsOf = ({ holds, alsoHolds }: Pick<Figure, "holds" | "alsoHolds">): Prop[] =>
  [holds, alsoHolds].flatMap((prop) => prop ?? []);

/** What a panel shows. Everything an artist needs, besides the cast's designs. */
export const PictureSchema = z.object({
  shot: ShotSchema,
  angle: AngleSchema,
  scene: SceneSchema.omit({ people: true }).extend({
    /** Which of many places of its kind it is: the same in all pictures of a book. Absent: 0. */
    look: z.int().nonnegative().optional(),
  }),
  figures: z.array(FigureSchema),
  props: z.array(PropSchema),
  /** What else is seen, props included, where `props` and `effects` say less. */
  things: SaidSchema.optional(),
  effects: z.array(EffectSchema),
  /** What is told besides: the facts of `told.ts`. */
  told: z.custom<Told>((told) => typeof told === "object" && told !== null),
  /** How much of the panel its words will cover, in tenths (0–5): coarse, so that a changed word rarely changes it. */
  room: z.int().min(0).max(5),
});
export type Picture = z.infer<typeof PictureSchema>;

/** A panel as a writer gives it. */
export const PanelDraftSchema = z.object({
  /** `k1`, `k2` … in reading order within the page. */
  id: z.string().regex(/^k\d+$/),
  /** Story units that this panel tells, in order. */
  units: z.array(z.string()),
  /** 1 (small) to 5 (the page's reason): decides its size. */
  weight: z.int().min(1).max(5),
  /** Absent on every page but those of 4-koma, where all panels have it. */
  strip: StripSchema.optional(),
  picture: PictureSchema,
  words: WordsSchema,
});
export type PanelDraft = z.infer<typeof PanelDraftSchema>;

export const StoryboardDraftSchema = z.object({ panels: z.array(PanelDraftSchema).min(1).max(9) });
export type StoryboardDraft = z.infer<typeof StoryboardDraftSchema>;

