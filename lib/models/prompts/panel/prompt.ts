// The panel prompt, composed by code from the picture's data and the designs of those in it. Setting, hour and clothes come from the
// book, so that they persist; the story's own words are quoted and can be left out.
import type { PanelRequest } from "../../artist.ts";
import {
  ANGLE_WORDS,
  designWords,
  NO_LETTERS,
  placeWords,
  quoted,
  roomWords,
  SHOT_WORDS,
  stanceWords,
  styleWords,
  thingWords,
} from "../picture-words.ts";

/** Poses that safety filters may take for violence, and what a softened prompt says instead. */
const SOFTENED_POSES: Partial<Record<Figure["pose"], Figure["pose"]>> = {
  fight: "arms-crossed",
  push: "reach",
  fall: "kneel",
  throw: "point",
  lie: "sit",
  embrace: "stand",
};

export const panelPrompt = {
  /** `softened`: after a refusal, without the story's own words, weapons, blows and tears. */
  compose(
    { picture, cast, colorMode }: PanelRequest,
    references: readonly string[],
    softened = false,
  ): string {
    const people = picture.figures.flatMap((figure) => {
      const design = cast.find(({ id }) => id === figure.character);
      if (design === undefined) return [];
      const at = references.indexOf(design.id);
      const same = at < 0 ? "" : ` (the person in reference image ${at + 1}; keep face, hair and clothes)`;
      const stance = softened ? { ...figure, ...soften(figure), words: undefined } : figure;
      return [`- ${quoted(design.name)}${same}: ${designWords(design)}; ${stanceWords(stance)}.`];
    });
    const props = picture.props.filter((prop) => prop !== "sword");
    const things = thingWords(softened ? { props } : picture);
    const lines = [
      styleWords(colorMode),
      `A single manga panel, ${SHOT_WORDS[picture.shot]}, ${ANGLE_WORDS[picture.angle]}.`,
      `Setting: ${placeWords(picture)}.`,
      people.length === 0 ? "Nobody is in the picture." : `Exactly ${people.length} in the picture:`,
      ...people,
      ...(things === "" ? [] : [`Also visible: ${things}.`]),
      ...(picture.effects.length === 0 || softened ? [] : [`Manga effects: ${picture.effects.join(", ")}.`]),
      // A description of what happens, never an instruction.
      ...(softened || picture.action === ""
        ? []
        : [`What happens, in the story's words: ${quoted(picture.action)}.`]),
      ...(softened ? ["A calm scene, suitable for readers of all ages."] : []),
      ...(picture.room === 0 ? [] : [roomWords(picture.room)]),
      NO_LETTERS,
    ];
    return lines.join("\n");
  },
};

type Figure = PanelRequest["picture"]["figures"][number];

function soften({ pose, expression, holds, alsoHolds }: Figure): Partial<Figure> {
  const calm = ["furious", "pain", "cry", "shocked", "terrified", "afraid"].includes(expression);
  return {
    pose: SOFTENED_POSES[pose] ?? pose,
    expression: calm ? "worried" : expression,
    holds: holds === "sword" ? null : holds,
    alsoHolds: alsoHolds === "sword" ? undefined : alsoHolds,
  };
}
