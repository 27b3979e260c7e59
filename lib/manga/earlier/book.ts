// `book.json` of version 1, whose cast, scenes and panels use closed lists of words. Version 2 refers to places by id and describes the
// style in words.
import * as z from "zod";
import { styleOf } from "../style-presets.ts";
import { upgradeCast } from "./people.ts";
import { placeIdOf, upgradePlace } from "./places.ts";
import { EarlierSceneSchema } from "./plot.ts";
import { placesOnPage, upgradePage } from "./storyboard.ts";

const EarlierBookSchema = z.looseObject({
  schemaVersion: z.literal(1),
  style: z.string(),
  cast: z.unknown(),
  scenes: z.array(EarlierSceneSchema),
  pages: z.array(z.unknown()),
});

/**
 * A stored book converted to version 2; a value that is no book of version 1 is returned unchanged. Throws `ZodError` for a broken book.
 */
export function upgradeBook(stored: unknown): unknown {
  if (!z.looseObject({ schemaVersion: z.literal(1) }).safeParse(stored).success) return stored;
  const { cast, scenes, pages, ...book } = EarlierBookSchema.parse(stored);
  const drawn = new Map(pages.flatMap((page) => [...placesOnPage(page)]));
  return {
    ...book,
    schemaVersion: 2,
    artStyle: styleOf(book.style),
    cast: upgradeCast(cast),
    places: scenes.map(({ id, place }) => drawn.get(placeIdOf(id)) ?? upgradePlace(id, place, 0)),
    scenes: scenes.map(({ place: _place, ...scene }) => ({ ...scene, place: placeIdOf(scene.id) })),
    pages: pages.map(upgradePage),
  };
}
