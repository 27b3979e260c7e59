// What somebody wears rather than holds: a pack on the back, a bag that hangs from the shoulder, a blanket about the shoulders.

import type { Pose, Prop } from "../../closed/staging.ts";
import { mix, type Pt, placed, rowsOf, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { drawPart } from "../../things/parts.ts";
import { drawProp, sizeOf } from "../../things/props.ts";
import { traitsOf } from "../../things/thing-traits.ts";
import type { Slung } from "../body/pose-spec.ts";
import type { Job } from "../figure-job.ts";
import { handledOf } from "./handled.ts";
import { drawKept } from "./held-things.ts";

/** Poses that have a thing in the hands, whatever else there is. */
const IN_HAND = /^(?:hold|carry|offer|read|eat|drink|throw|lie|sleep|embrace|push|reach)$/u;

/** How somebody wears it: as is told; and a pack is on the back of whoever does nothing with it. */
export function wornBy(holds: Prop | null, pose: Pose, told: Slung | undefined): Slung | undefined {
  if (holds === null || GIVEN.test(pose)) return undefined;
  const { worn } = handledOf(holds);
  if (told === "back") return worn === "pack" ? "back" : undefined;
  // One word is said of bags and of cloths that are about a shoulder.
  if (told) return worn && ({ cloth: "round", bag: "shoulder", pack: "back" } as const)[worn];
  return holds === "backpack" && !IN_HAND.test(pose) ? "back" : undefined;
}

/** Poses of whoever does not wear it but gives it to another, throws it or lies. */
const GIVEN = /^(?:offer|reach|throw|push|embrace|lie|sleep)$/u;

/** What lies behind the body; to be drawn before the trunk, or over it of whoever is seen from behind. */
export function drawSlungBehind(job: Job): void {
  const { pose, spec, body, torso } = job;
  if (pose.slung !== "back" || !spec.holds) return;
  const { measures: m } = body;
  const [left, high, right, low] = sizeOf(spec.holds).extent;
  const k = (m.torso * 0.92) / (low - high);
  const turned = { back: 0, front: 0, "three-quarter": -1.15, profile: -1.8 }[spec.view];
  const [x, y] = mix(torso.at(turned, 0.1), torso.at(turned, 0.78), 0.5);
  const there = job.pen.at(
    placed(x - ((left + right) / 2) * k, y - ((high + low) / 2) * k - m.torso * 0.04, 0, k),
  );
  drawProp(there, spec.holds, spec.beside);
}

/** The straps of what is on the back, and a bag with its own, before the trunk and under the arms. */
export function drawSlungBefore(job: Job): void {
  const { pose, spec, torso, pen } = job;
  if (!pose.slung || !spec.holds || pose.slung === "round") return;
  const behind = spec.view === "back" ? -1 : 1;
  const hip = torso.at(0.8 * behind, 0.98);
  /** The trunk, the slope of the shoulders at −100, and from 200 on two fifths of the way to the hip. */
  const body = ([u, v]: Pt): Pt => {
    if (v <= -100) return torso.slope((behind * u) / 100);
    const there = torso.at((behind * u) / 100, (v % 200) / 100);
    return v < 200 ? there : mix(there, hip, 0.4);
  };
  if (pose.slung === "back" && behind < 0) drawSlungBehind(job);
  else
    drawPart(pen.of(MATERIALS[traitsOf(spec.holds).made]), `straps/${pose.slung}`, {
      is: [spec.view],
      frames: { body },
    });
  if (pose.slung === "back") return;
  const [left, high, right, low] = sizeOf(spec.holds).extent;
  const k = Math.min((job.body.measures.hand / 60) * 0.9, (job.body.measures.torso * 0.62) / (low - high));
  drawKept(job, pen.at(placed(hip[0] - ((left + right) / 2) * k, hip[1] - high * k - 6, 0, k)), spec.holds);
}

/** A cloth about the shoulders, over the arms and under the head: it falls to the elbows, and its edges meet before the chest. */
export function drawRound(job: Job): void {
  const { pose, spec, torso, body, pen } = job;
  if (pose.slung !== "round" || !spec.holds) return;
  const m = body.measures;
  const [near, far] = [body.arms.near.elbow.p, body.arms.far.elbow.p];
  const out = 20 * m.girth;
  const low = Math.max(near[1], far[1]) + m.forearm * 0.3;
  const meet = torso.at(torso.middle < 2 ? torso.middle * 0.8 : 0, 0.52);
  const [a, b] = [torso.slope(-0.34), torso.slope(0.34)];
  const [sl, sr] = [torso.at(-1, 0.1), torso.at(1, 0.1)];
  const left: Pt = [Math.min(near[0], far[0], sl[0]) - out, low];
  const right: Pt = [Math.max(near[0], far[0], sr[0]) + out, low];
  const cloth = pen.of(MATERIALS[traitsOf(spec.holds).made]);
  const under = (x: number): Pt => [x, low];
  /** What lies near each is drawn 1000 apart: neck, hem, where the edges meet, shoulders, along the hem, the right edge, its shade. */
  const spots = [
    ...[a, b, left, right, meet, sl, sr],
    ...[under((left[0] + meet[0]) / 2), under(meet[0]), under((right[0] + meet[0]) / 2), mix(b, right, 0.4)],
    under(right[0] - out * 1.3),
  ];
  const cloak = ([x, y]: Pt): Pt => {
    const spot = Math.round(x / 1000);
    const [sx, sy] = spots[spot] ?? meet;
    return [sx + x - spot * 1000, sy + y];
  };
  drawPart(cloth, "straps/cloak", { is: [spec.view], frames: { cloak } });
  // Folds run out from the neck.
  for (const [from, to] of rowsOf([a, left], [b, right]))
    for (const t of [0.34, 0.66])
      cloth.line(
        [mix(from, meet, 0.24 + t * 0.2), mix(mix(from, meet, 0.4), mix(to, [meet[0], low], t), 0.9)],
        0.7,
      );
  pen.name(spec.holds, through([left[0], a[1]], [right[0], low]));
}
