// More of kitchen and table: what is kept in a pantry, eaten from the hand, or stands on a kitchen's shelf.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Thing } from "./thing.ts";

export const PANTRY_THINGS = {
  butter: {
    metres: 0.1,
    draw(p) {
      p.shape(pts("-70,16 0,26 70,16 60,30 -60,30"), "white");
      p.shape(sharp(pts("-46,-14 30,-14 48,-28 -26,-28")), "white");
      p.shape(sharp(pts("30,-14 48,-28 48,2 30,16")), { tone: 0.4 });
      p.shape(rect(-46, -14, 76, 30), { tone: 0.14 });
      p.shape(sharp(pts("-62,-12 -50,-12 -50,18 -62,18")), { tone: 0.14 }, 0.8);
    },
  },
  jar: {
    metres: 0.22,
    draw(p) {
      p.shape(pts("-26,-34! 26,-34! 38,-18 38,44 30,52 -30,52 -38,44 -38,-18"), { tone: 0.1 });
      p.fill(pts("-34,-2 34,-2 34,42 28,48 -28,48 -34,42"), { tone: 0.5 });
      p.shape(rect(-30, -52, 60, 18), { tone: 0.66 });
      p.shape(rect(-24, 6, 48, 26), "white", 0.7);
      p.stroke(pts("-14,16 14,16"), "black", 1.2);
      p.stroke(pts("-28,-14 -28,-4"), "white", 1.6);
    },
  },
  jug: {
    metres: 0.28,
    draw(p) {
      p.stroke(pts("-20,-20 -4,-26 0,0 -6,30 -24,36"), "black", 3);
      p.shape(pts("-100,-48! -36,-50! -22,-24 -20,40 -32,52 -92,52 -104,40 -98,-18 -116,-40!"), {
        tone: 0.08,
      });
      p.shape(pts("-114,-42 -66,-56 -36,-50 -66,-40"), { tone: 0.5 }, 0.8);
      p.stroke(pts("-102,4 -62,10 -21,4"), "black", 1.2);
      p.fill(pts("-44,-30 -24,-22 -22,40 -40,48"), { tone: 0.28 });
    },
  },
  fork: {
    metres: 0.1,
    draw(p) {
      const q = p.at(placed(0, 0, -60));
      q.shape(pts("-40,-5 30,-4 46,-18 56,-18 56,18 46,18 30,4 -40,5"), { tone: 0.16 });
      for (const y of [-16, -5, 6]) q.shape(rect(54, y - 1, 44, 7), { tone: 0.16 }, 0.8);
      q.shape(rect(54, 13, 44, 6), { tone: 0.16 }, 0.8);
    },
  },
  potato: {
    metres: 0.12,
    draw(p) {
      p.shape(pts("-44,-6 -30,-30 8,-34 42,-18 46,10 24,30 -20,28 -42,16"), { tone: 0.24 });
      p.fill(pts("20,-24 40,-14 44,10 24,26 4,26 26,8"), { tone: 0.46 });
      for (const [x, y] of [
        [-20, -12],
        [2, -20],
        [-6, 10],
        [-28, 8],
        [22, -4],
      ] as const)
        p.line(pts(`${x - 5},${y} ${x},${y + 4} ${x + 5},${y}`), 1, "none");
    },
  },
  tomato: {
    metres: 0.12,
    draw(p) {
      p.shape(pts("-40,-4 -30,-30 0,-32 30,-30 40,-4 30,24 0,32 -30,24"), { tone: 0.4 });
      p.stroke(pts("-24,-16 -28,2"), "white", 2);
      p.shape(
        pts("0,-26! 14,-38! 8,-26! 26,-22! 8,-18! 2,-4! -6,-18! -24,-20! -8,-28! -10,-40!"),
        "black",
        0.4,
      );
    },
  },
  banana: {
    metres: 0.2,
    draw(p) {
      for (const turn of [24, 0, -24])
        p.at(placed(0, -30, turn)).shape(pts("-4,-10! 6,-10! 20,20 14,58 0,84! -12,80! -2,52 -2,22"), {
          tone: turn === 0 ? 0.06 : 0.18,
        });
      p.shape(rect(-10, -54, 20, 22), "black", 0.6);
    },
  },
  grapes: {
    metres: 0.2,
    draw(p) {
      p.line(pts("0,-44 2,-60 14,-66"), 2, "none");
      p.shape(pts("0,-46 -30,-60 -40,-40 -18,-34"), { tone: 0.4 });
      for (const [row, n] of [4, 5, 4, 3, 2, 1].entries())
        for (let i = 0; i < n; i++) {
          const x = (i - (n - 1) / 2) * 19;
          p.shape(ellipse(x, -30 + row * 16, 11, 11, 10), { tone: 0.6 }, 0.8);
          p.fill(ellipse(x - 3, -34 + row * 16, 2.6, 2.6, 6), "white");
        }
    },
  },
  lemon: {
    metres: 0.1,
    draw(p) {
      p.shape(pts("-50,0! -36,-14 -10,-28 22,-26 38,-10 52,-2! 38,14 14,28 -18,26 -36,12"), { tone: 0.12 });
      p.fill(pts("10,20 30,8 36,10 14,27 -14,25"), { tone: 0.34 });
      for (const [x, y] of [
        [-16, -8],
        [4, -14],
        [-4, 6],
        [20, -4],
      ] as const)
        p.fill(ellipse(x, y, 1.6, 1.6, 5), "black");
    },
  },
  strawberry: {
    metres: 0.1,
    draw(p) {
      p.shape(pts("-34,-20 0,-28 34,-20 24,16 0,44 -24,16"), { tone: 0.42 });
      for (const [x, y] of [
        [-16, -6],
        [0, -10],
        [16, -6],
        [-8, 10],
        [8, 10],
        [0, 26],
      ] as const)
        p.fill(ellipse(x, y, 2.4, 3.6, 6), "white");
      p.shape(
        pts("0,-26! 20,-42! 14,-26! 36,-26! 16,-16! 0,-12! -16,-16! -36,-26! -14,-26! -20,-42!"),
        "black",
        0.4,
      );
    },
  },
  corn: {
    metres: 0.25,
    draw(p) {
      const q = p.at(placed(0, -10, 20));
      q.shape(pts("-20,40 -24,-20 -10,-66 0,-74 10,-66 24,-20 20,40"), { tone: 0.1 });
      for (let y = -56; y < 36; y += 12) q.line(pts(`-20,${y} 0,${y + 4} 20,${y}`), 0.6, "none");
      for (const x of [-8, 8]) q.line(pts(`${x},-58 ${x * 1.2},36`), 0.6, "none");
      q.shape(pts("-20,20 -44,-24! -36,36 -8,60 0,36"), { tone: 0.5 });
      q.shape(pts("20,20 46,-18! 36,40 8,60 0,36"), { tone: 0.5 });
    },
  },
  onion: {
    metres: 0.12,
    draw(p) {
      p.shape(pts("0,-52! 10,-30 38,-8 36,18 12,32 -12,32 -36,18 -38,-8 -10,-30"), { tone: 0.14 });
      for (const x of [-22, -8, 8, 22]) p.line(pts(`${x * 0.2},-34 ${x},0 ${x * 0.4},30`), 0.8);
      for (const x of [-5, 0, 5]) p.line(pts(`${x},32 ${x * 1.6},40`), 0.8, "end");
    },
  },
  lunchbox: {
    metres: 0.14,
    draw(p) {
      p.shape(rect(-70, -24, 140, 54), "black");
      p.fill(rect(-62, -17, 60, 40), "white");
      for (const [x, y] of [
        [-48, -8],
        [-34, 4],
        [-20, -6],
        [-44, 14],
        [-14, 12],
      ] as const)
        p.line(pts(`${x},${y} ${x + 6},${y - 3}`), 0.8, "none");
      p.fill(ellipse(-32, 3, 7, 7, 9), { tone: 0.66 });
      p.shape(rect(4, -17, 58, 18), { tone: 0.16 }, 0.6);
      for (const x of [14, 30, 46]) p.line(pts(`${x},-16 ${x},0`), 0.7, "none");
      for (const x of [16, 36, 54]) p.shape(ellipse(x, 13, 9, 8, 9), { tone: 0.5 }, 0.6);
    },
  },
  can: {
    metres: 0.14,
    draw(p) {
      p.shape(pts("-30,-40! 30,-40! 30,40 0,48 -30,40"), { tone: 0.2 });
      p.shape(ellipse(0, -40, 30, 9, 12), "white");
      p.fill(pts("-30,-18! 30,-18! 30,20! 0,27 -30,20!"), { tone: 0.6 });
      p.stroke(pts("-18,-30 -18,36"), "white", 1.4);
      p.shape(ellipse(4, 2, 14, 12, 10), "white", 0.6);
    },
  },
  toaster: {
    metres: 0.25,
    draw(p) {
      for (const x of [-34, 8])
        p.shape(pts(`${x},-36! ${x},-70 ${x + 6},-78 ${x + 24},-78 ${x + 30},-70 ${x + 30},-36!`), {
          tone: 0.3,
        });
      p.shape(pts("-68,-30 -56,-42 56,-42 68,-30 72,44! -72,44!"), { tone: 0.14 });
      p.fill(rect(-42, -42, 86, 7), "black");
      p.fill(pts("30,-34 58,-32 64,40 34,40"), { tone: 0.36 });
      p.shape(rect(70, -12, 14, 10), "black", 0.6);
      p.stroke(pts("-54,-20 -56,24"), "white", 1.8);
      p.shape(rect(-64, 44, 128, 8), "black", 0.5);
    },
  },
  iron: {
    metres: 0.2,
    draw(p) {
      p.stroke(pts("-34,-2 -26,-24 34,-24 40,6"), "black", 4.6);
      p.shape(pts("-70,36! -60,6 -10,-6 54,-4 64,36!"), { tone: 0.24 });
      p.fill(pts("-70,36! -64,22! 62,22! 64,36!"), "black");
      p.stroke(pts("-44,10 0,2"), "white", 1.8);
      p.stroke(pts("40,-16 64,-34 60,-60"), "black", 1.4);
      for (const x of [-40, 0, 40]) p.line(pts(`${x},50 ${x - 6},60 ${x + 4},70`), 0.8);
    },
  },
  tray: {
    metres: 0.1,
    draw(p) {
      p.shape(pts("-86,-8 0,-22 86,-8 0,18"), { tone: 0.3 });
      p.shape(pts("-86,-8 0,18 86,-8 82,4 0,32 -82,4"), "black", 0.7);
      p.stroke(pts("-66,-8 0,-16 66,-8 0,8"), "white", 0.8, true);
    },
  },
  thermos: {
    metres: 0.3,
    draw(p) {
      p.shape(rect(-22, -78, 44, 26), { tone: 0.66 });
      p.shape(pts("-24,-52! 24,-52! 28,-40 28,48 22,54 -22,54 -28,48 -28,-40"), { tone: 0.3 });
      p.fill(rect(-28, -22, 56, 14), "black");
      p.fill(rect(-28, 34, 56, 8), "black");
      p.stroke(pts("-16,-40 -17,-26"), "white", 1.8);
      p.stroke(pts("-16,0 -17,28"), "white", 1.8);
    },
  },
  pizza: {
    metres: 0.12,
    draw(p) {
      p.shape(pts("-64,-26 0,-40 64,-26 0,62!"), { tone: 0.12 });
      p.shape(pts("-68,-24 -62,-40 0,-54 62,-40 68,-24 0,-38"), { tone: 0.4 });
      for (const [x, y] of [
        [-22, -18],
        [20, -16],
        [0, 10],
        [2, 34],
      ] as const)
        p.shape(ellipse(x, y, 10, 9, 9), { tone: 0.6 }, 0.6);
    },
  },
  doughnut: {
    metres: 0.1,
    draw(p) {
      p.shape(ellipse(0, 4, 42, 36, 14), { tone: 0.26 });
      p.shape(pts("-38,-2 -26,-28 0,-34 28,-28 40,0 28,8 14,2 0,12 -16,4 -30,10"), { tone: 0.6 }, 0.7);
      p.shape(ellipse(0, -2, 12, 9, 10), "white", 0.9);
      for (const [x, y] of [
        [-24, -10],
        [-8, -24],
        [14, -22],
        [27, -6],
      ] as const)
        p.stroke(pts(`${x},${y} ${x + 5},${y + 3}`), "white", 1.6);
    },
  },
  milk: {
    metres: 0.25,
    draw(p) {
      p.shape(sharp(pts("-32,-30 20,-30 20,56 -32,56")), "white");
      p.shape(sharp(pts("20,-30 40,-44 40,40 20,56")), { tone: 0.4 });
      p.shape(sharp(pts("-32,-30 20,-30 28,-64 -22,-64")), { tone: 0.12 });
      p.shape(sharp(pts("20,-30 40,-44 28,-64")), { tone: 0.5 });
      p.shape(sharp(pts("-22,-64 28,-64 28,-76 -22,-76")), "white", 0.8);
      p.fill(pts("-32,10 -14,0 4,14 20,4! 20,56! -32,56!"), { tone: 0.6 });
    },
  },
  "sake-bottle": {
    metres: 0.18,
    draw(p) {
      p.shape(
        pts("-14,-56! 14,-56! 9,-38 12,-28 34,4 34,38 24,50 -24,50 -34,38 -34,4 -12,-28 -9,-38"),
        "white",
      );
      p.shape(ellipse(0, -56, 15, 5, 10), "black", 0.8);
      p.stroke(pts("-30,8 0,14 30,8"), { tone: 0.6 }, 1.6);
      p.stroke(pts("-32,18 0,24 32,18"), { tone: 0.6 }, 1);
      p.fill(pts("16,-12 32,6 32,38 22,46 14,46 24,20"), { tone: 0.26 });
    },
  },
  sushi: {
    metres: 0.08,
    draw(p) {
      for (const x of [-36, 34]) {
        p.shape(pts(`${x - 28},22 ${x - 26},0 ${x + 26},0 ${x + 28},22`), "white");
        p.shape(pts(`${x - 32},4 ${x - 24},-18 ${x + 22},-20 ${x + 34},2 ${x},-2`), { tone: 0.44 });
        for (const d of [-14, 2, 18]) p.stroke(pts(`${x + d},-16 ${x + d - 6},0`), "white", 1.2);
      }
      p.shape(rect(-78, 22, 156, 9), { tone: 0.5 });
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;
