// What may be spent, as the environment says. In the cloud accounts by password begin with the price of a few draft pages a day.
import { readMoney } from "../lib/cloud/config.ts";
import type { StoreLimits } from "../lib/cloud/firestore-funds.ts";
import { once, onceLoaded } from "./once.ts";

const DRAFT_PAGES = 4;

/** The catalog of models is loaded when the first new account needs an allotment. */
const draftPages = onceLoaded(async () => {
  const { draftPagesMicros } = await import("../lib/api/estimate.ts");
  return draftPagesMicros(DRAFT_PAGES);
});

/** `stopped`: why the setting stops all spending, if it does. */
export function moneyIn(environment: NodeJS.ProcessEnv): {
  limits: StoreLimits;
  stopped: string | undefined;
} {
  const { limits, stopped } = readMoney(environment);
  // Cloud Run sets K_SERVICE. https://docs.cloud.google.com/run/docs/container-contract
  const isCloud = environment.K_SERVICE !== undefined;
  const newAccountDayMicros = limits.newAccountDayMicros ?? (isCloud ? draftPages : undefined);
  return { limits: { ...limits, newAccountDayMicros }, stopped };
}

export const money = once(() => moneyIn(process.env));
