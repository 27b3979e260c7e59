// CIE Lab (D65) and sRGB: colours by lightness, chroma and hue, and how far two lie apart to the eye.
import type { Rgb } from "./materials.ts";

/** D65, CIE 1931 2°. */
const WHITE = [0.95047, 1, 1.08883] as const;

type Lab = readonly [lightness: number, a: number, b: number];

/** Lightness 0 … 100, hue in degrees; what no screen shows is brought in by giving up chroma. */
export function fromLch(lightness: number, chroma: number, hue: number): Rgb {
  const angle = (hue * Math.PI) / 180;
  for (let c = chroma; ; c -= 1) {
    const linear = linearOf([lightness, Math.cos(angle) * c, Math.sin(angle) * c]);
    if (c <= 0 || linear.every((v) => v >= -0.0005 && v <= 1.0005)) {
      const [r, g, b] = linear;
      return [gamma(r), gamma(g), gamma(b)];
    }
  }
}

/** CIE76: the straight distance in Lab; about 2.3 is what an eye just tells apart. */
export function distance(one: Rgb, other: Rgb): number {
  const [a, b] = [labOf(one), labOf(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function linearOf([l, a, b]: Lab): readonly [number, number, number] {
  const fy = (l + 16) / 116;
  const inverse = (f: number) => (f > 6 / 29 ? f ** 3 : 3 * (6 / 29) ** 2 * (f - 4 / 29));
  const [x, y, z] = [
    inverse(fy + a / 500) * WHITE[0],
    inverse(fy) * WHITE[1],
    inverse(fy - b / 200) * WHITE[2],
  ];
  return [
    3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
    -0.969266 * x + 1.8760108 * y + 0.041556 * z,
    0.0556434 * x - 0.2040259 * y + 1.0572252 * z,
  ];
}

function labOf(rgb: Rgb): Lab {
  const linear = (level: number) => {
    const c = level / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  const [r, g, b] = [linear(rgb[0]), linear(rgb[1]), linear(rgb[2])];
  const f = (t: number) => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE[0]);
  const y = f((0.2126729 * r + 0.7151522 * g + 0.072175 * b) / WHITE[1]);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / WHITE[2]);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function gamma(linear: number): number {
  const v = Math.min(1, Math.max(0, linear));
  return 255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);
}
