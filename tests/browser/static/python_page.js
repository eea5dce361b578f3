// A worker with Python and our modules in it, and nothing on the screen: runs `run(name, report)` of a module.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const asked = new URL(location.href).searchParams;
const python = await loadPyodide({ packages: [] });
const modules = await (await fetch("modules.zip")).arrayBuffer();
python.unpackArchive(modules, "zip", { extractDir: "/app" });
python.runPython("import sys; sys.path.insert(0, '/app')");
await python.pyimport(asked.get("module")).run(asked.get("name"), (word) => postMessage(word));
