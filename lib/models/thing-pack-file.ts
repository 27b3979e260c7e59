// Finds the packed drawings of things, in the repository and in every bundle that needs them.
import { fileURLToPath } from "node:url";

/**
 * The path of the file that `npm run prove -- things pack` makes from `assets/things`, `assets/parts`, `assets/places` and
 * `assets/measures`. A bundle keeps its code as deep below its root as this file.
 */
export const thingPackFile = (): string =>
  fileURLToPath(new URL("../../assets/things.pack", import.meta.url));
