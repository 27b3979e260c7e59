// Things on wheels that somebody rides, pushes or is pushed in.
import type { Prop } from "./closed/staging.ts";
import { ellipse, placed, pts, rect, sharp } from "./curves.ts";
import type { Pen } from "./pen.ts";
import type { Thing } from "./thing.ts";

export const WHEELED_THINGS = {
  "kick-scooter": {
    metres: 0.95,
    draw(p) {
      drawTyre(p, -92, 96, 20);
      drawTyre(p, 92, 96, 20);
      p.stroke(pts("92,96 84,60 62,-92"), "black", 4.6);
      p.stroke(pts("80,50 63,-84"), "white", 1.2);
      p.stroke(pts("40,-96 84,-92"), "black", 4.4);
      for (const d of ["34,-97 48,-95", "76,-93 92,-91"]) p.stroke(pts(d), { tone: 0.62 }, 6);
      p.shape(pts("-96,84! -70,78 54,78 80,52! 90,56! 64,92 -70,92"), { tone: 0.4 });
      p.stroke(pts("-64,81 50,81"), "white", 1.2);
      p.shape(pts("-116,92 -112,74 -94,68 -74,76! -80,80! -96,76 -106,84"), "black", 0.6);
    },
  },
  motorcycle: {
    metres: 1.15,
    draw(p) {
      drawTyre(p, -112, 64, 50);
      drawTyre(p, 116, 64, 50);
      p.stroke(pts("116,64 74,-58"), "black", 5);
      p.stroke(pts("112,60 78,-42"), "white", 1.3);
      p.shape(pts("68,26 110,6 150,20! 158,32! 116,14 76,34"), { tone: 0.5 }, 0.8);
      p.shape(pts("-154,30 -128,4 -88,8! -84,20! -122,16 -146,40"), { tone: 0.5 }, 0.8);
      p.stroke(pts("-112,64 -30,58 44,66"), "black", 5);
      p.shape(sharp(pts("-44,6 48,6 58,62 40,78 -34,78 -50,58")), { tone: 0.66 });
      for (const y of [16, 26, 36, 46]) p.stroke(pts(`-24,${y} 30,${y}`), "white", 1.2);
      p.shape(ellipse(2, 62, 16, 15, 14), { tone: 0.3 }, 0.9);
      p.shape(pts("-38,6! -30,-34 20,-52 70,-46 74,-14 50,6!"), { tone: 0.26 });
      p.fill(pts("-34,4! -32,-10 20,-16 72,-18 52,6!"), { tone: 0.5 });
      p.stroke(pts("-6,-34 30,-42 54,-38"), "white", 2);
      p.shape(pts("-132,-28 -126,-44 -90,-34 -40,-24 -30,-6 -44,8 -92,2 -116,-8"), "black");
      p.stroke(pts("-116,-34 -86,-26 -52,-16"), "white", 1);
      p.shape(pts("-132,-24! -152,-28 -156,-14 -128,-8!"), { tone: 0.4 }, 0.8);
      p.shape(pts("-30,80! -120,78! -158,70! -160,84! -118,92! -30,92!"), "white");
      p.line(pts("-40,88 -118,87"), 0.6, "none");
      p.stroke(pts("74,-58 54,-74 30,-70"), "black", 3.4);
      p.shape(ellipse(88, -46, 17, 18, 14), "black");
      p.shape(ellipse(96, -46, 8, 15, 12), "white", 0.8);
      p.stroke(pts("60,-74 66,-92"), "black", 1.2);
      p.shape(ellipse(68, -97, 10, 7, 10), { tone: 0.3 }, 0.8);
    },
  },
  tricycle: {
    metres: 0.6,
    draw(p) {
      drawTyre(p, -66, 62, 26);
      drawTyre(p, -96, 56, 26);
      drawTyre(p, 62, 50, 40);
      p.stroke(pts("62,50 42,-46"), "black", 4.6);
      p.stroke(pts("-82,56 -40,14 46,-22"), { tone: 0.5 }, 7);
      p.stroke(pts("-82,56 -40,14 46,-22"), "black", 1);
      p.stroke(pts("18,-58 42,-46 64,-56"), "black", 3.6);
      for (const d of ["10,-62 22,-56", "60,-54 72,-60"]) p.stroke(pts(d), { tone: 0.4 }, 5.4);
      p.shape(pts("-74,-6 -66,-16 -30,-12 -2,-14 2,-4 -28,4 -64,6"), "black");
      p.stroke(pts("-60,-10 -32,-6"), "white", 1);
      p.stroke(pts("-44,4 -46,20"), "black", 3);
      p.stroke(pts("62,50 80,62"), "black", 2);
      p.shape(rect(72, 60, 22, 8), "black", 0.5);
      p.fill(ellipse(62, 50, 6, 6, 9), "black");
    },
  },
  pram: {
    metres: 1.05,
    draw(p) {
      p.stroke(pts("-86,26 -122,-34 -148,-48"), "black", 3);
      p.stroke(pts("-156,-44 -142,-52"), "black", 5);
      p.stroke(pts("-60,92 -30,44 50,44 78,92"), "black", 2.2);
      drawTyre(p, -64, 92, 30);
      drawTyre(p, 78, 92, 30);
      p.shape(pts("-94,-6! 112,-6! 98,34 62,52 -48,52 -84,32"), { tone: 0.4 });
      p.fill(pts("-88,18! 106,18! 96,36 62,52 -48,52 -82,34"), { tone: 0.6 });
      p.stroke(pts("-88,4 104,4"), "white", 1.6);
      const hood = pts("4,-6! 6,-60 36,-92 78,-88 108,-56 114,-6!");
      p.shape(hood, { tone: 0.24 });
      p.inside(hood, (q) => {
        for (const d of ["4,-6 36,-62 46,-96", "4,-6 70,-52 92,-88", "4,-6 92,-28 120,-46"])
          q.stroke(pts(d), "black", 1);
        q.fill(pts("4,-6! 100,-20 120,-40! 120,0!"), { tone: 0.44 });
      });
      p.shape(pts("-70,-6! -60,-18 -34,-20 -12,-12 0,-6!"), "white", 0.9);
      p.stroke(pts("2,-6 4,-60 36,-92"), "black", 2);
    },
  },
  wheelbarrow: {
    metres: 0.75,
    draw(p) {
      p.stroke(pts("-168,-30 -60,24 88,52"), "black", 4);
      p.stroke(pts("-176,-34 -150,-22"), { tone: 0.6 }, 6);
      p.shape(sharp(pts("-88,-50 112,-62 66,34 -34,34")), { tone: 0.36 });
      p.fill(sharp(pts("20,-56 112,-62 66,34 18,34")), { tone: 0.56 });
      p.shape(sharp(pts("-96,-58 120,-70 116,-56 -90,-44")), { tone: 0.16 }, 0.8);
      p.shape(pts("-78,-54! -40,-84 6,-88 50,-84 96,-66!"), { tone: 0.66 });
      for (const [x, y] of [
        [-30, -68],
        [6, -76],
        [44, -72],
        [18, -66],
      ] as const)
        p.fill(ellipse(x, y, 4, 3, 7), "white");
      p.stroke(pts("-44,32 -64,92"), "black", 3.4);
      p.stroke(pts("-74,92 -52,92"), "black", 3);
      drawTyre(p, 98, 66, 30);
    },
  },
} as const satisfies Partial<Record<Prop, Thing>>;

/** A wheel: black tyre, spokes and hub. */
function drawTyre(p: Pen, x: number, y: number, r: number): void {
  p.shape(ellipse(x, y, r, r, 20), "black", 0.6);
  p.shape(ellipse(x, y, r * 0.66, r * 0.66, 16), "white", 0.5);
  const q = p.at(placed(x, y));
  for (let i = 0; i < 4; i++)
    q.at(placed(0, 0, i * 45 + 12)).stroke(
      [
        [-r * 0.64, 0],
        [r * 0.64, 0],
      ],
      "black",
      0.6,
    );
  p.fill(ellipse(x, y, r * 0.2, r * 0.2, 10), "black");
}
