// Scenes of outfits: an edit names only scenes of the book, and panels show the outfits of their scenes.
import { type Cast, type Character, outfitIn } from "../manga/cast.ts";
import type { Plot } from "../manga/plot.ts";
import { type Figure, type StoryboardPage, StoryboardPageSchema } from "../manga/storyboard.ts";
import { EditRefusedError } from "./step-editor.ts";

export interface Casts {
  before: Cast;
  after: Cast;
}

const designOf = ({ characters }: Cast, id: string) => characters.find((one) => one.id === id);

/** Throws `EditRefusedError` for a scene that the edit adds to an outfit, and that the book lacks. */
export function checkScenes({ before, after }: Casts, { scenes: known }: Pick<Plot, "scenes">): void {
  for (const [index, { id, name, outfits }] of after.characters.entries()) {
    const told = new Set(designOf(before, id)?.outfits.flatMap(({ scenes }) => scenes));
    for (const [at, { scenes }] of outfits.entries()) {
      const place = scenes.findIndex((scene) => !told.has(scene) && !known.some((one) => one.id === scene));
      if (place < 0) continue;
      throw new EditRefusedError(
        "invalid-edit",
        `characters.${index}.outfits.${at}.scenes.${place}`,
        `the book has no scene ${scenes[place]} for an outfit of ${name}; its scenes are s1 to s${known.length}`,
      );
    }
  }
}

/** Whether the edit changes which outfit somebody wears in some scene. */
export function areOutfitsOthers({ before, after }: Casts): boolean {
  const worn = ({ characters }: Cast) =>
    JSON.stringify(characters.map(({ id, outfits }) => [id, outfits.map((one) => [one.id, one.scenes])]));
  return worn(before) !== worn(after);
}

/**
 * The page with everybody in the outfit of the panel's scene. An outfit that was chosen for a panel stays as long as there is one of that
 * id. `areNamed`: panels name the outfits that are not a character's first.
 */
export function withOutfitsOfScenes(output: unknown, casts: Casts, areNamed: boolean): StoryboardPage {
  const page = StoryboardPageSchema.parse(output);
  const panels = page.panels.map((panel) => {
    const { scene, figures } = panel.picture;
    const dressed = figures.map((figure) => dressedIn(figure, scene, { ...casts, areNamed }));
    const isSame = dressed.every((one, index) => one === figures[index]);
    return isSame ? panel : { ...panel, picture: { ...panel.picture, figures: dressed } };
  });
  return { ...page, panels };
}

function dressedIn(
  figure: Figure,
  scene: string,
  { before, after, areNamed }: Casts & { areNamed: boolean },
): Figure {
  const [was, is] = [designOf(before, figure.character), designOf(after, figure.character)];
  if (was === undefined || is === undefined) return figure;
  const { outfit: named, ...plain } = figure;
  const shown = named ?? outfitIn(was, scene).id;
  const isChosen = shown !== outfitIn(was, scene).id;
  if (isChosen && has(is, shown)) return figure;
  const worn = outfitIn(is, scene).id;
  if (worn === shown && (named === undefined || has(is, named))) return figure;
  const isFirst = worn === is.outfits[0]?.id;
  return isFirst || !areNamed ? plain : { ...plain, outfit: worn };
}

const has = ({ outfits }: Character, id: string) => outfits.some((one) => one.id === id);
