// Alerts (dead letters, stalled and parked sessions, errors, a silent sweep, spending, the audit) and the dashboard.
import * as gcp from "@pulumi/gcp";
import { interpolate } from "@pulumi/pulumi";
import { PHASES } from "../lib/pipeline/step-id.ts";
import { FUNCTIONS, phaseTopic } from "../lib/topology.ts";
import { AUDIT_ALARMS, countAudit, REFUSALS } from "./audit-alerts.ts";
import type { Place } from "./project.ts";

const RUN_ERRORS = `sum(rate({"run.googleapis.com/request_count", monitored_resource="cloud_run_revision", response_code_class="5xx", service_name=~"mekuri-.*"}[5m]))`;
const RUN_ALL = `sum(rate({"run.googleapis.com/request_count", monitored_resource="cloud_run_revision", service_name=~"mekuri-.*"}[5m]))`;
const OLDEST = `{"pubsub.googleapis.com/subscription/oldest_unacked_message_age", monitored_resource="pubsub_subscription", subscription_id=~"mekuri-.*"}`;
const DEAD = `{"pubsub.googleapis.com/subscription/dead_letter_message_count", monitored_resource="pubsub_subscription", subscription_id=~"mekuri-.*"}`;
/** Age in seconds of the oldest running session at a sweep, from the sweep's log line. */
export const AGE_METRIC = { name: "mekuri-session-age", field: "oldestSessionSeconds" } as const;
/** Number of sessions parked by the sweep, from a field of its log line. */
export const PARKED_METRIC = { name: "mekuri-parked-sessions", field: "parkedSession" } as const;
const PARKED = `sum(increase({"logging.googleapis.com/user/${PARKED_METRIC.name}", monitored_resource="cloud_run_revision"}[10m]))`;
const MINUTES = [1, 5, 10, 30, 60, 120, 180, 240, 360];
const SESSION_AGE = `histogram_quantile(1, sum by (le) (increase({"logging.googleapis.com/user/${AGE_METRIC.name}_bucket", monitored_resource="cloud_run_revision"}[10m])))`;
const SWEEPS = `sum(increase({"run.googleapis.com/request_count", monitored_resource="cloud_run_revision", response_code_class="2xx", service_name="mekuri-sweep"}[10m]))`;

interface Alarm {
  name: string;
  query: string;
  /** Duration for which the condition must hold. */
  seconds: number;
  /** What the person on call should do; the runbook has details. */
  advice: string;
}

export const ALARMS: readonly Alarm[] = [
  {
    name: "dead-letters",
    query: `sum(increase(${DEAD}[10m])) > 0`,
    seconds: 0,
    advice: "A message could not be delivered 100 times. See “Redrive” in docs/operate/operations.md.",
  },
  {
    name: "session-age",
    // A third of the deadline at which the session fails.
    query: `${SESSION_AGE} > ${2 * 60 * 60}`,
    seconds: 0,
    advice:
      "A session has been running for more than two hours, reviews not counted. See “Redrive” in docs/operate/operations.md.",
  },
  {
    name: "parked-sessions",
    query: `${PARKED} > 0`,
    seconds: 0,
    advice:
      "The sweep failed five times on a session and skips it from now on. See “Redrive” in docs/operate/operations.md.",
  },
  {
    name: "message-age",
    query: `max(${OLDEST}) > 900`,
    seconds: 300,
    advice:
      "A step has waited longer than its deadline: sessions make no progress. See “Redrive” in docs/operate/operations.md.",
  },
  {
    name: "error-rate",
    query: `${RUN_ERRORS} / ${RUN_ALL} > 0.02`,
    seconds: 300,
    advice:
      "More than 2 % of requests fail. Check Error Reporting; see “Roll back” in docs/operate/operations.md.",
  },
  {
    name: "sweep-silent",
    query: `(${SWEEPS} or vector(0)) < 3`,
    seconds: 300,
    advice: "The sweep has not run for ten minutes: lost messages and expired leases are not recovered.",
  },
];

export function createAlerts(place: Place): void {
  const { project, alertAddress, after } = place;
  const channel = new gcp.monitoring.NotificationChannel(
    "people",
    {
      ...{ project, displayName: "Mekuri", type: "email", labels: { email_address: alertAddress } },
    },
    after,
  );
  const measured = [readAges(place), countParked(place), countAudit(place)];
  for (const { name, query, seconds, advice } of [...ALARMS, ...AUDIT_ALARMS]) {
    new gcp.monitoring.AlertPolicy(
      name,
      {
        ...{ project, displayName: `Mekuri: ${name}`, combiner: "OR", notificationChannels: [channel.id] },
        conditions: [
          {
            displayName: name,
            conditionPrometheusQueryLanguage: {
              ...{ query, duration: `${seconds}s`, evaluationInterval: "60s" },
              // In a new project no metric has values yet, and a log-based metric is unknown for ten minutes.
              disableMetricValidation: true,
            },
          },
        ],
        documentation: { content: advice, mimeType: "text/markdown" },
      },
      { dependsOn: measured },
    );
  }
  createBudget(place, channel);
  new gcp.monitoring.Dashboard("mekuri", { project, dashboardJson: JSON.stringify(dashboard()) }, after);
}

/** The sweep's log line as a metric. */
function readAges({ project, after }: Place): gcp.logging.Metric {
  return new gcp.logging.Metric(
    "session-age",
    {
      ...{ project, name: AGE_METRIC.name },
      filter: `resource.type="cloud_run_revision" AND resource.labels.service_name="mekuri-sweep" AND jsonPayload.${AGE_METRIC.field}>=0`,
      valueExtractor: `EXTRACT(jsonPayload.${AGE_METRIC.field})`,
      metricDescriptor: { metricKind: "DELTA", valueType: "DISTRIBUTION", unit: "s" },
      bucketOptions: { explicitBuckets: { bounds: MINUTES.map((minutes) => minutes * 60) } },
    },
    after,
  );
}

/** Counts the sweep's log lines about parked sessions. */
function countParked({ project, after }: Place): gcp.logging.Metric {
  return new gcp.logging.Metric(
    "parked-sessions",
    {
      ...{ project, name: PARKED_METRIC.name },
      filter: `resource.type="cloud_run_revision" AND resource.labels.service_name="mekuri-sweep" AND jsonPayload.${PARKED_METRIC.field}>0`,
      metricDescriptor: { metricKind: "DELTA", valueType: "INT64", unit: "1" },
    },
    after,
  );
}

function createBudget(
  { projectNumber, billingAccount, monthlyBudget, monthlyBudgetDollars, stage, after, withQuota }: Place,
  channel: gcp.monitoring.NotificationChannel,
): void {
  new gcp.billing.Budget(
    "spend",
    {
      ...{ billingAccount, displayName: `Mekuri ${stage}` },
      budgetFilter: { projects: [interpolate`projects/${projectNumber}`], calendarPeriod: "MONTH" },
      amount: {
        specifiedAmount: monthlyBudget ?? { currencyCode: "USD", units: String(monthlyBudgetDollars) },
      },
      thresholdRules: [
        { thresholdPercent: 0.5 },
        { thresholdPercent: 0.9 },
        { thresholdPercent: 1 },
        { thresholdPercent: 1, spendBasis: "FORECASTED_SPEND" },
      ],
      allUpdatesRule: { monitoringNotificationChannels: [channel.id], disableDefaultIamRecipients: false },
    },
    { ...after, ...withQuota },
  );
}

function dashboard() {
  const chart = (title: string, query: string) => ({
    title,
    xyChart: { dataSets: [{ plotType: "LINE", timeSeriesQuery: { prometheusQuery: query } }] },
  });
  const subscriptions = PHASES.map((phase) => `${phaseTopic(phase)}-push`).join("|");
  const services = FUNCTIONS.map(({ name }) => `mekuri-${name}`).join("|");
  const run = (metric: string, rest = "") =>
    `{"run.googleapis.com/${metric}", monitored_resource="cloud_run_revision", service_name=~"${services}"${rest}}`;
  return {
    displayName: "Mekuri",
    gridLayout: {
      columns: "2",
      widgets: [
        chart(
          "Requests of each function, a second",
          `sum by (service_name) (rate(${run("request_count")}[5m]))`,
        ),
        chart("Share that fails", `${RUN_ERRORS} / ${RUN_ALL}`),
        chart("Instances", `sum by (service_name) (${run("container/instance_count")})`),
        chart(
          "Waiting messages, by phase",
          `sum by (subscription_id) ({"pubsub.googleapis.com/subscription/num_undelivered_messages", monitored_resource="pubsub_subscription", subscription_id=~"${subscriptions}"})`,
        ),
        chart("Age of the oldest running session, in seconds (at most)", SESSION_AGE),
        chart("Age of the oldest message, in seconds", `max by (subscription_id) (${OLDEST})`),
        chart("Sessions parked in ten minutes", PARKED),
        chart("Dead letters in ten minutes", `sum(increase(${DEAD}[10m]))`),
        chart("Refused requests in ten minutes, by reason and way in", REFUSALS),
      ],
    },
  };
}
