// The Pulumi program: one stack for each environment.
import { getStack } from "@pulumi/pulumi";
import { mekuri } from "./mekuri.ts";
import { readSettings } from "./settings.ts";

export const { apiAddresses, keyName, bucketName, imagesAddress } = mekuri(readSettings(getStack()));
