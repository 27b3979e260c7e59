// The facts that today's artist reads out of a panel's words, recorded beside the request: what every reader finds in them, and what
// was made of it while the panel was drawn.
import type { DrawRequest } from "../../lib/models/artist.ts";
import { animalOf, isYoung } from "../../lib/models/offline/animal-words.ts";
import { type Finding, findIn, type Readings } from "../../lib/models/offline/artist/readings.ts";

export interface Facts extends Readings {
  /** What the readers find in the action and in the place's name, asked or not. What is false or nothing is left out. */
  words: Record<string, Finding>;
  /** By character: what the readers find in names and descriptions, with the animal that they are. */
  people: Record<string, Record<string, Finding>>;
}

export function factsOf(request: DrawRequest, readings: Readings): Facts {
  const cast = request.kind === "panel" ? request.cast : [request.design];
  const people = cast.map((design) => {
    const animal = animalOf(design);
    const found = findIn(`${design.name}\n${design.description}`, "design");
    return [design.id, { ...(animal && { animal, young: isYoung(design) }), ...found }] as const;
  });
  return { ...readings, words: wordsOf(request), people: Object.fromEntries(people) };
}

function wordsOf(request: DrawRequest): Record<string, Finding> {
  if (request.kind === "portrait") return {};
  const { action, scene } = request.picture;
  const { name } = scene.place;
  return {
    ...findIn(action, "action"),
    ...findIn(name, "place"),
    ...findIn(`${name} ${action}`, "place and action"),
  };
}
