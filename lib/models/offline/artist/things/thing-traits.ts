// Traits of each drawable thing, for staging and drawing: the rows of `assets/things/things.tsv`. `docs/develop/things.md` explains the columns.

import { THING_PACK } from "../closed/thing-pack.ts";
import { isMaterial, type MaterialName } from "../pen/material-names.ts";

const HELD = ["carried", "used", "never"] as const;
const GROUNDS = ["indoors", "outdoors", "ground", "roads", "ways", "waters"] as const;
const RESTS = ["floor", "wall"] as const;
const FLAGS = ["both", "edge", "kept", "tumbles", "eaten", "clothes", "put-on", "flat"] as const;

/** Where a large thing may stand if the text does not say. */
export type Ground = (typeof GROUNDS)[number];

export interface Traits {
  /** Height in metres when set down. */
  metres: number;
  /** Main material. */
  made: MaterialName;
  /** `carried`: by whoever it is told of; `used`: in the hand only of whoever uses it; `never` lifted. */
  held: (typeof HELD)[number];
  stands?: Ground | undefined;
  /** Where it is when nobody holds it; absent: on a table. */
  rests?: (typeof RESTS)[number] | undefined;
  /** Stays visible after the text stops mentioning it. */
  kept: boolean;
  /** `clothes` are worn by whoever they are named with, unless the text says otherwise; `on` only if the text says so. */
  worn?: "clothes" | "on" | undefined;
  /** Needs both hands or arms. */
  both: boolean;
  /** Held by its edge, because the hand would hide it. */
  edge: boolean;
  /** Tumbles when thrown or fallen. */
  tumbles: boolean;
  eaten: boolean;
  /** Too flat to stand: it lies. */
  flat: boolean;
}

/** A cell's value from a list. Throws `RangeError` for any other value. */
function oneOf<Value extends string>(values: readonly Value[], cell: string | undefined, row: string): Value {
  const known = values.find((value) => value === cell);
  if (known === undefined)
    throw new RangeError(`things.tsv, ${row}: "${cell}" is not one of ${values.join(", ")}`);
  return known;
}

/** Parses a row. Throws `RangeError` for an invalid cell. */
export function traitsIn(row: Readonly<Record<string, string>>): Traits {
  const { name = "", metres, made, held, stands, rests, is = "" } = row;
  const height = Number(metres);
  if (!(height > 0 && height < 100))
    throw new RangeError(`things.tsv, ${name}: "${metres}" is not a height in metres`);
  if (!isMaterial(made)) throw new RangeError(`things.tsv, ${name}: "${made}" is not a material`);
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

/** Throws `RangeError` for a thing that `things.tsv` lacks. */
export function traitsOf(thing: string): Traits {
  const traits = TRAITS.get(thing);
  if (!traits) throw new RangeError(`"${thing}" is not in things.tsv`);
  return traits;
}

/** Whether a thing is never held: furniture, vehicles, prints. */
export const isFurniture = (thing: string | null): boolean =>
  thing !== null && traitsOf(thing).held === "never";
