// The names of every thing that can be drawn: `Prop` of `staging.ts`. `assets/things/things.tsv` is the list.
import { THING_PACK } from "./thing-pack.ts";

export const THING_NAMES: readonly string[] = THING_PACK.rows.map(({ name = "" }) => name);
