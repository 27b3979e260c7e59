// The audit's metric and alerts: the functions write its events as log lines (`lib/cloud/audit-log.ts`), operators' commands as entries of
// their own (`scripts/operate/audit-command.ts`).
import * as gcp from "@pulumi/gcp";
import type { AuditEventName } from "../lib/api/audit.ts";
import type { Place } from "./project.ts";

/** Counts all events, by these labels. Each is a field of the line, and has few values. */
export const AUDIT_METRIC = {
  name: "mekuri-audit",
  labels: { event: "audit", reason: "reason", way: "way" },
} as const;

/** Events in ten minutes. An entry of an operator's command has no function, so it belongs to the resource `global`. */
function eventsOf(event: AuditEventName, { where = "", resource = "cloud_run_revision" } = {}): string {
  return `sum(increase({"logging.googleapis.com/user/${AUDIT_METRIC.name}", monitored_resource="${resource}", event="${event}"${where}}[10m]))`;
}

const refused = (where: string) => eventsOf("request-refused", { where });

const SEE = "See “The audit” in docs/operate/audit.md.";

export const AUDIT_ALARMS = [
  {
    name: "token-reuse",
    query: `${eventsOf("token-reuse")} > 0`,
    seconds: 0,
    advice: `A refresh token was used twice, so it may have been stolen; its sign-in was ended. ${SEE}`,
  },
  {
    name: "refused-sign-ins",
    query: `${eventsOf("sign-in-refused")} > 100`,
    seconds: 0,
    advice: `More than 100 sign-ins were refused in ten minutes: somebody may be guessing passwords. ${SEE}`,
  },
  {
    name: "refused-tokens",
    query: `${refused(`, reason=~"sign-in-needed|invalid-token|token-revoked"`)} > 500`,
    seconds: 0,
    advice: `More than 500 requests in ten minutes had no valid token. ${SEE}`,
  },
  {
    name: "rate-limits",
    query: `${refused(`, reason=~"requests|shared-reads|sign-ins|password-tries|story-reads"`)} > 1000`,
    seconds: 0,
    advice: `More than 1,000 requests in ten minutes were over a rate limit. ${SEE}`,
  },
  {
    name: "unknown-callers",
    query: `${eventsOf("caller-refused", { where: `, reason=~"unauthenticated|forbidden"` })} > 0`,
    seconds: 0,
    advice: `A function for Pub/Sub or Cloud Scheduler was called by another account, which Cloud Run let through: check roles/run.invoker. ${SEE}`,
  },
  {
    name: "service-budget-stops",
    query: `${eventsOf("budget-stop", { where: `, reason=~"budget-service|spending-stopped|hour-.*|day-.*"` })} > 0`,
    seconds: 0,
    advice: `A budget of the whole service, or the switch of all spending, stops sessions. ${SEE}`,
  },
  {
    name: "many-deletions",
    query: `${eventsOf("session-deleted")} > 200`,
    seconds: 0,
    advice: `More than 200 sessions were deleted in ten minutes. ${SEE}`,
  },
  {
    name: "operator-commands",
    query: `${eventsOf("operator-command", { resource: "global" })} > 0`,
    seconds: 0,
    advice: `An operator's command changed data. Somebody other than its author confirms that it was meant. ${SEE}`,
  },
] as const;

export function countAudit({ project, after }: Place): gcp.logging.Metric {
  const { name, labels } = AUDIT_METRIC;
  return new gcp.logging.Metric(
    "audit",
    {
      ...{ project, name },
      filter: "jsonPayload.audit:*",
      metricDescriptor: {
        ...{ metricKind: "DELTA", valueType: "INT64", unit: "1" },
        labels: Object.keys(labels).map((key) => ({ key, valueType: "STRING" })),
      },
      labelExtractors: Object.fromEntries(
        Object.entries(labels).map(([key, field]) => [key, `EXTRACT(jsonPayload.${field})`]),
      ),
    },
    after,
  );
}

/** For the dashboard: what was refused, by reason and way in. */
export const REFUSALS = `sum by (reason, way) (increase({"logging.googleapis.com/user/${AUDIT_METRIC.name}", monitored_resource="cloud_run_revision", event="request-refused"}[10m]))`;
