// How a prompt refers to its reference pictures: each has a label before it and a number in the text. Names are not used, because an image
// model might letter them.
import type { Character } from "../../manga/cast.ts";
import type { Sent } from "../artist.ts";
import { freeWords } from "./free-words.ts";

/** The label before a reference picture. */
export function referenceLabel({ role, use }: Pick<Sent, "role" | "use">, number: number): string {
  return `Reference ${number}: ${role === "own" ? OWN_LABELS[use ?? "object"] : LABELS[role]}`;
}

/** Pictures that the person added to this panel. */
const OWN_LABELS: Record<NonNullable<Sent["use"]>, string> = {
  pose: "given for this picture, for the pose only. Take how the body stands and moves; not the face, the clothes or the drawing.",
  person:
    "given for this picture: somebody who is in it. Keep face, hair and clothes, drawn in the style of the book.",
  place: "given for this picture: its place. Keep what stands where, drawn in the style of the book.",
  object: "given for this picture: a thing in it. Keep its form, drawn in the style of the book.",
};

const LABELS: Record<Exclude<Sent["role"], "own">, string> = {
  person: "somebody who is in the picture. Keep face, hair and clothes.",
  place: "the place of the picture, without people. Keep what stands where.",
  style: "the drawing style of the book. Keep line, tone and blacks.",
  anchor: "an earlier picture of the same scene. Same hand, same light, new camera.",
  rough: "a rough sketch, for the composition only.",
  draft: "a draft of this very picture, for the composition only.",
};

/** The number of a character's or a place's picture; undefined if it is not sent. */
export function numberOf(sent: readonly Sent[], role: Sent["role"], of?: string): number | undefined {
  const at = sent.findIndex((one) => one.role === role && (of === undefined || one.of === of));
  return at < 0 ? undefined : at + 1;
}

/** `the person of reference 1`, `the camel of reference 2`; undefined if no picture of the character is sent. */
export function referredTo(sent: readonly Sent[], { id, kind }: Pick<Character, "id" | "kind">) {
  const number = numberOf(sent, "person", id);
  if (number === undefined) return undefined;
  return `the ${kind === "human" ? "person" : freeWords(kind) || "being"} of reference ${number}`;
}

/** Replaces characters' names in a text by the number of their picture or by what they are. */
export function nameless<Named extends Pick<Character, "name" | "id" | "kind">>(
  text: string,
  cast: readonly Named[],
  said: (design: Named) => string,
): string {
  return cast
    .flatMap((design) => namesOf(design).map((name) => ({ name, words: said(design) })))
    .filter(({ name }) => [...name].length > 1)
    .toSorted((a, b) => b.name.length - a.name.length)
    .reduce((told, { name, words }) => withoutName(told, name, words), text);
}

/**
 * The whole name, and the longest word of a name of several words, by which a character is usually called. The word for the character's
 * kind is not a name: a gull called the gull stays a gull.
 */
function namesOf({ name, kind }: Pick<Character, "name" | "kind">): string[] {
  const whole = freeWords(name);
  const words = whole.match(/\p{Lu}\p{L}+/gu) ?? [];
  const [longest] = words.toSorted((a, b) => b.length - a.length);
  const names = longest === undefined ? [whole] : [whole, longest];
  return names.filter((one) => one.toLowerCase() !== freeWords(kind).toLowerCase());
}

/** Replaces a name where it is a whole word; Japanese has no spaces, so there any occurrence. */
function withoutName(text: string, name: string, words: string): string {
  const isSpaced = /^[\p{Script=Latin}]/u.test(name);
  const pieces = text.split(name);
  return pieces.slice(1).reduce((told, piece) => {
    const isWord = !/[\p{L}\p{N}]$/u.test(told) && !/^[\p{L}\p{N}]/u.test(piece);
    return `${told}${!isSpaced || isWord ? words : name}${piece}`;
  }, pieces[0] ?? "");
}
