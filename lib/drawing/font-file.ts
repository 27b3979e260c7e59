// Where the fonts are: beside the code, in the repository and in every bundle that needs them.
import { fileURLToPath } from "node:url";

/** The path of a file in `assets/fonts`. A bundle keeps its code as deep below its root as this file stands. */
export function fontFile(name: string): string {
  return fileURLToPath(new URL(`../../assets/fonts/${name}`, import.meta.url));
}
