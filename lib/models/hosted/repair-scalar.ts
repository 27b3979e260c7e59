// Repairs strings, numbers, booleans and options, as `repair-answer.ts` describes.
import * as z from "zod";
import { cutText } from "./cut-text.ts";
import { nearestWord } from "./nearest-word.ts";
import { boundOf, checkRepaired, countFault, type RepairSite, reject, type Schema } from "./repair-log.ts";

/** Repairs a value of a schema without inner schemas; for any other schema the value must fit. */
export function repairScalar(schema: Schema, value: unknown, at: RepairSite): unknown {
  switch (schema._zod.def.type) {
    case "string":
      return repairString(schema, value, at);
    case "number":
      return repairNumber(schema, value, at);
    case "boolean":
      return repairBoolean(value, at);
    case "enum":
    case "literal":
      return repairEnum(schema, value, at);
    default:
      return checkRepaired(schema, value, at);
  }
}

function repairString(schema: Schema, value: unknown, at: RepairSite): unknown {
  const text = textOf(value);
  if (text === undefined) return reject(at, "it must be a text");
  if (typeof value !== "string")
    countFault(at, value === undefined || value === null ? "missing" : "mistyped");
  const most = boundOf(schema, text, "too_big");
  if (most !== undefined) {
    countFault(at, "too long");
    return checkRepaired(schema, cutText(text, most.limit), at);
  }
  if (z.safeParse(schema, text).success) return text;
  const tidy = [text.trim(), text.trim().toLowerCase()].find((one) => z.safeParse(schema, one).success);
  if (tidy === undefined) return checkRepaired(schema, text, at);
  countFault(at, "misspelt");
  return tidy;
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(" ");
  return typeof value === "string" ? value : undefined;
}

function repairNumber(schema: Schema, value: unknown, at: RepairSite): unknown {
  let number = numberOf(value);
  if (number === undefined) return reject(at, "it must be a number");
  if (typeof value !== "number") countFault(at, typeof value === "string" ? "mistyped" : "missing");
  if (!z.safeParse(schema, number).success) {
    // An exclusive limit is passed by one, because such limits are whole numbers.
    const isFraction = z.safeParse(schema, number).error?.issues.some(({ code }) => code === "invalid_type");
    if (isFraction) number = Math.round(number);
    const most = boundOf(schema, number, "too_big");
    if (most !== undefined) number = most.isInclusive ? most.limit : most.limit - 1;
    const least = boundOf(schema, number, "too_small");
    if (least !== undefined) number = least.isInclusive ? least.limit : least.limit + 1;
    if (typeof value === "number") countFault(at, "out of range");
  }
  return checkRepaired(schema, number, at);
}

function numberOf(value: unknown): number | undefined {
  if (value === undefined || value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const [digits, second] = value.normalize("NFKC").match(/-?\d+(?:\.\d+)?/g) ?? [];
  return digits === undefined || second !== undefined ? undefined : Number(digits);
}

const YES = new Set<unknown>(["true", "yes", "はい", "1", 1]);

function repairBoolean(value: unknown, at: RepairSite): boolean {
  countFault(at, value === undefined || value === null ? "missing" : "mistyped");
  return YES.has(typeof value === "string" ? value.trim().toLowerCase() : value);
}

function repairEnum(schema: Schema, value: unknown, at: RepairSite): unknown {
  const options = [...(schema._zod.values ?? [])];
  const words = options.filter((option) => typeof option === "string");
  const nearest = typeof value === "string" ? nearestWord(value, words) : undefined;
  if (nearest !== undefined) countFault(at, "misspelt");
  else countFault(at, value === undefined || value === null ? "missing" : "unknown");
  return checkRepaired(schema, nearest ?? options[0], at);
}
