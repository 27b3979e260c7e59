// The functions: a Cloud Run service for each, with its own service account and its trigger.
import * as gcp from "@pulumi/gcp";
import { interpolate, type Output, type Resource } from "@pulumi/pulumi";
import { type DeployedFunction, FUNCTIONS } from "../lib/topology.ts";
import { CDN_KEY_NAME } from "./delivery.ts";
import type { Topics } from "./messages.ts";
import type { Place } from "./project.ts";
import { grantRights, grantSecrets } from "./rights.ts";
import type { Secrets } from "./secrets.ts";
import type { Stores } from "./stores.ts";

export interface Parts {
  secrets: Secrets;
  stores: Stores;
  topics: Topics;
}

const SECRET_FILES = "/secrets";
/** Node 24; Cloud Run updates the base image automatically. */
const BASE_IMAGE = "google-24-full/runtimes/nodejs24";

interface Account {
  resource: gcp.serviceaccount.Account;
  email: Output<string>;
  member: Output<string>;
}

/** The account that calls a function, and the audience of its tokens. */
interface Caller extends Account {
  audience: Output<string>;
}

function account({ project, after }: Place, name: string, displayName: string): Account {
  const accountId = `mekuri-${name}`;
  const resource = new gcp.serviceaccount.Account(accountId, { project, accountId, displayName }, after);
  return { resource, email: resource.email, member: interpolate`serviceAccount:${resource.email}` };
}

export function createFunctions(
  place: Place,
  parts: Parts,
): { apiAddresses: Record<string, Output<string>> } {
  const pusher = account(place, "pusher", "Signs what Pub/Sub pushes");
  const timer = account(place, "timer", "Signs what Cloud Scheduler sends");
  const maySign = new gcp.serviceaccount.IAMMember("agent-signs-pushes", {
    ...{ serviceAccountId: pusher.resource.name, role: "roles/iam.serviceAccountTokenCreator" },
    member: parts.topics.agent,
  });
  const apiAddresses: Record<string, Output<string>> = {};
  // `auth` comes first, because `manga` needs the address of its public keys.
  const authFirst = FUNCTIONS.toSorted((a, b) => Number(b.name === "auth") - Number(a.name === "auth"));
  for (const deployed of authFirst) {
    const { name, trigger } = deployed;
    const jwksUrl = apiAddresses.auth && interpolate`${apiAddresses.auth}/.well-known/jwks.json`;
    const caller =
      trigger.kind === "http" ? undefined : callerOf(name, trigger.kind === "push" ? pusher : timer);
    const service = createFunction(place, deployed, { ...parts, jwksUrl, caller });
    const invoker = (who: string, member: Output<string>) =>
      new gcp.cloudrunv2.ServiceIamMember(`${name}-for-${who}`, {
        ...{ project: place.project, location: place.region, name: service.name },
        ...{ role: "roles/run.invoker", member },
      });
    if (caller === undefined) {
      apiAddresses[name] = service.uri;
    } else if (trigger.kind === "push") {
      const before = [invoker("pusher", caller.member), maySign, parts.topics.mayForward];
      pushTo(place, { deployed, service, caller, before, topics: parts.topics });
    } else {
      const mayCall = invoker("timer", caller.member);
      callEvery(place, { name, service, caller, mayCall });
    }
  }
  return { apiAddresses };
}

/**
 * A separate audience for each function, so that a token is valid for one function only. It is not a server's address but has the form of
 * Cloud Run's custom audiences (https://cloud.google.com/run/docs/configuring/custom-audiences). It contains the number of the caller's
 * account, which strangers do not know: Cloud Run removes signatures, so a service that was made public by mistake would pass on forged
 * tokens.
 */
function callerOf(name: string, caller: Account): Caller {
  return { ...caller, audience: interpolate`https://mekuri-${name}-${caller.resource.uniqueId}.internal` };
}

interface RunParts extends Parts {
  jwksUrl: Output<string> | undefined;
  caller: Caller | undefined;
}

function createFunction(place: Place, deployed: DeployedFunction, parts: RunParts): gcp.cloudrunv2.Service {
  const { project, region, version, redisUrl, maxInstances, minApiInstances, isProtected, images } = place;
  const { name, trigger, secrets } = deployed;
  const own = account(place, name, `The function ${name}`);
  const granted = [
    ...grantRights(place, { deployed, own, parts }),
    ...grantSecrets(place, { deployed, own, parts }),
  ];
  const configured: Record<string, boolean> = {
    UPSTASH_REDIS_REST_TOKEN: redisUrl !== undefined,
    MEKURI_CDN_KEY: images !== undefined,
    MEKURI_FRONT_KEY: place.hasLoadBalancer,
    MEKURI_WORDS_KEY: place.hasOwnKeys.words,
    MEKURI_PICTURES_KEY: place.hasOwnKeys.pictures,
    MEKURI_SDAPI_AUTH: place.hasOwnKeys.sdapi,
  };
  const held = secrets.filter(({ isOptional, setting }) => !isOptional || configured[setting]);
  const values = held.filter(({ isFile }) => !isFile);
  const files = held.filter(({ isFile }) => isFile);
  const plain: Record<string, Output<string> | string | undefined> = {
    FUNCTION_TARGET: name,
    GOOGLE_CLOUD_PROJECT: project,
    MEKURI_BUCKET: parts.stores.books.name,
    // The name is not secret: `wrap-keys` decides who may use the key.
    MEKURI_KMS_KEY: parts.secrets.keyName,
    // Google's front end appends the address that connected to it; Hosting, if it is in front, the caller's before.
    MEKURI_TRUSTED_PROXIES: trigger.kind === "http" ? "2" : undefined,
    MEKURI_PROXY_RANGES: trigger.kind === "http" ? place.proxyRanges : undefined,
    ...(isSpending(deployed) && moneyOf(place)),
    // `manga` offers and prices these models; only the phases call them and have their keys.
    ...(isSpending(deployed) && place.ownServers),
    MEKURI_JWKS_URL: name === "manga" ? parts.jwksUrl : undefined,
    MEKURI_GOOGLE_AUDIENCES: name === "auth" ? project : undefined,
    MEKURI_IDENTITY_PROJECT: ["auth", "sweep"].includes(name) ? project : undefined,
    UPSTASH_REDIS_REST_URL: values.some(({ setting }) => setting === "UPSTASH_REDIS_REST_TOKEN")
      ? redisUrl
      : undefined,
    ...(images !== undefined &&
      values.some(({ setting }) => setting === "MEKURI_CDN_KEY") && {
        MEKURI_CDN_ORIGIN: `https://${images.domain}`,
        MEKURI_CDN_KEY_NAME: CDN_KEY_NAME,
      }),
    VERTEX_PROJECT: project,
    MEKURI_MODELS_JSON: place.modelRows,
    OTEL_EXPORTER_OTLP_ENDPOINT: "https://telemetry.googleapis.com",
    ...(parts.caller && {
      MEKURI_CALLER_AUDIENCE: parts.caller.audience,
      MEKURI_CALLER_ACCOUNT: parts.caller.email,
      MEKURI_CALLER_SIGNATURE: "removed",
    }),
  };
  for (const { name: secret, setting } of files) plain[setting] = `${SECRET_FILES}/${secret}/value`;
  return new gcp.cloudrunv2.Service(
    name,
    {
      ...{ project, location: region, name: `mekuri-${name}`, deletionProtection: isProtected },
      // Pub/Sub and Cloud Scheduler of the same project count as internal.
      ingress: trigger.kind === "http" ? "INGRESS_TRAFFIC_ALL" : "INGRESS_TRAFFIC_INTERNAL_ONLY",
      // Public functions have no invoker check instead of a role for `allUsers`, which organisations forbid, new ones by default.
      // https://cloud.google.com/run/docs/authenticating/public
      invokerIamDisabled: trigger.kind === "http",
      ...(parts.caller && { customAudiences: [parts.caller.audience] }),
      labels: { stage: place.stage, version },
      template: {
        serviceAccount: own.email,
        timeout: `${deployed.timeoutSeconds}s`,
        maxInstanceRequestConcurrency: deployed.concurrency,
        scaling: { minInstanceCount: name === "manga" ? minApiInstances : 0, maxInstanceCount: maxInstances },
        containers: [
          {
            image: "scratch",
            baseImageUri: `${region}-docker.pkg.dev/serverless-runtimes/${BASE_IMAGE}`,
            sourceCode: {
              cloudStorageSource: { bucket: parts.stores.bundles.name, object: `${version}/${name}.zip` },
            },
            commands: ["node"],
            args: ["serve.mjs"],
            resources: {
              limits: { cpu: "1", memory: `${deployed.memoryMb}Mi` },
              cpuIdle: true,
              startupCpuBoost: true,
            },
            envs: [
              ...Object.entries(plain).flatMap(([key, value]) =>
                value === undefined ? [] : { name: key, value },
              ),
              ...values.map(({ name: secret, setting }) => ({
                name: setting,
                valueSource: { secretKeyRef: { secret, version: "latest" } },
              })),
            ],
            volumeMounts: files.map(({ name: secret }) => ({
              name: secret,
              mountPath: `${SECRET_FILES}/${secret}`,
            })),
          },
        ],
        volumes: files.map(({ name: secret }) => ({
          name: secret,
          secret: { secret, items: [{ path: "value", version: "latest" }] },
        })),
      },
    },
    { dependsOn: [...granted, parts.stores.documents] },
  );
}

/** Whether it gives allotments to sessions or takes from them. */
function isSpending({ name, rights }: DeployedFunction): boolean {
  return name === "manga" || rights.includes("ask-models");
}

function moneyOf({ service, newAccountDayMicrodollars }: Place): Record<string, string | undefined> {
  return {
    MEKURI_NEW_ACCOUNT_DAY_MICRODOLLARS: newAccountDayMicrodollars?.toString(),
    MEKURI_SERVICE_HOUR_MICRODOLLARS: String(service.hourMicrodollars),
    MEKURI_SERVICE_DAY_MICRODOLLARS: String(service.dayMicrodollars),
    MEKURI_SERVICE_HOUR_SESSIONS: String(service.hourSessions),
    MEKURI_SERVICE_DAY_SESSIONS: String(service.daySessions),
  };
}

interface Push {
  deployed: DeployedFunction;
  service: gcp.cloudrunv2.Service;
  caller: Caller;
  /** Rights that a delivery needs; without them it would be refused and backed off. */
  before: Resource[];
  topics: Topics;
}

function pushTo({ project }: Place, { deployed, service, caller, before, topics }: Push): void {
  if (deployed.trigger.kind !== "push") return;
  const { name, topic, deadLetter, ...numbers } = deployed.trigger.subscription;
  const idOf = (topicName: string) => `projects/${project}/topics/${topicName}`;
  const subscription = new gcp.pubsub.Subscription(
    name,
    {
      ...{ project, name, topic: idOf(topic), ackDeadlineSeconds: numbers.ackDeadlineSeconds },
      messageRetentionDuration: `${numbers.retentionSeconds}s`,
      expirationPolicy: { ttl: "" },
      retryPolicy: {
        minimumBackoff: `${numbers.minBackoffSeconds}s`,
        maximumBackoff: `${numbers.maxBackoffSeconds}s`,
      },
      pushConfig: {
        pushEndpoint: service.uri,
        oidcToken: { serviceAccountEmail: caller.email, audience: caller.audience },
      },
      ...(deadLetter && {
        deadLetterPolicy: {
          deadLetterTopic: idOf(deadLetter.topic),
          maxDeliveryAttempts: deadLetter.maxDeliveryAttempts,
        },
      }),
    },
    { dependsOn: [...topics.byName.values(), ...before] },
  );
  if (deadLetter === undefined) return;
  // Without this right Pub/Sub silently forwards nothing.
  new gcp.pubsub.SubscriptionIAMMember(`${name}-agent`, {
    ...{ project, subscription: subscription.name, role: "roles/pubsub.subscriber", member: topics.agent },
  });
}

interface Timer {
  name: string;
  service: gcp.cloudrunv2.Service;
  caller: Caller;
  mayCall: gcp.cloudrunv2.ServiceIamMember;
}

function callEvery({ project, region }: Place, { name, service, caller, mayCall }: Timer): void {
  new gcp.cloudscheduler.Job(
    name,
    {
      ...{ project, region, name: `mekuri-${name}`, schedule: "* * * * *", timeZone: "Etc/UTC" },
      attemptDeadline: "60s",
      retryConfig: { retryCount: 0 },
      httpTarget: {
        ...{ uri: service.uri, httpMethod: "POST" },
        oidcToken: { serviceAccountEmail: caller.email, audience: caller.audience },
      },
    },
    { dependsOn: mayCall },
  );
}
