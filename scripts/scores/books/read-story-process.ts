// Worker thread that makes one book and can be terminated.
import { parentPort, workerData } from "node:worker_threads";
import { makeBook } from "./make-book.ts";

const { reader, story } = workerData;
parentPort?.postMessage(await makeBook(reader, story));
