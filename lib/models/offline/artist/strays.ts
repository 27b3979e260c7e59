// Animals that are nobody's, as figures of a picture: those that stand beside people, are led or ridden, or are all that the picture is of.
// The rest are drawn where there is room, see `sight-spots.ts`.
import type { CharacterDesign } from "../../../manga/cast.ts";
import type { Figure, Picture } from "../../../manga/storyboard.ts";
import { animalMeasures } from "./animals.ts";
import { isOnWall } from "./manner.ts";
import { isBird, type Sight, sightsIn } from "./sights.ts";

export interface Strayed {
  picture: Picture;
  cast: readonly CharacterDesign[];
  /** What else is to be drawn: as many of each as are left. */
  sights: readonly Sight[];
}

const FAR: ReadonlySet<Picture["shot"]> = new Set(["full", "long", "establishing"]);

/** Whether a figure is nobody of the story's cast. */
export const isStray = ({ character }: Pick<Figure, "character">): boolean => character.startsWith("stray-");

/** More than these beside people would leave no room for them. */
const MOST_BESIDE = 2;
/** More than these by themselves stand behind. */
const MOST_ALONE = 3;

/** The picture with the animals that its words have in it, and the cast with their looks. */
export function withStrays(asked: Picture, cast: readonly CharacterDesign[]): Strayed {
  const sights = sightsIn(asked, cast);
  if (sights.length === 0) return { picture: asked, cast, sights };
  const alone = asked.figures.length === 0;
  const picture = alone ? lookedAt(asked, sights) : asked;
  if (!FAR.has(picture.shot))
    return { picture, cast: [...cast, ...sights.flatMap(({ designs }) => designs)], sights };
  const figures = [...picture.figures];
  const rest = sights.map((sight) => {
    const room = alone
      ? MOST_ALONE - figures.length
      : Math.min(MOST_BESIDE, 4 - figures.length) - figures.filter(isStray).length;
    const beside = standsAmong(sight, alone) ? Math.max(0, Math.min(sight.designs.length, room)) : 0;
    for (const design of sight.designs.slice(0, beside))
      figures.push(figureOf(sight, design, picture, figures));
    return { ...sight, designs: sight.designs.slice(beside) };
  });
  return {
    picture: { ...picture, figures },
    cast: [...cast, ...sights.flatMap(({ designs }) => designs)],
    sights: rest.filter(({ designs }) => designs.length > 0),
  };
}

/** How tall an animal is that is a figure beside people. */
const BESIDE = 150;

/** Whether it takes a place among the people, and room in the composition. */
function standsAmong({ perch, designs, pose, far, told: { animal, about } }: Sight, alone: boolean): boolean {
  if (perch === "lead" || perch === "ridden") return true;
  // A wall comes with whoever lies on it.
  if (perch === "thing" && isOnWall(about) && !isBird(animal)) return true;
  if (perch !== "ground" || far) return false;
  if (alone) return true;
  const measures = designs[0] && animalMeasures(designs[0], pose);
  return measures !== undefined && measures.crown - measures.y >= BESIDE;
}

/** A picture of animals alone is near enough to see them. */
function lookedAt(picture: Picture, sights: readonly Sight[]): Picture {
  const here = sights.filter(({ far, perch }) => !far && perch === "ground");
  const [first] = here;
  if (!first) return picture;
  const tall = Math.max(
    ...here.map(({ designs: [design], pose }) => {
      const measures = design && animalMeasures(design, pose);
      return measures ? measures.crown - measures.y : 0;
    }),
  );
  const thing =
    picture.shot === "detail" && picture.props.length > 0 && picture.action.indexOf(first.told.word) > 12;
  if (thing) return picture;
  return {
    ...picture,
    shot: tall > 360 ? (picture.shot === "establishing" ? "establishing" : "long") : "full",
  };
}

function figureOf(
  { pose, expression, perch }: Sight,
  design: CharacterDesign,
  picture: Picture,
  figures: readonly Figure[],
): Figure {
  const [first] = picture.figures;
  const taken = figures.map(({ at }) => at);
  // Who leads goes before, and whoever is led follows.
  if (first && (perch === "lead" || perch === "ridden")) {
    const ahead = first.facing === "right" ? 1 : -1;
    return {
      ...{
        character: design.id,
        pose,
        expression,
        view: "three-quarter",
        facing: first.facing,
        depth: 0,
        holds: null,
      },
      at: perch === "ridden" ? first.at : Math.min(0.94, Math.max(0.06, first.at - 0.34 * ahead)),
    };
  }
  const at = [0.16, 0.84, 0.5].toSorted((a, b) => gap(b, taken) - gap(a, taken))[0] ?? 0.16;
  const flees = pose === "run";
  return {
    character: design.id,
    pose,
    expression,
    view: "three-quarter",
    facing: at < 0.5 !== flees ? "right" : "left",
    at,
    depth: 0,
    holds: null,
  };
}

const gap = (at: number, taken: readonly number[]): number =>
  Math.min(1, ...taken.map((other) => Math.abs(other - at)));
