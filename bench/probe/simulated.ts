// The simulated models on the measurement's clock.
import {
  type LatencyProfile,
  simulatedArtist as realArtist,
  simulatedReader as realReader,
  SEED_PROFILE,
} from "../../lib/models/simulated.ts";
import { PACE } from "./pace.ts";

const { writing, portraitMs, panelMs } = SEED_PROFILE;

const PACED: LatencyProfile = {
  writing: {
    concept: writing.concept * PACE,
    characters: writing.characters * PACE,
    plot: writing.plot * PACE,
    storyboard: writing.storyboard * PACE,
  },
  portraitMs: portraitMs * PACE,
  panelMs: panelMs * PACE,
};

export const simulatedReader: typeof realReader = (reader, profile = PACED) => realReader(reader, profile);
export const simulatedArtist: typeof realArtist = (artist, profile = PACED) => realArtist(artist, profile);
