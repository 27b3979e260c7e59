// The models that a session may choose, by name. What only names models loads none of them.
import { hostedId } from "./hosted/settings.ts";

const WRITERS = {
  offline: "offline-author@1",
  simulated: "simulated-author@1",
  gemini: hostedId("gemini", "text"),
  vertexai: hostedId("vertexai", "text"),
} as const;
const ARTISTS = {
  offline: "offline-artist@1",
  simulated: "simulated-artist@1",
  gemini: hostedId("gemini", "image"),
  imagen: hostedId("imagen", "image"),
} as const;

/** The choices of `--models`, with the writer and the artist that each stands for; `WORDS+PICTURES` chooses them apart. */
export const MODEL_SETS = {
  offline: { writer: WRITERS.offline, artist: ARTISTS.offline },
  simulated: { writer: WRITERS.simulated, artist: ARTISTS.simulated },
  gemini: { writer: WRITERS.gemini, artist: ARTISTS.gemini },
  vertexai: { writer: WRITERS.vertexai, artist: ARTISTS.gemini },
  imagen: { writer: WRITERS.gemini, artist: ARTISTS.imagen },
  "offline+gemini": { writer: WRITERS.offline, artist: ARTISTS.gemini },
  "offline+imagen": { writer: WRITERS.offline, artist: ARTISTS.imagen },
  "gemini+offline": { writer: WRITERS.gemini, artist: ARTISTS.offline },
  "vertexai+offline": { writer: WRITERS.vertexai, artist: ARTISTS.offline },
  "vertexai+imagen": { writer: WRITERS.vertexai, artist: ARTISTS.imagen },
} as const;
export type ModelSet = keyof typeof MODEL_SETS;

export function isModelSet(name: string): name is ModelSet {
  return Object.hasOwn(MODEL_SETS, name);
}
