// The offline artist as a task: what a worker loads to draw pictures.
import type { ProgramRequest } from "../../artist.ts";
import { offlineArtist } from "./artist.ts";

const artist = offlineArtist();
const { signal } = new AbortController();

/** Whoever wants it no longer ends the task. */
export const draw = (request: ProgramRequest) => artist.draw(request, signal);
