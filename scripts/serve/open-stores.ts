// Where an operator's command works: in the service of a data folder, which is joined or started, or in Google's cloud.
import { localDataKey } from "./local-keys.ts";
import { openService } from "./shared-service.ts";

/** Whether the environment leads to Google's cloud: no project of ours there has a name that begins with `demo-`. */
export function isCloud({ GOOGLE_CLOUD_PROJECT, FIRESTORE_EMULATOR_HOST }: NodeJS.ProcessEnv): boolean {
  return !FIRESTORE_EMULATOR_HOST && !!GOOGLE_CLOUD_PROJECT && !GOOGLE_CLOUD_PROJECT.startsWith("demo-");
}

/**
 * Leads this process's clients to the stores, so that `functions/wiring.ts` may be imported after it.
 * `close` ends what was started for it. Throws what `openService` throws.
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
