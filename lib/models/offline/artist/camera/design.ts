// A design as the artist draws it: together with the told facts about the character's build.

import type { Animal } from "../closed/animals.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import type { PanelRequest } from "../closed/request.ts";
import type { PersonTold } from "../closed/told.ts";

export interface Design extends CharacterDesign {
  told?: PersonTold | undefined;
}

/** The cast of a panel, each with the told facts about them. */
export const castOf = ({ cast, picture }: Pick<PanelRequest, "cast" | "picture">): Design[] =>
  cast.map((design) => ({ ...design, told: picture.told.people[design.id] }));

/** The species of a character; undefined for a human, a fantasy being and a creature without a species. */
export function animalOf({ kind, told }: Pick<Design, "kind" | "told">): Animal | undefined {
  if (kind === "cat" || kind === "dog") return kind;
  if (kind === "bird") return told?.animal ?? "bird";
  return kind === "creature" ? told?.animal : undefined;
}

/** Whether an animal is a young one. */
export const isYoung = ({ age, told }: Pick<Design, "age" | "told">): boolean =>
  age === "child" || told?.young === true;
