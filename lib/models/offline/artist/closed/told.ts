// Facts about a picture beyond poses, faces, places and things, in the offline artist's closed words.
// `vocabulary/` finds them in the open fields of a picture. A fact that is not told is absent.
import type { Animal } from "./animals.ts";
import type { Fill } from "./cast.ts";
import { listed, type Word } from "./listed.ts";
import type { Expression, Pose, Prop } from "./staging.ts";

/** Optional facts: true, or absent. */
type Facts<Names extends string> = { [Fact in Word<Names>]?: boolean | undefined };

/** Seats that a sitter can be told to have. */
export const SEATS_TOLD = ["ground", "barrel", "crate", "rock", "log", "step", "wheelchair"] as const;
export type SeatTold = (typeof SEATS_TOLD)[number];

/** Surfaces that things in a close view can be told to lie on. */
export const GROUNDS = listed(
  "table boards mats tiles slabs deck step shelf cloth wicker asphalt earth grass leaves sand pebbles rock",
  "snow water wall air",
);
export type Ground = (typeof GROUNDS)[number];

/** Where an animal can be. */
export const PERCHES = listed("ground air water wire roof branch thing sill shoulder arms lead ridden");
export type Perch = (typeof PERCHES)[number];

/** Small particles that can fly about. */
export const STUFFS = ["grains", "powder", "sheets", "feathers"] as const;
export type Stuff = (typeof STUFFS)[number];

/** The furniture that gives a room its purpose. */
export const PURPOSES = ["bed", "sofa", "desk", "table", "low-table", "hearth", "benches"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a shop sells; absent: mixed goods. */
export const TRADES = ["clocks", "books", "flowers", "bakery"] as const;
export type Trade = (typeof TRADES)[number];

/** Facts about one figure: how its pose is performed, how it sits and looks, and how it holds its things. */
export interface FigureTold
  extends Facts<"curled eyesShine wetGlasses breath grips" | "atTable atFootOfStairs inDoorway underLamp"> {
  manner?: "pickaback" | "up" | "onto" | "rail" | "ladder" | "keys" | "afloat" | "astride" | undefined;
  /** Leads an animal by its rope. */
  leads?: boolean | undefined;
  /** Is on top of a wall or fence. */
  onWall?: boolean | undefined;
  /** Of an animal: it cries out. */
  cries?: boolean | undefined;
  face?: "yawns" | "shut" | "one-eye" | undefined;
  /** Where the held thing is raised to: over the head, or to the eye. */
  lift?: "over" | "eye" | undefined;
  /** How the held thing is worn. */
  worn?: "back" | "shoulder" | "round" | undefined;
  /** Carries the held thing with another person; `together`: the words say so of both. */
  carries?: "load" | "together" | undefined;
  /** The thing that they push or wheel. */
  pushes?: Prop | undefined;
  /** Pushes a person with their hands. */
  pushesSomebody?: boolean | undefined;
  /** The seat of a figure that sits. */
  seat?: SeatTold | undefined;
  /** An animal's relation to the cage in the picture: inside it, or let out of it. */
  cage?: "in" | "out" | undefined;
  /** Sits in what another person pushes. */
  inWheels?: boolean | undefined;
  /** Id of whoever rides, leads or carries this figure. */
  by?: string | undefined;
}

/** Animals of one species that do not belong to the cast. */
export interface AnimalTold extends Omit<PersonTold, "animal" | "onWheels" | "oneEyed"> {
  animal: Animal;
  count: number;
  perch?: Perch | undefined;
  /** The thing that they are on, if `perch` is `thing` or `sill`. */
  on?: Prop | undefined;
  pose?: Pose | undefined;
  expression?: Expression | undefined;
  /** In the distance, and drawn small. */
  far?: boolean | undefined;
  /** In a detail of things: beside the subject of the picture. */
  aside?: boolean | undefined;
  /** Facts about each of them as a figure; `by` is the id of whoever has it on the arms or shoulder. */
  as?: FigureTold | undefined;
}

export interface Told
  extends Facts<
    "lighthouseUnlit puddles pond crowd chimneySmoke giantPlanet" | "hugeLamp lens crackedGlass bellRings"
  > {
  /** By character id: facts about figures, and about animals of the cast that are ridden or led and that the figures omit. */
  figures: Readonly<Record<string, FigureTold>>;
  animals: readonly AnimalTold[];
  /** Only outlines are visible. */
  pitchDark?: boolean | undefined;
  /** The lamps went out: dark, except by day. */
  lightWentOut?: boolean | undefined;
  /** Windows, and the subject of the picture, are lit. */
  lightsUp?: boolean | undefined;
  /** The story mentions the windows or the view from them: the camera in a carriage looks towards them. */
  windows?: boolean | undefined;
  /** The surface under things in a close view. */
  ground?: Ground | undefined;
  /** Particles scattered over the picture. */
  scattered?: Stuff | undefined;
  /** Something falls into water. */
  splash?: boolean | undefined;
  door?: Facts<"opens shuts slides"> | undefined;
  /** Facts about things that nobody holds; `takenOut`: something was taken out of a bag in the picture. */
  things: Facts<"thrown takenOut flies fallen sunk onWall onSill onBench underShoe onSole">;
  /** The wheeled thing is empty. */
  wheelsEmpty?: boolean | undefined;
  /** The story mentions a sword or a bicycle as such, and not only as worn or standing near. */
  sword?: boolean | undefined;
  bicycle?: boolean | undefined;
  /** Facts about the place beyond its kind. */
  place: PlaceTold;
  /** By character id: facts about build. */
  people: Readonly<Record<string, PersonTold>>;
}

export interface PlaceTold
  extends Facts<
    | "greenhouse harbour swimmingPool spacecraft spaceStation western rundown"
    | "matted paintings stalls busStop suspensionBridge trainRoof"
  > {
  /** Graves in the East Asian form. */
  easternGraves?: boolean | undefined;
  /** The furniture that gives a room its purpose. */
  purpose?: Purpose | undefined;
  /** What a shop sells. */
  trade?: Trade | undefined;
  /** What the house sells to which a door in the picture belongs. */
  doorTrade?: Trade | "shop" | undefined;
}

export interface PersonTold extends Facts<"young hornless calf onWheels oneEyed"> {
  /** The species, if `kind` says less: `horse`, `fox`. */
  animal?: Animal | undefined;
  coat?: Fill | undefined;
  /** Fill of the one ear that differs. */
  oddEar?: Fill | undefined;
}

export const NOTHING_TOLD: Told = { figures: {}, animals: [], things: {}, place: {}, people: {} };
