// Where the packed drawings of things are: beside the code, in the repository and in every bundle that needs them.
import { fileURLToPath } from "node:url";

/**
 * The path of what `npm run prove -- things pack` makes of `assets/things`, `assets/parts`, `assets/places` and `assets/measures`. A bundle
 * keeps its code as deep below its root as this file stands.
 */
export const thingPackFile = (): string =>
  fileURLToPath(new URL("../../assets/things.pack", import.meta.url));
