// The styles that a person can pick by name, each in words that any artist reads.
import type { Style } from "./style.ts";

const MANGA: Style = {
  preset: "manga",
  medium: "ink and screen tone",
  line: "clean, of varying width",
  tone: "crisp screen tone",
  eyes: "large, with lights",
  backgrounds: "clear, as detailed as the shot needs",
  blacks: "some",
  palette: "natural",
};

export const STYLE_PRESETS: readonly Style[] = [MANGA];

/** What a person may ask for by name: every preset, and `yonkoma`, which is `manga` on pages of two strips of four panels (4コマ). */
export const STYLES: readonly [string, ...string[]] = [
  MANGA.preset,
  "yonkoma",
  ...STYLE_PRESETS.flatMap(({ preset }) => (preset === MANGA.preset ? [] : preset)),
];

/** Length in UTF-16 units of what a person may say of the style. */
export const ART_DIRECTION_LIMIT = 300;

/**
 * The preset of that name with the person's own words. A name that no preset has, such as `yonkoma`, which says how pages are laid out,
 * is the style of `manga`.
 */
export function styleOf(name: string, artDirection?: string): Style {
  const preset = STYLE_PRESETS.find((one) => one.preset === name) ?? MANGA;
  return artDirection === undefined ? preset : { ...preset, artDirection };
}
