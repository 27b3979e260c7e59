// The stories to try it with: those of the folder examples.

import ja from "../../examples/amayadori-no-tokeiya.txt?raw";
import en from "../../examples/the-last-loaf.txt?raw";

export const SAMPLES = ["en", "ja"] as const;

export function sampleText(sample: (typeof SAMPLES)[number]): string {
  return sample === "en" ? en : ja;
}
