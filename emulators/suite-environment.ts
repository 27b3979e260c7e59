// The variables under which clients find the suite, and which of its services the environment names already.

/** What a client needs in its environment to find the suite. */
export type SuiteEnvironment = Record<SuiteVariable, string>;

type SuiteVariable = "GOOGLE_CLOUD_PROJECT" | ServiceVariable | "UPSTASH_REDIS_REST_TOKEN";

/** The variables that hold an address. Google's are as its client libraries read them; Storage's wants its scheme. */
export type ServiceVariable =
  | "FIREBASE_AUTH_EMULATOR_HOST"
  | "FIRESTORE_EMULATOR_HOST"
  | "PUBSUB_EMULATOR_HOST"
  | "STORAGE_EMULATOR_HOST"
  | "UPSTASH_REDIS_REST_URL";

export type ServicePorts = Readonly<Record<ServiceVariable, number>>;

/** Those of Google's own emulators, and one beside them. */
export const DEFAULT_PORTS: ServicePorts = {
  FIREBASE_AUTH_EMULATOR_HOST: 9099,
  FIRESTORE_EMULATOR_HOST: 8080,
  PUBSUB_EMULATOR_HOST: 8085,
  STORAGE_EMULATOR_HOST: 9199,
  UPSTASH_REDIS_REST_URL: 8079,
};

/** Names a `firestore.indexes.json`; Firestore then refuses the queries that it does not cover. */
export const STRICT_INDEXES = "EMULATORS_STRICT_INDEXES";

/** A project whose name starts with `demo-` can never be a real one. */
export const DEFAULT_PROJECT = "demo-mekuri";

/** The ports that a suite's environment names, to start it again where its clients look for it. */
export function portsOf(env: Readonly<Record<string, string | undefined>>): Partial<ServicePorts> {
  const found = Object.keys(DEFAULT_PORTS).map((name) => [
    name,
    Number(/:(\d+)$/.exec(env[name] ?? "")?.[1]),
  ]);
  return Object.fromEntries(found.filter(([, port]) => Number.isInteger(port)));
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What the environment names already. Google's variables say "emulator", so they are always taken; Upstash's may well
 * name a real database, so they are taken only for an address on this machine, as `npm run emulators` prints it.
 */
export function givenElsewhere(environment: Environment): Partial<SuiteEnvironment> {
  const given: Partial<SuiteEnvironment> = {};
  const { FIREBASE_AUTH_EMULATOR_HOST, FIRESTORE_EMULATOR_HOST } = environment;
  const { PUBSUB_EMULATOR_HOST, STORAGE_EMULATOR_HOST } = environment;
  if (FIREBASE_AUTH_EMULATOR_HOST) given.FIREBASE_AUTH_EMULATOR_HOST = FIREBASE_AUTH_EMULATOR_HOST;
  if (FIRESTORE_EMULATOR_HOST) given.FIRESTORE_EMULATOR_HOST = FIRESTORE_EMULATOR_HOST;
  if (PUBSUB_EMULATOR_HOST) given.PUBSUB_EMULATOR_HOST = PUBSUB_EMULATOR_HOST;
  if (STORAGE_EMULATOR_HOST) given.STORAGE_EMULATOR_HOST = withScheme(STORAGE_EMULATOR_HOST);
  const { UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN } = environment;
  if (UPSTASH_REDIS_REST_URL && UPSTASH_REDIS_REST_TOKEN && isLoopback(UPSTASH_REDIS_REST_URL)) {
    Object.assign(given, { UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN });
  }
  return given;
}

/** Google's own suite prints `host:port`, which the Storage client would take for https. */
const withScheme = (address: string) => (/^https?:\/\//.test(address) ? address : `http://${address}`);

const isLoopback = (address: string) =>
  URL.canParse(address) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(address).hostname);
