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

// Python's way to the page: `await page_bridge.ask(name, details)`; what it can is in
// bridge.js. `page_bridge.fetched(path)` is a file of the site, at once.
const asked = new Map();
const pageBridge = {
  ask: (name, details) => new Promise((resolve, reject) => {
    const ask = asked.size ? Math.max(...asked.keys()) + 1 : 1;
    asked.set(ask, { resolve, reject });
    postMessage({ ask, name, details });
  }),
  fetched: (path) => {
    const request = new XMLHttpRequest();
    request.open("GET", new URL(path, import.meta.url), false);
    request.responseType = "arraybuffer";
    request.send();
    if (request.status !== 200) throw new Error(`${path}: ${request.status}`);
    return new Uint8Array(request.response);
  },
};

let connect;
const wanted = new Promise((resolve) => { connect = resolve; });
const early = [];

onmessage = ({ data }) => {
  if (data instanceof Uint8Array) {
    if (fletJs.send) fletJs.send(data);
    else early.push(data);
  } else if ("connect" in data) connect(data.connect);
  else if ("answer" in data) {
    const { resolve, reject } = asked.get(data.answer);
    asked.delete(data.answer);
    if (data.problem === undefined) resolve(data.value);
    else reject(new Error(data.problem));
  }
};

// The browser itself decompresses what is packed; the name says nothing of it, so that no web host does so too.
async function decompressed(path) {
  const response = await fetch(new URL(path, import.meta.url));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
}

// The files of a tar, by path.
const text = new TextDecoder();
async function unpacked(path) {
  const tar = new Uint8Array(await (await decompressed(path)).arrayBuffer());
  const field = (at, length) => text.decode(tar.subarray(at, at + length)).split("\0", 1)[0];
  const files = [];
  for (let at = 0; tar[at]; ) {
    const [folder, name, size] = [field(at + 345, 155), field(at, 100), parseInt(field(at + 124, 12), 8)];
    at += 512;
    files.push([folder ? `${folder}/${name}` : name, tar.subarray(at, at + size)]);
    at += Math.ceil(size / 512) * 512;
  }
  return files;
}

const library = decompressed("pyodide/library.bin").then((response) => response.blob());
const app = unpacked("app.bin");

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
    stdLibURL: URL.createObjectURL(await library),
    env: { PYTHONPATH: "/app", PYTHONDONTWRITEBYTECODE: "1" },
    fsInit: install,
    stdout: (line) => console.log(line),
    stderr: (line) => console.error(line),
  });
  stage("python");
  python.registerJsModule("flet_js", fletJs);
  python.registerJsModule("page_bridge", pageBridge);
  python.pyimport("homecare.host.browser.later").import_later("{{LATER}}");
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
