// Animals outside the cast that become figures of a picture: those that stand beside people, are led or
// ridden, or are the only subject. The rest are placed by `sight-spots.ts`.

import { animalOf, type Design } from "../../camera/design.ts";
import { isFar } from "../../camera/far-shots.ts";
import { telling, toldOf } from "../../camera/figure-told.ts";
import { flipOf } from "../../camera/standing.ts";
import { plainFigure } from "../../closed/plain-picture.ts";
import type { Figure, Picture } from "../../closed/storyboard.ts";
import { isDoneSo, isPose } from "../../figures/body/poses.ts";
import { isMount } from "../../figures/borne.ts";
import { clamp } from "../../pen/curves.ts";
import { animalMeasures } from "../animals.ts";
import { isBird, type Sight, sightsIn } from "./sights.ts";

export interface PictureWithExtras {
  picture: Picture;
  cast: readonly Design[];
  /** The remaining animals, to be drawn where there is room. */
  sights: readonly Sight[];
}

/** Whether a figure is an extra animal and not a member of the cast. */
export const isExtra = ({ character }: Pick<Figure, "character">): boolean => character.startsWith("stray-");

/** Greatest number beside people, who need room. */
const MOST_BESIDE = 2;
/** Greatest number of figures without people; further animals are behind them. */
const MOST_ALONE = 3;

/** The picture with the told animals among its figures, and the cast with their designs. */
export function withExtraAnimals(given: Picture, cast: readonly Design[]): PictureWithExtras {
  const asked = astride(given, cast);
  const sights = sightsIn(asked);
  const here = tellOf(sights, withMount(asked, cast));
  if (sights.length === 0) return { picture: here, cast, sights };
  const alone = here.figures.length === 0;
  const picture = alone ? lookedAt(here, sights) : withArms(here, { sights, cast });
  const everybody = [...cast, ...sights.flatMap(({ designs }) => designs)];
  if (!isFar(picture.shot)) return { picture, cast: everybody, sights };
  const figures = [...picture.figures];
  const rest = sights.map((sight) => {
    const most = isLarge(sight) ? 1 : MOST_BESIDE;
    const room = alone
      ? MOST_ALONE - figures.length
      : Math.min(most, 4 - figures.length) - figures.filter(isExtra).length;
    const beside = standsAmong(sight, alone) ? Math.max(0, Math.min(sight.designs.length, room)) : 0;
    for (const design of sight.designs.slice(0, beside))
      figures.push(figureOf(sight, design, picture, figures));
    return { ...sight, designs: sight.designs.slice(beside) };
  });
  return {
    picture: { ...picture, figures },
    cast: everybody,
    sights: rest.filter(({ designs }) => designs.length > 0),
  };
}

/** A rider beside an animal that can be ridden sits on it, unless a bicycle is told of. */
function astride(picture: Picture, cast: readonly Design[]): Picture {
  const { figures, told, props } = picture;
  const mounted =
    figures.some(({ pose }) => pose === "ride") &&
    figures.some(({ character }) => cast.some((design) => design.id === character && isMount({ design })));
  if (!mounted || isDoneSo(picture, "astride") || props.includes("bicycle") || told.bicycle) return picture;
  const riders = figures.filter(({ pose }) => pose === "ride");
  return riders.reduce((sum, { character }) => telling(sum, character, { manner: "astride" }), picture);
}

/** The picture with each animal's told facts as facts of a figure; the first figure leads or rides. */
function tellOf(sights: readonly Sight[], picture: Picture): Picture {
  const [first] = picture.figures;
  let sum = picture;
  for (const { told, perch, designs } of sights) {
    const by = told.as?.by ?? (perch === "lead" || perch === "ridden" ? first?.character : undefined);
    for (const { id } of designs) sum = telling(sum, id, { ...told.as, by });
  }
  return sum;
}

/** Changes a figure that has an animal on its arms to the pose for that, unless it sits or lies. */
function withArms(
  picture: Picture,
  { sights, cast }: { sights: readonly Sight[]; cast: readonly Design[] },
): Picture {
  const borne = sights.filter(({ perch }) => perch === "arms");
  if (borne.length === 0) return picture;
  const bearer =
    picture.figures.find(({ character }) => borne.some(({ told }) => told.as?.by === character)) ??
    picture.figures.find(({ pose }) => isPose("arms-animal", pose)) ??
    picture.figures.find(({ character }) =>
      cast.some(({ id, kind }) => id === character && kind === "human"),
    );
  const figures = picture.figures.map((figure) =>
    figure === bearer && isPose("arms-free", figure.pose) && figure.holds === null
      ? { ...figure, pose: "carry" as const }
      : figure,
  );
  return { ...picture, figures };
}

/** Adds the animal of the cast that a figure rides or leads, if the figures omit it. */
function withMount(picture: Picture, cast: readonly Design[]): Picture {
  const { figures, told, shot } = picture;
  if (!isFar(shot)) return picture;
  const holderOf = ({ id }: Design) => figures.find(({ character }) => character === told.figures[id]?.by);
  const isAstride = (figure: Figure) => toldOf(picture, figure).manner === "astride";
  const mount = cast.find((design) => {
    const by = holderOf(design);
    if (!by || animalOf(design) === undefined) return false;
    return toldOf(picture, by).leads || (isAstride(by) && isMount({ design }));
  });
  const holder = mount && holderOf(mount);
  if (!holder || figures.some(({ character }) => character === mount.id)) return picture;
  const perch = isAstride(holder) ? "ridden" : "lead";
  return {
    ...picture,
    figures: [...figures, figureOf({ pose: "walk", expression: "calm", perch }, mount, picture, figures)],
  };
}

/** Least height of an animal that is a figure beside people, and least height of one that excludes others. */
const [BESIDE, ALONE] = [150, 480];

const heightOf = ({ designs: [design], pose }: Sight): number => {
  const measures = design && animalMeasures(design, pose);
  return measures ? measures.crown - measures.y : 0;
};

const isLarge = (sight: Sight): boolean => heightOf(sight) > ALONE;

/** Whether an animal takes a place among the figures of the composition. */
function standsAmong(sight: Sight, alone: boolean): boolean {
  const { perch, far, told } = sight;
  if (perch === "lead" || perch === "ridden") return true;
  // An animal on a wall is drawn as a figure, because the wall is drawn with it.
  if (perch === "thing" && told.as?.onWall && !isBird(told.animal)) return true;
  if (perch !== "ground" || far) return false;
  if (alone) return true;
  return heightOf(sight) >= BESIDE;
}

/** Moves the camera closer in a picture of animals only. */
function lookedAt(picture: Picture, sights: readonly Sight[]): Picture {
  const here = sights.filter(({ far, perch }) => !far && perch === "ground");
  const [first] = here;
  if (!first) return picture;
  const tall = Math.max(...here.map(heightOf));
  if (picture.shot === "detail" && picture.props.length > 0 && first.told.aside) return picture;
  return {
    ...picture,
    shot: tall > 360 ? (picture.shot === "establishing" ? "establishing" : "long") : "full",
  };
}

function figureOf(
  { pose, expression, perch }: Pick<Sight, "pose" | "expression" | "perch">,
  design: Design,
  picture: Picture,
  figures: readonly Figure[],
): Figure {
  const [first] = picture.figures;
  const taken = figures.map(({ at }) => at);
  const figure = { ...plainFigure(design.id), pose, expression };
  // The leader is ahead, and the led animal follows.
  if (first && (perch === "lead" || perch === "ridden")) {
    const behind = clamp(first.at - 0.34 * flipOf(first), 0.06, 0.94);
    return { ...figure, facing: first.facing, at: perch === "ridden" ? first.at : behind };
  }
  const at = [0.16, 0.84, 0.5].toSorted((a, b) => gap(b, taken) - gap(a, taken))[0] ?? 0.16;
  return { ...figure, facing: at < 0.5 !== (pose === "run") ? "right" : "left", at };
}

const gap = (at: number, taken: readonly number[]): number =>
  Math.min(1, ...taken.map((other) => Math.abs(other - at)));
