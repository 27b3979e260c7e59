// What is known of each thing that can be drawn, once for who stages it and who draws it: a row of `assets/things/things.tsv`.
// docs/develop/things.md says what its columns mean.

import { THING_PACK } from "../closed/thing-pack.ts";
import { isMaterial, type MaterialName } from "../pen/material-names.ts";

const HELD = ["carried", "used", "never"] as const;
const GROUNDS = ["indoors", "outdoors", "ground", "roads", "ways", "waters"] as const;
const RESTS = ["floor", "wall"] as const;
const FLAGS = ["both", "edge", "kept", "tumbles", "eaten", "clothes", "put-on", "flat"] as const;

/** Where something large may stand that the text does not place. */
export type Ground = (typeof GROUNDS)[number];

export interface Traits {
  /** How tall it stands when set down, in metres. */
  metres: number;
  /** What it is made of for the most part. */
  made: MaterialName;
  /** Whoever is told of with it carries it; only who does something with it has it in the hand; nobody lifts it. */
  held: (typeof HELD)[number];
  stands?: Ground | undefined;
  /** Where it is when nobody holds it; else on a table. */
  rests?: (typeof RESTS)[number] | undefined;
  /** Nobody puts it away as soon as nobody speaks of it. */
  kept: boolean;
  /** Clothes are on whoever they are named with, unless words have them elsewhere; what is put on besides only where words say so. */
  worn?: "clothes" | "on" | undefined;
  /** It takes both hands, or arms. */
  both: boolean;
  /** A hand has it by an edge of it, since it would cover what the thing is. */
  edge: boolean;
  /** A throw or a fall takes it off its feet. */
  tumbles: boolean;
  eaten: boolean;
  /** It has no height to stand on: laid down, it lies. */
  flat: boolean;
}

/** The value of a cell, which is one of a list; throws `RangeError` for another. */
function oneOf<Value extends string>(values: readonly Value[], cell: string | undefined, row: string): Value {
  const known = values.find((value) => value === cell);
  if (known === undefined)
    throw new RangeError(`things.tsv, ${row}: "${cell}" is none of ${values.join(", ")}`);
  return known;
}

/** Throws `RangeError` for a row with a cell that means nothing. */
export function traitsIn(row: Readonly<Record<string, string>>): Traits {
  const { name = "", metres, made, held, stands, rests, is = "" } = row;
  const height = Number(metres);
  if (!(height > 0 && height < 100)) throw new RangeError(`things.tsv, ${name}: ${metres} are no metres`);
  if (!isMaterial(made)) throw new RangeError(`things.tsv, ${name}: "${made}" is no material`);
  const flags = new Set(is === "" ? [] : is.split(" ").map((flag) => oneOf(FLAGS, flag, name)));
  return {
    ...{ metres: height, made, held: oneOf(HELD, held, name) },
    ...{ stands: stands ? oneOf(GROUNDS, stands, name) : undefined },
    ...{ rests: rests ? oneOf(RESTS, rests, name) : undefined },
    worn: flags.has("clothes") ? "clothes" : flags.has("put-on") ? "on" : undefined,
    ...{ kept: flags.has("kept"), both: flags.has("both"), edge: flags.has("edge") },
    ...{ tumbles: flags.has("tumbles"), eaten: flags.has("eaten"), flat: flags.has("flat") },
  };
}

const TRAITS: ReadonlyMap<string, Traits> = new Map(
  THING_PACK.rows.map((row) => [row.name ?? "", traitsIn(row)]),
);

/** Throws `RangeError` for what `things.tsv` has not. */
export function traitsOf(thing: string): Traits {
  const traits = TRAITS.get(thing);
  if (!traits) throw new RangeError(`"${thing}" is not in things.tsv`);
  return traits;
}

/** Furniture, vehicles and prints: people stand beside them, and never have them in a hand. */
export const isFurniture = (thing: string | null): boolean =>
  thing !== null && traitsOf(thing).held === "never";
