// Where the fonts are: beside the code, in the repository and in every bundle that needs them.
import { fileURLToPath } from "node:url";

/** The path of a file in `assets/fonts`. Bundles and the built package keep their code two folders below their root, as this file stands. */
export function fontFile(name: string): string {
  return fileURLToPath(new URL(`../../assets/fonts/${name}`, import.meta.url));
}
