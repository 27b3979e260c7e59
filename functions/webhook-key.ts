// The key from which each user's webhook secret is derived.
import { readSetting } from "../lib/cloud/config.ts";

export const webhookKey = () => readSetting("MEKURI_WEBHOOK_KEY") ?? readSetting("MEKURI_DATA_KEY")[0];
