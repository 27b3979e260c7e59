// Draws a room: walls and floor by its row of `assets/measures/rooms.tsv`, and its furniture by rows of `assets/places`.
import type { Paint } from "../../../../../manga/drawing.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { Building } from "../compositions.ts";
import { setOut } from "../drawers.ts";
import type { Stage } from "../stage.ts";
import { firstWindow, halfOf, heightOf, NEAR, type Shell, shell } from "./room-parts.ts";

export interface Room {
  /** Metres from the things behind the people to the far wall. */
  deep: number;
  /** Least half width; with `narrow` also the greatest. */
  half: number;
  narrow?: true;
  height: number;
  /** Has this height in every picture. */
  low?: true;
  /** Extent of the room's own furniture, if smaller than the walls. */
  least?: number;
  /** `white`, or a tone. */
  wall: number | "white";
  side?: number | "white";
  floor: Shell["floor"];
  /** Uses a random source of its own, independent of how much of walls and floors is drawn. */
  own?: true;
}

const ROOMS = measuresOf<string, Room>("rooms");

/** The measures of a room. Throws `RangeError` for a room without measures. */
export function roomOf(name: string): Room {
  const room = ROOMS[name.slice(name.indexOf("/") + 1)];
  if (!room) throw new RangeError(`rooms.tsv has no row for ${name}`);
  return room;
}

const painted = (tone: number | "white"): Paint => (tone === "white" ? tone : { tone });

interface Walls {
  half: number;
  back: number;
  high: number;
  camera: number;
  first: number;
}
export type Lines = Walls & Readonly<Record<string, number>>;

export function linesOf(stage: Stage, room: Room): Lines {
  const back = stage.behind + room.deep;
  const half = room.narrow ? room.half : halfOf(stage, back, room.half);
  const high = room.low ? room.height : heightOf(stage, back, room.height);
  const { distance } = stage.camera;
  return {
    ...{ back, half, high, near: NEAR, camera: distance, wide: half * 2, usual: Math.min(high, room.height) },
    first: firstWindow(stage),
  };
}

/** Draws the walls and the floor of a room; returns the lines that its rows measure from. */
export function drawRoom(stage: Stage, room: Room, more: Partial<Shell> = {}): Lines {
  const lines = linesOf(stage, room);
  const { back, half, high } = lines;
  const { wall, side, floor, least = half } = room;
  const paints = { wall: painted(wall), ...(side !== undefined && { side: painted(side) }) };
  shell(stage, { ...{ half, least, height: high, near: NEAR, back, floor }, ...paints, ...more });
  return lines;
}

/** Draws a room: its walls and its rows. */
export function setRoom(
  stage: Stage,
  name: string,
  choices: Building & { more?: Partial<Shell> } = {},
): Lines {
  const room = roomOf(name);
  const lines = drawRoom(stage, room, choices.more);
  const is = [...(choices.is ?? []), ...(lines.high > room.height ? ["tall"] : [])];
  setOut(stage, name, [0, 0, stage.behind], {
    ...choices,
    given: { ...lines, ...choices.given },
    is,
  });
  return lines;
}
