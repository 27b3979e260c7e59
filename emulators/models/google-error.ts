// Errors as Google's APIs answer them (https://cloud.google.com/apis/design/errors).
import type { ZodError } from "zod";

const CODES = {
  INVALID_ARGUMENT: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  RESOURCE_EXHAUSTED: 429,
  INTERNAL: 500,
  UNIMPLEMENTED: 501,
  UNAVAILABLE: 503,
} as const;

export class GoogleError extends Error {
  override readonly name = "GoogleError";
  readonly status: keyof typeof CODES;
  readonly retrySeconds: number | undefined;
  constructor(status: keyof typeof CODES, message: string, retrySeconds?: number) {
    super(message);
    this.status = status;
    this.retrySeconds = retrySeconds;
  }

  get code(): number {
    return CODES[this.status];
  }

  toJSON(): unknown {
    const details =
      this.retrySeconds === undefined
        ? []
        : [{ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: `${this.retrySeconds}s` }];
    return {
      error: {
        code: this.code,
        message: this.message,
        status: this.status,
        ...(details.length > 0 ? { details } : {}),
      },
    };
  }
}

/** What the JSON transcoder says of a body that its messages do not fit. */
export function refusalOf({ issues }: ZodError): GoogleError {
  const [issue] = issues;
  const at = (issue?.path ?? []).map(String).join(".");
  if (issue?.code === "unrecognized_keys") {
    const message = `Invalid JSON payload received. Unknown name "${issue.keys.join('", "')}" at '${at}': Cannot find field.`;
    return new GoogleError("INVALID_ARGUMENT", message);
  }
  return new GoogleError("INVALID_ARGUMENT", `Invalid value at '${at}': ${issue?.message ?? "unknown"}`);
}
