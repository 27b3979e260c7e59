// The environment variables by which clients find the suite, and the services that the environment already configures.

/** The environment variables that a client needs to find the suite. */
export type SuiteEnvironment = Record<SuiteVariable, string>;

type SuiteVariable = "GOOGLE_CLOUD_PROJECT" | ServiceVariable | "UPSTASH_REDIS_REST_TOKEN";

/** The variables with an address, as Google's client libraries read them. Storage's includes the scheme. */
export type ServiceVariable =
  | "FIREBASE_AUTH_EMULATOR_HOST"
  | "FIRESTORE_EMULATOR_HOST"
  | "PUBSUB_EMULATOR_HOST"
  | "STORAGE_EMULATOR_HOST"
  | "UPSTASH_REDIS_REST_URL";

export type ServicePorts = Readonly<Record<ServiceVariable, number>>;

/** The default ports of Google's emulators, and one for Upstash. */
export const DEFAULT_PORTS: ServicePorts = {
  FIREBASE_AUTH_EMULATOR_HOST: 9099,
  FIRESTORE_EMULATOR_HOST: 8080,
  PUBSUB_EMULATOR_HOST: 8085,
  STORAGE_EMULATOR_HOST: 9199,
  UPSTASH_REDIS_REST_URL: 8079,
};

/** Path of a `firestore.indexes.json`. If it is set, Firestore refuses queries that the file does not cover. */
export const STRICT_INDEXES = "EMULATORS_STRICT_INDEXES";

/** Firebase reserves project names that start with `demo-` for emulators. */
export const DEFAULT_PROJECT = "demo-mekuri";

/** The ports of a suite's environment, to restart it on the same ports. */
export function portsOf(env: Readonly<Record<string, string | undefined>>): Partial<ServicePorts> {
  const found = Object.keys(DEFAULT_PORTS).map((name) => [
    name,
    Number(/:(\d+)$/.exec(env[name] ?? "")?.[1]),
  ]);
  return Object.fromEntries(found.filter(([, port]) => Number.isInteger(port)));
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The services that the environment already configures. Google's variables are for emulators and always count. Upstash's variables may
 * name a real database, so they count only if the address is on this machine, as `npm run emulators` prints it.
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

/** Adds `http://` to `host:port`, as Google's suite prints it, because the Storage client would assume https. */
const withScheme = (address: string) => (/^https?:\/\//.test(address) ? address : `http://${address}`);

const isLoopback = (address: string) =>
  URL.canParse(address) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(address).hostname);
