// Reasons for which a first `pulumi up` in an empty project would fail, checked on the recorded resources: disabled APIs, missing
// dependencies, missing required fields, and calls that Google refuses without a quota project.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as z from "zod";
import { FUNCTIONS } from "../lib/topology.ts";
import { BASE_TARGETS } from "../scripts/operate/deploy/plan.ts";
import { dev, of, prod, TYPES } from "./environments.ts";
import { inputFaults } from "./provider-types.ts";
import { exampleSettings, keyOf, type RecordedResource, recordResources } from "./recorded.ts";

/** The API of each provider module. Sources: the "API documentation" link of each resource in the provider's docs. */
const API_OF: Readonly<Record<string, string>> = {
  "gcp:billing/": "billingbudgets",
  "gcp:cloudrunv2/": "run",
  "gcp:cloudscheduler/": "cloudscheduler",
  "gcp:compute/": "compute",
  "gcp:firebase/hostingSite": "firebasehosting",
  "gcp:firebase/project": "firebase",
  "gcp:firebase/storageBucket": "firebasestorage",
  "gcp:firebase/webApp": "firebase",
  "gcp:firebaserules/": "firebaserules",
  "gcp:firestore/": "firestore",
  "gcp:identityplatform/": "identitytoolkit",
  "gcp:kms/": "cloudkms",
  "gcp:logging/": "logging",
  "gcp:monitoring/": "monitoring",
  "gcp:projects/iAMCustomRole": "iam",
  "gcp:projects/iAMMember": "cloudresourcemanager",
  "gcp:projects/serviceIdentity": "serviceusage",
  "gcp:pubsub/": "pubsub",
  "gcp:secretmanager/": "secretmanager",
  "gcp:serviceaccount/": "iam",
  "gcp:storage/": "storage",
};
const ENABLING = "gcp:projects/service:Service";
const QUOTA_PROVIDER = "pulumi:providers:gcp::quota";

/** All transitive dependencies of a resource, by key. */
function before(resource: RecordedResource, among: readonly RecordedResource[]): ReadonlySet<string> {
  const byKey = new Map(among.map((each) => [keyOf(each), each]));
  const found = new Set<string>();
  const waiting = [resource];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { dependsOn, provider } = next;
    for (const key of provider === undefined ? dependsOn : [...dependsOn, provider]) {
      if (found.has(key)) continue;
      found.add(key);
      const earlier = byKey.get(key);
      if (earlier !== undefined) waiting.push(earlier);
    }
  }
  return found;
}

const only = (type: string, name: string): RecordedResource => {
  const found = of(type).find((each) => each.name === name);
  assert.ok(found, `${type} ${name}`);
  return found;
};

describe("a first deployment", () => {
  it("enables the API of every resource before creating the resource", () => {
    for (const among of [dev, prod]) {
      for (const resource of among.filter(({ type }) => type !== ENABLING && type.startsWith("gcp:"))) {
        const api = Object.entries(API_OF).find(([prefix]) => resource.type.startsWith(prefix))?.[1];
        assert.ok(api, `which API does ${resource.type} call? Add it to API_OF`);
        assert.ok(before(resource, among).has(`${ENABLING}::${api}`), `${keyOf(resource)} needs ${api}`);
      }
    }
  });

  it("enables the APIs that functions call at run time, and that a quota project needs", () => {
    const enabled = of(ENABLING).map(({ name }) => name);
    for (const api of ["aiplatform", "iamcredentials", "telemetry", "cloudtrace", "serviceusage"]) {
      assert.ok(enabled.includes(api), api);
    }
  });

  it("creates alerts on metrics that have no value yet", () => {
    const ConditionsSchema = z.array(
      z.object({ conditionPrometheusQueryLanguage: z.object({ disableMetricValidation: z.boolean() }) }),
    );
    for (const { inputs } of of("gcp:monitoring/alertPolicy:AlertPolicy")) {
      for (const { conditionPrometheusQueryLanguage: asked } of ConditionsSchema.parse(inputs.conditions)) {
        assert.equal(asked.disableMetricValidation, true);
      }
    }
  });

  it("limits spending in the billing account's currency, and names the project by its number", async () => {
    const monthlyBudget = { units: "15000", currencyCode: "JPY" };
    const recorded = await recordResources(exampleSettings("dev", { monthlyBudget }));
    const [budget] = of("gcp:billing/budget:Budget", recorded);
    assert.deepEqual(budget?.inputs.amount, { specifiedAmount: monthlyBudget });
    assert.deepEqual(budget?.inputs.budgetFilter, {
      projects: ["projects/1234567890"],
      calendarPeriod: "MONTH",
    });
  });

  it("sets every field that the provider requires, and no unknown one", () => {
    for (const resource of [...dev, ...prod]) {
      assert.deepEqual(inputFaults(resource), [], keyOf(resource));
    }
  });

  it("would report a missing or misspelt field at any depth", () => {
    const service = only(TYPES.service, "sweep");
    const { location: _, ...inputs } = service.inputs;
    const template = { ...z.looseObject({}).parse(inputs.template), containers: [{ imagee: "scratch" }] };
    assert.deepEqual(inputFaults({ ...service, inputs: { ...inputs, template } }), [
      "location is missing",
      "template.containers[0].image is missing",
      "template.containers[0].imagee is unknown",
    ]);
  });
});

/** A resource and its prerequisite, by docs/operate/operations.md or by the documentation that the comment names. */
const EDGES: readonly { after: RecordedResource[]; first: RecordedResource[]; why: string }[] = [
  {
    after: [
      ...of("gcp:firebase/storageBucket:StorageBucket"),
      ...of("gcp:firebase/webApp:WebApp"),
      ...of("gcp:firebase/hostingSite:HostingSite"),
      ...of("gcp:identityplatform/config:Config"),
      ...of("gcp:firebaserules/ruleset:Ruleset"),
    ],
    first: of("gcp:firebase/project:Project"),
    why: "https://firebase.google.com/docs/projects/terraform/get-started: a project is added to Firebase first",
  },
  {
    after: [only("gcp:firebaserules/ruleset:Ruleset", "storage")],
    first: of("gcp:firebase/storageBucket:StorageBucket"),
    why: "rules of a bucket are released once the bucket is linked",
  },
  {
    after: of("gcp:firebase/storageBucket:StorageBucket"),
    first: [only(TYPES.bucket, "books")],
    why: "a bucket is linked once it is there",
  },
  {
    after: [
      only("gcp:firebaserules/ruleset:Ruleset", "firestore"),
      only("gcp:firebaserules/release:Release", "firestore"),
      ...of("gcp:firestore/index:Index"),
      ...of("gcp:firestore/field:Field"),
      ...of("gcp:firestore/backupSchedule:BackupSchedule"),
      ...of(TYPES.service),
    ],
    first: of("gcp:firestore/database:Database"),
    why: "the database comes before its rules, its indexes and its users",
  },
  {
    after: of(TYPES.subscription),
    first: [
      ...of("gcp:serviceaccount/iAMMember:IAMMember").filter(({ name }) => name === "agent-signs-pushes"),
      ...of("gcp:pubsub/topicIAMMember:TopicIAMMember").filter(({ name }) => name.startsWith("agent-")),
    ],
    why: "https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions: the agent may sign before it pushes",
  },
  {
    after: dev.filter(({ inputs }) => inputs.member === "serviceAccount:agent-of-pubsub"),
    first: of("gcp:projects/serviceIdentity:ServiceIdentity"),
    why: "a service agent must exist before it is given a role",
  },
  {
    after: of("gcp:storage/bucketIAMMember:BucketIAMMember").filter(({ name }) => name.startsWith("cdn-")),
    first: of("gcp:compute/backendBucketSignedUrlKey:BackendBucketSignedUrlKey"),
    why: "https://cloud.google.com/cdn/docs/using-signed-urls: the account that fills the cache appears with the first key",
  },
  {
    after: of("gcp:monitoring/alertPolicy:AlertPolicy"),
    first: [
      ...of("gcp:logging/metric:Metric"),
      ...of("gcp:monitoring/notificationChannel:NotificationChannel"),
    ],
    why: "an alert names its metric and its channel",
  },
  {
    after: of("gcp:billing/budget:Budget"),
    first: of("pulumi:providers:gcp"),
    why: "https://www.pulumi.com/registry/packages/gcp/api-docs/billing/budget/: budgets need a quota project",
  },
];

describe("the order of a first deployment", () => {
  for (const { after, first, why } of EDGES) {
    it(`${first[0]?.type.split(":").at(-1)} before ${after[0]?.type.split(":").at(-1)}: ${why}`, () => {
      assert.ok(after.length > 0 && first.length > 0);
      for (const resource of after) {
        const earlier = before(resource, dev);
        for (const needed of first)
          assert.ok(earlier.has(keyOf(needed)), `${keyOf(resource)} after ${keyOf(needed)}`);
      }
    });
  }

  it("creates a function after all its rights and secrets, and its subscription after the caller's right", () => {
    for (const { name, trigger } of FUNCTIONS) {
      const service = only(TYPES.service, name);
      const earlier = before(service, dev);
      const rights = dev.filter(({ inputs }) => String(inputs.member).includes(`:mekuri-${name}@`));
      assert.ok(rights.length > 0, name);
      for (const right of rights) assert.ok(earlier.has(keyOf(right)), `${name} after ${keyOf(right)}`);
      if (trigger.kind !== "push") continue;
      const subscription = only(TYPES.subscription, trigger.subscription.name);
      const invoker = only(TYPES.invoker, `${name}-for-pusher`);
      assert.ok(before(subscription, dev).has(keyOf(invoker)), trigger.subscription.name);
    }
  });
});

describe("the base stage of a first deployment", () => {
  const isTarget = (key: string) =>
    BASE_TARGETS.some((target) => {
      const name = target.replace(/^\*\*/, "");
      return name.endsWith("*") ? key.startsWith(name.slice(0, -1)) : key === name;
    });

  it("has the bucket of bundles and every secret, and nothing that depends on later resources", () => {
    const ground = dev.filter((resource) => isTarget(keyOf(resource)));
    const needed = [...of("gcp:secretmanager/secret:Secret"), only(TYPES.bucket, "bundles")];
    for (const resource of needed) assert.ok(ground.includes(resource), keyOf(resource));
    for (const target of BASE_TARGETS) {
      assert.ok(
        ground.some((resource) => keyOf(resource).startsWith(target.replace(/^\*\*|\*$/g, ""))),
        target,
      );
    }
    for (const resource of ground) {
      for (const key of before(resource, dev)) assert.ok(isTarget(key), `${keyOf(resource)} needs ${key}`);
    }
  });
});

describe("APIs that refuse user credentials without a quota project", () => {
  it("are called with one: Firebase, its rules, Identity Platform and budgets", () => {
    // By the provider's documentation; for rules, https://github.com/hashicorp/terraform-provider-google/issues/8263.
    const asked = dev.filter(({ type }) =>
      /^gcp:(billing|firebase|firebaserules|identityplatform)\//.test(type),
    );
    assert.ok(asked.length >= 9);
    for (const resource of asked) assert.equal(resource.provider, QUOTA_PROVIDER, keyOf(resource));
    const provider = only("pulumi:providers:gcp", "quota");
    assert.equal(provider.inputs.billingProject, "mekuri-dev");
    assert.equal(String(provider.inputs.userProjectOverride), "true");
  });

  it("do not include enabling APIs, which must work before any API is enabled", () => {
    for (const { provider, dependsOn } of of(ENABLING))
      assert.deepEqual([provider, dependsOn], [undefined, []]);
  });
});
