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
  it("are those of the topology, each with an account of its own", () => {
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

  it("start by serve.mjs on Node 24, and are told which they are", () => {
    for (const { name, template } of services()) {
      const [{ baseImageUri, commands, args, envs }] = template.containers;
      assert.match(baseImageUri, /nodejs24$/);
      assert.deepEqual([...commands, ...args], ["node", "serve.mjs"]);
      assert.equal(`mekuri-${envs.find((env) => env.name === "FUNCTION_TARGET")?.value}`, name);
      assert.ok(envs.some((env) => env.name === "OTEL_EXPORTER_OTLP_ENDPOINT"));
    }
  });

  it("get the time that the topology gives them, and no more instances than the stage allows", () => {
    for (const { name, template } of services()) {
      const deployed = FUNCTIONS.find((each) => `mekuri-${each.name}` === name);
      assert.equal(template.timeout, `${deployed?.timeoutSeconds}s`);
      assert.equal(template.scaling.maxInstanceCount, 10);
    }
  });

  it("are given the name of a key in KMS, and no data key", () => {
    for (const { template } of services()) {
      const names = template.containers[0].envs.map((env) => env.name);
      assert.ok(!names.includes("MEKURI_DATA_KEY"));
      assert.ok(names.includes("MEKURI_KMS_KEY"));
    }
  });
});

describe("least privilege", () => {
  it("lets auth alone read the signing keys, and mounts them as a file there alone", () => {
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

  it("lets health read documents and see stores, and gives it no secret and no key", () => {
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

  it("lets stories be opened by the phases and the API alone: not by what calls addresses that people chose", () => {
    const openers = grants().filter(({ role }) => role === "roles/cloudkms.cryptoKeyEncrypterDecrypter");
    const phases = FUNCTIONS.filter(({ rights }) => rights.includes("ask-models"));
    const wanted = ["manga", ...phases.map(({ name }) => name)].map(memberOf);
    assert.deepEqual(openers.map(({ member }) => member).toSorted(), wanted.toSorted());
  });

  it("lets the phases alone ask models", () => {
    const askers = grants().filter(({ role }) => role === "roles/aiplatform.user");
    const phases = FUNCTIONS.filter(({ rights }) => rights.includes("ask-models")).map(({ name }) =>
      memberOf(name),
    );
    assert.equal(phases.length, 7);
    assert.deepEqual(askers.map(({ member }) => member).toSorted(), phases.toSorted());
  });

  it("lets webhook, which calls addresses that people chose, report what came of it, and nothing else", () => {
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

  it("lets nobody but webhook-attempts have webhook call an address", () => {
    const callers = dev.filter(
      ({ inputs }) => inputs.topic === "mekuri-webhook-calls" && inputs.role === "roles/pubsub.publisher",
    );
    assert.deepEqual(
      callers.map(({ inputs }) => inputs.member),
      [memberOf("webhook-attempts")],
    );
  });

  it("lets nobody but Pub/Sub publish dead letters", () => {
    const publishers = dev.filter(
      ({ inputs }) => inputs.topic === "mekuri-dead-letters" && inputs.role === "roles/pubsub.publisher",
    );
    assert.deepEqual(
      publishers.map(({ inputs }) => inputs.member),
      ["serviceAccount:agent-of-pubsub"],
    );
  });

  it("gives no account a basic role, nor any that rules", () => {
    for (const { role } of grants()) assert.doesNotMatch(role, /roles\/(owner|editor|viewer)$|[aA]dmin/);
  });

  it("grants in the whole project only what has no smaller resource", () => {
    const roles = grants()
      .filter(({ type }) => type === "gcp:projects/iAMMember:IAMMember")
      .map(({ role }) => role);
    assert.deepEqual([...new Set(roles)].toSorted(), [
      "roles/aiplatform.user",
      "roles/datastore.user",
      "roles/datastore.viewer",
      "roles/telemetry.tracesWriter",
    ]);
  });
});

describe("what is public", () => {
  it("is nothing but the API's functions, and no role is given to everybody", () => {
    const open = services().filter(({ invokerIamDisabled }) => invokerIamDisabled);
    assert.deepEqual(open.map(({ name }) => name).toSorted(), [
      "mekuri-auth",
      "mekuri-health",
      "mekuri-manga",
    ]);
    // Organisations refuse such a role by iam.allowedPolicyMemberDomains, which new ones have by default.
    const given = grants().filter(({ member }) => /^all(Authenticated)?Users$/.test(member));
    assert.deepEqual(given, []);
  });

  it("cannot reach a function that messages or the timer wake", () => {
    const http = FUNCTIONS.filter(({ trigger }) => trigger.kind === "http").map(
      ({ name }) => `mekuri-${name}`,
    );
    for (const { name, ingress } of services()) {
      const wanted = http.includes(name) ? "INGRESS_TRAFFIC_ALL" : "INGRESS_TRAFFIC_INTERNAL_ONLY";
      assert.equal(ingress, wanted, name);
    }
  });

  it("tells the API which address is a caller's only where somebody vouches for it", async () => {
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

  it("tells the limits of the service to whatever gives or takes money, and to nothing else", () => {
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

  it("lets the CDN answer only what was signed, and appears only with a domain", async () => {
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
