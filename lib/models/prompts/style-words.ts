// The manner of a picture in the words of picture prompts, from the book's style.
import type { Style } from "../../manga/style.ts";
import { freeWords } from "./free-words.ts";

/** Words that say that there is none. */
const NOTHING = /^(?:none|no|nothing|-)?$/iu;

/** `colorMode` absent: in black and white. */
export function styleWords(style: Style, colorMode: "color" | undefined): string {
  const inColour = colorMode === "color";
  const parts = [
    named(style.line, (line) => `lines: ${line}`),
    named(style.tone, (tone) => `tone: ${tone}`),
    named(style.eyes, (eyes) => `eyes: ${eyes}`),
    named(style.backgrounds, (backgrounds) => `backgrounds: ${backgrounds}`),
    named(style.blacks, (blacks) => `solid blacks: ${blacks}`),
    inColour ? named(style.palette, (palette) => `palette: ${palette}`) : "",
    inColour ? "the same colours for a person in every picture" : "greys and white paper alone",
  ].filter((part) => part !== "");
  const preset = named(style.preset.replaceAll("-", " "), (name) => `, ${name}`);
  const medium = named(style.medium, (name) => `, in ${name}`);
  const directed = named(
    style.artDirection ?? "",
    (words) => ` Art direction: ${words.replace(/[.。]$/u, "")}.`,
  );
  const kind = inColour ? "Full-colour Japanese manga artwork" : "Black-and-white Japanese manga artwork";
  return `${kind}${preset}${medium}; ${parts.join("; ")}.${directed}`;
}

function named(text: string, phrase: (words: string) => string): string {
  const words = freeWords(text);
  return NOTHING.test(words) ? "" : phrase(words);
}
