// The sample stories of the folder `examples/`, each loaded on request.
import { importWithRetry } from "./import-with-retry.ts";

const LOADERS = {
  en: () => import("../../examples/the-last-loaf.txt?raw"),
  ja: () => import("../../examples/amayadori-no-tokeiya.txt?raw"),
};

export const SAMPLES = ["en", "ja"] as const;

export async function sampleText(sample: (typeof SAMPLES)[number]): Promise<string> {
  return (await importWithRetry(LOADERS[sample])).default;
}
