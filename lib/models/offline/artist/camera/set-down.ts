// Changes a requested picture into one that can be drawn: nobody holds furniture, an embrace is mutual, a pushed bicycle is in its owner's hands.
import { asTold } from "../animals/caged.ts";
import type { PanelRequest } from "../closed/request.ts";
import type { Prop } from "../closed/staging.ts";
import { type Figure, inHandsOf, type Picture } from "../closed/storyboard.ts";
import { isDoneSo } from "../figures/body/poses.ts";
import { isBeforeChest, isHanging, isInBoth, isLarge } from "../figures/hands/both-hands.ts";
import { wornBy } from "../figures/hands/held-things.ts";
import { HATS } from "../figures/head/head.ts";
import { isBedside, looksDown } from "../figures/seats.ts";
import { mountIn, wheeledIn } from "../figures/wheeled.ts";
import { hasTrait } from "../places/places.ts";
import { isFurniture } from "../things/thing-traits.ts";
import type { Design } from "./design.ts";
import { isFar } from "./far-shots.ts";
import { telling, toldOf } from "./figure-told.ts";

/**
 * Changes a figure to a pose and view that can be drawn: on stairs people walk upright; a detail of a hand
 * has no second hand and a view in which the arm does not point at the reader.
 */
function fitting(picture: Picture, figure: Figure): Figure {
  const { shot, scene } = picture;
  const { lift, manner } = toldOf(picture, figure);
  // A figure that somebody looks down at shows its face.
  if (looksDown(picture) && (figure.view === "profile" || figure.view === "back"))
    return { ...figure, view: "three-quarter" };
  const aims = lift === "eye" && figure.holds === "camera";
  if (shot === "detail" && figure.holds)
    return { ...figure, pose: "stand", expression: "calm", view: aims ? "front" : "three-quarter" };
  if (aims) return { ...figure, view: "front" };
  // In a close-up the beam of a torch would have no visible source. A thing held towards the reader would be hidden by its own hand.
  if (shot === "close" && figure.holds === "flashlight") return { ...figure, holds: null };
  if (figure.holds !== null && figure.view === "front" && !isBeforeChest(figure))
    return { ...figure, view: "three-quarter" };
  // A piano stands with its keys to the reader, so that its player is seen from behind.
  if (isAtPiano(picture, figure)) return { ...figure, view: "back" };
  // From the front, a push would look like raised hands.
  if (figure.pose === "push" && figure.view === "front") return { ...figure, view: "profile" };
  if (figure.pose !== "climb") return figure;
  if (manner === "rail") return { ...figure, view: "profile" };
  return hasTrait(scene.place.kind, "steps") ? { ...figure, pose: "walk" } : figure;
}

/** Whether a figure sits at the keys of a piano that the picture shows. */
const isAtPiano = (picture: Picture, figure: Figure): boolean =>
  figure.pose === "sit" &&
  picture.shot !== "close" &&
  picture.shot !== "bust" &&
  picture.props.includes("piano") &&
  toldOf(picture, figure).manner === "keys";

/** Widens a near shot for what would not fit: a thing that hangs from the hand below the frame of a bust, or one that fills both arms. */
function fartherOff(picture: Picture): Picture {
  const { shot, figures } = picture;
  const fills = (figure: Figure) =>
    isLarge(figure) || wornBy(figure.holds, figure.pose, toldOf(picture, figure).worn) !== undefined;
  if (shot === "close" && figures.some(fills)) return { ...picture, shot: "bust" };
  const hangs = ({ holds, ...figure }: Figure) =>
    holds !== null && isHanging(holds) && !isInBoth({ holds, ...figure });
  return shot === "bust" && figures.some(hangs) ? { ...picture, shot: "half" } : picture;
}

/** Sets furniture down beside figures that hold it; a detail of furniture shows nothing else. */
export function setDown({ picture: asTaken, cast }: Pick<PanelRequest, "picture" | "cast">): Picture {
  const designOf = (id: string) => cast.find((design) => design.id === id);
  const isHuman = (id: string) => designOf(id)?.kind === "human";
  const given = bothOnBack(asTaken);
  // A sleeper and a visitor at the bed are in a picture of the bed; two of whom one carries the other are in
  // one picture of both. A carried animal sits on the arms.
  const isAllHuman = given.figures.every(({ character }) => isHuman(character));
  const isBorne =
    given.figures.length === 2 && isAllHuman && isDoneSo(given, "pickaback") && given.shot !== "detail";
  const whole: Picture =
    isBedside(given) || (isBorne && !isFar(given.shot)) ? { ...given, shot: "full" } : given;
  // A rider is shown with the mount; otherwise nobody could see what the hands hold.
  const rides = mountIn(whole) !== undefined && (whole.shot === "bust" || whole.shot === "close");
  const asked: Picture = rides ? { ...whole, shot: "half" } : fartherOff(whole);
  const figures = asked.figures
    .map((figure) => asTold(fitting(asked, figure), designOf(figure.character), asked))
    .map((figure) =>
      // From the front a squatting figure would show little besides two knees.
      figure.pose === "crouch" && figure.view === "front" && isHuman(figure.character)
        ? { ...figure, view: "three-quarter" as const }
        : figure,
    );
  const picture = { ...asked, figures: onOneLadder(asked, figures) };
  const two = picture.figures.length === 2 && picture.figures.every(({ character }) => isHuman(character));
  if (two && picture.figures.some(({ pose }) => pose === "embrace"))
    return { ...picture, figures: picture.figures.map(embracing) };
  const wheels = picture.shot === "detail" ? undefined : wheeledIn(picture);
  if (wheels && picture.figures.some((figure) => isWith(figure, wheels))) return wheeling(picture, wheels);
  const things = picture.figures.flatMap((figure) => inHandsOf(figure).filter(isFurniture));
  if (things.length === 0) return picture;
  const free = picture.figures.map((figure): Figure => {
    const [holds = null, alsoHolds] = inHandsOf(figure).filter((prop) => !isFurniture(prop));
    return { ...figure, holds, alsoHolds };
  });
  return {
    ...picture,
    figures: picture.shot === "detail" ? [] : free,
    props: [...new Set([...things, ...picture.props])],
  };
}

/** If one of two figures is on the other's back, both are told so: the other one carries. */
function bothOnBack(picture: Picture): Picture {
  const [one, other] = picture.figures;
  if (!one || !other || picture.figures.length > 2) return picture;
  const [a, b] = [one, other].map((figure) => toldOf(picture, figure).manner === "pickaback");
  if (a === b) return picture;
  const [rider, bearer] = a ? [one.character, other.character] : [other.character, one.character];
  return telling(telling(picture, bearer, { manner: "pickaback" }), rider, { by: bearer });
}

/** A ladder holds one figure; a second climber looks up from its foot. */
function onOneLadder(picture: Picture, figures: readonly Figure[]): Figure[] {
  const climbs = (figure: Figure) => figure.pose === "climb" && toldOf(picture, figure).manner === "ladder";
  const first = figures.find(climbs);
  return figures.map((figure) =>
    climbs(figure) && figure !== first ? { ...figure, pose: "look-up" as const } : figure,
  );
}

/** An embrace is seen from the side, and a figure that only stood there embraces too. */
const embracing = (figure: Figure): Figure => ({
  ...figure,
  view: "profile",
  pose: figure.pose === "stand" ? "embrace" : figure.pose,
});

const PUSHING = /^(?:walk|push|stand|run|hold|carry)$/u;

const isWith = ({ pose, holds }: Figure, wheels: Prop): boolean => PUSHING.test(pose) || holds === wheels;

/** Whoever pushes or pulls a thing on wheels walks with it, in profile, with its handle in the hands. */
function wheeling(picture: Picture, wheels: Prop): Picture {
  const own = picture.figures.find(({ holds }) => holds === wheels);
  const able = picture.figures.filter((figure) => isWith(figure, wheels));
  const pushers = able.filter((figure) => toldOf(picture, figure).pushes === wheels);
  const likely = pushers.length > 0 ? pushers : able;
  const mover = own ?? likely.find(({ pose }) => pose !== "stand") ?? likely[0];
  const figures = picture.figures.map((figure) =>
    figure === mover ? { ...figure, pose: "walk" as const, view: "profile" as const, holds: wheels } : figure,
  );
  // A nearer shot would crop the wheels.
  const isNear = /^(?:close|bust|half)$/u.test(picture.shot);
  return { ...picture, figures, shot: isNear ? "full" : picture.shot };
}

/** A design without the glasses or hat that the figure holds in the hand. */
export function takenOff(design: Design, figures: readonly Figure[]): Design {
  const held = figures.filter(({ character }) => character === design.id).flatMap(inHandsOf);
  const { glasses, clothes } = design;
  const bare = HATS[clothes.hat].taken.some((hat) => held.includes(hat));
  const eyes = glasses && held.includes("glasses");
  if (!bare && !eyes) return design;
  return { ...design, glasses: glasses && !eyes, clothes: bare ? { ...clothes, hat: "none" } : clothes };
}
