// Upgrades places of the closed form, which had no ids: each scene and each picture described its place.
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

/** Kind and name in words; a description too long for `kind` becomes the layout. */
export function placeWords({ kind, name, words }: EarlierPlace): Pick<Place, "kind" | "name" | "layout"> {
  const shown = name.slice(0, 120);
  if (words === undefined) return { kind, name: shown };
  const whole = `${kind}, ${words}`;
  return OpenWordSchema.safeParse(whole).success
    ? { kind: whole, name: shown }
    : { kind, name: shown, layout: words };
}

/** `look`: number that picks among equal variants of a place. */
export function upgradePlace(scene: string, place: EarlierPlace, look: number): Place {
  return { id: placeIdOf(scene), ...placeWords(place), landmarks: [], look };
}
