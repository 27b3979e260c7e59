// The offline artist as a task: what a worker loads to draw pictures.
import type { DrawRequest } from "../../artist.ts";
import { drawOffline } from "./artist.ts";

export const draw = (request: DrawRequest) => drawOffline(request);
