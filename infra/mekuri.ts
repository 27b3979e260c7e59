// The whole of Mekuri in one project of Google Cloud, put together.
import type { Output } from "@pulumi/pulumi";
import { deliverImages } from "./delivery.ts";
import { runFunctions } from "./functions.ts";
import { publishStudio } from "./hosting.ts";
import { carryMessages } from "./messages.ts";
import { enableApis } from "./project.ts";
import { keepSecrets } from "./secrets.ts";
import { type Settings, STAGES } from "./settings.ts";
import { keepData } from "./stores.ts";
import { watch } from "./watch.ts";

export interface Mekuri {
  /** Of the functions that people may call, by name. */
  apiAddresses: Record<string, Output<string>>;
  keyName: Output<string>;
  bucketName: Output<string>;
}

export function mekuri(settings: Settings): Mekuri {
  const place = { ...settings, ...STAGES[settings.stage], after: { dependsOn: enableApis(settings) } };
  const secrets = keepSecrets(place);
  const stores = keepData(place);
  const topics = carryMessages(place);
  const functions = runFunctions(place, { secrets, stores, topics });
  publishStudio(place);
  deliverImages(place, stores);
  watch(place);
  return {
    apiAddresses: functions.apiAddresses,
    keyName: secrets.keyName,
    bucketName: stores.books.name,
  };
}
