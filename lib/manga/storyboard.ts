// Result of phase 4: a page's panels as data (ネーム). A panel has a picture part and a words part, so that a changed word never changes an
// image. Code decides its frame, never a model.
import * as z from "zod";
import { CharacterIdSchema } from "./concept.ts";
import { BoxSchema, PointSchema } from "./geometry.ts";
import { SoundSetSchema, TextSetSchema } from "./hand-lettering.ts";
import { ActingSchema, MOMENT } from "./moment.ts";
import { SceneSchema, SoundSchema, VoiceSchema } from "./plot.ts";
import { QualityFindingSchema, QualityRepairSchema } from "./quality.ts";
import { AngleSchema, OpenWordSchema, ShotSchema, ViewSchema } from "./staging.ts";
import { RubySchema } from "./story.ts";

/** A character in a picture: acting, and the position that the director chose. */
export const FigureSchema = ActingSchema.extend({
  view: ViewSchema,
  /** Direction of the body, as the reader sees it. */
  facing: z.enum(["left", "right"]),
  /** Horizontal position: 0 is the panel's left edge, 1 its right edge. */
  side: z.number().min(0).max(1),
  /** Depth: 0 is nearest to the reader. */
  depth: z.int().min(0).max(3),
  /** The character speaks in this panel, so the mouth is open. */
  speaks: z.boolean().optional(),
});
export type Figure = z.infer<typeof FigureSchema>;

/** The part of a picture that words will cover; coarse, so that a changed word rarely changes the picture. */
export const EmptyZoneSchema = z.object({
  /** Share of the panel in tenths (0–5). */
  tenths: z.int().min(0).max(5),
  /** Position as seen by the reader: `top right`. */
  where: OpenWordSchema,
});
export type EmptyZone = z.infer<typeof EmptyZoneSchema>;

/** Content of a panel's picture: all that an artist needs besides the cast's designs and the place. */
export const PictureSchema = SceneSchema.omit({ id: true, people: true }).extend({
  /** Id of its scene. */
  scene: SceneSchema.shape.id,
  shot: ShotSchema,
  angle: AngleSchema,
  figures: z.array(FigureSchema),
  ...MOMENT,
  /** Audible sounds, for an artist who draws their sources. The letters of sounds are in the panel's words. */
  sounds: z.array(OpenWordSchema).max(4),
  /** Computed from the words. */
  emptyZone: EmptyZoneSchema,
  /** The panel of the same page and scene that it continues: `k2`. */
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
  /** Middle of the text in page units, where a person chose it; absent where the lettering finds the place. */
  at: PointSchema.optional(),
  /** What a person set by hand. */
  set: TextSetSchema.optional(),
});
export type Word = z.infer<typeof WordSchema>;

/** A sound's letters, with what a person set by hand. */
export const LetteredSoundSchema = SoundSchema.extend({ set: SoundSetSchema.optional() });
export type LetteredSound = z.infer<typeof LetteredSoundSchema>;

export const WordsSchema = z.object({ texts: z.array(WordSchema), sounds: z.array(LetteredSoundSchema) });

/** A panel's frame on its page, in page units; panels that bleed reach the bleed edge. Corners clockwise from top left. */
export const FrameSchema = z.object({
  corners: z.array(PointSchema).min(3),
  bleeds: z.boolean(),
  /** The picture continues over the fold on the facing page; the corners include that part. */
  crosses: z.literal(true).optional(),
  /**
   * The box on the page for which the panel's picture was drawn, where a person changed the frame since. Absent again once the picture is
   * drawn for the frame.
   */
  drawn: BoxSchema.extend({
    width: z.number().positive(),
    height: z.number().positive(),
    /** The panel of the page whose picture is shown: one that was cut in two has one picture. Absent: the panel's own. */
    of: z
      .string()
      .regex(/^k\d+$/)
      .optional(),
  }).optional(),
});
export type Frame = z.infer<typeof FrameSchema>;

/** A 4-koma strip (four equal panels, one below the other) to which a panel belongs. */
export const StripSchema = z.object({
  /** Position of the strip in its page's reading order. */
  number: z.int().min(1).max(2),
  /** Title above the strip; only its first panel has it. */
  title: z.string().optional(),
});

/** A panel from a director, without its frame. */
export const PanelDraftSchema = z.object({
  /** `k1`, `k2` … in reading order within the page. */
  id: z.string().regex(/^k\d+$/),
  /** Units of the story that this panel tells, in order. */
  units: z.array(z.string()),
  /** 1 (small) to 5 (the page's main panel): decides its size. */
  weight: z.int().min(1).max(5),
  /** The panel should bleed, whatever its weight. Absent: weight, shot and effects decide. */
  reachesEdge: z.literal(true).optional(),
  /** Present on all panels of a 4-koma page and on no others. */
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

/** A half of a spread: a page that shares the picture at its top with the facing page. */
export const SpreadHalfSchema = z.object({
  /** `first` is the even page, whose first panel is the picture; `second` shows its continuation. */
  half: z.enum(["first", "second"]),
  /** Share of the page's height that the picture takes. */
  share: z.number().min(0.3).max(0.8),
});
export type SpreadHalf = z.infer<typeof SpreadHalfSchema>;

export const StoryboardPageSchema = z.object({
  number: z.int().positive(),
  /** Its first number, where pages were put in another order since: its pictures vary with that. */
  origin: z.int().positive().optional(),
  /** Absent on single pages. */
  spread: SpreadHalfSchema.optional(),
  /** Whether it is the book's last page, which has the credit line. */
  last: z.boolean(),
  panels: z.array(PanelSchema).min(1).max(9),
  /** The highest panel number that the page ever had, where a panel was cut or merged: ids are not used twice. */
  lastPanel: z.int().positive().optional(),
  /** The repairs for which the page was laid out again. */
  repairs: z.array(QualityRepairSchema).optional(),
  /** Present where a budget ended the search for a layout. */
  limits: z.array(QualityFindingSchema).optional(),
  /** sha-256 of the stored rough preview. */
  preview: z.string(),
});
export type StoryboardPage = z.infer<typeof StoryboardPageSchema>;
