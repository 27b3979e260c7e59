// Opens the stores for an operator's command: in the service of a data folder, which is joined or started, or in Google's cloud.
import { localDataKey } from "./local-keys.ts";
import { openService } from "./shared-service.ts";

/** Whether the environment points to Google's cloud: local project ids begin with `demo-`. */
export function isCloud({ GOOGLE_CLOUD_PROJECT, FIRESTORE_EMULATOR_HOST }: NodeJS.ProcessEnv): boolean {
  return !FIRESTORE_EMULATOR_HOST && !!GOOGLE_CLOUD_PROJECT && !GOOGLE_CLOUD_PROJECT.startsWith("demo-");
}

/**
 * Sets this process's environment, so that `functions/wiring.ts` can be imported afterwards. `close` stops what was started. Throws the
 * errors of `openService`.
 */
export async function openStores(
  dataDir: string,
  onTrouble: (message: string) => void,
): Promise<{ close: () => Promise<void> }> {
  if (isCloud(process.env)) return { close: async () => {} };
  const service = await openService({ dataDir, isolate: false, apiPort: 0, onTrouble });
  Object.assign(process.env, service.emulators, {
    METADATA_SERVER_DETECTION: "none",
    MEKURI_DATA_KEY: localDataKey(dataDir),
  });
  return { close: () => service.close() };
}
