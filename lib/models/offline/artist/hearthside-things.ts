// Things of old houses and of new ones: a sunken hearth, an inkstone, a tablet for the dead, a constable's truncheon, bamboo; what cools
// a room, shaves, sprays, throws pictures on a wall and drives a machine; cages and what has broken.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const HEARTHSIDE_THINGS = {
  irori: {
    metres: 2.3,
    draw(p) {
      // The pot hangs on its hook from the beams, over ash in a square frame that is let into the floor.
      p.stroke(pts("0,-230 0,-96"), { tone: 0.5 }, 7);
      p.line(pts("-3,-230 -3,-96"), 1, "none");
      p.line(pts("4,-230 4,-96"), 1, "none");
      p.shape(pts("-40,-150 -12,-160 22,-152 44,-166! 34,-142 10,-138 -20,-140"), { tone: 0.46 });
      p.fill(ellipse(26, -154, 2.6, 2.6, 6), "white");
      p.stroke(pts("0,-98 12,-88 6,-76 -4,-80"), "black", 3);
      p.stroke(pts("-40,-44 -30,-78 30,-78 40,-44"), "black", 2.4);
      p.shape(pts("-48,-46! 48,-46! 54,-20 38,14 -38,14 -54,-20"), "black");
      p.stroke(pts("-44,-30 -42,-12 -32,4"), "white", 2.2);
      p.shape(pts("-50,-54 0,-62 50,-54 50,-46 -50,-46"), { tone: 0.4 });
      p.shape(rect(-7, -68, 14, 8), { tone: 0.5 }, 0.8);
      p.shape(sharp(pts("-96,22 96,22 150,86 -150,86")), { tone: 0.5 });
      p.shape(sharp(pts("-80,30 80,30 122,76 -122,76")), { tone: 0.12 }, 0.9);
      for (const [x, y] of [
        [-84, 58],
        [-60, 68],
        [70, 66],
        [88, 52],
        [-52, 42],
        [56, 40],
      ] as const)
        p.line(pts(`${x - 12},${y} ${x},${y - 3} ${x + 12},${y}`), 0.8);
      for (const turn of [14, -16, 2])
        p.at(placed(0, 60, turn)).shape(rect(-44, -6, 88, 11), { tone: 0.66 }, 0.9);
      p.shape(pts("-24,56 -26,36 -10,20! -4,34 6,16! 16,36 24,30! 24,56"), { tone: 0.08 });
      p.fill(pts("-10,56 -10,44 0,30! 10,44 10,56"), "white");
      p.shape(sharp(pts("-150,86 150,86 150,102 -150,102")), { tone: 0.66 });
      p.stroke(pts("-132,93 128,93"), "white", 1);
      for (const x of [-22, 4, 26]) p.line(pts(`${x},-84 ${x + 8},-100 ${x - 4},-116`), 0.9);
    },
  },
  "air-conditioner": {
    metres: 0.32,
    draw(p) {
      p.shape(pts("-112,-36 -104,-44 104,-44 112,-36 112,22 98,38 -98,38 -112,22"), "white");
      p.fill(pts("-110,8 110,8 110,22 98,36 -98,36 -110,22"), { tone: 0.14 });
      p.line(pts("-108,6 108,6"), 1, "none");
      p.shape(sharp(pts("-92,18 92,18 84,34 -84,34")), "black", 0.8);
      for (const y of [23, 29]) p.stroke(pts(`-86,${y} 86,${y}`), "white", 1.2);
      for (let x = -96; x <= 96; x += 12) p.line(pts(`${x},-38 ${x},-28`), 0.8, "none");
      p.fill(ellipse(94, -2, 3, 3, 7), "black");
      p.shape(rect(58, -8, 26, 9), { tone: 0.3 }, 0.7);
      for (const x of [-56, -14, 28, 64])
        p.line(pts(`${x},46 ${x - 10},60 ${x - 2},72 ${x - 14},88`), 1, "both");
    },
  },
  razor: {
    metres: 0.17,
    draw(p) {
      const q = p.at(placed(0, 4, -24));
      q.shape(pts("-70,4! 0,2 8,12 0,22 -66,26 -84,16"), "black");
      q.stroke(pts("-68,12 -6,10"), "white", 1.6);
      q.shape(sharp(pts("0,0 6,-6 92,-26 104,-14 98,8 14,14")), { tone: 0.1 });
      q.fill(sharp(pts("8,6 98,-6 97,7 14,13")), "white");
      q.line(pts("8,5 98,-8"), 0.9, "none");
      q.stroke(pts("40,-8 76,-16"), "white", 2);
      q.shape(ellipse(4, 7, 5, 5, 9), { tone: 0.5 }, 0.9);
      q.line(pts("104,-14 112,-4"), 1.6, "end");
    },
  },
  "spray-bottle": {
    metres: 0.26,
    draw(p) {
      p.shape(pts("-26,-22! 22,-22! 36,0 36,62 28,70 -32,70 -40,62 -40,0"), { tone: 0.08 });
      p.fill(pts("-38,20 34,20 34,60 27,68 -31,68 -38,60"), { tone: 0.36 });
      p.stroke(pts("-28,2 -28,52"), "white", 2.2);
      p.shape(rect(-20, 26, 40, 24), "white", 0.8);
      p.line(pts("-12,34 12,34"), 1, "none");
      p.line(pts("-12,41 6,41"), 1, "none");
      p.shape(rect(-20, -36, 38, 14), { tone: 0.6 });
      p.shape(pts("-52,-70! 20,-74! 38,-60 30,-36! -18,-36! -22,-52 -52,-56!"), "black");
      p.stroke(pts("-34,-64 14,-67"), "white", 1.4);
      p.stroke(pts("-30,-52 -38,-38 -34,-22"), "black", 3.4);
      for (const [x, y] of [
        [-68, -70],
        [-66, -60],
        [-80, -78],
        [-82, -64],
        [-80, -50],
        [-96, -84],
        [-98, -68],
        [-96, -52],
      ] as const)
        p.fill(ellipse(x, y, 2.2, 2.2, 6), "black");
    },
  },
  trowel: {
    metres: 0.12,
    draw(p) {
      p.shape(sharp(pts("-96,14 60,8 84,18 60,30 -96,24")), { tone: 0.16 });
      p.fill(sharp(pts("-94,19 70,19 60,29 -94,23")), { tone: 0.46 });
      p.stroke(pts("-80,15 30,11"), "white", 1.8);
      p.stroke(pts("-30,12 -30,-8 -18,-14"), "black", 4);
      p.shape(pts("-22,-26! 56,-26 66,-18 56,-8 -22,-8! -26,-16"), { tone: 0.6 });
      p.stroke(pts("-12,-20 46,-20"), "white", 1.6);
      for (const x of [-8, 44]) p.line(pts(`${x},-26 ${x},-8`), 1, "none");
      p.shape(pts("-92,22! -60,23! -56,40 -66,34 -74,46 -84,34"), { tone: 0.3 }, 0.9);
      for (const [x, y] of [
        [-66, 58],
        [-84, 54],
      ] as const)
        p.fill(ellipse(x, y, 3, 2.4, 6), "black");
    },
  },
  inkstone: {
    metres: 0.09,
    draw(p) {
      p.shape(sharp(pts("-70,-2 -34,-30 74,-30 48,-2")), { tone: 0.7 });
      p.shape(sharp(pts("-70,-2 48,-2 48,20 -70,20")), "black");
      p.shape(sharp(pts("48,-2 74,-30 74,-10 48,20")), { tone: 0.82 }, 0.9);
      p.shape(pts("-56,-6 -32,-25 60,-25 42,-6"), { tone: 0.5 }, 0.8);
      p.fill(pts("-54,-7 -34,-24 -6,-24 -20,-7"), "black");
      p.stroke(pts("-42,-11 -30,-20"), "white", 1.6);
      p.stroke(pts("-60,8 36,8"), "white", 1);
      const q = p.at(placed(26, -24, -34));
      q.shape(sharp(pts("-10,-34 10,-34 10,12 -10,12")), "black");
      q.stroke(pts("-4,-28 -4,4"), "white", 1.6);
      q.stroke(pts("4,-26 4,-10"), { tone: 0.2 }, 1.2);
    },
  },
  bamboo: {
    metres: 1.9,
    draw(p) {
      for (const [x, top, lean] of [
        [-22, -150, -5],
        [20, -176, 4],
      ] as const) {
        const q = p.at(placed(x, 0, lean));
        q.shape(sharp(pts(`-9,${top} 7,${top} 10,150 -12,150`)), { tone: 0.2 });
        q.fill(sharp(pts(`2,${top} 7,${top} 10,150 3,150`)), { tone: 0.44 });
        for (let y = 110; y > top + 20; y -= 46) {
          q.shape(rect(-13, y, 25, 6), { tone: 0.5 }, 0.8);
          q.stroke(pts(`-7,${y + 14} -6,${y + 34}`), "white", 1.4);
        }
        for (const [y, s] of [
          [-130, 1],
          [-84, -1],
          [-38, 1],
          [10, -1],
        ] as const) {
          q.line(pts(`${s * 8},${y} ${s * 44},${y - 24}`), 1.2);
          for (const turn of [14, 44, 74, 104]) {
            const leaf = q.at(placed(s * 40, y - 22, -s * turn));
            leaf.shape(pts("0,0! 6,20 0,62! -5,20"), { tone: turn > 50 ? 0.36 : 0.58 }, 0.8);
            leaf.line(pts("0,6 0,50"), 0.5, "end");
          }
        }
      }
    },
  },
  jutte: {
    metres: 0.45,
    draw(p) {
      const q = p.at(placed(0, 0, 24));
      q.shape(pts("-5,-24! 6,-24! 5,-122 0,-130 -4,-122"), { tone: 0.3 });
      q.stroke(pts("-1,-116 -1,-34"), "white", 1.6);
      q.shape(pts("6,-28! 24,-34 26,-70! 18,-72! 16,-44 6,-40!"), { tone: 0.5 });
      q.shape(rect(-9, -26, 20, 8), "black", 0.8);
      q.shape(rect(-8, -18, 17, 60), "black");
      for (let y = -12; y < 40; y += 10)
        q.shape(sharp(pts(`0,${y - 4} 5,${y} 0,${y + 4} -5,${y}`)), "white", 0.4);
      q.stroke(ellipse(0, 50, 8, 8, 12), "black", 2.6, true);
      q.stroke(pts("4,58 12,74 6,92"), { tone: 0.6 }, 3);
      for (const x of [-1, 5, 11]) q.line(pts(`6,90 ${x},116`), 1.2, "end");
    },
  },
  "memorial-tablet": {
    metres: 0.26,
    draw(p) {
      p.shape(rect(-40, 54, 80, 16), "black");
      p.shape(pts("-30,54! -26,40 -14,36 14,36 26,40 30,54!"), { tone: 0.72 });
      p.stroke(pts("-32,62 32,62"), "white", 1.2);
      p.stroke(pts("-20,46 0,42 20,46"), "white", 1.2);
      p.shape(pts("-24,36! -26,-62 -18,-80 0,-88 18,-80 26,-62 24,36!"), "black");
      p.stroke(pts("-18,30 -19,-58 -13,-72 0,-79 13,-72 19,-58 18,30"), "white", 1.1);
      for (const [y, w] of [
        [-54, 9],
        [-34, 7],
        [-14, 9],
        [6, 7],
      ] as const) {
        p.stroke(pts(`${-w},${y} ${w},${y}`), "white", 1.8);
        p.stroke(pts(`0,${y - 7} 0,${y + 8}`), "white", 1.8);
        p.stroke(pts(`${-w + 1},${y + 8} ${w - 2},${y + 5}`), "white", 1.3);
      }
    },
  },
  projector: {
    metres: 0.3,
    draw(p) {
      for (const [x, r] of [
        [-44, 40],
        [48, 34],
      ] as const) {
        p.shape(ellipse(x, -66, r, r, 20), { tone: 0.3 });
        p.shape(ellipse(x, -66, r - 7, r - 7, 18), { tone: 0.56 }, 0.8);
        for (const a of [0, 72, 144, 216, 288])
          p.at(placed(x, -66, a)).shape(ellipse(0, -r * 0.5, r * 0.19, r * 0.19, 9), "white", 0.8);
        p.fill(ellipse(x, -66, 5, 5, 9), "black");
      }
      p.line(pts("-8,-54 14,-40 18,-20"), 1.2, "none");
      p.shape(rect(-62, -30, 118, 78), { tone: 0.5 });
      p.shape(rect(-52, -20, 40, 56), "black", 0.8);
      for (let y = -12; y < 32; y += 9) p.stroke(pts(`-47,${y} -18,${y}`), "white", 1.2);
      p.shape(ellipse(22, 8, 20, 20, 16), { tone: 0.24 });
      p.shape(ellipse(22, 8, 11, 11, 12), "black", 0.8);
      p.shape(sharp(pts("56,-6 78,-10 78,22 56,18")), "black");
      p.shape(sharp(pts("78,-10 86,-12 86,24 78,22")), { tone: 0.2 }, 0.8);
      p.line(pts("94,-4 148,-26"), 1.2, "end");
      p.line(pts("94,6 156,6"), 1.2, "end");
      p.line(pts("94,16 148,38"), 1.2, "end");
      p.shape(rect(-66, 48, 126, 12), "black");
    },
  },
  engine: {
    metres: 0.8,
    draw(p) {
      p.shape(rect(-92, -28, 150, 78), { tone: 0.36 });
      for (let x = -84; x < 52; x += 14) p.shape(rect(x, -20, 7, 42), { tone: 0.62 }, 0.6);
      for (const x of [-70, -32, 6]) {
        p.shape(pts(`${x - 15},-28! ${x - 13},-66 ${x + 13},-66 ${x + 15},-28!`), { tone: 0.22 });
        for (const y of [-58, -49, -40]) p.stroke(pts(`${x - 17},${y} ${x + 17},${y}`), "black", 2.4);
        p.shape(rect(x - 5, -80, 10, 14), "black", 0.7);
        p.stroke(pts(`${x},-80 ${x + 10},-98 40,-104`), "black", 1.6);
      }
      p.shape(pts("58,-14 84,-14 98,4 98,34 84,46 58,46"), { tone: 0.5 });
      p.shape(ellipse(80, 16, 26, 26, 18), { tone: 0.7 });
      p.shape(ellipse(80, 16, 15, 15, 14), { tone: 0.2 }, 0.8);
      p.fill(ellipse(80, 16, 5, 5, 9), "black");
      p.stroke(pts("60,-2 -60,34 -70,50"), "black", 3);
      p.shape(pts("-92,-10 -124,-10 -132,6 -128,30 -140,44! -118,44! -110,26 -112,10 -92,10"), {
        tone: 0.28,
      });
      p.shape(pts("-80,50! 46,50! 36,72 -68,72"), "black");
      p.stroke(pts("-60,60 26,60"), "white", 1.4);
      for (const [x, y] of [
        [-84, 34],
        [-50, 34],
        [-16, 34],
        [18, 34],
        [48, 34],
      ] as const)
        p.shape(ellipse(x, y, 4, 4, 7), "white", 0.7);
    },
  },
  cage: {
    metres: 1.5,
    draw(p) {
      p.fill(rect(-96, -96, 192, 178), { tone: 0.2 });
      p.fill(rect(-96, 46, 192, 36), { tone: 0.44 });
      for (let x = -70; x < 90; x += 34) p.line(pts(`${x},66 ${x + 14},56 ${x + 26},66`), 0.9);
      for (let x = -96; x <= 96; x += 24) {
        p.stroke(pts(`${x},-96 ${x},82`), "black", 4.4);
        p.stroke(pts(`${x - 1},-92 ${x - 1},78`), "white", 1);
      }
      p.stroke(pts("-96,-20 96,-20"), "black", 3.4);
      p.shape(sharp(pts("-108,-112 108,-112 102,-94 -102,-94")), { tone: 0.6 });
      p.shape(rect(-106, 80, 212, 20), { tone: 0.66 });
      p.stroke(pts("-94,88 94,88"), "white", 1.2);
      p.shape(rect(16, -28, 26, 22), "black");
      p.shape(ellipse(29, -17, 4, 4, 8), "white", 0.6);
      p.stroke(pts("22,-28 22,-40 36,-40 36,-28"), "black", 3);
    },
  },
  shards: {
    metres: 0.08,
    draw(p) {
      for (const [points, tone] of [
        ["-70,20 -40,-16 -18,6 -30,30", 0.06],
        ["-12,-8 10,-36 34,-12 6,10", 0.2],
        ["20,18 44,-2 70,12 48,32", 0.08],
        ["-22,26 0,14 16,34", 0.3],
        ["-50,-28 -32,-40 -26,-22", 0.16],
        ["56,-28 68,-16 50,-12", 0.26],
        ["-86,34 -72,30 -76,42", 0.2],
      ] as const)
        p.shape(sharp(pts(points)), { tone });
      p.line(pts("-58,16 -38,-6"), 0.9);
      p.line(pts("0,-10 14,-26"), 0.9);
      p.line(pts("30,18 48,6"), 0.9);
      for (const [x, y] of [
        [-4, 40],
        [34, 40],
        [78, 30],
        [-40, 40],
        [-4, -44],
      ] as const)
        p.shape(sharp(pts(`${x - 4},${y} ${x},${y - 5} ${x + 5},${y + 2}`)), "white", 0.8);
      p.line(pts("76,-30 88,-40"), 1, "end");
      p.line(pts("-66,-24 -80,-34"), 1, "end");
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
