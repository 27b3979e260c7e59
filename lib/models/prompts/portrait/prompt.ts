// The portrait prompt: the reference picture of a person that every panel with them carries.
import type { PortraitRequest } from "../../artist.ts";
import { designWords, NO_LETTERS, styleWords } from "../picture-words.ts";

export const portraitPrompt = {
  /** `softened`: after a refusal, the design's fields alone, without the words that describe it. */
  compose({ design: given, colorMode }: PortraitRequest, softened = false): string {
    const design = softened ? { ...given, description: "a friendly character for all ages" } : given;
    return [
      styleWords(colorMode),
      `Character reference portrait of one ${design.kind === "human" ? "person" : design.kind}, head to hips, three-quarter view, calm expression, plain white background.`,
      `The character: ${designWords(design)}.`,
      NO_LETTERS,
    ].join("\n");
  },
};
