// A panel's picture as the offline artist draws it: every word is one of its own lists.
import * as z from "zod";
import { CharacterIdSchema } from "./person.ts";
import {
  AngleSchema,
  EffectSchema,
  ExpressionSchema,
  HourSchema,
  MoodSchema,
  PlaceSchema,
  PoseSchema,
  type Prop,
  PropSchema,
  SeasonSchema,
  ShotSchema,
  ViewSchema,
  WeatherSchema,
} from "./staging.ts";
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
});
export type Figure = z.infer<typeof FigureSchema>;

/** What somebody in a picture has in their hands. */
export const inHandsOf = ({ holds, alsoHolds }: Pick<Figure, "holds" | "alsoHolds">): Prop[] =>
  [holds, alsoHolds].flatMap((prop) => prop ?? []);

/** What a panel shows. Everything an artist needs, besides the cast's designs. */
export const PictureSchema = z.object({
  shot: ShotSchema,
  angle: AngleSchema,
  scene: z.object({
    id: z.string().regex(/^s\d+$/),
    ...{
      place: PlaceSchema,
      hour: HourSchema,
      weather: WeatherSchema,
      season: SeasonSchema,
      mood: MoodSchema,
    },
    /** Which of many places of its kind it is: the same in all pictures of a book. Absent: 0. */
    look: z.int().nonnegative().optional(),
  }),
  figures: z.array(FigureSchema),
  props: z.array(PropSchema),
  effects: z.array(EffectSchema),
  /** What is told besides: the facts of `told.ts`. */
  told: z.custom<Told>((told) => typeof told === "object" && told !== null),
  /** How much of the panel its words will cover, in tenths (0–5): coarse, so that a changed word rarely changes it. */
  room: z.int().min(0).max(5),
});
export type Picture = z.infer<typeof PictureSchema>;
