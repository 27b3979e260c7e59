// A thread of `npm run prove -- simulate`: runs its share of seeds and posts the result.
import { parentPort, workerData } from "node:worker_threads";
import { runSeeds } from "../../../lib/pipeline/simulation/campaign.ts";
import { PLANTED_BUGS } from "../../../lib/pipeline/simulation/planted-bugs.ts";
import { inPlace, type Portion } from "./portion.ts";

const { first, count, bug, firestore }: Portion = workerData;
const planted = PLANTED_BUGS.find(({ name }) => name === bug);
const batch = await inPlace(firestore, (nextPlace) => runSeeds(first, count, { bug: planted, nextPlace }));
parentPort?.postMessage(batch);
