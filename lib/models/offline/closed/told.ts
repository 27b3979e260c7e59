// What is told of a picture besides its poses, faces, places and things: the facts that the offline artist can draw, in its own closed
// words. `vocabulary/` finds them in the open fields of a picture. Everything is absent where it is not told.
import type { Animal } from "../animal-words.ts";
import type { Prop } from "./staging.ts";

/** How somebody's pose is done, sits, looks and has what they have. */
export interface FigureTold {
  manner?: "pickaback" | "up" | "onto" | "rail" | "ladder" | "keys" | "afloat" | "astride" | undefined;
  /** Leads an animal by its rope. */
  leads?: boolean | undefined;
  /** On the top of a wall or fence. */
  onWall?: boolean | undefined;
  curled?: boolean | undefined;
  /** An animal that cries out. */
  cries?: boolean | undefined;
  eyesShine?: boolean | undefined;
  face?: "yawns" | "shut" | "one-eye" | undefined;
  wetGlasses?: boolean | undefined;
  breath?: boolean | undefined;
  /** Where what they hold is brought: over the head, before the eye. */
  lift?: "over" | "eye" | undefined;
  /** How what they have is worn. */
  worn?: "back" | "shoulder" | "round" | undefined;
  grips?: boolean | undefined;
  /** Carries what they hold with somebody else; `together`: the words say that both do. */
  carries?: "load" | "together" | undefined;
  /** What they push or wheel. */
  pushes?: Prop | undefined;
  /** Their hands are on somebody whom they push. */
  pushesSomebody?: boolean | undefined;
  /** What whoever sits has under them: a word of `seats.ts`, or a wheelchair. */
  seat?: string | undefined;
  atTable?: boolean | undefined;
  atFootOfStairs?: boolean | undefined;
  inDoorway?: boolean | undefined;
  /** An animal in the cage that is there; or let out of it. */
  cage?: "in" | "out" | undefined;
  /** Sits in what somebody else pushes. */
  inWheels?: boolean | undefined;
  underLamp?: boolean | undefined;
}

/** An animal that is none of the cast. */
export interface AnimalTold {
  animal: Animal;
  count: number;
  young?: boolean | undefined;
  /** As it is called, for what depends on the word. */
  word: string;
  /** Where it is: a word of `sights.ts`. */
  perch?: string | undefined;
}

export interface Told {
  /** By character. */
  figures: Readonly<Record<string, FigureTold>>;
  animals: readonly AnimalTold[];
  /** Nothing but outlines is seen. */
  pitchDark?: boolean | undefined;
  /** Lamps went out: dark, but by day. */
  lightWentOut?: boolean | undefined;
  /** Windows are lit, and what the picture is of. */
  lightsUp?: boolean | undefined;
  /** Windows are named: see `town-parts.ts`, `far-places.ts`, `cracked-glass.ts`. */
  windows?: boolean | undefined;
  lighthouseUnlit?: boolean | undefined;
  /** A word of `surfaces.ts`: what a close look at things has under them. */
  ground?: string | undefined;
  puddles?: boolean | undefined;
  pond?: boolean | undefined;
  crowd?: boolean | undefined;
  chimneySmoke?: boolean | undefined;
  giantPlanet?: boolean | undefined;
  /** What is strewn about: a word of `scatter.ts`. */
  scattered?: string | undefined;
  /** Something falls into water. */
  splash?: boolean | undefined;
  hugeLamp?: boolean | undefined;
  lens?: boolean | undefined;
  crackedGlass?: boolean | undefined;
  door?: { opens?: boolean; shuts?: boolean; slides?: boolean } | undefined;
  bellRings?: boolean | undefined;
  /** Of things that nobody holds. */
  things: {
    thrown?: boolean | undefined;
    /** Something was taken out of a bag that is there. */
    takenOut?: boolean | undefined;
    flies?: boolean | undefined;
    fallen?: boolean | undefined;
    sunk?: boolean | undefined;
    onWall?: boolean | undefined;
    onSill?: boolean | undefined;
    onBench?: boolean | undefined;
    underShoe?: boolean | undefined;
    onSole?: boolean | undefined;
  };
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

export interface PlaceTold {
  greenhouse?: boolean | undefined;
  harbour?: boolean | undefined;
  swimmingPool?: boolean | undefined;
  spacecraft?: boolean | undefined;
  spaceStation?: boolean | undefined;
  western?: boolean | undefined;
  /** Graves as in the east. */
  easternGraves?: boolean | undefined;
  rundown?: boolean | undefined;
  matted?: boolean | undefined;
  /** A word of `homes.ts`: what a room is furnished for. */
  purpose?: string | undefined;
  paintings?: boolean | undefined;
  stalls?: boolean | undefined;
  /** A word of `shop.ts`, `house-front.ts`: what is sold there. */
  trade?: string | undefined;
  /** What is sold in the house that a door in the picture belongs to. */
  doorTrade?: string | undefined;
  busStop?: boolean | undefined;
  suspensionBridge?: boolean | undefined;
  trainRoof?: boolean | undefined;
}

export interface PersonTold {
  /** The animal or being that they are, where `kind` says less: `horse`, `fox`. */
  animal?: Animal | undefined;
  young?: boolean | undefined;
  /** A fill of the coat. */
  coat?: string | undefined;
  /** Of the one ear that differs. */
  oddEar?: string | undefined;
  hornless?: boolean | undefined;
  calf?: boolean | undefined;
  onWheels?: boolean | undefined;
  oneEyed?: boolean | undefined;
}

export const NOTHING_TOLD: Told = { figures: {}, animals: [], things: {}, place: {}, people: {} };
