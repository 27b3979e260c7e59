// Google's error responses: JSON for the JSON API, plain text for its downloads, XML for object addresses.
// Shapes: https://cloud.google.com/storage/docs/json_api/v1/status-codes and …/docs/xml-api/reference-status

/** An error with the data for all three forms. */
export class StorageError extends Error {
  readonly status: number;
  /** The JSON API's machine-readable reason. */
  readonly reason: string;
  /** The XML API's code. */
  readonly code: string;
  /** Further XML elements, in order. */
  readonly elements: readonly (readonly [string, string])[];

  constructor(error: {
    status: number;
    reason: string;
    code: string;
    message: string;
    elements?: readonly (readonly [string, string])[];
  }) {
    super(error.message);
    this.name = "StorageError";
    this.status = error.status;
    this.reason = error.reason;
    this.code = error.code;
    this.elements = error.elements ?? [];
  }
}

export function bucketNotFound(): StorageError {
  const message = "The specified bucket does not exist.";
  return new StorageError({ status: 404, reason: "notFound", code: "NoSuchBucket", message });
}

export function objectNotFound(bucket: string, name: string): StorageError {
  return new StorageError({
    status: 404,
    reason: "notFound",
    code: "NoSuchKey",
    message: `No such object: ${bucket}/${name}`,
  });
}

export function preconditionFailed(): StorageError {
  return new StorageError({
    status: 412,
    reason: "conditionNotMet",
    code: "PreconditionFailed",
    message: "At least one of the pre-conditions you specified did not hold.",
  });
}

export function notModified(): StorageError {
  return new StorageError({
    status: 304,
    reason: "notModified",
    code: "NotModified",
    message: "Not Modified",
  });
}

export function invalid(message: string): StorageError {
  return new StorageError({ status: 400, reason: "invalid", code: "InvalidArgument", message });
}

/** The error for a feature that this emulator does not cover. */
export function unimplemented(feature: string): StorageError {
  return new StorageError({
    status: 501,
    reason: "notImplemented",
    code: "NotImplemented",
    message: `UNIMPLEMENTED: ${feature} is not covered by this Cloud Storage emulator.`,
  });
}

export function jsonErrorBody(error: StorageError): string {
  const { status: code, message, reason } = error;
  return JSON.stringify({ error: { code, message, errors: [{ message, domain: "global", reason }] } });
}

export function xmlErrorBody(error: StorageError): string {
  const missingKey = error.code === "NoSuchKey";
  const message = missingKey ? "The specified key does not exist." : error.message;
  const elements = missingKey ? [["Details", error.message] as const] : error.elements;
  const rest = elements.map(([tag, text]) => `<${tag}>${escapeXml(text)}</${tag}>`).join("");
  return `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${error.code}</Code><Message>${escapeXml(message)}</Message>${rest}</Error>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
