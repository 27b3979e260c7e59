// What tells one bird from another: size, neck, legs, beak, tail, wings and plumage.

import type { Feathered } from "../../closed/animals.ts";
import type { Fill } from "../../closed/cast.ts";

export interface BirdBuild {
  bird: Feathered;
  /** How large it is beside a person when it is somebody of a story. */
  size: number;
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
  tail: "wedge" | "gull" | "fork" | "cocked" | "curl" | "stub" | "long";
  wing: "broad" | "long" | "pointed";
  crest?: "tuft" | "comb" | "ears" | "plume";
  coat: Fill;
  wings: Fill;
  /** Brows that frown at rest. */
  fierce?: true;
}

const SONG = {
  size: 1,
  body: 1,
  neck: 0,
  ahead: 0,
  head: 1,
  legs: 0,
  feet: "toes",
  beak: "cone",
  tail: "wedge",
  wing: "broad",
  coat: "mid",
  wings: "black",
} as const;

export const BIRDS: Readonly<Record<Feathered, BirdBuild>> = {
  bird: { ...SONG, bird: "bird", crest: "tuft" },
  sparrow: { ...SONG, bird: "sparrow", size: 0.86, coat: "mid", wings: "dark" },
  swallow: {
    ...SONG,
    bird: "swallow",
    size: 0.9,
    tail: "fork",
    wing: "pointed",
    coat: "black",
    wings: "black",
  },
  pigeon: {
    ...SONG,
    bird: "pigeon",
    body: 1.16,
    neck: 8,
    head: 0.8,
    coat: "light",
    wings: "mid",
    tail: "long",
  },
  crow: {
    ...SONG,
    bird: "crow",
    size: 1.06,
    legs: 6,
    beak: "long",
    tail: "long",
    coat: "black",
    wings: "black",
  },
  gull: {
    ...{ ...SONG, bird: "gull", feet: "web", beak: "gull", tail: "gull", wing: "long", coat: "white" },
    ...{ wings: "light", fierce: true },
  },
  owl: { ...SONG, bird: "owl", beak: "none", crest: "ears", coat: "mid", wings: "dark" },
  hawk: {
    ...{
      ...SONG,
      bird: "hawk",
      size: 1.2,
      legs: 6,
      head: 0.86,
      neck: 6,
      beak: "hook",
      tail: "long",
      coat: "mid",
    },
    ...{ wings: "dark", fierce: true },
  },
  parrot: {
    ...{ ...SONG, bird: "parrot", size: 1.04, beak: "hook", tail: "long", crest: "plume", coat: "light" },
    wings: "dark",
  },
  duck: {
    ...{ ...SONG, bird: "duck", size: 1.1, body: 1.3, neck: 20, ahead: 8, head: 0.82, feet: "web" },
    ...{ beak: "bill", tail: "curl", coat: "white", wings: "light" },
  },
  chicken: {
    ...{ ...SONG, bird: "chicken", size: 1.16, body: 1.1, neck: 22, ahead: 6, head: 0.72, legs: 16 },
    ...{ tail: "cocked", crest: "comb", coat: "white", wings: "light" },
  },
  chick: {
    ...{ ...SONG, bird: "chick", size: 0.62, body: 0.8, tail: "stub", coat: "light", wings: "light" },
  },
  goose: {
    ...{ ...SONG, bird: "goose", size: 1.5, body: 1.36, neck: 62, ahead: 16, head: 0.7, legs: 8 },
    ...{ feet: "web", beak: "bill", tail: "curl", coat: "white", wings: "light" },
  },
  swan: {
    ...{ ...SONG, bird: "swan", size: 1.7, body: 1.5, neck: 96, ahead: 20, head: 0.62, legs: 4 },
    ...{ feet: "web", beak: "bill", tail: "curl", coat: "white", wings: "white" },
  },
  crane: {
    ...{ ...SONG, bird: "crane", size: 1.5, body: 1.14, neck: 84, ahead: 22, head: 0.6, legs: 92 },
    ...{ beak: "dagger", tail: "wedge", wing: "long", coat: "white", wings: "white" },
  },
};
