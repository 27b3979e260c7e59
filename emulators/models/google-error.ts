// Errors in the form of Google's APIs (https://cloud.google.com/apis/design/errors).
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

/** One of `google.rpc`'s messages, with its `@type`. */
export type ErrorDetail = Record<string, unknown> & { "@type": string };

export class GoogleError extends Error {
  override readonly name = "GoogleError";
  readonly status: keyof typeof CODES;
  readonly details: readonly ErrorDetail[];
  constructor(status: keyof typeof CODES, message: string, details: readonly ErrorDetail[] = []) {
    super(message);
    this.status = status;
    this.details = details;
  }

  get code(): number {
    return CODES[this.status];
  }

  toJSON(): unknown {
    const { code, message, status, details } = this;
    return { error: { code, message, status, ...(details.length > 0 ? { details } : {}) } };
  }
}

/** The 400 without a field. Google answers it to many requests that its transcoder accepts and its models refuse. */
export const BARE_REFUSAL = "Request contains an invalid argument.";

export function invalid(message: string = BARE_REFUSAL): GoogleError {
  return new GoogleError("INVALID_ARGUMENT", message);
}

/** The JSON transcoder's error for unknown fields. `at` is the path of the object that contains them. */
export function unknownFields(names: readonly string[], at: readonly PropertyKey[]): GoogleError {
  const field = fieldPath(at);
  const where = field === "" ? "" : ` at '${field}'`;
  const descriptions = names.map(
    (name) => `Invalid JSON payload received. Unknown name "${name}"${where}: Cannot find field.`,
  );
  const fieldViolations = descriptions.map((description) => ({
    ...(field === "" ? {} : { field }),
    description,
  }));
  return new GoogleError("INVALID_ARGUMENT", descriptions.join("\n"), [
    { "@type": "type.googleapis.com/google.rpc.BadRequest", fieldViolations },
  ]);
}

/** The JSON transcoder's error for a body of the wrong type. */
export function refusalOf({ issues }: ZodError): GoogleError {
  const [issue] = issues;
  if (issue?.code === "unrecognized_keys") return unknownFields(issue.keys, issue.path);
  return invalid(`Invalid value at '${fieldPath(issue?.path ?? [])}': ${issue?.message ?? "unknown"}`);
}

/** A path such as `generation_config.thinking_config` or `contents[0].parts[1]`: the transcoder uses the fields' protocol buffer names. */
function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((step) =>
      typeof step === "number"
        ? `[${step}]`
        : `.${String(step).replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
    )
    .join("")
    .replace(/^\./, "");
}
