// What phase 4 gives: a page's panels as data (ネーム). A panel has a picture part and a words part,
// so that a changed word never touches an image; its frame is decided by code, never by a model.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { PointSchema } from "./geometry.ts";
import { ActingSchema, MOMENT } from "./moment.ts";
import { SceneSchema, SoundSchema, VoiceSchema } from "./plot.ts";
import { QualityFindingSchema, QualityRepairSchema } from "./quality.ts";
import { AngleSchema, OpenWordSchema, ShotSchema, ViewSchema } from "./staging.ts";
import { RubySchema } from "./story.ts";

/** A person in a picture: what they do, and where the director put them. */
export const FigureSchema = ActingSchema.extend({
  view: ViewSchema,
  /** Which way the body turns, as the reader sees it. */
  facing: z.enum(["left", "right"]),
  /** Where they stand: 0 is the left edge of the panel, 1 the right one. */
  side: z.number().min(0).max(1),
  /** 0 is nearest to the reader. */
  depth: z.int().min(0).max(3),
  /** Says something in this panel: the mouth is open. */
  speaks: z.boolean().optional(),
});
export type Figure = z.infer<typeof FigureSchema>;

/** The part of a picture that words will cover: coarse, so that a changed word rarely changes the picture. */
export const EmptyZoneSchema = z.object({
  /** How much of the panel, in tenths (0–5). */
  tenths: z.int().min(0).max(5),
  /** Where it is, as one looks at the panel: `top right`. */
  where: OpenWordSchema,
});
export type EmptyZone = z.infer<typeof EmptyZoneSchema>;

/** What a panel shows. Everything an artist needs, besides the cast's designs and the place. */
export const PictureSchema = SceneSchema.omit({ id: true, people: true }).extend({
  /** Scene that it belongs to. */
  scene: SceneSchema.shape.id,
  shot: ShotSchema,
  angle: AngleSchema,
  figures: z.array(FigureSchema),
  ...MOMENT,
  /** What is heard: for whoever draws what makes the sound. The letters of sounds are in the panel's words. */
  sounds: z.array(OpenWordSchema).max(4),
  /** Computed from the words. */
  emptyZone: EmptyZoneSchema,
  /** The panel of the same page and scene that it goes on from: `k2`. */
  continuesFrom: z
    .string()
    .regex(/^k\d+$/)
    .optional(),
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
  /** Wants to reach the paper's edge, whatever its weight. Absent: its frame follows from weight, shot and effects. */
  reachesEdge: z.literal(true).optional(),
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
