// What tells one bird from another: size, neck, legs, beak, tail, wings and plumage.

import type { Feathered } from "../../closed/animals.ts";
import type { Fill } from "../../closed/cast.ts";
import { measuresOf } from "../../closed/measures.ts";
import type { Pt } from "../../pen/curves.ts";

export interface BirdBuild {
  bird: Feathered;
  /** How large it is beside a person when it is somebody of a story. */
  size: number;
  /** How tall it stands, in metres, where it is no figure of a story. */
  metres: number;
  /** How much longer the body is than a songbird's. */
  body: number;
  /** From the breast up to the head, beyond what a songbird has, and how far it leans ahead. */
  neck: number;
  ahead: number;
  /** Its head beside a songbird's. */
  head: number;
  /** How much longer its legs are. */
  legs: number;
  feet: "toes" | "web";
  beak: "cone" | "gull" | "long" | "hook" | "bill" | "none" | "dagger";
  /** Words of `assets/parts/birds`. */
  tail: "wedge" | "gull" | "fork" | "cocked" | "curl" | "stub" | "long";
  wing: "broad" | "long" | "pointed";
  coat: Fill;
  wings: Fill;
  /** Brows that frown at rest. */
  fierce?: true;
  /** Its eyes, and where it has things in its beak, in head space: the skull's middle is (0, 0). */
  near: Pt;
  far: Pt;
  eye: number;
  mouth: Pt;
}

export const BIRDS: Readonly<Record<Feathered, BirdBuild>> = measuresOf("birds");
