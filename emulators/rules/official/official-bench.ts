// Google's library for testing rules, connected to an emulator of this package or to FIRESTORE_EMULATOR_HOST. Its packages are
// installed in this folder on first use, so the types are declared here.
import { createRequire } from "node:module";
import { openDatabase } from "../../database.ts";
import type { RulesBench, RulesClient } from "../../firestore/rules-contract.ts";
import { startFirestore } from "../../firestore/server.ts";
import { setUpOfficial } from "./set-up.ts";

const PROJECT = "demo-rules-official";

/** The part of `firebase/compat/app` that is used here. */
interface CompatFirestore {
  doc(path: string): {
    get(options: { source: "server" }): Promise<unknown>;
    set(data: object): Promise<unknown>;
    update(data: object): Promise<unknown>;
    delete(): Promise<unknown>;
  };
  collection(
    path: string,
  ): CompatQuery & { where(field: string, operator: "==", value: string): CompatQuery };
}

interface CompatQuery {
  get(options: { source: "server" }): Promise<unknown>;
}

interface Context {
  firestore(): CompatFirestore;
}

interface Environment {
  authenticatedContext(uid: string, claims?: object): Context;
  unauthenticatedContext(): Context;
  withSecurityRulesDisabled(act: (context: Context) => Promise<unknown>): Promise<void>;
  clearFirestore(): Promise<void>;
  cleanup(): Promise<void>;
}

/** The part of `@firebase/rules-unit-testing` that is used here. */
export interface OfficialLibrary {
  initializeTestEnvironment(config: {
    projectId: string;
    firestore: { host: string; port: number; rules: string };
  }): Promise<Environment>;
  assertFails(attempt: Promise<unknown>): Promise<unknown>;
  assertSucceeds(attempt: Promise<unknown>): Promise<unknown>;
}

/** Throws when the packages cannot be installed. */
export async function officialLibrary(): Promise<OfficialLibrary> {
  await setUpOfficial();
  const require = createRequire(import.meta.url);
  const library = require("@firebase/rules-unit-testing");
  // The library logs every refusal.
  require("firebase/firestore").setLogLevel("silent");
  return library;
}

export async function officialBench(): Promise<RulesBench> {
  const library = await officialLibrary();
  const given = process.env.FIRESTORE_EMULATOR_HOST;
  const service = given === undefined ? await startFirestore({ db: openDatabase("memory") }) : null;
  const host = service?.host ?? given ?? "";
  const [name = "", port] = host.split(":");
  const environments: Environment[] = [];
  const databases = new Map<string, CompatFirestore>();

  async function environment(rules: string): Promise<Environment> {
    const firestore = { host: name, port: Number(port), rules };
    const made = await library.initializeTestEnvironment({ projectId: PROJECT, firestore });
    environments.push(made);
    return made;
  }

  return {
    host,
    projectId: PROJECT,
    // The emulator checks tokens, but this client waits for a new token and does not report the error.
    areTokensChecked: false,
    putRules: async (rules) => {
      await environment(rules);
    },
    client(caller): RulesClient {
      // One environment is enough, because rules are loaded for the whole project.
      const [environment] = environments;
      if (environment === undefined) throw new Error("Load the rules before opening a client.");
      const context =
        caller === null
          ? environment.unauthenticatedContext()
          : environment.authenticatedContext(caller.uid, caller.claims);
      const db = databases.get(JSON.stringify(caller)) ?? context.firestore();
      databases.set(JSON.stringify(caller), db);
      return {
        get: (path) => db.doc(path).get({ source: "server" }),
        list(path, filter) {
          const collection = db.collection(path);
          const query = filter ? collection.where(filter[0], "==", filter[1]) : collection;
          return query.get({ source: "server" });
        },
        set: (path, data) => db.doc(path).set(data),
        update: (path, data) => db.doc(path).update(data),
        delete: (path) => db.doc(path).delete(),
      };
    },
    async close() {
      await Promise.all(environments.map((each) => each.cleanup()));
      await service?.close();
    },
  };
}
