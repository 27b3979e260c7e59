// The picture of a panel in the offline artist's closed words.
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
  /** Direction that the body faces, as the reader sees it. */
  facing: z.enum(["left", "right"]),
  /** Horizontal position: 0 is the left edge of the panel, 1 the right one. */
  at: z.number().min(0).max(1),
  /** Depth: 0 is nearest to the reader. */
  depth: z.int().min(0).max(3),
  holds: PropSchema.nullable(),
  /** The thing in the other hand. */
  alsoHolds: PropSchema.optional(),
  /** Speaks in this panel: the mouth is drawn open. */
  speaks: z.boolean().optional(),
  /** Does not wear the sword that the design has. */
  unarmed: z.boolean().optional(),
});
export type Figure = z.infer<typeof FigureSchema>;

/** The things in a figure's hands. */
export const inHandsOf = ({ holds, alsoHolds }: Pick<Figure, "holds" | "alsoHolds">): Prop[] =>
  [holds, alsoHolds].flatMap((prop) => prop ?? []);

/** What a panel shows: all that an artist needs besides the designs of the cast. */
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
    /** Selects one of many places of the same kind; the same in all pictures of a book. Absent: 0. */
    look: z.int().nonnegative().optional(),
  }),
  figures: z.array(FigureSchema),
  props: z.array(PropSchema),
  effects: z.array(EffectSchema),
  /** Further facts about the picture (`told.ts`). */
  told: z.custom<Told>((told) => typeof told === "object" && told !== null),
  /** Share of the panel that its words will cover, in tenths (0–5). Coarse, so that an edited word rarely changes the drawing. */
  room: z.int().min(0).max(5),
});
export type Picture = z.infer<typeof PictureSchema>;
