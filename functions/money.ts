// Spending limits from the environment. In the cloud, password accounts start with the price of a few draft pages a day.
import { readMoney } from "../lib/cloud/config.ts";
import type { StoreLimits } from "../lib/cloud/firestore-funds.ts";
import { once, onceLoaded } from "./once.ts";

const DRAFT_PAGES = 4;

/** The model catalog is loaded when the first new account needs an allotment. */
const draftPages = onceLoaded(async () => {
  const { draftPagesMicros } = await import("../lib/api/estimate.ts");
  return draftPagesMicros(DRAFT_PAGES);
});

/** `stopped`: the reason if the settings forbid all spending. */
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
