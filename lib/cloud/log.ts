// Logs: one line of JSON each on standard error, in the form that Cloud Logging reads; on one machine the same lines.
// https://cloud.google.com/logging/docs/structured-logging · https://cloud.google.com/error-reporting/docs/formatting-error-messages
import { AsyncLocalStorage } from "node:async_hooks";
import { readSetting } from "./config.ts";
import { scrub } from "./scrub.ts";
import type { TracePlace } from "./traceparent.ts";

const SEVERITIES = ["DEBUG", "INFO", "WARNING", "ERROR"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Ids and numbers of a line besides its message; never users' texts. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

interface Surroundings {
  place?: TracePlace | undefined;
  labels?: Readonly<Record<string, string>> | undefined;
}

const surroundings = new AsyncLocalStorage<Surroundings>();

/** Every line that `work` logs names this trace and these labels (`sessionId`, `step`), besides those around it. */
export function logAbout<T>({ place, labels }: Surroundings, work: () => T): T {
  const outer = surroundings.getStore();
  const inner = { place: place ?? outer?.place, labels: { ...outer?.labels, ...labels } };
  return surroundings.run(inner, work);
}

/** The trace context of the running work for logs. */
export function loggedPlace(): TracePlace | undefined {
  return surroundings.getStore()?.place;
}

export interface Log {
  /** Writes a line unless it is below the level. `error` is logged with its stack and its causes. */
  write(
    severity: Severity,
    message: string,
    more?: {
      error?: unknown;
      fields?: LogFields | undefined;
      /** Of this line alone. */
      labels?: Readonly<Record<string, string>>;
      /** Written whatever the level is. */
      isKept?: boolean;
    },
  ): void;
}

export interface LogOptions {
  level: Severity;
  projectId: string | undefined;
  /** Function and revision, as Cloud Run names them. */
  service?: { service: string; version?: string | undefined } | undefined;
  now: () => Date;
  /** Receives a complete line. */
  sink: (line: string) => void;
}

/** Cloud Logging accepts 256 KB a line; a long stack is truncated at its end. */
const LONGEST_STACK = 16_000;

const REPORTED = "type.googleapis.com/google.devtools.clouderrorreporting.v1beta1.ReportedErrorEvent";

export function createLog({ level, projectId, service, now, sink }: LogOptions): Log {
  const least = SEVERITIES.indexOf(level);
  return {
    write(severity, message, { error, fields, labels: own, isKept = false } = {}) {
      if (!isKept && SEVERITIES.indexOf(severity) < least) return;
      const { place, labels: around } = surroundings.getStore() ?? {};
      const labels = { ...around, ...own };
      const told = error === undefined ? message : `${message}: ${headline(error)}`;
      const line = {
        severity,
        time: now().toISOString(),
        message: scrub(told),
        ...fields,
        ...(error !== undefined && { stack_trace: scrub(stackOf(error)).slice(0, LONGEST_STACK) }),
        ...(severity === "ERROR" && { "@type": REPORTED, serviceContext: service }),
        ...(place !== undefined && {
          "logging.googleapis.com/trace":
            projectId === undefined ? place.traceId : `projects/${projectId}/traces/${place.traceId}`,
          "logging.googleapis.com/spanId": place.spanId,
          "logging.googleapis.com/trace_sampled": place.sampled,
        }),
        ...(Object.keys(labels).length > 0 && { "logging.googleapis.com/labels": labels }),
      };
      sink(`${JSON.stringify(line)}\n`);
    },
  };
}

function headline(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The stack as V8 writes it, which Error Reporting groups by, and the causes below it. */
function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\nCaused by: ${stackOf(error.cause)}`;
}

/** An uncaught error that ends the process is also logged as a line. */
export function logCrashes(): void {
  process.on("uncaughtExceptionMonitor", (error) => logError("the process ends", error));
}

let shared: Log | undefined;

/** The log of this process. */
export function processLog(): Log {
  shared ??= createLog({
    level: levelOf(readSetting("MEKURI_LOG_LEVEL")),
    projectId: process.env.GOOGLE_CLOUD_PROJECT,
    service: process.env.K_SERVICE
      ? { service: process.env.K_SERVICE, version: process.env.K_REVISION }
      : undefined,
    now: () => new Date(),
    sink: (line) => process.stderr.write(line),
  });
  return shared;
}

function levelOf(name: Lowercase<Severity>): Severity {
  return SEVERITIES.find((severity) => severity.toLowerCase() === name) ?? "INFO";
}

export function logInfo(message: string, fields?: LogFields): void {
  processLog().write("INFO", message, { fields });
}

export function logWarning(message: string, fields?: LogFields): void {
  processLog().write("WARNING", message, { fields });
}

export function logError(message: string, error: unknown, fields?: LogFields): void {
  processLog().write("ERROR", message, { error, fields });
}
