// The styles that a person may pick by name, described in the field's terms. An artist reads the description, not the name, and a person's
// own words (`artDirection`) beside it.
import type { Style } from "./style.ts";

type Preset = Omit<Style, "preset" | "artDirection">;

const INK_AND_TONE = {
  medium: "ink and screen tone",
  palette: "clear flat colours with cel shading",
} as const;

const LIST = {
  /** The default style. */
  manga: {
    ...INK_AND_TONE,
    ...{ line: "confident, of varying width", tone: "screen tone" },
    ...{ eyes: "large", backgrounds: "drawn in perspective", blacks: "solid where it is dark" },
  },
  shonen: {
    ...INK_AND_TONE,
    ...{ line: "bold and quick, of varying width", tone: "crisp screen tone with hard edges" },
    ...{ eyes: "large and sharp", backgrounds: "drawn in perspective", blacks: "heavy" },
  },
  shojo: {
    ...{ medium: "ink and screen tone", palette: "pastel colours" },
    ...{ line: "fine and flowing", tone: "light screen tone and gradations" },
    ...{ eyes: "very large, with many lights", backgrounds: "sparse, with flowers and light", blacks: "few" },
  },
  seinen: {
    ...INK_AND_TONE,
    ...{ line: "fine, of varying width", tone: "dense screen tone" },
    ...{ eyes: "of natural size", backgrounds: "detailed, in perspective", blacks: "solid where it is dark" },
  },
  josei: {
    ...{ medium: "ink and screen tone", palette: "muted colours" },
    ...{ line: "thin and even", tone: "light screen tone" },
    ...{ eyes: "of natural size", backgrounds: "sparse", blacks: "few" },
  },
  kodomo: {
    ...{ medium: "ink", palette: "bright colours" },
    ...{ line: "bold and even", tone: "little tone" },
    ...{ eyes: "very large", backgrounds: "simple", blacks: "few" },
  },
  gekiga: {
    ...{ medium: "ink and screen tone", palette: "dark and muted colours" },
    ...{ line: "heavy and rough, of varying width", tone: "dark screen tone" },
    ...{ eyes: "small and narrow", backgrounds: "detailed, in perspective", blacks: "heavy, many shadows" },
  },
  gag: {
    ...{ medium: "ink", palette: "bright colours" },
    ...{ line: "bold and even", tone: "little tone" },
    ...{ eyes: "large", backgrounds: "sparse", blacks: "few" },
  },
  horror: {
    ...{ medium: "ink", palette: "cold and dark colours" },
    ...{ line: "fine and dense", tone: "dark screen tone" },
    ...{ eyes: "small and narrow", backgrounds: "detailed, in perspective", blacks: "heavy, many shadows" },
  },
  "ink-wash": {
    ...{ medium: "brush and ink wash", palette: "muted colours" },
    ...{ line: "brushed, of strongly varying width", tone: "soft washes" },
    ...{ eyes: "of natural size", backgrounds: "sparse", blacks: "solid where it is dark" },
  },
  "clear-line": {
    ...{ medium: "ink", palette: "clear flat colours" },
    ...{ line: "even, all of one width", tone: "no tone" },
    ...{ eyes: "small", backgrounds: "detailed, in perspective", blacks: "few" },
  },
  sketch: {
    ...{ medium: "pencil", palette: "pale colours" },
    ...{ line: "thin and loose", tone: "light tone" },
    ...{ eyes: "large", backgrounds: "simple", blacks: "few" },
  },
  "webtoon-color": {
    ...{ medium: "digital colour", palette: "warm colours with soft shading" },
    ...{ line: "thin and even", tone: "soft tone" },
    ...{ eyes: "large, with many lights", backgrounds: "simple", blacks: "few" },
  },
} as const satisfies Readonly<Record<string, Preset>>;

/** All presets, the default first. */
export const STYLE_PRESETS: readonly Style[] = Object.entries(LIST).map(([preset, words]) => ({
  preset,
  ...words,
}));

/** Names that a person may pick: every preset, and `yonkoma`, which is `manga` on pages with two strips of four panels (4コマ). */
export const STYLES: readonly [string, ...string[]] = [
  "manga",
  "yonkoma",
  ...STYLE_PRESETS.flatMap(({ preset }) => (preset === "manga" ? [] : preset)),
];

/** Longest `artDirection`, in UTF-16 units. */
export const ART_DIRECTION_LIMIT = 300;

/**
 * The preset of a name with the person's own words. A name without a preset, such as `yonkoma`, which decides the layout, has the style of
 * `manga`.
 */
export function styleOf(name: string, artDirection?: string): Style {
  const preset = STYLE_PRESETS.find((one) => one.preset === name) ?? { preset: "manga", ...LIST.manga };
  return artDirection === undefined ? preset : { ...preset, artDirection };
}
