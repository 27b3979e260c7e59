import { corner, sharp, through } from "../../pen/curves.ts";
import { MATERIALS } from "../../pen/materials.ts";
import { lamellar } from "./eastern-armour.ts";
import { lightWay } from "./folds.ts";
import { buttons, cuirass, type Front, lapels, neckline, regalia, wrapped } from "./front-parts.ts";
import { inkOn, seam, shadeOn, type Top } from "./garments.ts";

export const FRONTS: Readonly<Record<Top, (front: Front) => void>> = {
  shirt(f) {
    neckline(f, 0.12);
    const { pen, paint, at, c } = f;
    seam(pen, paint, [at(c, 0.12), at(c, 1.05)], 0.6);
    buttons(f, 4, 0.24);
  },
  sweater({ pen, paint, at, c, w }) {
    pen.shape(
      [at(c - w, -0.08), at(c - w * 0.7, 0.05), at(c, 0.1), at(c + w * 0.7, 0.05), at(c + w, -0.08)],
      paint,
      0.8,
    );
    seam(pen, paint, [
      at(c - w * 1.3, -0.04),
      at(c - w * 0.7, 0.11),
      at(c, 0.16),
      at(c + w * 0.7, 0.11),
      at(c + w * 1.3, -0.04),
    ]);
    if (paint === "white" || (typeof paint === "object" && "tone" in paint && Number(paint.tone) < 0.3)) {
      for (const v of [0.34, 0.44])
        pen.stroke([at(-1.15, v - 0.02), at(c, v), at(1.15, v - 0.02)], { tone: 0.5 }, 2.2);
      pen.fill(
        [
          at(c - w * 1.25, -0.05),
          at(c - w * 0.7, 0.09),
          at(c, 0.14),
          at(c + w * 0.7, 0.09),
          at(c + w * 1.25, -0.05),
          at(c + w * 0.8, -0.06),
          at(c, 0.07),
          at(c - w * 0.8, -0.06),
        ],
        { tone: 0.3 },
      );
    }
    seam(pen, paint, [at(-1.1, 0.94), at(1.1, 0.94)], 0.6);
    for (let u = -1; u <= 1; u += 0.2) seam(pen, paint, [at(u, 0.95), at(u, 1.04)], 0.4);
  },
  jacket: (f) => lapels(f, 0.42, "white", true),
  coat(f) {
    lapels(f, 0.34, { tone: 0.4 }, false);
    const { pen, paint, at, c, w } = f;
    for (const v of [0.46, 0.62, 0.78]) {
      for (const s of [-1, 1]) {
        const [x, y] = at(c + s * w * 0.55, v);
        pen.fill(through([x - 4, y], [x, y - 4], [x + 4, y], [x, y + 4]), inkOn(paint));
      }
    }
  },
  uniform(f) {
    const { pen, paint, at, c, w } = f;
    pen.shape(
      [at(c - w * 1.05, -0.09), at(c - w, 0.03), at(c, 0.07), at(c + w, 0.03), at(c + w * 1.05, -0.09)],
      paint,
      0.9,
    );
    seam(
      pen,
      paint,
      [at(c - w * 1.05, -0.02), at(c - w, 0.03), at(c, 0.075), at(c + w, 0.03), at(c + w * 1.05, -0.02)],
      0.7,
    );
    seam(pen, paint, [at(c, 0.06), at(c, 1.05)], 0.7);
    buttons(f, 5, 0.18);
    if (f.grown) regalia(f);
    else seam(pen, paint, [at(c - w * 1.5, 0.36), at(c - w * 0.8, 0.36)], 0.7);
  },
  sailor(f) {
    const { pen, at, c, w } = f;
    neckline(f, 0.24);
    const flap = pen.of(f.colours.accent);
    for (const s of [-1, 1]) {
      flap.shape(
        sharp([
          at(c + s * w * 0.75, -0.07),
          at(c, 0.3),
          at(c + s * w * 0.55, 0.3),
          at(c + s * w * 1.9, 0.06),
          at(c + s * w * 1.7, -0.02),
        ]),
        { tone: 0.62 },
        0.7,
      );
      pen.of(MATERIALS.plain).stroke([at(c + s * w * 1.6, 0.02), at(c + s * w * 0.55, 0.23)], "white", 0.6);
      pen
        .of(MATERIALS.red)
        .shape(
          [
            corner(at(c, 0.3)),
            at(c + s * w * 0.5, 0.26),
            corner(at(c + s * w * 1, 0.33)),
            corner(at(c + s * w * 0.85, 0.45)),
            at(c + s * w * 0.3, 0.37),
          ],
          "black",
          0.6,
        );
      pen
        .of(MATERIALS.red)
        .shape(
          sharp([
            at(c, 0.31),
            at(c + s * w * 0.25, 0.34),
            at(c + s * w * 0.62, 0.54),
            at(c + s * w * 0.25, 0.58),
          ]),
          "black",
          0.6,
        );
    }
  },
  kimono: (f) => wrapped(f, f.paint === "black" ? { tone: 0.3 } : "black"),
  robe(f) {
    const { pen, paint, at, c, w } = f;
    neckline(f, 0.16);
    seam(pen, paint, [at(c, 0.16), at(c, 1.05)], 0.7);
    pen.shape(
      sharp([
        at(c - w * 0.9, -0.08),
        at(c - w * 0.3, 0.3),
        at(c, 0.18),
        at(c + w * 0.3, 0.3),
        at(c + w * 0.9, -0.08),
        at(c + w * 1.5, 0),
        at(c + w * 0.5, 0.42),
        at(c - w * 0.5, 0.42),
        at(c - w * 1.5, 0),
      ]),
      paint === "white" ? { tone: 0.3 } : "white",
      0.7,
    );
    pen
      .of(f.colours.accent)
      .stroke([at(-1.2, 0.74), at(1.2, 0.76)], paint === "white" ? "black" : "white", 1.3);
  },
  apron(f) {
    const { pen, at, c, w, paint } = f;
    neckline(f, 0.1);
    const cloth = pen.of(MATERIALS.cloth);
    const light = paint === "white" ? ({ tone: 0.16 } as const) : "white";
    for (const s of [-1, 1])
      cloth.shape(
        [
          corner(at(c + s * w * 0.62, -0.06)),
          corner(at(c + s * w * 0.95, -0.05)),
          at(c + s * w * 1.2, 0.12),
          corner(at(c + s * w * 1.12, 0.27)),
          corner(at(c + s * w * 0.8, 0.27)),
          at(c + s * w * 0.86, 0.12),
        ],
        light,
        0.6,
      );
    const bib = [
      corner(at(c - w * 1.15, 0.24)),
      at(c, 0.265),
      corner(at(c + w * 1.15, 0.24)),
      at(c + w * 1.3, 0.46),
      corner(at(c + w * 1.75, 0.66)),
      corner(at(c + w * 2, 1.14)),
      corner(at(c - w * 2.2, 1.14)),
      corner(at(c - w * 1.75, 0.66)),
      at(c - w * 1.3, 0.46),
    ];
    cloth.shape(bib, light, 0.8);
    cloth.inside(bib, (p) => {
      const dark = lightWay(p)[0] > 0 ? 1 : -1;
      p.fill(
        [
          corner(at(c + dark * w * 0.9, 0.2)),
          at(c + dark * w * 0.8, 0.5),
          corner(at(c + dark * w * 0.4, 0.64)),
          at(c + dark * w * 1.1, 0.8),
          corner(at(c + dark * w * 1, 1.2)),
          corner(at(c + dark * w * 3, 1.2)),
          corner(at(c + dark * w * 3, 0.2)),
        ],
        shadeOn(light),
      );
      p.line([at(c - w * 1.1, 0.3), at(c, 0.32), at(c + w * 1.1, 0.3)], 0.4, "none");
      for (const u of [-1.1, -0.3, 0.5])
        p.line([at(c + w * u, 0.7), at(c + w * u * 1.1, 0.84), at(c + w * u * 1.2, 0.96)], 0.45, "end");
    });
    cloth.shape(sharp([at(-1.2, 0.64), at(1.2, 0.64), at(1.2, 0.705), at(-1.2, 0.705)]), light, 0.6);
    pen.contour(
      [
        corner(at(c - w * 0.75, 0.78)),
        corner(at(c + w * 0.75, 0.78)),
        at(c + w * 0.66, 0.94),
        at(c - w * 0.66, 0.94),
      ],
      0.55,
    );
  },
  armor: (f) => (f.eastern ? lamellar(f) : cuirass(f)),
  hoodie(f) {
    const { pen, paint, at, c, w } = f;
    pen.shape(
      [at(c - w * 1.5, -0.1), at(c - w * 1.1, 0.1), at(c, 0.2), at(c + w * 1.1, 0.1), at(c + w * 1.5, -0.1)],
      paint,
      0.8,
    );
    pen.fill(
      [
        at(c - w * 0.8, -0.1),
        at(c - w * 0.5, 0.03),
        at(c, 0.1),
        at(c + w * 0.5, 0.03),
        at(c + w * 0.8, -0.1),
      ],
      "black",
    );
    for (const s of [-1, 1])
      pen.line(
        [at(c + s * w * 0.5, 0.12), at(c + s * w * 0.55, 0.24), at(c + s * w * 0.42, 0.36)],
        0.9,
        "none",
      );
    pen.shape(
      [
        at(c - w * 1.6, 0.92),
        corner(at(c - w * 1, 0.66)),
        corner(at(c + w * 1, 0.66)),
        at(c + w * 1.6, 0.92),
      ],
      paint,
      0.6,
    );
  },
};
