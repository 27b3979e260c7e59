// Things that nobody holds: set down where people leave room, large enough to be legible, and larger if they are the subject.
import { isCaged } from "../animals/caged.ts";
import { toldOf } from "../camera/figure-told.ts";
import type { Composition, PanelView } from "../camera/view.ts";
import type { Prop, View } from "../closed/staging.ts";
import { inHandsOf } from "../closed/storyboard.ts";
import { isOwnSeat, SEAT_OF, seatIn } from "../figures/seats.ts";
import { mountIn } from "../figures/wheeled.ts";
import { chance, hashOf } from "../pen/chance.ts";
import { clamp, ellipse, type Pt, placed, pts, rect, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import { hasTrait, isIndoors, kitchenDoor } from "../places/places.ts";
import { hasHearth } from "../places/rooms/homes.ts";
import { sellsClocks } from "../places/rooms/shop.ts";
import type { WallsSeen } from "../places/stage.ts";
import { drawAfloat } from "../places/surfaces/surface-drawing.ts";
import { floats } from "../places/surfaces/surfaces.ts";
import { isBusStop } from "../places/town/street.ts";
import { drawFixture, drawNearFixture, type Fixture, hangOnDoor, nearFixtureOf } from "./fixtures.ts";
import {
  behindHeels,
  behindPeople,
  boxFor,
  drawHolder,
  floorOf,
  freeX,
  hangs,
  hasNoWalls,
  needsHolder,
  PINNED,
  poster,
} from "./prop-spots.ts";
import { drawProp, drawVariant, liesIn, type Spot, sizeOf } from "./props.ts";
import { drawBeacon, drawPostClock, drawSchoolDesk, drawStreetLamp, turnedLens } from "./standing-things.ts";
import { drawStillLife, horizonOver, TRACES } from "./still-life.ts";
import { isFurniture } from "./thing-traits.ts";
import { drawSole, isOnSole, ON_SOLE } from "./traces.ts";
import { shallows, tumble, wayOf } from "./tumbling.ts";
import { spotOnWall } from "./wall-spots.ts";

/** Eye level for things: those on a wall are seen from the front, with the ground far below the panel; flat ones are seen from above. */
export function eyeLevel(
  picture: PanelView["picture"],
  { metre }: Composition,
  height: number,
): { groundY?: number; horizon?: number } {
  const { shot, figures, props, scene } = picture;
  const [first] = props;
  const horizon = horizonOver(picture, height);
  if (horizon !== undefined) return { horizon };
  if (shot !== "detail" || figures.length > 0 || !isIndoors(scene.place.kind)) return {};
  if (first === undefined || !hangs(first, picture)) return {};
  return { groundY: height * 0.6 + metre * 1.4 };
}

/** Draws the things of a picture; returns a box of two corners for each, which lettering keeps free. */
export function placeProps(
  pen: Pen,
  view: PanelView,
  { plan, seen }: { plan: Composition; seen: WallsSeen },
): Pt[][] {
  const { figures, scene, shot, props } = view.picture;
  const near = shot === "detail" || shot === "close";
  if (near && figures.length > 0) return [];
  const fixture = nearFixtureOf(view);
  if (fixture) return drawNearFixture(pen, view, fixture);
  const keep: Pt[][] = near ? [] : turnedLens(pen, view, plan);
  const there = (prop: Prop) =>
    figures.some(
      (figure) =>
        inHandsOf(figure).some((held) => held === prop || liesIn(prop, held)) ||
        (figure.pose === "row" && (prop === "boat" || prop === "oar")),
    ) ||
    mountIn(view.picture) === prop ||
    (prop === "birdcage" && plan.standing.some((standing) => isCaged(view.picture, standing))) ||
    (prop === "handprint" && !near && isOnSole(view.picture)) ||
    (prop === "boat" && figures.length > 0 && hasTrait(scene.place.kind, "aboard")) ||
    (prop === "fireplace" && !near && hasHearth(view.picture)) ||
    // A carriage has its luggage rack above the windows.
    (prop === "shelf" && (scene.place.kind === "train" || scene.place.kind === "bus")) ||
    (prop === "blackboard" && !near && scene.place.kind === "classroom") ||
    // A bridge has rails, and a classroom desks.
    (prop === "fence" && scene.place.kind === "bridge") ||
    (prop === "table" && !near && scene.place.kind === "classroom" && !bears(view.picture)) ||
    ((prop === "sign" || prop === "bench") && !near && isBusStop(view.picture)) ||
    (prop === "hat" && props.includes("snowman")) ||
    (prop === "bench" && figures.some(({ pose }) => pose === "sit" || pose === "climb")) ||
    (prop === "ladder" && figures.some(({ pose }) => pose === "climb")) ||
    (isOwnSeat(prop, scene) && !near) ||
    figures.some((figure) => figure.pose === "sit" && SEAT_OF[prop] === seatIn(view.picture, figure)) ||
    // With people in the picture, a sword is worn by somebody, unless the story mentions it.
    (prop === "sword" && figures.length > 0 && !view.picture.told.sword) ||
    (prop === "clock" && !near && sellsClocks(view.picture));
  const all = props
    .filter((prop) => !there(prop) && !props.some((vessel) => liesIn(prop, vessel)))
    .filter((prop) => prop !== "footprints" || showsGround(view.picture))
    .slice(0, 5);
  // In close view things lie on a board, so its table is not drawn separately.
  const board = near && all.length > 1 ? all.filter((prop) => prop !== "table") : all;
  const loose = rung(board) ? board.filter((prop) => prop !== "table") : board;
  if (near && loose.includes("handprint") && isOnSole(view.picture)) return [placeSole(pen, view)];
  if (near) return drawStillLife(pen, view, loose);
  const rng = chance(hashOf(scene.id, ...loose));
  let top: Spot | undefined;
  const lying: Spot[] = [];
  // Drawing order: things behind the people, then tables, then what lies on them.
  const far = (prop: Prop) => Number(behindPeople(prop, view) !== undefined);
  const order = loose.toSorted(
    (a, b) => far(b) - far(a) || Number(carries(b, view)) - Number(carries(a, view)),
  );
  const onSill = view.picture.told.things.onSill ? loose.filter((prop) => !isFurniture(prop)) : [];
  const onTop = order.filter(
    (prop) => !isFurniture(prop) && !hangs(prop, view.picture) && wayOf(prop, view) === "stands",
  );
  let sill: Pt[] | undefined;
  for (const [i, prop] of order.entries()) {
    if ((prop === "door" || prop === "window") && scene.place.kind !== "abstract") {
      const jitter = rng.next();
      if (!showsWall(view)) continue;
      const corners = setInWall(pen, view, plan, { kind: prop, jitter });
      keep.push(corners);
      if (prop === "door" && loose.includes("bell")) hangOnDoor(pen, view, corners);
      if (prop === "window") sill = corners;
      continue;
    }
    if (prop === "bell" && loose.includes("door") && showsWall(view)) continue;
    if (sill && onSill.includes(prop)) {
      const along = (onSill.indexOf(prop) + 0.5) / onSill.length;
      keep.push(place(pen, view, { prop, ...onSillAt(sill, along, prop) }));
      continue;
    }
    if (prop === "clock" && hasNoWalls(scene.place.kind)) {
      const x = view.width * freeX(view, plan, plan.metre * 0.8, { jitter: rng.next(), beside: lying });
      keep.push(drawPostClock(pen, view, plan, x));
      continue;
    }
    const beacon = prop === "lamp" && view.picture.told.hugeLamp === true;
    if (beacon || prop === "streetlamp" || (prop === "lamp" && !isIndoors(scene.place.kind))) {
      const wide = plan.metre * 0.6;
      const x = view.width * freeX(view, plan, wide, { jitter: rng.next(), beside: lying });
      keep.push(beacon ? drawBeacon(pen, view, plan, x) : drawStreetLamp(pen, view, plan, { prop, x }));
      continue;
    }
    const user = prop === "piano" ? plan.standing.find(({ figure }) => figure.pose === "sit") : undefined;
    // Several of the same thing share the space of one.
    const among = loose.filter((other) => other === prop).length > 1 ? 0.7 : 1;
    const share = (user ? 0.5 : figures.length === 0 ? 0.4 : 0.2) * among;
    const way = wayOf(prop, view);
    const behind = user || way !== "stands" ? undefined : behindPeople(prop, view);
    const onWall = PINNED.has(prop) && hangs(prop, view.picture);
    const box = behind ? behind.box : onWall ? poster(prop, view) : boxFor(prop, view, plan, share);
    const along = user
      ? clamp(user.x + plan.metre * asideOf(user.figure), 0, view.width) / view.width
      : figures.length === 0
        ? 0.5 + (i - (loose.length - 1) / 2) * Math.min(0.32, 0.92 / loose.length)
        : freeX(view, plan, box.width, { jitter: rng.next(), beside: lying });
    const under = way === "sunk" ? shallows(view) : undefined;
    const floor = behind
      ? behind.y
      : under
        ? under.y + box.height * 0.2
        : floorOf(prop, view, plan, box.height);
    const isOnFloor = !behind && !user && way === "stands" && !hangs(prop, view.picture);
    const y = isOnFloor ? behindHeels(plan, { ...box, x: view.width * along, y: floor }) : floor;
    const asked = { x: view.width * along, y, box, width: view.width };
    const hung = !user && !behind && hangs(prop, view.picture) ? spotOnWall(seen, plan, asked) : undefined;
    const spot = hung
      ? { prop, ...hung }
      : top && onTop.includes(prop)
        ? {
            prop,
            ...box,
            x: top.x + seatOf(onTop.indexOf(prop), onTop.length) * top.width,
            y: top.y - top.height * (TOPS[top.prop] ?? 1),
          }
        : { prop, x: view.width * along, y, ...box };
    if (hung) seen.taken.push(rect(hung.x - hung.width / 2, hung.y - hung.height, hung.width, hung.height));
    if (prop in TOPS && carries(prop, view)) top = spot;
    else if (!behind && (!top || !onTop.includes(prop))) lying.push(spot);
    if (!hung && way === "stands" && needsHolder(prop, view)) drawHolder(pen, view, spot);
    keep.push(way === "stands" ? place(pen, view, spot) : tumble(pen, view, { ...spot, near: false, way }));
  }
  return keep;
}

/** Whether the only loose thing is a door bell, which lies on no table. */
const rung = (props: readonly Prop[]): boolean =>
  props.includes("door") && props.filter((prop) => !isFurniture(prop)).every((prop) => prop === "bell");

/** Offset in metres of a piano from its player: in front of a player seen from behind. */
const asideOf = ({ view, facing }: { view: View; facing: "left" | "right" }): number =>
  view === "back" ? 0 : facing === "left" ? -0.78 : 0.78;

/** Whether anything lies on the table of a picture. */
const bears = (picture: PanelView["picture"]): boolean =>
  picture.props.some((prop) => !isFurniture(prop) && !hangs(prop, picture));

/** Position of one of several things on a table: from its middle, as a share of its width. */
const seatOf = (index: number, count: number): number => ((index - (count - 1) / 2) * 0.8) / count;

/** Height of the surface of things that carry others, as a share of their own height. */
const TOPS: Readonly<Partial<Record<Prop, number>>> = { table: 0.94, bench: 0.42 };

/** Whether other things lie on a thing, which is therefore drawn before them. */
const carries = (prop: Prop, { picture: { told, figures } }: PanelView): boolean =>
  prop === "table" ||
  prop === "window" ||
  (prop === "bench" && told.things.onBench === true && !figures.some(({ pose }) => pose === "sit"));

/** The spot of a legible thing on the sill of a window with these corners. */
function onSillAt(corners: readonly Pt[], along: number, prop: Prop): Omit<Spot, "prop"> {
  const [[left, top], [right, foot]] = [corners[0] ?? [0, 0], corners.at(-1) ?? [0, 0]];
  const { wide: w, high: h } = sizeOf(prop);
  const k = Math.min(((right - left) * 0.4) / w, ((foot - top) * 0.36) / h);
  return { x: left + (right - left) * along, y: foot, k, width: w * k, height: h * k };
}

/** Near figures hide most of the wall, and a classroom's desks stand in front of it. */
const showsWall = ({ picture: { shot, scene, figures } }: PanelView): boolean =>
  figures.some(({ pose }) => OPENS.test(pose)) ||
  !isIndoors(scene.place.kind) ||
  (shot !== "bust" && shot !== "half" && scene.place.kind !== "classroom");

const OPENS = /^(?:push|reach)$/u;

/** The sole of a shoe as large as the panel, with the print on it. */
function placeSole(pen: Pen, { width, height, picture }: PanelView): Pt[] {
  const k = Math.min((height * 0.9) / 314, (width * 0.72) / 130);
  const [x, y] = [width * 0.5, height * (0.5 + picture.room * 0.012)];
  const nib = clamp(height * 0.02, 1.8, 6);
  const sole = pen.withNib(nib).at(placed(x, y, 8, k));
  sole.haloed(nib, drawSole);
  sole.name("shoe", rect(-65, -157, 125, 317));
  drawProp(sole.at(ON_SOLE), "handprint");
  return through([x - 66 * k, y - 130 * k], [x + 60 * k, y]);
}

/** Prints on the ground are omitted beside shoulders, where they would look like stains in the air. */
const showsGround = ({ shot, figures }: PanelView["picture"]): boolean =>
  (shot !== "bust" && shot !== "half") || figures.length === 0;

/** A door or a window in the wall: in front of a figure that pushes it, else where people leave room. */
function setInWall(
  pen: Pen,
  view: PanelView,
  plan: Composition,
  { kind, jitter }: { kind: Fixture; jitter: number },
): Pt[] {
  const { picture } = view;
  const told = picture.figures.find((figure) => toldOf(picture, figure).inDoorway);
  const pusher = plan.standing.find(({ figure }) => OPENS.test(figure.pose));
  if (!pusher) {
    const wide = plan.metre * 0.5;
    const inIt = plan.standing.find(({ figure }) => figure === told);
    if (kind === "door" && inIt) return drawFixture(pen, view, { kind, x: inIt.x, open: true });
    const x =
      kind === "door" && view.picture.scene.place.kind === "kitchen"
        ? view.camera.see(kitchenDoor(view.picture), 0, view.camera.distance + 2.9)[0]
        : view.width * freeX(view, plan, Math.min(wide, view.width * 0.5), { jitter, beside: [] });
    return drawFixture(pen, view, { kind, x, open: false });
  }
  const towards = pusher.figure.facing === "left" ? -1 : 1;
  return drawFixture(pen, view, { kind, x: pusher.x + towards * plan.metre * 0.75, open: true });
}

/** The side of a rowing boat in its own space, and its darkness on the water at night. */
const HULL = pts("-330,-70! -160,-44 120,-44 340,-84! 250,44 120,76 -170,76 -280,30");
const AT_NIGHT = { veil: 0.72 };

function place(pen: Pen, view: PanelView, { prop, x, y, k, width, height }: Spot): Pt[] {
  const [left, , right, low] = sizeOf(prop).extent;
  const nib = clamp(height * 0.02, 1.8, 6);
  const inked = pen.withNib(nib);
  const at = placed(x - ((left + right) / 2) * k, y - low * k, 0, k);
  const isDesk = prop === "table" && view.picture.scene.place.kind === "classroom";
  const isBare = prop === "snowman" && view.picture.figures.some((one) => inHandsOf(one).includes("hat"));
  const draw = (p: Pen) =>
    p.haloed(nib * 0.45, (q) => {
      if (isDesk) drawSchoolDesk(q.at(at));
      else if (isBare) drawVariant(q.at(at), "snowman.bare");
      else drawProp(q.at(at), prop, view.picture.props);
    });
  if (floats(prop, view.picture) && view.picture.figures.length === 0) {
    const dark = view.picture.scene.hour === "night";
    drawAfloat(inked, { middle: [x, y - height / 2], wide: width, high: height }, (p) => {
      draw(p);
      if (prop === "boat" && dark) p.at(at).fill(HULL, AT_NIGHT);
    });
  } else {
    if (!hangs(prop, view.picture) && !TRACES.has(prop) && view.picture.scene.place.kind !== "abstract")
      pen.fill(ellipse(x, y, width * 0.55, Math.min(width, height) * 0.07, 10), { veil: 0.35 });
    draw(inked);
  }
  return through([x - width / 2, y - height], [x + width / 2, y]);
}
