// Mends texts, numbers, truths and options towards their schema, as `mend-answer.ts` says.
import * as z from "zod";
import { cutText } from "./cut-text.ts";
import { type At, boundOf, count, fall, type Schema, settle } from "./mending.ts";
import { nearestWord } from "./nearest-word.ts";

/** A schema without schemas inside it; of any other one the value has to fit as it is. */
export function mendPlain(schema: Schema, value: unknown, at: At): unknown {
  switch (schema._zod.def.type) {
    case "string":
      return mendString(schema, value, at);
    case "number":
      return mendNumber(schema, value, at);
    case "boolean":
      return mendBoolean(value, at);
    case "enum":
    case "literal":
      return mendEnum(schema, value, at);
    default:
      return settle(schema, value, at);
  }
}

function mendString(schema: Schema, value: unknown, at: At): unknown {
  const text = textOf(value);
  if (text === undefined) return fall(at, "it must be a text");
  if (typeof value !== "string") count(at, value === undefined || value === null ? "missing" : "mistyped");
  const most = boundOf(schema, text, "too_big");
  if (most !== undefined) {
    count(at, "too long");
    return settle(schema, cutText(text, most.limit), at);
  }
  if (z.safeParse(schema, text).success) return text;
  const tidy = [text.trim(), text.trim().toLowerCase()].find((one) => z.safeParse(schema, one).success);
  if (tidy === undefined) return settle(schema, text, at);
  count(at, "misspelt");
  return tidy;
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(" ");
  return typeof value === "string" ? value : undefined;
}

function mendNumber(schema: Schema, value: unknown, at: At): unknown {
  let number = numberOf(value);
  if (number === undefined) return fall(at, "it must be a number");
  if (typeof value !== "number") count(at, typeof value === "string" ? "mistyped" : "missing");
  if (!z.safeParse(schema, number).success) {
    // A bound that is not inclusive is moved past by one: such bounds stand on whole numbers.
    const isFraction = z.safeParse(schema, number).error?.issues.some(({ code }) => code === "invalid_type");
    if (isFraction) number = Math.round(number);
    const most = boundOf(schema, number, "too_big");
    if (most !== undefined) number = most.isInclusive ? most.limit : most.limit - 1;
    const least = boundOf(schema, number, "too_small");
    if (least !== undefined) number = least.isInclusive ? least.limit : least.limit + 1;
    if (typeof value === "number") count(at, "out of range");
  }
  return settle(schema, number, at);
}

function numberOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const [digits, second] = value.normalize("NFKC").match(/-?\d+(?:\.\d+)?/g) ?? [];
  return digits === undefined || second !== undefined ? undefined : Number(digits);
}

const YES = new Set<unknown>(["true", "yes", "はい", "1", 1]);

function mendBoolean(value: unknown, at: At): boolean {
  count(at, value === undefined || value === null ? "missing" : "mistyped");
  return YES.has(typeof value === "string" ? value.trim().toLowerCase() : value);
}

function mendEnum(schema: Schema, value: unknown, at: At): unknown {
  const options = [...(schema._zod.values ?? [])];
  const words = options.filter((option) => typeof option === "string");
  const nearest = typeof value === "string" ? nearestWord(value, words) : undefined;
  if (nearest !== undefined) count(at, "misspelt");
  else count(at, value === undefined || value === null ? "missing" : "unknown");
  return settle(schema, nearest ?? options[0], at);
}
