// Materials of a coloured book: each maps greys to colours.
import type { Shade } from "../../../../manga/drawing.ts";
import { measuresOf } from "../closed/measures.ts";
import type { Hour } from "../closed/staging.ts";
import type { MaterialName as Name } from "./material-names.ts";

export type Rgb = readonly [red: number, green: number, blue: number];

/** Colours by grey, 0 (white) to 1 (black). Shadows change their hue as well as their lightness. */
export interface Material {
  ramp: readonly (readonly [grey: number, colour: Rgb])[];
  /** The colour of solid black areas; absent: ink. */
  solid?: Rgb;
  /** Lightness of the shaded side, as a share of the lit side's; absent: no shaded side. */
  cel?: number;
  /** Colour of the shaded side; absent: the material's own colour, darkened. */
  shade?: Rgb;
}

export const rgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** A ramp of colours at the given greys; `solid` is the colour of black areas. */
export const ramp = (stops: Readonly<Record<string, string>>, solid?: string): Material => ({
  ramp: Object.entries(stops)
    .map(([grey, colour]) => [Number(grey), rgb(colour)] as const)
    .toSorted(([a], [b]) => a - b),
  ...(solid === undefined ? {} : { solid: rgb(solid) }),
});

interface Row {
  greys: readonly number[];
  /** One colour for each grey. */
  colours: readonly Rgb[];
  solid?: Rgb;
  cel?: number;
}

/** The materials of a table of measures. */
export function materialsOf<K extends string>(table: string): Readonly<Record<K, Material>> {
  const rows = Object.entries(measuresOf<string, Row>(table));
  const material = ({ greys, colours, ...rest }: Row): Material => ({
    ...rest,
    ramp: colours.map((colour, at) => [greys[at] ?? 1, colour]),
  });
  return Object.fromEntries(rows.map(([name, row]) => [name, material(row)])) as Record<K, Material>;
}

export const MATERIALS = materialsOf<Name>("materials");
export type MaterialName = keyof typeof MATERIALS;

/** The sky from zenith to horizon, by hour; greys in between are interpolated. */
export const SKIES = materialsOf<Hour | "grey">("skies");

/** The light of an hour: factors for each colour channel, and the tones of snow. */
interface Hourly {
  open: Rgb;
  /** The light where lamps are lit or people stand in front of the night: it tints and does not darken. */
  lamplit: Rgb;
  /** Tones of snow on the ground: at the horizon, and in the foreground. */
  snow: readonly [far: number, near: number];
  /** Tones of a snowdrift: its brightest part, and its shaded foot. */
  drift: readonly [bright: number, shade: number];
}
export const HOURS = measuresOf<Hour, Hourly>("hours");

export const OVERCAST: Rgb = [0.8, 0.83, 0.9];

const mixed = (a: number, b: number, t: number): number => a + (b - a) * t;

export function colourAt({ ramp: stops }: Material, grey: number): Rgb {
  const after = stops.findIndex(([at]) => at >= grey);
  const high = stops[after === -1 ? stops.length - 1 : after];
  const low = stops[after <= 0 ? (after === 0 ? 0 : stops.length - 1) : after - 1];
  if (!high || !low) throw new RangeError("a material has no colours");
  const t = high[0] === low[0] ? 0 : (grey - low[0]) / (high[0] - low[0]);
  const [a, b] = [low[1], high[1]];
  return [mixed(a[0], b[0], t), mixed(a[1], b[1], t), mixed(a[2], b[2], t)];
}

export function times(a: Rgb, b: Rgb): Rgb {
  return [a[0] * b[0], a[1] * b[1], a[2] * b[2]];
}

/** The shadow of a colour: darker, and shifted towards blue. */
export function shadowOf(colour: Rgb, share: number): Rgb {
  return [colour[0] * share * 0.98, colour[1] * share * 0.95, Math.min(255, colour[2] * (share + 0.07))];
}

export function hexOf([r, g, b]: Rgb): string {
  const word = (Math.round(r) << 16) | (Math.round(g) << 8) | Math.round(b);
  return `#${word.toString(16).padStart(6, "0")}`;
}

/** The colour of a grey; of a gradient, the colours at its stops. */
export function colourOf(material: Material, shade: Shade, ambient: Rgb): string | [number, string][] {
  if (typeof shade === "number") return hexOf(times(colourAt(material, shade), ambient));
  return shade.stops.map(([at, grey]) => [at, hexOf(times(colourAt(material, grey), ambient))]);
}

/** D65, CIE 1931 2°. */
const WHITE = [0.95047, 1, 1.08883] as const;

type Lab = readonly [lightness: number, a: number, b: number];

/** Lightness 0 … 100, hue in degrees. Colours outside the sRGB gamut lose chroma until they fit. */
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

function gamma(linear: number): number {
  const v = Math.min(1, Math.max(0, linear));
  return 255 * (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);
}
