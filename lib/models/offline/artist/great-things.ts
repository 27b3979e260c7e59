// Large things of road, hall and workshop: what carries many, what is sat on or lain in, what is worked at.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const GREAT_THINGS = {
  truck: {
    metres: 2.6,
    draw(p) {
      p.shape(rect(-330, -190, 420, 250), "white");
      for (const x of [-270, -210, -150, -90, -30, 30]) p.line(pts(`${x},-180 ${x},50`), 0.5, "none");
      p.shape(rect(-340, -204, 440, 16), { tone: 0.5 });
      p.fill(rect(-330, 20, 420, 40), { tone: 0.3 });
      p.shape(pts("100,60! 100,-120! 112,-132 210,-132 226,-122 262,-34 330,-16 340,0 340,60!"), {
        tone: 0.34,
      });
      p.shape(sharp(pts("136,-108 200,-108 232,-34 136,-34")), { tone: 0.08 }, 0.9);
      p.stroke(pts("150,-44 178,-100"), "white", 2.4);
      p.line(sharp(pts("124,-118 124,54")), 0.8, "none");
      p.line(pts("134,-10 156,-10"), 1.4, "none");
      p.shape(rect(318, -8, 24, 22), "white", 0.7);
      p.shape(rect(-346, 60, 700, 20), "black", 0.6);
      for (const x of [-230, -120, 250]) {
        p.shape(ellipse(x, 84, 54, 54, 16), "black");
        p.shape(ellipse(x, 84, 26, 26, 12), { tone: 0.24 });
        p.fill(ellipse(x, 84, 7, 7, 8), "black");
      }
    },
  },
  carriage: {
    metres: 2.3,
    draw(p) {
      p.line(pts("120,66 210,76 330,60"), 3, "none");
      p.shape(rect(118, -40, 74, 12), "black", 0.6);
      p.shape(pts("126,-28! 184,-28! 196,50! 140,60! 120,30"), { tone: 0.5 });
      const body = pts("-130,-150! 96,-150! 120,-120 112,20 70,54 -110,54 -150,10 -152,-120");
      p.shape(body, { tone: 0.62 });
      p.inside(body, (q) => q.fill(pts("-160,-20! 130,-20! 130,70! -160,70!"), "black"));
      p.shape(pts("-150,-152 -120,-176 90,-176 118,-152"), "black");
      for (const x of [-128, 48]) p.shape(rect(x, -128, 46, 74), "white", 0.9);
      p.shape(rect(-64, -134, 92, 176), { tone: 0.4 }, 0.9);
      p.shape(rect(-50, -122, 64, 70), "white", 0.8);
      for (const [x, w] of [
        [-50, 18],
        [14, -18],
      ] as const)
        p.shape(pts(`${x},-122! ${x + w},-122! ${x + w * 0.4},-84 ${x},-56!`), { tone: 0.5 }, 0.6);
      p.stroke(pts("-22,-20 -12,-34 4,-26 -2,-6 -18,-4"), "white", 1.4, true);
      p.shape(ellipse(14, -36, 5, 5, 8), "white", 0.6);
      p.shape(pts("128,-112! 148,-112! 144,-76! 132,-76!"), "white", 0.9);
      p.line(pts("-150,40 -190,60 -170,90"), 2.2, "none");
      for (const [x, y, r] of [
        [-110, 76, 76],
        [160, 96, 56],
      ] as const) {
        for (const k of [1, 0.84]) p.stroke(ellipse(x, y, r * k, r * k, 20), "black", 2.6, true);
        for (let i = 0; i < 6; i++)
          p.at(placed(x, y, i * 30)).stroke(pts(`${-r * 0.84},0 ${r * 0.84},0`), "black", 1.5);
        p.shape(ellipse(x, y, r * 0.2, r * 0.2, 10), { tone: 0.5 });
      }
    },
  },
  helicopter: {
    metres: 3.4,
    draw(p) {
      p.shape(pts("30,-40! 250,-50! 262,-42 262,-30 30,10!"), { tone: 0.3 });
      p.shape(sharp(pts("232,-54 262,-104 286,-104 272,-36")), { tone: 0.55 });
      p.stroke(ellipse(274, -66, 40, 40, 16), "black", 0.7, true);
      p.line(pts("240,-92 308,-40"), 2, "none");
      const body = pts("-190,10 -176,-40 -120,-80 -20,-88 60,-70 80,-20 60,36 -20,56 -130,50 -180,34");
      p.shape(body, { tone: 0.16 });
      p.inside(body, (q) => q.fill(pts("-200,30! 90,10! 90,70! -200,70!"), { tone: 0.5 }));
      p.shape(pts("-186,-6! -170,-40 -120,-74! -84,-78! -84,0!"), { tone: 0.06 }, 0.9);
      p.stroke(pts("-164,-14 -120,-62"), "white", 2.6);
      p.line(sharp(pts("-84,-78 -84,48")), 0.9, "none");
      p.shape(rect(-66, -66, 62, 56), { tone: 0.1 }, 0.8);
      p.line(sharp(pts("4,-70 4,46")), 0.7, "none");
      p.shape(rect(-36, -116, 28, 30), { tone: 0.5 });
      p.line(pts("-290,-128 -22,-118"), 3, "start");
      p.line(pts("246,-128 -22,-118"), 3, "start");
      p.shape(ellipse(-22, -120, 14, 8, 10), "black", 0.6);
      for (const x of [-110, 10]) p.line(pts(`${x},52 ${x - 6},92`), 2, "none");
      p.line(pts("-196,80 -170,94 70,94"), 2.8, "none");
    },
  },
  submarine: {
    metres: 5,
    draw(p) {
      p.shape(pts("166,-10! 210,-46! 216,-40 212,44 206,48! 166,18!"), { tone: 0.55 });
      p.line(pts("224,-26 232,4 224,34"), 1.6, "none");
      const hull = pts("-220,6 -196,-26 -140,-42 100,-40 170,-20 196,4 170,30 100,48 -140,50 -200,34");
      p.shape(hull, { tone: 0.44 });
      p.inside(hull, (q) => {
        q.fill(pts("-230,22! 210,18! 210,70! -230,70!"), { tone: 0.72 });
        q.stroke(pts("-200,-10 -140,-28 100,-26"), "white", 2);
      });
      p.shape(pts("-52,-40! -44,-92 -34,-100 36,-100 44,-92 56,-38!"), { tone: 0.5 });
      p.line(sharp(pts("-12,-100 -12,-148 -34,-148")), 3, "none");
      p.line(sharp(pts("14,-100 14,-128")), 1.6, "none");
      p.shape(pts("-70,-44! 74,-42! 70,-32! -70,-34!"), { tone: 0.2 }, 0.7);
      for (const x of [-130, -86, -42, 2, 46]) {
        p.shape(ellipse(x, 2, 13, 13, 12), "white", 0.9);
        p.fill(ellipse(x, 2, 8, 8, 10), { tone: 0.5 });
      }
      for (const [x, y, r] of [
        [-190, -70, 8],
        [-210, -96, 5],
        [-176, -104, 4],
      ] as const)
        p.stroke(ellipse(x, y, r, r, 10), "black", 0.7, true);
    },
  },
  throne: {
    metres: 1.8,
    draw(p) {
      p.shape(pts("-96,-210! -74,-240 -40,-226 0,-272! 40,-226 74,-240 96,-210! 88,40! -88,40!"), {
        tone: 0.44,
      });
      p.shape(pts("-66,-188! -40,-202 0,-212 40,-202 66,-188! 60,24! -60,24!"), { tone: 0.66 }, 0.9);
      for (const [x, y] of [
        [-30, -150],
        [30, -150],
        [0, -110],
        [-30, -70],
        [30, -70],
        [0, -30],
      ] as const)
        p.shape(ellipse(x, y, 5, 5, 8), "white", 0.5);
      for (const [x, y] of [
        [-96, -214],
        [0, -276],
        [96, -214],
      ] as const)
        p.shape(ellipse(x, y, 13, 13, 11), "white");
      p.shape(sharp(pts("-92,20 92,20 120,52 -120,52")), { tone: 0.7 });
      p.shape(rect(-120, 52, 240, 26), { tone: 0.36 });
      for (const x of [-1, 1]) {
        p.shape(
          pts(
            `${x * 78},-40! ${x * 112},-48 ${x * 136},-30 ${x * 132},-12 ${x * 112},-10 ${x * 110},54! ${x * 84},54!`,
          ),
          {
            tone: 0.3,
          },
        );
        p.stroke(pts(`${x * 128},-26 ${x * 116},-34 ${x * 110},-22 ${x * 120},-18`), "black", 1.2);
        p.shape(
          pts(`${x * 84},78! ${x * 116},78! ${x * 106},128 ${x * 122},148! ${x * 82},148! ${x * 94},128`),
          { tone: 0.44 },
        );
      }
      p.line(pts("-70,66 0,72 70,66"), 0.8, "none");
    },
  },
  coffin: {
    metres: 0.7,
    draw(p) {
      p.shape(sharp(pts("-190,-40 -120,-74 170,-58 210,-30 150,0 -130,-2")), { tone: 0.3 });
      p.shape(sharp(pts("-190,-40 -130,-2 150,0 210,-30 204,40 148,74 -126,72 -186,30")), { tone: 0.6 });
      p.fill(sharp(pts("150,0 210,-30 204,40 148,74")), "black");
      p.line(sharp(pts("-130,-2 -126,72")), 0.8, "none");
      p.line(sharp(pts("150,0 148,74")), 0.8, "none");
      p.stroke(sharp(pts("-166,-38 -114,-62 160,-48 184,-30 142,-10 -122,-12 -166,-38")), "black", 0.8);
      p.stroke(sharp(pts("-70,-36 70,-30")), "white", 4);
      p.stroke(sharp(pts("-18,-52 -32,-18")), "white", 4);
      for (const x of [-96, 0, 96]) {
        p.stroke(pts(`${x - 18},26 ${x - 14},46 ${x + 14},46 ${x + 18},26`), "white", 2.2);
        p.fill(ellipse(x - 18, 24, 4, 4, 8), "white");
        p.fill(ellipse(x + 18, 24, 4, 4, 8), "white");
      }
    },
  },
  skeleton: {
    metres: 1.7,
    draw(p) {
      const bone = (line: string, weight = 4.6) => {
        p.stroke(pts(line), "black", weight);
        p.stroke(pts(line), "white", weight - 2.4);
      };
      for (const x of [-1, 1]) {
        bone(`${x * 22},66 ${x * 28},130`);
        bone(`${x * 28},136 ${x * 26},200`);
        p.shape(pts(`${x * 20},200! ${x * 34},200! ${x * 54},212 ${x * 18},214!`), "white", 0.9);
        bone(`${x * 48},-84 ${x * 66},-18`, 4.2);
        bone(`${x * 66},-12 ${x * 60},50`, 4);
        for (const d of [-8, 0, 8]) p.line(pts(`${x * 60},52 ${x * 60 + d},80`), 1.4, "none");
        for (const [y, w] of [
          [-72, 34],
          [-52, 40],
          [-32, 40],
          [-12, 34],
        ] as const)
          bone(`0,${y} ${x * w},${y + 4} ${x * w * 0.92},${y + 16} ${x * 10},${y + 22}`, 3.6);
        bone(`0,-92 ${x * 46},-86`, 4);
      }
      for (let y = -98; y < 56; y += 13) p.shape(rect(-6, y, 12, 10), "white", 0.8);
      p.shape(pts("-42,48 -24,40 0,52 24,40 42,48 34,74 14,78 0,66 -14,78 -34,74"), "white");
      p.shape(
        pts("-34,-160 -24,-188 0,-196 24,-188 34,-160 28,-138 18,-130 18,-112! -18,-112! -18,-130 -28,-138"),
        "white",
      );
      for (const x of [-13, 13]) p.fill(ellipse(x, -152, 9, 11, 11), "black");
      p.fill(pts("0,-140! 5,-128! -5,-128!"), "black");
      for (const x of [-10, -3, 4, 11]) p.line(pts(`${x},-122 ${x},-112`), 0.8, "none");
    },
  },
  "shopping-cart": {
    metres: 1,
    draw(p) {
      const basket = pts("-90,-60! 92,-46! 72,30! -66,30!");
      p.shape(basket, "white");
      p.inside(basket, (q) => {
        for (let x = -84; x < 92; x += 16) q.stroke(pts(`${x},-70 ${x * 0.78},40`), "black", 0.7);
        for (const y of [-40, -20, 0, 18]) q.stroke(pts(`-94,${y - 3} 94,${y + 4}`), "black", 0.7);
      });
      p.stroke(sharp(pts("-90,-60 92,-46 72,30 -66,30 -90,-60")), "black", 2.4);
      p.line(pts("-90,-60 -104,-92 -134,-96"), 3, "none");
      p.shape(pts("-150,-104 -118,-104 -116,-90 -150,-90"), { tone: 0.66 }, 0.7);
      p.line(sharp(pts("-66,30 -76,76 76,76")), 2.4, "none");
      p.line(sharp(pts("72,30 60,76")), 1.6, "none");
      for (const x of [-66, 62]) {
        p.shape(ellipse(x, 92, 15, 15, 12), "black");
        p.fill(ellipse(x, 92, 5, 5, 8), "white");
      }
    },
  },
  lawnmower: {
    metres: 1,
    draw(p) {
      p.line(sharp(pts("-40,30 -150,-120 -176,-128")), 3, "none");
      p.line(sharp(pts("-10,30 -128,-128 -176,-128")), 2, "none");
      p.shape(rect(-186, -138, 30, 16), "black", 0.6);
      p.shape(pts("-70,40! -60,4 -20,-10 70,-10 104,16 110,44!"), { tone: 0.6 });
      p.stroke(pts("-46,14 0,0 60,0"), "white", 2);
      p.shape(pts("-14,-10! -10,-44 0,-52 52,-52 60,-44 62,-10!"), { tone: 0.24 });
      for (const y of [-40, -30, -20]) p.line(pts(`0,${y} 50,${y}`), 0.8, "none");
      p.shape(ellipse(26, -56, 22, 8, 12), "black", 0.6);
      p.shape(pts("-70,36! -140,10 -150,34 -120,62 -70,58!"), { tone: 0.2 });
      for (const x of [-120, -104, -88]) p.line(pts(`${x},24 ${x},56`), 0.5, "none");
      for (const [x, r] of [
        [-54, 30],
        [88, 26],
      ] as const) {
        p.shape(ellipse(x, 50, r, r, 14), "black");
        p.shape(ellipse(x, 50, r * 0.5, r * 0.5, 10), { tone: 0.2 });
      }
      for (const [x, y] of [
        [128, 74],
        [140, 60],
        [122, 58],
      ] as const)
        p.line(pts(`${x},${y} ${x + 8},${y - 18}`), 1, "end");
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
