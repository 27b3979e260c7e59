// Rate limits of hosted models and their fallbacks, from the environment. Errors name the variable.
import * as z from "zod";
import { CATALOG, catalogModel } from "../catalog.ts";
import { type QuotaWindow, SLOT_VALID_MS } from "../fair-window.ts";
import type { OwnAccess } from "./access.ts";
import { ADAPTERS, accountOf, type Environment, type ModelChoice } from "./access.ts";
import type { GoogleAccess } from "./genai.ts";

export interface Traffic {
  /** Requests per window by model, where they differ from the catalog's. */
  limits: ReadonlyMap<string, number>;
  windowMs: number;
  /** Chains of models, the preferred one first. `off`: no fallbacks. */
  orders: readonly (readonly ModelChoice[])[] | "off";
}

const TrafficSchema = z.object({
  /** Requests a minute by all processes together: `gemini-nano-banana-2.1=10,gemini-3.8-flash=200`; default: the catalog's. */
  MEKURI_MODEL_REQUESTS_PER_MINUTE: z.string().default(""),
  /** Fallback chains, separated by commas: `imagen/imagen-4.0-generate-001>gemini/gemini-nano-banana-2.1`; `off`: none; default: `settings.ts`. */
  MEKURI_MODEL_FAILOVER: z.string().default(""),
  /** Length of the vendor's window in seconds; Google's is a minute. */
  MEKURI_MODEL_WINDOW_SECONDS: z.coerce.number().min(1).max(86_400).default(60),
});

/** Throws `RangeError` with the variable and its valid values. */
export function readTraffic(environment: Environment = process.env): Traffic {
  const parsed = TrafficSchema.safeParse(blankless(environment));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RangeError(`${issue?.path.join(".")}: ${issue?.message}`);
  }
  const { MEKURI_MODEL_REQUESTS_PER_MINUTE, MEKURI_MODEL_FAILOVER, MEKURI_MODEL_WINDOW_SECONDS } =
    parsed.data;
  return {
    limits: new Map(listOf(MEKURI_MODEL_REQUESTS_PER_MINUTE).map(limitOf)),
    windowMs: MEKURI_MODEL_WINDOW_SECONDS * 1_000,
    orders: MEKURI_MODEL_FAILOVER === "off" ? "off" : listOf(MEKURI_MODEL_FAILOVER).map(readChain),
  };
}

/** An empty variable counts as not set. */
function blankless(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
}

const listOf = (text: string) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

function limitOf(item: string): [string, number] {
  const [, model = "", count = ""] = /^([a-z0-9.-]+)\s*=\s*([1-9]\d{0,5})$/.exec(item) ?? [];
  if (!CATALOG.some(({ id }) => id === model)) {
    throw new RangeError(
      `MEKURI_MODEL_REQUESTS_PER_MINUTE: "${item}" is not MODEL=REQUESTS with a model of the catalog, like gemini-3.8-flash=200`,
    );
  }
  return [model, Number(count)];
}

function readChain(chain: string): ModelChoice[] {
  const refuse = (why: string) => new RangeError(`MEKURI_MODEL_FAILOVER: "${chain}" ${why}`);
  const order = chain.split(">").map((name): ModelChoice => {
    const [, prefix, model = ""] = /^(\w+)\/([a-z0-9.-]+)$/.exec(name.trim()) ?? [];
    const adapter = ADAPTERS.find((known) => known === prefix);
    if (adapter === undefined || !CATALOG.some(({ id }) => id === model)) {
      throw refuse(
        `names ${name.trim()}, which is not ${ADAPTERS.join("|")}/MODEL with a model of the catalog`,
      );
    }
    return { adapter, model };
  });
  if (order.length < 2) throw refuse("names only one model; write FIRST>NEXT");
  const names = order.map(({ adapter, model }) => `${adapter}/${model}`);
  if (new Set(names).size < names.length) throw refuse("names a model twice");
  const kinds = new Set(order.map(({ model }) => catalogModel(model).kind));
  if (kinds.size > 1) throw refuse("mixes models that write with models that draw");
  return order;
}

/** The model itself, then its fallbacks by the setting. */
export function orderFor(wanted: ModelChoice, { orders }: Traffic): ModelChoice[] {
  for (const order of orders === "off" ? [] : orders) {
    const at = order.findIndex(({ adapter, model }) => adapter === wanted.adapter && model === wanted.model);
    if (at >= 0) return order.slice(at);
  }
  return [wanted];
}

/**
 * The rate-limit window of a model. It is longer than the vendor's by `SLOT_VALID_MS`, the longest time between a slot and the arrival of
 * its request, so that no window of the vendor's sees more than the limit.
 */
export function windowFor(
  { model }: ModelChoice,
  access: GoogleAccess | OwnAccess,
  { limits, windowMs }: Traffic,
): QuotaWindow {
  return {
    name: `${accountOf(access)}/${model}`,
    limit: limits.get(model) ?? catalogModel(model).requestsPerMinute,
    windowMs: windowMs + SLOT_VALID_MS,
  };
}

/** Limit for all processes together; the catalog's where the setting cannot be read. */
export function requestsPerMinute(model: string, environment: Environment = process.env): number {
  const { requestsPerMinute: standard } = catalogModel(model);
  try {
    const { limits, windowMs } = readTraffic(environment);
    return ((limits.get(model) ?? standard) * 60_000) / windowMs;
  } catch (error) {
    if (error instanceof RangeError) return standard;
    throw error;
  }
}
