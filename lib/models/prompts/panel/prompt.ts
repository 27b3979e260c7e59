// The panel prompt, composed by code from the picture's data and the designs of those in it, in three tellings: the moment as planned, a
// gentle one in its place, and the place without people.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Figure } from "../../../manga/storyboard.ts";
import type { PanelRequest } from "../../artist.ts";
import { freeWords, youngMoment } from "../free-words.ts";
import {
  ANGLE_WORDS,
  designWords,
  isYoung,
  placeWords,
  plainPlaceWords,
  roomWords,
  SHOT_WORDS,
  stanceWords,
  styleWords,
  thingWords,
  UNLETTERED,
} from "../picture-words.ts";

/** Designs of people whose reference pictures come with the prompt, in that order. */
type References = readonly CharacterDesign[];

export const panelPrompt = {
  /** Everybody in the picture who has a design, the most important first: those who speak, then those who are nearest. */
  people: (request: PanelRequest): CharacterDesign[] => byImportance(request).map(({ design }) => design),

  /** The moment as the storyboard has it. */
  moment(request: PanelRequest, references: References): string {
    const { picture } = request;
    const shown = shownIn(request);
    const people = shown.map(({ figure, design }) => {
      const same = likeness(references.indexOf(design));
      return `- ${freeWords(design.name)}${same}: ${designWords(design)}; ${stanceWords(figure, isYoung(design))}.`;
    });
    const withYoung = shown.some(({ design }) => isYoung(design));
    const action = withYoung ? youngMoment(picture.action) : freeWords(picture.action);
    const things = thingWords(picture);
    return lines([
      ...manner(request),
      `One manga panel, ${SHOT_WORDS[picture.shot]}, ${ANGLE_WORDS[picture.angle]}.`,
      `Setting: ${placeWords(picture)}.`,
      ...(people.length === 0
        ? ["The place and its things alone are in the picture."]
        : [`Exactly ${people.length} in the picture:`, ...people]),
      action === "" ? "" : `What happens: ${action}`,
      things === "" ? "" : `Also to be seen: ${things}.`,
      picture.effects.length === 0 ? "" : `Manga effects: ${picture.effects.join(", ")}.`,
      room(request),
    ]);
  },

  /**
   * After a refusal: one person's face, hand or shadow at the same place. Whatever may have been refused is left out: what happens,
   * names, things, effects, poses, expressions, and the story's own words.
   */
  gentle(request: PanelRequest, references: References): string {
    const { picture } = request;
    const [person] = byImportance(request);
    return lines([
      ...manner(request),
      person === undefined
        ? "One quiet manga panel: a long, soft shadow falls across the place."
        : `One quiet manga panel: ${partOf(picture.shot, person.figure)} of one ${beingOf(person.design, references)}.`,
      `Setting: ${plainPlaceWords(picture)}.`,
      "A still moment, suitable for readers of all ages.",
      room(request),
    ]);
  },

  /** The place alone. Nothing in it comes from the moment or from the story's words. */
  scenery(request: PanelRequest): string {
    return lines([
      ...manner(request),
      `A wide view of a quiet, empty place: ${plainPlaceWords(request.picture)}.`,
      room(request),
    ]);
  },
};

const manner = ({ colorMode }: PanelRequest) => [styleWords(colorMode), UNLETTERED];
const room = ({ picture }: PanelRequest) => (picture.room === 0 ? "" : roomWords(picture.room));
const lines = (all: readonly string[]) => all.filter((line) => line !== "").join("\n");

/** Whoever has a design, in the storyboard's order. */
function shownIn({ picture, cast }: PanelRequest): { figure: Figure; design: CharacterDesign }[] {
  return picture.figures.flatMap((figure) => {
    const design = cast.find(({ id }) => id === figure.character);
    return design === undefined ? [] : [{ figure, design }];
  });
}

const byImportance = (request: PanelRequest) =>
  shownIn(request).toSorted(
    ({ figure: a }, { figure: b }) =>
      Number(b.speaks ?? false) - Number(a.speaks ?? false) || a.depth - b.depth,
  );

const likeness = (reference: number) =>
  reference < 0 ? "" : `, as in reference picture ${reference + 1} with the same face, hair and clothes`;

const beingOf = (design: CharacterDesign, references: References) =>
  `${design.kind === "human" ? "person" : design.kind}${likeness(references.indexOf(design))}: ${designWords(design, { free: false })}`;

function partOf(shot: PanelRequest["picture"]["shot"], { view }: Figure): string {
  if (shot === "detail") return "one hand at rest, close up,";
  if (shot === "long" || shot === "establishing" || view === "back") return "the soft shadow on the ground";
  return "the face, close up, calm and looking aside,";
}
