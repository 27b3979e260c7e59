// What phase 4 gives: a page's panels as data (ネーム). A panel has a picture part and a words part,
// so that a changed word never touches an image; its frame is decided by code, never by a model.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { PointSchema } from "./geometry.ts";
import { SceneSchema, SoundSchema, VoiceSchema } from "./plot.ts";
import { QualityFindingSchema, QualityRepairSchema } from "./quality.ts";
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
import { RubySchema } from "./story.ts";

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
  /** What happens, in words, for picture prompts and for people. */
  action: z.string(),
  /** How much of the panel its words will cover, in tenths (0–5): coarse, so that a changed word rarely changes it. */
  room: z.int().min(0).max(5),
});
export type Picture = z.infer<typeof PictureSchema>;

export const WordSchema = z.object({
  /** `w1`, `w2` … in reading order within the panel. */
  id: z.string().regex(/^w\d+$/),
  unit: z.string().nullable(),
  kind: z.enum(["balloon", "caption"]),
  /** A caption that is a chapter's heading, in larger letters. */
  heading: z.literal(true).optional(),
  voice: VoiceSchema,
  speaker: CharacterIdSchema.nullable(),
  guessed: z.boolean(),
  text: z.string().min(1),
  ruby: z.array(RubySchema),
  /** Where a person put its middle, in page units; absent where the lettering finds the place. */
  at: PointSchema.optional(),
});
export type Word = z.infer<typeof WordSchema>;

export const WordsSchema = z.object({ texts: z.array(WordSchema), sounds: z.array(SoundSchema) });

/** A panel's place on its page, in page units; panels that bleed reach the bleed edge. Corners clockwise from top left. */
export const FrameSchema = z.object({
  corners: z.array(PointSchema).min(3),
  bleeds: z.boolean(),
  /** The picture runs over the fold, onto the page that faces this one: the corners reach as far as it does. */
  crosses: z.literal(true).optional(),
});
export type Frame = z.infer<typeof FrameSchema>;

/** A strip of four equal panels, one below the other (4コマ), that a panel belongs to. */
export const StripSchema = z.object({
  /** By the order of reading on its page. */
  number: z.int().min(1).max(2),
  /** What stands over the strip; its first panel has it. */
  title: z.string().optional(),
});

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

/** A panel with its frame. */
export const PanelSchema = PanelDraftSchema.extend({ frame: FrameSchema });
export type Panel = z.infer<typeof PanelSchema>;

/** A page that faces another one, with which it shares the picture at its top. */
export const SpreadHalfSchema = z.object({
  /** The first half is the even page, whose first panel the picture is; the second one shows how it goes on. */
  half: z.enum(["first", "second"]),
  /** How much of the height the picture takes. */
  share: z.number().min(0.3).max(0.8),
});
export type SpreadHalf = z.infer<typeof SpreadHalfSchema>;

export const StoryboardPageSchema = z.object({
  number: z.int().positive(),
  /** Absent on pages that stand alone. */
  spread: SpreadHalfSchema.optional(),
  /** The book's last page carries the credit line. */
  last: z.boolean(),
  panels: z.array(PanelSchema).min(1).max(9),
  /** What the page was laid out anew for. */
  repairs: z.array(QualityRepairSchema).optional(),
  /** Where a budget ended the search for a layout. */
  limits: z.array(QualityFindingSchema).optional(),
  /** Stored image of the rough preview (sha-256). */
  preview: z.string(),
});
export type StoryboardPage = z.infer<typeof StoryboardPageSchema>;
