// Small animals that somebody carries: they sit on the arms, not on the ground beside them.

import { isInHeldCage } from "../animals/caged.ts";
import { toldOf } from "../camera/figure-told.ts";
import { type Person, personOf } from "../camera/person.ts";
import { flipOf, type Standing, standAt } from "../camera/standing.ts";
import type { Picture } from "../closed/storyboard.ts";
import { bodyOf } from "./body/bodies.ts";
import { seenIn } from "./body/stances.ts";

const CARRIES = /^(?:carry|embrace)$/u;
/** No taller than this one sits on an arm. */
const SMALL = 230;

interface Pair {
  bearer: Person;
  borne: Person;
}

/** Who carries whom: an only animal that is small enough, and an only person with both arms under nothing else, or who is told to. */
export function carriedIn(people: readonly Person[], picture: Picture): Pair | undefined {
  if (people.length !== 2) return undefined;
  const animal = people.find(({ design, tall }) => design.kind !== "human" && tall < SMALL);
  const caged = animal?.design.kind === "bird" && isInHeldCage(picture, animal.figure);
  const by = animal && toldOf(picture, animal.figure).by;
  const bearer = people.find(
    ({ design, figure: { holds, pose, character } }) =>
      design.kind === "human" &&
      (caged ? holds === "birdcage" : holds === null && (CARRIES.test(pose) || character === by)),
  );
  if (!bearer || !animal) return undefined;
  // It looks back over the arm at whoever carries it.
  const figure: Person["figure"] = {
    ...animal.figure,
    pose: "sit",
    facing: bearer.figure.facing === "left" ? "right" : "left",
    view: "three-quarter",
  };
  // From the side the near arm would be behind it.
  const turned: Person["figure"] = {
    ...bearer.figure,
    ...(!CARRIES.test(bearer.figure.pose) && { pose: "carry" as const }),
    // The cage is drawn round its bird, and both lie on the arms.
    ...(caged && { pose: "carry" as const, holds: null }),
    view: bearer.figure.view === "profile" ? "three-quarter" : bearer.figure.view,
  };
  return {
    bearer: personOf(turned, bearer.design, seenIn(picture, turned)),
    borne: personOf(figure, animal.design, seenIn(picture, figure)),
  };
}

/** Where it sits: on the forearms, before the chest, as large as it is beside its bearer. */
export function onArms({ bearer, borne }: Pair, at: Standing): Standing {
  const { design, figure, seen } = bearer;
  const { arms, neck } = bodyOf({ figure, design, seen });
  const joints = [arms.near.wrist.p, arms.near.elbow.p, arms.far.wrist.p];
  const x = joints.reduce((sum, [jx]) => sum + jx, 0) / joints.length;
  // No higher than leaves the face over it free.
  const y = Math.max(arms.near.wrist.p[1], arms.far.wrist.p[1], neck[1] + borne.tall - 14);
  const seat = standAt(borne, {
    x: at.x + x * flipOf(figure) * at.scale,
    groundY: at.groundY + (y + 14) * at.scale,
    scale: at.scale,
  });
  return { ...seat, borne: true };
}
