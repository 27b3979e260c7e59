// The offline artist as a worker task: the module that a pool worker loads to draw pictures.
import type { ProgramRequest } from "../../artist.ts";
import { offlineArtist } from "./artist.ts";

const artist = offlineArtist();
const { signal } = new AbortController();

/** The pool cancels a task by ending its worker, so this signal never aborts. */
export const draw = (request: ProgramRequest) => artist.draw(request, signal);
