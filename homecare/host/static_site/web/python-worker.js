// Python in its own thread: loads Pyodide, unpacks the app and warms it up, then waits for the screen's engine.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const ENTRY = "{{ENTRY}}";
const stage = (name) => postMessage({ stage: name, at: performance.timeOrigin + performance.now() });
stage("begin");

const toFlet = (message) => {
  const packet = message.toJs();
  postMessage(packet, [packet.buffer]);
};
const fletJs = { documentUrl: "", receive_callback: toFlet };

// Python's way to the page: `await page_bridge.ask(name, details)`; `page_bridge.heard` gets what the page tells.
const asked = new Map();
const pageBridge = {
  heard: null,
  ask: (name, details) => new Promise((resolve, reject) => {
    const ask = asked.size ? Math.max(...asked.keys()) + 1 : 1;
    asked.set(ask, { resolve, reject });
    postMessage({ ask, name, details });
  }),
};

let connect;
const wanted = new Promise((resolve) => { connect = resolve; });
const early = [];

onmessage = ({ data }) => {
  if (data instanceof Uint8Array) {
    if (fletJs.send) fletJs.send(data);
    else early.push(data);
  } else if ("connect" in data) connect(data.connect);
  else if ("told" in data) pageBridge.heard?.(data.told);
  else if ("answer" in data) {
    const { resolve, reject } = asked.get(data.answer);
    asked.delete(data.answer);
    if (data.problem === undefined) resolve(data.value);
    else reject(new Error(data.problem));
  }
};

// The app arrives as one compressed tar; the browser itself decompresses it.
const text = new TextDecoder();
async function unpacked(address) {
  const response = await fetch(new URL(address, import.meta.url));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const plain = response.body.pipeThrough(new DecompressionStream("gzip"));
  const tar = new Uint8Array(await new Response(plain).arrayBuffer());
  const files = [];
  const field = (at, length) => text.decode(tar.subarray(at, at + length)).split("\0", 1)[0];
  for (let at = 0; tar[at]; ) {
    const [folder, name, size] = [field(at + 345, 155), field(at, 100), parseInt(field(at + 124, 12), 8)];
    at += 512;
    files.push([folder ? `${folder}/${name}` : name, tar.subarray(at, at + size)]);
    at += Math.ceil(size / 512) * 512;
  }
  return files;
}

const app = unpacked("app.tar.gz");

async function install(FS) {
  const folders = new Set();
  for (const [name, content] of await app) {
    const path = `/app/${name}`;
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!folders.has(folder)) FS.mkdirTree(folder);
    folders.add(folder);
    FS.writeFile(path, content);
  }
  stage("unpacked");
}

try {
  const python = await loadPyodide({
    indexURL: new URL("pyodide/", import.meta.url).href,
    lockFileContents: {{LOCK}},
    env: { PYTHONPATH: "/app", PYTHONDONTWRITEBYTECODE: "1" },
    fsInit: install,
    stdout: (line) => console.log(line),
    stderr: (line) => console.error(line),
  });
  stage("python");
  python.registerJsModule("flet_js", fletJs);
  python.registerJsModule("page_bridge", pageBridge);
  const entry = python.pyimport(ENTRY);
  stage("imported");
  await entry.warm();
  stage("warm");
  fletJs.documentUrl = await wanted;
  stage("wanted");
  await python.runPythonAsync(`import ${ENTRY}; ${ENTRY}.start()`);
  await fletJs.start_connection(toFlet);
  for (const packet of early) fletJs.send(packet);
  postMessage({ connected: true });
} catch (problem) {
  postMessage({ failed: String(problem) });
}
