// Worker thread that makes one book, so that a story which does not end can be ended.
import { parentPort, workerData } from "node:worker_threads";
import { makeBook } from "./make-book.ts";

const { reader, story } = workerData;
parentPort?.postMessage(await makeBook(reader, story));
