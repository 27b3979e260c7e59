// How things are handled that one hand does not merely have: one row a thing (`assets/measures/handled.tsv`).
import { measuresOf } from "../../closed/measures.ts";
import type { Prop } from "../../closed/staging.ts";
import type { Pt } from "../../pen/curves.ts";
import type { Lift } from "../body/pose-spec.ts";

/**
 * How both hands have a thing: hard ones between them or by their two handles, soft ones in the arms, small ones in the hollow of both
 * hands, and what is read by its edges.
 */
export type Way = "boxed" | "handled" | "wrapped" | "cupped" | "read";

interface Handled {
  both?: Way;
  /** Small or thin: it lies between finger and thumb. */
  pinched?: true;
  /** About the shoulders, on the back, or from a shoulder. */
  worn?: "cloth" | "pack" | "bag";
  /** Two carry it, their hands so far down it, as a share of its height. */
  load?: number;
  /** It is held over the head in the rain. */
  shelters?: true;
  /** How its handle is held that rolls: level before the hips, with arms that hang, or behind the back by one hand. */
  rolls?: "waist" | "low" | "behind";
  /** A handle that comes out of it, as long as reaches the hand; it is as large as this many units of the figure. */
  rod?: number;
  /** Where one sits in what rolls, in its own space, and whether its sides hide one's legs. */
  seat?: Pt;
  deep?: true;
  /** How it is ridden, whether it has handlebars, as much of it as a leg is long where one stands on it, and the degrees that one leans. */
  sits?: "high" | "low" | "stands";
  steered?: true;
  leg?: number;
  lean?: number;
}

const HANDLED: Readonly<Partial<Record<Prop, Handled>>> = measuresOf("handled");

export const handledOf = (prop: Prop): Handled => HANDLED[prop] ?? {};

/** Whether a thing is brought over the head or before the eye: nothing but a camera is looked through, and an umbrella is over the head anyway. */
export const isLifted = (holds: Prop | null, lift: Lift | undefined): lift is Lift =>
  holds !== null &&
  lift !== undefined &&
  (lift === "eye" ? holds === "camera" : handledOf(holds).shelters === true);
