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

/**
 * The preset of that name with the person's own words. A name that no preset has, such as `yonkoma`, which says how pages are laid out,
 * is the style of `manga`.
 */
export function styleOf(name: string, artDirection?: string): Style {
  const preset = STYLE_PRESETS.find((one) => one.preset === name) ?? MANGA;
  return artDirection === undefined ? preset : { ...preset, artDirection };
}
