// Bodies on four legs that sit, walk, run and sleep, by the form of their trunk. Figure space: the ground is y = 0.

import { limbOutline } from "../figures/body/limbs.ts";
import { corner, ellipse, placed, pts, through } from "../pen/curves.ts";
import type { Pen } from "../pen/pen.ts";
import {
  belly,
  type Coat,
  chest,
  curledTail,
  drawTail,
  haunch,
  isSocked,
  legs,
  limb,
  markings,
  saddle,
  shaded,
} from "./beast-parts.ts";
import type { Form, Posture } from "./breeds.ts";

type Draw = (p: Pen, coat: Coat, lift: number) => void;

export const BODIES: Readonly<Record<Form, Readonly<Record<Posture, Draw>>>> = {
  lithe: {
    sit(p, coat) {
      drawTail(p, coat, [-44, -14], coat.breed.species === "wolf" ? 58 : 0);
      const trunk = pts("-6,-116 -34,-86 -52,-42 -54,-8 -46,0! 0,-2 44,0! 40,-40 34,-84 22,-114");
      p.shape(trunk, coat.paint);
      shaded(p, coat, trunk, pts("-70,-70! -40,-60 -30,-30 -10,-14 0,10! -70,10!"));
      chest(p, coat, pts("14,-108 34,-90 38,-62! 30,-66 24,-44! 16,-58 10,-50! 4,-76"));
      for (const x of [14, 30]) {
        p.shape(
          [[x - 9, -62], [x + 7, -62], [x + 8, -10], corner([x + 15, -2]), corner([x - 9, 0])],
          coat.paint,
          0.8,
        );
        if (isSocked(coat))
          p.fill(
            [[x - 8, -30], [x + 8, -30], [x + 8, -10], corner([x + 15, -2]), corner([x - 9, 0])],
            "black",
          );
      }
      limb(p, coat, pts("-50,-24 -26,-50 -4,-30 8,-2! -44,0!"), 0.8);
      markings(p, coat, pts("-40,-70 -47,-50 -50,-32"), 16);
    },
    walk(p, coat) {
      drawTail(p, coat, [-72, -78]);
      legs(p, coat, pts("-52,12 44,-14"), 0.9);
      const trunk = pts("-78,-84 -54,-99 -4,-92 44,-104 74,-92 70,-58 46,-46 -6,-54 -50,-50 -76,-60");
      p.shape(trunk, coat.paint);
      shaded(p, coat, trunk, pts("-90,-66! -40,-62 0,-66 44,-60 90,-74! 90,-20! -90,-20!"));
      saddle(
        p,
        coat,
        trunk,
        pts("-90,-90! -50,-84 -38,-72! -28,-84 -8,-70! 6,-84 30,-72! 50,-84 90,-80! 90,-130! -90,-130!"),
      );
      chest(p, coat, pts("54,-88 72,-84 70,-56 58,-44! 54,-54 44,-46! 48,-66"));
      markings(p, coat, pts("-40,-92 -12,-88 16,-90"), 22);
      legs(p, coat, pts("-62,-14 50,16"), 1);
    },
    run(p, coat, lift) {
      const q = p.at(placed(0, -16 + lift, -6));
      drawTail(q, coat, [-78, -76], 24);
      legs(q, coat, pts("-60,-62 52,60"), 0.9);
      const trunk = pts("-84,-84 -50,-94 4,-84 52,-98 80,-86 70,-54 36,-48 -20,-56 -64,-46 -84,-62");
      q.shape(trunk, coat.paint);
      shaded(q, coat, trunk, pts("-96,-64! -40,-62 0,-66 44,-60 90,-72! 90,-20! -96,-20!"));
      saddle(
        q,
        coat,
        trunk,
        pts("-96,-84! -50,-78 -38,-66! -28,-78 -4,-66! 10,-78 34,-66! 54,-80 96,-76! 96,-130! -96,-130!"),
      );
      chest(q, coat, pts("58,-84 76,-80 70,-54 58,-46! 54,-56 46,-48! 50,-66"));
      markings(q, coat, pts("-46,-86 -16,-82 14,-82"), 20);
      legs(q, coat, pts("-70,-84 60,84"), 1);
    },
    sleep(p, coat) {
      const trunk = pts("-86,-6 -80,-46 -40,-66 10,-62 54,-44 70,-8 64,0! -76,0!");
      p.shape(trunk, coat.paint);
      shaded(p, coat, trunk, pts("-96,-14! -40,-26 10,-22 80,-24! 80,20! -96,20!"));
      markings(p, coat, pts("-50,-58 -24,-62 2,-60"), 20);
      curledTail(p, coat);
    },
  },
  hunched: {
    sit(p, coat) {
      drawTail(p, coat, [-52, -18]);
      const trunk = pts("0,-96 -30,-84 -54,-50 -58,-14 -44,0! 0,-3 36,0! 40,-30 42,-66 28,-92");
      p.shape(trunk, coat.paint);
      shaded(p, coat, trunk, pts("-70,-50! -46,-46 -38,-20 -10,-10 0,10! -70,10!"));
      chest(p, coat, pts("22,-78 40,-64 38,-36 26,-28 18,-48"));
      for (const x of [20, 34])
        p.shape(
          [[x - 7, -44], [x + 6, -44], [x + 7, -8], corner([x + 11, -1]), corner([x - 8, 0])],
          coat.paint,
          0.8,
        );
      haunch(p, coat, [-22, 0]);
    },
    walk(p, coat) {
      drawTail(p, coat, [-66, -40]);
      const trunk = pts("20,-94 -16,-96 -52,-74 -70,-36 -60,-6 -20,-4 40,-10 58,-40 52,-76");
      p.shape(trunk, coat.paint);
      shaded(p, coat, trunk, pts("-80,-40! -50,-30 0,-22 60,-26! 60,20! -80,20!"));
      chest(p, coat, pts("40,-70 56,-56 54,-34 42,-24 36,-46"));
      for (const x of [34, 50])
        p.shape(
          [[x - 8, -40], [x + 7, -40], [x + 8, -8], corner([x + 13, -1]), corner([x - 9, 0])],
          coat.paint,
          0.8,
        );
      haunch(p, coat, [-30, 0]);
    },
    run(p, coat, lift) {
      const q = p.at(placed(0, -14 + lift, -10));
      drawTail(q, coat, [-72, -50]);
      limb(q, coat, limbOutline([-40, -46], [-66, -22], [-98, -8], [20, 11, 8]), 0.9);
      limb(q, coat, limbOutline([40, -52], [64, -30], [92, -20], [12, 9, 8]), 0.9);
      const trunk = pts("36,-92 -10,-96 -56,-80 -78,-48 -66,-28 -20,-34 40,-40 66,-56 60,-82");
      q.shape(trunk, coat.paint);
      shaded(q, coat, trunk, pts("-90,-52! -40,-46 0,-50 60,-54! 70,-10! -90,-10!"));
      limb(q, coat, limbOutline([-48, -52], [-56, -22], [-86, 4], [25, 13, 9]));
      limb(q, coat, limbOutline([48, -54], [76, -34], [104, -26], [13, 9, 8]));
    },
    sleep(p, coat) {
      drawTail(p, coat, [-76, -22]);
      const trunk = pts("-78,-8 -76,-44 -42,-68 4,-64 46,-44 62,-8 56,0! -68,0!");
      p.shape(trunk, coat.paint);
      shaded(p, coat, trunk, pts("-96,-20! -40,-24 10,-22 80,-24! 80,20! -96,20!"));
      haunch(p, coat, [-32, 0]);
    },
  },
  heavy: {
    sit(p, coat) {
      drawTail(p, coat, [-60, -20]);
      const trunk = pts("-8,-150 -44,-120 -66,-70 -66,-20 -52,0! 0,-3 54,0! 68,-24 64,-76 46,-122 26,-148");
      p.shape(trunk, coat.paint);
      shaded(p, coat, trunk, pts("-80,-90! -50,-84 -44,-40 -20,-14 0,10! -80,10!"));
      belly(p, coat, pts("10,-112 40,-96 52,-58 44,-22 16,-10 -14,-24 -20,-60 -10,-96"));
      for (const [x, s] of through([-34, -1], [46, 1]))
        limb(p, coat, limbOutline([x, -116], [x + s * 16, -78], [x + s * 2 + 6, -46], [20, 19, 17]));
      for (const x of [-30, 44]) {
        limb(p, coat, ellipse(x, -18, 24, 19, 11));
        p.shape(ellipse(x + 3, -16, 12, 10, 9), coat.paint === "black" ? { tone: 0.4 } : { tone: 0.24 }, 0.6);
      }
    },
    walk(p, coat) {
      drawTail(p, coat, [-96, -86]);
      legs(p, coat, pts("-58,14 52,-12"), 0.9);
      const trunk = pts("-98,-86 -78,-112 -24,-116 34,-136 74,-122 92,-90 78,-50 30,-38 -34,-36 -84,-44");
      p.shape(trunk, coat.paint);
      shaded(p, coat, trunk, pts("-110,-66! -50,-58 0,-62 60,-60 110,-74! 110,-10! -110,-10!"));
      legs(p, coat, pts("-74,-12 60,16"), 1);
    },
    run(p, coat, lift) {
      const q = p.at(placed(0, -12 + lift, -4));
      drawTail(q, coat, [-98, -82]);
      legs(q, coat, pts("-66,-48 58,44"), 0.9);
      const trunk = pts("-100,-84 -78,-108 -20,-112 40,-134 80,-120 96,-88 80,-50 30,-40 -34,-40 -86,-46");
      q.shape(trunk, coat.paint);
      shaded(q, coat, trunk, pts("-110,-66! -50,-58 0,-62 60,-60 110,-74! 110,-10! -110,-10!"));
      legs(q, coat, pts("-80,-62 66,60"), 1);
    },
    sleep(p, coat) {
      const trunk = pts("-104,-8 -100,-58 -54,-88 10,-84 66,-56 86,-10 78,0! -94,0!");
      p.shape(trunk, coat.paint);
      shaded(p, coat, trunk, pts("-110,-20! -40,-30 10,-26 90,-30! 90,20! -110,20!"));
      limb(p, coat, ellipse(-44, -14, 32, 18, 11), 0.9);
    },
  },
};
