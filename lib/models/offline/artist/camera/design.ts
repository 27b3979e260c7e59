// A design as the artist draws it: with what is told of how somebody is made.

import type { Animal } from "../closed/animals.ts";
import type { CharacterDesign } from "../closed/cast.ts";
import type { PanelRequest } from "../closed/request.ts";
import type { PersonTold } from "../closed/told.ts";

export interface Design extends CharacterDesign {
  told?: PersonTold | undefined;
}

/** The cast of a panel, each with what is told of them. */
export const castOf = ({ cast, picture }: Pick<PanelRequest, "cast" | "picture">): Design[] =>
  cast.map((design) => ({ ...design, told: picture.told.people[design.id] }));

/** The animal that somebody is; undefined for a person, a being, and a creature of its own. */
export function animalOf({ kind, told }: Pick<Design, "kind" | "told">): Animal | undefined {
  if (kind === "cat" || kind === "dog") return kind;
  if (kind === "bird") return told?.animal ?? "bird";
  return kind === "creature" ? told?.animal : undefined;
}

/** Whether an animal is not grown. */
export const isYoung = ({ age, told }: Pick<Design, "age" | "told">): boolean =>
  age === "child" || told?.young === true;
