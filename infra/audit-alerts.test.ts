import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as z from "zod";
import { AUDIT_EVENTS } from "../lib/api/audit.ts";
import { LIMIT_NAMES } from "../lib/api/limit-rules.ts";
import { PROBLEM_CODES } from "../lib/api/problem-codes.ts";
import { AUDIT_ALARMS, AUDIT_METRIC } from "./audit-alerts.ts";
import { inputsOf, of } from "./environments.ts";

describe("the audit", () => {
  it("is counted by event, reason and way in, each from its field of the line", () => {
    const metric = inputsOf("gcp:logging/metric:Metric").find(({ name }) => name === AUDIT_METRIC.name);
    assert.equal(metric?.filter, "jsonPayload.audit:*");
    assert.deepEqual(metric?.labelExtractors, {
      event: "EXTRACT(jsonPayload.audit)",
      reason: "EXTRACT(jsonPayload.reason)",
      way: "EXTRACT(jsonPayload.way)",
    });
    const { labels } = z
      .object({ labels: z.array(z.object({ key: z.string() })) })
      .parse(metric?.metricDescriptor);
    assert.deepEqual(
      labels.map(({ key }) => key),
      ["event", "reason", "way"],
    );
  });

  it("has alerts whose events, reasons and labels exist", () => {
    const reasons = new Set<string>([...PROBLEM_CODES, ...LIMIT_NAMES]);
    for (const { shape } of Object.values(AUDIT_EVENTS).map(({ fields }) => fields)) {
      if ("reason" in shape) for (const reason of shape.reason.options) reasons.add(reason);
    }
    for (const { name, query } of AUDIT_ALARMS) {
      const event = /event="([a-z-]+)"/.exec(query)?.[1] ?? "";
      assert.ok(Object.hasOwn(AUDIT_EVENTS, event), name);
      assert.ok(query.includes(`user/${AUDIT_METRIC.name}"`), name);
      const wanted = /reason=~"([^"]+)"/.exec(query)?.[1]?.split("|") ?? [];
      for (const pattern of wanted) {
        assert.ok(
          [...reasons].some((reason) => RegExp(`^${pattern}$`).test(reason)),
          `${name}: ${pattern}`,
        );
      }
    }
  });

  it("alerts people, after the metric exists", () => {
    const policies = of("gcp:monitoring/alertPolicy:AlertPolicy");
    for (const { name } of AUDIT_ALARMS) {
      const policy = policies.find((one) => one.name === name);
      assert.deepEqual(policy?.inputs.notificationChannels, ["people-id"], name);
    }
  });
});
