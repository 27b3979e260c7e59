// All resources of Mekuri in one Google Cloud project.
import type { Output } from "@pulumi/pulumi";
import { deliverImages } from "./delivery.ts";
import { runFunctions } from "./functions.ts";
import { addFirebase, publishStudio } from "./hosting.ts";
import { carryMessages } from "./messages.ts";
import { layGround } from "./project.ts";
import { keepSecrets } from "./secrets.ts";
import { type Settings, STAGES } from "./settings.ts";
import { keepData } from "./stores.ts";
import { watch } from "./watch.ts";

export interface Mekuri {
  /** Addresses of the public functions, by name. */
  apiAddresses: Record<string, Output<string>>;
  keyName: Output<string>;
  bucketName: Output<string>;
  /** IP address that the pictures' domain must resolve to; undefined without one. */
  imagesAddress: Output<string> | undefined;
}

export function mekuri(settings: Settings): Mekuri {
  const place = { ...settings, ...STAGES[settings.stage], ...layGround(settings) };
  const secrets = keepSecrets(place);
  const firebase = addFirebase(place);
  const stores = keepData(place, firebase);
  const topics = carryMessages(place);
  const functions = runFunctions(place, { secrets, stores, topics });
  publishStudio(place, firebase);
  const imagesAddress = deliverImages(place, stores);
  watch(place);
  return {
    apiAddresses: functions.apiAddresses,
    keyName: secrets.keyName,
    bucketName: stores.books.name,
    imagesAddress,
  };
}
