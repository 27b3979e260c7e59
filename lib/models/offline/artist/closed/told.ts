// What is told of a picture besides its poses, faces, places and things: the facts that the offline artist can draw, in its own closed
// words. `vocabulary/` finds them in the open fields of a picture. Everything is absent where it is not told.
import type { Animal } from "./animals.ts";
import type { Fill } from "./cast.ts";
import { listed, type Word } from "./listed.ts";
import type { Expression, Pose, Prop } from "./staging.ts";

/** Facts that hold, or are absent. */
type Facts<Names extends string> = { [Fact in Word<Names>]?: boolean | undefined };

/** What whoever sits may be told to have under them. */
export const SEATS_TOLD = ["ground", "barrel", "crate", "rock", "log", "step", "wheelchair"] as const;
export type SeatTold = (typeof SEATS_TOLD)[number];

/** What things in a close look may be told to lie on. */
export const GROUNDS = listed(
  "table boards mats tiles slabs deck step shelf cloth wicker asphalt earth grass leaves sand pebbles rock",
  "snow water wall air",
);
export type Ground = (typeof GROUNDS)[number];

/** Where an animal may be. */
export const PERCHES = listed("ground air water wire roof branch thing sill shoulder arms lead ridden");
export type Perch = (typeof PERCHES)[number];

/** Small stuff that flies about. */
export const STUFFS = ["grains", "powder", "sheets", "feathers"] as const;
export type Stuff = (typeof STUFFS)[number];

/** What a room is furnished for. */
export const PURPOSES = ["bed", "sofa", "desk", "table", "low-table", "hearth", "benches"] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a shop sells; without a word, mixed goods. */
export const TRADES = ["clocks", "books", "flowers", "bakery"] as const;
export type Trade = (typeof TRADES)[number];

/** How somebody's pose is done, sits, looks and has what they have. */
export interface FigureTold
  extends Facts<"curled eyesShine wetGlasses breath grips" | "atTable atFootOfStairs inDoorway underLamp"> {
  manner?: "pickaback" | "up" | "onto" | "rail" | "ladder" | "keys" | "afloat" | "astride" | undefined;
  /** Leads an animal by its rope. */
  leads?: boolean | undefined;
  /** On the top of a wall or fence. */
  onWall?: boolean | undefined;
  /** An animal that cries out. */
  cries?: boolean | undefined;
  face?: "yawns" | "shut" | "one-eye" | undefined;
  /** Where what they hold is brought: over the head, before the eye. */
  lift?: "over" | "eye" | undefined;
  /** How what they have is worn. */
  worn?: "back" | "shoulder" | "round" | undefined;
  /** Carries what they hold with somebody else; `together`: the words say that both do. */
  carries?: "load" | "together" | undefined;
  /** What they push or wheel. */
  pushes?: Prop | undefined;
  /** Their hands are on somebody whom they push. */
  pushesSomebody?: boolean | undefined;
  /** What whoever sits has under them. */
  seat?: SeatTold | undefined;
  /** An animal in the cage that is there; or let out of it. */
  cage?: "in" | "out" | undefined;
  /** Sits in what somebody else pushes. */
  inWheels?: boolean | undefined;
  /** Id of whoever rides, leads or carries them: an animal that is ridden or led, somebody on a back. */
  by?: string | undefined;
}

/** Animals of one kind that are none of the cast. */
export interface AnimalTold extends Omit<PersonTold, "animal" | "onWheels" | "oneEyed"> {
  animal: Animal;
  count: number;
  perch?: Perch | undefined;
  /** The thing that they are on, where `perch` is `thing` or `sill`. */
  on?: Prop | undefined;
  /** What they do. */
  pose?: Pose | undefined;
  expression?: Expression | undefined;
  /** Far off, and small there. */
  far?: boolean | undefined;
  /** In a detail of things: they are beside what the picture is of. */
  aside?: boolean | undefined;
  /** What is told of each of them as of a figure; `by`: who has it on the arms or the shoulder. */
  as?: FigureTold | undefined;
}

export interface Told
  extends Facts<
    "lighthouseUnlit puddles pond crowd chimneySmoke giantPlanet" | "hugeLamp lens crackedGlass bellRings"
  > {
  /** By character: of the figures, and of animals of the cast that somebody rides or leads and the figures leave out. */
  figures: Readonly<Record<string, FigureTold>>;
  animals: readonly AnimalTold[];
  /** Nothing but outlines is seen. */
  pitchDark?: boolean | undefined;
  /** Lamps went out: dark, but by day. */
  lightWentOut?: boolean | undefined;
  /** Windows are lit, and what the picture is of. */
  lightsUp?: boolean | undefined;
  /** Windows, or what is beyond them, are told of: a carriage is looked at towards them. */
  windows?: boolean | undefined;
  /** What a close look at things has under them. */
  ground?: Ground | undefined;
  /** What is strewn about. */
  scattered?: Stuff | undefined;
  /** Something falls into water. */
  splash?: boolean | undefined;
  door?: Facts<"opens shuts slides"> | undefined;
  /** Of things that nobody holds; `takenOut`: something was taken out of a bag that is there. */
  things: Facts<"thrown takenOut flies fallen sunk onWall onSill onBench underShoe onSole">;
  /** What is wheeled is empty. */
  wheelsEmpty?: boolean | undefined;
  /** A sword, a bicycle is told of, and not only worn or stood by. */
  sword?: boolean | undefined;
  bicycle?: boolean | undefined;
  /** Of the place, where its kind says less. */
  place: PlaceTold;
  /** By character: what is told of how they are made. */
  people: Readonly<Record<string, PersonTold>>;
}

export interface PlaceTold
  extends Facts<
    | "greenhouse harbour swimmingPool spacecraft spaceStation western rundown"
    | "matted paintings stalls busStop suspensionBridge trainRoof"
  > {
  /** Graves as in the east. */
  easternGraves?: boolean | undefined;
  /** What a room is furnished for. */
  purpose?: Purpose | undefined;
  /** What a shop sells. */
  trade?: Trade | undefined;
  /** What is sold in the house that a door in the picture belongs to. */
  doorTrade?: Trade | "shop" | undefined;
}

export interface PersonTold extends Facts<"young hornless calf onWheels oneEyed"> {
  /** The animal or being that they are, where `kind` says less: `horse`, `fox`. */
  animal?: Animal | undefined;
  coat?: Fill | undefined;
  /** Of the one ear that differs. */
  oddEar?: Fill | undefined;
}

export const NOTHING_TOLD: Told = { figures: {}, animals: [], things: {}, place: {}, people: {} };
