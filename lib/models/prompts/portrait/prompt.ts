// The portrait prompt: the reference picture of a person that every panel with them carries.
import type { PortraitRequest } from "../../artist.ts";
import { designWords, styleWords, UNLETTERED } from "../picture-words.ts";

export const portraitPrompt = {
  /** `gentle`: after a refusal, the design's fields alone, without the words that describe the person. */
  compose({ design, colorMode }: PortraitRequest, { gentle = false } = {}): string {
    const being = design.kind === "human" ? "person" : design.kind;
    return [
      styleWords(colorMode),
      UNLETTERED,
      `Character reference portrait of one ${being}, head to hips, three-quarter view, calm expression, plain white background.`,
      `The character: ${designWords(design, { free: !gentle })}.`,
      ...(gentle ? ["A friendly character, suitable for readers of all ages."] : []),
    ].join("\n");
  },
};
