// The client of Cloud Storage, made at its first use. Functions that may do without it load this file when they need it.
import { Storage } from "@google-cloud/storage";
import { readBucket } from "../lib/cloud/config.ts";
import { projectId } from "./clients.ts";
import { once } from "./once.ts";

/** Of images and books, by the function's own account. */
export const bucket = once(() => new Storage({ projectId: projectId() }).bucket(readBucket()));
