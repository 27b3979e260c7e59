// Converts an open draw request, which has any words, to the closed one, which has only words that the artist draws. It gives a notice for
// each word that is drawn as something else or not at all. It reads the fields of the request, and no prose.
import { type Character, outfitIn } from "../../../../manga/cast.ts";
import type { PanelRequest as OpenPanel, ProgramRequest as OpenRequest } from "../../../artist.ts";
import type { DrawRequest, PanelRequest } from "../closed/request.ts";
import type { Figure } from "../closed/storyboard.ts";
import type { AnimalTold, FigureTold, PersonTold } from "../closed/told.ts";
import { closedDesign } from "./design.ts";
import { closedFigure } from "./figure.ts";
import { besides, type Notices, noticesOf } from "./phrase.ts";
import { closedPlace, effectCalled, groundCalled, isBeam, lightCalled } from "./place.ts";
import { thingCalled } from "./thing.ts";
import { type Facts, seenThings } from "./things.ts";

export interface ClosedRequest {
  request: DrawRequest;
  /** Sentences, at most one for each word: `"halberd" is drawn as a spear.` */
  notices: string[];
}

/** Total and deterministic: unknown words are omitted or drawn as something plain. */
export function closedRequest(open: OpenRequest): ClosedRequest {
  const notices = noticesOf();
  const request = open.kind === "portrait" ? closedPortrait(open, notices) : closedPanel(open, notices);
  return { request, notices: notices.all };
}

function closedPortrait(
  { design: open, style, colorMode, width, height, seed }: Extract<OpenRequest, { kind: "portrait" }>,
  notices: Notices,
): DrawRequest {
  const [first] = open.outfits;
  const { design, told } = closedDesign(open, first ?? NAKED, { notices });
  return {
    ...{ kind: "portrait", design, style, colorMode, width, height, seed },
    told: isEmpty(told) ? undefined : told,
  };
}

/** Default outfit, because a drawn character needs one. */
const NAKED: Character["outfits"][number] = { id: "o1", worn: [], scenes: [] };

const isEmpty = (facts: object): boolean => Object.keys(facts).length === 0;

function closedPanel(open: OpenPanel, notices: Notices): PanelRequest {
  const { picture, place: openPlace, style, colorMode, width, height, seed } = open;
  const { shot, angle, hour, weather, season, mood } = picture;
  const { place, told: placeTold } = closedPlace(openPlace, picture, notices);
  // The drawing of a lighthouse includes its beam.
  const things = picture.things.filter((one) => place.kind !== "lighthouse" || !isBeam(one));
  const seen = seenThings(things, shot === "detail", notices);
  const facts: Partial<Facts> = seen.facts;
  const figures: Figure[] = [];
  const figuresTold: Record<string, FigureTold> = {};
  const animals = [...seen.animals];
  const props = [...seen.props];
  for (const one of picture.figures) {
    const acted = closedFigure(one, notices);
    figures.push(acted.figure);
    if (!isEmpty(acted.told)) figuresTold[one.character] = { ...acted.told, ...figuresTold[one.character] };
    for (const prop of acted.props) if (!props.includes(prop)) props.push(prop);
    for (const animal of acted.animals) addAnimal(animals, animal);
    for (const animal of [one.mount, one.leads])
      if (animal !== undefined && animal !== one.character && /^c\d+$/u.test(animal))
        figuresTold[animal] = { ...figuresTold[animal], by: one.character };
    for (const { what } of one.hands) seeMeant(what, facts);
    if (one.mount !== undefined) seeMeant(one.mount, facts);
  }
  const { cast, people } = closedCast(open, notices);
  seeGround(open, facts, notices);
  seeLight(open, facts, notices);
  return {
    ...{ kind: "panel", style, colorMode, width, height, seed, cast },
    picture: {
      ...{ shot, angle, figures, props },
      scene: { id: picture.scene, place, hour, weather, season, mood, look: openPlace.look },
      effects: [...new Set([...airOf(picture.effects, notices), ...seen.effects])],
      room: picture.emptyZone.tenths,
      told: {
        ...facts,
        ...{ things: seen.facts.things, figures: figuresTold, animals, people },
        place: { ...placeTold, doorTrade: seen.doorTrade },
      },
    },
  };
}

/** Adds an animal that a figure rides, leads or holds, unless the picture has that species already. */
function addAnimal(animals: AnimalTold[], added: AnimalTold): void {
  if (!animals.some(({ animal }) => animal === added.animal)) animals.push(added);
}

/** Sets the fact for a sword or bicycle that a figure holds or rides. */
function seeMeant(word: string, facts: Partial<Facts>): void {
  const prop = thingCalled(word)?.value;
  if (prop === "sword" || prop === "bicycle") facts[prop] = true;
}

const airOf = (words: readonly string[], notices: Notices) =>
  words.flatMap((word) => {
    const found = effectCalled(word);
    notices.drawn(word, found);
    return found ? [found.value] : [];
  });

/** The designs of the cast in their clothes of this picture, with facts about them. */
function closedCast(
  { cast, picture }: OpenPanel,
  notices: Notices,
): { cast: PanelRequest["cast"]; people: Record<string, PersonTold> } {
  const people: Record<string, PersonTold> = {};
  const designs = cast.map((character) => {
    const figure = picture.figures.find((one) => one.character === character.id);
    const own = character.outfits.find(({ id }) => id === figure?.outfit);
    const outfit = own ?? (character.outfits.length > 0 ? outfitIn(character, picture.scene) : NAKED);
    const { design, told } = closedDesign(character, outfit, {
      notices: besidesPortrait(character, outfit, notices),
      without: figure?.without ?? [],
    });
    if (!isEmpty(told)) people[character.id] = told;
    return design;
  });
  return { cast: designs, people };
}

/**
 * Collects notices about a character in a panel, without those that its portrait gives, so that a book has each once. A character in its
 * first outfit gives none, because the portrait shows that outfit.
 */
function besidesPortrait(
  character: Character,
  outfit: Character["outfits"][number],
  notices: Notices,
): Notices {
  const ofPortrait = noticesOf();
  const [first = NAKED] = character.outfits;
  if (outfit === first) return ofPortrait;
  closedDesign(character, first, { notices: ofPortrait });
  return besides(notices, ofPortrait);
}

function seeGround(
  { picture: { ground }, place: { floor } }: OpenPanel,
  facts: Partial<Facts>,
  notices: Notices,
) {
  const under = ground ?? floor;
  if (under === undefined) return;
  const found = groundCalled(under);
  notices.drawn(under, found);
  // Mats as the floor of a place are a fact of the place (`matted`), not a ground.
  if (found && (ground !== undefined || found.value !== "mats")) facts.ground = found.value;
}

function seeLight({ picture, place }: OpenPanel, facts: Partial<Facts>, notices: Notices): void {
  const light = picture.light ?? place.light?.[picture.hour];
  if (light === undefined) return;
  const found = lightCalled(light);
  if (found === undefined) notices.nothing(light);
  else if (found !== "usual") facts[found] = true;
}
