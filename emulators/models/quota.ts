// Quotas of the simulated project: requests per minute and per day for each model, and Google's 429 beyond them.
import { GoogleError } from "./google-error.ts";
import type { Route } from "./routes.ts";

export interface QuotaOptions {
  /** Maximum requests of each model within the window. */
  requestsPerMinute?: number;
  /** Length of a "minute" in milliseconds. Default: 60,000. */
  windowMs?: number;
  /** Maximum requests a day of each model, by its kind. 0: the project has no quota for it. */
  requestsPerDay?: { text?: number; image?: number };
}

const MINUTE_MS = 60_000;
const METRIC = "generativelanguage.googleapis.com/generate_requests_per_model";

export class Quota {
  readonly windowMs: number;
  readonly #options: QuotaOptions;
  readonly #recent = new Map<string, number[]>();
  readonly #today = new Map<string, number>();

  constructor(options: QuotaOptions) {
    this.#options = options;
    this.windowMs = options.windowMs ?? MINUTE_MS;
  }

  /** Counts a request, or throws Google's 429. `now` is in milliseconds of any clock. */
  admit({ service, model }: Route, kind: "text" | "image", now: number): void {
    const { requestsPerMinute, requestsPerDay } = this.#options;
    const perDay = requestsPerDay?.[kind];
    const today = this.#today.get(model) ?? 0;
    // Google's RetryInfo gives some seconds also for a daily quota, although waiting for seconds does not help.
    if (perDay !== undefined && today >= perDay) {
      throw exhausted({ service, model, per: "Day", limit: perDay, retryMs: 37_000 });
    }
    const within = (this.#recent.get(model) ?? []).filter((at) => now - at < this.windowMs);
    this.#recent.set(model, within);
    const [oldest] = within;
    if (requestsPerMinute !== undefined && within.length >= requestsPerMinute) {
      const retryMs = oldest === undefined ? this.windowMs : this.windowMs - (now - oldest);
      throw exhausted({ service, model, per: "Minute", limit: requestsPerMinute, retryMs });
    }
    within.push(now);
    this.#today.set(model, today + 1);
  }
}

interface Exhausted {
  service: Route["service"];
  model: string;
  per: "Minute" | "Day";
  limit: number;
  retryMs: number;
}

/**
 * The Gemini API's body, as in google-gemini/gemini-cli#8437 and ogkalu2/comic-translate#403. Vertex AI names the quota only in its
 * message and sends no details.
 */
export function exhausted({ service, model, per, limit, retryMs }: Exhausted): GoogleError {
  if (service === "vertex") {
    const metric = `aiplatform.googleapis.com/generate_content_requests_per_${per.toLowerCase()}_per_project_per_base_model`;
    const message = `Quota exceeded for ${metric} with base model: ${model}, limit: ${limit}. Please submit a quota increase request. https://cloud.google.com/vertex-ai/docs/generative-ai/quotas-genai.`;
    return new GoogleError("RESOURCE_EXHAUSTED", message);
  }
  const seconds = `${Math.max(0.001, retryMs / 1_000).toFixed(3)}s`;
  const message = `You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits. To monitor your current usage, head to: https://ai.dev/rate-limit. \n* Quota exceeded for metric: ${METRIC}, limit: ${limit}, model: ${model}\nPlease retry in ${seconds}.`;
  const violation = {
    quotaMetric: METRIC,
    quotaId: `GenerateRequestsPer${per}PerProjectPerModel${limit === 0 ? "-FreeTier" : ""}`,
    quotaDimensions: { location: "global", model },
    // The JSON of protocol buffers omits a 0.
    ...(limit === 0 ? {} : { quotaValue: String(limit) }),
  };
  return new GoogleError("RESOURCE_EXHAUSTED", message, [
    {
      "@type": "type.googleapis.com/google.rpc.Help",
      links: [
        {
          description: "Learn more about Gemini API quotas",
          url: "https://ai.google.dev/gemini-api/docs/rate-limits",
        },
      ],
    },
    { "@type": "type.googleapis.com/google.rpc.QuotaFailure", violations: [violation] },
    { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: seconds },
  ]);
}
