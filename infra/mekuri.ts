// All resources of Mekuri in one Google Cloud project.
import type { Output } from "@pulumi/pulumi";
import { deliverImages } from "./delivery.ts";
import { createFunctions } from "./functions.ts";
import { addFirebase, publishStudio } from "./hosting.ts";
import { createTopics } from "./messages.ts";
import { prepareProject } from "./project.ts";
import { createSecrets } from "./secrets.ts";
import { type Settings, STAGES } from "./settings.ts";
import { createStores } from "./stores.ts";
import { createAlerts } from "./watch.ts";

export interface Mekuri {
  /** Addresses of the public functions, by name. */
  apiAddresses: Record<string, Output<string>>;
  keyName: Output<string>;
  bucketName: Output<string>;
  /** IP address that the pictures' domain must resolve to; undefined without one. */
  imagesAddress: Output<string> | undefined;
}

export function mekuri(settings: Settings): Mekuri {
  const place = { ...settings, ...STAGES[settings.stage], ...prepareProject(settings) };
  const secrets = createSecrets(place);
  const firebase = addFirebase(place);
  const stores = createStores(place, firebase);
  const topics = createTopics(place);
  const functions = createFunctions(place, { secrets, stores, topics });
  publishStudio(place, firebase);
  const imagesAddress = deliverImages(place, stores);
  createAlerts(place);
  return {
    apiAddresses: functions.apiAddresses,
    keyName: secrets.keyName,
    bucketName: stores.books.name,
    imagesAddress,
  };
}
