// Records the artists' requests of a journey's service. `NODE_OPTIONS` loads this module into each of its processes. Imports of
// `lib/models/artists.ts` then resolve to `recording-artists.ts`, which writes each request for a picture to a file as the artist's port
// receives it.
import { registerHooks } from "node:module";

const ARTISTS = new URL("../../../../lib/models/artists.ts", import.meta.url).href;
const RECORDING = new URL("recording-artists.ts", import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    return found.url === ARTISTS && context.parentURL !== RECORDING ? { ...found, url: RECORDING } : found;
  },
});
