// Accessors for the told facts of one figure and of all figures of a picture.
import type { Figure, Picture } from "../closed/storyboard.ts";
import type { FigureTold } from "../closed/told.ts";

const NOTHING: FigureTold = {};

export const toldOf = (
  { told }: Pick<Picture, "told">,
  { character }: Pick<Figure, "character">,
): FigureTold => told.figures[character] ?? NOTHING;

/** Whether a fact holds for any figure of a picture. */
export const isToldOfSome = (
  picture: Pick<Picture, "told" | "figures">,
  what: (told: FigureTold) => boolean | undefined,
): boolean => picture.figures.some((figure) => what(toldOf(picture, figure)) === true);

/** The picture with further facts about one figure. */
export const telling = (picture: Picture, character: string, more: FigureTold): Picture => ({
  ...picture,
  told: {
    ...picture.told,
    figures: { ...picture.told.figures, [character]: { ...toldOf(picture, { character }), ...more } },
  },
});
