// Converts requests for sheets, places and style plates for drawing programs, which take no reference pictures.
import { TerminalError } from "../pipeline/errors.ts";
import type { DrawRequest, PlaceRequest, PlateRequest, ProgramRequest } from "./artist.ts";

/** The message for an edit: programs cannot edit a part of a picture. */
export const NO_EDITS =
  "The offline artist cannot change parts of a picture: change the panel in the storyboard instead.";

/** A sheet becomes a portrait, a place a panel without people, a plate a plain panel. Throws `TerminalError` for an edit. */
export function programRequest(request: DrawRequest): ProgramRequest {
  switch (request.kind) {
    case "portrait":
    case "panel":
      return request;
    case "sheet": {
      const { outfit, references: _none, design, ...rest } = request;
      return { ...rest, kind: "portrait", design: { ...design, outfits: [outfit] } };
    }
    case "place":
    case "plate":
      return withoutPeople(request);
    case "edit":
      throw new TerminalError("edit-unsupported", NO_EDITS);
  }
}

function withoutPeople(request: PlaceRequest | PlateRequest): ProgramRequest {
  const { style, colorMode, width, height, seed } = request;
  const place = request.kind === "place" ? request.place : PLAIN;
  return {
    ...{ kind: "panel", style, width, height, seed, place, cast: [], references: [] },
    ...(colorMode && { colorMode }),
    picture: {
      ...{ scene: "s1", place: place.id, hour: "day", weather: "clear", season: "spring", mood: "neutral" },
      ...{ shot: "establishing", angle: "level", figures: [], things: [], effects: [], sounds: [] },
      ...{ action: "", emptyZone: { tenths: 0, where: "top" } },
    },
  };
}

const PLAIN = { id: "l1", name: "", kind: "garden", landmarks: [], look: 1 };
