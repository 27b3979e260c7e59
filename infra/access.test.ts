import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readMoney } from "../lib/cloud/config.ts";
import { PHASES } from "../lib/pipeline/step-id.ts";
import { FUNCTIONS } from "../lib/topology.ts";
import { dev, grants, memberOf, of, services } from "./environments.ts";
import { exampleSettings, recordResources } from "./recorded.ts";

const rolesOf = (name: string) =>
  grants()
    .filter(({ member }) => member === memberOf(name))
    .map(({ role }) => role);

describe("the functions", () => {
  it("are those of the topology, each with a service account of its own", () => {
    const names = FUNCTIONS.map(({ name }) => `mekuri-${name}`).toSorted();
    assert.deepEqual(
      services()
        .map(({ name }) => name)
        .toSorted(),
      names,
    );
    const accounts = services().map(({ template }) => template.serviceAccount);
    assert.equal(new Set(accounts).size, FUNCTIONS.length);
    for (const { name, template } of services())
      assert.equal(template.serviceAccount, `${name}@accounts.example`);
  });

  it("start by serve.mjs on Node 24, and get their names", () => {
    for (const { name, template } of services()) {
      const [{ baseImageUri, commands, args, envs }] = template.containers;
      assert.match(baseImageUri, /nodejs24$/);
      assert.deepEqual([...commands, ...args], ["node", "serve.mjs"]);
      assert.equal(`mekuri-${envs.find((env) => env.name === "FUNCTION_TARGET")?.value}`, name);
      assert.ok(envs.some((env) => env.name === "OTEL_EXPORTER_OTLP_ENDPOINT"));
    }
  });

  it("have the topology's timeouts, and at most the stage's number of instances", () => {
    for (const { name, template } of services()) {
      const deployed = FUNCTIONS.find((each) => `mekuri-${each.name}` === name);
      assert.equal(template.timeout, `${deployed?.timeoutSeconds}s`);
      assert.equal(template.scaling.maxInstanceCount, 10);
    }
  });

  it("get the name of a KMS key, and no data key", () => {
    for (const { template } of services()) {
      const names = template.containers[0].envs.map((env) => env.name);
      assert.ok(!names.includes("MEKURI_DATA_KEY"));
      assert.ok(names.includes("MEKURI_KMS_KEY"));
    }
  });
});

describe("least privilege", () => {
  it("gives only auth the signing keys, mounted as a file", () => {
    const readers = dev.filter(
      ({ inputs }) => inputs.secretId === "mekuri-signing-keys" && "member" in inputs,
    );
    assert.deepEqual(
      readers.map(({ inputs }) => inputs.member),
      [memberOf("auth")],
    );
    const mounted = services().filter(({ template }) => template.containers[0].volumeMounts.length > 0);
    assert.deepEqual(
      mounted.map(({ name }) => name),
      ["mekuri-auth"],
    );
    const file = mounted[0]?.template.containers[0].envs.find(
      ({ name }) => name === "MEKURI_SIGNING_KEYS_FILE",
    );
    assert.equal(file?.value, "/secrets/mekuri-signing-keys/value");
  });

  it("lets health read documents and list stores, and gives it no secret and no key", () => {
    assert.deepEqual(rolesOf("health").toSorted(), [
      "roles/datastore.viewer",
      "roles/pubsub.viewer",
      "roles/storage.bucketViewer",
      "roles/telemetry.tracesWriter",
    ]);
  });

  it("lets a function read exactly the secrets that the topology names", () => {
    const granted = dev
      .filter(({ type }) => type === "gcp:secretmanager/secretIamMember:SecretIamMember")
      .map(({ inputs }) => `${inputs.member} ${inputs.secretId}`);
    const wanted = FUNCTIONS.flatMap(({ name, secrets }) =>
      secrets.map((each) => `${memberOf(name)} ${each.name}`),
    );
    assert.deepEqual(granted.toSorted(), wanted.toSorted());
  });

  it("lets only the phases and the API decrypt stories, and not the function that calls user-chosen addresses", () => {
    const openers = grants().filter(({ role }) => role === "roles/cloudkms.cryptoKeyEncrypterDecrypter");
    const phases = FUNCTIONS.filter(({ rights }) => rights.includes("ask-models"));
    const wanted = ["manga", ...phases.map(({ name }) => name)].map(memberOf);
    assert.deepEqual(openers.map(({ member }) => member).toSorted(), wanted.toSorted());
  });

  it("lets only the phases call models", () => {
    const askers = grants().filter(({ role }) => role === "roles/aiplatform.user");
    const phases = FUNCTIONS.filter(({ rights }) => rights.includes("ask-models")).map(({ name }) =>
      memberOf(name),
    );
    assert.equal(phases.length, 7);
    assert.deepEqual(askers.map(({ member }) => member).toSorted(), phases.toSorted());
  });

  it("lets webhook, which calls user-chosen addresses, report its outcomes and nothing else", () => {
    const rights = dev.filter(({ inputs }) => inputs.member === memberOf("webhook"));
    const where = rights.map(({ inputs }) => [
      inputs.role,
      inputs.topic ?? inputs.secretId ?? inputs.project,
    ]);
    assert.deepEqual(where.toSorted(), [
      ["roles/pubsub.publisher", "mekuri-webhooks"],
      ["roles/secretmanager.secretAccessor", "mekuri-webhook-key"],
      ["roles/telemetry.tracesWriter", "mekuri-dev"],
    ]);
  });

  it("lets only webhook-attempts order webhook calls", () => {
    const callers = dev.filter(
      ({ inputs }) => inputs.topic === "mekuri-webhook-calls" && inputs.role === "roles/pubsub.publisher",
    );
    assert.deepEqual(
      callers.map(({ inputs }) => inputs.member),
      [memberOf("webhook-attempts")],
    );
  });

  it("lets only Pub/Sub publish dead letters", () => {
    const publishers = dev.filter(
      ({ inputs }) => inputs.topic === "mekuri-dead-letters" && inputs.role === "roles/pubsub.publisher",
    );
    assert.deepEqual(
      publishers.map(({ inputs }) => inputs.member),
      ["serviceAccount:agent-of-pubsub"],
    );
  });

  it("gives no account a basic role or an administrative one", () => {
    for (const { role } of grants()) assert.doesNotMatch(role, /roles\/(owner|editor|viewer)$|[aA]dmin/);
  });

  it("grants on the whole project only roles that no smaller resource takes", () => {
    const roles = grants()
      .filter(({ type }) => type === "gcp:projects/iAMMember:IAMMember")
      .map(({ role }) => role);
    assert.deepEqual([...new Set(roles)].toSorted(), [
      "projects/mekuri-dev/roles/mekuriAccountDeleter",
      "roles/aiplatform.user",
      "roles/datastore.user",
      "roles/datastore.viewer",
      "roles/firebaseauth.viewer",
      "roles/telemetry.tracesWriter",
    ]);
  });
});

describe("the public surface", () => {
  it("is the API's functions, without a role for allUsers", () => {
    const open = services().filter(({ invokerIamDisabled }) => invokerIamDisabled);
    assert.deepEqual(open.map(({ name }) => name).toSorted(), [
      "mekuri-auth",
      "mekuri-health",
      "mekuri-manga",
    ]);
    // Organisations forbid such a role with iam.allowedPolicyMemberDomains, which new ones have by default.
    const given = grants().filter(({ member }) => /^all(Authenticated)?Users$/.test(member));
    assert.deepEqual(given, []);
  });

  it("excludes functions called by messages or the timer", () => {
    const http = FUNCTIONS.filter(({ trigger }) => trigger.kind === "http").map(
      ({ name }) => `mekuri-${name}`,
    );
    for (const { name, ingress } of services()) {
      const wanted = http.includes(name) ? "INGRESS_TRAFFIC_ALL" : "INGRESS_TRAFFIC_INTERNAL_ONLY";
      assert.equal(ingress, wanted, name);
    }
  });

  it("trusts forwarded addresses only where something vouches for them", async () => {
    const envsOf = (name: string, among = dev) =>
      new Map(
        services(among)
          .find((service) => service.name === `mekuri-${name}`)
          ?.template.containers[0].envs.map((each) => [each.name, each]),
      );
    for (const name of ["manga", "auth", "health"]) {
      assert.equal(envsOf(name).get("MEKURI_TRUSTED_PROXIES")?.value, "2");
      assert.ok(!envsOf(name).has("MEKURI_PROXY_RANGES"));
      assert.ok(!envsOf(name).has("MEKURI_FRONT_KEY"));
    }
    const vouched = await recordResources(
      exampleSettings("dev", { proxyRanges: "192.0.2.0/24", hasLoadBalancer: true }),
    );
    for (const name of ["manga", "auth"]) {
      const envs = envsOf(name, vouched);
      assert.equal(envs.get("MEKURI_PROXY_RANGES")?.value, "192.0.2.0/24");
      assert.equal(envs.get("MEKURI_FRONT_KEY")?.valueSource?.secretKeyRef.secret, "mekuri-front-key");
    }
  });

  it("gives the service's limits to functions that give or take money, and to no other", () => {
    const limited = services().filter(({ template }) =>
      template.containers[0].envs.some(({ name }) => name.startsWith("MEKURI_SERVICE_")),
    );
    assert.deepEqual(
      limited.map(({ name }) => name).toSorted(),
      ["manga", ...PHASES].map((name) => `mekuri-${name}`).toSorted(),
    );
    for (const { template } of limited) {
      const { limits } = readMoney(
        Object.fromEntries(template.containers[0].envs.map(({ name, value }) => [name, value])),
      );
      assert.deepEqual(limits.service, {
        ...{ hourMicros: 20_000_000, dayMicros: 100_000_000, hourSessions: 100, daySessions: 500 },
      });
      assert.equal(limits.newAccountDayMicros, undefined);
    }
  });

  it("lets the CDN answer only signed URLs, and exists only with a domain", async () => {
    assert.equal(of("gcp:compute/backendBucketSignedUrlKey:BackendBucketSignedUrlKey").length, 1);
    const manga = services().find(({ name }) => name === "mekuri-manga");
    const envs = new Map(manga?.template.containers[0].envs.map((each) => [each.name, each]));
    assert.equal(envs.get("MEKURI_CDN_ORIGIN")?.value, "https://images.example");
    assert.equal(envs.get("MEKURI_CDN_KEY_NAME")?.value, "mekuri-images-1");
    assert.equal(envs.get("MEKURI_CDN_KEY")?.valueSource?.secretKeyRef.secret, "mekuri-cdn-key");
    const without = await recordResources(exampleSettings("dev", { images: undefined }));
    assert.deepEqual(
      without.filter(({ type }) => type.startsWith("gcp:compute/")),
      [],
    );
    assert.doesNotMatch(JSON.stringify(services(without)), /MEKURI_CDN/);
  });
});
