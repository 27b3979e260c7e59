// Rooms where people learn, work, heal and travel. Their contents are in `assets/places/rooms`; this file
// adds what depends on camera or random numbers.
import type { Side } from "../../camera/turned.ts";
import { byItself, setOut } from "../drawers.ts";
import { isInSpace } from "../places.ts";
import type { Stage } from "../stage.ts";
import { shipCorridor } from "../travel/carriage.ts";
import { hall } from "./halls.ts";
import { firstWindow, halfOf, NEAR } from "./room-parts.ts";
import { otherWall, type RoomLook } from "./room-walls.ts";
import { setRoom } from "./set-room.ts";

/** A room with its main view, and walls of the given look on its other sides. */
const walled =
  (look: RoomLook, main: (stage: Stage) => void) =>
  (stage: Stage): void =>
    stage.side === "main" ? main(stage) : otherWall(stage, stage.side, look);

export const classroom = (stage: Stage): void =>
  stage.side === "main" ? hall("classroom")(stage) : classroomSide(stage, stage.side);

/** Seen towards the blackboard, the windows are on the left and the doors to the corridor on the right. */
function classroomSide(stage: Stage, side: Exclude<Side, "main">): void {
  const half = halfOf(stage, stage.behind + 1.9, 3.6);
  const step = (half * 2 - 0.3) / Math.max(3, Math.round((half * 2) / 1.75));
  setRoom(stage, "rooms/classroom-side", {
    ...{ given: { step, pane: step / 2 - 0.25 }, is: [side === "left" ? "windows" : "doors"] },
  });
}

/** Windows on one side; on the other what the building needs: doors, lockers, or doors with benches and notices. */
export function corridor(stage: Stage): void {
  if (isInSpace(stage.picture)) {
    shipCorridor(stage);
    return;
  }
  const side = stage.place.flip() ? 1 : -1;
  const kind = stage.place.pick(["doors", "lockers", "benches"] as const);
  const near = firstWindow(stage);
  const last = Math.min(stage.behind + 11.4 + 1e-9, near + 13.25);
  setRoom(stage, "rooms/corridor", { side, given: { last }, is: [kind], more: { near } });
}

export const office = walled(
  { floor: "tiles", wall: { tone: 0.12 }, dress: "plain", height: 2.7, door: "right", goods: "books" },
  (stage) => {
    setRoom(stage, "rooms/office");
  },
);

export function train(stage: Stage): void {
  const given = setRoom(stage, "rooms/train");
  setOut(stage, "rooms/train-straps", [0, 0, stage.behind], {
    given: { ...given, px: (stage.behind - 0.7) / stage.camera.focal },
  });
}

export function workshop(setting: Stage): void {
  const stage = byItself(setting, "workshop");
  const left = stage.place.flip();
  const s = left ? 1 : -1;
  setRoom(stage, "rooms/workshop", {
    given: {
      ...{ pane: left ? -2.9 : 1.1, tools: left ? -0.8 : -1.9, bench: left ? -2.9 : -2.4, timber: s * 2.7 },
      ...{ stool: s * 1.5, shelf: NEAR + Math.max(0.6, stage.camera.distance * 0.7) },
    },
    is: [left ? "left" : "right"],
  });
}

export const hospital = walled(
  { floor: "tiles", wall: "white", dress: "plain", height: 2.6, door: "left", goods: "jars" },
  (stage) => {
    const left = stage.place.flip();
    const bed = left ? -2.4 : 0.9;
    setRoom(stage, "rooms/ward", {
      given: { bed, pane: left ? 0.2 : -2.1, drip: bed + (left ? 1.5 : -0.25), curtain: left ? -2.8 : 2.2 },
    });
  },
);
