// Converts results with open words to the earlier form with lists, for reverting `0003-open-words.ts`. A word that its list lacks is
// replaced by a neutral one; if there was a prose member beside the list, that one gets the words.
import type { Cast, Character } from "../../manga/cast.ts";
import type { Concept, Person } from "../../manga/concept.ts";
import type { Place } from "../../manga/place.ts";
import type { Beat, Plot } from "../../manga/plot.ts";
import {
  AGES,
  BEARDS,
  BOTTOMS,
  BUILDS,
  EFFECTS,
  EXPRESSIONS,
  FILLS,
  HAIR_STYLES,
  HATS,
  isThingName,
  PERSON_KINDS,
  PLACE_KINDS,
  POSES,
  TOPS,
} from "./closed-names.ts";

/** Counts the words that no list has. */
export class Losses {
  count = 0;

  /** The word, if the list has it, else the neutral one. */
  name(word: string | undefined, names: readonly string[], neutral: string): string {
    if (word === undefined) return neutral;
    if (names.includes(word)) return word;
    this.count += 1;
    return neutral;
  }

  /** Records that the earlier form has no member for a fact. */
  drop(...left: unknown[]): void {
    for (const one of left) {
      const isEmpty = one === undefined || (Array.isArray(one) && one.length === 0);
      if (!isEmpty) this.count += 1;
    }
  }
}

/** The maximum length of a prose member of the earlier form. */
const PROSE_LIMIT = 300;

export function closedConcept({ style, people, wanted, ...concept }: Concept, losses: Losses) {
  losses.drop(style.preset === "manga" ? undefined : style.preset, style.artDirection);
  const { place, ...asked } = wanted ?? {};
  return {
    ...concept,
    people: people.map((person) => ({
      ...closedPerson(person, losses),
      aliases: person.aliases,
      ...notesOf(person),
    })),
    ...(wanted && { wanted: { ...asked, ...(place && { place: closedPlace(place, losses) }) } }),
  };
}

const notesOf = ({ role, notes }: Person) => ({ role, notes });

function closedPerson(
  { id, name, kind, age, sex }: Pick<Person, "id" | "name" | "kind" | "age" | "sex">,
  losses: Losses,
) {
  return {
    id,
    name,
    kind: losses.name(kind, PERSON_KINDS, "creature"),
    age: ageBand(age, losses),
    gender: sex,
  };
}

function ageBand(age: string, losses: Losses): string {
  const years = /^\d{1,3}$/u.test(age) ? Number(age) : undefined;
  if (years === undefined) return losses.name(age === "unknown" ? "adult" : age, AGES, "adult");
  losses.drop(years);
  if (years < 13) return "child";
  if (years < 20) return "teen";
  return years < 60 ? "adult" : "elder";
}

export function closedCast({ characters }: Cast, losses: Losses) {
  return { characters: characters.map((one) => closedDesign(one, losses)) };
}

function closedDesign(design: Character, losses: Losses) {
  const { hair, beard, build, accessories, outfits, look, portrait, words, description } = design;
  const { face, eyes, height, marks, constant } = design;
  losses.drop(face, eyes, height, marks, constant, outfits.slice(1));
  losses.drop(accessories.filter((one) => one !== "glasses"));
  const [style, fill] = (hair ?? "short, dark").split(", ");
  return {
    ...closedPerson(design, losses),
    build: losses.name(build, BUILDS, "average"),
    hair: { style: losses.name(style, HAIR_STYLES, "short"), fill: losses.name(fill, FILLS, "dark") },
    beard: losses.name(beard, BEARDS, "none"),
    glasses: accessories.includes("glasses"),
    clothes: closedClothes(outfits[0]?.worn ?? [], losses),
    look,
    ...(portrait && { portrait }),
    ...(words !== undefined && { words }),
    description,
  };
}

/** `white shirt`, `dark trousers`, `cap`, `sword at the hip`, each as `earlier/people.ts` writes it. */
function closedClothes(worn: readonly string[], losses: Losses) {
  const clothes = { top: "shirt", topFill: "white", bottom: "trousers", bottomFill: "dark", hat: "none" };
  let sword = false;
  for (const piece of worn) {
    const [fill = "", garment = ""] = piece.split(" ");
    const isFilled = FILLS.includes(fill) && piece === `${fill} ${garment}`;
    if (isFilled && TOPS.includes(garment)) Object.assign(clothes, { top: garment, topFill: fill });
    else if (isFilled && BOTTOMS.includes(garment))
      Object.assign(clothes, { bottom: garment, bottomFill: fill });
    else if (HATS.includes(piece)) clothes.hat = piece;
    else if (piece === "sword at the hip") sword = true;
    else losses.drop(piece);
  }
  const isBare = worn.length > 0 && !worn.some((piece) => BOTTOMS.includes(piece.split(" ")[1] ?? ""));
  return { ...clothes, ...(isBare && { bottom: "none" }), ...(sword && { sword }) };
}

function closedPlace({ kind, name }: Pick<Place, "kind" | "name">, losses: Losses) {
  const [first = kind, ...rest] = kind.split(", ");
  const isListed = PLACE_KINDS.includes(first);
  const words = isListed ? rest.join(", ") : kind;
  return { kind: losses.name(first, PLACE_KINDS, "abstract"), name, ...(words !== "" && { words }) };
}

export function closedPlot({ places, scenes, pages, ...plot }: Plot, losses: Losses) {
  const known = new Map(places.map((place) => [place.id, place]));
  for (const { culture, state, floor, layout, landmarks, light } of places) {
    losses.drop(culture, state, floor, layout, landmarks, light);
  }
  return {
    ...plot,
    scenes: scenes.map(({ place, ...scene }) => ({
      ...scene,
      place: closedPlace(known.get(place) ?? { kind: "abstract", name: "" }, losses),
    })),
    pages: pages.map(({ beats, ...page }) => ({
      ...page,
      beats: beats.map((beat) => closedBeat(beat, losses)),
    })),
  };
}

function closedBeat(beat: Beat, losses: Losses) {
  const { figures, things, effects, ground, light, around, standing, focus, ...rest } = beat;
  losses.drop(ground, light, around, standing, focus);
  const props = things.filter(({ what }) => isThingName(what)).map(({ what }) => what);
  const said = things.filter(({ what }) => !isThingName(what)).map(({ what }) => what);
  losses.drop(...said);
  for (const { what: _what, ...more } of things) losses.drop(...Object.values(more));
  return {
    ...rest,
    people: figures.map((figure) => closedActing(figure, losses)),
    props,
    ...(said.length > 0 && { things: said.join(", ").slice(0, PROSE_LIMIT) }),
    effects: effects.filter((effect) => EFFECTS.includes(effect)),
  };
}

function closedActing(figure: Beat["figures"][number], losses: Losses) {
  const { character, doing, feeling, hands, posture, outfit, ...more } = figure;
  losses.drop(posture, outfit, ...Object.values(more), hands.slice(2), ...hands.map(({ how }) => how));
  const [first = doing, ...rest] = doing.split(", ");
  const pose = losses.name(first, POSES, "stand");
  const held = hands.slice(0, 2).map(({ what }) => what);
  const [holds, alsoHolds] = held.filter(isThingName);
  const unlisted = held.filter((what) => !isThingName(what));
  losses.drop(...unlisted);
  const words = [
    ...(POSES.includes(first) ? [rest.join(", ")] : [doing]),
    ...(EXPRESSIONS.includes(feeling) ? [] : [feeling]),
    ...unlisted,
  ].filter((word) => word !== "");
  return {
    ...{ character, pose, expression: losses.name(feeling, EXPRESSIONS, "calm") },
    ...(holds !== undefined && { holds }),
    ...(alsoHolds !== undefined && { alsoHolds }),
    ...(words.length > 0 && { words: words.join(", ").slice(0, PROSE_LIMIT) }),
  };
}
