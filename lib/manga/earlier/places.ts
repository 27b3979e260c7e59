// Places of the closed form. They had no ids: each scene said where it is, and each picture said it again.
import * as z from "zod";
import type { Place } from "../place.ts";
import { OpenWordSchema, SaidSchema } from "../staging.ts";

export const EarlierPlaceSchema = z.object({
  kind: z.string().min(1),
  name: z.string(),
  words: SaidSchema.optional(),
});
type EarlierPlace = z.infer<typeof EarlierPlaceSchema>;

/** The place of scene `s3` is `l3`. */
export const placeIdOf = (scene: string): string => `l${scene.slice(1)}`;

/** Kind and name in words; a description that is too long for a kind is the layout. */
export function placeWords({ kind, name, words }: EarlierPlace): Pick<Place, "kind" | "name" | "layout"> {
  const shown = name.slice(0, 120);
  if (words === undefined) return { kind, name: shown };
  const whole = `${kind}, ${words}`;
  return OpenWordSchema.safeParse(whole).success
    ? { kind: whole, name: shown }
    : { kind, name: shown, layout: words };
}

/** `look`: which of many places of its kind it is. */
export function upgradePlace(scene: string, place: EarlierPlace, look: number): Place {
  return { id: placeIdOf(scene), ...placeWords(place), landmarks: [], look };
}
