// The Cloud Storage client, created at first use. Functions that may not need it import this file dynamically.
import { Storage } from "@google-cloud/storage";
import { readBucket } from "../lib/cloud/config.ts";
import { projectId } from "./clients.ts";
import { once } from "./once.ts";

/** The bucket of images and books, accessed as the function's own account. */
export const bucket = once(() => new Storage({ projectId: projectId() }).bucket(readBucket()));
