// The portrait prompt: the reference picture of a person that every panel with them carries.
import type { PortraitRequest } from "../../artist.ts";
import { beingWords, designWords, usually } from "../design-words.ts";
import { UNLETTERED } from "../picture-words.ts";
import { styleWords } from "../style-words.ts";

export const portraitPrompt = {
  /** `gentle`: after a refusal, without the sentences that describe the person. */
  compose({ design, style, colorMode }: PortraitRequest, { gentle = false } = {}): string {
    const being = design.kind === "human" ? "person" : beingWords(design);
    return [
      styleWords(style, colorMode),
      UNLETTERED,
      `Character reference portrait of one ${being}, head to hips, three-quarter view, calm expression, plain white background.`,
      `The character: ${designWords(usually(design), { free: !gentle })}.`,
      ...(gentle ? ["A friendly character, suitable for readers of all ages."] : []),
    ].join("\n");
  },
};
