// What things are made of, as a coloured book shows it: for each material the colours that its greys become.
import type { Shade } from "../../../../manga/drawing.ts";

export type Rgb = readonly [red: number, green: number, blue: number];

/** Colours by grey, 0 (white) to 1 (black). Shadows shift their hue, so that a shade is another colour and not a greyer one. */
export interface Material {
  ramp: readonly (readonly [grey: number, colour: Rgb])[];
  /** What areas of solid black become; ink where there is none. */
  solid?: Rgb;
  /** The side that the light does not reach, as a part of the material's own lightness; absent: flat. */
  cel?: number;
  /** Its colour where it is not the material's own, darker. */
  shade?: Rgb;
}

export const rgb = (hex: string): Rgb => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** A ramp through colours at greys; `solid` is the colour of black areas. */
export function ramp(stops: Readonly<Record<string, string>>, solid?: string, cel?: number): Material {
  const sorted = Object.entries(stops)
    .map(([grey, colour]) => [Number(grey), rgb(colour)] as const)
    .toSorted(([a], [b]) => a - b);
  return {
    ramp: sorted,
    ...(solid === undefined ? {} : { solid: rgb(solid) }),
    ...(cel === undefined ? {} : { cel }),
  };
}

export const MATERIALS = {
  /** Eyes, teeth, paper: white stays white. */
  plain: ramp({ 0: "#ffffff", 0.5: "#9a94ad", 1: "#2a2438" }),
  blush: ramp({ 0: "#ffffff", 0.3: "#ef8f86", 1: "#6d1f2c" }, "#5c1524"),
  tear: ramp({ 0: "#d9f1ff", 0.5: "#7fb9dd", 1: "#285a80" }),
  metal: ramp({ 0: "#e6ecf2", 0.3: "#a3b0c0", 0.6: "#66748a", 1: "#2b3446" }, "#333c4e", 0.78),
  wood: ramp({ 0: "#ecd2a4", 0.2: "#d3aa74", 0.4: "#b07f4e", 0.62: "#80552f", 1: "#3d2416" }, "#4a2d1b", 0.8),
  shoe: ramp({ 0: "#efe7da", 0.5: "#8a6148", 1: "#3a2a2a" }, "#43303a"),
  concrete: ramp({ 0: "#ece5d9", 0.2: "#cfc6bc", 0.4: "#a9a2a3", 0.62: "#787588", 1: "#322f45" }, "#38344b"),
  asphalt: ramp({ 0: "#efece4", 0.12: "#b9b4b5", 0.3: "#9b98a3", 0.6: "#6a687c", 1: "#2b2a3e" }, "#33314a"),
  plaster: ramp(
    { 0: "#fbf1dc", 0.1: "#f1e0c0", 0.2: "#e3c9a5", 0.32: "#cda98a", 0.55: "#94776f", 1: "#3c2f3c" },
    "#43354a",
  ),
  rose: ramp(
    { 0: "#f7e6dc", 0.1: "#eccbb9", 0.2: "#dcb09e", 0.4: "#b5827c", 0.6: "#80595f", 1: "#3a2836" },
    "#43303f",
  ),
  slate: ramp(
    { 0: "#e6edf0", 0.1: "#ccd9dd", 0.2: "#b0c2ca", 0.4: "#8297a6", 0.6: "#596a80", 1: "#272f45" },
    "#2f3750",
  ),
  sage: ramp(
    { 0: "#eef0d9", 0.1: "#dbe0bd", 0.2: "#c3cba2", 0.4: "#929f7d", 0.6: "#637262", 1: "#28342f" },
    "#313d39",
  ),
  tile: ramp({ 0: "#e4ebee", 0.3: "#8fa3b4", 0.6: "#566b86", 1: "#232c45" }, "#2c3450"),
  glass: ramp({ 0: "#dff3fb", 0.3: "#9fcfe6", 0.6: "#5d8fb5", 0.8: "#3a5480", 1: "#1c2448" }, "#27345a"),
  cloth: ramp({ 0: "#f6f0e4", 0.22: "#dcb49a", 0.5: "#b0685c", 1: "#4b2230" }, "#552836", 0.82),
  leaf: ramp(
    { 0: "#dcea9c", 0.2: "#a9cf6b", 0.4: "#6fa84e", 0.6: "#42803f", 0.85: "#275a3f", 1: "#1d3f35" },
    "#214a38",
  ),
  pine: ramp({ 0: "#cfe0a8", 0.3: "#6ba067", 0.5: "#3f7a57", 0.75: "#275348", 1: "#17322f" }, "#1c3d38"),
  autumn: ramp({ 0: "#f7dd93", 0.3: "#eda54c", 0.5: "#d06b32", 0.75: "#94402c", 1: "#4a2325" }, "#6a2c2a"),
  blossom: ramp({ 0: "#ffe9ee", 0.3: "#f9bccb", 0.5: "#e58ba6", 0.75: "#a8567c", 1: "#4f2c4a" }, "#8c4a72"),
  grass: ramp(
    { 0: "#e2eda6", 0.12: "#c3dc82", 0.3: "#93c060", 0.5: "#62984b", 0.75: "#3b6a41", 1: "#203f33" },
    "#285039",
  ),
  snow: ramp({ 0: "#ffffff", 0.2: "#dfeaf6", 0.5: "#a5bbd9", 1: "#3c4a70" }, "#46547c"),
  earth: ramp(
    { 0: "#f1e0bd", 0.15: "#dec295", 0.3: "#c19c6e", 0.5: "#94714f", 0.75: "#5f4638", 1: "#2e2228" },
    "#3a2b2c",
  ),
  sand: ramp({ 0: "#fdf0cf", 0.2: "#efd6a2", 0.4: "#d3b07c", 0.7: "#967455", 1: "#46343a" }, "#50393c"),
  stone: ramp({ 0: "#ebe7df", 0.2: "#c9c4bf", 0.4: "#9c98a0", 0.65: "#666579", 1: "#292a40" }, "#33334a"),
  water: ramp(
    { 0: "#bfeaf2", 0.1: "#a8e2ef", 0.3: "#5fbad7", 0.5: "#3a90bd", 0.75: "#25619a", 1: "#16305f" },
    "#1c3c6c",
  ),
  hill: ramp(
    { 0: "#e2efe6", 0.2: "#b0d1c8", 0.4: "#7faeb0", 0.6: "#557f96", 0.8: "#3a587a", 1: "#222f50" },
    "#29385c",
  ),
  cloud: ramp({ 0: "#ffffff", 0.1: "#d8e6f4", 0.5: "#96a5c4", 1: "#3a4266" }, "#3a4266"),
  cavern: ramp({ 0: "#e7dcc9", 0.3: "#a2908c", 0.6: "#665a70", 0.85: "#3a3350", 1: "#1c1830" }, "#221c38"),
  lamp: ramp({ 0: "#fff2b8", 0.35: "#f9c259", 0.6: "#d7843a", 1: "#5e2f22" }, "#4a3430"),
  red: ramp({ 0: "#ffe1d6", 0.3: "#ea7363", 0.5: "#cf4440", 0.75: "#93283a", 1: "#4b1729" }, "#8c2836"),
  sign: ramp({ 0: "#fff4d8", 0.2: "#f6cf72", 0.4: "#df6e4a", 0.6: "#3f7f8c", 1: "#2a3152" }, "#2f4a72"),
  board: ramp({ 0: "#eaf4e6", 0.4: "#6f9c80", 0.78: "#2f5d4b", 1: "#18352e" }, "#264a3e"),
} as const satisfies Record<string, Material>;

export type MaterialName = keyof typeof MATERIALS;

/** The sky from its top to the horizon, by hour; greys between them fall in between. */
export const SKIES = {
  day: ramp({ 0: "#f2faff", 0.02: "#dff2fd", 0.3: "#5fb0ea", 0.5: "#7d92ad", 1: "#2d4470" }),
  grey: ramp({
    0: "#eef1f4",
    0.12: "#d5dde4",
    0.26: "#a8b9c8",
    0.5: "#72839a",
    0.72: "#525f7c",
    1: "#262d48",
  }),
  dawn: ramp({ 0: "#fff6da", 0.04: "#ffe9c4", 0.16: "#fbc3b0", 0.32: "#8eaede", 1: "#3a4a80" }),
  dusk: ramp({
    0: "#fff0b4",
    0.08: "#ffdc8a",
    0.14: "#ffb668",
    0.3: "#f2806a",
    0.45: "#b85f8c",
    0.62: "#5a4a8f",
    1: "#2a2456",
  }),
  night: ramp({
    0: "#fff7d6",
    0.5: "#5b78b4",
    0.66: "#4a64a4",
    0.74: "#3a5594",
    0.9: "#1d2c62",
    1: "#101a44",
  }),
} as const;

/** What the hour's light makes of every colour, by channel. */
export const AMBIENT = {
  day: [1, 1, 1],
  dawn: [1, 0.95, 0.9],
  dusk: [1, 0.82, 0.72],
  night: [0.46, 0.54, 0.82],
} as const satisfies Record<string, Rgb>;

export const OVERCAST: Rgb = [0.8, 0.83, 0.9];

/** Where lamps are lit or people stand before the night, it tints and does not darken. */
export const SOFT_AMBIENT = {
  day: [1, 1, 1],
  dawn: [1, 0.97, 0.93],
  dusk: [1, 0.92, 0.84],
  night: [0.84, 0.87, 1],
} as const satisfies Record<string, Rgb>;

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

/** The shadow of a colour: darker, and cooler than it is dark. */
export function shadowOf(colour: Rgb, share: number): Rgb {
  return [colour[0] * share * 0.98, colour[1] * share * 0.95, Math.min(255, colour[2] * (share + 0.07))];
}

export function hexOf([r, g, b]: Rgb): string {
  const word = (Math.round(r) << 16) | (Math.round(g) << 8) | Math.round(b);
  return `#${word.toString(16).padStart(6, "0")}`;
}

/** A grey's colour, or a gradient's as colours at its stops. */
export function colourOf(material: Material, shade: Shade, ambient: Rgb): string | [number, string][] {
  if (typeof shade === "number") return hexOf(times(colourAt(material, shade), ambient));
  return shade.stops.map(([at, grey]) => [at, hexOf(times(colourAt(material, grey), ambient))]);
}
