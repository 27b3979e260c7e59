// What may be spent, as the environment says. In the cloud accounts by password begin with the price of a few draft pages a day.
import { readMoney } from "../lib/cloud/config.ts";
import { once, onceLoaded } from "./once.ts";

const DRAFT_PAGES = 4;

/** The catalog of models is loaded when the first new account needs an allotment. */
const draftPages = onceLoaded(async () => {
  const { draftPagesMicros } = await import("../lib/api/estimate.ts");
  return draftPagesMicros(DRAFT_PAGES);
});

export const money = once(() => {
  const { limits, stopped } = readMoney();
  // Cloud Run sets K_SERVICE. https://docs.cloud.google.com/run/docs/container-contract
  const isCloud = process.env.K_SERVICE !== undefined;
  const newAccountDayMicros = limits.newAccountDayMicros ?? (isCloud ? draftPages : undefined);
  return { limits: { ...limits, newAccountDayMicros }, stopped };
});
