// Where, when and in what mood a picture is.
import * as z from "zod";
import { CharacterIdSchema } from "./person.ts";
import { HourSchema, MoodSchema, PlaceSchema, SeasonSchema, WeatherSchema } from "./staging.ts";

export const SceneSchema = z.object({
  id: z.string().regex(/^s\d+$/),
  place: PlaceSchema,
  hour: HourSchema,
  weather: WeatherSchema,
  season: SeasonSchema,
  mood: MoodSchema,
  people: z.array(CharacterIdSchema),
});
export type Scene = z.infer<typeof SceneSchema>;
