// What is told of one of those in a picture, and of all of them together.
import type { Figure, Picture } from "../closed/storyboard.ts";
import type { FigureTold } from "../closed/told.ts";

const NOTHING: FigureTold = {};

export const toldOf = (
  { told }: Pick<Picture, "told">,
  { character }: Pick<Figure, "character">,
): FigureTold => told.figures[character] ?? NOTHING;

/** Whether something is told of some of a picture's figures. */
export const isToldOfSome = (
  picture: Pick<Picture, "told" | "figures">,
  what: (told: FigureTold) => boolean | undefined,
): boolean => picture.figures.some((figure) => what(toldOf(picture, figure)) === true);

/** The picture with more told of one figure. */
export const telling = (picture: Picture, character: string, more: FigureTold): Picture => ({
  ...picture,
  told: {
    ...picture.told,
    figures: { ...picture.told.figures, [character]: { ...toldOf(picture, { character }), ...more } },
  },
});
