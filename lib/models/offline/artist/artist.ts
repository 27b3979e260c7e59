// The offline artist: draws panels and portraits from data alone. The same request always gives the same drawing.
import type { DrawingProgram } from "../../artist.ts";
import { programId } from "../../program-versions.ts";
import { drawRequest } from "./draw-request.ts";
import { closedRequest } from "./vocabulary/closed-request.ts";

const ID = programId("offline-artist");

export function offlineArtist(): DrawingProgram {
  return {
    id: ID,
    upToMicros: () => 0,
    async draw(open, signal) {
      signal.throwIfAborted();
      const { request, notices } = closedRequest(open);
      return {
        ...drawRequest(request),
        ...(notices.length > 0 && { notices }),
        usage: { model: ID, inputTokens: 0, outputTokens: 0, images: 0, costMicros: 0 },
      };
    },
  };
}
