// The panel prompt, composed by code from the picture's data, the place and the designs of those in it, in three tellings: the moment as
// planned, a gentle one in its place, and the place without people.
import type { Character } from "../../../manga/cast.ts";
import type { Figure } from "../../../manga/storyboard.ts";
import type { PanelRequest } from "../../artist.ts";
import { mayBeYoung } from "../ages.ts";
import { beingWords, designWords, type Shown, shownAs, stanceWords } from "../design-words.ts";
import { freeWords, youngMoment } from "../free-words.ts";
import {
  ANGLE_WORDS,
  emptyWords,
  lightWords,
  listed,
  placeWords,
  plainPlaceWords,
  SHOT_WORDS,
  thingWords,
  UNLETTERED,
} from "../picture-words.ts";
import { styleWords } from "../style-words.ts";

/** Designs of people whose reference pictures come with the prompt, in that order. */
type References = readonly Character[];

export const panelPrompt = {
  /** Everybody in the picture who has a design, the most important first: those who speak, then those who are nearest. */
  people: (request: PanelRequest): Shown[] => byImportance(request).map(({ shown }) => shown),

  /** The moment as the storyboard has it; lines in the order of importance, for a model that takes no more than the first ones. */
  moment(request: PanelRequest, references: References): string {
    const { picture, place, cast } = request;
    const there = shownIn(request);
    const nameOf = (word: string) =>
      cast.find(({ id }) => id === word)?.name ?? (/^c\d+$/.test(word) ? "somebody" : word);
    const people = there.map(({ figure, shown }) => {
      const { design } = shown;
      const same = likeness(references.indexOf(design));
      const stance = stanceWords(figure, { design, nameOf });
      return `- ${freeWords(design.name)}${same}: ${designWords(shown, { without: figure.without ?? [] })}; ${stance}.`;
    });
    const withYoung = there.some(({ shown }) => mayBeYoung(shown.design));
    const say = withYoung ? youngMoment : freeWords;
    const [action, ground, light] = [
      say(picture.action),
      say(picture.ground ?? ""),
      lightWords(picture, place),
    ];
    const things = thingWords(picture, nameOf);
    const effects = listed(picture.effects.map(freeWords));
    return lines([
      ...manner(request),
      `One manga panel, ${SHOT_WORDS[picture.shot]}, ${ANGLE_WORDS[picture.angle]}.`,
      `Setting: ${placeWords(picture, place)}.`,
      ...(people.length === 0
        ? ["The place and its things alone are in the picture."]
        : [`Exactly ${people.length} in the picture:`, ...people]),
      action === "" ? "" : `What happens: ${action}`,
      light === "" ? "" : `Light: ${light}.`,
      ground === "" ? "" : `Underfoot: ${ground}.`,
      things === "" ? "" : `Also to be seen: ${things}.`,
      effects === "" ? "" : `Manga effects: ${effects}.`,
      emptyWords(picture.emptyZone),
    ]);
  },

  /**
   * After a refusal: one person's face, hand or shadow at the same place. Whatever may have been refused is left out: what happens,
   * names, things, effects, what is done and felt, and every sentence about people and place.
   */
  gentle(request: PanelRequest, references: References): string {
    const { picture, place } = request;
    const [person] = byImportance(request);
    return lines([
      ...manner(request),
      person === undefined
        ? "One quiet manga panel: a long, soft shadow falls across the place."
        : `One quiet manga panel: ${partOf(picture.shot, person.figure)} of one ${beingOf(person.shown, references)}.`,
      `Setting: ${plainPlaceWords(picture, place)}.`,
      "A still moment, suitable for readers of all ages.",
      emptyWords(picture.emptyZone),
    ]);
  },

  /** The place alone. Nothing in it comes from the moment or from sentences of the story. */
  scenery(request: PanelRequest): string {
    const { picture, place } = request;
    return lines([
      ...manner(request),
      `A wide view of a quiet, empty place: ${plainPlaceWords(picture, place)}.`,
      emptyWords(picture.emptyZone),
    ]);
  },
};

const manner = ({ style, colorMode }: PanelRequest) => [styleWords(style, colorMode), UNLETTERED];
const lines = (all: readonly string[]) => all.filter((line) => line !== "").join("\n");

/** Whoever has a design, in the storyboard's order. */
function shownIn({ picture, cast }: PanelRequest): { figure: Figure; shown: Shown }[] {
  return picture.figures.flatMap((figure) => {
    const design = cast.find(({ id }) => id === figure.character);
    return design === undefined ? [] : [{ figure, shown: shownAs(design, figure, picture.scene) }];
  });
}

const byImportance = (request: PanelRequest) =>
  shownIn(request).toSorted(
    ({ figure: a }, { figure: b }) =>
      Number(b.speaks ?? false) - Number(a.speaks ?? false) || a.depth - b.depth,
  );

const likeness = (reference: number) =>
  reference < 0 ? "" : `, as in reference picture ${reference + 1} with the same face, hair and clothes`;

const beingOf = (shown: Shown, references: References) => {
  const { design } = shown;
  const being = design.kind === "human" ? "person" : beingWords(design);
  return `${being}${likeness(references.indexOf(design))}: ${designWords(shown, { free: false })}`;
};

function partOf(shot: PanelRequest["picture"]["shot"], { view }: Figure): string {
  if (shot === "detail") return "one hand at rest, close up,";
  if (shot === "long" || shot === "establishing" || view === "back") return "the soft shadow on the ground";
  return "the face, close up, calm and looking aside,";
}
