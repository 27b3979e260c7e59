// Loaded into the processes of a journey's service by `NODE_OPTIONS`: each request for a picture is written to a file as the artist's port
// receives it. The functions find their artists in `recording-artists.ts` instead of `lib/models/artists.ts`.
import { registerHooks } from "node:module";

const ARTISTS = new URL("../../../../lib/models/artists.ts", import.meta.url).href;
const RECORDING = new URL("recording-artists.ts", import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    return found.url === ARTISTS && context.parentURL !== RECORDING ? { ...found, url: RECORDING } : found;
  },
});
