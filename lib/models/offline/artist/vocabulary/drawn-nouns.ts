// What a noun is drawn as: its kind by the tables of nouns (`../../noun-kinds.ts`), in the artist's closed words.
import type { Language } from "../../../../manga/language.ts";
import { kindOfNoun } from "../../noun-kinds.ts";
import { ANIMAL_NAMES, type Animal } from "../closed/animals.ts";
import { type PlaceKind, PlaceKindSchema, type Prop, PropSchema } from "../closed/staging.ts";

type DrawnNoun =
  | { is: "place"; place: PlaceKind }
  | { is: "thing"; prop: Prop }
  | { is: "animal"; animal: Animal }
  | { is: "person" };

/** Throws where the table names what nobody draws. */
export function drawnNoun(noun: string, language: Language): DrawnNoun | undefined {
  const kind = kindOfNoun(noun, language);
  if (kind?.is === "place") return { is: "place", place: PlaceKindSchema.parse(kind.place) };
  if (kind?.is === "thing") return { is: "thing", prop: PropSchema.parse(kind.prop) };
  if (kind?.is !== "animal") return kind && { is: "person" };
  const animal = ANIMAL_NAMES.find((name) => name === kind.animal);
  if (animal === undefined) throw new RangeError(`nobody draws "${kind.animal}"`);
  return { is: "animal", animal };
}
