// Phrases of picture prompts for the book's style.
import type { Style } from "../../manga/style.ts";
import { freeWords } from "./free-words.ts";
import { optional, type Phrase, required } from "./paragraph.ts";

/** Words that mean "none". */
const NOTHING = /^(?:none|no|nothing|-)?$/iu;

/** `colorMode` absent: black and white. */
export function styleWords(style: Style, colorMode: "color" | undefined): Phrase[] {
  const inColour = colorMode === "color";
  // The preset's name is added, except for plain manga.
  const preset = named(style.preset.replaceAll("-", " "), (name) => (name === "manga" ? "" : `, ${name}`));
  const medium = named(style.medium, (name) => ` in ${name}`);
  const kind = inColour ? "full-colour Japanese manga artwork" : "black-and-white Japanese manga artwork";
  return [
    required(`${kind}${preset}${medium}`),
    required(inColour ? "the same colours for a person in every picture" : "greys and white paper alone"),
    optional(
      1,
      named(style.artDirection ?? "", (words) => words.replace(/[.。]$/u, "")),
    ),
    optional(
      2,
      named(style.line, (line) => `${line} lines`),
    ),
    optional(
      2,
      named(style.tone, (tone) => tone),
    ),
    optional(
      2,
      named(style.blacks, (blacks) => `solid blacks: ${blacks}`),
    ),
    optional(
      3,
      named(style.eyes, (eyes) => `eyes: ${eyes}`),
    ),
    optional(
      3,
      named(style.backgrounds, (backgrounds) => `backgrounds: ${backgrounds}`),
    ),
    optional(2, inColour ? named(style.palette, (palette) => `palette: ${palette}`) : ""),
  ];
}

function named(text: string, phrase: (words: string) => string): string {
  const words = freeWords(text);
  return NOTHING.test(words) ? "" : phrase(words);
}
