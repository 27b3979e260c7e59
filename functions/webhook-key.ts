// The key from which each user's secret for webhooks is made.
import { readSetting } from "../lib/cloud/config.ts";

export const webhookKey = () => readSetting("MEKURI_WEBHOOK_KEY") ?? readSetting("MEKURI_DATA_KEY")[0];
