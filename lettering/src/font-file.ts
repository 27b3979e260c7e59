// Finds the fonts, in the repository, in the built package and in every bundle.
import { fileURLToPath } from "node:url";

/** The path of a file in `assets/fonts`. This file stands two folders below the root, and so does the code of bundles and of the package. */
export function fontFile(name: string): string {
  return fileURLToPath(new URL(`../../assets/fonts/${name}`, import.meta.url));
}
