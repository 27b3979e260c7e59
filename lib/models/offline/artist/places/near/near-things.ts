// The near things that a frame cuts: each in a strip at one side of the panel, drawn from its edge inwards.
import type { Word } from "../../closed/listed.ts";
import { corner, ellipse, type Pt, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import type { Pen } from "../../pen/pen.ts";

export type Near = Word<"post leaves curtain plant grasses table chair rail hedge sign wheel lamp">;

/** Where a point of the strip lies: 0 … 1 from the panel's edge inwards, 0 … 1 from its top down. */
type Place = (u: number, v: number) => Pt;

export const NEAR_THINGS: Readonly<Record<Near, (pen: Pen, at: Place, next: () => number) => void>> = {
  post(pen, at) {
    pen.shape(sharp([at(0.04, -0.1), at(0.24, -0.1), at(0.27, 1.1), at(0.02, 1.1)]), "black", 0.6);
    pen.stroke([at(0.2, -0.1), at(0.22, 1.1)], "white", 0.5);
    pen.shape(sharp([at(0.05, 0.5), at(0.25, 0.49), at(0.26, 0.66), at(0.04, 0.67)]), "white", 0.8);
    for (const v of [0.53, 0.57, 0.61]) pen.line([at(0.08, v), at(0.15, v - 0.006), at(0.21, v)], 1);
    for (const v of [0.06, 0.1, 0.78])
      pen.stroke([at(0.05, v), at(0.14, v + 0.008), at(0.25, v)], "white", 0.5);
    for (const v of [0.02, 0.07]) pen.line([at(0.2, v), at(0.9, v + 0.03), at(1.7, v - 0.14)], 0.9, "end");
  },
  leaves(pen, at, next) {
    const trunk = [
      at(-0.2, -0.1),
      at(0.2, -0.1),
      at(0.14, 0.4),
      at(0.22, 0.8),
      corner(at(0.5, 1.1)),
      corner(at(-0.3, 1.1)),
    ];
    const bark = pen.of(MATERIALS.wood);
    bark.fill(trunk, "black");
    for (const u of [-0.02, 0.08]) bark.stroke([at(u, 0.1), at(u + 0.03, 0.45), at(u, 0.8)], "white", 0.4);
    for (let b = 0; b < 3; b++) {
      const tip = at(0.75 + next() * 0.6, 0.02 + b * 0.09 + next() * 0.06);
      const root = at(0.1, -0.02 + b * 0.1);
      pen.line([root, [(root[0] + tip[0]) / 2, (root[1] + tip[1]) / 2 - 8], tip], 2.4, "end");
      for (let i = 0; i < 12; i++) {
        const t = 0.25 + (i / 12) * 0.8;
        const [x, y] = [root[0] + (tip[0] - root[0]) * t, root[1] + (tip[1] - root[1]) * t];
        const a = next() * 6.28;
        const l = 16 + next() * 20;
        const [dx, dy] = [Math.cos(a) * l, Math.sin(a) * l * 0.8 + 6];
        pen.fill(
          [
            corner([x, y]),
            [x + dx * 0.5 - dy * 0.3, y + dy * 0.5 + dx * 0.3],
            corner([x + dx, y + dy]),
            [x + dx * 0.5 + dy * 0.3, y + dy * 0.5 - dx * 0.3],
          ],
          "black",
        );
      }
    }
  },
  grasses(pen, at, next) {
    for (let i = 0; i < 26; i++) {
      const u = -0.15 + next() * 1.2;
      const tall = (0.12 + next() * 0.26) * (1.1 - Math.max(0, u) * 0.75);
      const lean = (next() - 0.35) * 0.36;
      const half = 0.018 + next() * 0.02;
      const paint = i % 5 === 4 ? ({ tone: 0.5 } as const) : "black";
      pen.shape(
        [
          corner(at(u - half, 1.06)),
          at(u + lean * 0.25 - half, 1.02 - tall * 0.55),
          corner(at(u + lean, 1 - tall)),
          at(u + lean * 0.25 + half, 1.02 - tall * 0.55),
          corner(at(u + half, 1.06)),
        ],
        paint,
        0.4,
      );
      if (i % 6 === 0) {
        const [x, y] = at(u + lean, 1 - tall);
        for (let seed = 0; seed < 4; seed++)
          pen.shape(ellipse(x + (seed % 2 ? 5 : -5), y + seed * 6, 4, 6, 6), "white", 0.4);
      }
    }
  },
  table(pen, at, next) {
    pen.shape(sharp([at(-0.3, 0.83), at(0.86, 0.83), at(1.02, 1.1), at(-0.3, 1.1)]), { tone: 0.16 }, 1.1);
    pen.fill(sharp([at(-0.3, 0.95), at(0.93, 0.95), at(1.02, 1.1), at(-0.3, 1.1)]), "black");
    for (const v of [0.86, 0.9]) pen.line([at(0.02 + next() * 0.2, v), at(0.4, v + 0.003), at(0.7, v)], 0.5);
    const cup = 0.12 + next() * 0.1;
    pen.shape(
      [corner(at(cup, 0.74)), corner(at(cup + 0.17, 0.74)), at(cup + 0.15, 0.86), at(cup + 0.02, 0.86)],
      "white",
      0.9,
    );
    pen.stroke([at(cup + 0.17, 0.77), at(cup + 0.24, 0.79), at(cup + 0.16, 0.83)], "black", 1.1);
    pen.shape(sharp([at(0.44, 0.8), at(0.74, 0.8), at(0.76, 0.87), at(0.43, 0.87)]), { tone: 0.62 }, 0.8);
    pen.shape(sharp([at(0.46, 0.77), at(0.72, 0.77), at(0.72, 0.8), at(0.46, 0.8)]), "white", 0.7);
    const [bx, by] = at(-0.02, 0.86);
    const r = Math.abs(at(0.07, 0)[0] - at(0, 0)[0]);
    pen.shape(
      [
        corner([bx - r, by]),
        [bx - r, by - r * 2.6],
        [bx - r * 0.3, by - r * 3.2],
        corner([bx - r * 0.3, by - r * 4.4]),
        corner([bx + r * 0.3, by - r * 4.4]),
        [bx + r * 0.3, by - r * 3.2],
        [bx + r, by - r * 2.6],
        corner([bx + r, by]),
      ],
      "black",
      0.8,
    );
    pen.stroke(through([bx - r * 0.55, by - r * 0.4], [bx - r * 0.55, by - r * 2.4]), "white", 1);
  },
  chair(pen, at) {
    for (const u of [0.06, 0.62])
      pen.shape(sharp([at(u, 0.56), at(u + 0.08, 0.55), at(u + 0.1, 1.1), at(u + 0.02, 1.1)]), "black", 0.6);
    for (const [v, h] of through([0.57, 0.08], [0.7, 0.05], [0.8, 0.05]))
      pen.shape(
        sharp([at(0.1, v), at(0.66, v - 0.012), at(0.67, v + h - 0.012), at(0.1, v + h)]),
        "black",
        0.6,
      );
    pen.shape(sharp([at(0.02, 0.95), at(0.8, 0.93), at(0.94, 1.1), at(0.02, 1.1)]), { tone: 0.6 }, 0.9);
    pen.stroke([at(0.12, 0.585), at(0.64, 0.574)], "white", 0.8);
    pen.stroke([at(0.1, 0.62), at(0.115, 1.05)], "white", 0.6);
  },
  rail(pen, at) {
    for (const u of [0.14, 0.78])
      pen.shape(sharp([at(u, 0.7), at(u + 0.1, 0.7), at(u + 0.11, 1.1), at(u - 0.01, 1.1)]), "black", 0.6);
    for (const v of [0.74, 0.88]) {
      pen.shape(
        sharp([at(-0.3, v), at(1.06, v + 0.012), at(1.06, v + 0.062), at(-0.3, v + 0.07)]),
        "white",
        0.9,
      );
      pen.fill(
        sharp([at(-0.3, v + 0.045), at(1.06, v + 0.045), at(1.06, v + 0.062), at(-0.3, v + 0.07)]),
        "black",
      );
    }
    for (const u of [0.19, 0.83]) pen.fill(ellipse(at(u, 0)[0], at(0, 0.775)[1], 4, 4, 7), "black");
  },
  curtain(pen, at) {
    const fold = (u: number, sway: number): Pt[] => [
      at(u, -0.1),
      at(u + sway, 0.4),
      at(u - sway, 0.8),
      at(u + sway * 0.5, 1.1),
    ];
    pen.shape(
      [
        corner(at(-0.3, -0.1)),
        ...fold(0.62, 0.06).map((p, i) => (i === 0 || i === 3 ? corner(p) : p)),
        corner(at(-0.3, 1.1)),
      ],
      { tone: 0.72 },
      1.2,
    );
    for (const u of [0.06, 0.22, 0.38, 0.5]) pen.line(fold(u, 0.05), 1.6, "end");
  },
  hedge(pen, at, next) {
    const [x0, y0] = at(0, 1);
    const [x1, y1] = at(1, 0.62);
    const unit = Math.abs(x1 - x0) / 9;
    const lumps: Pt[] = [];
    for (let i = 0; i <= 8; i++) {
      const t = i / 8;
      const high = (1 - t ** 2.2) * (0.72 + next() * 0.28);
      lumps.push([x0 + (x1 - x0) * (t * 1.1 - 0.1), y0 + (y1 - y0) * high + 12]);
    }
    const crown: Pt[] = lumps.flatMap(([x, y], i): Pt[] => [
      corner([x - (unit * Math.sign(x1 - x0)) / 2, y + unit * 0.35]),
      [x, y - unit * (0.2 + (i % 3) * 0.14)],
    ]);
    pen.shape([...crown, corner(at(1.1, 1.1)), corner(at(-0.3, 1.1))], "black", 0.8);
    // Leaves that catch the light stand out of it, fewer towards the foot.
    for (let i = 0; i < 46; i++) {
      const [lx, ly] = lumps[Math.floor(next() * 7)] ?? [x0, y0];
      const [x, y] = [lx + unit * (next() - 0.5) * 1.4, ly + (y0 - y1) * next() ** 1.8 * 0.55 + unit * 0.2];
      const a = 0.5 + next() * 2.2;
      const l = unit * (0.22 + next() * 0.2);
      const [dx, dy] = [Math.cos(a) * l, Math.sin(a) * l];
      pen.fill(
        [
          corner([x, y]),
          [x + dx * 0.5 - dy * 0.32, y + dy * 0.5 + dx * 0.32],
          corner([x + dx, y + dy]),
          [x + dx * 0.5 + dy * 0.32, y + dy * 0.5 - dx * 0.32],
        ],
        i % 4 === 0 ? "white" : { tone: 0.45 },
      );
    }
  },
  sign(pen, at) {
    pen.shape(sharp([at(0.3, 0.1), at(0.37, 0.1), at(0.38, 1.1), at(0.29, 1.1)]), "black", 0.6);
    pen.stroke([at(0.32, 0.5), at(0.32, 1.1)], "white", 0.5);
    const [x, y] = at(0.335, 0.25);
    const r = Math.abs(at(0.34, 0)[0] - at(0, 0)[0]);
    pen.shape(ellipse(x, y, r, r, 20), "black", 1);
    pen.fill(ellipse(x, y, r * 0.9, r * 0.9, 20), "white");
    pen.fill(ellipse(x, y, r * 0.72, r * 0.72, 18), { tone: 0.7 });
    pen.fill(sharp([at(0.12, 0.25 - 0.02), at(0.55, 0.25 - 0.02), at(0.55, 0.27), at(0.12, 0.27)]), "white");
  },
  wheel(pen, at) {
    // The back half of a bicycle that somebody leant there.
    const [x, y] = at(0.34, 0.84);
    const r = Math.min(Math.abs(at(0.5, 0)[0] - at(0, 0)[0]), Math.abs(at(0, 0.24)[1] - at(0, 0)[1]));
    const on = (a: number, k: number): Pt => [x + Math.cos(a) * r * k, y + Math.sin(a) * r * k];
    for (let i = 0; i < 14; i++) pen.line([on(i * 0.449, 0.08), on(i * 0.449, 0.94)], 0.5, "none");
    pen.stroke(ellipse(x, y, r, r, 28), "black", 3.4, true);
    pen.stroke(ellipse(x, y, r * 0.94, r * 0.94, 28), "white", 0.6, true);
    pen.fill(ellipse(x, y, r * 0.1, r * 0.1, 10), "black");
    const out = at(0, 0)[0] < at(1, 0)[0] ? -1 : 1;
    const hub: Pt = [x + out * r * 1.25, y - r * 0.1];
    const seat: Pt = [x + out * r * 0.62, y - r * 1.45];
    for (const [a, b] of [
      [[x, y], hub],
      through([x, y], [seat[0] + out * r * 0.1, seat[1] + r * 0.4]),
      [seat, hub],
    ] as const)
      pen.stroke([a, b], "black", 3);
    pen.shape(
      [
        corner([seat[0] + r * 0.5, seat[1] - r * 0.12]),
        [seat[0], seat[1] - r * 0.16],
        corner([seat[0] - r * 0.5, seat[1] - r * 0.12]),
        [seat[0] - r * 0.2, seat[1] + r * 0.06],
        [seat[0] + r * 0.2, seat[1] + r * 0.06],
      ],
      "black",
      1,
    );
    pen.stroke([on(-2.7, 1.1), on(-1.57, 1.14), on(-0.4, 1.1)], "black", 2);
  },
  lamp(pen, at) {
    pen.shape(sharp([at(0.3, 0.34), at(0.35, 0.34), at(0.36, 1.1), at(0.29, 1.1)]), "black", 0.6);
    const shade = [
      corner(at(0.16, 0.14)),
      corner(at(0.49, 0.14)),
      corner(at(0.66, 0.4)),
      corner(at(-0.01, 0.4)),
    ];
    pen.shape(shade, { tone: 0.2 }, 1.1);
    pen.inside(shade, (p) => {
      p.fill(sharp([at(0.42, 0.1), at(0.8, 0.1), at(0.8, 0.44), at(0.5, 0.44)]), { tone: 0.62 });
      for (const u of [0.1, 0.2, 0.32, 0.44, 0.55])
        p.line([at(0.33 + (u - 0.33) * 0.5, 0.14), at(u, 0.4)], 0.5, "none");
    });
    pen.stroke([at(0.6, 0.4), at(0.6, 0.48)], "black", 0.9);
  },
  plant(pen, at, next) {
    for (let i = 0; i < 7; i++) {
      const rise = 0.25 + ((i * 3) % 7) * 0.17;
      const root = at(0.1 + next() * 0.1, 1.06);
      const tip = at(0.16 + Math.cos(rise) * 0.8, 1 - Math.sin(rise) * 0.34 - next() * 0.05);
      const [dx, dy] = [tip[0] - root[0], tip[1] - root[1]];
      const knee: Pt = [root[0] + dx * 0.35, root[1] + dy * 0.72];
      pen.line([root, knee, [root[0] + dx * 0.6, root[1] + dy * 0.9]], 1.1, "end");
      drawLeaf(pen, [root[0] + dx * 0.52, root[1] + dy * 0.86], [tip[0], tip[1] + Math.abs(dx) * 0.22]);
    }
  },
};

/** A broad leaf from its stalk to its point: the one half in shade, a white rib and veins between. */
function drawLeaf(pen: Pen, stalk: Pt, point: Pt): void {
  const [dx, dy] = [point[0] - stalk[0], point[1] - stalk[1]];
  const on = (t: number, across: number): Pt => [
    stalk[0] + dx * t - dy * across,
    stalk[1] + dy * t + dx * across,
  ];
  const upper = [on(0.18, 0.2), on(0.48, 0.28), on(0.8, 0.16)];
  const lower = [on(0.8, -0.16), on(0.48, -0.28), on(0.18, -0.2)];
  pen.shape([corner(stalk), ...upper, corner(point), ...lower], { tone: 0.55 }, 0.7);
  pen.fill([corner(stalk), on(0.5, 0), corner(point), ...lower], "black");
  pen.stroke([stalk, on(0.5, 0.01), point], "white", 0.4);
  for (const t of [0.3, 0.5, 0.7])
    for (const s of [1, -1]) pen.stroke([on(t, 0), on(t + 0.12, s * 0.17 * (1.1 - t))], "white", 0.25);
}
