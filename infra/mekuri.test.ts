import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import * as z from "zod";
import { DEFAULT_TIMINGS } from "../lib/pipeline/settings.ts";
import { FUNCTIONS, SECRETS, TOPICS } from "../lib/topology.ts";
import { AUDIT_ALARMS } from "./audit-alerts.ts";
import { dev, inputsOf, memberOf, of, prod, pushes, services, TYPES } from "./environments.ts";
import { keyOf, type RecordedResource } from "./recorded.ts";
import { readIndexes } from "./stores.ts";
import { AGE_METRIC, ALARMS, PARKED_METRIC } from "./watch.ts";

/** Asserts that Cloud Run (own address, custom audiences) and the function (its settings, `lib/cloud/caller-check.ts`) accept the token. */
function assertTakes(uri: string, token: { audience: string; serviceAccountEmail: string }): void {
  const service = services().find(({ name }) => uri === `https://${name}.example`);
  const envs = new Map(service?.template.containers[0].envs.map(({ name, value }) => [name, value]));
  assert.deepEqual(service?.customAudiences, [token.audience]);
  assert.equal(envs.get("MEKURI_CALLER_AUDIENCE"), token.audience);
  assert.equal(envs.get("MEKURI_CALLER_ACCOUNT"), token.serviceAccountEmail);
  assert.equal(envs.get("MEKURI_CALLER_SIGNATURE"), "removed");
  assert.match(token.audience, /^https:\/\/mekuri-[a-z-]+-number-of-mekuri-(pusher|timer)\.internal$/);
}

describe("messages", () => {
  it("use the topology's topics, each with a subscription", () => {
    assert.deepEqual(
      of(TYPES.topic)
        .map(({ name }) => name)
        .toSorted(),
      TOPICS.toSorted(),
    );
    assert.deepEqual(
      pushes()
        .map(({ topic }) => topic.split("/").at(-1))
        .toSorted(),
      TOPICS.toSorted(),
    );
  });

  it("are pushed with a token that Cloud Run and the function accept, and only that account may call it", () => {
    const audiences = pushes().map(({ pushConfig }) => {
      const { audience, serviceAccountEmail } = pushConfig.oidcToken;
      assert.equal(serviceAccountEmail, "mekuri-pusher@accounts.example");
      assertTakes(pushConfig.pushEndpoint, { audience, serviceAccountEmail });
      return audience;
    });
    assert.equal(new Set(audiences).size, audiences.length);
    for (const { name, trigger } of FUNCTIONS.filter((each) => each.trigger.kind === "push")) {
      const callers = inputsOf(TYPES.invoker).filter((inputs) => inputs.name === `mekuri-${name}`);
      assert.deepEqual(
        callers.map(({ member }) => member),
        [memberOf("pusher")],
        trigger.kind,
      );
    }
  });

  it("are retried within a second at first, never expire, and are given up after 100 tries", () => {
    // Dead letters, and messages with personal addresses and titles.
    const kept = ["mekuri-dead-letters-push", "mekuri-webhook-calls-push"];
    for (const { name, retryPolicy, expirationPolicy, deadLetterPolicy } of pushes()) {
      assert.ok(Number.parseFloat(retryPolicy.minimumBackoff) <= 1, name);
      assert.equal(expirationPolicy.ttl, "", name);
      if (kept.includes(name)) assert.equal(deadLetterPolicy, undefined);
      else assert.equal(deadLetterPolicy?.maxDeliveryAttempts, 100, name);
    }
  });

  it("have longer deadlines than their function's timeout", () => {
    for (const { name, ackDeadlineSeconds } of pushes()) {
      const deployed = FUNCTIONS.find(
        ({ trigger }) => trigger.kind === "push" && trigger.subscription.name === name,
      );
      assert.ok(ackDeadlineSeconds >= (deployed?.timeoutSeconds ?? Number.POSITIVE_INFINITY), name);
    }
  });

  it("reach the dead-letter topic: Pub/Sub may forward them from each subscription", () => {
    const forwarded = dev
      .filter(({ inputs }) => inputs.role === "roles/pubsub.subscriber")
      .map(({ inputs }) => [inputs.subscription, inputs.member]);
    const wanted = pushes()
      .filter(({ deadLetterPolicy }) => deadLetterPolicy)
      .map(({ name }) => [name, "serviceAccount:agent-of-pubsub"]);
    assert.deepEqual(forwarded.toSorted(), wanted.toSorted());
  });

  it("that call webhooks are retained for ten minutes, all others for a week", () => {
    for (const { name, messageRetentionDuration } of pushes()) {
      assert.equal(messageRetentionDuration, name === "mekuri-webhook-calls-push" ? "600s" : "604800s", name);
    }
  });

  it("call the sweep each minute, signed by an account that may call nothing else", () => {
    const [job] = inputsOf("gcp:cloudscheduler/job:Job");
    assert.equal(job?.schedule, "* * * * *");
    const TargetSchema = z.object({
      uri: z.string(),
      oidcToken: z.object({ serviceAccountEmail: z.string(), audience: z.string() }),
    });
    const { uri, oidcToken } = TargetSchema.parse(job.httpTarget);
    assert.equal(oidcToken.serviceAccountEmail, "mekuri-timer@accounts.example");
    assertTakes(uri, oidcToken);
    const callable = inputsOf(TYPES.invoker).filter(({ member }) => member === memberOf("timer"));
    assert.deepEqual(
      callable.map(({ name }) => name),
      ["mekuri-sweep"],
    );
  });
});

describe("stores", () => {
  it("have exactly the indexes of firestore.indexes.json", () => {
    const made = inputsOf("gcp:firestore/index:Index").map(({ collection, queryScope, fields }) =>
      JSON.stringify({ collectionGroup: collection, queryScope, fields }),
    );
    const wanted = readIndexes().indexes.map(({ collectionGroup, queryScope, fields }) =>
      JSON.stringify({
        collectionGroup,
        queryScope,
        fields: fields.map(({ fieldPath, order }) => ({ fieldPath, order })),
      }),
    );
    assert.deepEqual(made.toSorted(), wanted.toSorted());
    const fields = inputsOf("gcp:firestore/field:Field").map(
      ({ collection, field, indexConfig }) => [`${collection}.${field}`, indexConfig] as const,
    );
    const overrides = readIndexes().fieldOverrides.map(
      ({ collectionGroup, fieldPath, indexes }) =>
        [`${collectionGroup}.${fieldPath}`, indexes.length === 0 ? {} : { indexes }] as const,
    );
    assert.deepEqual(new Map(fields), new Map(overrides));
  });

  it("expire idempotency keys and token families", () => {
    const expiring = inputsOf("gcp:firestore/field:Field").filter(({ ttlConfig }) => ttlConfig !== undefined);
    assert.deepEqual(expiring.map(({ collection, field }) => `${collection}.${field}`).toSorted(), [
      "idempotency.expiresAt",
      "operatorActs.expiresAt",
      "tokenFamilies.expiresAt",
    ]);
  });

  it("have the repository's rules, released", () => {
    const RulesetSchema = z.object({
      source: z.object({ files: z.tuple([z.object({ name: z.string(), content: z.string() })]) }),
    });
    const published = inputsOf("gcp:firebaserules/ruleset:Ruleset").map(
      (inputs) => RulesetSchema.parse(inputs).source.files[0],
    );
    assert.deepEqual(published.map(({ name }) => name).toSorted(), ["firestore.rules", "storage.rules"]);
    for (const { name, content } of published) {
      assert.equal(content, readFileSync(new URL(`../${name}`, import.meta.url), "utf8"));
    }
    const releases = inputsOf("gcp:firebaserules/release:Release").map(({ name }) => name);
    assert.deepEqual(releases.toSorted(), ["cloud.firestore", "firebase.storage/mekuri-dev-books"]);
  });

  it("are private buckets with uniform access and a lifecycle", () => {
    for (const inputs of inputsOf(TYPES.bucket)) {
      assert.equal(inputs.uniformBucketLevelAccess, true);
      assert.equal(inputs.publicAccessPrevention, "enforced");
      assert.ok(z.array(z.unknown()).min(1).safeParse(inputs.lifecycleRules).success);
    }
    assert.equal(of(TYPES.bucket).length, 2);
  });

  it("are protected in prod, and can be restored in both environments", () => {
    for (const [among, state] of [
      [dev, "DELETE_PROTECTION_DISABLED"],
      [prod, "DELETE_PROTECTION_ENABLED"],
    ] as const) {
      const [database] = inputsOf("gcp:firestore/database:Database", among);
      assert.equal(database?.deleteProtectionState, state);
      assert.equal(database?.pointInTimeRecoveryEnablement, "POINT_IN_TIME_RECOVERY_ENABLED");
      assert.equal(of("gcp:firestore/backupSchedule:BackupSchedule", among).length, 1);
    }
  });

  it("have a secret for each of the topology, without values", () => {
    const names = inputsOf("gcp:secretmanager/secret:Secret").map(({ secretId }) => secretId);
    assert.deepEqual(names.toSorted(), SECRETS.map(({ name }) => name).toSorted());
    assert.deepEqual(of("gcp:secretmanager/secretVersion:SecretVersion"), []);
  });

  it("rotate the key that wraps data keys", () => {
    const [key] = inputsOf("gcp:kms/cryptoKey:CryptoKey");
    assert.equal(key?.rotationPeriod, "7776000s");
  });
});

describe("public content", () => {
  it("is the studio, at the project's own address", () => {
    const [site] = inputsOf("gcp:firebase/hostingSite:HostingSite");
    assert.equal(site?.siteId, "mekuri-dev");
  });

  it("is cached by a CDN for pictures, whose URLs are valid as long as they are cached", () => {
    const [backend] = inputsOf("gcp:compute/backendBucket:BackendBucket");
    assert.equal(backend?.enableCdn, true);
    assert.equal(backend?.bucketName, "mekuri-dev-books");
    const policy = z
      .object({ cacheMode: z.string(), defaultTtl: z.number(), signedUrlCacheMaxAgeSec: z.number() })
      .parse(backend?.cdnPolicy);
    assert.equal(policy.cacheMode, "FORCE_CACHE_ALL");
    assert.ok(policy.signedUrlCacheMaxAgeSec >= policy.defaultTtl);
  });
});

describe("alerts", () => {
  it("are sent for dead letters, old and parked sessions, old messages, errors, a silent sweep, and the audit", () => {
    const policies = of("gcp:monitoring/alertPolicy:AlertPolicy");
    const names = [
      ...["dead-letters", "error-rate", "message-age", "parked-sessions", "session-age", "sweep-silent"],
      ...AUDIT_ALARMS.map(({ name }) => name),
    ];
    assert.deepEqual(policies.map(({ name }) => name).toSorted(), names.toSorted());
    for (const { inputs } of policies) assert.deepEqual(inputs.notificationChannels, ["people-id"]);
  });

  it("read a session's age from the field that the sweep logs, long before the session fails for it", () => {
    const { name, field } = AGE_METRIC;
    const metric = inputsOf("gcp:logging/metric:Metric").find((one) => one.name === name);
    assert.equal(metric?.valueExtractor, `EXTRACT(jsonPayload.${field})`);
    assert.match(
      readFileSync(new URL("../functions/sweep.ts", import.meta.url), "utf8"),
      RegExp(`${field}: `),
    );
    const query = ALARMS.find((alarm) => alarm.name === "session-age")?.query ?? "";
    assert.ok(query.includes(`logging.googleapis.com/user/${name}_bucket`));
    const seconds = Number(/> (\d+)$/.exec(query)?.[1]);
    assert.ok(seconds <= DEFAULT_TIMINGS.sessionDeadlineMs / 1_000 / 2);
    // A quantile returns a bucket's upper bound, so the alert's threshold must be one.
    const { explicitBuckets } = z
      .object({ explicitBuckets: z.object({ bounds: z.array(z.number()) }) })
      .parse(metric?.bucketOptions);
    assert.ok(explicitBuckets.bounds.includes(seconds));
  });

  it("read parked sessions from the field that the sweep logs", () => {
    const { name, field } = PARKED_METRIC;
    const metric = inputsOf("gcp:logging/metric:Metric").find((one) => one.name === name);
    assert.match(z.string().parse(metric?.filter), RegExp(`jsonPayload\\.${field}>0$`));
    assert.match(
      readFileSync(new URL("../functions/sweep.ts", import.meta.url), "utf8"),
      RegExp(`${field}: 1`),
    );
    const query = ALARMS.find((alarm) => alarm.name === "parked-sessions")?.query ?? "";
    assert.ok(query.includes(`logging.googleapis.com/user/${name}`));
  });

  it("are sent for spending before the budget is exhausted", () => {
    for (const [among, units] of [
      [dev, "100"],
      [prod, "5000"],
    ] as const) {
      const [budget] = inputsOf("gcp:billing/budget:Budget", among);
      assert.deepEqual(budget?.amount, { specifiedAmount: { currencyCode: "USD", units } });
    }
  });

  it("have a dashboard whose every chart has a query", () => {
    const [board] = inputsOf("gcp:monitoring/dashboard:Dashboard");
    const DashboardSchema = z.object({
      gridLayout: z.object({
        widgets: z.array(z.looseObject({ title: z.string(), xyChart: z.object({}) })).min(6),
      }),
    });
    DashboardSchema.parse(JSON.parse(z.string().parse(board?.dashboardJson)));
  });
});

describe("the two environments", () => {
  it("have one resource of each type and name, because Pulumi refuses a second one", () => {
    for (const recorded of [dev, prod]) {
      const keys = recorded.map(keyOf);
      assert.deepEqual(
        keys.filter((key, at) => keys.indexOf(key) !== at),
        [],
      );
    }
  });

  it("have the same resources", () => {
    const names = (among: RecordedResource[]) => among.map(({ type, name }) => `${type} ${name}`);
    assert.deepEqual(names(dev), names(prod));
  });

  it("keep the API warm in prod only", () => {
    const warm = (among: RecordedResource[]) =>
      services(among)
        .filter(({ template }) => template.scaling.minInstanceCount > 0)
        .map(({ name }) => name);
    assert.deepEqual(warm(dev), []);
    assert.deepEqual(warm(prod), ["mekuri-manga"]);
  });
});
