// What somebody sits on: what is told (a barrel, a rock, a step, the ground), the bare ground of open country,
// or a stool where there is a floor. And whether whoever eats does so at a table.

import { toldOf } from "../camera/figure-told.ts";
import type { PlaceKind, Prop } from "../closed/staging.ts";
import type { Figure, Picture } from "../closed/storyboard.ts";
import type { SeatTold } from "../closed/told.ts";
import { boxed, ellipse, type Pt, pts, rect, sharp, through } from "../pen/curves.ts";
import { MATERIALS } from "../pen/materials.ts";
import type { Pen } from "../pen/pen.ts";
import { hasTrait } from "../places/place-traits.ts";
import { isIndoors } from "../places/places.ts";

export type Seat = SeatTold | "stool" | "berth" | "pew";

/** What everybody sits on where nothing else is told of: a place that has seats for all has no stools. */
const SEATED: Partial<Record<PlaceKind, Seat>> = { train: "berth", bus: "berth", church: "pew" };

/** Whether a seat that is a thing of the picture is one of those that the place has anyway. */
export const isOwnSeat = (prop: Prop, { place }: Picture["scene"]): boolean =>
  SEATED[place.kind] !== undefined && (prop === "chair" || prop === "bench");

/** Things that whoever sits has under them. */
export const SEAT_OF: Readonly<Partial<Record<Prop, Seat>>> = {
  ...{ barrel: "barrel", box: "crate", chest: "crate", suitcase: "crate", stone: "rock" },
  wheelchair: "wheelchair",
};

type Placed = Pick<Picture, "told" | "props" | "scene">;

export function seatIn(picture: Placed, figure: Pick<Figure, "character">): Seat {
  const { props, scene } = picture;
  const { seat } = toldOf(picture, figure);
  if (seat) return seat;
  const own = SEATED[scene.place.kind];
  if (own) return own;
  if (props.includes("bench") || props.includes("chair")) return "stool";
  if (hasTrait(scene.place.kind, "crates")) return "crate";
  return hasTrait(scene.place.kind, "seatless") ? "ground" : "stool";
}

/** Whether whoever eats sits at a table: between walls they do, out of doors only where one is told of or there. */
export const isLaid = (picture: Placed, figure: Pick<Figure, "character">): boolean =>
  toldOf(picture, figure).atTable === true ||
  picture.props.includes("table") ||
  (isIndoors(picture.scene.place.kind) && !hasTrait(picture.scene.place.kind, "no-meals"));

/** A seat under somebody, its top at `top` (the ground is 0), so wide to each side of `x`. */
export function drawSeat(pen: Pen, seat: Exclude<Seat, "stool" | "ground" | "wheelchair">, at: SeatAt): void {
  SEATS[seat](pen, at);
}

interface SeatAt {
  x: number;
  top: number;
  half: number;
  /** Whoever sits is seen from the side, and has its back behind theirs. */
  aside: boolean;
}

const SEATS: Readonly<
  Record<Exclude<Seat, "stool" | "ground" | "wheelchair">, (pen: Pen, at: SeatAt) => void>
> = {
  barrel(pen, { x, top, half }) {
    const w = half * 0.9;
    const body: Pt[] = [
      [x - w * 0.84, top, 1],
      [x - w, top * 0.72],
      [x - w, top * 0.3],
      [x - w * 0.84, 0, 1],
      [x + w * 0.84, 0, 1],
      [x + w, top * 0.3],
      [x + w, top * 0.72],
      [x + w * 0.84, top, 1],
    ];
    pen.shape(body, { tone: 0.18 }, 0.9);
    pen.inside(body, (p) => {
      p.fill(rect(x + w * 0.3, top, w, -top), { tone: 0.5 });
      for (const s of [-0.5, -0.16, 0.2, 0.56])
        p.line(
          sharp(through([x + w * s * 0.9, top], [x + w * s, top / 2], [x + w * s * 0.9, 0])),
          0.5,
          "none",
        );
      for (const y of [0.8, 0.22]) p.fill(rect(x - w * 1.2, top * y, w * 2.4, 11), "black");
    });
    pen.shape(ellipse(x, top, w * 0.84, w * 0.16, 14), "white", 0.9);
  },
  crate(pen, { x, top, half }) {
    const w = half * 1.1;
    pen.shape(rect(x - w, top, w * 2, -top), { tone: 0.14 }, 0.9);
    pen.shape(
      sharp(through([x - w, top], [x + w, top], [x + w * 1.16, top - 14], [x - w * 0.84, top - 14])),
      "white",
      0.9,
    );
    pen.shape(
      sharp(through([x + w, top], [x + w * 1.16, top - 14], [x + w * 1.16, -14], [x + w, 0])),
      { tone: 0.6 },
      0.9,
    );
    for (const y of [0.66, 0.34]) pen.line(sharp(through([x - w, top * y], [x + w, top * y])), 0.6, "none");
    for (const s of [-1, 1])
      pen.shape(rect(x + (s < 0 ? -w : w * 0.74), top, w * 0.26, -top), { tone: 0.34 }, 0.7);
    pen.fill(rect(x - w, top * 0.12, w * 2, -top * 0.12), { tone: 0.5 });
  },
  rock(pen, { x, top, half }) {
    const w = half * 1.5;
    const stone = pen.of(MATERIALS.stone);
    const outline = pts(
      `${x - w * 1.1},0! ${x - w},${top * 0.7}! ${x - w * 0.6},${top}! ${x + w * 0.5},${top * 1.02}! ${x + w * 0.94},${top * 0.6}! ${x + w * 1.2},0!`,
    );
    stone.shape(outline, { tone: 0.16 }, 1);
    stone.fill(
      pts(
        `${x + w * 0.1},0! ${x + w * 0.24},${top * 0.5}! ${x + w * 0.5},${top}! ${x + w * 0.94},${top * 0.6}! ${x + w * 1.2},0!`,
      ),
      { tone: 0.56 },
    );
    stone.line(pts(`${x - w * 0.6},${top} ${x - w * 0.44},${top * 0.6} ${x - w * 0.7},${top * 0.3}`), 0.6);
  },
  log(pen, { x, top, half }) {
    const [from, to] = [x - half * 2.3, x + half * 2.1];
    pen.shape(rect(from, top, to - from, -top), { tone: 0.5 }, 1);
    pen.fill(rect(from, top * 0.4, to - from, -top * 0.4), { tone: 0.8 });
    for (const [i, y] of [0.84, 0.66, 0.5].entries())
      pen.line(
        sharp(through([from + half * (0.3 + i * 0.5), top * y], [to - half * (0.2 + i * 0.6), top * y])),
        0.6,
        "both",
      );
    pen.shape(ellipse(from, top / 2, half * 0.34, -top / 2, 14), "white", 0.9);
    for (const k of [0.66, 0.32])
      pen.contour(ellipse(from, top / 2, half * 0.34 * k, (-top / 2) * k, 12), 0.5);
  },
  step(pen, { x, top, half }) {
    const stone = pen.of(MATERIALS.concrete);
    const [from, to] = [x - half * 2.4, x + half * 2.2];
    stone.shape(sharp(boxed([from, top], [to, top - 16])), "white", 0.9);
    stone.shape(rect(from, top, to - from, -top), { tone: 0.24 }, 0.9);
    stone.shape(sharp(boxed([from - half, top * 0.46], [to + half, 0])), { tone: 0.1 }, 0.9);
    stone.fill(rect(from - half, top * 0.4, to - from + half * 2, -top * 0.4), { tone: 0.34 });
  },
  berth(pen, at) {
    drawBacked(pen, at, { back: 0.5, cushion: 0.24, foot: 0.66, high: 170 });
  },
  pew(pen, at) {
    drawBacked(pen.of(MATERIALS.wood), at, { back: 0.2, cushion: "white", foot: 0.34, high: 130 });
  },
};

/** A long seat with a back, that reaches beyond whoever sits on it on both sides. */
function drawBacked(
  pen: Pen,
  { x, top, half, aside }: SeatAt,
  look: { back: number; cushion: number | "white"; foot: number; high: number },
): void {
  const [from, to] = aside ? [x - half * 1.5, x + half * 1.3] : [x - half * 3, x + half * 3];
  const cushion = look.cushion === "white" ? "white" : { tone: look.cushion };
  if (aside)
    pen.shape(
      pts(
        `${from - 34},${top - look.high}! ${from},${top - look.high - 8} ${from + 26},${top}! ${from - 12},0!`,
      ),
      { tone: look.back },
      1,
    );
  else {
    pen.shape(
      pts(
        `${from},${top - look.high} ${from + 12},${top - look.high - 12} ${to - 12},${top - look.high - 12} ${to},${top - look.high} ${to},${top}! ${from},${top}!`,
      ),
      { tone: look.back },
      1,
    );
    for (const u of [0.25, 0.5, 0.75])
      pen.line(
        sharp(pts(`${from + (to - from) * u},${top - look.high - 8} ${from + (to - from) * u},${top - 22}`)),
        0.6,
        "none",
      );
  }
  pen.shape(
    pts(
      `${from},${top + 16} ${from},${top - 14} ${from + 14},${top - 22}! ${to - 8},${top - 22}! ${to + 6},${top - 8} ${to},${top + 16}!`,
    ),
    cushion,
    0.9,
  );
  pen.shape(rect(from + 8, top + 16, to - from - 16, -top - 16), { tone: look.foot }, 0.9);
}
